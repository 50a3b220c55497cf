"""Straight quotation marks."""

import pytest

from fuzi.ingest.repairs.quotes import repair
from fuzi.ingest.scan import Item, Piece, Shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('他说"好"，又说"走"。', "他说“好”，又说“走”。"),
        ('只有一个"的段落', '只有一个"的段落'),
        ('已有“弯的”和"直的"', '已有“弯的”和"直的"'),
        ('say "yes"', 'say "yes"'),
    ],
)
def test_cases(before: str, after: str) -> None:
    assert repair((Item(Shape.TEXT, (Piece(before, 1),)),)).items[0].text == after
