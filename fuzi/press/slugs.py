"""Slug lines: the small print outside the trimmed page that says which page of which book it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fuzi.model.edition import Edition
from fuzi.press.engine.document import fragment, lay_out, shell, write_pdf
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.fonts import choose_fonts

SIZE = 6
"""pt."""

_CSS = """\
@page {{ size: {width:.2f}pt {height}pt; margin: 0 }}
html, body {{ margin: 0 }}
div {{ break-after: page; white-space: nowrap; overflow: hidden; height: {height}pt;
  font: {size}pt/{height}pt var(--font-hei); color: #000 }}
div:last-child {{ break-after: auto }}
"""


def slugs(lines: Sequence[str], width: float, edition: Edition) -> bytes:
    """A PDF with each line on a page of its own, ``width`` pt wide and not much higher than the type.

    The fonts are those of the edition, embedded as subsets. The same arguments give the same bytes.
    """
    fonts = choose_fonts(edition)
    root = shell(edition.variant.tag, "")
    body = root.find("body")
    assert body is not None
    body.extend(fragment("".join(f"<div>{escape(line)}</div>" for line in lines)))
    css = _CSS.format(width=width, height=SIZE + 2, size=SIZE)
    with listening(Messages()) as messages:
        return write_pdf(lay_out(root, [("fonts.css", fonts.css), ("slugs.css", css)], {}, messages, fonts.setup), [])
