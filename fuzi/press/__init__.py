"""From a galley to printed pages: type area, fonts, lines, pages, PDF, and the facts about every page."""

from fuzi.press.engine.sheets import Rect
from fuzi.press.forme import Forme, lay, relay
from fuzi.press.picture import picture, reduced
from fuzi.press.pressing import press, print_off
from fuzi.press.sheet import SetSheet, SheetCopy, ems, lay_sheet, print_sheet, read_panels

__all__ = [
    "Forme",
    "Rect",
    "SetSheet",
    "SheetCopy",
    "ems",
    "lay",
    "lay_sheet",
    "picture",
    "press",
    "print_off",
    "print_sheet",
    "read_panels",
    "reduced",
    "relay",
]
