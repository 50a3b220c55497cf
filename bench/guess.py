"""The lines of a PDF of which nothing is known, guessed from its glyphs: for the books of other engines.

It must be a plain book: one column, paragraphs indented, one size of body type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fuzi.model.product import Glyph, LineFact, Manner, PageFact, PageFacts

INDENT = 1.0
"""em from which on the start of a line is an indent."""

PARAGRAPH_GAP = 1.3
"""Leadings from which on the next line is no longer of the same paragraph."""


def guess(pages: Sequence[Sequence[Glyph]], *, centred: bool = False) -> PageFacts:
    """Facts about the lines of body type of each page; the last line of a page is not taken for a full one."""
    size = Counter(round(glyph.size, 1) for page in pages for glyph in page).most_common(1)[0][0]
    baselines = [_baselines(page, size) for page in pages]
    steps = Counter(round(b - a, 1) for page in baselines for a, b in pairwise(sorted(page)))
    leading = steps.most_common(1)[0][0]
    lines: list[LineFact] = []
    # Recto and verso may have other margins: the left edge and the measure are those of the pages of one side.
    for side in (0, 1):
        own = [(index, baselines[index]) for index in range(side, len(pages), 2)]
        lefts = Counter(round(min(g.x for g in line), 1) for _, page in own for line in page.values())
        rights = Counter(round(max(g.x + g.advance for g in line), 1) for _, page in own for line in page.values())
        if not lefts or not rights:
            continue
        left, right = lefts.most_common(1)[0][0], rights.most_common(1)[0][0]
        for index, page in own:
            lines += _lines(index, page, left, right, size, leading)
    lines = _numbered(sorted(lines, key=lambda line: (line.page, line.baseline)))
    facts = tuple(
        PageFact(index, str(index + 1), "", False, None, None, 0, 0, 0.0, (0.0, 0.0, 1e4, 1e4))
        for index in range(len(pages))
    )
    return PageFacts(facts, {}, {}, lines=tuple(lines), manner=Manner(leading, size, centred))


def _baselines(page: Sequence[Glyph], size: float) -> dict[float, list[Glyph]]:
    found: dict[float, list[Glyph]] = {}
    for glyph in page:
        if abs(glyph.size - size) < 0.1 and not glyph.character.isspace():
            found.setdefault(round(glyph.y, 1), []).append(glyph)
    return {height: glyphs for height, glyphs in found.items() if len(glyphs) > 1}


def _lines(
    index: int, page: dict[float, list[Glyph]], left: float, right: float, size: float, leading: float
) -> Iterator[LineFact]:
    heights = sorted(page)
    for place, height in enumerate(heights):
        glyphs = page[height]
        start, end = min(g.x for g in glyphs), max(g.x + g.advance for g in glyphs)
        following = heights[place + 1] if place + 1 < len(heights) else None
        ended = (
            following is None
            or following - height > PARAGRAPH_GAP * leading
            or min(g.x for g in page[following]) > left + INDENT * size
        )
        indented = start > left + INDENT * size
        if indented and (start > left + 3 * size):  # centred
            continue
        yield LineFact(
            page=index,
            paragraph=0,
            place=None,
            left=left,
            right=right,
            indent=start - left if indented else 0.0,
            baseline=height,
            top=height - leading * 0.7,
            bottom=height + leading * 0.29,
            size=size,
            extent=(start, end),
            justified=True,
            closing=ended,
            first=indented,
            body=True,
        )


def _numbered(lines: Sequence[LineFact]) -> list[LineFact]:
    """The same lines with the numbers of their paragraphs."""
    number = 0
    found: list[LineFact] = []
    closed = True
    for line in lines:
        number += line.first or closed
        closed = line.closing
        found.append(replace(line, paragraph=number))
    return found
