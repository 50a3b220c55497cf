"""令数: the paper that a print run takes, for the text and for the cover."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from fuzi.model.metadata import Sheet, Trim

REAM = 500
"""Sheets in one 令."""

COVER_SHEETS = ((Decimal(787), Decimal(1092)), (Decimal(889), Decimal(1194)))
"""mm: 正度 and 大度, the sheets that cover papers are stocked in."""

GRIPPER = Decimal(10)
"""咬口 in mm: what the grippers of the press hold along one long edge of the sheet, where nothing is printed."""

_STEP = Decimal("0.001")
_DASH = r"\s*(?:[-–—―−~～〜]+|至|到)\s*"
_COUNT = r"\d+(?:[ ,]\d{3})*"
_COPIES = re.compile(rf"(?:(?P<first>{_COUNT}){_DASH})?(?P<last>{_COUNT})\s*(?P<unit>[册冊本套部])?")


@dataclass(frozen=True, slots=True)
class Reams:
    """Paper in 令 of 500 sheets: what the copies take, and that with the waste (加放) added, rounded up to 0.001."""

    net: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class CoverCut:
    """How covers are cut from a sheet: its size in mm and how many it gives."""

    width: Decimal
    height: Decimal
    covers: int

    def __str__(self) -> str:
        return f"{self.width.normalize():f}×{self.height.normalize():f}"


def copies_of(printed: str) -> int | None:
    """The copies of this impression from 印数 as the copyright page prints it; None when it cannot be read.

    ``1-3000`` and ``0001—2500册`` count from the first copy of the book; ``3001—6000`` is an impression of 3000.
    """
    found = _COPIES.fullmatch(unicodedata.normalize("NFKC", printed).strip())
    if found is None:
        return None
    last = _number(found["last"])
    first = _number(found["first"]) if found["first"] else 1
    first = max(first, 1)
    return last - first + 1 if last >= first else None


def text_reams(copies: int, sheets: Decimal, waste: Decimal) -> Reams:
    """用纸令数 = 印数 × 印张 ÷ 1000: a ream has 500 sheets, a sheet two 印张; ``waste`` is in percent."""
    return _reams(copies * sheets / (2 * REAM), waste)


def cover_reams(copies: int, cut: CoverCut, waste: Decimal) -> Reams:
    """封面令数 = 印数 ÷ (covers on a sheet × 500); ``waste`` is in percent."""
    return _reams(Decimal(copies) / (cut.covers * REAM), waste)


def unfolded(trim: Trim, spine: Decimal, flaps: Decimal, bleed: Decimal) -> Trim:
    """A cover that goes all round, as it is printed: both boards, the spine, both flaps and the bleed, in mm."""
    return Trim(2 * trim.width + spine + 2 * flaps + 2 * bleed, trim.height + 2 * bleed)


def cover_cut(cover: Trim, sheet: Sheet | None) -> CoverCut | None:
    """The sheet that wastes least on covers of this size: 正度, 大度, or the one that the book is printed on.

    None when the cover is too large for all of them.
    """
    sizes = [*COVER_SHEETS, *([(sheet.width, sheet.height)] if sheet else [])]
    cuts = [CoverCut(width, height, _covers(cover, width, height)) for width, height in sizes]
    return _thriftiest(cut for cut in cuts if cut.covers)


def _thriftiest(cuts: Iterable[CoverCut]) -> CoverCut | None:
    return min(cuts, key=lambda cut: cut.width * cut.height / cut.covers, default=None)


def _covers(cover: Trim, width: Decimal, height: Decimal) -> int:
    """How many covers stand on a sheet in rows and columns, all upright or all lying."""
    short, long = sorted((width, height))
    short -= GRIPPER
    upright = int(short // cover.height) * int(long // cover.width)
    lying = int(short // cover.width) * int(long // cover.height)
    return max(upright, lying)


def _reams(net: Decimal, waste: Decimal) -> Reams:
    gross = net * (100 + waste) / 100
    return Reams(net.quantize(_STEP, ROUND_HALF_UP), gross.quantize(_STEP, ROUND_CEILING))


def _number(text: str) -> int:
    return int(re.sub(r"[ ,]", "", text))
