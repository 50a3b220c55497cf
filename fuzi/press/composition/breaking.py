"""Where lines end: the best way through a whole paragraph (optimum fit), not the best next line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from fuzi.press.composition.classes import Kind
from fuzi.press.composition.pairs import FORCED
from fuzi.press.composition.paragraph import Paragraph
from fuzi.press.composition.spacing import HOLE

LINE = 1.0
"""The price of one more line."""

SHRUNK = 6.0
"""The price of a line that is compressed as far as it goes; it grows with the square.

It is about that of stretching a line of 28 characters by one: in usual measures marks are pushed in before characters
are pushed out (CLREQ 6.2.2: 先挤进，后推出)."""

STRETCHED, SPREAD = 2.0, 10.0
"""The price of word spaces and gaps at their widest; that of letter-spacing of one UNIT."""

BARE = 100.0
"""The price that is added when word spaces beyond their widest, or the letters of a word, must take what is left."""

UNIT = 0.08
"""em of letter-spacing that begin to show."""

HOLES = HOLE / UNIT

ORPHAN = 20_000.0
"""孤字: the price of a last line of a single character (CLREQ 6.5: it must not be)."""

DECENT = 60.0
"""The price of a line that a paragraph may still have when it is run in or out for the sake of the page."""

OVERFULL = 1e7
"""The price of a line that cannot be helped: what stands on it is wider than the measure."""

UNEVEN = 40.0
"""The price of parting a note in two rows where one is an em of its type longer than the other; it grows with the
square."""

FINE = 1e-6

BAD = 1000.0
"""A price of a break from which on it is only taken when there is no other."""

KEPT = 10
"""How many ends are tried for one beginning, from the fullest line down."""

LOOSE = 2.2
"""em by which a line may fall short of its measure before its end is no longer looked at."""

Breaks = list[tuple[int, int]]
"""The lines of a paragraph: first sort, and the sort after the last."""


def break_lines(paragraph: Paragraph, measure: Callable[[int], float], start: int = 0, spread: bool = True) -> Breaks:
    """The cheapest way to break the sorts from ``start`` on into lines of these measures, by line number from 0.

    ``spread`` says that lines are justified, so that what is loose costs. Every sort is on exactly one line.
    """
    size = len(paragraph)
    best: list[float] = [OVERFULL * OVERFULL] * (size + 1)
    before: list[int] = [-1] * (size + 1)
    number = [0] * (size + 1)
    never = OVERFULL * OVERFULL
    best[start] = 0.0
    for first in range(start, size):
        so_far = best[first]
        if so_far == never:
            continue
        line = number[first]
        for end, price in _ends(paragraph, first, measure(line), paragraph.price[first] not in (None, FORCED), spread):
            total = so_far + price
            if total < best[end]:
                best[end], before[end], number[end] = total, first, line + 1
    return _path(before, start, size)


def break_into(
    paragraph: Paragraph, measure: Callable[[int], float], lines: int, start: int = 0
) -> tuple[Breaks, float] | None:
    """The cheapest way to break into exactly so many lines, and its price; None where no decent one exists."""
    size = len(paragraph)
    best: list[dict[int, tuple[float, int]]] = [{} for _ in range(size + 1)]
    best[start][0] = (0.0, -1)
    for first in range(start, size):
        later = paragraph.price[first] not in (None, FORCED)
        for line, (so_far, _) in best[first].items():
            if line >= lines:
                continue
            for end, price in _ends(paragraph, first, measure(line), later, True):
                total = so_far + price
                if price < DECENT and total < best[end].get(line + 1, (OVERFULL, 0))[0]:
                    best[end][line + 1] = (total, first)
    if lines not in best[size]:
        return None
    found: Breaks = []
    end = size
    for line in range(lines, 0, -1):
        first = best[end][line][1]
        found.append((first, end))
        end = first
    return found[::-1], best[size][lines][0]


def _path(before: list[int], start: int, end: int) -> Breaks:
    found: Breaks = []
    while end > start:
        found.append((before[end], end))
        end = before[end]
    return found[::-1]


def _ends(paragraph: Paragraph, first: int, measure: float, later: bool, spread: bool) -> list[tuple[int, float]]:
    """Ends of a line that begins at ``first``, with their prices: from the fullest line down.

    This is where a book spends its composition: it reads sums and calls nothing on the usual way.
    """
    least, price, tails, inner = paragraph.least, paragraph.price, paragraph.tails, paragraph.inner
    soft, even = paragraph.soft, paragraph.even
    sorts = paragraph.sorts
    em = sorts[first].em
    forced = paragraph.forced
    limit = forced[bisect_right(forced, first)]
    reach = bisect_right(least, least[first] + measure + 1.3 * em) + 1
    while reach < limit and not sorts[reach].stays:
        reach += 1  # spaces at the end of a line take no room
    room = measure + paragraph.origins[first] - paragraph.starts[first]
    given, softened, evened = paragraph.give[first], soft[first], even[first]
    unit = em * UNIT
    found: list[tuple[int, float]] = []
    decent = 0
    loosest = LOOSE * em
    notes = paragraph.notes
    for end in range(reach if reach < limit else limit, first, -1):
        cost = price[end]
        if cost is None:
            continue
        slack = room - tails[end]
        if notes:
            seen = paragraph.visible(first, end)
            slack -= sum(more for _, more in paragraph.widened(first, seen))
            cost = cost if cost == FORCED else cost + UNEVEN * paragraph.uneven(first, seen) ** 2
        if slack < -FINE:
            shrink = paragraph.grip[end] - given
            if inner[end] <= first or -slack > shrink + FINE:
                continue
            fit = SHRUNK * (slack / shrink) ** 2
        elif cost == FORCED:
            fit = 0.0
        elif spread:
            last = inner[end]
            rest = slack - soft[last] + softened
            gaps = even[last] - evened
            if rest > 0 and gaps > 0:
                units = rest / gaps / unit
                if units > HOLES:
                    units = _torn(paragraph, first, last, gaps, units)
                fit = STRETCHED + (SPREAD * units + 5) * units
            else:
                fit = _bare(slack, slack - rest, last - first, unit)
        else:
            fit = 2.0 * (slack / measure) ** 2 if measure else 0.0
        if cost == FORCED:
            cost = ORPHAN if later and _orphan(paragraph, first, end) else 0.0
        found.append((end, LINE + fit + cost))
        decent += cost < DECENT
        if slack > loosest and decent > 2 or decent >= KEPT:
            break
    if not found:
        found.append((next(index for index in range(first + 1, limit + 1) if price[index] is not None), OVERFULL))
    return found


def _bare(slack: float, soft: float, pieces: int, unit: float) -> float:
    """The price of stretching a line in which word spaces and gaps have room enough, or nothing else gives."""
    if pieces < 0:
        return 0.0
    if slack <= soft:
        return STRETCHED * (slack / soft) ** 2 if soft else 0.0
    if pieces == 0:
        return 1e5 + slack
    units = (slack - soft) / pieces / unit  # nothing but words
    return BARE + STRETCHED + (SPREAD * units + 5) * units


def _torn(paragraph: Paragraph, first: int, last: int, gaps: int, units: float) -> float:
    """Units of letter-spacing in a line in which the letters of words that may be torn must help to fill the gaps."""
    letters = sum(sort.parted is not None for sort in paragraph.sorts[first:last])
    return HOLES + (units - HOLES) * gaps / (gaps + letters)


def _orphan(paragraph: Paragraph, first: int, end: int) -> bool:
    """A last line of one character, marks aside; a word of two characters' width is no orphan."""
    room = 0.0
    count = 0
    called = False
    for sort in paragraph.sorts[first:end]:
        if called:
            called = False  # the mark of a note is no character of the text
        elif sort.kind is Kind.JOINER:
            called = True
        elif sort.part is not None:
            room += sort.width / sort.em
        elif sort.kind is Kind.HAN:
            count += 1
            room += 1
        elif sort.kind is Kind.OBJECT:
            count += 1
            room += sort.width / sort.em
        elif sort.kind is Kind.LATIN:
            room += sort.width / sort.em
            count += len(sort.text) > 1 and any(map(str.isalnum, sort.text))
        if count > 1 or room >= 2:
            return False
    return True
