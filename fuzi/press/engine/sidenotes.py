"""Notes at the side (旁注): set in the fore-edge margin beside the line that holds them, once the pages are settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break

from fuzi.model.product import Span
from fuzi.model.source import Place
from fuzi.press.composition import Line, Paragraph, Sort, Widths, compose
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.grid import POINTS
from fuzi.press.engine.paragraph import is_side_note
from fuzi.press.engine.places import place_of
from fuzi.press.engine.setting import Setting
from fuzi.press.engine.shaping import Face, face_of
from fuzi.press.engine.slots import unframe

COLUMN = "@side-notes"
"""The name of the margin box that holds the side notes of a page."""

MILLIMETRE = 96 / 25.4
INNER, OUTER = 3.0 * MILLIMETRE, 4.5 * MILLIMETRE
"""CSS pixels between the type area and the notes, and about as much as is left to the trimmed edge."""

APART = 0.4
"""Of the leading: what two notes are kept apart beyond it."""

LEAST = 4
"""Characters of a line of side notes below which they are a pillar of single words."""

FINE = 1e-6
EXCERPT = 30
_WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Note:
    """A side note in its lines: where its first baseline should be and where it is (px from the top of the page)."""

    element: Any
    style: Any
    face: Face
    sorts: list[Sort]
    lines: list[Line]
    wanted: float
    leading: float
    baseline: float = 0.0

    @property
    def end(self) -> float:
        """Its last baseline."""
        return self.baseline + self.leading * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class SideFault:
    """A side note that was not printed (``lost``), or for which its page (from 0) has no room left."""

    place: Place | None
    text: str
    page: int
    lost: bool


def set_side_notes(laid_out: LaidOut) -> None:
    """Set the side notes of every page, after everything else that is drawn on it."""
    done: set[Any] = set()
    for page in laid_out.document.pages:
        box = page._page_box
        found = [item for item in _called(box) if item[1].element not in done]  # heads of tables are repeated
        done.update(aside.element for _, aside in found)
        if found:
            _set_page(box, found)


def side_column(page: Any) -> Span:
    """From where to where the side notes of a page stand, in pt from its left edge; (0, 0) when it has none."""
    column = next((child for child in page.children if _is_column(child)), None)
    if column is None:
        return 0.0, 0.0
    return round(column.position_x * POINTS, 3), round((column.position_x + column.width) * POINTS, 3)


def side_note_faults(laid_out: LaidOut) -> Iterator[SideFault]:
    """Side notes that are lost, or that their page has no room for."""
    printed: set[Any] = set()
    for index, page in enumerate(laid_out.document.pages):
        box = page._page_box
        for column in filter(_is_column, box.children):
            printed.update(line.element for line in column.children)
            last = column.children[-1]
            if last.position_y + last.baseline > box.content_box_y() + box.height:
                yield _fault(last.element, index, lost=False)
    for element in laid_out.root.iter():
        if is_side_note(element) and element not in printed:
            yield _fault(element, 0, lost=True)


def narrow_side_notes(laid_out: LaidOut) -> tuple[Place | None, int] | None:
    """The first side note of a book whose margin holds fewer than four characters of them, and how many it holds."""
    for page in laid_out.document.pages:
        for column in filter(_is_column, page._page_box.children):
            first = column.children[0]
            size: float = first.style["font_size"]
            characters = max(1, int(column.width / size + FINE))
            return (place_of(first.element.get("data-span", "")), characters) if characters < LEAST else None
    return None


def _fault(element: Any, page: int, *, lost: bool) -> SideFault:
    text = "".join(element.itertext()).strip()
    return SideFault(place_of(element.get("data-span", "")), text[:EXCERPT], page, lost)


def _is_column(box: Any) -> bool:
    return isinstance(box, boxes.MarginBox) and box.at_keyword == COLUMN


def _called(page: Any) -> list[tuple[float, Any]]:
    """The side notes of a page with the baselines of their lines, from top to bottom."""
    found = [
        (line.position_y + line.baseline, aside)
        for child in page.children
        if not isinstance(child, boxes.MarginBox)
        for line in child.descendants()
        if isinstance(line, boxes.LineBox)
        for aside in line.__dict__.get("asides", ())
    ]
    return sorted(found, key=lambda item: item[0])


def _set_page(page: Any, called: Sequence[tuple[float, Any]]) -> None:
    left, right = page.content_box_x(), page.content_box_x() + page.width
    recto = page.page_type.side == "right"
    room = (page.margin_width() - right if recto else left) - INNER - OUTER
    notes = [note for baseline, aside in called if (note := _composed(aside, baseline, room)) is not None]
    if not notes:
        return
    _share_out(notes, *_first_and_last(page))
    column = boxes.MarginBox(COLUMN, notes[0].style)
    column.background = None
    column.position_x, column.position_y = (right + INNER if recto else OUTER), page.content_box_y()
    column.width, column.height = room, page.height
    unframe(column)
    column.children = [line for note in notes for line in _boxes(note, column, flush_right=not recto)]
    page.children = [*page.children, column]


def _composed(aside: Any, baseline: float, room: float) -> _Note | None:
    """The note in lines of as many whole characters as there is room for."""
    texts = [box for box in aside.descendants() if isinstance(box, boxes.TextBox)]
    text = _WHITE.sub(" ", "".join(box.text for box in texts)).strip(" ")
    if not text:
        return None
    style = texts[0].style
    face = face_of(style)
    sorts = face.sorts(text)
    measure = max(1, int(room / face.em + FINE)) * face.em
    lines = compose(Paragraph(sorts, face.case), Widths(measure), justify=False)
    leading: float = line_break.strut(style)[0]
    return _Note(aside.element, style, face, sorts, lines, baseline, leading)


def _first_and_last(page: Any) -> tuple[float, float]:
    """The baselines of the first and the last row of the type area."""
    height, baseline = line_break.strut(page.children[0].style)
    bottom = page.content_box_y() + page.height
    return page.content_box_y() + baseline, bottom - height + baseline


def _share_out(notes: Sequence[_Note], first: float, last: float) -> None:
    """Push notes that would overlap down, and those that would leave the type area at its foot up again."""
    following = first
    for note in notes:
        note.baseline = max(note.wanted, following)
        following = note.end + note.leading * (1 + APART)
    latest = last
    for note in reversed(notes):
        note.baseline = min(note.baseline, latest - note.leading * (len(note.lines) - 1))
        latest = note.baseline - note.leading * (1 + APART)
    following = first
    for note in notes:  # where there is no room for all, the last runs out of the type area and is reported
        note.baseline = max(note.baseline, following)
        following = note.end + note.leading * (1 + APART)


def _boxes(note: _Note, column: Any, *, flush_right: bool) -> Iterator[Any]:
    """The lines of a note, ragged towards the edge of the page."""
    _, strut = line_break.strut(note.style)
    for number, line in enumerate(note.lines):
        x = column.position_x + (column.width - line.width if flush_right else 0.0)
        y = note.baseline + number * note.leading - strut
        sorts, places = note.sorts[line.first : line.end], list(line.places)
        if line.hyphen is not None:
            sorts, places = [*sorts, line.hyphen], [*places, line.hyphen_place]
        text = "".join(sort.text for sort in sorts)
        inner = boxes.TextBox("small", note.style, note.element, text or " ")
        inner.pango_layout = Setting(note.face, text, sorts, places)
        outer = boxes.LineBox("small", note.style, note.element, [inner])
        for box in (inner, outer):
            box.background = None
            box.position_x, box.position_y = x, y
            box.width, box.height, box.baseline = line.width, note.leading, strut
            unframe(box)
        yield outer
