"""From the tokens of plays, conversations, questions and chronologies to the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.special.codes import (
    ANSWER_MISSING,
    DATE_UNREAD,
    EVENT_MISSING,
    QUESTION_UNREAD,
    SPEAKER_MISSING,
    SPEAKER_UNREAD,
    SPEECH_EMPTY,
    YEAR_MISSING,
)
from fuzi.dialect.special.lines import (
    LONGEST_HEAD,
    SILENT,
    Line,
    bare,
    divided,
    inlines_of,
    joined,
    leading_spaces,
    place_of,
    source_lines,
    words,
)
from fuzi.model.block import Block, Entries, EntriesKind, Entry, Heading, Inlines, Paragraph, SceneBreak
from fuzi.model.report import Code
from fuzi.model.source import Place
from fuzi.model.walk import plain

_COLON = re.compile(r"：|:(?![\d/])")
_GAP = re.compile(
    r"[ ]*[\t\u3000][ \t\u3000]*| {2,}"
    r"|(?<=[年月日旬代纪紀初末春夏秋冬])(?: +(?![0-9一二三四五六七八九十]{1,3} ?[月日])|[：:])"
)
_TIME = re.compile(r"[0-9０-９〇○零一二三四五六七八九十百千廿卅元年月日春夏秋冬]")
_TIME_ALONE = re.compile(r"[^，。；？！\s]{0,12}(?:[年月日旬代纪紀]|\d{3,4})")
_DATE_STOPS = re.compile(r"[，。；？！：\n]")
_QUESTION = ("问", "問", "Q")
_UNREAD = re.compile(rf"[：:]|[^，。；？！：…“”—]{{{LONGEST_HEAD + 1},40}}(?:：|:(?![\d/]))")
_UNDATED = re.compile(r"([^\t\u3000]+?)[ ]*[\t\u3000]+[^\t\u3000]")
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
    name: str
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
        if self.kind is EntriesKind.QUESTIONS:
            self._look_for_answers()
        return tuple(self._entry(item) for item in self.found)

    def _entry(self, item: _Open) -> Entry:
        if not item.blocks and self.kind is EntriesKind.CHRONOLOGY:
            self._report(EVENT_MISSING, item.place, text=plain(item.head))
        elif not item.blocks:
            self._report(SPEECH_EMPTY, item.place, head=plain(item.head))
        return Entry(item.head, tuple(item.blocks), item.place)

    def _look_for_answers(self) -> None:
        """A question ends where something else is said; the next question is no answer."""
        headed = [item for item in self.found if item.head]
        asked = [plain(item.head).strip().startswith(_QUESTION) for item in headed]
        for item, asks, follows in zip(headed, asked, [*asked[1:], True], strict=True):
            if asks and follows:
                text = plain(item.head) + "：" + "".join(_said(block) for block in item.blocks[:1])
                self._report(ANSWER_MISSING, item.place, text=text[:20])

    def _report(self, code: Code, place: Place, **facts: object) -> None:
        self.reader.reading.report(code, place, **facts)

    def _paragraph(self, index: int) -> int:
        inline = self.reader.tokens[index + 1]
        lines = source_lines(inline)
        groups = [[line] for line in lines]
        if self.kind is not EntriesKind.CHRONOLOGY:
            groups = _grouped(lines, self.kind)
        if len(groups) == 1 and self._head(groups[0][0]) is None and not self._directs(groups[0]):
            self._look_for_heads(inline, groups[0])
            built, following = self.reader.read_one(index)
            self._add(built, self.reader.place(self.reader.tokens[index]))
            return following
        for group in groups:
            self._line(inline, group)
        return index + 3

    def _line(self, inline: Token, group: list[Line]) -> None:
        place = place_of(self.reader, inline, group[0])
        cut = self._head(group[0])
        self._look_for_heads(inline, group)
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

    def _look_for_heads(self, inline: Token, group: list[Line]) -> None:
        """Tell of each line that looks as if it began something of its own and is read as going on."""
        opened = any(item.head for item in self.found) or self._head(group[0]) is not None
        for line in group:
            if self._head(line) is not None or self._directs([line]):
                continue
            text, place = words(line), place_of(self.reader, inline, line)
            if self.kind is EntriesKind.CHRONOLOGY:
                found = _UNDATED.match("".join(token.content for token in bare(line) if token.type == "text").lstrip())
                if found and opened and not self._is_indented(inline, line, place):
                    self._report(DATE_UNREAD, place, text=found.group(1)[:20])
            elif _UNREAD.match(text) and opened:
                self._report(SPEAKER_UNREAD, place, text=text[:20])
            elif line is not group[0] and not opened:
                self._report_headless(place)

    def _is_indented(self, inline: Token, line: Line, place: Place) -> bool:
        """Whether a source line begins with a space of any width, as lines do that go on with what was said."""
        before = self.reader.reading.source.lines[place.line - 1][: place.column - 1]
        own = self.reader.origin.line < 0 and bool(before) and before.isspace()
        return own or leading_spaces(self.reader, inline, line) > 0

    def _report_headless(self, place: Place) -> None:
        match self.kind:
            case EntriesKind.CHRONOLOGY:
                self._report(YEAR_MISSING, place)
            case EntriesKind.QUESTIONS:
                self._report(QUESTION_UNREAD, place, name=self.name)
            case _:
                self._report(SPEAKER_MISSING, place)

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
        if isinstance(blocks[0], Paragraph):
            self._report_headless(place)


def read_entries(
    reader: BlockReader, kind: EntriesKind, name: str, title: Inlines, place: Place, start: int, end: int
) -> list[Block]:
    """Entries with the blocks that belong to each; ``name`` is what the container was called."""
    entries = _EntriesReader(reader, kind, name).read(start, end)
    return [Entries(kind, title, entries, place)] if entries else []


def head_of(line: Line, kind: EntriesKind) -> tuple[Line, Line] | None:
    """Who speaks or when it was, and what follows; None when the line says neither."""
    if kind is not EntriesKind.CHRONOLOGY:
        return None if _directs(line, kind) else divided(line, _COLON)
    cut = divided(line, _GAP, _DATE_STOPS)
    if cut is not None and _TIME.search(words(cut[0])):
        return cut
    text = words(line)
    alone = len(text) <= LONGEST_HEAD and _TIME_ALONE.fullmatch(text)
    return (joined([line]), []) if alone else None


def _said(block: Block) -> str:
    return plain(block.content) if isinstance(block, Paragraph) else ""


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
