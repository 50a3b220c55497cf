"""Pages of a finished PDF on one picture, to be looked at beside each other."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pymupdf
from PIL import Image

GAP, EDGE = 0.04, 0.0016
"""Shares of the width of the picture: between pages that do not face each other, and the line around a page."""

TONES = 16
"""Shades of grey: enough for type, and small files."""

OUTLINE, GROUND = 150, 255


def specimen(pdf: bytes, rows: Sequence[tuple[int, int, bool]], width: int) -> bytes:
    """A PNG of ``width`` pixels with two pages in each row.

    A row is the index of its left and of its right page, and whether they face each other and so touch. The same
    arguments give the same bytes.
    """
    gap, edge = round(width * GAP), max(1, round(width * EDGE))
    across = (width - gap) // 2
    pages = _pictures(pdf, [index for left, right, _ in rows for index in (left, right)], across, edge)
    height = max(page.height for page in pages.values())
    sheet = Image.new("L", (width, height * len(rows) + gap * (len(rows) - 1)), GROUND)
    for number, (left, right, facing) in enumerate(rows):
        top = number * (height + gap)
        start = (width - 2 * across + edge) // 2 if facing else 0
        sheet.paste(pages[left], (start, top))
        sheet.paste(pages[right], (start + across - edge if facing else width - across, top))
    stream = io.BytesIO()
    sheet.quantize(TONES, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _pictures(pdf: bytes, indices: Sequence[int], width: int, edge: int) -> dict[int, Image.Image]:
    """The pages in grey, each ``width`` pixels wide with a line around it."""
    open_pdf: Any = pymupdf.open  # has no types
    scale: Any = pymupdf.Matrix
    found: dict[int, Image.Image] = {}
    with open_pdf(stream=pdf, filetype="pdf") as document:
        for index in indices:
            page = document[index]
            factor = width / page.rect.width
            pixmap = page.get_pixmap(matrix=scale(factor, factor), colorspace=pymupdf.csGRAY)
            drawn = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
            framed = Image.new("L", (width, drawn.height), OUTLINE)
            inside = (edge, edge, width - edge, drawn.height - edge)
            framed.paste(drawn.crop(inside), inside[:2])
            found[index] = framed
    return found
