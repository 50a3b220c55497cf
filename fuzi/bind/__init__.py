"""Bind: a galley becomes an EPUB 3.3 package."""

from fuzi.bind.binding import bind
from fuzi.bind.pages import PrintEdition

__all__ = ["PrintEdition", "bind"]
