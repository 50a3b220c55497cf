"""HTML of the OCR program."""

import pytest

from fuzi.ingest.repairs.tags import repair
from fuzi.ingest.scan import Item, Piece, Shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("正文<sup>①</sup>继续", "正文①继续"),
        ('<div style="text-align: center;">图 1-1</div>', "图 1-1"),
        ("甲&nbsp;乙&amp;丙", "甲 乙&丙"),
        ("甲<!-- 注 -->乙", "甲乙"),
        ("<td>经</td><td>销新华书店</td>", "经　销新华书店　"),
        ("见<http://a.example>", "见<http://a.example>"),
        ("若 a<b 则 c>d", "若 a<b 则 c>d"),
    ],
)
def test_cases(before: str, after: str) -> None:
    assert repair((Item(Shape.TEXT, (Piece(before, 1),)),)).items[0].text == after


def test_code_is_left_alone() -> None:
    item = Item(Shape.CODE, (Piece("<b>x</b>", 1),))
    assert repair((item,)).items == (item,)
