"""Type areas: whole characters and lines, margins that a book can have."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.model.metadata import Trim
from fuzi.press.geometry import _TABLE, POINTS_PER_MM, geometry, page_css


def trim(width: int | str, height: int | str) -> Trim:
    return Trim(Decimal(width), Decimal(height))


@pytest.mark.parametrize("size", sorted(_TABLE))
def test_every_size_of_the_table_makes_a_sound_page(size: tuple[int, int]) -> None:
    page = geometry(trim(*size))
    assert page is not None
    assert (page.characters, page.lines, page.leading) == _TABLE[size]
    assert 1.5 * page.size <= page.leading <= 2 * page.size
    assert page.gutter > page.fore_edge >= 12 * POINTS_PER_MM
    assert page.head > page.foot >= 12 * POINTS_PER_MM


def test_the_commonest_size() -> None:
    page = geometry(trim(147, 210))
    assert page is not None
    assert (page.characters, page.lines, page.leading) == (27, 27, 17.5)
    assert page.gutter + page.measure + page.fore_edge == pytest.approx(147 * POINTS_PER_MM)
    assert page.head + page.depth + page.foot == pytest.approx(210 * POINTS_PER_MM)


@given(st.integers(90, 300), st.integers(120, 420))
def test_any_size_between_pocket_book_and_atlas_gives_whole_characters_and_lines(width: int, height: int) -> None:
    page = geometry(trim(width, height))
    assert page is not None
    assert page.characters >= 12
    assert page.lines >= 12
    assert min(page.gutter, page.fore_edge, page.head, page.foot) > 8 * POINTS_PER_MM
    assert 1.5 * page.size <= page.leading <= 2 * page.size


def test_a_fraction_of_a_millimetre_is_not_looked_up_in_the_table() -> None:
    page = geometry(trim("147.5", 210))
    assert page is not None
    assert page.width == pytest.approx(147.5 * POINTS_PER_MM)


@pytest.mark.parametrize("size", [(20, 20), (147, 30), (30, 210), (1, 1)])
def test_a_size_without_room_has_no_page(size: tuple[int, int]) -> None:
    assert geometry(trim(*size)) is None


def test_css_mirrors_the_margins() -> None:
    page = geometry(trim(147, 210))
    assert page is not None
    css = page_css(page)
    assert "--characters: 27;" in css
    right, left = (line for line in css.splitlines() if line.startswith(("@page :right", "@page :left")))
    rights, lefts = (line[line.index("margin:") + 7 : -1].split() for line in (right, left))
    assert (rights[0], rights[2]) == (lefts[0], lefts[2]), "head and foot are the same on both sides"
    assert (rights[1], rights[3]) == (lefts[3], lefts[1]), "gutter and fore-edge change places"
