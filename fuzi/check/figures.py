"""The figures of manufacture that book.yaml states, against what the finished pages come to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from fuzi.check.codes import (
    CHARACTERS_DIFFER,
    CHARACTERS_UNIT,
    HALF_SHEET,
    ODD_PAGES,
    SHEETS_DIFFER,
    TRIM_TOO_LARGE,
)
from fuzi.manufacture.sheets import characters, fits, largest_trim, odd_pages, plain, printing_sheets, thousands
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import AUTO, Metadata
from fuzi.model.product import PageFacts
from fuzi.model.report import Diagnostic, Report

WHOLE = 200
"""By how much a 字数 is out, at least, when it was given in characters and not in thousands."""


def compare_figures(copy: FairCopy, product: str, facts: PageFacts) -> Report:
    """印张, 字数, half sheets and the sheet itself, at the places where book.yaml gives them.

    Only the copyright page of a mainland edition gives these figures (GB/T 12450-2001); for any other there is nothing
    to compare.
    """
    found: list[Diagnostic] = []
    if facts.count % 2:
        found.append(ODD_PAGES.at(copy.place(product, "text"), pages=facts.count))
    if copy.variant.title_leaf.shows("sheets"):
        metadata = copy.metadata[product]
        found += _sheets(copy, product, metadata, facts)
        found += _characters(copy, product, metadata, facts)
        found += _sheet(copy, product, metadata, facts)
    return Report.of(found)


def _sheets(copy: FairCopy, product: str, metadata: Metadata, facts: PageFacts) -> Iterator[Diagnostic]:
    stated = _figure(metadata.printing.sheets)
    if stated is None or metadata.sheet is None:
        return
    counted = printing_sheets(facts.count, metadata.sheet.leaves)
    if stated != counted:
        place = copy.place(product, "printing", "sheets")
        figures = {"stated": plain(stated), "counted": plain(counted)}
        yield SHEETS_DIFFER.at(place, **figures, pages=facts.count, leaves=metadata.sheet.leaves)


def _characters(copy: FairCopy, product: str, metadata: Metadata, facts: PageFacts) -> Iterator[Diagnostic]:
    """A figure that was rounded up or down to thousands is as good as ours."""
    stated = _figure(metadata.printing.thousand_characters)
    if stated is None:
        return
    full = characters(facts)
    counted = thousands(full)
    if stated == counted or abs(stated * 1000 - full) < 1000:
        return
    place = copy.place(product, "printing", "thousand_characters")
    if stated >= WHOLE * counted:
        yield CHARACTERS_UNIT.at(place, stated=plain(stated), counted=counted)
        return
    across, down = facts.grid
    yield CHARACTERS_DIFFER.at(
        place, stated=plain(stated), counted=counted, across=across, down=down, pages=facts.count
    )


def _sheet(copy: FairCopy, product: str, metadata: Metadata, facts: PageFacts) -> Iterator[Diagnostic]:
    """What the sheet can give. Odd pages are spoken of where a print run is stated: before, they still change."""
    sheet, trim = metadata.sheet, metadata.trim
    if sheet is None:
        return
    rest = odd_pages(facts.count, sheet.leaves)
    if rest and metadata.printing.copies:
        half = sheet.leaves // 2
        place = copy.place(product, "press", "signature")
        yield HALF_SHEET.at(place, pages=facts.count, leaves=sheet.leaves, half=half, rest=rest)
    if not fits(trim, sheet):
        place = copy.place(product, "trim")
        largest = largest_trim(sheet, trim)
        yield TRIM_TOO_LARGE.at(place, sheet=sheet, leaves=sheet.leaves, trim=trim, largest=largest)


def _figure(text: str) -> Decimal | None:
    """A stated figure; None for ``auto``, for nothing, and for what the loader has refused."""
    if not text or text == AUTO:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
