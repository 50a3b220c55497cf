"""Signatures: whole ones, and pages that come back in order when the sheets are folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.manufacture.signatures import Padding, Scheme, folded, saddle, scheme


@pytest.mark.parametrize(
    ("count", "signature", "blanks"),
    [(10, 0, 0), (11, 0, 1), (10, 16, 6), (16, 16, 0), (17, 16, 15), (33, 32, 31), (240, 32, 16), (5, 2, 1)],
)
def test_blanks(count: int, signature: int, blanks: int) -> None:
    assert Padding(signature).blanks(count) == blanks


def test_scheme() -> None:
    assert scheme(240, 4, 16) == Scheme(16, 15, 12, 4)
    assert scheme(240, 0, 0) is None


def shown(count: int, pages: int, *, right_bound: bool = False) -> str:
    return " ".join(f"{side.left or '-'}|{side.right or '-'}" for side in saddle(count, pages, right_bound=right_bound))


def test_order_of_one_sheet_and_of_two() -> None:
    assert shown(4, 4) == "4|1 2|3"
    assert shown(8, 8) == "8|1 2|7 6|3 4|5"
    assert shown(8, 4) == "4|1 2|3 8|5 6|7"


def test_a_right_bound_book_is_mirrored() -> None:
    assert shown(8, 8, right_bound=True) == "1|8 7|2 3|6 5|4"


def test_empty_pages_are_at_the_end() -> None:
    assert shown(6, 16) == "-|1 2|- 6|3 4|5"
    assert shown(17, 16).endswith("-|17 -|-")


def test_the_outermost_side_of_each_signature_is_known() -> None:
    assert [side.outer for side in saddle(24, 16)] == [True, *[False] * 7, True, *[False] * 3]
    assert [side.signature for side in saddle(24, 16)] == [0] * 8 + [1] * 4


@given(st.integers(1, 300), st.sampled_from([0, 2, 4, 8, 12, 16, 32, 64]), st.booleans())
def test_folded_back_the_pages_are_in_order(count: int, pages: int, right_bound: bool) -> None:
    sides = saddle(count, pages, right_bound=right_bound)
    order = folded(sides, right_bound=right_bound)
    assert order[:count] == list(range(1, count + 1))
    assert set(order[count:]) <= {None}
    assert len(order) == 2 * len(sides) == count + -count % 4


@given(st.integers(1, 200), st.sampled_from([4, 8, 16, 32]))
def test_the_back_of_a_page_is_the_other_side_of_its_leaf(count: int, pages: int) -> None:
    """Turned over on its short edge, the left of a side has the right of the other at its back."""
    sides = saddle(count, pages)
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        for one, other in ((front.left, back.right), (front.right, back.left)):
            assert None in (one, other) or {one, other} == {max(one, other), max(one, other) - 1}  # type: ignore[type-var]
            assert None in (one, other) or max(one, other) % 2 == 0  # type: ignore[type-var,operator]
