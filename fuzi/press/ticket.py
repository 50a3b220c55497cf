"""A ticket (工单) that is no page of the book: set on one sheet of office paper, as PDF."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.model.edition import Edition
from fuzi.model.metadata import Trim
from fuzi.model.report import Outcome, Report
from fuzi.press.engine.document import LaidOut, fragment, lay_out, shell, write_pdf
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.faults import faults
from fuzi.press.fonts import Fonts, choose_fonts

TIGHTER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""By what ``--scale`` of the type a sheet is tried, until all of it has room."""


def print_ticket(
    html: str, stylesheets: Mapping[str, str], size: Trim, edition: Edition, title: str
) -> Outcome[tuple[bytes, int]]:
    """The PDF of an XHTML fragment on sheets of this size (mm), and how many it takes: one, if the type can be small
    enough.

    The styles set their type in ``--scale``. The same arguments give the same bytes.
    """
    fonts = choose_fonts(edition)
    messages = Messages()
    laid_out = _set(html, stylesheets, size, edition, title, fonts, messages, TIGHTER[0])
    for scale in TIGHTER[1:]:
        if len(laid_out.document.pages) == 1:
            break
        messages = Messages()
        laid_out = _set(html, stylesheets, size, edition, title, fonts, messages, scale)
    with listening(messages):
        pdf = write_pdf(laid_out, [])
    return Outcome((pdf, len(laid_out.document.pages)), Report.of(faults(laid_out, messages, fonts, {}, edition.name)))


def _set(
    html: str,
    stylesheets: Mapping[str, str],
    size: Trim,
    edition: Edition,
    title: str,
    fonts: Fonts,
    messages: Messages,
    scale: float,
) -> LaidOut:
    moment = edition.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    head = (("generator", "fuzi"), ("dcterms.created", moment), ("dcterms.modified", moment))
    root = shell(edition.variant.tag, title, head)
    body = root.find("body")
    assert body is not None
    body.extend(fragment(html))
    paper = f"@page {{ size: {size.width:f}mm {size.height:f}mm }} :root {{ --scale: {scale} }}"
    sheets = [("sheet.css", paper), ("fonts.css", fonts.css), *stylesheets.items()]
    with listening(messages):
        return lay_out(root, sheets, {}, messages, fonts.setup)
