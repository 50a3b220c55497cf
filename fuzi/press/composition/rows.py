"""Notes in two rows of small type inside a line (夹注, 割注): how the sorts on one line are dealt to the rows."""

from __future__ import annotations

from collections.abc import Sequence

from fuzi.press.composition.classes import Kind
from fuzi.press.composition.sorts import Sort

_NO_START = frozenset({Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.POSTFIX, Kind.SOLIDUS, Kind.INTERPUNCT})

FORBIDDEN = 1000.0
TORN = 0.2
"""em: what it costs to begin the second row inside a word, or with a mark that begins no line."""


def deal(parts: Sequence[Sort], width: float, *, closing: bool) -> tuple[list[float], list[float]]:
    """Places of the small sorts of both rows from the left edge of their room, which is ``width`` wide.

    The first row is never shorter than the second. Both fill the room, but for the second row of a ``closing`` piece,
    which ends its note.
    """
    cut = _cut(parts)
    first, second = parts[:cut], parts[cut:]
    step, filled = _step(first, width), _step(second, width)
    return _row(first, step), _row(second, min(step, filled) if closing and len(second) > 1 else filled)


def _cut(parts: Sequence[Sort]) -> int:
    """How many sorts stand in the first row: as nearly half of the width as the rules allow."""
    total = sum(part.width for part in parts)
    best = (float("inf"), len(parts))
    above = 0.0
    for index in range(1, len(parts) + 1):
        above += parts[index - 1].width
        longer = max(above, total - above)
        price = longer + (0.0 if above >= total - above - 1e-6 else parts[index - 1].em)
        if index < len(parts):
            before, after = parts[index - 1], parts[index]
            if after.kind in _NO_START or before.kind is Kind.OPENING:
                price += FORBIDDEN
            elif before.kind is after.kind is Kind.LATIN:
                price += TORN * before.em
        best = min(best, (price, index))
    return best[1]


def _step(row: Sequence[Sort], width: float) -> float:
    """What is added behind each sort but the last, so that the row fills its room."""
    return (width - sum(part.width for part in row)) / (len(row) - 1) if len(row) > 1 else 0.0


def _row(row: Sequence[Sort], step: float) -> list[float]:
    places: list[float] = []
    pen = 0.0
    for part in row:
        places.append(pen)
        pen += part.width + step
    return places
