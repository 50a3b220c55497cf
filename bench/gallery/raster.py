"""From PDF pages to pictures: all engines at one resolution, cut to their type area."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image

DPI = 200
SIDE = 9.0
"""pt of white beside the measure on either side, in which hanging marks and ragged ends show."""

BLANK = 30.0
"""pt: more white than this inside a picture is closed up to it."""

WHITE = 250
"""The grey from which on a pixel is paper."""

Box = tuple[float, float, float, float]


def scale(points: float) -> int:
    """Pixels in a length in pt."""
    return round(points * DPI / 72)


def page_of(pdf: Path | bytes, index: int = 0, box: Box | None = None) -> Image.Image:
    """One page of a PDF, or a part of it (left, top, right, bottom in pt), in grey."""
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=pdf if isinstance(pdf, bytes) else pdf.read_bytes(), filetype="pdf") as document:
        clip = pymupdf.Rect(*box) if box else None
        drawn = document[index].get_pixmap(dpi=DPI, clip=clip, colorspace=pymupdf.csGRAY)
        return Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


def trimmed(image: Image.Image) -> Image.Image:
    """Without the white below the last ink, and with little of the white between text and notes."""
    blank = [image.crop((0, row, image.width, row + 1)).getextrema()[0] > WHITE for row in range(image.height)]
    parts: list[Image.Image] = []
    top = 0
    for white, group in groupby(range(image.height), key=blank.__getitem__):
        height = sum(1 for _ in group)
        kept = min(height, scale(BLANK)) if white and top else height
        parts.append(image.crop((0, top, image.width, top + kept)))
        top += height
    if blank[-1]:
        parts[-1] = parts[-1].crop((0, 0, image.width, min(parts[-1].height, scale(SIDE))))
    return stacked(parts)


def stacked(parts: list[Image.Image]) -> Image.Image:
    """Pictures of one width below each other."""
    whole = Image.new("L", (max(part.width for part in parts), sum(part.height for part in parts)), 255)
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole
