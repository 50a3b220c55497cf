"""From a galley to printed pages: type area, fonts, lines, pages, PDF, and the facts about every page."""

from fuzi.press.forme import Forme, lay, relay
from fuzi.press.picture import picture
from fuzi.press.pressing import figures_of, press, print_off
from fuzi.press.slugs import slugs

__all__ = ["Forme", "figures_of", "lay", "picture", "press", "print_off", "relay", "slugs"]
