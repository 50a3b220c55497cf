"""Whether a line reaches the edges of its measure, and what became of its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fuzi.check.marks import (
    HANGING,
    INTERPUNCTS,
    MARKS,
    SENTENCE_ENDS,
    SQUARE,
    blank_after,
    blank_before,
    is_han,
    is_western,
    together,
)
from fuzi.check.rows import Row
from fuzi.model.product import Glyph, Manner

AUTOSPACE = 0.25
"""em between Han and Latin (CLREQ 3.2.2), and the natural width of a word space."""

OVERLAP = 0.1
"""em by which a character may lie over its neighbour: fonts leave more than that white between two of them."""

FLEXED = 0.05
"""em by which a line must be shorter or longer than its natural width to count as compressed or stretched."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two adjacent marks: their distance in em from origin to origin, and what it is when they are brought together."""

    text: str
    distance: float
    wanted: float


def full(row: Row) -> bool:
    """True for a line that must reach both edges."""
    return row.fact.justified and not row.fact.closing


def right_miss(row: Row, *, centred: bool) -> float:
    """How far the line ends before (positive) or beyond the right edge of its measure, in pt.

    A mark at the end may be trimmed of the blank behind its ink, or hang outside the measure.
    """
    last = row.cells[-1]
    misses = [row.fact.right - edge for edge in _ends(last, centred=centred)]
    misses.append(misses[0] - row.fact.reach[1])
    if last.character in HANGING and len(row.cells) > 1 and last.x > row.fact.right - last.size / 2:
        misses += [row.fact.right - edge for edge in _ends(row.cells[-2], centred=centred)]
    return min(misses, key=abs)


def left_miss(row: Row, *, centred: bool) -> float:
    """How far the line begins behind (positive) or before the left edge of its measure and indent, in pt."""
    first = row.cells[0]
    start = row.fact.left + row.fact.indent
    starts = [first.x, first.x - row.fact.reach[0]]
    if _square(first):
        starts.append(first.x + blank_before(first.character, centred=centred) * first.size)
    if first.character in INTERPUNCTS:
        starts += [first.x - side for side in _sides(first)]
    return min((place - start for place in starts), key=abs)


def _ends(cell: Glyph, *, centred: bool) -> list[float]:
    """The right edges that a cell may be said to have: of its square, and without the blank behind its ink."""
    end = cell.x + cell.advance
    if _square(cell):
        return [end, end - blank_after(cell.character, centred=centred) * cell.size]
    if cell.character in INTERPUNCTS:
        return [end, *(end + side for side in _sides(cell))]
    return [end]


def _square(cell: Glyph) -> bool:
    return cell.character in MARKS and cell.advance >= SQUARE * cell.size


def _sides(cell: Glyph) -> tuple[float, float]:
    """The blank on either side of an interpunct in a square and in half of one.

    Its glyph may be narrow, or as wide as a square: then it is trimmed, and the blank negative.
    """
    return (cell.size - cell.advance) / 2, (cell.size / 2 - cell.advance) / 2


def gaps(row: Row) -> Iterator[float]:
    """The gaps inside a line, in em, beyond the natural advances; a Latin word space beyond its own width."""
    for index in _inner(row):
        before, after = row.cells[index - 1], row.cells[index]
        gap = row.extent(index)[0] - row.extent(index - 1)[1] if row.annotated else after.x - before.x - before.advance
        if index in row.spaced:
            worded = not _squared(before) and not _squared(after)
            gap -= _space(row, index) if worded else row.spaced[index]
        gap -= sum(_sides(cell)[0] for cell in (before, after) if cell.character in INTERPUNCTS)
        yield gap / row.fact.size


def flexed(row: Row, manner: Manner) -> float:
    """How much the line was stretched (positive) or compressed, in em, against its natural width.

    Natural are: marks in the width that the manner gives them, adjacent ones brought together, a quarter between Han
    and Latin and for a word space.
    """
    em = row.fact.size
    total = 0.0
    for index in _inner(row):
        before, after = row.cells[index - 1], row.cells[index]
        total += (after.x - before.x - before.advance) / em - _natural(row, index, manner)
    return total


def _natural(row: Row, index: int, manner: Manner) -> float:
    before, after = row.cells[index - 1], row.cells[index]
    trimmed = 0.0
    if _narrow(before, manner):
        trimmed += blank_after(before.character, centred=manner.centred)
    if _narrow(after, manner):
        trimmed += blank_before(after.character, centred=manner.centred)
    if _square(before) and _square(after):
        wanted = together(before.character, after.character, centred=manner.centred)
        return min(-trimmed, 0.0 if wanted is None else wanted - 1)
    if INTERPUNCTS & {before.character, after.character}:
        sides = sum(_sides(cell)[0] for cell in (before, after) if cell.character in INTERPUNCTS)
        return sides / row.fact.size - trimmed
    mixed = is_han(before.character) and is_western(after.character)
    mixed |= is_western(before.character) and is_han(after.character)
    return max(AUTOSPACE if mixed else 0.0, _space(row, index) / row.fact.size) - trimmed


def _narrow(cell: Glyph, manner: Manner) -> bool:
    """True for a mark that stands in half a square even when nothing presses."""
    if manner.punctuation == "full" or not _square(cell):
        return False
    return manner.punctuation == "half" or cell.character not in SENTENCE_ENDS


def _space(row: Row, index: int) -> float:
    """The natural width of the space before a cell, in pt: that of its font, and no less than a quarter em."""
    return max(AUTOSPACE * row.fact.size, row.spaced[index]) if index in row.spaced else 0.0


def _squared(cell: Glyph) -> bool:
    """True for what has its own square: a space beside it is a gap, not a word space."""
    return is_han(cell.character) or _square(cell)


def pairs(row: Row, *, centred: bool) -> Iterator[Pair]:
    """The adjacent marks of a line; the brackets of a call are no marks of the text, and what has a reading keeps the
    room of the reading."""
    for index, (before, after) in enumerate(zip(row.cells, row.cells[1:], strict=False)):
        if row.is_call(index) or row.is_call(index + 1) or {index, index + 1} & row.annotated.keys():
            continue
        if before.character in MARKS and after.character in MARKS and _square(before) and _square(after):
            wanted = together(before.character, after.character, centred=centred)
            if wanted is not None:
                yield Pair(before.character + after.character, (after.x - before.x) / before.size, wanted)


def overlaps(row: Row, *, centred: bool) -> Iterator[tuple[str, float]]:
    """Han and marks that are printed on each other, in the line or in a row of small type in it: both, and by how much
    in em beyond the blanks of the marks."""
    for cells in (row.cells, *row.small):
        for before, after in pairwise(cells):
            if not (_squared(before) and _squared(after)) or abs(before.size - after.size) > FLEXED:
                continue
            blank = blank_after(before.character, centred=centred) + blank_before(after.character, centred=centred)
            over = (before.x + before.advance - after.x) / before.size - blank
            if over > OVERLAP:
                yield before.character + after.character, over


def _inner(row: Row) -> Iterator[int]:
    """The indices of cells that stand behind another in the measure: what hangs before it does not count."""
    for index in range(1, len(row.cells)):
        if row.cells[index].x > row.fact.left + 0.5 and row.cells[index - 1].x >= row.fact.left - row.fact.size / 2:
            yield index
