"""How much of a page is still empty below its text."""

from __future__ import annotations

from weasyprint.formatting_structure import boxes

from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.grid import POINTS

TOLERANCE = 2.0
"""CSS pixels that are left free, for heights are added up in more than one order."""


def room_below(laid_out: LaidOut, index: int) -> float:
    """The height in pt between the last block of a page and the foot of its type area; 0 when there is none."""
    page = laid_out.document.pages[index]._page_box
    foot = page.content_box_y() + page.height
    running = (child for child in page.children if not isinstance(child, boxes.MarginBox | boxes.FootnoteAreaBox))
    blocks = (box for child in running for box in child.descendants() if isinstance(box, boxes.BlockLevelBox))
    last = max((box.position_y + box.margin_height() for box in blocks), default=foot)
    room: float = max(0.0, foot - last - TOLERANCE) * POINTS
    return room
