"""What the laid-out boxes know of each page: its section, its folio, where its text begins and ends, its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.model.galley import Galley, Matter
from fuzi.model.product import PageFact, PageFacts, TextPosition
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.grid import POINTS
from fuzi.press.engine.paragraph import is_side_note
from fuzi.press.engine.places import classes
from fuzi.press.engine.sidenotes import side_column

SPAN = "data-span"
NOTE = "note"
READING = "rt"
"""The element of a reading above characters: no part of the text."""

SECTION = "section"
PICTURES = frozenset({"img", "{http://www.w3.org/2000/svg}svg"})


@dataclass(slots=True)
class _Block:
    """The own text of one element with a span, and how much of it has been met on pages so far.

    ``stretches`` are pieces of the text between which other blocks stand: from which offset, and how many characters
    and pictures of the section come before. What has no span in the sources (the title leaf) is a block without one.
    """

    span: str
    text: str = ""
    cursor: int = 0
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str | None, before: int) -> int:
        """Append a piece of text; how many characters there are now."""
        if not text:
            return before
        self.stretches.append((len(self.text), before))
        self.text += text
        return before + inked(text)

    def number(self, offset: int) -> int:
        """How many characters and pictures of the section come before the one at ``offset``."""
        start, before = next(item for item in reversed(self.stretches) if item[0] <= offset)
        return before + inked(self.text[start:offset])


@dataclass(slots=True)
class _Page:
    """What one walk over a page finds."""

    section: str = ""
    first: TextPosition | None = None
    last: TextPosition | None = None
    opening: int | None = None
    lines: int = 0
    characters: int = 0
    text: list[str] = field(default_factory=list)


class _Source:
    """Finds for each text box its place in the text of the document, by walking both in the same order."""

    def __init__(self, root: ElementTree.Element) -> None:
        self._owners: dict[ElementTree.Element, _Block | None] = {}
        self._count = 0  # characters and pictures of the section so far
        self.pictures: dict[ElementTree.Element, int] = {}
        self._visit(root, None)

    def _visit(self, root: ElementTree.Element, owner: _Block | None) -> None:
        """Depth first without recursion: quotations may be nested deep."""
        stack: list[tuple[ElementTree.Element, _Block | None, Iterator[ElementTree.Element]]] = []
        self._enter(root, owner, stack)
        while stack:
            element, inherited, children = stack[-1]
            child = next(children, None)
            if child is not None:
                self._enter(child, self._owners[element], stack)
                continue
            stack.pop()
            if stack:
                outer = self._owners[stack[-1][0]]
                if outer is not None:
                    self._count = outer.add(element.tail, self._count)

    def _enter(
        self,
        element: ElementTree.Element,
        inherited: _Block | None,
        stack: list[tuple[ElementTree.Element, _Block | None, Iterator[ElementTree.Element]]],
    ) -> None:
        owner = inherited
        if element.tag == READING or is_side_note(element) or NOTE in classes(element):
            owner = None
        elif span := element.get(SPAN):
            owner = _Block(span)
        elif inherited is None and element.tag == SECTION and element.get("id"):
            owner = _Block("")
        if element.tag == SECTION and inherited is None:
            self._count = 0
        self._owners[element] = owner
        if owner is not None and element.tag in PICTURES:
            self.pictures[element] = self._count
            self._count += 1
        elif owner is not None:
            self._count = owner.add(element.text, self._count)
        children = iter(()) if NOTE in classes(element) else iter(element)
        stack.append((element, inherited, children))

    def locate(self, element: ElementTree.Element, text: str) -> tuple[TextPosition, TextPosition, int] | None:
        """Places of the first and last character of ``text``, which stands in ``element``, and how many characters of
        the section come before it; None when generated."""
        block = self._owners.get(element)
        stripped = text.strip()
        if block is None or not stripped:
            return None
        start = block.text.find(stripped, block.cursor)
        gap = block.text[block.cursor : start] if start >= 0 else ""
        if start >= 0 and not gap.strip():
            block.cursor = start + len(stripped)
            return TextPosition(block.span, start), TextPosition(block.span, block.cursor - 1), block.number(start)
        return self._follow(block, stripped)

    @staticmethod
    def _follow(block: _Block, text: str) -> tuple[TextPosition, TextPosition, int] | None:
        """The same character by character, where white space was collapsed or a hyphen added."""
        found: list[int] = []
        cursor = block.cursor
        for character in text:
            if character.isspace():
                continue
            while cursor < len(block.text) and block.text[cursor].isspace():
                cursor += 1
            if cursor < len(block.text) and block.text[cursor] == character:
                found.append(cursor)
                cursor += 1
        if len(found) * 2 <= len(text):
            return None
        block.cursor = cursor
        return TextPosition(block.span, found[0]), TextPosition(block.span, found[-1]), block.number(found[0])


def page_facts(laid_out: LaidOut, galley: Galley, grid: tuple[int, int]) -> PageFacts:
    """The facts of every page, in order; ``glyphs`` stay empty, they are known when the PDF is written."""
    source = _Source(laid_out.root)
    matters = {section.id: section.matter for section in galley.sections}
    facts: list[PageFact] = []
    anchors: dict[str, int] = {}
    section = ""
    body_start: int | None = None
    for index, page in enumerate(laid_out.document.pages):
        for name in page.anchors:
            anchors.setdefault(name, index)
        box = page._page_box
        found = _read(box, source, matters)
        section = found.section or section
        notes_top = _notes_top(box)
        if body_start is None and matters.get(found.section) is Matter.BODY:
            body_start = index
        facts.append(
            PageFact(
                index=index,
                folio=roman(index + 1) if body_start is None else str(index - body_start + 1),
                section=section,
                blank=not found.section and not notes_top,
                first=found.first,
                last=found.last,
                lines=found.lines,
                characters=found.characters,
                notes_top=notes_top,
                type_area=_type_area(box),
                side_notes=side_column(box),
                opening=found.opening,
            )
        )
    return PageFacts(tuple(facts), anchors, {}, grid)


def folio_runs(facts: PageFacts) -> list[tuple[int, str]]:
    """Where folios begin anew, for the page labels of the PDF."""
    body = next((page.index for page in facts.pages if page.folio == "1"), None)
    if body is None:
        return [(0, "r")]
    return [(0, "r"), (body, "D")] if body else [(0, "D")]


def glyphs(laid_out: LaidOut) -> dict[str, int]:
    """Font family -> number of distinct glyphs drawn from it (known once the PDF is written)."""
    used: dict[str, set[tuple[str, int]]] = {}
    for font in laid_out.document.fonts.values():
        used.setdefault(font.family, set()).update((font.hash, glyph) for glyph in font.to_unicode)
    return {family: len(used[family]) for family in sorted(used)}


def inked(text: str) -> int:
    """How many characters of a text are not white space."""
    return sum(not character.isspace() for character in text)


def roman(number: int) -> str:
    """A number from 1 in small roman numerals, as the folios of the front matter are printed."""
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        count, number = divmod(number, value)
        text += letters * count
    return text


def _read(page: Any, source: _Source, sections: dict[str, Matter]) -> _Page:
    found = _Page()
    for box in _running(page):
        element = box.element
        if not found.section and element is not None and element.tag == "section" and element.get("id") in sections:
            found.section = element.get("id")
        if isinstance(box, boxes.LineBox):
            found.lines += _has_text(box)
        elif isinstance(box, boxes.TextBox) and "::" not in (box.element_tag or ""):
            found.characters += inked(box.text)
            place = source.locate(element, box.text)
            if place and found.opening is None:
                found.opening = place[2]
            if place and place[0].span:
                found.first = found.first or place[0]
                found.last = place[1]
        elif isinstance(box, boxes.ReplacedBox) and found.opening is None:
            found.opening = source.pictures.get(element)
    return found


def _running(page: Any) -> Iterator[Any]:
    """Every box of the running text of a page, without notes, heads and folios."""
    stack = list(reversed(page.children))
    while stack:
        box = stack.pop()
        if isinstance(box, boxes.FootnoteAreaBox | boxes.MarginBox):
            continue
        yield box
        if isinstance(box, boxes.ParentBox):
            stack.extend(reversed(box.children))


def _has_text(line: Any) -> bool:
    return any(isinstance(box, boxes.TextBox) and box.text.strip() for box in line.descendants())


def _notes_top(page: Any) -> float:
    """Distance in pt from the top of the page to the first note; 0 when there is none."""
    tops = [
        note.position_y for area in page.children if isinstance(area, boxes.FootnoteAreaBox) for note in area.children
    ]
    return round(min(tops) * POINTS, 3) if tops else 0.0


def _type_area(page: Any) -> tuple[float, float, float, float]:
    left, top = page.content_box_x(), page.content_box_y()
    area = (left, top, left + page.width, top + page.height)
    return (
        round(area[0] * POINTS, 3),
        round(area[1] * POINTS, 3),
        round(area[2] * POINTS, 3),
        round(area[3] * POINTS, 3),
    )
