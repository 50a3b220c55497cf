"""The case that makes and keeps the sorts of one style, and knows how each two of them stand together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from fuzi.press.composition.classes import (
    NO_END,
    NO_START,
    SPACED,
    STRICT_NO_START,
    TOUCHING,
    Kind,
    kind_of,
)
from fuzi.press.composition.pairs import NO_END_KINDS, WIDE_DIGITS, Pair, pair
from fuzi.press.composition.sorts import Sort
from fuzi.press.composition.style import Style

TOUCH = 0.12
"""em by which ink may reach into the blank half of its cell."""

TRACK = 0.3
"""em between characters that are all read: most readings of up to five letters then need no more."""

READ_SHARE = 0.75
"""The share of the characters of a paragraph that are read, from which on it is set evenly."""

HANGING = frozenset("、，。．")
SHOUTS = frozenset("！？")
"""Marks that share cells when they stand together (GB/T 15834-2011, 5.1.2), and keep theirs in the middle of it."""

LONE = {"-": Kind.CONNECTOR, "‐": Kind.CONNECTOR, "–": Kind.CONNECTOR, "~": Kind.CONNECTOR, "/": Kind.SOLIDUS}
"""What a narrow sign is that stands alone: a mark of Chinese text (GB/T 15834-2011, 5.1.6 and 5.1.9)."""

FALLING = frozenset({Kind.SPACE, Kind.KEPT, Kind.BREAK, Kind.CHANCE})
SIDES = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP})
ENDING = (SIDES - {Kind.OPENING}) | {Kind.INTERPUNCT}
"""Marks that take half a cell at the end of a line."""

NO_COLUMN = ENDING | {Kind.POSTFIX, Kind.SOLIDUS, Kind.SPACE, Kind.GLUE}
"""What begins no line of a note in two rows."""

SETTLING = frozenset({Kind.SPACE, Kind.CHANCE, Kind.ELLIPSIS})


@dataclass(slots=True)
class Case:
    """The type case of one style: makes sorts, and remembers how each two of them stand side by side."""

    style: Style
    keys: dict[tuple[Any, ...], int] = field(default_factory=dict)
    _others: dict[tuple[str, Sort], Sort] = field(default_factory=dict)
    _pairs: dict[tuple[int, int], Pair] = field(default_factory=dict)

    def sort(
        self,
        text: str,
        width: float,
        em: float,
        *,
        ink: tuple[float, float] | None = None,
        tail: float = 0.0,
        payload: Any = None,
    ) -> Sort:
        """A character, mark or space; ``ink`` are the blanks left and right of what the font draws, where known."""
        kind = kind_of(text, width, em)
        sort = Sort(text, width, em, kind, tail=tail, payload=payload)
        if self.style.hanging and self.style.position == "corner" and text in HANGING:
            sort.hangs = kind in SIDES
        if kind in SIDES:
            self._blanks(sort, ink)
        elif kind is Kind.INTERPUNCT:
            self._interpunct(sort)
        elif kind is Kind.LATIN:
            self._edges(sort)
        elif kind is Kind.HAN:
            sort.no_start = self.style.kinsoku == "strict" and text[0] in STRICT_NO_START
        return self._finished(sort)

    def word(
        self,
        text: str,
        width: float,
        em: float,
        *,
        parted: float | None,
        hyphen: Sort | None,
        payload: Any,
        tail: float = 0.0,
    ) -> Sort:
        """A Latin word, or a part of one after which the line may end at the price of ``parted``."""
        kind = LONE.get(text, Kind.LATIN)
        sort = Sort(text, width, em, kind, tail=tail, parted=parted, hyphen=hyphen, payload=payload)
        self._edges(sort)
        return self._finished(sort)

    def object(self, width: float, em: float, *, spaced: bool = False, leads: bool = False) -> Sort:
        """A picture or block in the line; it behaves as a character, or, ``spaced``, keeps from Han as a word does, or
        it ``leads`` its paragraph."""
        return self._finished(Sort("\ufffc", width, em, Kind.OBJECT, gap_left=spaced, gap_right=spaced, leads=leads))

    def annotated(
        self,
        text: str,
        width: float,
        em: float,
        *,
        payload: Any,
        annotation: Any,
        over: float = 0.0,
        beside: float = 0.0,
    ) -> Sort:
        """Characters with a reading: one piece, which behaves as a character.

        The reading reaches ``over`` on either side, or takes ``beside`` at the right in addition to ``width``.
        """
        sort = Sort(text, width + beside, em, Kind.HAN, payload=payload, annotation=annotation, beside=beside)
        sort.over = round(over, 3)
        return self._finished(sort)

    def inert(self, sort: Sort, over: float) -> Sort:
        """The same sort drawn as a reading is, and so no text: one that went on behind its base."""
        return self._finished(replace(sort, payload=(), annotation=sort.payload or (), over=over))

    def spread(self, sorts: list[Sort]) -> list[Sort]:
        """The same sorts, evenly apart where nearly every character has a reading of its own above it.

        Otherwise those with long readings would stand wide and the others close, which children cannot read well.
        """
        han = [sort for sort in sorts if sort.kind is Kind.HAN]
        read = [sort for sort in han if sort.annotation is not None and not sort.beside and len(sort.text) == 1]
        if len(read) < 2 or len(read) < READ_SHARE * len(han):
            return sorts
        chosen = {id(sort) for sort in read}
        return [self._finished(replace(s, track=TRACK * s.em)) if id(s) in chosen else s for s in sorts]

    def columns(self, parts: list[Sort], em: float) -> list[Sort]:
        """The small sorts of a note in two rows (夹注), each with half its width: where the rows end is known on the
        line. ``em`` is the size of the text around it."""
        return [self._column(part, em, index, len(parts)) for index, part in enumerate(parts)]

    def _column(self, part: Sort, em: float, index: int, count: int) -> Sort:
        closes = index == count - 1
        sort = Sort(part.text, part.width / 2, em, Kind.HAN, payload=(), part=part, closes=closes)
        sort.firm = index % 2 == 0 and not closes  # two stand one below the other: one gap in two is stretched
        sort.no_start = part.no_start or part.kind in NO_COLUMN
        sort.no_end = part.no_end
        return self._finished(sort)

    def glue(self, sort: Sort) -> Sort:
        """The same space, at which no line may end."""
        return self._derived("glue", sort, lambda: replace(sort, kind=Kind.GLUE))

    def grouping(self, sort: Sort) -> Sort:
        """The same space inside a number, between thousands: neither broken nor stretched."""
        return self._derived("grouping", sort, lambda: replace(sort, kind=Kind.GLUE, firm=True))

    def held(self, sort: Sort) -> Sort:
        """The same space after a mark that no line may end with: no line may end at the space either."""
        kind = Kind.JOINER if sort.kind is Kind.CHANCE else Kind.GLUE
        return self._derived("held", sort, lambda: replace(sort, kind=kind))

    def halved(self, sort: Sort) -> Sort:
        """The same mark without the blank on its right."""
        return self._derived("halved", sort, lambda: replace(sort, after=sort.after - sort.right, right=0.0))

    def inside(self, sort: Sort) -> Sort:
        """The same mark where it does not hang: behind another mark (CLREQ 6.3.3) or a space, or beside a float."""
        return self._derived("inside", sort, lambda: replace(sort, hangs=False))

    def between(self, sort: Sort) -> Sort:
        """A space that was typed between Han and Latin: it stands for the gap that is set there anyway."""
        width = self.style.gap * sort.em
        return self._derived("between", sort, lambda: replace(sort, width=width, gap_left=True, gap_right=True))

    def kept(self, sort: Sort) -> Sort:
        """The same space in text whose spaces are kept."""
        if sort.kind is not Kind.SPACE:
            return sort
        return self._derived("kept", sort, lambda: replace(sort, kind=Kind.KEPT))

    def verbatim(self, sort: Sort) -> Sort:
        """The same sort in a block of code: as wide as the font has it, and no nearer to its neighbours or farther."""
        kind = Kind.KEPT if sort.kind is Kind.SPACE else sort.kind
        return self._derived(
            "verbatim",
            sort,
            lambda: replace(
                sort,
                kind=kind,
                left=0.0,
                right=0.0,
                before=0.0,
                after=0.0,
                gap_left=False,
                gap_right=False,
                narrow=None,
                hangs=False,
            ),
        )

    def touching(self, sort: Sort) -> Sort:
        """The same word where it touches Han without a gap: numbers and signs that are raised or lowered."""
        if not (sort.gap_left or sort.gap_right):
            return sort
        return self._derived("touching", sort, lambda: replace(sort, gap_left=False, gap_right=False))

    def _derived(self, how: str, sort: Sort, make: Callable[[], Sort]) -> Sort:
        found = self._others.get((how, sort))
        if found is None:
            found = self._others[how, sort] = self._finished(make())
        return found

    def pair(self, a: Sort, b: Sort) -> Pair:
        """How two sorts stand side by side on a line, and what it costs to part them."""
        key = (a.key, b.key)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = pair(a, b, self.style)
        return found

    def _blanks(self, sort: Sort, ink: tuple[float, float] | None) -> None:
        """The blank of a full-width mark: half its cell, on the side or sides away from its ink."""
        half = sort.em / 2
        left = right = 0.0
        if sort.kind is Kind.OPENING:
            left = half
        elif sort.kind is Kind.CLOSING or self.style.position == "corner":
            right = half
        else:
            left = right = half / 2
        if ink is not None:
            left, right = _clear(left, ink[0], sort.em), _clear(right, ink[1], sort.em)
        sort.left, sort.right = left, right
        sort.firm = left > 0 and sort.text in SHOUTS  # CLREQ 6.3.2: in the middle of its cell it cannot be adjusted
        if self.style.punctuation == "half" or (self.style.punctuation == "kaiming" and sort.kind is not Kind.STOP):
            sort.before, sort.after, sort.left, sort.right = -left, -right, 0.0, 0.0

    def _interpunct(self, sort: Sort) -> None:
        """Fonts draw it narrow (0.33 em in Noto): it stands in the middle of its cell.

        The cell is half a character wide on the mainland (GB/T 15834-2011, 5.1), a whole one in Taiwan and Hong Kong.
        """
        half = self.style.punctuation == "half" or self.style.position == "corner"
        cell = (0.5 if half else 1.0) * sort.em
        if sort.width < cell:
            sort.before = sort.after = (cell - sort.width) / 2
        blank = max(0.0, sort.width + sort.before + sort.after - sort.em / 2) / 2
        sort.left = sort.right = blank

    def _edges(self, sort: Sort) -> None:
        first, last = sort.text[0], sort.text[-1]
        quoted = first in "\"'" and sort.text[1:2].isalnum()
        sort.no_start, sort.no_end = first in NO_START and not quoted, last in NO_END and (last != "#" or first == "#")
        worded = any(map(str.isalnum, sort.text)) or sort.text not in TOUCHING
        sort.gap_left = worded and (first.isalnum() or first in SPACED or first == "(")
        sort.gap_right = worded and (last.isalnum() or last in SPACED or last == ")")

    def _finished(self, sort: Sort) -> Sort:
        """Work out how the sort stands at the ends of lines, and give it its key."""
        opening = sort.kind is Kind.OPENING
        sort.no_end = sort.no_end or sort.kind in NO_END_KINDS
        sort.stays = sort.kind not in FALLING
        reach = max(0.0, sort.over) if sort.annotation is not None else 0.0
        sort.start = sort.before - (sort.left if opening else 0.0) + reach
        ends = sort.kind in ENDING and not sort.firm
        sort.shift = -sort.left if ends else 0.0
        sort.end = sort.width + sort.after + sort.tail - (sort.right if ends else 0.0)
        sort.end += reach
        if sort.hangs:
            sort.shift, sort.end = 0.0, -sort.before  # its whole cell stands outside
        key = (
            sort.kind, sort.em, sort.left, sort.right, sort.before, sort.after, sort.no_start, sort.no_end,
            sort.gap_left, sort.gap_right, sort.parted, sort.firm, sort.leads,
            sort.text[0] in WIDE_DIGITS, sort.text[-1] in WIDE_DIGITS,
            sort.width if sort.kind in (Kind.SPACE, Kind.KEPT, Kind.GLUE) else 0.0,
            None if sort.annotation is None else (sort.over, sort.track),
            sort.text[0] if sort.kind in (Kind.DASH, Kind.ELLIPSIS, Kind.SPACE) else "",
        )  # fmt: skip
        sort.key = self.keys.setdefault(key, len(self.keys))
        if sort.left and sort.kind in (Kind.PAUSE, Kind.STOP):
            narrow = replace(sort, before=sort.before - sort.left, after=sort.after - sort.right, left=0.0, right=0.0)
            sort.narrow = self._finished(narrow)
        sort.settles = sort.hangs or sort.narrow is not None or sort.kind in SETTLING or sort.text in SHOUTS
        return sort


def _clear(blank: float, ink: float, em: float) -> float:
    """How much of the blank may be taken: all that the table says, unless the font really draws there.

    Ink that reaches a little into it (a swash, a bold comma) does no harm to the neighbour.
    """
    return blank if ink >= blank - TOUCH * em else max(0.0, ink)
