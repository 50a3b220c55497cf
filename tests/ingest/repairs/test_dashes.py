"""Dashes read as 一 or as hyphens."""

import pytest

from fuzi.ingest.repairs.dashes import repair
from fuzi.ingest.scan import Item, Piece, Shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("这件事一一也许是真的", "这件事——也许是真的"),
        ("无一例外--只有他", "无一例外——只有他"),
        ("2021一2035年", "2021—2035年"),
        ("把它们一一列举出来", "把它们一一列举出来"),
        ("一一对应的关系", "一一对应的关系"),
        ("第1一7名", "第1一7名"),
        ("命令行 a --b", "命令行 a --b"),
    ],
)
def test_cases(before: str, after: str) -> None:
    assert repair((Item(Shape.TEXT, (Piece(before, 1),)),)).items[0].text == after
