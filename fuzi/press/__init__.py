"""From a galley to printed pages: type area, fonts, lines, pages, PDF, and the facts about every page."""

from fuzi.press.engine.picture import picture
from fuzi.press.pressing import press

__all__ = ["picture", "press"]
