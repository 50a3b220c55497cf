"""Reads back what a pre-flight compares: the words of each page, its running head and folio, the bars of a cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import pymupdf

from fuzi.manufacture.ean import MODULES, digits_of
from fuzi.model.preflight import PageText, ReadBarcode
from fuzi.model.product import PageFact
from fuzi.model.source import Place
from fuzi.model.units import POINTS_PER_MM
from fuzi.press.engine.headings import titles_of
from fuzi.press.engine.vectors import vector_figures
from fuzi.press.forme import Forme

NEAR = 2.0
"""pt by which text may stand beyond the type area and still belong to it."""

BARS = 30
"""Dark bars of an EAN-13 symbol."""

TALLEST, WIDEST = 8.0, 2.5
"""mm: a bar is taller and narrower than this."""

DARK, LIGHT = 0.5, 0.95
"""Below and above which a fill is a bar, and paper."""


def heads_of(forme: Forme) -> dict[str, tuple[str, ...]]:
    """What the running heads of each section may say."""
    return titles_of(forme.laid_out)


def vectors_of(forme: Forme) -> dict[int, tuple[Place, ...]]:
    """Where the vector figures of each page come from, by its index."""
    return vector_figures(forme.laid_out)


def read_pages(pdf: bytes, facts: Sequence[PageFact]) -> tuple[PageText, ...]:
    """The words of every page, as any reader of the PDF would extract them; what stands outside the trim is left out.

    Heads and feet are told apart from the rest by the type area of ``facts``.
    """
    open_pdf: Any = pymupdf.open  # has no types
    with open_pdf(stream=pdf, filetype="pdf") as document:
        known = (*facts, *[None] * len(document))
        return tuple(_page(page, fact) for page, fact in zip(document, known, strict=False))


def _page(page: Any, fact: PageFact | None) -> PageText:
    trim, media = page.trimbox, page.mediabox
    left, top = trim.x0 - media.x0, media.y1 - trim.y1
    words: list[str] = []
    head: list[str] = []
    foot: list[str] = []
    for x0, y0, x1, y1, word, *_ in page.get_text("words"):
        x, y = (x0 + x1) / 2 - left, (y0 + y1) / 2 - top
        if not (0 <= x <= trim.width and 0 <= y <= trim.height):
            continue
        words.append(word)
        if fact is not None and y < fact.type_area[1] - NEAR:
            head.append(word)
        elif fact is not None and y > fact.type_area[3] + NEAR:
            foot.append(word)
    return PageText(tuple(words), tuple(head), tuple(foot))


def read_barcode(pdf: bytes) -> ReadBarcode | None:
    """The EAN-13 symbol on the first page of a PDF, read from its bars as a scanner would; None where there is none."""
    open_pdf: Any = pymupdf.open  # has no types
    with open_pdf(stream=pdf, filetype="pdf") as document:
        page = document[0]
        fills = [(item["rect"], _tone(item["fill"])) for item in page.get_drawings() if item["fill"] is not None]
        bars = _bars([rect for rect, tone in fills if tone < DARK])
        if not bars:
            return None
        module = (bars[-1].x1 - bars[0].x0) / MODULES
        left, right = _margins(bars, fills, page)
        pattern = "".join(_pattern(bars, module))
        return ReadBarcode(digits_of(pattern), module / POINTS_PER_MM, left / module, right / module)


def _tone(fill: Sequence[float]) -> float:
    return sum(fill) / len(fill)


def _bars(dark: Sequence[Any]) -> list[Any]:
    """The bars of one symbol from the left: as many as it has, which begin at one height."""
    tall = [rect for rect in dark if rect.height > TALLEST * POINTS_PER_MM and 0 < rect.width < WIDEST * POINTS_PER_MM]
    tall.sort(key=lambda rect: (round(rect.y0), rect.x0))
    for _, row in groupby(tall, key=lambda rect: round(rect.y0)):
        found = list(row)
        if len(found) == BARS:
            return found
    return []


def _pattern(bars: Sequence[Any], module: float) -> Iterator[str]:
    """Ones where a module is dark."""
    end = bars[0].x0
    for bar in bars:
        yield "0" * round((bar.x0 - end) / module)
        yield "1" * round(bar.width / module)
        end = bar.x1


def _margins(bars: Sequence[Any], fills: Sequence[tuple[Any, float]], page: Any) -> tuple[float, float]:
    """How far, in pt, it is from the outer bars to whatever else is printed beside them, or to the end of the white
    box that they stand on."""
    first, last = bars[0], bars[-1]
    top, bottom = first.y0, min(bar.y1 for bar in bars)
    left, right = [0.0], [page.rect.width]
    under = [rect for rect, _ in fills if rect.x0 <= first.x0 and rect.x1 >= last.x1]
    boxes = [rect for rect in under if rect.y0 <= top and rect.y1 >= bottom]
    tinted = any(tone < LIGHT and rect in boxes for rect, tone in fills) or bool(page.get_image_info())
    white = [rect for rect, tone in fills if tone >= LIGHT and rect in boxes]
    if tinted and white:
        left.append(max(rect.x0 for rect in white))
        right.append(min(rect.x1 for rect in white))
    printed = [rect for rect, tone in fills if tone < LIGHT and rect.y0 < bottom and rect.y1 > top]
    rect_of: Any = pymupdf.Rect  # has no types
    printed += [rect_of(word[:4]) for word in page.get_text("words") if top < (word[1] + word[3]) / 2 < bottom]
    left += [rect.x1 for rect in printed if rect.x1 <= first.x0]
    right += [rect.x0 for rect in printed if rect.x0 >= last.x1]
    return first.x0 - max(left), min(right) - last.x1
