"""From the tokens of plays, conversations, questions and chronologies to the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.special.codes import SPEAKER_MISSING, SPEECH_EMPTY, YEAR_MISSING
from fuzi.dialect.special.lines import (
    LONGEST_HEAD,
    SILENT,
    Line,
    divided,
    inlines_of,
    joined,
    place_of,
    source_lines,
    words,
)
from fuzi.model.block import Block, Entries, EntriesKind, Entry, Heading, Inlines, Paragraph, SceneBreak
from fuzi.model.source import Place
from fuzi.model.walk import plain

_COLON = re.compile(r"：|:(?![\d/])")
_GAP = re.compile(r"[ ]*[\t\u3000][ \t\u3000]*| {2,}|(?<=[年月日旬代纪紀初末春夏秋冬])(?: +|[：:])")
_TIME = re.compile(r"[0-9０-９〇○零一二三四五六七八九十百千廿卅元年月日春夏秋冬]")
_TIME_ALONE = re.compile(r"[^，。；？！\s]{0,12}(?:[年月日旬代纪紀]|\d{3,4})")
_DIRECTION = re.compile(r"[（(［\[【][^（()）［\[\]］【】]*[）)］\]】][。.]?")


@dataclass(slots=True)
class _Open:
    """An entry that is being read."""

    head: Inlines
    place: Place
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _EntriesReader:
    reader: BlockReader
    kind: EntriesKind
    found: list[_Open] = field(default_factory=list)

    def read(self, start: int, end: int) -> tuple[Entry, ...]:
        index = start
        while index < end:
            token = self.reader.tokens[index]
            if token.type == "paragraph_open":
                index = self._paragraph(index)
                continue
            built, following = self.reader.read_one(index)
            if token.type not in SILENT:
                self._add(built, self.reader.place(token))
            index = following
        return tuple(self._entry(item) for item in self.found)

    def _entry(self, item: _Open) -> Entry:
        if not item.blocks and self.kind is not EntriesKind.CHRONOLOGY:
            self.reader.reading.report(SPEECH_EMPTY, item.place, head=plain(item.head))
        return Entry(item.head, tuple(item.blocks), item.place)

    def _paragraph(self, index: int) -> int:
        inline = self.reader.tokens[index + 1]
        lines = source_lines(inline)
        groups = [[line] for line in lines]
        if self.kind is not EntriesKind.CHRONOLOGY:
            groups = _grouped(lines, self.kind)
        if len(groups) == 1 and self._head(groups[0][0]) is None and not self._directs(groups[0]):
            built, following = self.reader.read_one(index)
            self._add(built, self.reader.place(self.reader.tokens[index]))
            return following
        for group in groups:
            self._line(inline, group)
        return index + 3

    def _line(self, inline: Token, group: list[Line]) -> None:
        place = place_of(self.reader, inline, group[0])
        cut = self._head(group[0])
        if cut is None:
            content = self._inlines(inline, joined(group))
            built: list[Block] = [Paragraph(content, place)] if content else []
            if self._directs(group):
                self.found += [_Open((), place, built)] if built else []
            else:
                self._add(built, place)
            return
        head, rest = cut
        said = self._inlines(inline, joined([rest, *group[1:]]))
        opened = _Open(self._inlines(inline, head), place)
        if said:
            opened.blocks.append(Paragraph(said, said[0].place))
        self.found.append(opened)

    def _inlines(self, inline: Token, line: Line) -> Inlines:
        return inlines_of(self.reader, inline, line)

    def _head(self, line: Line) -> tuple[Line, Line] | None:
        return head_of(line, self.kind)

    def _directs(self, group: list[Line]) -> bool:
        return len(group) == 1 and _directs(group[0], self.kind)

    def _add(self, blocks: list[Block], place: Place) -> None:
        """Go on with the last entry; a heading or a pause belongs to none."""
        if not blocks:
            return
        apart = isinstance(blocks[0], Heading | SceneBreak)
        if self.found and self.found[-1].head and not apart:
            self.found[-1].blocks += blocks
            return
        self.found += [_Open((), place, [block]) for block in blocks]
        if isinstance(blocks[0], Paragraph) and not any(item.head for item in self.found):
            code = YEAR_MISSING if self.kind is EntriesKind.CHRONOLOGY else SPEAKER_MISSING
            self.reader.reading.report(code, place)


def read_entries(
    reader: BlockReader, kind: EntriesKind, title: Inlines, place: Place, start: int, end: int
) -> list[Block]:
    """Entries with the blocks that belong to each."""
    entries = _EntriesReader(reader, kind).read(start, end)
    return [Entries(kind, title, entries, place)] if entries else []


def head_of(line: Line, kind: EntriesKind) -> tuple[Line, Line] | None:
    """Who speaks or when it was, and what follows; None when the line says neither."""
    if kind is not EntriesKind.CHRONOLOGY:
        return None if _directs(line, kind) else divided(line, _COLON)
    cut = divided(line, _GAP)
    if cut is not None and _TIME.search(words(cut[0])):
        return cut
    text = words(line)
    alone = len(text) <= LONGEST_HEAD and _TIME_ALONE.fullmatch(text)
    return (joined([line]), []) if alone else None


def _directs(line: Line, kind: EntriesKind) -> bool:
    return kind in (EntriesKind.DRAMA, EntriesKind.DIALOGUE) and bool(_DIRECTION.fullmatch(words(line)))


def _grouped(lines: list[Line], kind: EntriesKind) -> list[list[Line]]:
    """Each line that begins something with those that go on with it."""
    groups: list[list[Line]] = []
    for line in lines:
        begins = head_of(line, kind) is not None or _directs(line, kind)
        if begins or not groups or _directs(groups[-1][0], kind):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups
