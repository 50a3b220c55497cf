"""Lines of OCR Markdown to items."""

import pytest

from fuzi.ingest.readers.markdown import read
from fuzi.ingest.readers.pages import page_after
from fuzi.ingest.scan import Shape


@pytest.mark.parametrize(
    ("line", "shape", "text", "level"),
    [
        ("## 前言 ---", Shape.HEADING, "前言", 2),
        ("# 标题 #", Shape.HEADING, "标题", 1),
        ("- 21 题", Shape.BULLET, "21 题", 1),
        ("  - 副题", Shape.BULLET, "副题", 2),
        ("> 引文", Shape.QUOTE, "引文", 0),
        ("![alt](a.png)", Shape.IMAGE, "![alt](a.png)", 0),
        ("| a | b |", Shape.TABLE, "| a | b |", 0),
        ("---", Shape.RULE, "---", 0),
        ("\\*", Shape.RULE, "\\*", 0),
        ("* * *", Shape.RULE, "* * *", 0),
        ("　　正文", Shape.TEXT, "正文", 0),
        ("#没有空格", Shape.TEXT, "#没有空格", 0),
    ],
)
def test_shapes(line: str, shape: Shape, text: str, level: int) -> None:
    (item,) = read(line).items
    assert (item.shape, item.text, item.level) == (shape, text, level)


def test_lines_pages_and_breaks() -> None:
    items = read("甲  \n乙\n\n<!-- page 12 -->\n丙\n\f丁").items
    assert [(item.text, item.line, item.start, item.hard, item.page) for item in items] == [
        ("甲", 1, True, True, 0),
        ("乙", 2, False, False, 0),
        ("丙", 5, True, False, 12),
        ("丁", 6, True, False, 13),
    ]


def test_fences_and_formulas() -> None:
    items = read("```txt\n# 不是标题\n```\n$$\nx^2\n$$\n# 标题").items
    assert [item.shape for item in items] == [Shape.CODE, Shape.FORMULA, Shape.HEADING]


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("<!-- page 12 -->", 12),
        ("<!-- chunk 0001: pages 71-140 -->", 71),
        ("--- page 7 ---", 7),
        ("{12}-----", 12),
        ("### Page 9", 9),
        ("[empty page]", 4),
        ("<!-- page 2 -->", 4),  # numbers that start anew are counted on
        ("--------------- Element 1 (page_168.png) ---------------", 4),
    ],
)
def test_page_marks(line: str, page: int) -> None:
    assert page_after(line, 3) == page


@pytest.mark.parametrize("line", ["---", "<!-- 注释 -->", "### 第 9 章", "12"])
def test_what_is_no_page_mark(line: str) -> None:
    assert page_after(line, 3) is None
