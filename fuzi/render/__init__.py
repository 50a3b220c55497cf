"""The settled text of a book as HTML, with its styles and pictures."""

from fuzi.render.cover import render_cover
from fuzi.render.galley import render
from fuzi.render.wrap import render_wrap, wrap_widths

__all__ = ["render", "render_cover", "render_wrap", "wrap_widths"]
