"""Keeps lines on the baseline grid: a line's height comes from its style alone, not from the fonts that fell into
it."""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline
from weasyprint.text import line_break

from fuzi.press.engine.guard import require_source

SPLIT_TEXT_BOX = "8c564329599ef23f"


def install() -> None:
    """Put the correction in place, once per process."""
    original = inline.split_text_box
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, SPLIT_TEXT_BOX)

    def split_text_box(context: Any, box: Any, *rest: Any, **options: Any) -> Any:
        result = original(context, box, *rest, **options)
        text_box = result[0]
        if text_box is not None and text_box.style["line_height"] != "normal":
            line_height, baseline = line_break.strut(text_box.style)
            # Only the margins give way: the box keeps the height of its glyphs, the line that of its style.
            text_box.margin_top += baseline - text_box.baseline
            text_box.margin_bottom = line_height - text_box.height - text_box.margin_top
            text_box.baseline = baseline
        return result

    split_text_box.corrected_by_fuzi = True  # type: ignore[attr-defined]
    inline.split_text_box = split_text_box
