"""The boxes of a page for the press: what is cut, what bleeds, and the sheet with its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array

from fuzi.model.press_file import Frame
from fuzi.model.units import POINTS_PER_MM
from fuzi.prepress.edges import NEAR, Edges
from fuzi.prepress.entries import drop
from fuzi.prepress.matrix import frame_of, grown

GAP = 1 * POINTS_PER_MM
"""From the bleed to the marks: no mark may touch what is printed to the edge."""

LENGTH = 5 * POINTS_PER_MM
"""Of a crop mark."""

ROOM = GAP + LENGTH + 1 * POINTS_PER_MM
"""Around the bleed, for the marks and the slug line."""

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what is trimmed, what bleeds, and all of it; ``own`` is True where the file came with a bleed."""

    trim: Frame
    bleed: Frame
    media: Frame
    own: bool

    @property
    def edges(self) -> Edges | None:
        """Where things must be drawn on; None where the bleed is drawn already."""
        return None if self.own else Edges(self.trim, self.bleed)


def sheet_of(page: pikepdf.Page, bleed: float, marked: bool) -> Sheet:
    """The boxes that a page is to have; ``bleed`` is in mm.

    A page whose BleedBox is larger than its TrimBox came with its bleed: both stay as they are.
    """
    media = frame_of(_box(page, "/MediaBox"))
    trim = frame_of(page.obj.get("/TrimBox") or page.obj.get("/CropBox") or _box(page, "/MediaBox"))
    given = frame_of(page.obj.get("/BleedBox", Array(list(trim))))
    own = any(outer < inner - NEAR for outer, inner in zip(given[:2], trim[:2], strict=True)) or any(
        outer > inner + NEAR for outer, inner in zip(given[2:], trim[2:], strict=True)
    )
    bleeding = given if own else grown(trim, bleed * POINTS_PER_MM)
    whole = grown(bleeding, ROOM) if marked else bleeding
    if own:
        whole = _around(whole, media)
    return Sheet(trim, bleeding, whole, own)


def set_boxes(page: pikepdf.Page, sheet: Sheet) -> None:
    """Write the boxes; a CropBox would say that less is to be shown than is printed."""
    for name, frame in (("/MediaBox", sheet.media), ("/BleedBox", sheet.bleed), ("/TrimBox", sheet.trim)):
        page.obj[name] = Array([round(value, _DIGITS) for value in frame])
    drop(page.obj, "/CropBox", "/ArtBox")


def _around(first: Frame, second: Frame) -> Frame:
    """The least frame that holds both."""
    return min(first[0], second[0]), min(first[1], second[1]), max(first[2], second[2]), max(first[3], second[3])


def _box(page: pikepdf.Page, name: str) -> Any:
    """A box that a page may inherit."""
    node: Any = page.obj
    while name not in node:
        node = node.Parent
    return node[name]
