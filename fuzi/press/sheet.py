"""One page of a free size with bleed, from one piece of HTML: the wrap of a book, a jacket, a slip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import pymupdf

from fuzi.model.book import Asset, Typesetting
from fuzi.model.edition import Edition
from fuzi.model.report import Outcome, Report
from fuzi.model.units import POINTS_PER_MM
from fuzi.press.engine.document import LaidOut, fragment, lay_out, shell
from fuzi.press.engine.fetcher import Resource
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.engine.sheets import Rect, Zone, write_sheet, zones
from fuzi.press.faults import faults
from fuzi.press.fonts import Fonts, choose_fonts
from fuzi.press.pictures import damaged
from fuzi.press.style import style_css

EM = 100.0
"""CSS px at which single texts are measured."""


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """What is to be set on a sheet: a well-formed XHTML fragment, stylesheets in cascade order, pictures.

    ``width`` and ``height`` are those of the trimmed sheet; ``bleed`` lies outside it, ``slug`` outside the bleed; all
    in mm. The origin of the fragment is the upper left corner of the trim; what stands at negative places bleeds off.
    """

    html: str
    stylesheets: Mapping[str, str]
    assets: tuple[Asset, ...]
    width: float
    height: float
    bleed: float = 0.0
    slug: float = 0.0


@dataclass(frozen=True, slots=True)
class SetSheet:
    """A sheet that is set but not printed. ``zones`` are its elements that have an id."""

    copy: SheetCopy
    laid_out: LaidOut
    zones: Mapping[str, Zone]
    fonts: Fonts
    messages: Messages
    broken: Mapping[str, str]
    edition: str


def lay_sheet(copy: SheetCopy, edition: Edition, head: Iterable[tuple[str, str]] = (), title: str = "") -> SetSheet:
    """Set one sheet; ``head`` are name and content of ``<meta>``. Raises FontFault for a font that is lacking."""
    fonts, broken, messages = choose_fonts(edition), damaged(copy.assets), Messages()
    outside = copy.bleed + copy.slug
    page = (
        f"@page {{ size: {copy.width:.4f}mm {copy.height:.4f}mm; margin: 0; bleed: {outside:.4f}mm }} "
        "html, body { margin: 0; padding: 0 }"
    )
    style = style_css(Typesetting(), edition.variant.marks)
    sheets = [("page.css", page + style), ("fonts.css", fonts.css), *copy.stylesheets.items()]
    sound = (asset for asset in copy.assets if asset.path not in broken)
    resources = {asset.path: Resource(asset.media_type, asset.data) for asset in sound}
    root = shell(edition.variant.tag, title, head)
    body = root.find("body")
    assert body is not None
    body.extend(fragment(copy.html))
    with listening(messages):
        laid_out = lay_out(root, sheets, resources, messages, fonts.setup)
    return SetSheet(copy, laid_out, zones(laid_out), fonts, messages, broken, edition.name)


def print_sheet(sheet: SetSheet) -> Outcome[bytes]:
    """The PDF of a sheet, with all that went wrong on the way. The same sheet gives the same bytes."""
    with listening(sheet.messages):
        pdf = write_sheet(sheet.laid_out, sheet.copy.slug)
    return Outcome(pdf, Report.of(faults(sheet.laid_out, sheet.messages, sheet.fonts, sheet.broken, sheet.edition)))


def ems(texts: Iterable[tuple[str, str]], edition: Edition, weight: int = 400) -> Mapping[tuple[str, str], float]:
    """How wide texts are when set in one line, in em; each is a text and the role of its face (song, hei, latin …)."""
    wanted = tuple(dict.fromkeys(texts))
    rows = (
        f'<div id="m{number}" style="position: absolute; white-space: nowrap; font-family: var(--font-{role})">'
        f"{escape(text)}</div>"
        for number, (text, role) in enumerate(wanted)
    )
    style = f"font-size: {EM}px; font-weight: {weight}; line-height: 1"
    html = f'<section style="{style}" data-span="book.yaml">{"".join(rows)}</section>'
    found = lay_sheet(SheetCopy(html, {}, (), 2000, 500), edition).zones
    taken = (found[f"m{number}"].text for number in range(len(wanted)))
    size = EM * 25.4 / 96
    return {key: rect.width / size if rect else 0.0 for key, rect in zip(wanted, taken, strict=True)}


def read_panels(pdf: bytes, panels: Mapping[str, Rect]) -> Mapping[str, str]:
    """The text of each panel of a printed sheet, as any reader of the PDF would extract it; rectangles as in zones."""
    open_pdf: Any = pymupdf.open  # has no types
    found: dict[str, list[str]] = {name: [] for name in panels}
    with open_pdf(stream=pdf, filetype="pdf") as document:
        page = document[0]
        trim, media = page.trimbox, page.mediabox
        left, top = trim.x0 - media.x0, media.y1 - trim.y1
        for x0, y0, x1, y1, word, *_ in page.get_text("words"):
            x, y = ((x0 + x1) / 2 - left) / POINTS_PER_MM, ((y0 + y1) / 2 - top) / POINTS_PER_MM
            for name, rect in panels.items():
                if rect.left <= x <= rect.right and rect.top <= y <= rect.bottom:
                    found[name].append(word)
                    break
    return {name: " ".join(words) for name, words in found.items()}
