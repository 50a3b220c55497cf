"""What each element of the printed HTML is, in the structure types of a tagged PDF (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from fuzi.press.engine.places import classes

Roles = tuple[str, ...]
"""Structure types from the outside in; the last holds the content. Empty: the element says nothing of its own."""

ROLE_MAP = {"Em": "Span", "Strong": "Span"}
"""Types that only PDF 2.0 knows, and the type of PDF 1.7 that a reader takes instead."""

_CLASSES: dict[str, Roles] = {
    "note": ("Note",),
    "side-note": ("Note",),
    "note-again": ("Reference", "Link"),
    "note-par": ("P",),
    "note-heading": ("P",),
    "note-byline": ("P",),
    "note-signature": ("P",),
    "note-attribution": ("P",),
    "note-caption": ("P",),
    "note-verse-line": ("P",),
    "note-entry": ("P",),
    "note-quote": ("BlockQuote",),
    "note-list": ("L",),
    "note-item": ("LI",),
    "note-table": ("Table",),
    "note-row": ("TR",),
    "note-cell": ("TD",),
    "note-code": ("Div",),
    "note-formula": ("P",),
    "marker": ("Lbl",),
    "code": ("Div",),
    "code-line": ("P", "Code"),
    "formula": ("P",),
    "formula-image": ("Formula",),
    "formula-inline": ("Formula",),
    "warichu": ("Warichu", "WT"),
    "contents-list": ("TOC",),
    "entry": ("TOCI",),
    "chronology": ("L",),
    "unit": ("Div",),
    "entry-first": ("P",),
    "drama": ("Div",),
    "dialogue": ("Div",),
    "epigraph": ("BlockQuote",),
    "annotated": ("Div",),
    "verse": ("Div",),
    "stanza": ("Div",),
    "letter": ("Div",),
    "notice": ("Div",),
    "signature": ("Div",),
    "cip-part": ("Div",),
    "people-group": ("Div",),
}
"""By class, where the class says more than the name of the element; the first that fits is taken."""

_TAGS: dict[str, Roles] = {
    "section": ("Sect",),
    "article": ("Art",),
    "blockquote": ("BlockQuote",),
    "p": ("P",),
    "pre": ("Div",),
    "ul": ("L",),
    "ol": ("L",),
    "li": ("LI",),
    "table": ("Table",),
    "caption": ("Caption",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tfoot": ("TFoot",),
    "tr": ("TR",),
    "th": ("TH",),
    "td": ("TD",),
    "figure": ("Div",),
    "figcaption": ("Caption",),
    "img": ("Figure",),
    "svg": ("Figure",),
    "a": ("Link",),
    "em": ("Em",),
    "strong": ("Strong",),
    "q": ("Quote",),
    "code": ("Code",),
    "ruby": ("Ruby",),
    "rt": ("RT",),
    **{f"h{level}": (f"H{level}",) for level in range(1, 7)},
}

_BLOCKS = {"ul", "ol", "li", "p", "div", "span", "small", "a", "pre", "section", "img"}
"""Elements whose class may change what they are: ``td.whole`` stays a cell whatever its class."""

INLINE = {"Em", "Strong", "Quote", "Code", "Span", "Link", "Reference", "Ruby", "RB", "RT", "Warichu", "WT", "Lbl"}
"""Types that stand within a line of text."""

CELLS = {"TH", "TD"}
"""Types that are kept without content: a table has as many cells in every row."""

PICTURES = {"Figure", "Formula"}
"""Types that a voice reads by their alternative text."""


def roles_of(element: ElementTree.Element, parent: ElementTree.Element | None) -> Roles:
    """The structure types of an element inside ``parent``."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    names = classes(element)
    above = classes(parent)
    if tag == "section":
        return _section(names)
    if tag == "a" and not element.get("href"):
        return ()
    if tag == "a" and "entry" in above:
        return ("Reference", "Link")
    if "note-head" in names:
        return ("TH",)
    if tag == "div" and "unit" in names and "chronology" in above:
        return ("LI",)
    if tag == "span" and "entry-head" in names:
        return ("Strong",)
    if tag == "code" and "code" in above:
        return ()
    if tag in _BLOCKS:
        for name in names:
            if name in _CLASSES:
                return _CLASSES[name]
    found = _TAGS.get(tag, ())
    return found or (("Span",) if element.get("lang") else ())


def _section(names: list[str]) -> Roles:
    if "part" in names:
        return ("Part",)
    if "entries" in names:
        return ("Div",)
    return ("Art",) if "document" in names else ("Sect",)


def attributes_of(role: str, element: ElementTree.Element) -> Mapping[str, Any]:
    """What a structure element says of itself beside its type."""
    found: dict[str, Any] = {}
    if role in PICTURES:
        found["alt"] = element.get("alt")
    if role == "TH":
        found["scope"] = "Row" if element.get("scope") == "row" else "Column"
    if role in CELLS:
        for name, key in (("colspan", "columns"), ("rowspan", "rows")):
            if element.get(name, "1").isdigit() and int(element.get(name, "1")) > 1:
                found[key] = int(element.get(name, "1"))
    if role == "L":
        found["numbering"] = _numbering(element)
    if element.get("lang"):
        found["lang"] = element.get("lang")
    return found


def _numbering(element: ElementTree.Element) -> str:
    if element.tag in ("ol", "ul"):
        return "Decimal" if element.tag == "ol" else "Disc"
    label = next(("".join(item.itertext()) for item in element.iter() if "marker" in classes(item)), "")
    if not label:
        return "None"
    return "Decimal" if any(map(str.isnumeric, label)) else "Disc"


def is_ornament(element: ElementTree.Element) -> bool:
    """True for a picture that says nothing: its alternative text is given, and empty (HTML 4.8.4.4.5)."""
    return element.get("role") == "presentation" or element.get("alt") == ""
