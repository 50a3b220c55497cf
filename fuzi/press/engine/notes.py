"""The gate behind the corrections: every note of the document must stand on a page, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.places import place_of

NOTE = "note"
EXCERPT = 30
TOLERANCE = 1.0
"""CSS pixels by which a note may reach beyond the type area."""


@dataclass(frozen=True, slots=True)
class NoteFault:
    """A note that was not printed (``lost``) or that runs off its page."""

    place: Place | None
    text: str
    lost: bool


def note_faults(laid_out: LaidOut) -> tuple[NoteFault, ...]:
    """Notes that are lost, or longer than the page has room for."""
    printed: set[ElementTree.Element] = set()
    faults: list[NoteFault] = []
    for page in laid_out.document.pages:
        box = page._page_box
        top, bottom = box.content_box_y() - TOLERANCE, box.content_box_y() + box.height + TOLERANCE
        for note in _notes(box):
            printed.add(note.element)
            if note.position_y < top or note.position_y + note.margin_height() > bottom:
                faults.append(_fault(note.element, lost=False))
    faults += [
        _fault(element, lost=True)
        for element in laid_out.root.iter()
        if NOTE in element.get("class", "").split() and element not in printed
    ]
    return tuple(faults)


def _fault(element: ElementTree.Element, lost: bool) -> NoteFault:
    text = "".join(element.itertext()).strip()
    return NoteFault(place_of(element.get("data-span", "")), text[:EXCERPT], lost)


def _notes(page: Any) -> Iterator[Any]:
    for area in page.children:
        if isinstance(area, boxes.FootnoteAreaBox):
            yield from area.children
