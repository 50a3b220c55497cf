"""From a thing in the document back to the places of the book that it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urljoin
from xml.etree import ElementTree

from weasyprint.urls import iri_to_uri

from fuzi.model.source import Place
from fuzi.press.engine.fetcher import ADDRESS_LIMIT, BASE

SPAN = "data-span"


def classes(element: ElementTree.Element | None) -> list[str]:
    """The classes of an element; none of a box that has no element."""
    return element.get("class", "").split() if element is not None else []


def place_of(span: str) -> Place | None:
    """The place that a ``data-span`` names (``file:line:column``); None when it names none."""
    file, _, rest = span.partition(":")
    line, _, column = rest.partition(":")
    if not file:
        return None
    return Place(file, int(line) if line.isdigit() else 0, int(column) if column.isdigit() else 0)


def places_where(root: ElementTree.Element, wanted: Callable[[ElementTree.Element], bool]) -> tuple[Place | None, ...]:
    """The places of the blocks that hold an element which is ``wanted``; ``(None,)`` when none is found."""
    found: dict[Place | None, None] = {}
    for element, span in spans(root):
        if wanted(element):
            found[place_of(span)] = None
    return tuple(found) or (None,)


def places_of_text(root: ElementTree.Element, text: str) -> tuple[Place | None, ...]:
    """The places of the blocks in whose text ``text`` stands."""
    found: dict[Place | None, None] = {}
    for element, span in spans(root):
        if element.text and text in element.text:
            found[place_of(span)] = None
        for child in element:
            if child.tail and text in child.tail:
                found[place_of(span)] = None
    return tuple(found) or (None,)


def address_is(address: str) -> Callable[[ElementTree.Element], bool]:
    """True for elements that point at this address, as written or as the engine resolves it."""

    def points(element: ElementTree.Element) -> bool:
        for name in ("src", "href", "data"):
            value = element.get(name)
            if value is not None and address in (value, iri_to_uri(urljoin(BASE, value))[:ADDRESS_LIMIT]):
                return True
        return False

    return points


def spans(root: ElementTree.Element) -> Iterable[tuple[ElementTree.Element, str]]:
    """Every element in document order with the nearest span at or above it."""
    stack: list[tuple[ElementTree.Element, str]] = [(root, "")]
    while stack:
        element, above = stack.pop()
        span = element.get(SPAN, above)
        yield element, span
        stack.extend((child, span) for child in reversed(element))
