"""Reads back from a finished PDF where every character stands: what the gauge measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pymupdf

from fuzi.model.product import Glyph

UPRIGHT = (1.0, 0.0)
_LIGATURE = -1
"""The glyph number of the second and later characters of a glyph that stands for several (——)."""


def read_glyphs(pdf: bytes) -> Iterator[list[Glyph]]:
    """The glyphs of each page, as drawn, one per character; text that is turned is left out.

    A glyph that stands for several characters is divided evenly among them.
    """
    open_pdf: Any = pymupdf.open  # has no types
    with open_pdf(stream=pdf, filetype="pdf") as document:
        for page in document:
            yield [glyph for span in page.get_texttrace() if span["dir"] == UPRIGHT for glyph in _glyphs(span)]


def _glyphs(span: Any) -> Iterator[Glyph]:
    size = span["size"]
    held: list[str] = []
    origin = box = (0.0, 0.0, 0.0, 0.0)
    for code, number, place, bounds in span["chars"]:
        if number == _LIGATURE:
            held.append(chr(code))
            continue
        if held:
            yield from _divided(held, origin, box, size)
        held, origin, box = [chr(code)], place, bounds
    if held:
        yield from _divided(held, origin, box, size)


def _divided(characters: list[str], origin: Any, box: Any, size: float) -> Iterator[Glyph]:
    x, y = origin[0], origin[1]
    advance = (box[2] - box[0]) / len(characters)
    for index, character in enumerate(characters):
        yield Glyph(character, x + index * advance, y, advance, size)
