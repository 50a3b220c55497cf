"""Looks at a finished screen PDF as a stranger would: does it say what it is, and can all of it be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from fuzi.model.report import Diagnostic, Report
from fuzi.prepress import screen_codes as codes
from fuzi.prepress.tags import Tagged
from fuzi.prepress.tags_text import UNKNOWN

SHOWN = 30
"""How many characters of a text a message shows."""

_HEADING = re.compile("H[1-6]")
_IDS = {
    "pdfaid:part": "<pdfaid:part>3</pdfaid:part>",
    "pdfaid:conformance": "<pdfaid:conformance>A</pdfaid:conformance>",
    "pdfuaid:part": "<pdfuaid:part>1</pdfuaid:part>",
}


def screen_faults(pdf: bytes, tagged: Tagged, edition: str) -> Report:
    """What is wrong with a file that claims PDF/UA-1 and PDF/A-3a; ``tagged`` is the same file as it was read."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found = [*_declared(document, edition), *_links(document, edition)]
    return Report.of([*found, *_texts(tagged, edition), *_pictures(tagged, edition), *_headings(tagged, edition)])


def _texts(tagged: Tagged, edition: str) -> Iterator[Diagnostic]:
    for page, text in (*tagged.stray, *tagged.lost):
        yield codes.UNTAGGED.at(None, edition=edition, page=page + 1, text=text.strip()[:SHOWN])
    for page, text in tagged.twice:
        yield codes.TAGGED_TWICE.at(None, edition=edition, page=page + 1, text=text.strip()[:SHOWN])
    for content in tagged.root.contents():
        if UNKNOWN in content.text:
            yield codes.NO_UNICODE.at(None, edition=edition, page=content.page + 1, text=content.text[:SHOWN])


def _pictures(tagged: Tagged, edition: str) -> Iterator[Diagnostic]:
    for element in (*tagged.of("Figure"), *tagged.of("Formula")):
        if not element.alternative.strip():
            page = next((content.page for content in element.contents()), 0)
            yield codes.NO_ALTERNATIVE.at(None, edition=edition, page=page + 1)


def _headings(tagged: Tagged, edition: str) -> Iterator[Diagnostic]:
    above = 0
    for element in tagged.root.all():
        if _HEADING.fullmatch(element.role):
            level = int(element.role[1])
            if level > above + 1:
                text = element.text[:SHOWN]
                yield codes.HEADING_SKIPPED.at(None, edition=edition, above=above, level=level, text=text)
            above = level


def _declared(document: pikepdf.Pdf, edition: str) -> Iterator[Diagnostic]:
    """Title, language, structure, output intent and the marks of both standards."""
    root: Any = document.Root
    packet = root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in root else ""
    holds: dict[str, bool] = {
        "/Title": bool(str(document.docinfo.get("/Title", "")).strip()),
        "/Lang": bool(str(root.get("/Lang", "")).strip()),
        "/StructTreeRoot": "/StructTreeRoot" in root,
        "/MarkInfo": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "/DisplayDocTitle": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "/OutputIntents": "/OutputIntents" in root and "/DestOutputProfile" in root.OutputIntents[0],
        **{name: mark in packet for name, mark in _IDS.items()},
    }
    for what, there in holds.items():
        if not there:
            yield codes.NOT_DECLARED.at(None, edition=edition, what=what)


def _links(document: pikepdf.Pdf, edition: str) -> Iterator[Diagnostic]:
    for number, page in enumerate(document.pages):
        annotations: Any = page.obj.get("/Annots", [])
        for annotation in annotations:
            if "/StructParent" not in annotation or not str(annotation.get("/Contents", "")).strip():
                yield codes.LINK_UNTAGGED.at(None, edition=edition, page=number + 1)
