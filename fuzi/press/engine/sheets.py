"""One page of a free size: its boxes with bleed and slug, and how much of each zone its text takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from fuzi.model.units import MM_PER_PIXEL, POINTS_PER_MM
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.memory import uncollected


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the page, in mm from the upper left corner of the trim."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """In mm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In mm."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Zone:
    """An element with an id: the room that its style gives it, and what its text takes (None: it has none)."""

    room: Rect
    text: Rect | None

    @property
    def excess(self) -> float:
        """By how many mm the text stands out of the room at its worst side; 0 when it fits."""
        if self.text is None:
            return 0.0
        room, text = self.room, self.text
        sides = (room.left - text.left, room.top - text.top, text.right - room.right, text.bottom - room.bottom)
        return max(0.0, *sides)


def zones(laid_out: LaidOut) -> Mapping[str, Zone]:
    """Id -> zone, for every element of the first page that has an id. Transformations are not reckoned in."""
    found: dict[str, Zone] = {}
    for box in laid_out.document.pages[0]._page_box.descendants(placeholders=True):
        name = box.element.get("id") if box.element is not None else None
        if name and name not in found and isinstance(box, boxes.BlockLevelBox):
            room = _rect(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
            found[name] = Zone(room, _taken(box))
    return found


def write_sheet(laid_out: LaidOut, slug: float) -> bytes:
    """The PDF of the page, whose CSS bleed is the bleed and ``slug`` mm outside it.

    The engine knows no slug and holds the BleedBox within 10 pt of the TrimBox; both boxes are put right here.
    """

    def finish(_: Any, pdf: pydyf.PDF) -> None:
        outside = slug * POINTS_PER_MM
        for page in filter(_is_page, pdf.objects):
            left, top, right, bottom = page["MediaBox"]
            page["BleedBox"] = pydyf.Array([left + outside, top + outside, right - outside, bottom - outside])
        pdf.catalog["PageLayout"] = "/SinglePage"
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    with uncollected():
        data: bytes = laid_out.document.write_pdf(finisher=finish)
    return data


def _is_page(item: Any) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"


def _taken(box: Any) -> Rect | None:
    """What the text and the pictures in a box take: lines in their whole height."""
    inner = [item for item in box.descendants(placeholders=True) if isinstance(item, boxes.TextBox | boxes.ReplacedBox)]
    inner = [item for item in inner if not isinstance(item, boxes.TextBox) or item.text.strip()]
    lines = [item for item in box.descendants(placeholders=True) if isinstance(item, boxes.LineBox)]
    if not inner:
        return None
    left = min(item.position_x for item in inner)
    right = max(item.position_x + item.margin_width() for item in inner)
    top = min(item.position_y for item in (*lines, *inner))
    bottom = max(item.position_y + item.margin_height() for item in (*lines, *inner))
    return _rect(left, top, right - left, bottom - top)


def _rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(*(value * MM_PER_PIXEL for value in (x, y, x + width, y + height)))
