"""Writing a chapter and reading it again gives the same chapter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzi.dialect import read_chapter, write_chapter, write_inlines
from fuzi.dialect.write_inlines import tidy
from fuzi.model.block import (
    Alignment,
    Block,
    Byline,
    CodeBlock,
    Document,
    Entries,
    EntriesKind,
    Entry,
    Figure,
    Formula,
    Gap,
    Heading,
    Inlines,
    Inset,
    InsetKind,
    Letter,
    LetterKind,
    List,
    ListItem,
    Paragraph,
    Pinyin,
    PinyinScope,
    Quote,
    SceneBreak,
    Signature,
    Table,
    TableCell,
    Verse,
    VerseKind,
)
from fuzi.model.book import Chapter, Kind, Note
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    MarkKind,
    NoteCall,
    Ruby,
    Strong,
    Text,
)
from fuzi.model.source import Place
from fuzi.model.walk import note_calls, runs

Bare = Callable[[Any], Any]

HERE = Place("")

# The characters that could be taken for marks come often.
_MARKS = "\\`*_[]{}()<>#+-.!|~^$&:=\"'% 0123aZé，。：；“”‘’——…表中文字\u3000《》（）"
_TEXT = st.text(st.sampled_from(_MARKS), min_size=1, max_size=12)
_WORDS = st.text(st.sampled_from("中文字aZ9。“”"), min_size=1, max_size=6)
_TARGETS = st.sampled_from(["https://example.org/a?b=1&copy=2#x", "mailto:a@b.cn", "#c-s1", "https://a.b/(c)_d"])
_ALTERNATIVES = st.one_of(_WORDS, _TEXT.map(str.strip).filter(bool))


def _leaves(breaks: bool, notes: bool) -> st.SearchStrategy[Inline]:
    leaves: list[st.SearchStrategy[Inline]] = [
        st.builds(Text, _TEXT, st.just(HERE)),
        st.builds(Text, _TEXT, st.just(HERE)),
        st.builds(Code, _TEXT.filter(lambda text: bool(text.strip())), st.just(HERE)),
        st.builds(InlineFormula, st.sampled_from(["x", "a_1^2", "\\$", "\\text{速度}=v", "n!"]), st.just(HERE)),
    ]
    if breaks:
        leaves.append(st.just(LineBreak(HERE)))
    if notes:
        leaves.append(st.builds(NoteCall, st.sampled_from(["1", "注", "n-2"]), st.just(HERE)))
    return st.one_of(leaves)


@st.composite
def _inlines(draw: st.DrawFn, breaks: bool = False, notes: bool = True) -> Inlines:
    leaf = _leaves(breaks, notes)
    plain = st.lists(leaf, min_size=1, max_size=3).map(tidy)
    marked = st.one_of(
        leaf,
        leaf,
        st.builds(Emphasis, plain, st.just(HERE)),
        st.builds(Strong, plain, st.just(HERE)),
        st.builds(Link, _TARGETS, st.lists(_leaves(False, False), min_size=1, max_size=2).map(tidy), st.just(HERE)),
    )
    nested = st.one_of(
        marked,
        st.builds(Strong, st.lists(marked, min_size=1, max_size=3).map(tidy), st.just(HERE)),
        st.builds(Emphasis, st.lists(marked, min_size=1, max_size=3).map(tidy), st.just(HERE)),
        st.builds(InlineFigure, st.just("figures/点 (1).png"), _ALTERNATIVES, st.booleans(), st.just(HERE)),
    )
    content = tidy(draw(st.lists(nested, min_size=1, max_size=4)))
    # A paragraph of nothing but pictures is a figure, white space alone is nothing.
    if all(isinstance(item, InlineFigure | LineBreak) for item in content) or not content:
        content = tidy([Text("始", HERE), *content])
    return content


_LINE = _inlines()
_PARAGRAPH = st.builds(Paragraph, _inlines(breaks=True), st.just(HERE))
_CODE = st.text(st.sampled_from("ab `~:#*>-中\n"), max_size=20).filter(lambda text: text != "\n")


def _heading(level: int) -> st.SearchStrategy[Block]:
    subtitle = st.one_of(st.just(()), _LINE.map(_with_dash))
    return st.builds(Heading, st.just(level), _LINE, st.sampled_from(["", "own"]), st.just(HERE), subtitle)


_Sourced = TypeVar("_Sourced", Quote, Inset)


def _with_dash(content: Inlines) -> Inlines:
    return tidy((Text("——", HERE), *content))


@st.composite
def _table(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    cell = st.builds(TableCell, st.one_of(st.just(()), _LINE), st.just(HERE))
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    alignments = draw(st.lists(st.sampled_from(Alignment), min_size=columns, max_size=columns))
    caption = draw(st.one_of(st.just(()), _LINE))
    rows = draw(st.lists(row, max_size=2))
    return Table(draw(row), tuple(rows), tuple(alignments), caption, draw(st.sampled_from(["", "own"])), HERE)


_FIGURE = st.builds(
    Figure,
    st.sampled_from(["figures/a.png", "figures/图 1.png", "figures/100%.png"]),
    _ALTERNATIVES,
    st.booleans(),
    st.one_of(st.just(()), _LINE.filter(lambda line: not {'"', "'"} <= set(write_inlines(line)))),
    st.sampled_from(["", "own"]),
    st.just(HERE),
    st.integers(0, 100),
)

_SIMPLE: st.SearchStrategy[Block] = st.one_of(
    _PARAGRAPH,
    _PARAGRAPH,
    st.builds(Paragraph, _inlines(breaks=True), st.just(HERE), st.just(True)),
    _heading(2),
    st.builds(CodeBlock, _CODE, st.sampled_from(["", "sh"]), st.just(HERE)),
    st.builds(Formula, st.sampled_from(["x", "a \\\\\nb"]), st.just(HERE)),
    st.just(SceneBreak(HERE)),
    st.builds(Gap, _LINE, st.just(HERE)),
    st.builds(Byline, _LINE, st.just(HERE)),
    st.builds(Signature, st.lists(_LINE, min_size=1, max_size=3).map(tuple), st.just(HERE)),
    _table(),
    _FIGURE,
)


def _list(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    item = st.builds(ListItem, st.lists(blocks, max_size=3).map(tuple), st.just(HERE))
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(List, st.just(False), items, st.just(HERE)) | st.builds(
        List, st.just(True), items, st.just(HERE), st.integers(0, 12)
    )


def _quote(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    attribution = st.one_of(st.just(()), _LINE.map(_with_dash))
    inner = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    return st.builds(_without_doubt, st.builds(Quote, inner, st.just(HERE), attribution))


def _without_doubt(quote: _Sourced) -> _Sourced:
    """After a heading ``——`` begins its subtitle, so that no attribution can follow it."""
    last = quote.blocks[-1]
    return replace(quote, attribution=()) if isinstance(last, Heading) and not last.subtitle else quote


def _document(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    inner = st.lists(blocks, max_size=3).map(tuple)
    subtitle = st.one_of(st.just(()), _LINE.map(_with_dash))
    return st.builds(Document, _LINE, subtitle, inner, st.sampled_from(["", "own"]), st.just(HERE))


_HEAD = st.builds(Text, st.sampled_from(["甲", "老顾客", "问", "Ann（旁白）"]), st.just(HERE)).map(lambda text: (text,))
_YEAR = st.builds(Text, st.sampled_from(["1919年", "民国元年春", "1921"]), st.just(HERE)).map(lambda text: (text,))
_FIRST = st.builds(Paragraph, st.builds(lambda line: (Text("起。", HERE), *line), _LINE).map(tidy), st.just(HERE))


def _verse() -> st.SearchStrategy[Verse]:
    kinds = st.sampled_from((VerseKind.VERSE, VerseKind.COUPLET))
    stanzas = st.lists(st.lists(_LINE, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
    attribution = st.one_of(st.just(()), _LINE.map(_with_dash))
    tunes = st.lists(_inlines(breaks=True).map(lambda line: (line,)), min_size=1, max_size=3).map(tuple)
    title = st.one_of(st.just(()), _LINE)
    return st.one_of(
        st.builds(Verse, kinds, title, stanzas, st.just(HERE), attribution),
        st.builds(Verse, st.just(VerseKind.TUNE), title, tunes, st.just(HERE), attribution),
    )


@st.composite
def _entries(draw: st.DrawFn, blocks: st.SearchStrategy[Block]) -> Entries:
    kind = draw(st.sampled_from(EntriesKind))
    heads = _YEAR if kind is EntriesKind.CHRONOLOGY else _HEAD
    inner = st.builds(lambda first, rest: (first, *rest), _FIRST, st.lists(_continuing(blocks), max_size=2))
    entries = st.lists(st.builds(Entry, heads, inner, st.just(HERE)), min_size=1, max_size=3).map(tuple)
    return Entries(kind, draw(st.one_of(st.just(()), _LINE)), draw(entries), HERE)


def _continuing(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """What goes on with an entry: a heading or a pause does not, nor what a line would be taken for."""
    return blocks.filter(lambda block: not isinstance(block, Heading | SceneBreak | Paragraph | Byline))


def _letter(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Letter]:
    salutation = st.just((Text("程老师：", HERE),))
    inner = st.lists(blocks, max_size=3).map(tuple)
    number = (Text("街办发〔2026〕12号", HERE),)
    title = st.one_of(st.just(()), _LINE)
    return st.one_of(
        st.builds(Letter, st.just(LetterKind.LETTER), title, st.just(()), salutation, inner, st.just(HERE)),
        st.builds(Letter, st.just(LetterKind.NOTICE), title, st.just(number), salutation, inner, st.just(HERE)),
    )


def _inset(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Inset]:
    title = st.one_of(st.just(()), _LINE)
    inner = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    attribution = st.one_of(st.just(()), _LINE.map(_with_dash))
    epigraph = st.builds(Inset, st.just(InsetKind.EPIGRAPH), title, inner, st.just(HERE), attribution)
    return st.one_of(
        epigraph.map(_without_doubt), st.builds(Inset, st.just(InsetKind.ANNOTATED), title, inner, st.just(HERE))
    )


def _pinyin(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Pinyin]:
    inner = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    return st.builds(Pinyin, st.sampled_from(PinyinScope), inner, st.just(HERE))


def _containers(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    kinds = (_list, _quote, _document, _entries, _letter, _inset, _pinyin)
    return st.one_of([kind(blocks) for kind in kinds])


_BLOCKS: st.SearchStrategy[Block] = st.recursive(st.one_of(_SIMPLE, _verse()), _containers, max_leaves=4)


def _with_notes(chapter: Chapter, texts: list[tuple[Block, ...]]) -> Chapter:
    """Give the chapter the notes that it calls, in the order in which it calls them."""
    called = dict.fromkeys(
        call.key for run in (chapter.title, chapter.subtitle, *runs(chapter.blocks)) for call in note_calls(run)
    )
    notes = tuple(Note(key, number, texts[number - 1], HERE) for number, key in enumerate(called, 1))
    return replace(chapter, notes=notes)


_NOTE_BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, _inlines(breaks=True, notes=False), st.just(HERE)),
        st.builds(CodeBlock, _CODE, st.just("sh"), st.just(HERE)),
        st.builds(Quote, st.just((Paragraph((Text("引", HERE),), HERE),)), st.just(HERE)),
    ),
    min_size=1,
    max_size=2,
).map(tuple)

_CHAPTERS = st.builds(
    _with_notes,
    st.builds(
        Chapter,
        st.just("c"),
        st.just(Kind.CHAPTER),
        _LINE,
        st.one_of(st.just(()), _LINE.map(_with_dash)),
        st.lists(_BLOCKS, max_size=4).map(tuple),
        st.just(()),
        st.just(HERE),
    ),
    st.lists(_NOTE_BLOCKS, min_size=3, max_size=3),
)


def _read(text: str) -> Chapter:
    return read_chapter(text, file="", chapter_id="c", kind=Kind.CHAPTER).value


def _without_what_cannot_be_said(value: Any) -> Any:
    """Ids made by the reader, and whether a list is tight: what a written form decides."""
    if isinstance(value, tuple):
        if value and value[0] in ("Heading", "Table", "Figure", "Document"):
            value = tuple("" if isinstance(item, str) and item.startswith(("c-", "own")) else item for item in value)
        if value and value[0] == "List":
            value = value[:-1]
        return tuple(_without_what_cannot_be_said(item) for item in value)
    return value


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(chapter=_CHAPTERS)
def test_a_written_chapter_reads_back(bare: Bare, chapter: Chapter) -> None:
    read = _read(write_chapter(chapter))
    assert _without_what_cannot_be_said(bare(read)) == _without_what_cannot_be_said(bare(chapter))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(chapter=_CHAPTERS)
def test_writing_what_was_read_changes_nothing(bare: Bare, chapter: Chapter) -> None:
    once = _read(write_chapter(chapter))
    twice = _read(write_chapter(once))
    assert bare(twice) == bare(once)
    assert write_chapter(twice) == write_chapter(once)


def test_speech_and_letters_that_would_be_read_otherwise_are_spelled(bare: Bare) -> None:
    name = Mark(MarkKind.NAME, (Text("鲁迅", HERE),), HERE)
    reading = Ruby((Text("甲", HERE),), (Text("lu:4", HERE),), HERE)
    link = Link("https://a.b/c:d", (Text("乙", HERE),), HERE)
    spoken = tuple(
        Paragraph(content, HERE)
        for content in (
            (Text("一", HERE),),
            (name, Text("：二", HERE)),
            (reading, Text("：三", HERE)),
            (link, Text("：四", HERE)),
            (NoteCall("a:b", HERE), Text("五\u3000六：七", HERE)),
        )
    )
    signed = (Text("小明", HERE), LineBreak(HERE), Text("2026年3月1日", HERE))
    noted = (Paragraph((Text("注", HERE),), HERE),)
    blocks: tuple[Block, ...] = (
        Entries(EntriesKind.DRAMA, (), (Entry((name, reading, link), spoken, HERE),), HERE),
        Entries(EntriesKind.CHRONOLOGY, (), (Entry((Text("1919年", HERE),), spoken, HERE),), HERE),
        Letter(LetterKind.LETTER, (), (), (), (Paragraph((Text("正文", HERE),), HERE), Paragraph(signed, HERE)), HERE),
        Letter(LetterKind.LETTER, (), (), (), (Paragraph((name,), HERE), Paragraph(signed[2:], HERE)), HERE),
    )
    chapter = Chapter("c", Kind.CHAPTER, (Text("章", HERE),), (), blocks, (Note("a:b", 1, noted, HERE),), HERE)
    again = read_chapter(write_chapter(chapter), file="a.md", chapter_id="c", kind=Kind.CHAPTER).value
    assert bare(again) == bare(chapter)
