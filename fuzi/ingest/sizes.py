"""Sheet sizes of the trade and the trimmed size that each usually gives (GB/T 788-1999 and house practice)."""

from __future__ import annotations

from decimal import Decimal

from fuzi.model.metadata import Sheet, Trim

USUAL: dict[tuple[int, int, int], tuple[int, int]] = {
    (787, 1092, 32): (130, 184),
    (850, 1168, 32): (140, 203),
    (880, 1230, 32): (147, 210),
    (890, 1240, 32): (148, 210),
    (787, 1092, 16): (185, 260),
    (889, 1194, 16): (210, 285),
    (890, 1240, 16): (210, 297),
    (880, 1230, 16): (210, 295),
    (720, 1000, 16): (170, 240),
    (710, 1000, 16): (170, 240),
    (787, 1092, 64): (92, 126),
    (850, 1168, 64): (101, 131),
}
"""(sheet width, sheet height, leaves) → (trim width, trim height), mm."""


def usual_trim(sheet: Sheet) -> Trim | None:
    """The trimmed size that this sheet usually gives, or None when the trade has no custom for it."""
    found = USUAL.get((int(sheet.width), int(sheet.height), sheet.leaves))
    return Trim(Decimal(found[0]), Decimal(found[1])) if found else None


def is_known(sheet: Sheet) -> bool:
    """Whether the sheet size is one of the trade's: 850×1163 is a misread 850×1168."""
    return any((int(sheet.width), int(sheet.height)) == (width, height) for width, height, _ in USUAL)
