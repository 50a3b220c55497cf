"""Building XML elements in one expression, without any white space that was not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

from fuzi.bind.vocabulary import EPUB, NCX, XHTML

_PLAIN: Mapping[str, str] = MappingProxyType({})
_XHTML_PREFIXES: Any = {None: XHTML, "epub": EPUB}  # Any: the stubs of lxml do not know a namespace without prefix
_NCX_PREFIXES: Any = {None: NCX}


def xhtml(name: str, *content: etree._Element | str, attributes: Mapping[str, str] = _PLAIN) -> etree._Element:
    """An XHTML element with its attributes and content."""
    return _filled(etree.Element(f"{{{XHTML}}}{name}", dict(attributes), nsmap=_XHTML_PREFIXES), content)


def ncx(name: str, *content: etree._Element | str, attributes: Mapping[str, str] = _PLAIN) -> etree._Element:
    """An element of the NCX with its attributes and content."""
    return _filled(etree.Element(f"{{{NCX}}}{name}", dict(attributes), nsmap=_NCX_PREFIXES), content)


def _filled(element: etree._Element, content: tuple[etree._Element | str, ...]) -> etree._Element:
    """``element`` with text and children appended; text stands before the children everywhere here."""
    for item in content:
        if isinstance(item, str):
            element.text = (element.text or "") + item
        else:
            element.append(item)
    return element
