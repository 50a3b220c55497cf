"""A paragraph made ready for breaking: its sorts, how each stands to the next, and sums along the line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from fuzi.press.composition.case import SHOUTS, SIDES, Case
from fuzi.press.composition.classes import UNITS, Kind
from fuzi.press.composition.pairs import FORCED, ROW, Pair
from fuzi.press.composition.rows import Rows
from fuzi.press.composition.sorts import Sort

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}$", re.ASCII)
_HUNDREDS = re.compile(r"\d{3}(?!\d)", re.ASCII)


class Widths:
    """The measures that the lines of a paragraph meet: ``first`` of them one by one, then ``rest`` for all others."""

    __slots__ = ("first", "rest")

    def __init__(self, rest: float, first: Sequence[float] = ()) -> None:
        self.rest = rest
        self.first = tuple(first)

    def __call__(self, line: int) -> float:
        """The measure of this line, from 0."""
        return self.first[line] if line < len(self.first) else self.rest


class Paragraph:
    """``sorts`` in reading order with what lies between them.

    ``pads`` are additions before and after single sorts (padding of boxes in the line); ``bound`` are ranges of sorts
    inside which no line may end. Arrays are by index of sort: ``origins`` and ``least`` sum advances and gaps before
    the sort, as they are and compressed as far as they go, ``give`` is their difference; ``soft`` and ``even`` sum what
    may be added first, and the gaps that take the rest. By index of the sort after a line: ``price`` is that of a break
    there, ``last`` the last sort that is seen when the line ends there, ``tails`` where its right edge is.
    ``inner`` is the last sort inside the measure (one before ``last`` where that hangs), ``grip`` what all sorts up to
    it may give: a mark in the middle of its cell that has moved to the left at the end of its line gives no more.
    """

    __slots__ = (
        "case", "ends", "even", "forced", "give", "grip", "inner", "last", "least", "notes", "origins", "pads", "pairs",
        "price", "soft", "sorts", "starts", "tails",
    )  # fmt: skip

    def __init__(
        self,
        sorts: Sequence[Sort],
        case: Case,
        pads: Mapping[int, tuple[float, float]] | None = None,
        bound: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.case = case
        self.sorts = settled = list(sorts)
        self.pads = dict(pads or {})
        rows = self._settle()
        self.notes = _notes(settled, case)
        stand = case.pair
        self.pairs: list[Pair] = [stand(a, b) for a, b in zip(settled, settled[1:], strict=False)]
        self._sum()
        self.price: list[float | None] = [None, *(pair.price for pair in self.pairs), FORCED]
        for index in rows:
            self.price[index] = ROW
        for first, end in bound:
            for index in range(first + 1, end):
                if self.price[index] != FORCED:
                    self.price[index] = None
        self.forced = [index for index, price in enumerate(self.price) if price == FORCED]
        self._ends()

    def _settle(self) -> list[int]:
        """Give marks and spaces the form that their neighbours ask for; returns where long rows of dots may end."""
        sorts, case = self.sorts, self.case
        rows: list[int] = []
        held = -2
        for index in [index for index, sort in enumerate(sorts) if sort.settles]:
            sort = sorts[index]
            kind = sort.kind
            before = sorts[index - 1] if index else None
            after = sorts[index + 1] if index + 1 < len(sorts) else None
            if kind is Kind.ELLIPSIS:
                rows += self._row(index, before)
            elif before is None:
                pass
            elif kind is Kind.SPACE or kind is Kind.CHANCE:
                if before.no_end or held == index - 1:
                    sorts[index], held = case.held(sort), index
                elif after is not None and sort.text == " " and _mixed(before, after):
                    sorts[index] = case.between(sort)
                elif after is not None and kind is Kind.SPACE and _one_number(before.text, after.text):
                    sorts[index] = case.grouping(sort)
            elif sort.narrow is not None and after is not None and after.kind is Kind.CLOSING:
                sorts[index] = sort.narrow
            elif sort.hangs and (before.kind in SIDES or not before.stays):
                sorts[index] = case.inside(sort)
            elif not sort.left and (after is None or after.text not in SHOUTS) and self._shouts(index) % 2 == 0:
                sorts[index] = case.halved(sort)  # two share one cell, three take two
        return rows

    def _row(self, index: int, before: Sort | None) -> range:
        """Where a row of more than one …… may end; empty but at the beginning of such a row."""
        sorts, end = self.sorts, index
        if before is not None and before.kind is Kind.ELLIPSIS:
            return range(0)
        while end < len(sorts) and sorts[end].kind is Kind.ELLIPSIS:
            end += 1
        return range(index + 2, end - 1, 2)

    def _shouts(self, index: int) -> int:
        """How many ！ and ？ stand together up to this one."""
        start = index
        while start and self.sorts[start - 1].text in SHOUTS:
            start -= 1
        return index + 1 - start

    def __len__(self) -> int:
        return len(self.sorts)

    def _sum(self) -> None:
        """Sum along the paragraph, once, so that any line can be measured in a few subtractions."""
        pairs = self.pairs
        steps = [sort.width + pair[0] for sort, pair in zip(self.sorts, pairs, strict=False)]
        for index, (before, after) in self.pads.items():
            if index < len(steps):
                steps[index] += after
            if 0 < index <= len(steps):
                steps[index - 1] += before
        self.origins = list(accumulate(steps, initial=0.0))
        self.least = list(accumulate((step - pair[1] for step, pair in zip(steps, pairs, strict=False)), initial=0.0))
        self.give = [origin - least for origin, least in zip(self.origins, self.least, strict=True)]
        self.soft = list(accumulate((pair[3] + pair[4] for pair in pairs), initial=0.0))
        self.even = list(accumulate((pair[5] for pair in pairs), initial=0))

    def _ends(self) -> None:
        """``ends[i]`` is what sort ``i`` takes at the end of a line, ``starts[i]`` where it stands at its beginning."""
        self.ends = [sort.end if sort.hyphen is None else sort.end + sort.hyphen.end for sort in self.sorts]
        self.starts = [sort.start for sort in self.sorts]
        for index, (before, after) in self.pads.items():
            self.ends[index] += after
            self.starts[index] += before
        edges = [
            origin + end + sort.shift for origin, end, sort in zip(self.origins, self.ends, self.sorts, strict=True)
        ]
        self.last = list(
            accumulate((index if sort.stays else -1 for index, sort in enumerate(self.sorts)), max, initial=-1)
        )
        self.inner = self.last
        if self.case.style.hanging:
            self.inner = [index - (index > 0 and self.sorts[index].hangs) for index in self.last]
        self.tails = [edges[index] if index >= 0 else 0.0 for index in self.inner]
        self.grip = [self.give[index] for index in self.inner]
        if any(sort.shift for sort in self.sorts):
            for end, index in enumerate(self.inner):
                if index > 0 and self.sorts[index].shift:
                    self.grip[end] -= self.pairs[index - 1].shrink

    def upright(self) -> Paragraph:
        """The same paragraph where nothing hangs: beside a float, whose text a hanging mark would meet."""
        if not self.case.style.hanging:
            return self
        bound = [(index - 1, index + 1) for index, price in enumerate(self.price) if price is None and index]
        return Paragraph(
            [self.case.inside(sort) if sort.hangs else sort for sort in self.sorts], self.case, self.pads, bound
        )

    def widened(self, first: int, end: int) -> list[tuple[int, float]]:
        """Of each piece of a note in two rows that stands on a line: the sort after it, and what it takes beyond half
        the width of its sorts."""
        found: list[tuple[int, float]] = []
        for start, stop, rows in self.notes:
            if stop > first and start < end:
                last = min(stop, end)
                found.append((last, rows.extra(max(start, first) - start, last - start, at_edge=last == end)))
        return found

    def uneven(self, first: int, end: int) -> float:
        """By how much (em of the small type) the rows of a note that the line parts differ in length."""
        for start, stop, rows in self.notes:
            if start < end < stop:
                above, below = rows.lengths(max(start, first) - start, end - start, at_edge=True)
                return abs(above - below) / rows.parts[0].em
        return 0.0

    def visible(self, start: int, end: int) -> int:
        """The end of the line without the spaces that fall away."""
        return max(start, self.last[end] + 1)

    def skip_spaces(self, start: int) -> int:
        """The first sort from ``start`` on that does not fall away at the beginning of a line."""
        sorts = self.sorts
        while start < len(sorts) and sorts[start].kind in (Kind.SPACE, Kind.CHANCE):
            start += 1
        return start


def _notes(sorts: Sequence[Sort], case: Case) -> list[tuple[int, int, Rows]]:
    """The notes in two rows: first sort, the one after the last, and how they are dealt."""
    found: list[tuple[int, int, Rows]] = []
    parts: list[Sort] = []
    for index, sort in enumerate(sorts):
        if sort.part is None:
            continue
        parts.append(sort.part)
        if sort.closes:
            found.append((index + 1 - len(parts), index + 1, Rows(parts, case)))
            parts = []
    return found


def _one_number(before: str, after: str) -> bool:
    """True for the thousands of a number (12 000; GB/T 15835-2011, 5.1.1), and for a number and its unit (30 km)."""
    if not before[-1].isdigit():
        return False
    grouped = _THOUSANDS.search(before) is not None and _HUNDREDS.match(after) is not None
    return grouped or after.rstrip(",.;:)") in UNITS


def _mixed(a: Sort, b: Sort) -> bool:
    return (a.kind is Kind.HAN and b.kind is Kind.LATIN) or (a.kind is Kind.LATIN and b.kind is Kind.HAN)
