"""Reading never loses text, never fails, and keeps its places, whatever it is given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzi.dialect import codes, read_chapter
from fuzi.dialect.scan import BLOCK_LEVELS
from fuzi.model.block import Block, Figure, List, Quote
from fuzi.model.book import Chapter, Kind
from fuzi.model.inline import Code, Emphasis, Inline, Link, Strong, Text
from fuzi.model.report import Outcome
from fuzi.model.walk import blocks_in, plain, runs

# Pieces of source, marks and text mixed, whole and broken.
_MARKS = """
中 文字 a Z9 1. 。 ， “ ” —— * ** *** _ ` `` ``` ~~~ $ $$ [ ] ( ) ]( ](https://x.y) ![ ^[ [^1] { } {#id}
< > <b> <!-- --> # ## - | : ：：： \\ &amp; &#20013; & ! === [r] 表：
"""
_BREAKS = [" ", "\n", "\n\n", "\n    ", "\u3000", "\t", "\r\n", "\u2028", "\n[^1]: ", "\n|---|---|\n", "\n:::\n"]
_BREAKS += ["\n:::flush\n", "\n:::byline ", "\n:::document ", "\n:::other\n", "\n[r]: https://q.w 't'\n"]
_FRAGMENTS = st.sampled_from(_MARKS.split() + _BREAKS)
_SOUP = st.lists(_FRAGMENTS, max_size=40).map("".join)


def _read(text: str, **options: Any) -> Outcome[Chapter]:
    return read_chapter(text, file="a.md", chapter_id="c", **options)


def _texts(inlines: tuple[Inline, ...]) -> Iterator[Text | Code]:
    for item in inlines:
        match item:
            case Text() | Code():
                yield item
            case Emphasis(content=content) | Strong(content=content) | Link(content=content):
                yield from _texts(content)


def _all_runs(chapter: Chapter) -> Iterator[tuple[Inline, ...]]:
    yield chapter.title
    yield chapter.subtitle
    yield from runs(chapter.blocks)
    for note in chapter.notes:
        yield from runs(note.blocks)


@settings(max_examples=400, deadline=None)
@given(_SOUP)
def test_any_source_is_read(text: str) -> None:
    outcome = _read(text)
    lines = text.replace("\r\n", "\n").split("\n")
    for item in outcome.report.diagnostics:
        assert item.place is not None
        assert 1 <= item.place.line <= len(lines)
        assert 1 <= item.place.column <= len(lines[item.place.line - 1]) + 1


# Prose with a mark here and there, in which all that is Han is text.
_WORDS = "天地玄黄 宇宙洪荒， **日月** *盈* 昃。 “辰宿” `列张` [寒来](https://a.b) ^[暑往] $秋$ 收 <b>冬</b> 余&amp;成"
_PROSE = st.lists(st.sampled_from([*_WORDS.split(), "藏\n闰", "律\\\n吕"]), min_size=1, max_size=12).map("".join)


@st.composite
def _documents(draw: st.DrawFn, depth: int = 3) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        prose = draw(_PROSE)
        kind = draw(st.sampled_from(["p", "h", "q", "l", "o", "t", "f", "c", "d", "n"]))
        inner = draw(_documents(depth - 1)) if depth and kind in "qlod" else prose
        one_line = re.sub(r"\\?\n", "", prose)
        parts.append(
            {
                "p": prose,
                "h": f"## {one_line}",
                "q": "\n".join(f"> {line}" for line in inner.split("\n")),
                "l": "- " + "\n  ".join(inner.split("\n")),
                "o": "1. " + "\n   ".join(inner.split("\n")),
                "t": f"| {one_line} | 甲 |\n|---|---|\n| 乙 | {one_line} |\n\n表：{one_line}",
                "f": f'![图](a.png "{one_line}")',
                "c": f"```\n{prose}\n```",
                "d": f":::document {one_line}\n{inner}\n:::",
                "n": f"注{one_line}^[{one_line}]",
            }[kind]
        )
    return "\n\n".join(parts)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_documents())
def test_no_han_is_lost(text: str) -> None:
    outcome = _read(f"# 题\n\n{text}", kind=Kind.CHAPTER)
    assert codes.TEXT_LOST.id not in {item.code.id for item in outcome.report.diagnostics}
    chapter = outcome.value
    seen = "".join(item.text for run in _all_runs(chapter) for item in _texts(run))
    blocks = [*chapter.blocks, *(block for note in chapter.notes for block in note.blocks)]
    seen += "".join(block.alternative for block in blocks_in(blocks) if isinstance(block, Figure))
    expected = Counter(re.findall(r"[\u4e00-\u9fff]", text.replace("表：", "")))
    expected["题"] += 1
    assert Counter(re.findall(r"[\u4e00-\u9fff]", seen)) == expected


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_documents())
def test_places_point_at_the_text(text: str) -> None:
    source = f"# 题\n\n{text}"
    lines = source.split("\n")
    chapter = _read(source).value
    blocks = [*chapter.blocks, *(block for note in chapter.notes for block in note.blocks)]
    code = {block.place for block in blocks_in(blocks) if type(block).__name__ == "CodeBlock"}
    for run in _all_runs(chapter):
        for item in _texts(run):
            here = lines[item.place.line - 1][item.place.column - 1 :]
            if isinstance(item, Text):
                # A space that stands for a line break has no place of its own; an entity begins with its sign.
                assert here[:1] in (item.text[0], "&", "\\") or not item.text.strip()
            else:
                assert here.startswith("`")
                assert item.place in code or here[1:].startswith(item.text[:3])


@pytest.mark.parametrize(
    "source",
    [
        "\n".join("  " * level + f"- 第{level}层" for level in range(60)),
        "\n".join("> " * level + f"第{level}层\n" + "> " * level for level in range(1, 60)),
        "- " * 60 + "最里层",
        "\n".join(":::flush\n第层" for _ in range(60)) + "\n:::" * 60,
    ],
    ids=["list", "quote", "one-line", "container"],
)
def test_sixty_levels_are_kept(source: str) -> None:
    outcome = _read(f"# 题\n\n{source}\n\n后文")
    assert not outcome.report.diagnostics
    assert plain(list(runs(outcome.value.blocks))[-1]) == "后文"


@pytest.mark.parametrize("levels", [100, 1000])
@pytest.mark.parametrize("mark", ["- ", ">", "1. "])
def test_beyond_the_limit_is_an_error_and_nothing_is_lost(mark: str, levels: int) -> None:
    outcome = _read(f"# 题\n\n{mark * levels}最里层\n\n后文")
    reported = [item.code.id for item in outcome.report.diagnostics]
    assert reported == [codes.TOO_DEEP.id]
    texts = [plain(run) for run in runs(outcome.value.blocks)]
    assert texts[0].endswith("最里层")
    assert texts[-1] == "后文"
    deepest: list[Block] = [block for block in blocks_in(outcome.value.blocks) if isinstance(block, Quote | List)]
    assert len(deepest) == BLOCK_LEVELS + 1


@pytest.mark.parametrize(
    "mark", ["[", "![", "^[", "*", "**", "`", "$a ", "<a ", "<!--", "[^a", "{#a ", "_", "\\", "&", ":::x\n"]
)
def test_long_runs_of_marks_do_no_harm(mark: str) -> None:
    outcome = _read(f"# 题\n\n甲{mark * 1000}最里层")
    assert "最里层" in "".join(plain(run) for run in runs(outcome.value.blocks))


def test_line_ends_and_byte_order_mark_make_no_difference(dump_chapter: Callable[[Chapter], str]) -> None:
    source = "# 题\n\n第一行\n第二行\n\n- 项\n\n```\n码\n```\n"
    expected = _read(source)
    for other in ("\ufeff" + source, source.replace("\n", "\r\n"), source.replace("\n", "\r")):
        assert dump_chapter(_read(other).value) == dump_chapter(expected.value)
        assert _read(other).value.blocks == expected.value.blocks


def test_text_without_title_is_no_fault_where_none_is_due() -> None:
    assert [item.code.id for item in _read("正文").report.diagnostics] == [codes.TITLE_MISSING.id]
    assert not _read("正文", titled=False).report.diagnostics


def test_the_caller_decides_the_kind() -> None:
    assert _read("# 后记\n").value.kind is Kind.AFTERWORD
    assert _read("# 后记\n", kind=Kind.PREFACE).value.kind is Kind.PREFACE
