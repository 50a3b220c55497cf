"""From a galley to printed pages: type area, fonts, lines, pages, PDF, and the facts about every page."""

from fuzi.press.forme import Forme, lay, relay
from fuzi.press.picture import picture
from fuzi.press.pressing import figures_of, press, print_off
from fuzi.press.slugs import slugs
from fuzi.press.tagged import print_tagged

__all__ = ["Forme", "figures_of", "lay", "picture", "press", "print_off", "print_tagged", "relay", "slugs"]
