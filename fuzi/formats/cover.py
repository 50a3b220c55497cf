"""The front of the cover, for print and for e-books: set as large as it goes, and as a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fuzi.formats.cover_codes import FIELDS, ZONE_FULL
from fuzi.formats.format import Companion
from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Outcome, Report
from fuzi.model.source import BOOK_FILE
from fuzi.model.units import MM_PER_PIXEL
from fuzi.press import SetSheet, SheetCopy, lay_sheet, picture, reduced
from fuzi.render import render_cover
from fuzi.render.cover import SCALES, ZONES

WIDTH, HEIGHT = 1600, 2560
"""Pixels: the size that shops ask for (ratio 1.6)."""

INNER = (1450, 2320)
"""Pixels of the copy inside the e-book: Taiwan's shops take 3.5 million at most."""

MOST_PIXELS = 3_500_000

FRONT_STEPS: Mapping[str, int] = dict.fromkeys(ZONES, len(SCALES) - 1)
"""How many steps the zones of the front know."""


TOLERANCE = 0.05
"""mm that a zone may be overrun by: less than a hair."""

Steps = dict[str, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """How small the zones had to be set, and those that do not hold their text even so."""

    steps: Mapping[str, int]
    full: tuple[str, ...]


def settle(lay: Callable[[Steps], SetSheet], most: Mapping[str, int]) -> tuple[SetSheet, Settled]:
    """Set a sheet, and set it again with its full zones a step smaller, until all text has room.

    ``most`` are the zones that can be set smaller, with the number of steps that each knows.
    """
    steps: Steps = {}
    while True:
        sheet = lay(steps)
        full = [name for name, zone in sheet.zones.items() if name in most and zone.excess > TOLERANCE]
        more = [name for name in full if steps.get(name, 0) < most[name]]
        if not more:
            return sheet, Settled(steps, tuple(full))
        steps = steps | {name: steps.get(name, 0) + 1 for name in more}


def cover_of(copy: FairCopy, edition: Edition) -> Outcome[Asset | None]:
    """The cover inside an e-book: the picture that the book gives, or the front of its print edition in the
    proportions of a screen."""
    if copy.settings.cover:
        given = next((asset for asset in copy.assets if asset.path == copy.settings.cover), None)
        return Outcome(reduced(given, MOST_PIXELS) if given else None)  # the loader has said so when it is missing
    sheet, report = _front(copy, edition)
    return Outcome(Asset("cover.png", "image/png", picture(sheet, *INNER), *INNER), report)


def shop_picture(copy: FairCopy, edition: Edition) -> Outcome[Companion]:
    """The front as the picture that shops show."""
    sheet, report = _front(copy, edition)
    return Outcome(Companion("_cover.png", "image/png", picture(sheet, WIDTH, HEIGHT)), report)


def _front(copy: FairCopy, edition: Edition) -> tuple[SetSheet, Report]:
    def lay(steps: Steps) -> SetSheet:
        drawn = render_cover(copy, edition, steps)
        sheets = {"size.css": f"html {{ font-size: {WIDTH / 100:g}px }}", **drawn.stylesheets}
        return lay_sheet(SheetCopy(drawn.html, sheets, (), WIDTH * MM_PER_PIXEL, HEIGHT * MM_PER_PIXEL), edition)

    sheet, settled = settle(lay, FRONT_STEPS)
    full = (ZONE_FULL.at(BOOK_FILE, zone_zh=FIELDS[name][0], zone_en=FIELDS[name][1]) for name in settled.full)
    return sheet, Report.of(full)
