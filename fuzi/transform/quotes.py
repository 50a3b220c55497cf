"""Quotation marks in the shape of the variant, and a word about those that have lost their other half."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fuzi.model.block import Inlines
from fuzi.model.edition import Quotes
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Text
from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import BOOK_FILE
from fuzi.model.walk import MapInlines
from fuzi.transform.characters import HAN, LATIN, WIDE
from fuzi.transform.codes import QUOTE_UNCLOSED, QUOTE_UNOPENED
from fuzi.transform.metadata import map_binding, map_products
from fuzi.transform.protected import merged, protected
from fuzi.transform.strand import Piece, Strand, rebuild, strand, texts
from fuzi.transform.task import Done, Task
from fuzi.transform.units import Unit, map_units

CURLY = Quotes(outer=("“", "”"), inner=("‘", "’"))
CORNER = Quotes(outer=("「", "」"), inner=("『", "』"))

_PAIRS = (CURLY.outer, CURLY.inner, CORNER.outer, CORNER.inner)
_CLOSES = dict(_PAIRS)
_MARK = re.compile("[" + "".join(opening + closing for opening, closing in _PAIRS) + "]")
_APOSTROPHE = CURLY.inner[1]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together, by their offsets; ``around`` is where the open mark around them stands, or -1."""

    start: int
    end: int
    around: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The quotation marks of one string: pairs by their start, and in order those without their other half."""

    pairs: tuple[Pair, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


def pair_quotes(copy: FairCopy, _: Task) -> Done:
    """The copy as it is, with a word about every mark without its other half, in the words of the source."""
    pages: list[_Page] = []

    def change_of(_: Unit) -> MapInlines:
        pages.append(_Page())
        return pages[-1].take

    map_units(copy, change_of, sides=False)
    return Done(copy, tuple(found for page in pages for found in page.diagnostics()))


def settle_quotes(copy: FairCopy, task: Task) -> Done:
    """The copy with the quotation marks of its variant; a book already written in it keeps those it has."""
    if task.same_script:
        return Done(copy)
    wanted = task.variant.quotes
    settled = map_units(copy, lambda _: lambda inlines: _settled(inlines, wanted))
    metadata = map_products(copy, task, lambda text: settled_text(text, wanted))
    binding = map_binding(copy.binding, lambda text: settled_text(text, wanted))
    return Done(replace(settled, metadata=metadata, binding=binding))


def settled_text(text: str, wanted: Quotes) -> str:
    """One text by itself, as in the metadata."""
    whole = strand((Text(text, BOOK_FILE),))
    return texts(whole, [Piece(whole.text, _marked(whole.text, read(whole), wanted))])[0]


def read(whole: Strand) -> Reading:
    """Pair the quotation marks of a string; those in protected stretches and apostrophes are not among them."""
    text = whole.text
    pairs: list[Pair] = []
    opened: list[int] = []
    waiting: Counter[str] = Counter()  # closing marks that the open ones wait for
    unclosed: list[int] = []
    unopened: list[int] = []
    for at in _marks(whole):
        mark = text[at]
        if _is_apostrophe(text, at, waiting):
            continue
        if mark in _CLOSES:
            opened.append(at)
            waiting[_CLOSES[mark]] += 1
            continue
        if not waiting[mark]:
            unopened.append(at)
            continue
        level = next(i for i in range(len(opened) - 1, -1, -1) if _CLOSES[text[opened[i]]] == mark)
        waiting.subtract(_CLOSES[text[start]] for start in opened[level:])
        unclosed += opened[level + 1 :]
        pairs.append(Pair(opened[level], at, opened[level - 1] if level else -1))
        del opened[level:]
    pairs.sort(key=lambda pair: pair.start)
    return Reading(tuple(pairs), tuple(sorted(unclosed + opened)), tuple(unopened))


def _marks(whole: Strand) -> Iterator[int]:
    found = [match.start() for match in _MARK.finditer(whole.text)]
    if not found:
        return
    spans = merged([*whole.literal, *protected(whole.text)])
    for at in found:
        if not any(start <= at < end for start, end in spans):
            yield at


def _is_apostrophe(text: str, at: int, waiting: Counter[str]) -> bool:
    """’ in don’t, students’ and ’90s, and the marks of feet and inches after a figure."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark == CURLY.inner[0]:
        return after.isdigit() and _APOSTROPHE not in text[at:]
    if mark == CURLY.outer[1]:
        return before.isdigit() and not waiting[mark]
    if mark != _APOSTROPHE:
        return False
    if _joins(before) and _joins(after):
        return True
    return not waiting[mark] and (_joins(before) or (_joins(after) and not HAN.match(before)))


