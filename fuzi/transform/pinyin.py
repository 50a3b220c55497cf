"""Readings above characters that fuzi makes itself: on every character, or on rare ones where they first appear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fuzi.model.block import Inlines, PinyinScope
from fuzi.model.decision import Decision
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Inline, Link, Mark, MarkKind, Ruby, Text
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.model.walk import MapInlines, texts
from fuzi.readings import DOUBTFUL, Reading, read
from fuzi.transform.characters import HAN
from fuzi.transform.codes import DOUBTFUL_READING, MORE_DOUBTS, UNREAD
from fuzi.transform.scopes import Scopes, asked, scopes, without_scopes
from fuzi.transform.strand import Strand, Thread, strand
from fuzi.transform.task import Done, Task
from fuzi.transform.units import Unit, map_units

SHOWN = 40
"""Characters with doubtful readings that are named one by one; of the others only the number is told."""

COMMON = {"zh-Hans": ("gb2312", 0xB0, 0xD7), "zh-Hant": ("big5", 0xA4, 0xC6)}
"""The characters of every day: 一级汉字 of GB/T 2312, 常用字 of Big5, by the first byte of their code."""


def add_readings(copy: FairCopy, task: Task) -> Done:
    """The copy with readings above its characters, as ``pinyin`` of book.yaml and of its blocks asks.

    Those that are there stay. Every choice between several readings is a decision of the copy.
    """
    default = PinyinScope(task.book.settings.pinyin)
    blocks_ask = asked(copy)
    if default is PinyinScope.NONE and not blocks_ask:
        return Done(copy)
    settled = {item.phrase: item.syllables for item in task.book.readings}
    annotator = _Annotator(settled, _common(task.book.settings.source_variant))

    def change_of(unit: Unit) -> MapInlines:
        annotator.begin(scopes(unit, default))
        return annotator.run

    annotated = map_units(copy, change_of, sides=False)
    annotated = without_scopes(annotated) if blocks_ask else annotated
    return Done(
        replace(annotated, decisions=(*annotated.decisions, *annotator.decisions)),
        (*annotator.unread, *_told(annotator.decisions)),
    )


def _common(tag: str) -> tuple[str, int, int]:
    return COMMON["zh-Hant" if tag.startswith("zh-Hant") else "zh-Hans"]


def is_common(character: str, table: tuple[str, int, int]) -> bool:
    """True for a character that every reader of this script knows."""
    codec, first, last = table
    try:
        code = character.encode(codec)
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and first <= code[0] <= last


def _told(decisions: list[Decision]) -> Iterator[Diagnostic]:
    """What is doubtful: each character once for each reading that it was given, with the number of its places."""
    doubts: dict[tuple[str, str], list[Decision]] = {}
    for item in decisions:
        if item.doubtful:
            doubts.setdefault((item.source, item.result), []).append(item)
    groups = list(doubts.values())
    for first, *others in groups[:SHOWN]:
        yield DOUBTFUL_READING.at(
            first.place,
            character=first.source,
            syllable=first.result,
            others="、".join(first.others),
            context=first.context,
            more_zh=f"；另有 {len(others)} 处" if others else "",
            more_en=f"; and in {len(others)} more places" if others else "",
        )
    if len(groups) > SHOWN:
        yield MORE_DOUBTS.at(groups[SHOWN][0].place, count=len(groups) - SHOWN)


@dataclass(slots=True)
class _Annotator:
    """Annotates run after run; ``common`` are the characters that need no reading where only rare ones get one."""

    settled: Mapping[str, tuple[str, ...]]
    common: tuple[str, int, int]
    unread: list[Diagnostic] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    scopes: Scopes = field(default_factory=dict)
    rare: bool = False

    def begin(self, scopes: Scopes) -> None:
        """A new chapter or part begins, whose runs have these measures."""
        self.seen.clear()
        self.scopes = scopes

    def run(self, run: Inlines) -> Inlines:
        """A run with its readings."""
        scope = self.scopes.get(id(run), PinyinScope.NONE)
        if scope is PinyinScope.NONE:
            return run
        self.rare = scope is PinyinScope.RARE
        whole = strand(run)
        if not HAN.search(whole.text):
            return run
        readings = {reading.index: reading for reading in read(whole.text, self.settled)}
        threads = iter(whole.threads)
        return tuple(self._rebuilt(run, threads, whole, readings))

    def _rebuilt(
        self, run: Inlines, threads: Iterator[Thread], whole: Strand, readings: Mapping[int, Reading]
    ) -> Iterator[Inline]:
        for item in run:
            if isinstance(item, Text):
                yield from self._text(item, next(threads), whole, readings)
                continue
            if isinstance(item, Mark) and item.kind is MarkKind.SIDE:
                yield item  # no part of the strand
                continue
            inner: Any = item
            content: Inlines = getattr(item, "content", ())
            if isinstance(item, Ruby) or (isinstance(item, Mark) and item.kind in _BARE):
                for _ in texts(content):
                    next(threads)
                yield item
            elif content or isinstance(item, Link):
                yield replace(inner, content=tuple(self._rebuilt(content, threads, whole, readings)))
            else:
                yield item

    def _text(self, item: Text, thread: Thread, whole: Strand, readings: Mapping[int, Reading]) -> Iterator[Inline]:
        """The text cut into stretches with and without readings; a text with characters of no width stays whole."""
        if thread.holes:
            yield item
            return
        start = 0
        taken: list[Reading] = []
        for offset in range(len(thread.text) + 1):
            reading = readings.get(thread.start + offset) if offset < len(thread.text) else None
            wanted = reading is not None and self._wanted(reading, thread.place_of(offset), whole)
            if wanted == bool(taken) and offset < len(thread.text):
                if reading is not None and wanted:
                    taken.append(reading)
                continue
            yield from _stretch(item, thread, start, offset, taken)
            start, taken = offset, [reading] if reading is not None and wanted else []

    def _wanted(self, reading: Reading, place: Place, whole: Strand) -> bool:
        if self.rare:
            if is_common(reading.character, self.common) or reading.character in self.seen:
                return False
            self.seen.add(reading.character)
        context = whole.around(reading.index, 6)
        if not reading.syllable:
            code = f"U+{ord(reading.character):04X}"
            self.unread.append(UNREAD.at(place, character=reading.character, code=code, context=context))
            return False
        doubtful = reading.confidence < DOUBTFUL
        if reading.others or doubtful:
            choice = (reading.character, reading.syllable, reading.others, reading.confidence, doubtful, context)
            self.decisions.append(Decision("reading", place, *choice))
        return True


_BARE = frozenset({MarkKind.WARICHU, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT, MarkKind.FRACTION, MarkKind.CIRCLED})
"""Small type, above which nothing stands."""


def _stretch(item: Text, thread: Thread, start: int, end: int, taken: list[Reading]) -> Iterator[Inline]:
    if start == end:
        return
    place = thread.place_of(start)
    text = replace(item, text=thread.text[start:end], place=place)
    yield Ruby((text,), tuple(Text(reading.syllable, place) for reading in taken), place) if taken else text
