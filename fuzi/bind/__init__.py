"""Bind: a galley becomes an EPUB 3.3 package."""

from fuzi.bind.binding import bind

__all__ = ["bind"]
