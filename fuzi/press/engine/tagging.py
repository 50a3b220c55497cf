"""Prints set pages once more with tags: the structure of the book for readers that cannot see pages (ISO 14289-1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

import pydyf
import weasyprint.pdf

from fuzi.press.engine import tagging_marks
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.memory import uncollected
from fuzi.press.engine.tagging_links import links_of, rectangle
from fuzi.press.engine.tagging_marks import MARKING, Marking
from fuzi.press.engine.tagging_roles import PICTURES, ROLE_MAP
from fuzi.press.engine.tagging_shapes import shaped
from fuzi.press.engine.tagging_tree import Builder, Node, Piece

ADD_TAGS = "f0e74575b0bafaf3"
ADD_LINKS = "262e8b9b299892a7"


def install() -> None:
    """Put our structure in the place of the engine's, once per process."""
    tagging_marks.install()
    original = weasyprint.pdf.add_tags
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, ADD_TAGS)
    require_source(weasyprint.pdf.add_links, ADD_LINKS)

    def add_tags(pdf: Any, document: Any, version: Any, streams: Any) -> None:
        root = getattr(document, "fuzi_structure", None)
        if root is None:
            original(pdf, document, version, streams)
        else:
            _Writer(pdf, document, [stream._tags for stream in streams]).write(root)

    add_tags.corrected_by_fuzi = True  # type: ignore[attr-defined]
    weasyprint.pdf.add_tags = add_tags


def write_tagged(laid_out: Any, roots: Iterable[ElementTree.Element], labels: Iterable[tuple[int, str]]) -> bytes:
    """The PDF of pages that are set, with a structure tree, the colour profile sRGB and single pages on the screen.

    ``roots`` are the documents that pages were made from; ``labels`` as for the plain PDF, which this printing leaves
    as it is.
    """
    document = laid_out.document.copy()
    document.color_profiles = dict(document.color_profiles)
    structure = Builder(roots).read(document.pages)
    document.fuzi_structure = shaped(structure)
    pieces = {
        (piece.box, piece.part): (node.role, piece) for node in document.fuzi_structure.all() for piece in node.pieces()
    }

    def finish(_: Any, pdf: pydyf.PDF) -> None:
        numbers = pydyf.Array()
        for index, style in labels:
            numbers.extend([index, pydyf.Dictionary({"S": f"/{style}", "St": 1})])
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
        pdf.catalog["PageLayout"] = "/SinglePage"

    token = MARKING.set(Marking(pieces, structure.artifacts))
    try:
        with uncollected():
            data: bytes = document.write_pdf(finisher=finish, pdf_tags=True, output_intent="srgb")
    finally:
        MARKING.reset(token)
    return data


class _Writer:
    """Writes a structure tree into a PDF; ``tags`` are the numbers of marked content, page by page."""

    def __init__(self, pdf: Any, document: Any, tags: list[dict[tuple[Any, str], int]]) -> None:
        self.pdf = pdf
        self.document = document
        self.tags = tags
        self.pages = pdf.page_references
        self.owners: list[dict[int, Any]] = [{} for _ in tags]
        self.links: dict[Node, list[tuple[int, Any]]] = defaultdict(list)
        self.annotated: list[tuple[Any, Any]] = []
        self.names: list[tuple[str, Any]] = []

    def write(self, root: Node) -> None:
        """The tree, the way back from content to it, and what the document says of itself."""
        for node, page, annotation in links_of(root, self.document, self.pdf):
            self.links[node].append((page, annotation))
        tree = self._object({"Type": "/StructTreeRoot"})
        tree["K"] = pydyf.Array([self._element(root, tree).reference])
        tree["RoleMap"] = pydyf.Dictionary({name: f"/{standard}" for name, standard in ROLE_MAP.items()})
        tree["ParentTree"] = self._parent_tree().reference
        tree["ParentTreeNextKey"] = len(self.tags) + len(self.annotated)
        if self.names:
            names = pydyf.Array()
            for name, element in sorted(self.names, key=lambda item: item[0]):
                names.extend([pydyf.String(name), element.reference])
            tree["IDTree"] = pydyf.Dictionary({"Names": names})
        self.pdf.catalog["StructTreeRoot"] = tree.reference
        self.pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self.pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def _object(self, content: dict[str, Any]) -> Any:
        made = pydyf.Dictionary(content)
        self.pdf.add_object(made)
        return made

    def _element(self, node: Node, parent: Any) -> Any:
        element = self._object({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference})
        kids = pydyf.Array()
        home = next((piece.page for piece in node.pieces() if self._number(piece) is not None), None)
        if home is not None:
            element["Pg"] = self.pages[home]
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element).reference)
            elif (number := self._number(kid)) is not None:
                self.owners[kid.page][number] = element.reference
                kids.append(number if kid.page == home else self._content(kid.page, number))
        for page, annotation in self.links.get(node, ()):
            kids.append(self._annotation(element, page, annotation))
        element["K"] = kids
        self._say(element, node)
        return element

    def _number(self, piece: Piece) -> int | None:
        """The number of the marked content of a piece; None when nothing of it was drawn."""
        return self.tags[piece.page].get((piece.box, piece.part))

    def _content(self, page: int, number: int) -> Any:
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[page], "MCID": number})

    def _annotation(self, element: Any, page: int, annotation: Any) -> Any:
        annotation["StructParent"] = len(self.tags) + len(self.annotated)
        self.annotated.append((annotation, element.reference))
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.pages[page]})

    def _say(self, element: Any, node: Node) -> None:
        """Languages, alternative texts, identifiers and attributes."""
        facts = node.facts
        if facts.get("lang"):
            element["Lang"] = pydyf.String(facts["lang"])
        if facts.get("alt"):
            element["Alt"] = pydyf.String(facts["alt"])
        if node.role in ("Part", "Sect", "Art") and node.element is not None and node.element.get("data-title"):
            element["T"] = pydyf.String(node.element.get("data-title"))
        if facts.get("id"):
            element["ID"] = pydyf.String(facts["id"])
            self.names.append((facts["id"], element))
        attributes = self._attributes(node)
        if attributes:
            element["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)

    def _attributes(self, node: Node) -> list[Any]:
        facts = node.facts
        found = []
        if node.role == "TH":
            found.append({"O": "/Table", "Scope": f"/{facts['scope']}"})
        spans = {key: facts[name] for key, name in (("ColSpan", "columns"), ("RowSpan", "rows")) if name in facts}
        if spans:
            found.append({"O": "/Table", **spans})
        if node.role == "L" and any(kid.role == "Lbl" for item in node.nodes() for kid in item.nodes()):
            found.append({"O": "/List", "ListNumbering": f"/{facts['numbering']}"})
        piece = next(node.pieces(), None)
        if node.role in PICTURES and piece is not None:
            area = rectangle(piece, self.document.pages[piece.page])
            found.append({"O": "/Layout", "BBox": pydyf.Array(area)})
        return [pydyf.Dictionary(item) for item in found]

    def _parent_tree(self) -> Any:
        """From the numbers of each page, and from each annotation, back to its structure element."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            row = pydyf.Array(owners.get(number, "null") for number in range(len(self.tags[page])))
            self.pdf.add_object(row)
            numbers.extend([page, row.reference])
        for index, (_, element) in enumerate(self.annotated, len(self.owners)):
            numbers.extend([index, element])
        return self._object({"Nums": numbers})
