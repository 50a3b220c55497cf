"""The settled text of a book as HTML, with its styles and pictures."""

from fuzi.render.cover import render_cover
from fuzi.render.galley import render

__all__ = ["render", "render_cover"]
