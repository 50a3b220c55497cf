"""One page as a picture: the cover of an e-book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pymupdf

from fuzi.model.edition import Edition
from fuzi.press.engine.document import fragment, lay_out, shell, write_pdf
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.fonts import choose_fonts

PIXEL = 0.75
"""pt in one CSS pixel: one CSS pixel of the page becomes one pixel of the picture."""


def picture(html: str, stylesheets: Mapping[str, str], width: int, height: int, edition: Edition) -> bytes:
    """The first page of an XHTML fragment as a PNG of ``width`` × ``height`` pixels.

    The page has as many CSS pixels as the picture has pixels and no margins. The same arguments give the same bytes.
    """
    fonts = choose_fonts(edition)
    root = shell(edition.variant.tag, "")
    body = root.find("body")
    assert body is not None
    body.extend(fragment(html))
    page = f"@page {{ size: {width}px {height}px; margin: 0 }} html, body {{ margin: 0 }}"
    sheets = [("fonts.css", fonts.css), *stylesheets.items(), ("picture.css", page)]
    with listening(Messages()) as messages:
        data = write_pdf(lay_out(root, sheets, {}, messages, fonts.setup), [])
    open_pdf: Any = pymupdf.open  # has no types
    scale: Any = pymupdf.Matrix
    with open_pdf(stream=data, filetype="pdf") as document:
        pixmap = document[0].get_pixmap(matrix=scale(1 / PIXEL, 1 / PIXEL), colorspace=pymupdf.csRGB)
        pixmap.set_dpi(300, 300)
        image: bytes = pixmap.tobytes("png")
    return image