def _joins(character: str) -> bool:
    return bool(LATIN.match(character)) or (character.isascii() and character.isdigit())


def _marked(text: str, reading: Reading, wanted: Quotes) -> str:
    """The string with its marks in the shape that is wanted."""
    shapes = _shapes(wanted)
    if not shapes:
        return text
    stays = _latin(text, reading) if wanted != CURLY else set()
    characters = list(text)
    marks = [at for pair in reading.pairs for at in (pair.start, pair.end)]
    for at in (*marks, *reading.unclosed, *reading.unopened):
        if at not in stays:
            characters[at] = shapes.get(characters[at], characters[at])
    return "".join(characters)


def _shapes(wanted: Quotes) -> dict[str, str]:
    table: dict[str, str] = {}
    for family in (CURLY, CORNER):
        if family != wanted:
            table |= zip((*family.outer, *family.inner), (*wanted.outer, *wanted.inner), strict=True)
    return table


def _latin(text: str, reading: Reading) -> set[int]:
    """The curly marks that belong to Latin text: in a Latin paragraph, around Latin in Latin, within a Latin quotation.

    Latin quoted in a Chinese sentence (他说“Hello”) has the marks of the sentence.
    """
    latin = [match.start() for match in LATIN.finditer(text)]
    if not latin:
        return set()
    han = [match.start() for match in HAN.finditer(text)]
    if not han:
        return {match.start() for match in _MARK.finditer(text) if match.group() not in (*CORNER.outer, *CORNER.inner)}
    stays: set[int] = set()
    foreign: set[int] = set()
    for pair in reading.pairs:
        if text[pair.start] not in (CURLY.outer[0], CURLY.inner[0]):
            continue
        if _between(han, pair) or not _between(latin, pair):
            continue
        if pair.around in foreign or not (_wide(text, pair.start, -1) or _wide(text, pair.end, 1)):
            stays |= {pair.start, pair.end}
        foreign.add(pair.start)
    return stays


def _between(positions: list[int], pair: Pair) -> bool:
    index = bisect_left(positions, pair.start)
    return index < len(positions) and positions[index] < pair.end


def _wide(text: str, at: int, step: int) -> bool:
    """True when the nearest character beyond a mark, other marks and spaces aside, is Han or full-width."""
    at += step
    while 0 <= at < len(text) and (text[at].isspace() or _MARK.match(text[at])):
        at += step
    return 0 <= at < len(text) and bool(WIDE.match(text[at]))


def _settled(inlines: Inlines, wanted: Quotes) -> Inlines:
    whole = strand(inlines)
    new = texts(whole, [Piece(whole.text, _marked(whole.text, read(whole), wanted))])
    return rebuild(inlines, iter(new), lambda text: settled_text(text, wanted))


@dataclass(slots=True)
class _Page:
    """The runs of one unit in order, with their quotation marks."""

    lines: list[tuple[Strand, Reading]] = field(default_factory=list)

    def take(self, inlines: Inlines) -> Inlines:
        """Read one run and leave it as it is; empty ones do not stand between two paragraphs."""
        whole = strand(inlines)
        if whole.text:
            self.lines.append((whole, read(whole)))
        return inlines

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Marks without their other half; an open one is in order when the next paragraph opens with it again."""
        followers = [*(whole.text.lstrip() for whole, _ in self.lines[1:]), ""][: len(self.lines)]
        for (whole, reading), following in zip(self.lines, followers, strict=True):
            if reading.unclosed and not following.startswith(whole.text[reading.unclosed[0]]):
                yield from (_lost(QUOTE_UNCLOSED, whole, at) for at in reading.unclosed)
            yield from (_lost(QUOTE_UNOPENED, whole, at) for at in reading.unopened)


def _lost(code: Code, whole: Strand, at: int) -> Diagnostic:
    return code.at(whole.place_at(at), mark=whole.text[at], context=whole.around(at))
