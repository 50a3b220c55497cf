"""From a galley to printed pages: type area, fonts, lines, pages, PDF, and the facts about every page."""

from fuzi.press.engine.sheets import Rect
from fuzi.press.forme import Forme, lay, relay
from fuzi.press.picture import picture, reduced
from fuzi.press.pressing import figures_of, press, print_off
from fuzi.press.sheet import SetSheet, SheetCopy, ems, lay_sheet, print_sheet, read_panels
from fuzi.press.slugs import slugs
from fuzi.press.tagged import print_tagged

__all__ = [
    "Forme",
    "Rect",
    "SetSheet",
    "SheetCopy",
    "ems",
    "figures_of",
    "lay",
    "lay_sheet",
    "picture",
    "press",
    "print_off",
    "print_sheet",
    "print_tagged",
    "read_panels",
    "reduced",
    "relay",
    "slugs",
]
