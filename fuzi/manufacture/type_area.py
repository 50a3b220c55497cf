"""版心: so many characters by so many lines on a page of a given trim, and the margins that follow from it."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from fuzi.manufacture.trims import near
from fuzi.model.metadata import Trim
from fuzi.model.units import POINTS_PER_MM

SIZE = 10.5
"""五号, the size of body type in pt (CLREQ and house practice for books)."""

MEASURE_SHARE = 0.70
HEIGHT_SHARE = 0.80
"""Shares of the trim that the type area takes where the table is silent; they are the means of the table."""

SMALLEST = (12, 12)
"""Characters and lines below which a page is no page of a book."""

LEAST_MARGIN = 10.0
"""mm: below it the knife and the thumb reach the text."""

HEAD_SHARE = 0.56
"""天头 to 地脚 as 56 to 44: the Chinese page hangs from its head, which carries the running head too."""

GUTTER_EXTRA = 2.0
"""mm by which the gutter is wider than the fore-edge: what the binding hides, so that the two look alike."""

TIGHTEST_LEADING, WIDEST_LEADING = 1.5, 2.0
"""Leading in em: between the lines half a character to a whole one (CLREQ 3.1)."""

_AREA = re.compile(r"(\d+)字?[×xX✕*](\d+)[行lL]?")


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

    @property
    def margin(self) -> float:
        """The narrowest of the four margins, in mm."""
        return min(self.gutter, self.fore_edge, self.head, self.foot) / POINTS_PER_MM

    @property
    def share(self) -> float:
        """版心率: the part of the page that the type area takes."""
        return self.measure * self.depth / (self.width * self.height)


def geometry(
    trim: Trim, size: float = 0.0, leading: float = 0.0, area: tuple[int, int] | None = None
) -> Geometry | None:
    """The page for a trim size, or None when it is too small for a type area.

    ``size`` and ``leading`` are in pt, 0 is what suits the trim and the line; ``area`` is the type area that the book
    asks for, in characters and lines. A trim of the table, or within 2 mm of one, is set as the table says, if nothing
    else is asked for. For any other the line takes 70 % of the width, rounded down to whole characters; the leading is
    4/3 of the size and 1/84 of it for each character of the line, rounded to half a point; the lines take 80 % of the
    height, rounded down.
    """
    known = near(trim)
    if known and size in (0.0, known.size) and not leading and area is None:
        width, height = _points(trim.width), _points(trim.height)
        return Geometry(width, height, known.characters, known.lines, known.leading, known.size)
    size = size or (known.size if known else SIZE)
    if area is not None:
        return _asked(trim, size, leading, area)
    width, height = _points(trim.width), _points(trim.height)
    characters = math.floor(width * MEASURE_SHARE / size)
    leading = leading or _leading(characters, size)
    lines = math.floor(height * HEIGHT_SHARE / leading)
    large = max(1.0, size / SIZE)  # of large type a page may hold less
    if characters < SMALLEST[0] / large or lines < SMALLEST[1] / (large * max(1.0, leading / size / 1.7)):
        return None
    return Geometry(width, height, characters, lines, leading, size)


def fits(page: Geometry) -> bool:
    """Whether every margin is one that a book can have."""
    return page.margin >= LEAST_MARGIN - 1e-6


def largest(page: Geometry) -> tuple[int, int]:
    """The most characters and lines of this size and leading that leave ``LEAST_MARGIN`` on each side.

    Where the leading was tightened for the lines that were asked for, that is the leading they are counted in.
    """
    least = LEAST_MARGIN * POINTS_PER_MM
    across = math.floor((page.width - 2 * least - GUTTER_EXTRA * POINTS_PER_MM + 1e-6) / page.size)
    down = math.floor((page.height - least / min(HEAD_SHARE, 1 - HEAD_SHARE) + 1e-6) / page.leading)
    return across, down


def parse_area(text: str) -> tuple[int, int] | None:
    """``28×27``, ``28x27``, ``28字×27行``: characters and lines; None when it is none of these."""
    found = _AREA.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    return (int(found[1]), int(found[2])) if found else None


def _asked(trim: Trim, size: float, leading: float, area: tuple[int, int]) -> Geometry:
    """The page with the type area that the book asks for; many lines are brought closer before the margins suffer."""
    characters, lines = area
    page = Geometry(_points(trim.width), _points(trim.height), characters, lines, leading, size)
    if leading:
        return page
    wanted = _leading(characters, size)
    room = math.floor(page.height * HEIGHT_SHARE / lines * 2) / 2 if lines else wanted
    return replace(page, leading=min(wanted, max(TIGHTEST_LEADING * size, room)))


def _leading(characters: int, size: float) -> float:
    """The longer the line, the wider the leading, so that the eye finds the next line."""
    wanted = round((4 / 3 + characters / 84) * size * 2) / 2
    return min(WIDEST_LEADING * size, max(TIGHTEST_LEADING * size, wanted))


def _points(millimetres: Decimal) -> float:
    return float(millimetres) * POINTS_PER_MM
