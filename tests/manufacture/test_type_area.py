"""Type areas: whole characters and lines, margins that a book can have."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.manufacture.trims import NamedTrim, trims
from fuzi.manufacture.type_area import LEAST_MARGIN, fits, geometry, largest, parse_area
from fuzi.model.metadata import Trim
from fuzi.model.units import POINTS_PER_MM


def trim(width: int | str, height: int | str) -> Trim:
    return Trim(Decimal(width), Decimal(height))


@pytest.mark.parametrize("item", trims(), ids=lambda item: f"{item.name} {item.trim}")
def test_every_named_size_makes_a_sound_page(item: NamedTrim) -> None:
    page = geometry(item.trim)
    assert page is not None
    assert (page.characters, page.lines, page.leading, page.size) == (
        item.characters,
        item.lines,
        item.leading,
        item.size,
    )
    assert 1.5 * page.size <= page.leading <= 2 * page.size
    assert page.gutter > page.fore_edge
    assert page.head > page.foot
    assert fits(page)
    assert 0.52 <= page.share <= 0.65


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


def test_a_fraction_of_a_millimetre_is_kept() -> None:
    page = geometry(trim("147.5", 210))
    assert page is not None
    assert page.width == pytest.approx(147.5 * POINTS_PER_MM)


@pytest.mark.parametrize("size", [(20, 20), (147, 30), (30, 210), (1, 1)])
def test_a_size_without_room_has_no_page(size: tuple[int, int]) -> None:
    assert geometry(trim(*size)) is None


@pytest.mark.parametrize("text", ["28×27", "28x27", "28 × 27", "28字×27行", "２８×２７", "28*27"])
def test_area(text: str) -> None:
    assert parse_area(text) == (28, 27)


@pytest.mark.parametrize("text", ["", "28", "28×", "×27", "28-27", "28×27×2", "-28×27", "二十八×二十七", "28.5×27"])
def test_no_area(text: str) -> None:
    assert parse_area(text) is None


def test_the_margins_follow_from_the_area() -> None:
    page = geometry(trim(147, 210), area=(28, 28))
    assert page is not None
    assert (page.characters, page.lines, page.leading) == (28, 28, 17.0)
    assert page.gutter - page.fore_edge == pytest.approx(2 * POINTS_PER_MM)
    assert page.head / (page.head + page.foot) == pytest.approx(0.56)


def test_many_lines_are_brought_closer_and_stated_leading_is_kept() -> None:
    closer = geometry(trim(147, 210), area=(28, 33))
    stated = geometry(trim(147, 210), leading=17.0, area=(28, 33))
    assert closer is not None
    assert stated is not None
    assert (closer.leading, fits(closer)) == (15.75, True)
    assert (stated.leading, fits(stated)) == (17.0, False)


@given(st.integers(90, 300), st.integers(120, 420), st.integers(12, 60), st.integers(12, 60))
def test_the_largest_area_fits_and_one_more_does_not(width: int, height: int, across: int, down: int) -> None:
    page = geometry(trim(width, height), area=(across, down))
    assert page is not None
    characters, lines = largest(page)
    for area, expected in (
        ((characters, lines), True),
        ((characters + 1, lines), False),
        ((characters, lines + 1), False),
    ):
        made = geometry(trim(width, height), leading=page.leading, area=area)
        assert made is not None
        assert fits(made) == expected
        assert (made.margin >= LEAST_MARGIN - 1e-6) == expected
