"""The glyphs of a page sorted into the lines that they were set in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fuzi.check.marks import CLOSING, OPENERS, SOLID, is_han
from fuzi.model.product import Glyph, LineFact, Span

IDEOGRAPHIC_SPACE = "\u3000"
NEAR = 1.0
"""pt by which a glyph may stand beside what its line fills; a trimmed bracket may stand half an em before it."""

READING, BESIDE_SIZE = 0.55, 0.47
"""em: the largest type of a reading, and that from which on it stands above and not beside its character."""

READ_SHARE = 0.6
"""The share of read characters from which on a line is one of those set apart: a paragraph reads three quarters."""

LEVEL = 0.02
"""pt from the baseline within which small type stands on it."""

CALLED = 0.7
"""em above the baseline below which a small sign where a call stands is that call."""

BESIDE_ROOM = 0.5
"""em that belong to a reading beside its character, whether it has a sign of tone or not."""

BESIDE = 0.2
"""pt within which a glyph belongs to a call or an inline block."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it stands in the PDF.

    ``cells`` are its visible glyphs from left to right, pictures and inline blocks among them as one glyph ``SOLID``
    each; ``readings`` are what stands above or beside them (ruby), ``annotated`` by cell the span of its reading in pt;
    ``small`` are the rows of type inside those blocks, such as the two of a note in the line;
    ``spaced`` are the indices of cells that follow spaces, with their advance in pt. ``calls`` and ``marker`` are
    the texts of the calls of notes in it and of the number of the note that begins with it.
    """

    fact: LineFact
    cells: tuple[Glyph, ...]
    spaced: Mapping[int, float]
    calls: tuple[str, ...]
    marker: str | None
    readings: tuple[Glyph, ...] = ()
    small: tuple[tuple[Glyph, ...], ...] = ()
    annotated: Mapping[int, Span] = field(default_factory=dict)

    def extent(self, index: int) -> Span:
        """From where to where a cell stands with its reading, in pt."""
        cell = self.cells[index]
        start, end = self.annotated.get(index, (cell.x, cell.x + cell.advance))
        return min(start, cell.x), max(end, cell.x + cell.advance)

    @property
    def read_throughout(self) -> bool:
        """True when nearly all its characters have readings: then they are set apart, evenly."""
        return len(self.annotated) >= READ_SHARE * sum(is_han(cell.character) for cell in self.cells) > 0

    @property
    def text(self) -> str:
        """Its visible characters."""
        return "".join(cell.character for cell in self.cells)

    @property
    def words(self) -> str:
        """Its text without pictures, to be shown."""
        return self.text.replace(SOLID, "")

    def is_call(self, index: int) -> bool:
        """True when this cell belongs to the call of a note."""
        return any(_in(self.cells[index], span) for span in self.fact.calls)


def rows(lines: Sequence[LineFact], glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """The lines of one page with their glyphs, in the order of ``lines``; a line of which nothing was drawn is left
    out. Glyphs outside all lines (heads, folios, code) are none of ours."""
    found: list[list[Glyph]] = [[] for _ in lines]
    heights: dict[float, list[int]] = {}
    for glyph in glyphs:
        if glyph.y not in heights:
            heights[glyph.y] = [index for index, line in enumerate(lines) if line.top <= glyph.y <= line.bottom]
        index = _nearest(lines, heights[glyph.y], glyph)
        if index is not None:
            found[index].append(glyph)
    for line, own in zip(lines, found, strict=True):
        row = _row(line, own)
        if row.cells:
            yield row


def _nearest(lines: Sequence[LineFact], candidates: Sequence[int], glyph: Glyph) -> int | None:
    """The line of this height that the glyph stands in."""
    best: tuple[bool, float, int] | None = None
    heart = _heart(glyph)
    for index in candidates:
        line = lines[index]
        start = min(line.left, line.left + line.indent, line.extent[0])
        end = max(line.right, line.extent[1])
        away = max(start - line.size / 2 - glyph.x, glyph.x - end, 0.0)
        found = not start <= heart <= end, away, index  # a trimmed bracket begins in the line to its left
        if away <= NEAR and (best is None or found < best):
            best = found
    return best[2] if best else None


def _row(line: LineFact, glyphs: list[Glyph]) -> Row:
    readings = tuple(glyph for glyph in glyphs if _is_reading(line, glyph)) if line.read else ()
    glyphs = [glyph for glyph in glyphs if not _is_reading(line, glyph)] if readings else glyphs
    glyphs.sort(key=_heart)
    calls = tuple(_text(glyphs, span) for span in line.calls)
    marker = _text(glyphs, line.marker) if line.marker else None
    small: tuple[tuple[Glyph, ...], ...] = ()
    if line.solids:
        small = tuple(row for span in line.solids for row in _small(glyphs, span))
        outside = [glyph for glyph in glyphs if not any(_in(glyph, span) for span in line.solids)]
        solids = [Glyph(SOLID, start, line.baseline, end - start, line.size) for start, end in line.solids]
        glyphs = sorted([*outside, *solids], key=_heart)
    cells: list[Glyph] = []
    spaced: dict[int, float] = {}
    for glyph in glyphs:
        if glyph.character == IDEOGRAPHIC_SPACE or not _unseen(glyph.character):
            cells.append(glyph)
        elif glyph.character.isspace():
            spaced[len(cells)] = spaced.get(len(cells), 0.0) + glyph.advance
    while cells and cells[-1].character == IDEOGRAPHIC_SPACE:
        cells.pop()
    return Row(line, tuple(cells), spaced, calls, marker, readings, small, _annotated(cells, readings))


def _small(glyphs: Sequence[Glyph], span: Span) -> Iterator[tuple[Glyph, ...]]:
    """The rows of type inside a block in the line, each from left to right."""
    found: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        if _in(glyph, span) and not _unseen(glyph.character):
            found.setdefault((round(glyph.y, 1), round(glyph.size, 1)), []).append(glyph)
    for row in found.values():
        yield tuple(sorted(row, key=lambda glyph: glyph.x))


def _is_reading(line: LineFact, glyph: Glyph) -> bool:
    """True for what stands above or beside the characters in type half as large or less; blocks in the line aside, and
    the calls of notes, which are as small in large type but stand lower than a reading; and what is too long for the
    line and goes on behind its character."""
    behind = abs(glyph.y - line.baseline) < LEVEL and glyph.size >= BESIDE_SIZE * line.size
    if behind or glyph.size > READING * line.size or any(_in(glyph, span) for span in line.solids):
        return False
    called = glyph.y > line.baseline - CALLED * line.size and any(_in(glyph, span) for span in line.calls)
    return not called


def _annotated(cells: Sequence[Glyph], readings: Sequence[Glyph]) -> dict[int, Span]:
    """By cell, the span of its reading: that above it, or beside it at its right."""
    found: dict[int, Span] = {}
    for reading in readings if cells else ():
        if reading.size < BESIDE_SIZE * cells[0].size:
            index = max((i for i, cell in enumerate(cells) if cell.x <= reading.x), default=0)
            cell = cells[index]
            found.setdefault(index, (cell.x, cell.x + cell.advance + BESIDE_ROOM * cell.size))
        else:
            middle = reading.x + reading.advance / 2
            index = min(range(len(cells)), key=lambda i: abs(cells[i].x + cells[i].advance / 2 - middle))
        start, end = found.get(index, (reading.x, reading.x))
        found[index] = min(start, reading.x), max(end, reading.x + reading.advance)
    return found


def _heart(glyph: Glyph) -> float:
    """Where the middle of the ink stands: the blank half of a mark may lie over a narrow letter beside it."""
    if glyph.character in OPENERS:
        return glyph.x + glyph.advance * 3 / 4
    return glyph.x + glyph.advance / (4 if glyph.character in CLOSING else 2)


def _text(glyphs: Sequence[Glyph], span: Span) -> str:
    return "".join(glyph.character for glyph in glyphs if _in(glyph, span) and not _unseen(glyph.character))


def _in(glyph: Glyph, span: Span) -> bool:
    """True when it begins there and has its middle there: the square of a trimmed mark beside it only reaches in.

    An opening bracket may be the first sort there and trimmed itself: the middle of its ink counts.
    """
    if glyph.character in OPENERS:
        return span[0] - BESIDE <= _heart(glyph) <= span[1] + BESIDE
    return span[0] - BESIDE <= glyph.x and glyph.x + glyph.advance / 2 <= span[1] + BESIDE


def _unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
