"""How the room of one line is shared out: what is compressed first, what is stretched first (CLREQ 6.3, 6.4)."""

from __future__ import annotations

from itertools import accumulate

from fuzi.press.composition.classes import Kind
from fuzi.press.composition.pairs import LEVELS
from fuzi.press.composition.paragraph import Paragraph

TOLERANCE = 1e-6

SEVERAL = 3
"""Letters of torn words that are enough to take alone what the gaps have no room for."""

TORN, WIDE = 1.0, 4.0
"""em of letter-spacing, and em of missing width, beyond which a line is left short: something that cannot be broken
stands after it, and the gauge names it."""

HOLE = 1 / 3
"""em of letter-spacing from which on the letters of torn words take their share too."""


def place(
    paragraph: Paragraph, first: int, end: int, measure: float, *, fill: bool, torn: bool = False
) -> tuple[list[float], float, bool]:
    """Origins of the sorts ``first`` to ``end`` from the beginning of the line, the width, and whether it fits.

    ``fill`` stretches the line to the measure, to pieces only if it may be ``torn``; a line that is too wide is
    compressed in any case.
    """
    if end <= first:
        return [], 0.0, True
    last = end - 1
    origins = paragraph.origins
    if paragraph.sorts[last].hangs and last > first:
        places, width, fits = place(paragraph, first, last, measure, fill=fill, torn=torn)
        places.append(places[-1] + origins[last] - origins[last - 1])
        if paragraph.notes:
            places[-1] += sum(more for after, more in paragraph.widened(first, last) if after == last)
        return places, width, fits
    shift = paragraph.sorts[last].shift if last > first else 0.0
    if (
        shift
        and not fill
        and measure - (origins[last] + paragraph.starts[first] - origins[first]) >= paragraph.ends[last]
    ):
        shift = 0.0  # a line that has room leaves a centred mark in the middle of its cell
    tail = paragraph.ends[last] + shift
    begin = paragraph.starts[first] - origins[first]
    width = origins[last] + begin + tail
    widened = paragraph.widened(first, end) if paragraph.notes else []
    width += sum(more for _, more in widened)
    slack = measure - width
    fits = True
    if slack < -TOLERANCE:
        gaps, missing = _shrunk(paragraph, first, last, -slack)
        fits = missing <= TOLERANCE * 10
        places = [origin + begin - taken for origin, taken in zip(origins[first:end], gaps, strict=True)]
        width = measure + missing
    elif fill and slack > TOLERANCE:
        gaps, missing = _stretched(paragraph, first, last, slack, torn)
        fits = missing <= TOLERANCE * 10
        places = [origin + begin + added for origin, added in zip(origins[first:end], gaps, strict=True)]
        width = measure - missing
    else:
        places = [origin + begin for origin in origins[first:end]]
    places[-1] += shift
    for after, more in widened:
        for index in range(after - first, end - first):
            places[index] += more
    return places, width, fits


def _shrunk(paragraph: Paragraph, first: int, last: int, need: float) -> tuple[list[float], float]:
    """What is taken up to each sort, level by level in CLREQ's order; and what could not be taken."""
    pairs = paragraph.pairs[first:last]
    if pairs and paragraph.sorts[last].shift:  # the blank before a centred mark is gone already
        pairs[-1] = pairs[-1]._replace(shrink=0.0)
    taken = [0.0] * (last - first)
    room = [0.0] * LEVELS
    for pair in pairs:
        room[pair.level] += pair.shrink
    for level in range(LEVELS):
        if need <= 0 or not room[level]:
            continue
        share = min(1.0, need / room[level])
        for index, pair in enumerate(pairs):
            if pair.level == level:
                taken[index] = pair.shrink * share
        need -= room[level] * share
    return list(accumulate(taken, initial=0.0)), max(0.0, need)


def _stretched(paragraph: Paragraph, first: int, last: int, need: float, torn: bool) -> tuple[list[float], float]:
    """What is added up to each sort: word spaces, gaps between Han and Latin, then all gaps alike."""
    pairs = paragraph.pairs[first:last]
    even = paragraph.even[last] - paragraph.even[first]
    hole = HOLE * paragraph.sorts[first].em
    if even and paragraph.soft[last] == paragraph.soft[first] and need <= hole * even:
        step = need / even
        if even == last - first:
            return [step * index for index in range(last - first + 1)], 0.0
        return list(accumulate((step if pair.even else 0.0 for pair in pairs), initial=0.0)), 0.0
    words = sum(pair.words for pair in pairs)
    mixed = sum(pair.mixed for pair in pairs)
    word_share = min(1.0, need / words) if words else 0.0
    need -= words * word_share
    mixed_share = min(1.0, need / mixed) if mixed else 0.0
    need -= mixed * mixed_share
    step = min(hole, need / even) if even and need > 0 else 0.0
    need -= step * even
    added = [pair.words * word_share + pair.mixed * mixed_share + (step if pair.even else 0.0) for pair in pairs]
    if need > TOLERANCE and pairs:
        takers = _last_resort(paragraph, first, last)
        share = need / sum(takers)
        if not torn and share > TORN * paragraph.sorts[first].em and need > WIDE * paragraph.sorts[first].em:
            return list(accumulate(added, initial=0.0)), need  # better short than torn to pieces
        added = [amount + (share if takes else 0.0) for amount, takes in zip(added, takers, strict=True)]
        need = 0.0
    return list(accumulate(added, initial=0.0)), max(0.0, need)


def _last_resort(paragraph: Paragraph, first: int, last: int) -> list[bool]:
    """The gaps that take what no rule has room for: all between characters, with the letters of words that may be torn;
    in lines of nothing but words, what parts them."""
    pairs, sorts = paragraph.pairs[first:last], paragraph.sorts[first : last + 1]
    letters = [
        a.kind is b.kind is Kind.LATIN and a.parted is not None and len(a.text) == len(b.text) == 1
        for a, b in zip(sorts, sorts[1:], strict=False)
    ]
    if sum(letters) >= SEVERAL:
        return letters  # the gaps are as wide as they may be
    if paragraph.even[last] == paragraph.even[first]:
        takers = [bool(pair.words or pair.mixed) or tears for pair, tears in zip(pairs, letters, strict=True)]
        return takers if any(takers) else [True] * len(pairs)
    return [bool(pair.even) or tears for pair, tears in zip(pairs, letters, strict=True)]
