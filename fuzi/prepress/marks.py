"""Crop marks and the slug line, outside the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from fuzi.model.units import POINTS_PER_MM
from fuzi.prepress.boxes import GAP, LENGTH, Sheet

WIDTH = 0.25
"""pt of a crop mark."""

REGISTRATION = "/FuziRegistration"
SLUG = "/FuziSlug"

SLUG_FOOT = 1.5 * POINTS_PER_MM
"""From the edge of the sheet to the foot of the slug line."""


INSET = 3 * POINTS_PER_MM
"""From the crop mark to the slug line."""


def crop_marks(sheet: Sheet, ink: str) -> bytes:
    """Two lines at each corner of the trimmed page, in registration colour or in black."""
    colour = f"{REGISTRATION} CS 1 SCN" if ink == "registration" else "0 0 0 1 K"
    lines = "\n".join(f"{a:.4f} {b:.4f} m {c:.4f} {d:.4f} l S" for a, b, c, d in _lines(sheet))
    return f"q\n{colour}\n{WIDTH} w 0 J [] 0 d\n{lines}\nQ\n".encode("ascii")


def _lines(sheet: Sheet) -> Iterator[tuple[float, float, float, float]]:
    trim, bleed = sheet.trim, sheet.bleed
    for y in (trim[1], trim[3]):
        yield bleed[0] - GAP - LENGTH, y, bleed[0] - GAP, y
        yield bleed[2] + GAP, y, bleed[2] + GAP + LENGTH, y
    for x in (trim[0], trim[2]):
        yield x, bleed[1] - GAP - LENGTH, x, bleed[1] - GAP
        yield x, bleed[3] + GAP, x, bleed[3] + GAP + LENGTH


def registration(pdf: pikepdf.Pdf) -> Any:
    """The colour of all plates, named ones too (ISO 32000-1, 8.6.6.4: ``All``)."""
    tint = Dictionary(
        FunctionType=2,
        Domain=Array([0, 1]),
        C0=Array([0, 0, 0, 0]),
        C1=Array([1, 1, 1, 1]),
        N=1,
    )
    return pdf.make_indirect(Array([Name.Separation, Name("/All"), Name.DeviceCMYK, pdf.make_indirect(tint)]))


def slug_line(sheet: Sheet) -> bytes:
    """Show the slug line below the bleed, between the crop marks."""
    x, y = sheet.trim[0] + INSET, sheet.media[1] + SLUG_FOOT
    return f"q\n1 0 0 1 {x:.4f} {y:.4f} cm\n{SLUG} Do\nQ\n".encode("ascii")


def add_resource(pdf: pikepdf.Pdf, page: pikepdf.Page, kind: str, name: str, thing: Any) -> None:
    """Give a page a resource of its own; others may share its dictionaries."""
    shared = page.obj.get("/Resources")
    resources = Dictionary(dict(shared.items())) if shared is not None else Dictionary()
    table = Dictionary(dict(resources[kind].items())) if kind in resources else Dictionary()
    table[name] = thing
    resources[kind] = table
    page.obj.Resources = resources
