"""XHTML documents of the package: one for each section of the galley, and the cover page.

Text is kept to the byte: nothing is indented, and no white space comes between inline elements, where it would show as
a gap in Chinese.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath

from lxml import etree

from fuzi.bind.codes import BAD_ID, DUPLICATE_ID, MALFORMED
from fuzi.bind.markup import xhtml
from fuzi.bind.names import is_xml_id
from fuzi.bind.vocabulary import EPUB, EPUB_TYPE, MATHML, SVG, XHTML, XHTML_TYPE, XML_LANG
from fuzi.model.galley import Matter, Section
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

_VOID = frozenset(
    f"{{{XHTML}}}{name}"
    for name in ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_MATTER_TYPES = {Matter.FRONT: "frontmatter", Matter.BODY: "bodymatter", Matter.BACK: "backmatter"}
_FOREIGN = {"svg": SVG, "math": MATHML}

COVER_STYLE = (
    "html, body { margin: 0; padding: 0; height: 100%; text-align: center }\n"
    "section { display: flex; align-items: center; justify-content: center; height: 100%; max-height: 100vh }\n"
    "img { max-width: 100%; max-height: 100%; object-fit: contain }"
)


@dataclass(frozen=True, slots=True)
class Document:
    """One finished XHTML file; ``properties`` are those of its manifest item (EPUB 3.3 §D.5)."""

    section: str
    path: str
    data: bytes
    properties: tuple[str, ...] = ()
    media_type: str = XHTML_TYPE


@dataclass(frozen=True, slots=True)
class Frame:
    """What all documents of a book share; ``stylesheets`` are paths in the package in cascade order."""

    language: str
    title: str
    stylesheets: tuple[str, ...]


def parse(section: Section) -> tuple[etree._Element | None, list[Diagnostic]]:
    """The root element of a section, or None and why it cannot be read."""
    place = Place(section.source) if section.source else None
    title = section.title or section.id
    try:
        wrapper = etree.fromstring(
            f'<body xmlns="{XHTML}" xmlns:epub="{EPUB}">{section.html}</body>'.encode(),
            etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False),
        )
    except etree.XMLSyntaxError as error:
        return None, [MALFORMED.at(place, section=title, detail=error.msg)]
    loose = [wrapper.text, *(child.tail for child in wrapper)]
    if len(wrapper) != 1 or any(text and text.strip() for text in loose):
        return None, [MALFORMED.at(place, section=title, detail="<section> must be the one root element")]
    root = wrapper[0]
    root.tail = None
    if root.tag != f"{{{XHTML}}}section" or root.get("id") != section.id:
        return None, [MALFORMED.at(place, section=title, detail=f'<section id="{section.id}"> must be the root')]
    return root, list(_faults(section, root, place))


def ids_of(root: etree._Element) -> frozenset[str]:
    """Every id in a document."""
    return frozenset(_ids(root))


def _ids(root: etree._Element) -> Iterator[str]:
    return (name for element in root.iter("*") if (name := element.get("id")) is not None)


def _faults(section: Section, root: etree._Element, place: Place | None) -> Iterator[Diagnostic]:
    title = section.title or section.id
    for name, count in Counter(_ids(root)).items():
        if not is_xml_id(name):
            yield BAD_ID.at(place, section=title, id=name)
        elif count > 1:
            yield DUPLICATE_ID.at(place, section=title, id=name)
    for name, namespace in _FOREIGN.items():
        if next(root.iter(f"{{{XHTML}}}{name}"), None) is not None:
            yield MALFORMED.at(place, section=title, detail=f'<{name}> needs xmlns="{namespace}"')
    for node in root.iter(etree.Entity):
        yield MALFORMED.at(place, section=title, detail=f"entity {node.text} is not defined in XML")


def section_document(section: Section, root: etree._Element, path: str, frame: Frame) -> Document:
    """The document of one section, whose tree has its links settled."""
    body = xhtml("body", root, attributes={EPUB_TYPE: _MATTER_TYPES[section.matter]})
    return Document(section.id, path, page(body, section.title, path, frame), _properties(root))


def page(body: etree._Element, title: str, path: str, frame: Frame, style: str = "") -> bytes:
    """A whole document around ``body``; every document needs a title, so the book's stands in for a missing one."""
    folder = dirname(path) or "."
    head = xhtml("head", xhtml("meta", attributes={"charset": "utf-8"}), xhtml("title", title.strip() or frame.title))
    for stylesheet in frame.stylesheets:
        href = relpath(stylesheet, folder)
        head.append(xhtml("link", attributes={"rel": "stylesheet", "type": "text/css", "href": href}))
    if style:
        head.append(xhtml("style", style))
    language = {"lang": frame.language, XML_LANG: frame.language}
    return serialise(xhtml("html", head, body, attributes=language))


def serialise(document: etree._Element) -> bytes:
    """Bytes of a document: UTF-8, nothing added to its text.

    An empty element that HTML does not know as void is written with an end tag: systems that read the file as HTML
    would take ``<span/>`` for an open tag.
    """
    for element in document.iter(f"{{{XHTML}}}*"):
        if element.tag not in _VOID and not len(element) and element.text is None:
            element.text = ""
    return etree.tostring(document, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


def cover_document(section: str, title: str, picture: str, alternative: str, path: str, frame: Frame) -> Document:
    """The cover page: the picture at the path ``picture`` and nothing else."""
    image = xhtml("img", attributes={"src": relpath(picture, dirname(path) or "."), "alt": alternative})
    page_root = xhtml("section", image, attributes={"id": section, EPUB_TYPE: "cover"})
    body = xhtml("body", page_root, attributes={EPUB_TYPE: "frontmatter"})
    data = page(body, title, path, Frame(frame.language, frame.title, ()), COVER_STYLE)
    return Document(section, path, data)


def _properties(root: etree._Element) -> tuple[str, ...]:
    """What the document embeds, as the manifest must declare it."""
    embedded: Sequence[tuple[str, str]] = (("mathml", f"{{{MATHML}}}math"), ("svg", f"{{{SVG}}}svg"))
    return tuple(name for name, tag in embedded if next(root.iter(tag), None) is not None)
