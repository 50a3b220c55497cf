"""Keeps pages on the grid of lines: blocks are completed to whole rows, and lines of all fonts share one baseline."""

from __future__ import annotations

import math
from typing import Any

from weasyprint.layout import block, inline
from weasyprint.text import line_break

from fuzi.press.engine.guard import require_source
from fuzi.press.engine.keeping import divisible, held_back

BLOCK_LEVEL_LAYOUT = "c1301dde9284e245"
STRUT = "b57885b70dd08efe"
LINE_BOX_VERTICALITY = "1018aadb3410f89a"

POINTS = 0.75
"""pt in one CSS pixel."""

MIDDLE, TOP, UNDER = 0.38, 0.88, 0.12
"""em from the baseline up to the middle and to the top of the square of a Han character, and down to its foot."""

INTRUSION = 0.2
"""Share of the leading by which something tall in a line may reach into the white above or below it."""

FINE = 1e-6


def install() -> None:
    """Put the corrections in place, once per process."""
    _one_baseline()
    _whole_lines()
    _whole_rows()


def _one_baseline() -> None:
    """The engine takes the baseline of a line from the metrics of its font, so that kai stands higher than song.

    In Chinese text the middle of the character square is the middle of the row, whatever the font.
    """
    original = line_break.strut
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, STRUT)

    def strut(style: Any) -> tuple[float, float]:
        height, baseline = original(style)
        if style["line_height"] != "normal" and style["font_size"] and (style["lang"] or "").startswith("zh"):
            baseline = height / 2 + MIDDLE * style["font_size"]
        return height, baseline

    strut.corrected_by_fuzi = True  # type: ignore[attr-defined]
    line_break.strut = strut
    inline.strut = strut


def _whole_lines() -> None:
    """A line that holds something tall takes whole rows, whoever sets it."""
    original = inline.line_box_verticality
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, LINE_BOX_VERTICALITY)

    def line_box_verticality(line: Any) -> tuple[float, float]:
        low, high = original(line)
        if row_of(line.style) and line.style["line_height"] != "normal":
            high, low = fit_rows(high, low, *line_break.strut(line.style))
        return low, high

    line_box_verticality.corrected_by_fuzi = True  # type: ignore[attr-defined]
    inline.line_box_verticality = line_box_verticality


def _whole_rows() -> None:
    """Blocks with ``--grid: snap`` take whole rows."""
    original = block.block_level_layout
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, BLOCK_LEVEL_LAYOUT)

    def block_level_layout(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any, *rest: Any, **options: Any
    ) -> Any:
        start = getattr(box, "position_y", 0.0)
        result = original(context, box, bottom_space, skip_stack, containing_block, *rest, **options)
        bottom = context.page_bottom - bottom_space
        if result[0] is None and held_back(context, box, bottom, depth_of(box.style)):
            with divisible(box):
                result = original(context, box, bottom_space, skip_stack, containing_block, *rest, **options)
        new, resume_at = result[0], result[1]
        if new is not None and resume_at is None and _snaps(box, containing_block):
            _complete(new, start, bottom, continued=skip_stack is not None)
        return result

    block_level_layout.corrected_by_fuzi = True  # type: ignore[attr-defined]
    block.block_level_layout = block_level_layout


def _snaps(box: Any, containing_block: Any) -> bool:
    """The outermost block that asks for it; custom properties are inherited."""
    return _asks(box) and not _asks(containing_block)


def _asks(box: Any) -> bool:
    style = getattr(box, "style", None)
    return style is not None and any(getattr(token, "value", "") == "snap" for token in style["__grid"])


def row_of(style: Any) -> float:
    """The leading of the book in px, from the custom property; 0 when it has none."""
    return _length(style["__leading"])


def depth_of(style: Any) -> float:
    """The height of the type area in px, from the custom property; 0 when it has none."""
    return _length(style["__depth"])


def _length(tokens: Any) -> float:
    return next((float(token.value) / POINTS for token in tokens if getattr(token, "unit", "") == "pt"), 0.0)


def _complete(box: Any, start: float, bottom: float, *, continued: bool) -> None:
    """Make a settled block end on the grid; ``start`` is where the rows before it end (px).

    What is added stands half above and half below, so that the block keeps the middle of its rows; at the head of a
    page it begins with the first row. Nothing is pushed beyond ``bottom``, where the page ends.
    """
    row = row_of(box.style)
    if not row:
        return
    taken = box.border_box_y() + box.border_height() - start
    missing = math.ceil(taken / row - FINE) * row - taken
    if missing < FINE:
        return
    at_head = continued or box.border_box_y() - start < FINE
    above = 0.0 if at_head else missing / 2
    end = box.border_box_y() + box.border_height()
    room = max(0.0, bottom - end)
    if above and above > room:
        above = 0.0
    for child in box.children:
        child.translate(0, above)
    box.height += min(missing, room)


def fit_rows(high: float, low: float, height: float, baseline: float) -> tuple[float, float]:
    """Upper and lower edge of a line, counted down from its baseline (px), completed to whole rows.

    ``height`` and ``baseline`` are those of an ordinary line of the paragraph. What is a little taller reaches into the
    white between the lines; what is taller still takes rows above or below, and the baseline stays in phase.
    """
    if height <= 0:
        return high, low
    above, below = -high - baseline, low - (height - baseline)
    rows_above = _rows(above, height)
    rows_below = _rows(below, height)
    return -baseline - rows_above * height, height - baseline + rows_below * height


def _rows(excess: float, height: float) -> int:
    return math.ceil((excess - INTRUSION * height) / height - FINE) if excess > INTRUSION * height else 0
