"""The gate behind the corrections: every note must stand on a page, whole, under the mark that calls it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.model.numerals import mark
from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.notemarks import NOTE, Call, Printed, Sheet, calls_of, read_marks
from fuzi.press.engine.places import classes, place_of

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
        if NOTE in classes(element) and element not in printed
    ]
    return tuple(faults)


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A call on a page (counted from 0) that shows ``call`` where its note has ``mark``."""

    place: Place | None
    page: int
    call: str
    mark: str


def mark_faults(laid_out: LaidOut, scope: str) -> tuple[MarkFault, ...]:
    """Calls whose mark is not that of their note, and marks that do not run ①②③ in each ``scope``."""
    calls = calls_of(laid_out.root)
    sheet = read_marks(laid_out) if calls else Sheet()
    marks: dict[str, dict[int, str]] = defaultdict(dict)
    faults: list[MarkFault] = []
    last: dict[object, int] = defaultdict(int)
    for call in calls:
        home = sheet.home(call)
        if not call.note or home is None:
            continue
        key = {"page": home, "chapter": call.chapter}.get(scope)
        last[key] += 1
        wanted = mark(last[key])
        shown, foot = _texts(sheet.calls, call), _texts(sheet.markers, call)
        marks[call.target or call.element.get("id", "")].setdefault(home, wanted)
        if len(shown) != 1 or {*shown, *foot} != {wanted}:
            faults.append(MarkFault(call.place, home, "".join(shown), "".join(foot)))
    for call in calls:
        faults += _further(call, sheet, marks.get(call.target, {}), scope)
    return tuple(faults)


def _further(call: Call, sheet: Sheet, marks: dict[int, str], scope: str) -> Iterator[MarkFault]:
    """What is wrong with a further call of a note that stands under ``marks`` (page -> mark, its own page first)."""
    if not marks:
        return
    page, own = next(iter(marks.items()))
    home = sheet.home(call)
    if call.see is not None:
        text = "".join(item.text for item in sheet.see.get(call.see, ()))
        if own not in text or (home != page and sheet.folio(page) not in text):
            yield MarkFault(call.place, home or 0, text, own)
        return
    if not call.target or home is None:
        return
    wanted = marks.get(home, "") if scope == "page" else own
    if {*_texts(sheet.again, call)} - {wanted}:
        yield MarkFault(call.place, home, "".join(_texts(sheet.again, call)), wanted)


def _texts(found: dict[ElementTree.Element, list[Printed]], call: Call) -> list[str]:
    return [item.text for item in found.get(call.element, ())]


def _fault(element: ElementTree.Element, lost: bool) -> NoteFault:
    text = "".join(element.itertext()).strip()
    return NoteFault(place_of(element.get("data-span", "")), text[:EXCERPT], lost)


def _notes(page: Any) -> Iterator[Any]:
    for area in page.children:
        if isinstance(area, boxes.FootnoteAreaBox):
            yield from area.children
