"""The text of a finished EPUB, read back from the file itself, section by section in spine order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import unquote

from lxml import etree

from fuzi.bind.vocabulary import CONTAINER, EPUB_TYPE, MATHML, OPF, SVG, XHTML
from fuzi.model.product import SectionText

NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote"})
_UNREAD = frozenset({f"{{{MATHML}}}math", f"{{{SVG}}}svg", f"{{{XHTML}}}rt", f"{{{XHTML}}}rp"})
"""Formulas and drawings, whose letters are made from a source, and readings above the text."""


def read_text(epub: bytes) -> tuple[SectionText, ...]:
    """Body, notes and side notes of every section, each in reading order.

    The section is the element with an id in the body of a document; a body that has none is called by its file name.
    """
    found: list[SectionText] = []
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        for path in spine(archive):
            root = _parse(archive.read(path))
            for body in root.iter(f"{{{XHTML}}}body"):
                name = next((child.get("id") for child in body if child.get("id")), None)
                notes: list[str] = []
                sides: list[str] = []
                text = "".join(_text(body, notes, sides))
                found.append(SectionText(name or splitext(basename(path))[0], text, "".join(notes), "\n".join(sides)))
    return tuple(found)


def spine(archive: zipfile.ZipFile) -> Iterator[str]:
    """Paths of the documents in reading order, as the package document of the archive gives them."""
    container = _parse(archive.read("META-INF/container.xml"))
    package_path = next(item.get("full-path", "") for item in container.iter(f"{{{CONTAINER}}}rootfile"))
    package = _parse(archive.read(package_path))
    hrefs = {item.get("id"): item.get("href", "") for item in package.iter(f"{{{OPF}}}item")}
    for reference in package.iter(f"{{{OPF}}}itemref"):
        yield normpath(join(dirname(package_path), unquote(hrefs[reference.get("idref")])))


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _text(element: etree._Element, notes: list[str], sides: list[str]) -> Iterator[str]:
    """What a reader sees inside ``element`` without its notes, which are added to ``notes`` or ``sides``."""
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            if _is_note(child):
                notes.append("".join(_text(child, notes, sides)))
            elif _is_side_note(child):
                sides.append("".join(_text(child, notes, sides)))
            elif child.tag not in _UNREAD and child.get("hidden") is None:
                yield from _text(child, notes, sides)
            yield child.tail or ""


def _is_note(element: etree._Element) -> bool:
    if element.tag != f"{{{XHTML}}}aside":
        return False
    types = set((element.get(EPUB_TYPE) or "").split())
    return bool(types & NOTE_TYPES) or element.get("role") == "doc-footnote"


def _is_side_note(element: etree._Element) -> bool:
    return element.tag == f"{{{XHTML}}}small" and "side-note" in element.get("class", "").split()
