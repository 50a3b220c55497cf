"""The HTML that fuzi gives to its press, as one file that plain WeasyPrint can read."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from fuzi.formats import FORMATS
from fuzi.load import load
from fuzi.model.edition import Edition
from fuzi.pipeline import UNDATED
from fuzi.press.engine.document import assemble
from fuzi.press.fonts import choose_fonts
from fuzi.press.geometry import geometry, page_css
from fuzi.render import render
from fuzi.transform import transform
from fuzi.variants import variant


def write_html(folder: Path, target: Path) -> None:
    """Load, settle and render the book in ``folder`` and write its simplified print edition as HTML."""
    book = load(folder).value
    assert book is not None
    copy = transform(book, variant("zh-Hans"), ("pdf",)).value
    edition = Edition(copy.variant, "pdf", FORMATS["pdf"].medium, UNDATED)
    galley = render(copy, edition).value
    page = geometry(copy.metadata["pdf"].trim)
    assert page is not None
    root = assemble(galley, ())
    head = root.find("head")
    assert head is not None
    head.insert(0, ElementTree.Element("meta", {"charset": "utf-8"}))
    for css in (page_css(page), choose_fonts(edition).css, *galley.stylesheets.values()):
        ElementTree.SubElement(head, "style").text = css
    target.write_bytes(b"<!DOCTYPE html>\n" + ElementTree.tostring(root, encoding="utf-8", method="html"))
