"""Lines of headings: about equally long, and ended after a mark where there is one."""

from __future__ import annotations

from collections.abc import Callable

from fuzi.press.composition.breaking import BAD
from fuzi.press.composition.classes import Kind
from fuzi.press.composition.pairs import FORCED
from fuzi.press.composition.paragraph import Paragraph

LONGEST = 300
"""Sorts of a heading; what is longer is no heading."""

UNEQUAL = 20.0
"""The price of a line that is empty; it grows with the square of what is missing."""

TORN = 3.0
"""The price of ending a line between words instead of after a mark or space."""

_MARKS = frozenset({Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.SPACE, Kind.DASH})


def balanced(
    paragraph: Paragraph, measure: Callable[[int], float], breaks: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """As many lines as ``breaks`` has, evened out; ``breaks`` itself where that cannot be done without compression or
    without a bad break."""
    count, size = len(breaks), len(paragraph)
    if count < 2 or size > LONGEST:
        return breaks
    start = breaks[0][0]
    best: list[dict[int, tuple[float, int]]] = [{} for _ in range(count + 1)]
    best[0][start] = (0.0, -1)
    for line in range(count):
        room = measure(line)
        for first, (so_far, _) in best[line].items():
            if first == size:
                continue  # the text is used up before the last line
            for end, price in _ends(paragraph, first, room):
                known = best[line + 1].get(end)
                if known is None or so_far + price < known[0]:
                    best[line + 1][end] = (so_far + price, first)
    if size not in best[count]:
        return breaks
    found, end = [], size
    for line in range(count, 0, -1):
        first = best[line][end][1]
        found.append((first, end))
        end = first
    return found[::-1]


def _ends(paragraph: Paragraph, first: int, room: float) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    origin = paragraph.origins[first] - paragraph.starts[first]
    for end in range(first + 1, len(paragraph) + 1):
        cost = paragraph.price[end]
        slack = room - (paragraph.tails[end] - origin)
        if paragraph.notes:
            slack -= sum(more for _, more in paragraph.widened(first, paragraph.visible(first, end)))
        if slack < -1e-6:
            break
        if cost is None or cost >= BAD:
            continue
        torn = 0.0 if cost == FORCED or paragraph.sorts[end - 1].kind in _MARKS else TORN
        found.append((end, UNEQUAL * (slack / room) ** 2 + torn + max(0.0, cost)))
        if cost == FORCED:
            break
    return found
