"""Imposition: finished pages put on sheets, so that the folded sheets are the book (for proofs, not for plates)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from fuzi.manufacture.signatures import Side
from fuzi.model.metadata import Trim
from fuzi.model.units import POINTS_PER_MM

FOLD_MARK = 4.0
"""mm: length of the line at head and foot of the sheet, where it is folded."""

STEP_HEIGHT, STEP_WIDTH = 5.0, 1.6
"""mm: the collating mark (折标) on the back of a signature, one step lower on each."""

FURNITURE = ("/Outlines", "/Names", "/Dests", "/PageLabels", "/StructTreeRoot", "/MarkInfo", "/OpenAction", "/AcroForm")
"""What belongs to the pages in their own order."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How pages lie on sheets: the sheet in mm (width is along the two pages), the scale of the pages, the sides in the
    order in which they are printed, front and back in turn."""

    sheet: Trim
    scale: float
    sides: tuple[Side, ...]


def impose(pdf: bytes, scheme: Scheme) -> bytes:
    """The pages of a PDF, cut to their trim size, two by two on the sides of the sheets.

    They meet at the fold; creep (爬移) is left alone. Each page is one form that keeps its own resources, so that fonts
    and pictures are there once. Links, outlines and tags fall away. The same arguments give the same bytes.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        forms = [_form(document, page) for page in document.pages]
        signatures = 1 + max((side.signature for side in scheme.sides), default=0)
        for side in scheme.sides:
            document.pages.append(_sheet(document, scheme, side, forms, signatures))
        del document.pages[: len(forms)]
        for name in FURNITURE:
            if name in document.Root:
                del document.Root[name]
        document.Root.PageLayout = pikepdf.Name.SinglePage
        document.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None"), DisplayDocTitle=True
        )
        target = BytesIO()
        document.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()


def _form(document: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """A page as a form; resources that pages share stay one object, and are not written into each form anew."""
    form = page.as_form_xobject()
    shared = page.obj.get("/Resources")
    form.Resources = shared if shared is not None and shared.is_indirect else document.make_indirect(form.Resources)
    return form


def _sheet(
    document: pikepdf.Pdf, scheme: Scheme, side: Side, forms: list[pikepdf.Object], signatures: int
) -> pikepdf.Page:
    """One side of a sheet with its two pages, the mark of the fold and that of the signature."""
    width, height = (float(length) * POINTS_PER_MM for length in (scheme.sheet.width, scheme.sheet.height))
    placed: dict[str, pikepdf.Object] = {}
    drawn: list[str] = []
    for number, right in ((side.left, False), (side.right, True)):
        if number is not None:
            form = forms[number - 1]
            name = f"/P{number}"
            placed[name] = form
            left, bottom, far, top = (float(edge) for edge in form.BBox)
            across = width / 2 if right else width / 2 - (far - left) * scheme.scale
            up = (height - (top - bottom) * scheme.scale) / 2
            at = f"{_pt(across - left * scheme.scale)} {_pt(up - bottom * scheme.scale)}"
            drawn.append(f"q {scheme.scale:.6g} 0 0 {scheme.scale:.6g} {at} cm {name} Do Q")
    drawn += _fold(width, height)
    if side.outer and signatures > 1:
        drawn.append(_step(width, height, side.signature, signatures))
    page = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, round(width, 4), round(height, 4)],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(placed)),
            Contents=document.make_stream("\n".join(drawn).encode()),
        )
    )
    return pikepdf.Page(page)


def _fold(width: float, height: float) -> Iterable[str]:
    middle, length = width / 2, FOLD_MARK * POINTS_PER_MM
    for low, high in ((0.0, length), (height - length, height)):
        yield f"q 0 G 0.25 w [2 2] 0 d {middle:.4f} {low:.4f} m {middle:.4f} {high:.4f} l S Q"


def _step(width: float, height: float, signature: int, signatures: int) -> str:
    """The collating mark: on the folded signatures, side by side, the marks make an even stair."""
    tall, wide = STEP_HEIGHT * POINTS_PER_MM, STEP_WIDTH * POINTS_PER_MM
    room = height - 4 * FOLD_MARK * POINTS_PER_MM - tall
    drop = min(tall, room / max(1, signatures - 1)) * signature
    top = height - 2 * FOLD_MARK * POINTS_PER_MM - drop
    return f"q 0 g {width / 2 - wide / 2:.4f} {top - tall:.4f} {wide:.4f} {tall:.4f} re f Q"


def _pt(length: float) -> str:
    """A length as PDF writes it; never ``-0``."""
    return f"{round(length, 4) + 0.0:.4f}"
