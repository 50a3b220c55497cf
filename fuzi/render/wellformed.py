"""The promises of a galley: every section is XML, every id is there once, every link into the book arrives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from fuzi.model.galley import Section
from fuzi.model.inline import Link
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.render.codes import ID_TWICE, LINK_LOST, NOT_WELL_FORMED

_OPEN = '<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
_ID = re.compile(r'<[^<>]* id="([^"]*)"')
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def not_well_formed(sections: Iterable[Section]) -> list[Diagnostic]:
    """A diagnostic for each section that is not one well-formed element."""
    found: list[Diagnostic] = []
    for section in sections:
        place = Place(section.source) if section.source else None
        try:
            body = etree.fromstring(f"{_OPEN}{section.html}</body>".encode("utf-8", "replace"), _PARSER)
        except etree.XMLSyntaxError as error:
            found.append(NOT_WELL_FORMED.at(place, section=section.title, reason=error.msg))
            continue
        if len(body) != 1 or body.text or body[0].tail:
            found.append(NOT_WELL_FORMED.at(place, section=section.title, reason="more than one root"))
    return found


def astray(sections: Iterable[Section], links: Iterable[Link]) -> list[Diagnostic]:
    """A diagnostic for each id that is given twice and for each link that leads to no id."""
    made = list(sections)
    ids = [_ID.findall(section.html) for section in made]
    counts = Counter(id for found in ids for id in found)
    reserved = "、".join(section.id for section in made if not section.source)
    twice = [
        ID_TWICE.at(Place(section.source) if section.source else None, id=id, reserved=reserved)
        for section, found in zip(made, ids, strict=True)
        for id in dict.fromkeys(found)
        if counts[id] > 1
    ]
    return twice + [LINK_LOST.at(link.place, target=link.target) for link in links if link.target[1:] not in counts]
