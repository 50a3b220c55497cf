"""One HTML document from the sections of a galley, laid out and written as PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]
import pydyf
import weasyprint
from weasyprint.css.counters import CounterStyle

from fuzi.model.galley import Galley, Matter
from fuzi.press.engine.faces import FontSetup, configured
from fuzi.press.engine.fetcher import BASE, BookFetcher, Resource
from fuzi.press.engine.folios import RESTART
from fuzi.press.engine.memory import uncollected
from fuzi.press.engine.messages import Messages

XHTML = "{http://www.w3.org/1999/xhtml}"
_WRAPPER = '<fragment xmlns:epub="http://www.idpf.org/2007/ops">{}</fragment>'


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A laid-out document: the engine's own object, the tree it was made from, and what was refused on the way."""

    document: Any
    root: ElementTree.Element
    fetcher: BookFetcher


class _Document(weasyprint.HTML):  # type: ignore[misc]
    """A document from a tree that we built: an HTML parser would move block elements out of notes inside paragraphs."""

    def __init__(self, root: ElementTree.Element, fetcher: BookFetcher) -> None:
        self.base_url = BASE
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def assemble(galley: Galley, head: Iterable[tuple[str, str]]) -> ElementTree.Element:
    """The whole book as one tree; ``head`` are name and content of ``<meta>``.

    The first section of the body carries the mark at which folios begin anew.
    """
    root = shell(galley.language, galley.title, head)
    body = root.find("body")
    assert body is not None
    started = False
    for section in galley.sections:
        for element in fragment(section.html):
            if section.matter is Matter.BODY and not started:
                element.set(RESTART, "")
                started = True
            body.append(element)
    return root


def shell(language: str, title: str, head: Iterable[tuple[str, str]] = ()) -> ElementTree.Element:
    """An empty document."""
    root = ElementTree.Element("html", {"lang": language})
    header = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(header, "title").text = title
    for name, content in head:
        ElementTree.SubElement(header, "meta", {"name": name, "content": content})
    ElementTree.SubElement(root, "body")
    return root


def fragment(html: str) -> list[ElementTree.Element]:
    """The elements of a well-formed XHTML fragment, without the namespace of XHTML."""
    wrapper = ElementTree.fromstring(_WRAPPER.format(html))
    for element in wrapper.iter():
        if isinstance(element.tag, str) and element.tag.startswith(XHTML):
            element.tag = element.tag[len(XHTML) :]
    return list(wrapper)


def lay_out(
    root: ElementTree.Element,
    stylesheets: Iterable[tuple[str, str]],
    resources: Mapping[str, Resource],
    messages: Messages,
    setup: FontSetup | None = None,
) -> LaidOut:
    """Break the document into lines and pages; ``stylesheets`` are name and CSS in cascade order.

    Without ``setup`` the fonts are those of the machine as they are.
    """
    fetcher = BookFetcher(resources)
    fonts = configured(setup or FontSetup())
    counters = CounterStyle()
    sheets = []
    for name, text in stylesheets:
        messages.sheet = name
        sheets.append(
            weasyprint.CSS(string=text, base_url=BASE, url_fetcher=fetcher, font_config=fonts, counter_style=counters)
        )
    messages.sheet = ""
    with uncollected():
        document = _Document(root, fetcher).render(font_config=fonts, counter_style=counters, stylesheets=sheets)
    return LaidOut(document, root, fetcher)


def write_pdf(laid_out: LaidOut, labels: Iterable[tuple[int, str]]) -> bytes:
    """The PDF; ``labels`` are (index of the first page, ``r`` roman or ``D`` arabic) of each run of folios from 1."""

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        numbers = pydyf.Array()
        for index, style in labels:
            numbers.extend([index, pydyf.Dictionary({"S": f"/{style}", "St": 1})])
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
        pdf.catalog["PageLayout"] = "/TwoPageRight"
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    with uncollected():
        data: bytes = laid_out.document.write_pdf(finisher=finish)
    return data
