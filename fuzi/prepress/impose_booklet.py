"""A booklet for the office printer: which paper, which scale, which signatures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fuzi.manufacture.signatures import FOLD, saddle
from fuzi.model.metadata import Trim
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.prepress.codes import SCALED_DOWN, THICK_SIGNATURE
from fuzi.prepress.impose import Scheme

PAPERS = (("A4", Trim(Decimal(297), Decimal(210))), ("A3", Trim(Decimal(420), Decimal(297))))
"""What office printers hold, lying, the smaller first."""

USUAL = 16
"""Pages of a signature where book.yaml asks for none: four sheets."""

SHORT = 48
"""Pages up to which a book is one signature, if none is asked for: twelve sheets of office paper still fold."""

THICKEST = 12
"""Sheets of office paper beyond which a fold springs open."""


def signature_of(count: int, asked: int) -> int:
    """The pages of a signature for a book of ``count`` pages."""
    return asked or (count if count <= SHORT else USUAL)


def booklet(count: int, trim: Trim, asked: int, *, right_bound: bool = False) -> Scheme:
    """Two pages side by side on the smallest paper that holds them, saddle-stitched in signatures.

    ``asked`` is the signature of book.yaml (0: none). A trim size that no paper holds is scaled down to the largest.
    """
    paper, scale = _paper(trim)
    sides = saddle(count, signature_of(count, asked), right_bound=right_bound)
    return Scheme(paper[1], scale, sides)


def remarks(count: int, trim: Trim, asked: int, trim_place: Place, signature_place: Place) -> Iterator[Diagnostic]:
    """What whoever prints the booklet should know."""
    paper, scale = _paper(trim)
    if scale < 1:
        yield SCALED_DOWN.at(trim_place, trim=trim, paper=paper[0], percent=f"{100 * scale:.0f}")
    sheets = -(-min(count, signature_of(count, asked)) // FOLD)
    if sheets > THICKEST:
        yield THICK_SIGNATURE.at(signature_place, sheets=sheets)


def _paper(trim: Trim) -> tuple[tuple[str, Trim], float]:
    for paper in PAPERS:
        if 2 * trim.width <= paper[1].width and trim.height <= paper[1].height:
            return paper, 1.0
    paper = PAPERS[-1]
    scale = min(paper[1].width / (2 * trim.width), paper[1].height / trim.height)
    return paper, float(scale)
