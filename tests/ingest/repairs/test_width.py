"""Half-width marks: what becomes full-width and what stays."""

import pytest

from fuzi.ingest.repairs.width import repair, widen
from fuzi.ingest.scan import Item, Piece, Shape
from fuzi.model.manuscript import Confidence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("天晴,风小;出门!", "天晴，风小；出门！"),
        ("他问:“去吗?”我说:好.", "他问：“去吗？”我说：好."),
        ("天晴, 风小", "天晴，风小"),
        ("第一(上)卷", "第一（上）卷"),
        ("党委(支部)建在楼里", "党委（支部）建在楼里"),
        ("(1) 买钟一口", "（1）买钟一口"),
        ("第二章)之后(见上", "第二章)之后(见上"),  # two halves are no pair
        ("(第二章）之后", "（第二章）之后"),
        ("“甲”,“乙”", "“甲”，“乙”"),
        ("占48%,比上年", "占48%，比上年"),
        ("共有20,其中", "共有20，其中"),
        ("《书》(修订版)", "《书》（修订版）"),
    ],
)
def test_marks_of_chinese_text(before: str, after: str) -> None:
    assert widen(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "共10,217个",
        "比例是1:10左右",
        "下午3:27到站",
        "面积2.8亩",
        "电话(022) 23332446",
        "电话(022)23332446",
        "网址http://a.example/b?c=1,2;d:e",
        "写信到a.b@c.example",
        "函数f(x, y)的值",
        "代码`a,b;c`结束",
        "公式$a,b$结束",
        "Plain English, nothing else: really!",
    ],
)
def test_what_stays(text: str) -> None:
    assert widen(text) == text


def test_each_mark_has_an_entry_that_holds_by_itself() -> None:
    item = Item(Shape.TEXT, (Piece("天晴,风", 3), Piece("小,出门", 5)))
    done = repair((item,))
    assert done.items[0].text == "天晴，风小，出门"
    assert [(entry.line, entry.before, entry.after) for entry in done.entries] == [
        (3, "天晴,风小", "天晴，风小"),
        (5, "风小,出门", "风小，出门"),
    ]


def test_mark_behind_a_number_is_less_sure() -> None:
    done = repair((Item(Shape.TEXT, (Piece("共有20,其中,还有", 1),)),))
    assert [entry.confidence for entry in done.entries] == [Confidence.FAIR, Confidence.SURE]


def test_tables_and_code_are_left_alone() -> None:
    items = tuple(Item(shape, (Piece("天晴,风小", 1),)) for shape in (Shape.TABLE, Shape.CODE, Shape.FORMULA))
    assert repair(items).items == items
