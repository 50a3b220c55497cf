"""Characters that no XML file may hold, found before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from fuzi.bind.codes import FORBIDDEN_CHARACTER
from fuzi.model.galley import Galley, Target
from fuzi.model.metadata import Metadata
from fuzi.model.report import Diagnostic
from fuzi.model.source import BOOK_FILE, Place

_PLANE_ENDS = "".join(chr((plane << 16) + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + _PLANE_ENDS + "]")
"""Everything outside XML 1.0 ``Char``, and the control characters and noncharacters inside it that W3C advises against.

A lone surrogate cuts off all text after it in some writers; U+FFFE is fatal to readers.
"""

CONTEXT = 12
"""How many characters on each side a message shows."""


def forbidden_characters(galley: Galley, metadata: Metadata) -> Iterator[Diagnostic]:
    """One diagnostic for each text of the galley and the metadata that holds a forbidden character."""
    for section in galley.sections:
        place = Place(section.source) if section.source else None
        for text in (section.html, section.title):
            yield from _search(text, section.title or section.id, place)
    for target in galley.navigation:
        for title in _titles(target):
            yield from _search(title, "navigation", None)
    for name, css in galley.stylesheets.items():
        yield from _search(css, name, None)
    for key, label in galley.labels.items():
        yield from _search(label, key, None)
    for name, text in _metadata_texts(metadata, ""):
        yield from _search(text, f"book.yaml: {name}", BOOK_FILE)


def _search(text: str, where: str, place: Place | None) -> Iterator[Diagnostic]:
    found = FORBIDDEN.search(text)
    if found is None:
        return
    before = text[max(0, found.start() - CONTEXT) : found.start()]
    after = text[found.end() : found.end() + CONTEXT]
    yield FORBIDDEN_CHARACTER.at(
        place,
        where=printable(where),
        character=f"U+{ord(found.group()):04X}",
        context=printable(f"{before}□{after}"),
    )


def printable(text: str) -> str:
    """``text`` with forbidden characters shown as a box, so that a message can be printed anywhere."""
    return FORBIDDEN.sub("□", text)


def _titles(target: Target) -> Iterator[str]:
    yield target.title
    for child in target.children:
        yield from _titles(child)


def _metadata_texts(value: object, name: str) -> Iterator[tuple[str, str]]:
    """Every text inside a metadata value with its field path."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _metadata_texts(item, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _metadata_texts(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))
