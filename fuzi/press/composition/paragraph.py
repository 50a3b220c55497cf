"""A paragraph made ready for breaking: its sorts, how each stands to the next, and sums along the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from fuzi.press.composition.case import Case
from fuzi.press.composition.classes import Kind
from fuzi.press.composition.pairs import FORCED, Pair
from fuzi.press.composition.sorts import Sort

_MIXED = {Kind.HAN, Kind.LATIN}


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
    ``lost`` is what a sort at the end of a line no longer gives, for it has moved to the left.
    """

    __slots__ = (
        "case", "ends", "even", "forced", "give", "last", "least", "lost", "origins", "pads", "pairs", "price", "soft",
        "sorts", "starts", "tails",
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
        for index, sort in enumerate(settled[:-1]):
            if sort.narrow is not None and settled[index + 1].kind is Kind.CLOSING:
                settled[index] = sort.narrow
            elif sort.text == " " and index and {settled[index - 1].kind, settled[index + 1].kind} == _MIXED:
                settled[index] = case.between(sort)
        stand = case.pair
        self.pairs: list[Pair] = [stand(a, b) for a, b in zip(settled, settled[1:], strict=False)]
        self._sum()
        self.price: list[float | None] = [None, *(pair.price for pair in self.pairs), FORCED]
        for first, end in bound:
            for index in range(first + 1, end):
                if self.price[index] != FORCED:
                    self.price[index] = None
        self.forced = [index for index, price in enumerate(self.price) if price == FORCED]
        self._ends()

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
        self.lost = [
            self.pairs[index - 1].shrink if sort.shift and index else 0.0 for index, sort in enumerate(self.sorts)
        ]
        self.tails = [edges[index] if index >= 0 else 0.0 for index in self.last]

    def visible(self, start: int, end: int) -> int:
        """The end of the line without the spaces that fall away."""
        return max(start, self.last[end] + 1)

    def skip_spaces(self, start: int) -> int:
        """The first sort from ``start`` on that does not fall away at the beginning of a line."""
        sorts = self.sorts
        while start < len(sorts) and sorts[start].kind in (Kind.SPACE, Kind.CHANCE):
            start += 1
        return start
