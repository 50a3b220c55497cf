"""Finds what stands out of the type area: a picture, a table or a word that could not be broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.model.source import Place
from fuzi.model.units import MM_PER_PIXEL
from fuzi.press.engine.annotations import OVERLONG
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.places import place_of

TOLERANCE = 3.0
"""CSS pixels (0.8 mm) that nobody sees."""


@dataclass(frozen=True, slots=True)
class Excess:
    """Something that is too wide; ``page`` counts from 0."""

    place: Place | None
    text: str
    millimetres: float
    page: int


def overfull(laid_out: LaidOut) -> Iterator[Excess]:
    """Text and pictures that stand beyond the fore-edge or gutter side of the type area, one for each block."""
    parents = {child: parent for parent in laid_out.root.iter() for child in parent}
    seen: set[str] = set()
    for index, page in enumerate(laid_out.document.pages):
        box = page._page_box
        left, right = box.content_box_x(), box.content_box_x() + box.width
        for child in box.children:
            if isinstance(child, boxes.MarginBox):
                continue
            for inner in child.descendants():
                if not isinstance(inner, boxes.TextBox | boxes.ReplacedBox):
                    continue
                text = getattr(inner, "text", "")
                if isinstance(inner, boxes.TextBox) and not text.strip():
                    continue
                beyond = max(inner.position_x + inner.margin_width() - right, left - inner.position_x)
                span = _span(inner.element, parents)
                if beyond > TOLERANCE and span not in seen:
                    seen.add(span)
                    yield Excess(place_of(span), text[:20], beyond * MM_PER_PIXEL, index)


def long_readings(laid_out: LaidOut) -> Iterator[tuple[Place | None, str]]:
    """The readings that were divided because no line has room for them, with their places."""
    parents: dict[ElementTree.Element, ElementTree.Element] | None = None
    for element in laid_out.root.iter("rt"):
        if text := element.get(OVERLONG):
            parents = parents or {child: parent for parent in laid_out.root.iter() for child in parent}
            yield place_of(_span(element, parents)), text


def _span(element: Any, parents: dict[ElementTree.Element, ElementTree.Element]) -> str:
    while element is not None:
        if span := element.get("data-span"):
            return str(span)
        element = parents.get(element)
    return ""
