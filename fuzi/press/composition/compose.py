"""From a paragraph to its lines: where they end, and where each sort stands on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fuzi.press.composition.balance import balanced
from fuzi.press.composition.breaking import break_into, break_lines
from fuzi.press.composition.classes import Kind
from fuzi.press.composition.pairs import FORCED
from fuzi.press.composition.paragraph import Paragraph
from fuzi.press.composition.sorts import Sort
from fuzi.press.composition.spacing import place


@dataclass(slots=True)
class Line:
    """One line: sorts ``first`` to ``end`` stand on it at ``places`` (origins from its beginning), the next line begins
    at ``after``; ``width`` is what it takes of the measure.

    ``closing`` lines end their paragraph or are ended by force. ``hyphen`` is added after the last sort, at
    ``hyphen_place``. ``fits`` is False for a line that is wider or, filled, narrower than the measure in spite of all.
    """

    first: int
    end: int
    after: int
    places: list[float]
    width: float
    closing: bool
    fits: bool
    hyphen: Sort | None = None
    hyphen_place: float = 0.0


def compose(
    paragraph: Paragraph,
    measure: Callable[[int], float],
    *,
    start: int = 0,
    justify: bool = True,
    justify_last: bool = False,
    tighten: int = 0,
    balance: bool = False,
) -> list[Line]:
    """Set the sorts from ``start`` on in lines of these measures (by number, from 0).

    ``tighten`` asks for so many lines fewer (negative: more) than is best; where the limits do not allow it, the best
    is kept. ``balance`` evens out the lines of a heading.
    """
    breaks = break_lines(paragraph, measure, start, justify)
    if balance:
        breaks = balanced(paragraph, measure, breaks)
    if tighten and len(breaks) > 1:
        found = break_into(paragraph, measure, len(breaks) - tighten, start)
        breaks = found[0] if found else breaks
    return list(_placed(paragraph, breaks, measure, justify, justify_last))


def can_run(paragraph: Paragraph, measure: Callable[[int], float], lines: int, start: int = 0) -> float | None:
    """The price of setting the paragraph in exactly so many lines; None when it cannot be done decently."""
    found = break_into(paragraph, measure, lines, start)
    return found[1] if found else None


def _placed(
    paragraph: Paragraph,
    breaks: list[tuple[int, int]],
    measure: Callable[[int], float],
    justify: bool,
    justify_last: bool,
) -> Iterator[Line]:
    for number, (first, end) in enumerate(breaks):
        closing = paragraph.price[end] == FORCED
        visible = paragraph.visible(first, end)
        fill = justify_last if closing else justify
        places, width, fits = place(paragraph, first, visible, measure(number), fill=fill, torn=closing)
        line = Line(first, visible, end, places, width, closing, fits)
        last = paragraph.sorts[visible - 1] if visible > first else None
        if last is not None and last.hyphen is not None and not closing and last.kind is Kind.LATIN:
            line.hyphen = last.hyphen
            line.hyphen_place = places[-1] + last.end
        yield line
