"""Chinese line composition, free of any engine: sorts of type in, lines out (CLREQ, GB/T 15834-2011)."""

from fuzi.press.composition.case import Case
from fuzi.press.composition.classes import Kind
from fuzi.press.composition.compose import Line, can_run, compose
from fuzi.press.composition.paragraph import Paragraph, Widths
from fuzi.press.composition.rows import Rows
from fuzi.press.composition.sorts import Sort
from fuzi.press.composition.style import Style

__all__ = ["Case", "Kind", "Line", "Paragraph", "Rows", "Sort", "Style", "Widths", "can_run", "compose"]
