"""From the trim size to the type area: so many characters by so many lines, and the margins that follow from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from fuzi.model.metadata import Trim

POINTS_PER_MM = 72 / 25.4

SIZE = 10.5
"""五号, the size of body type in pt (CLREQ and house practice for books)."""

# trim in mm -> characters per line, lines per page, leading in pt (50-100 % of the size beyond it, CLREQ 3.1).
# The longer the line, the wider the leading, so that the eye finds the next line.
_TABLE: dict[tuple[int, int], tuple[int, int, float]] = {
    (92, 126): (17, 17, 16.0),
    (101, 131): (18, 18, 16.0),
    (105, 144): (19, 20, 16.0),
    (130, 184): (26, 25, 16.5),
    (130, 185): (26, 25, 16.5),
    (140, 203): (27, 27, 17.0),
    (145, 208): (27, 27, 17.5),
    (145, 210): (27, 27, 17.5),
    (147, 208): (27, 27, 17.5),
    (147, 210): (27, 27, 17.5),
    (148, 210): (28, 27, 17.5),
    (169, 239): (32, 30, 18.0),
    (170, 240): (32, 30, 18.0),
    (184, 260): (36, 32, 18.5),
    (185, 260): (36, 32, 18.5),
    (186, 240): (36, 30, 18.0),
    (210, 285): (40, 34, 19.0),
    (210, 297): (40, 36, 19.0),
}

MEASURE_SHARE = 0.70
HEIGHT_SHARE = 0.80
"""Shares of the trim that the type area takes where the table is silent; they are the means of the table."""

SMALLEST = (12, 12)
"""Characters and lines below which a page is no page of a book."""

HEAD_SHARE = 0.56
"""天头 is wider than 地脚: it carries the running head."""

GUTTER_EXTRA = 2.0
"""mm by which the gutter is wider than the fore-edge: what the binding hides."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page of one edition. ``width``, ``height`` and the margins are in pt, ``size`` and ``leading`` in pt."""

    width: float
    height: float
    characters: int
    lines: int
    leading: float
    size: float = SIZE

    @property
    def measure(self) -> float:
        """行长: the width of the type area in pt, an integer number of characters."""
        return self.characters * self.size

    @property
    def depth(self) -> float:
        """The height of the type area in pt, an integer number of lines."""
        return self.lines * self.leading

    @property
    def gutter(self) -> float:
        """订口 in pt."""
        return (self.width - self.measure + GUTTER_EXTRA * POINTS_PER_MM) / 2

    @property
    def fore_edge(self) -> float:
        """切口 in pt."""
        return self.width - self.measure - self.gutter

    @property
    def head(self) -> float:
        """天头 in pt."""
        return (self.height - self.depth) * HEAD_SHARE

    @property
    def foot(self) -> float:
        """地脚 in pt."""
        return self.height - self.depth - self.head


def geometry(trim: Trim, size: float = SIZE, leading: float = 0.0) -> Geometry | None:
    """The page for a trim size, or None when it is too small for a type area.

    ``size`` and ``leading`` (0: what suits the line) are in pt. Trim sizes in the table are set as it says, if nothing
    else is asked for. For any other the line takes 70 % of the width, rounded down to whole characters; the leading is
    4/3 of the size and 1/84 of it for each character of the line, rounded to half a point; the lines take 80 % of the
    height, rounded down.
    """
    width, height = _points(trim.width), _points(trim.height)
    known = _TABLE.get((int(trim.width), int(trim.height))) if _whole(trim) and size == SIZE and not leading else None
    if known:
        return Geometry(width, height, *known)
    characters = math.floor(width * MEASURE_SHARE / size)
    if not leading:
        leading = min(2 * size, max(1.5 * size, round((4 / 3 + characters / 84) * size * 2) / 2))
    lines = math.floor(height * HEIGHT_SHARE / leading)
    large = max(1.0, size / SIZE)  # of large type a page may hold less
    if characters < SMALLEST[0] / large or lines < SMALLEST[1] / (large * max(1.0, leading / size / 1.7)):
        return None
    return Geometry(width, height, characters, lines, leading, size)


def page_css(page: Geometry) -> str:
    """The page box and the type area as CSS: ``@page`` size and margins, and custom properties for the theme."""
    return f"""\
:root {{
  --size: {_pt(page.size)};
  --leading: {_pt(page.leading)};
  --measure: {_pt(page.measure)};
  --characters: {page.characters};
  --lines: {page.lines};
  --depth: {_pt(page.depth)};
}}
@page {{ size: {_pt(page.width)} {_pt(page.height)} }}
@page :right {{ margin: {_margins(page.head, page.fore_edge, page.foot, page.gutter)} }}
@page :left {{ margin: {_margins(page.head, page.gutter, page.foot, page.fore_edge)} }}
"""


def _margins(*sides: float) -> str:
    return " ".join(_pt(side) for side in sides)


def _pt(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") + "pt"


def _points(millimetres: Decimal) -> float:
    return float(millimetres) * POINTS_PER_MM


def _whole(trim: Trim) -> bool:
    return trim.width == int(trim.width) and trim.height == int(trim.height)
