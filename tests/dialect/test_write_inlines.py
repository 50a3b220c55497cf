"""How inlines are written: as plainly as possible, and never so that text becomes a mark."""

from __future__ import annotations

import pytest

from fuzi.dialect import write_blocks, write_inlines
from fuzi.model.block import Byline, Figure, Heading, List, ListItem, Paragraph, Quote, Signature
from fuzi.model.inline import Code, Emphasis, Inline, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.source import Place

HERE = Place("")


def _text(text: str) -> Text:
    return Text(text, HERE)


def _strong(text: str) -> Strong:
    return Strong((_text(text),), HERE)


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ([_text("这是"), _strong("我想做的事。"), _text("所以")], "这是**我想做的事。**所以"),
        ([_text("a"), _strong("(b)"), _text("c")], "&#x61;**(b)**&#x63;"),
        ([Emphasis((_strong("甲"),), HERE)], "*__甲__*"),
        ([_strong("甲"), _strong("乙")], "**甲乙**"),
        ([_text("甲"), Emphasis((), HERE), _text("乙")], "甲乙"),
        ([_text("1. 甲")], "1\\. 甲"),
        (
            [_text("2007年 5*3 snake_case <b> a<b A&B &amp; $5")],
            "2007年 5\\*3 snake_case \\<b> a\\<b A&B \\&amp; \\$5",
        ),
        ([_text("- 甲"), LineBreak(HERE), _text("# 乙")], "\\- 甲\\\n\\# 乙"),
        ([_text("\u3000甲 ")], "&#x3000;甲&#x20;"),
        ([_text("好!"), Link("https://a.b/", (_text("网"),), HERE)], "好\\![网](https://a.b/)"),
        ([Link("https://a.b/", (_text("https://a.b/"),), HERE)], "<https://a.b/>"),
        ([Link("mailto:a@b.cn", (_text("a@b.cn"),), HERE)], "<a@b.cn>"),
        ([NoteCall("1", HERE), _text(": 甲")], "[^1]\\: 甲"),
        ([_text("价"), InlineFormula("x", HERE), _text("5")], "价$x$&#x35;"),
        ([Code("a`b", HERE), _text("和"), Code("`", HERE)], "``a`b``和`` ` ``"),
    ],
)
def test_written(inlines: list[Inline], written: str) -> None:
    assert write_inlines(inlines) == written


def test_blocks_are_written_as_an_editor_would() -> None:
    paragraph = Paragraph((_text("正文"),), HERE)
    item = ListItem((paragraph,), HERE)
    blocks = (
        Heading(2, (_text("节"),), "x-s1", HERE, (_text("副题"),)),
        Byline((_text("甲"),), HERE),
        Byline((_text("乙"),), HERE),
        Paragraph((_text("顶格"),), HERE, flush=True),
        Quote((paragraph,), HERE, (_text("出处"),)),
        List(False, (item, item), HERE),
        List(False, (item,), HERE),
        List(True, (item, item), HERE, 3, tight=False),
        Figure("figures/图 1.png", "图", False, (), "own", HERE, 50),
        Signature(((_text("名"),), (_text("日"),)), HERE),
    )
    assert write_blocks(blocks, prefix="x") == (
        "## 节\n\n——副题\n\n"
        ":::byline\n甲\n乙\n:::\n\n"
        ":::flush\n顶格\n:::\n\n"
        "> 正文\n>\n> ——出处\n\n"
        "- 正文\n- 正文\n\n"
        "+ 正文\n\n"
        "3. 正文\n\n4. 正文\n\n"
        "![图](<figures/图 1.png>){#own width=50%}\n\n"
        ":::signature\n名\n日\n:::\n"
    )


def test_a_paragraph_that_looks_like_a_subtitle_stays_one() -> None:
    blocks = (Heading(2, (_text("节"),), "", HERE), Paragraph((_text("——他说"),), HERE))
    assert write_blocks(blocks) == "## 节\n\n&#x2014;—他说\n"
