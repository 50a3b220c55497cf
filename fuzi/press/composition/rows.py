"""Notes in two rows of small type inside a line (夹注, 割注): how a piece of one is dealt to the rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from fuzi.press.composition.case import ENDING, Case
from fuzi.press.composition.classes import Kind
from fuzi.press.composition.sorts import Sort

_NO_START = frozenset({
    Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.POSTFIX, Kind.SOLIDUS, Kind.INTERPUNCT, Kind.SPACE, Kind.GLUE,
})  # fmt: skip

FORBIDDEN = 1000.0
TORN = 0.2
"""em: what it costs to begin the second row between two words that nothing parts."""

AROUND = 6
"""Sorts on either side of the middle at which the second row may begin."""

FILLED = 0.15
"""em by which the gaps of a row may be wider than those of the other, so that both end at the edge of the line."""


class Rows:
    """The small sorts of one note, measured once for every line that may hold a piece of it."""

    __slots__ = ("case", "nominal", "parts", "pens")

    def __init__(self, parts: Sequence[Sort], case: Case) -> None:
        self.parts = parts
        self.case = case
        gaps = [case.pair(a, b).gap for a, b in pairwise(parts)]
        self.pens = list(accumulate((part.width + gap for part, gap in zip(parts, gaps, strict=False)), initial=0.0))
        self.nominal = list(accumulate((part.width / 2 for part in parts), initial=0.0))

    def extra(self, first: int, end: int, *, at_edge: bool) -> float:
        """What the piece takes beyond half the width of its sorts (negative: less); ``at_edge`` of a line the marks
        that end its rows give up their blank."""
        return max(self.lengths(first, end, at_edge=at_edge)) - (self.nominal[end] - self.nominal[first])

    def lengths(self, first: int, end: int, *, at_edge: bool) -> tuple[float, float]:
        """The lengths of both rows of the piece, set solid."""
        cut = self._cut(first, end, at_edge)
        return self._length(first, cut, at_edge), self._length(cut, end, at_edge)

    def deal(self, first: int, end: int, width: float, *, closing: bool, at_edge: bool) -> list[list[float]]:
        """Places of the small sorts of both rows from the left edge of their room, which is ``width`` wide.

        The first row is never shorter than the second if that can be. Both are set solid, or with the gaps of the line
        where that is stretched; the shorter fills the room where it needs little for it, but for the second row of a
        ``closing`` piece, which ends its note.
        """
        cut = self._cut(first, end, at_edge)
        spans = ((first, cut), (cut, end))
        fills = [self._fill(start, stop, width, at_edge) for start, stop in spans]
        least = min((fill for fill in fills if fill is not None), default=0.0)
        em = self.parts[first].em
        rows: list[list[float]] = []
        for number, ((start, stop), fill) in enumerate(zip(spans, fills, strict=True)):
            kept = fill is None or fill - least > FILLED * em or (closing and number == 1)
            rows.append(self._places(start, stop, least if kept or fill is None else fill))
        return rows

    def _cut(self, first: int, end: int, at_edge: bool) -> int:
        """Where the second row begins: as nearly in the middle as the rules allow."""
        pens, parts = self.pens, self.parts
        middle = bisect_left(pens, (pens[first] + pens[end - 1] + parts[end - 1].width) / 2, first, end)
        best = (float("inf"), end)
        for cut in range(max(first + 1, middle - AROUND), min(end, middle + AROUND) + 1):
            above, below = self._length(first, cut, at_edge), self._length(cut, end, at_edge)
            price = max(above, below) + (0.0 if above >= below - 1e-6 else parts[first].em)
            if cut < end:
                price += self._torn(parts[cut - 1], parts[cut])
            best = min(best, (price, cut))
        return best[1]

    @staticmethod
    def _torn(before: Sort, after: Sort) -> float:
        if after.kind in _NO_START or after.no_start or before.no_end:
            return FORBIDDEN
        return TORN * before.em if before.kind is after.kind is Kind.LATIN else 0.0

    def _length(self, first: int, end: int, at_edge: bool) -> float:
        parts = self.parts
        while end > first and not parts[end - 1].stays:
            end -= 1
        while first < end and not parts[first].stays:
            first += 1
        if first >= end:
            return 0.0
        last = parts[end - 1]
        blank = last.right if at_edge and last.kind in ENDING and not last.firm else 0.0
        return self.pens[end - 1] - self.pens[first] + last.width - blank

    def _fill(self, first: int, end: int, width: float, at_edge: bool) -> float | None:
        """What is added behind each sort but the last, so that the row fills its room; None where nothing can."""
        if end - first < 2:
            return None
        return max(0.0, width - self._length(first, end, at_edge)) / (end - first - 1)

    def _places(self, first: int, end: int, step: float) -> list[float]:
        parts = self.parts
        begin = first
        while begin < end and not parts[begin].stays:
            begin += 1
        origin = self.pens[min(begin, len(parts) - 1)]
        return [max(0.0, self.pens[at] - origin) + step * max(0, at - begin) for at in range(first, end)]
