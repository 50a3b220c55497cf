"""The structure of a book that is set: a tree of what things are, in the order of the text, with the pieces of every
page that belong to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from fuzi.press.engine.places import classes
from fuzi.press.engine.setting import Setting
from fuzi.press.engine.sidenotes import COLUMN
from fuzi.press.engine.tagging_order import CALL, MARKER, Places
from fuzi.press.engine.tagging_roles import PICTURES, Roles, attributes_of, is_ornament, roles_of

TEXT, READING = "text", "reading"
"""What a piece is of its box: what stands on the line, or the readings above and beside it."""

_SPACED = re.compile(r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][.,;:!?)”’]*$")
"""The end of a word of a script that sets spaces between words."""

HEADER, FOOTER, LAYOUT = "Header", "Footer", ""
"""What an artifact is: a running head, a folio, anything else that is no part of the text (ISO 32000-1, 14.8.2.2)."""


@dataclass(slots=True, eq=False)
class Piece:
    """Content of one box on one page (counted from 0); a picture has no ``text``.

    ``order`` is where it stands in the document, as for nodes. ``before`` and ``after`` are spaces that a voice needs
    where the page shows leaders, or the end of a line.
    """

    page: int
    box: Any
    text: str
    part: str = TEXT
    order: float = 0.0
    before: str = ""
    after: str = ""


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: its type, the element that it comes from, and where that stands in the document."""

    role: str
    element: ElementTree.Element | None
    order: float
    parent: Node | None = None
    kids: list[Node | Piece] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def nodes(self) -> Iterator[Node]:
        """The elements directly below."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def pieces(self) -> Iterator[Piece]:
        """The content directly below."""
        return (kid for kid in self.kids if isinstance(kid, Piece))

    def all(self) -> Iterator[Node]:
        """This and every element below, in reading order."""
        yield self
        for node in self.nodes():
            yield from node.all()

    def put(self, node: Node, at: int | None = None) -> None:
        """Take a node in, at this place or at the end."""
        node.parent = self
        self.kids.insert(len(self.kids) if at is None else at, node)

    def place(self, kid: Node | Piece) -> None:
        """Take something in behind what comes before it in the document, wherever it stands on the pages."""
        at = len(self.kids)
        while at and self.kids[at - 1].order > kid.order:
            at -= 1
        self.kids.insert(at, kid)
        if isinstance(kid, Node):
            kid.parent = self


class Structure(NamedTuple):
    """The tree of a book, and which boxes are no part of its text, with the kind of artifact."""

    root: Node
    artifacts: dict[Any, str]


class Builder:
    """Reads pages that are set, one after the other; ``roots`` are the documents that they were made from."""

    def __init__(self, roots: Iterable[ElementTree.Element]) -> None:
        self.root = Node("Document", None, -1.0)
        self.artifacts: dict[Any, str] = {}
        self._parents: dict[ElementTree.Element, ElementTree.Element] = {}
        self._places = Places()
        for root in roots:
            self._places.add(root)
            for element in root.iter():
                for child in element:
                    self._parents.setdefault(child, element)
        self._nodes: dict[ElementTree.Element, Node] = {}
        self._special: dict[tuple[ElementTree.Element, str], Node] = {}
        self._heads: dict[ElementTree.Element, int] = {}
        self._last: Piece | None = None
        self._led = False

    def read(self, pages: Iterable[Any]) -> Structure:
        """The structure of all pages."""
        for number, page in enumerate(pages):
            for child in page._page_box.children:
                self._enter(child, number, None)
        return Structure(self.root, self.artifacts)

    def _enter(self, box: Any, page: int, artifact: str | None) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if artifact is None:
            artifact = self._furniture(box, page)
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            if artifact is None:
                self._leaf(box, page)
            else:
                self.artifacts[box] = artifact
        elif isinstance(box, boxes.ParentBox):
            if artifact is None and box.element_tag in ("td", "th"):
                self._node(box.element)  # an empty cell is a cell
            for child in box.children:
                self._enter(child, page, artifact)
            if isinstance(box, boxes.LineBox):
                self._end_line()
            self._led |= box.is_leader

    def _end_line(self) -> None:
        """The engine drops the space at the end of its own lines."""
        last = self._last
        if last is not None and not isinstance(last.box.pango_layout, Setting) and _SPACED.search(last.text):
            last.after = " "

    def _furniture(self, box: Any, page: int) -> str | None:
        """What kind of artifact all of a box is; None for a part of the text."""
        if isinstance(box, boxes.MarginBox):
            if box.at_keyword == COLUMN:
                return None
            return HEADER if box.at_keyword.startswith("@top") else FOOTER
        if box.is_leader:
            return LAYOUT
        if box.element_tag == "thead" and self._heads.setdefault(box.element, page) != page:
            return LAYOUT  # the head of a table, said once more on the page where the table goes on
        return None

    def _leaf(self, box: Any, page: int) -> None:
        element = box.element
        if element is None or element not in self._places:
            self.artifacts[box] = LAYOUT
            return
        if isinstance(box, boxes.ReplacedBox):
            self._picture(box, page)
            return
        pseudo = (box.element_tag or "").partition("::")[2]
        piece = self._last = Piece(page, box, box.text, before=" " if self._led else "")
        self._led = False
        if element.tag == "ruby":
            self._ruby(piece)
        elif element.tag == "rt":
            self._reading(element, piece)
        elif pseudo == "footnote-call":
            self._call(element).kids.append(piece)
        elif pseudo in ("footnote-marker", "marker"):
            self._marker(element).kids.append(piece)
        else:
            node = self._node(element)
            place = self._places.of(element, pseudo, box.text)
            piece.order = place if place is not None else max((kid.order for kid in node.kids), default=node.order)
            node.place(piece)

    def _picture(self, box: Any, page: int) -> None:
        if is_ornament(box.element):
            self.artifacts[box] = LAYOUT
            return
        node = self._node(box.element)
        if node.role not in PICTURES:
            node = self._made(node, "Figure", box.element, self._places.start(box.element))
        node.kids.append(Piece(page, box, ""))

    def _node(self, element: ElementTree.Element) -> Node:
        """The structure element that holds the content of an element of the document."""
        found = self._nodes.get(element)
        if found is None:
            found = self._nodes[element] = self._new(element)
        return found

    def _new(self, element: ElementTree.Element) -> Node:
        parent = self._parents.get(element)
        if parent is None:
            return self.root
        roles = roles_of(element, parent)
        above = self._node(parent)
        return self._chain(above, roles, element, self._places.start(element)) if roles else above

    def _chain(self, above: Node, roles: Roles, element: ElementTree.Element, order: float) -> Node:
        for role in roles:
            above = self._made(above, role, element, order)
        return above

    def _made(self, above: Node, role: str, element: ElementTree.Element, order: float) -> Node:
        node = Node(role, element, order, facts=dict(attributes_of(role, element)))
        if above is self.root:
            above.put(node)  # a section begins a page, and one that was set anew comes from another document
        else:
            above.place(node)
        return node

    def _call(self, note: ElementTree.Element) -> Node:
        """The mark in the text that calls a note at the foot."""
        key = (note, "call")
        if key not in self._special:
            above = self._node(self._parents[note])
            self._special[key] = self._chain(above, ("Reference", "Link"), note, self._places.start(note) - CALL)
            self._special[key].facts["call"] = note
        return self._special[key]

    def _marker(self, element: ElementTree.Element) -> Node:
        key = (element, "marker")
        if key not in self._special:
            self._special[key] = self._made(self._node(element), "Lbl", element, self._places.start(element) + MARKER)
        return self._special[key]

    def _ruby(self, base: Piece) -> None:
        """Characters with their readings: one Ruby for each reading, as ISO 32000-1, 14.8.4.4.2 has it."""
        element = base.box.element
        setting = base.box.pango_layout
        reading = _readings(setting) if isinstance(setting, Setting) else ""
        node = self._special.get((element, "ruby"))
        if node is None or any(kid.role == "RT" for kid in node.nodes()):
            above = self._node(self._parents[element])
            node = self._special[element, "ruby"] = self._made(above, "Ruby", element, self._places.start(element))
            self._made(node, "RB", element, self._places.start(element))
        next(node.nodes()).kids.append(base)
        if reading:
            said = next((rt for rt in element.iter("rt") if rt.get("lang")), element)
            target = self._made(node, "RT", said, self._places.start(element) + 0.5)
            target.kids.append(Piece(base.page, base.box, reading, READING))

    def _reading(self, element: ElementTree.Element, piece: Piece) -> None:
        """A reading that the engine set in the line."""
        if element in self._nodes:
            self._nodes[element].kids.append(piece)
            return
        node = self._special.get((self._parents[element], "ruby"))
        if node is None:
            self.artifacts[piece.box] = LAYOUT
            return
        self._nodes[element] = self._made(node, "RT", element, self._places.start(element))
        self._nodes[element].kids.append(piece)


def _readings(setting: Setting) -> str:
    glyphs = (glyph for sort in setting.sorts for glyph in sort.annotation or ())
    return "".join(glyph.text for glyph in glyphs)


def is_side(node: Node) -> bool:
    """True for a note at the side."""
    return node.role == "Note" and "side-note" in classes(node.element)
