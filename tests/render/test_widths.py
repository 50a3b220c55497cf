"""Widths that are reckoned from text."""

from __future__ import annotations

import pytest

from fuzi.model.block import Entries, EntriesKind, Entry, Inlines, Paragraph, Verse, VerseKind
from fuzi.model.inline import NoteCall, Text
from fuzi.model.source import Place
from fuzi.render.widths import (
    couplet_spacing,
    entry_is_short,
    head_width,
    is_question,
    verse_indent,
    verse_width,
    width,
    without_indent,
)

HERE = Place("")


def line(text: str) -> Inlines:
    return (Text(text, HERE),)


def verse(*lines: str, kind: VerseKind = VerseKind.VERSE) -> Verse:
    return Verse(kind, (), (tuple(map(line, lines)),), HERE)


def entry(head: str, text: str = "") -> Entry:
    return Entry(line(head), (Paragraph(line(text), HERE),) if text else (), HERE)


@pytest.mark.parametrize(("text", "em"), [("床前明月光，", 6.0), ("12号", 2.35), ("", 0.0)])
def test_a_line_is_as_wide_as_its_characters(text: str, em: float) -> None:
    assert width(line(text)) == pytest.approx(em)


def test_the_call_of_a_note_takes_room() -> None:
    assert width((*line("行"), NoteCall("1", HERE))) == pytest.approx(1.9)


def test_verse_is_as_wide_as_its_longest_line_and_never_narrower() -> None:
    assert verse_width(verse("床前明月光，", "霜")) == 6.0
    assert 2.35 <= verse_width(verse("12号")) <= 2.75


def test_lines_that_begin_with_spaces_are_brought_in() -> None:
    stepped = line("　　缩两格")
    assert verse_indent(stepped) == 2
    assert without_indent(stepped) == line("缩两格")
    assert verse_indent(()) == 0


def test_the_shorter_line_of_a_couplet_is_spaced_out() -> None:
    couplet = verse("灯下翻书三五页", "窗前种竹两", kind=VerseKind.COUPLET)
    first, second = couplet.stanzas[0]
    assert couplet_spacing(couplet, first) == 0
    assert couplet_spacing(couplet, second) == 0.5
    assert couplet_spacing(verse("一", "一二"), line("一")) == 0


@pytest.mark.parametrize(
    ("kind", "heads", "em"),
    [
        (EntriesKind.QUESTIONS, ("问", "答"), 2),
        (EntriesKind.DRAMA, ("掌柜", "老顾客"), 4),
        (EntriesKind.DRAMA, ("一位从远处来的老顾客",), 6),
        (EntriesKind.CHRONOLOGY, ("1919年",), 5),
        (EntriesKind.CHRONOLOGY, ("中华民国三十五年春天",), 8),
        (EntriesKind.DIALOGUE, (), 2),
    ],
)
def test_entries_are_brought_in_by_their_longest_head(kind: EntriesKind, heads: tuple[str, ...], em: int) -> None:
    assert head_width(Entries(kind, (), tuple(map(entry, heads)), HERE)) == em


def test_what_is_short_and_what_asks() -> None:
    assert entry_is_short(entry("1919年", "短"))
    assert not entry_is_short(entry("1919年", "长" * 91))
    assert is_question(entry("问一"))
    assert not is_question(entry("答"))
