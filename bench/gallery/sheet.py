"""One sheet for each sample: what to look at, and below it all engines side by side under their names."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont

from bench.gallery.raster import SIDE, scale

PAPER, INK, EDGE = (255, 255, 255), (60, 60, 60), (150, 190, 235)
FONT = "NotoSansCJK-Regular.ttc"
GAP, HEAD, NAME = 24, 70, 50
"""Pixels between columns, and the heights of the two captions."""

Column = tuple[str, Image.Image | None]


def sheet(watch: str, columns: Sequence[Column], measure: float) -> Image.Image:
    """A sheet; an engine without a picture (it failed, or is not installed) keeps an empty column.

    Fine lines show where the measure (pt) of each column begins and ends.
    """
    width = scale(measure + 2 * SIDE)
    tallest = max((picture.height for _, picture in columns if picture), default=0)
    whole = Image.new("RGB", (len(columns) * (width + GAP) + GAP, HEAD + NAME + tallest + GAP), PAPER)
    draw = ImageDraw.Draw(whole)
    draw.text((GAP, 18), watch, INK, _font(28, watch, whole.width - 2 * GAP))
    for index, (name, picture) in enumerate(columns):
        left = GAP + index * (width + GAP)
        draw.text((left + scale(SIDE), HEAD), name, INK, _font(26, name, width))
        if picture:
            edges = Image.new("RGB", (width, picture.height), PAPER)
            for edge in (scale(SIDE), scale(SIDE + measure)):
                ImageDraw.Draw(edges).line((edge, 0, edge, picture.height), EDGE)
            page = Image.new("RGB", edges.size, PAPER)
            page.paste(picture.convert("RGB"), (0, 0))
            edges = ImageChops.darker(edges, page)
            whole.paste(edges, (left, HEAD + NAME))
    return whole


def _font(size: int, text: str, width: int) -> ImageFont.FreeTypeFont:
    """The largest size up to ``size`` at which the text has room."""
    font = ImageFont.truetype(FONT, size)
    wanted = font.getlength(text)
    return font if wanted <= width else ImageFont.truetype(FONT, int(size * width / wanted))
