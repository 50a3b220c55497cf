"""SVG pictures: read without entities or network, and refused when they hold more than a drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from fuzi.load import codes
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"
LARGEST_SVG = 10_000_000
MOST_COPIES = 100_000
"""Elements after every ``<use>`` is drawn out: nested copies can multiply into millions."""

_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*([a-zA-Z]*)\s*")
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:(?:https?|ftp|file|javascript|vbscript|data|blob):|//)", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FORBIDDEN = ("script", "foreignObject", "handler", "iframe", "embed", "object", "audio", "video")
_ANIMATED = ("set", "animate", "animateTransform", "animateMotion")
_CALMED = ("metadata", "namedview")  # what drawing programs note down for themselves; nothing of it is drawn


def read_svg(data: bytes, path: str, place: Place) -> tuple[tuple[int, int], Diagnostic | None]:
    """Width and height in CSS pixels (0: the picture does not say), or what is wrong with it."""
    if len(data) > LARGEST_SVG:
        return (0, 0), codes.FILE_LARGE.at(place, size=len(data), limit=LARGEST_SVG)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = str(error) or "XML"
        return (0, 0), codes.SVG_BROKEN.at(place, path=path, why=why)
    if root.tag != f"{SVG}svg":
        return (0, 0), codes.SVG_BROKEN.at(place, path=path, why=f"<{etree.QName(root).localname}>")
    for what, line in _dangers(root):
        return (0, 0), codes.SVG_UNSAFE.at(place, path=path, what=what, line=line)
    return (_pixels(root.get("width")), _pixels(root.get("height"))), None


def _dangers(root: _Element) -> Iterator[tuple[str, int]]:
    """What may not be in a picture, each with its line."""
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        yield "DOCTYPE", 1
    for sibling in root.itersiblings(preceding=True):
        if isinstance(sibling, etree._ProcessingInstruction):
            yield f"<?{sibling.target!s}?>", _line(sibling)
    skipped: set[_Element] = set()
    for element in root.iter():
        line = _line(element)
        if isinstance(element, etree._ProcessingInstruction | etree._Entity):
            yield str(element), line
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _CALMED or element.getparent() in skipped:
            skipped.add(element)
            if name not in _FORBIDDEN:
                continue
        if name in _FORBIDDEN:
            yield f"<{name}>", line
        yield from ((what, line) for what in _attributes(element, name))
        if name == "style":
            yield from ((what, line) for what in _css("".join(str(text) for text in element.itertext())))
    if _copies(root) > MOST_COPIES:
        yield "<use>", 1


def _attributes(element: _Element, name: str) -> Iterator[str]:
    for key, value in element.attrib.items():
        key, value = str(key), str(value)
        local = etree.QName(key).localname
        if local.lower().startswith("on"):
            yield local
        elif key == "{http://www.w3.org/XML/1998/namespace}base":
            yield "xml:base"
        elif key in _HREF or local in ("src", "data"):
            if not _reference_allowed(value.strip(), name):
                yield f'{local}="{value[:40]}"'
        elif (name in _ANIMATED and "href" in value) or (_ELSEWHERE.match(value) and not key.startswith("{")):
            yield f'{local}="{value[:40]}"'
        else:
            yield from _css(value)


def _reference_allowed(target: str, name: str) -> bool:
    """Inside the picture itself, or a picture embedded as data; a hyperlink may also lead to the web."""
    if target.startswith("#") or (name in ("image", "feImage") and _EMBEDDED.match(target)):
        return True
    return name == "a" and _WEB.match(target) is not None


def _css(text: str) -> Iterator[str]:
    """References that lead out of the picture from CSS, escapes resolved first."""
    plain = _CSS_ESCAPE.sub(lambda found: _character(found[1]) if found[1] else found[2], _CSS_COMMENT.sub("", text))
    if "@import" in plain.lower():
        yield "@import"
    for found in _CSS_URL.finditer(plain):
        if not found[1].startswith("#") and not _EMBEDDED.match(found[1]):
            yield f"url({found[1][:40]})"


def _character(digits: str) -> str:
    point = int(digits, 16)
    return chr(point) if point < 0x110000 else "\ufffd"


def _copies(root: _Element) -> int:
    """How many elements are drawn once every ``<use>`` is followed; more than the limit for one that uses itself."""
    named = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    counted: dict[_Element, int] = {}
    busy: set[_Element] = set()
    todo: list[tuple[_Element, bool]] = [(root, False)]
    while todo:
        element, done = todo.pop()
        needs = _drawn(element, named)
        if done:
            busy.discard(element)
            counted[element] = min(1 + sum(counted[need] for need in needs), MOST_COPIES + 1)
        elif element not in counted:
            busy.add(element)
            todo.append((element, True))
            for need in needs:
                if need in busy:
                    return MOST_COPIES + 1
                todo.append((need, False))
    return counted[root]


def _drawn(element: _Element, named: dict[str, _Element]) -> list[_Element]:
    """What is drawn with an element: its children, and the target of ``<use>``."""
    drawn = list(element)
    if element.tag == f"{SVG}use":
        for key in _HREF:
            target = named.get(str(element.get(key, "")).strip().removeprefix("#"))
            if target is not None:
                drawn.append(target)
    return drawn


def _line(element: _Element) -> int:
    return int(str(element.sourceline or 1))


def _pixels(length: str | None) -> int:
    found = _LENGTH.fullmatch(length or "")
    factor = _UNITS.get(found[2].lower()) if found else None
    return round(float(found[1]) * factor) if found and factor is not None else 0
