"""The very document that fuzi hands to its engine, written down so that other engines and processes can read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.layout import RESOURCES, SHEETS, TREE
from fuzi.formats import FORMATS
from fuzi.load import load
from fuzi.model.edition import Edition
from fuzi.pipeline import UNDATED
from fuzi.press import forme
from fuzi.press.engine.fetcher import Resource
from fuzi.render import render
from fuzi.transform import transform
from fuzi.variants import variant


@dataclass(frozen=True, slots=True)
class Handed:
    """What the engine is given: the tree, the style sheets by name in cascade order, pictures and fonts by address."""

    root: ElementTree.Element
    sheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, Resource]


class _Caught(Exception):
    """Carries the document out of the press, before the engine lays it out."""

    def __init__(self, handed: Handed) -> None:
        super().__init__()
        self.handed = handed


def handed(folder: Path, tag: str = "zh-Hans") -> Handed:
    """The print edition of the book in ``folder`` as the engine gets it."""
    book = load(folder).value
    assert book is not None
    copy = transform(book, variant(tag), ("pdf",)).value
    edition = Edition(copy.variant, "pdf", FORMATS["pdf"].medium, UNDATED)
    galley = render(copy, edition).value
    engine = forme.lay_out

    def catch(
        root: ElementTree.Element,
        sheets: Iterable[tuple[str, str]],
        resources: Mapping[str, Resource],
        *rest: Any,
        **options: Any,
    ) -> Any:
        body = root.find("body")
        if body is not None and len(body) >= len(galley.sections):
            raise _Caught(Handed(root, tuple(sheets), resources))
        return engine(root, sheets, resources, *rest, **options)  # the title leaf alone, tried on for size

    forme.lay_out = catch
    try:
        forme.lay(galley, edition, copy.metadata["pdf"])
    except _Caught as caught:
        return caught.handed
    finally:
        forme.lay_out = engine
    raise AssertionError("the press never laid out the whole book")


def write_html(folder: Path, target: Path) -> None:
    """The print edition of the book in ``folder`` as one HTML file with its styles."""
    document = handed(folder)
    head = document.root.find("head")
    assert head is not None
    head.insert(0, ElementTree.Element("meta", {"charset": "utf-8"}))
    for _, css in document.sheets:
        ElementTree.SubElement(head, "style").text = css
    target.write_bytes(b"<!DOCTYPE html>\n" + ElementTree.tostring(document.root, encoding="utf-8", method="html"))


def write_parts(folder: Path, target: Path, tag: str = "zh-Hans") -> None:
    """The print edition of the book in ``folder`` as tree, styles and resources in the new folder ``target``."""
    document = handed(folder, tag)
    target.mkdir(parents=True)
    (target / TREE).write_bytes(ElementTree.tostring(document.root, encoding="utf-8"))
    (target / SHEETS).write_text(json.dumps(document.sheets), encoding="utf-8")
    for address, resource in document.resources.items():
        path = target / RESOURCES / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(resource.data)
