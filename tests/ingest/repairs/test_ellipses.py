"""Ellipses."""

import pytest

from fuzi.ingest.repairs.ellipses import repair
from fuzi.ingest.scan import Item, Piece, Shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("差得不多...差的是", "差得不多……差的是"),
        ("走了。。。", "走了……"),
        ("想了想⋯⋯还是走了", "想了想……还是走了"),
        ("走了……", "走了……"),
        ("x = a...b", "x = a...b"),
    ],
)
def test_cases(before: str, after: str) -> None:
    assert repair((Item(Shape.TEXT, (Piece(before, 1),)),)).items[0].text == after


def test_headings_are_left_to_the_contents() -> None:
    item = Item(Shape.HEADING, (Piece("钟楼...4", 1),))
    assert repair((item,)).items == (item,)
