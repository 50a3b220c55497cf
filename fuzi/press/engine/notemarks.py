"""Where the marks of notes stand on the pages, and which note each of them means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.facts import roman
from fuzi.press.engine.folios import RESTART
from fuzi.press.engine.places import SPAN, classes, place_of

NOTE = "note"
AGAIN = "note-again"
SEE = "note-see"
MARK = "data-mark"
WORD_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class Call:
    """One call in the document. ``element`` is the note itself at its first call.

    ``target`` is the id of the note that a further call means, else empty; ``outer`` the note that the call stands in;
    ``see`` the words that send the reader to another page, if there are any.
    """

    element: ElementTree.Element
    chapter: str
    span: str
    outer: ElementTree.Element | None
    target: str = ""
    see: ElementTree.Element | None = None

    @property
    def note(self) -> bool:
        """True when a note at the foot belongs to it."""
        return NOTE in classes(self.element)

    @property
    def place(self) -> Place | None:
        """Where it stands in the sources."""
        return place_of(self.span)


@dataclass(frozen=True, slots=True)
class Printed:
    """A mark on a page: the box that holds its text, and the box that holds that."""

    page: int
    box: Any
    parent: Any

    @property
    def text(self) -> str:
        """What is drawn."""
        return "".join(box.pango_layout.text for box in self.texts()).replace(WORD_JOINER, "").strip()

    def texts(self) -> Iterator[Any]:
        """The text boxes of the mark."""
        for box in self.box.descendants():
            if isinstance(box, boxes.TextBox):
                yield box


@dataclass(slots=True)
class Sheet:
    """The marks of a laid-out document by their elements; ``body`` is the index of the page with folio 1."""

    calls: dict[ElementTree.Element, list[Printed]] = field(default_factory=dict)
    markers: dict[ElementTree.Element, list[Printed]] = field(default_factory=dict)
    again: dict[ElementTree.Element, list[Printed]] = field(default_factory=dict)
    see: dict[ElementTree.Element, list[Printed]] = field(default_factory=dict)
    body: int | None = None

    def folio(self, page: int) -> str:
        """The number that is printed on a page."""
        if self.body is None or page < self.body:
            return roman(page + 1)
        return str(page - self.body + 1)

    def home(self, call: Call) -> int | None:
        """The page of a call; one inside a note belongs to the page of that note's call. None: it is not printed."""
        if call.note:
            found = self.calls.get(call.element)
        elif call.outer is not None:
            found = self.calls.get(call.outer)
        else:
            found = self.again.get(call.element)
        return found[0].page if found else None


def calls_of(root: ElementTree.Element) -> list[Call]:
    """Every call of the document in reading order."""
    found: list[Call] = []
    stack: list[tuple[ElementTree.Element, str, str, ElementTree.Element | None]] = [(root, "", "", None)]
    while stack:
        element, chapter, span, outer = stack.pop()
        names = classes(element)
        span = element.get(SPAN) or span
        inner = outer
        if element.tag == "section":
            chapter = element.get("id", "")
        elif NOTE in names:
            see = _own_see(element)
            found.append(Call(element, chapter, span, outer, _target(see), see))
            inner = element
            if see is not None:
                continue
        elif AGAIN in names:
            found.append(Call(element, chapter, span, outer, _target(element)))
        elif SEE in names:
            found.append(Call(element, chapter, span, outer, _target(element), element))
        stack.extend((child, chapter, span, inner) for child in reversed(element))
    return found


def read_marks(laid_out: LaidOut) -> Sheet:
    """Every mark that stands on the pages."""
    sheet = Sheet()
    for index, page in enumerate(laid_out.document.pages):
        stack = [(child, page._page_box) for child in reversed(page._page_box.children)]
        while stack:
            box, parent = stack.pop()
            if isinstance(box, boxes.MarginBox):
                continue
            if sheet.body is None and box.element is not None and box.element.get(RESTART) is not None:
                sheet.body = index
            kept = _kind(sheet, box)
            if kept is not None:
                kept.setdefault(box.element, []).append(Printed(index, box, parent))
            elif isinstance(box, boxes.ParentBox):
                stack.extend((child, box) for child in reversed(box.children))
    return sheet


def _kind(sheet: Sheet, box: Any) -> dict[ElementTree.Element, list[Printed]] | None:
    """Which marks a box belongs to."""
    tag = box.element_tag or ""
    if tag.endswith("::footnote-call"):
        return sheet.calls
    if tag.endswith("::footnote-marker"):
        return sheet.markers
    if tag == "a::before" and AGAIN in classes(box.element):
        return sheet.again
    if isinstance(box, boxes.TextBox) and tag == "a" and SEE in classes(box.element):
        return sheet.see
    return None


def _own_see(note: ElementTree.Element) -> ElementTree.Element | None:
    """The words of a note that says nothing but where another note is."""
    if SEE not in classes(note):
        return None
    return next(element for element in note.iter("a"))


def _target(element: ElementTree.Element | None) -> str:
    return element.get("href", "").removeprefix("#") if element is not None else ""
