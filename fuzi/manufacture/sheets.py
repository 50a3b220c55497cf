"""印张 and 字数: what the pages of a book come to in sheets of paper and in characters, and what a sheet can give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from fuzi.model.metadata import Sheet, Trim
from fuzi.model.product import PageFacts

SHEETS_STEP = Decimal("0.00001")
"""To how much 印张 is counted: one page of 32开 is 0.03125."""

TRIM_OFF = Decimal(3)
"""mm that the guillotine takes at head, foot and fore-edge (GB/T 788-1999 leaves it to the house; 3 mm is usual)."""

MILLIMETRE_STEP = Decimal("0.1")


def printing_sheets(pages: int, leaves: int) -> Decimal:
    """印张: 面数 divided by 开数, for one 印张 is one side of a full sheet."""
    return (Decimal(pages) / leaves).quantize(SHEETS_STEP, ROUND_HALF_UP)


def characters(facts: PageFacts) -> int:
    """字数: characters per line × lines per page × 面数, blank places counted, as the trade does.

    Where the type area is unknown, the fullest page stands for it.
    """
    across, down = facts.grid
    full = across * down or max((page.characters for page in facts.pages), default=0)
    return full * facts.count


def thousands(count: int) -> int:
    """A number of characters in 千字, rounded to whole ones; a book has at least one."""
    return max(1, int((Decimal(count) / 1000).quantize(Decimal(1), ROUND_HALF_UP)))


def odd_pages(pages: int, leaves: int) -> int:
    """How many pages are left when a book is made up of half sheets, 开数 ÷ 2 pages each (16 of 32开); 0 when none.

    An odd 开数 has no half sheet.
    """
    return pages % (leaves // 2) if leaves % 2 == 0 and leaves > 2 else 0


def largest_trim(sheet: Sheet, trim: Trim) -> Trim:
    """The largest leaf that the sheet gives, trimmed, when it is divided the way that suits this trim size best.

    The sheet is cut into equal leaves by rows and columns, in either orientation; each loses 3 mm at head, foot and
    fore-edge.
    """
    return max(_trims(sheet), key=lambda found: _room(found, trim))


def fits(trim: Trim, sheet: Sheet) -> bool:
    """Whether the sheet, divided into 开数 leaves, can give this trim size."""
    return _room(largest_trim(sheet, trim), trim) >= 1


def plain(value: Decimal) -> str:
    """A figure as it is printed, without zeros at its end."""
    return f"{value.normalize():f}"


def _trims(sheet: Sheet) -> Iterator[Trim]:
    for across, down in ((sheet.width, sheet.height), (sheet.height, sheet.width)):
        for columns in range(1, sheet.leaves + 1):
            rows, rest = divmod(sheet.leaves, columns)
            if not rest:
                yield Trim(_tenths(across / columns - TRIM_OFF), _tenths(down / rows - 2 * TRIM_OFF))


def _tenths(length: Decimal) -> Decimal:
    return max(Decimal(0), length.quantize(MILLIMETRE_STEP, ROUND_DOWN))


def _room(found: Trim, trim: Trim) -> Decimal:
    """How much of the asked size the found one gives in its scarcer direction (1: all of it)."""
    return min(found.width / trim.width, found.height / trim.height)
