"""Beside ASCII alone the emphasis marks work exactly as in CommonMark, beside Chinese as an editor expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fuzi.dialect import read_chapter
from fuzi.dialect.rules.emphasis import flanks
from fuzi.model.book import Chapter
from fuzi.model.inline import Emphasis, Inline, Strong, Text


def _ours(inlines: tuple[Inline, ...]) -> str:
    parts = []
    for item in inlines:
        match item:
            case Text(text=text):
                parts.append(text)
            case Emphasis(content=content):
                parts.append(f"<{_ours(content)}>")
            case Strong(content=content):
                parts.append(f"<<{_ours(content)}>>")
    return "".join(parts)


def _theirs(tokens: list[Token]) -> Iterator[str]:
    marks = {"em_open": "<", "em_close": ">", "strong_open": "<<", "strong_close": ">>"}
    for token in tokens:
        yield marks.get(token.type, token.content)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("ab *_.,(\"'-"), min_size=1, max_size=16).map(lambda text: f"x{text}x"))
def test_ascii_is_as_in_commonmark(text: str) -> None:
    inline = MarkdownIt("commonmark").parseInline(text)[0]
    chapter = read_chapter(text, file="", chapter_id="c", titled=False).value
    assert "".join(_ours(block.content) for block in chapter.blocks) == "".join(_theirs(inline.children or []))  # type: ignore[union-attr]


_INNER = [
    "重点",
    "重点。",
    "“引文”",
    "《书》",
    "（注）",
    "——说",
    "好！",
    "……",
    "XML",
    "「引」",
    "2006年",
    "かな",
    "“a”",
]
_OUTER = ["前", "，", "。", "：", "“", "”", "（", "）", "《", "》", "——", "、", " ", "あ"]


@pytest.mark.parametrize("inner", _INNER)
@pytest.mark.parametrize("mark", ["*", "**"])
def test_any_chinese_can_be_marked_anywhere(mark: str, inner: str, dump_chapter: Callable[[Chapter], str]) -> None:
    name = "em" if mark == "*" else "strong"
    for before in ["", *_OUTER]:
        for after in ["", *_OUTER]:
            text = f"甲{before}{mark}{inner}{mark}{after}乙"
            outcome = read_chapter(text, file="", chapter_id="c", titled=False)
            assert dump_chapter(outcome.value) == f"chapter #c\np 甲{before}⟨{name} {inner}⟩{after}乙"
            assert not outcome.report.diagnostics


@pytest.mark.parametrize(
    ("before", "after", "can_open", "can_close"),
    [
        (" ", "a", True, False),
        ("a", " ", False, True),
        ("a", "(", False, True),
        ("中", "(", True, True),
        ("。", "中", True, True),
        ("，", " ", False, True),
        ("\u3000", "中", True, False),
        ("𠀀", "“", True, True),
    ],
)
def test_what_stands_beside_a_mark_decides(before: str, after: str, can_open: bool, can_close: bool) -> None:
    assert flanks(before, after, inside_words=True) == (can_open, can_close)


def test_underscores_never_mark_inside_words() -> None:
    assert flanks("中", "文", inside_words=False) == (False, False)
    assert flanks("，", "文", inside_words=False) == (True, False)
