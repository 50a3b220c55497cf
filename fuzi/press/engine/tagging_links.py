"""Links of a tagged PDF: one annotation for each piece of a link, told in words, and calls that lead to their notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pydyf

from fuzi.press.engine.grid import POINTS
from fuzi.press.engine.notemarks import WORD_JOINER
from fuzi.press.engine.tagging_tree import Node, Piece

PRINT = 4
"""The flag of an annotation that is printed: PDF/A asks for it (ISO 19005-3, 6.3.2)."""

_INSIDE = 0.5
"""pt by which one rectangle may reach out of another that holds it."""


def links_of(root: Node, document: Any, pdf: Any) -> Iterator[tuple[Node, int, Any]]:
    """Each annotation with the structure element and the page (from 0) that it belongs to.

    The engine makes one annotation for every box in a link; those inside another go.
    """
    nodes = {node.element: node for node in root.all() if node.role == "Link"}
    parents = {child: parent for node in nodes.values() if node.element is not None for child, parent in _below(node)}
    calls = _calls(root, {name for page in document.pages for name in page.anchors})
    for number, page in enumerate(document.pages):
        kept: list[Any] = []
        for kind, target, _, box in page.links:
            annotation = box.link_annotation
            node = _link(box.element, nodes, parents)
            if kind not in ("internal", "external") or not annotation or node is None or not _stands_on(node, number):
                continue
            if any(_holds(old, annotation) for old in kept):
                continue
            kept.append(annotation)
            _tell(annotation, node, target if kind == "external" else "")
            yield node, number, annotation
        for node, piece in calls.get(number, ()):
            annotation = _annotation(node, rectangle(piece, page))
            pdf.add_object(annotation)
            kept.append(annotation)
            yield node, number, annotation
        _keep(pdf.objects[pdf.pages["Kids"][3 * number]], kept)


def _below(node: Node) -> Iterator[tuple[ElementTree.Element, ElementTree.Element]]:
    assert node.element is not None
    for parent in node.element.iter():
        for child in parent:
            yield child, parent


def _link(element: Any, nodes: dict[Any, Node], parents: dict[Any, Any]) -> Node | None:
    while element is not None and element not in nodes:
        element = parents.get(element)
    return nodes.get(element)


def _stands_on(node: Node, page: int) -> bool:
    return any(piece.page == page for inner in node.all() for piece in inner.pieces())


def _tell(annotation: Any, node: Node, address: str) -> None:
    """What a voice says of the link: its words, and where it leads when that is outside the book."""
    entry = node.parent is not None and node.parent.parent is not None and node.parent.parent.role == "TOCI"
    pieces = (piece.text.replace(WORD_JOINER, "") for inner in node.all() for piece in inner.pieces())
    words = (" " if entry else "").join(pieces).strip()
    told = words if not address or address in words else f"{words} {address}"
    annotation["Contents"] = pydyf.String(" ".join(told.split()) or "…")
    annotation["F"] = PRINT


def _calls(root: Node, anchors: set[str]) -> dict[int, list[tuple[Node, Piece]]]:
    """The calls of notes on each page; on paper they lead nowhere."""
    found: dict[int, list[tuple[Node, Piece]]] = {}
    for node in root.all():
        note = node.facts.get("call")
        if note is not None and note.get("id") in anchors:
            for piece in node.pieces():
                found.setdefault(piece.page, []).append((node, piece))
    return found


def _annotation(call: Node, area: list[float]) -> Any:
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(area),
            "BS": pydyf.Dictionary({"W": 0}),
            "Dest": pydyf.String(call.facts["call"].get("id")),
        }
    )
    _tell(annotation, call, "")
    return annotation


def rectangle(piece: Piece, page: Any) -> list[float]:
    """Where a piece stands: left, bottom, right and top in pt from the lower left corner of its page."""
    box = piece.box
    x, y, width, height = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    edges = (x, page.height - y - height, x + width, page.height - y)
    return [round(edge * POINTS, 3) for edge in edges]


def _holds(outer: Any, inner: Any) -> bool:
    """True when one annotation lies within another that leads to the same place."""
    if _target(outer) != _target(inner):
        return False
    left, low, right, high = _sorted(outer["Rect"])
    x, y, end, top = _sorted(inner["Rect"])
    return left - _INSIDE <= x and end <= right + _INSIDE and low - _INSIDE <= y and top <= high + _INSIDE


def _target(annotation: Any) -> str:
    target = annotation["A"]["URI"] if "A" in annotation else annotation["Dest"]
    return str(target.string)


def _sorted(area: Any) -> tuple[float, float, float, float]:
    return min(area[::2]), min(area[1::2]), max(area[::2]), max(area[1::2])


def _keep(page: Any, kept: list[Any]) -> None:
    page.pop("Annots", None)
    if kept:
        page["Annots"] = pydyf.Array(annotation.reference for annotation in kept)
