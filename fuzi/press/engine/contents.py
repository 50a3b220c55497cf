"""Preferred widths of Chinese paragraphs, for table columns and blocks that fit their contents: from the same sorts
that the lines are set with, so that a column is exactly as wide as its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import preferred

from fuzi.press.composition import Paragraph
from fuzi.press.composition.pairs import FORCED
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.plans import reading_for_widths

INLINE_MIN_CONTENT_WIDTH = "15cde37816a624cf"
INLINE_MAX_CONTENT_WIDTH = "6860df1a22c6d6a7"

WELCOME = 100.0
"""The highest price of a break that a column may be narrowed to; emergencies are dearer."""

ROOM = 1e-6
"""px that forgive rounding on the way from a width to the lines set in it."""


def install() -> None:
    """Put the widths in place, once per process."""
    if hasattr(preferred.inline_max_content_width, "corrected_by_fuzi"):
        return
    require_source(preferred.inline_min_content_width, INLINE_MIN_CONTENT_WIDTH)
    require_source(preferred.inline_max_content_width, INLINE_MAX_CONTENT_WIDTH)
    preferred.inline_min_content_width = _corrected(preferred.inline_min_content_width, _least)
    preferred.inline_max_content_width = _corrected(preferred.inline_max_content_width, _most)


def _corrected(original: Callable[..., float], measure: Callable[[Paragraph, float], float]) -> Callable[..., float]:
    def width(context: Any, box: Any, outer: bool = True, **options: Any) -> float:
        if isinstance(box, boxes.LineBox) and not options.get("skip_stack") and not options.get("first_line"):
            reading = reading_for_widths(context, box)
            if reading is not None:
                found = measure(reading.paragraph, _indent(box)) + ROOM
                adjusted: float = preferred.adjust(box, outer, found)
                return adjusted
        return original(context, box, outer, **options)

    width.corrected_by_fuzi = True  # type: ignore[attr-defined]
    return width


def _indent(box: Any) -> float:
    value = box.style["text_indent"]
    return float(value.value) if getattr(value, "unit", "") == "px" else 0.0


def _most(paragraph: Paragraph, indent: float) -> float:
    """The widest line when only forced breaks end lines."""
    return _widest(paragraph, indent, lambda price: price == FORCED)


def _least(paragraph: Paragraph, indent: float) -> float:
    """The widest piece that no line may end in."""
    split = any(sort.parted is not None and sort.parted > WELCOME for sort in paragraph.sorts)
    limit = float("inf") if split else WELCOME
    return _widest(paragraph, indent, lambda price: price is not None and price <= limit)


def _widest(paragraph: Paragraph, indent: float, ends: Callable[[float | None], bool]) -> float:
    widest, first = 0.0, 0
    for index in range(1, len(paragraph) + 1):
        if not ends(paragraph.price[index]):
            continue
        last = paragraph.visible(first, index) - 1
        if last >= first:
            shift = paragraph.sorts[last].shift if last > first else 0.0
            width = paragraph.origins[last] - paragraph.origins[first] + paragraph.ends[last] + paragraph.starts[first]
            if paragraph.notes:
                width += sum(more for _, more in paragraph.widened(first, last + 1))
            widest = max(widest, width + shift + (indent if first == 0 else 0.0))
        first = index
    return widest
