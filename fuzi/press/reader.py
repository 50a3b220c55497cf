"""Reading the text layer of a finished PDF back, section by section, for the proof that nothing was lost."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pymupdf

from fuzi.model.product import PageFact, PageFacts, SectionText


def read_text(pdf: bytes, facts: PageFacts) -> tuple[SectionText, ...]:
    """The running text, the notes and the side notes of each section, in page order, as any reader of the PDF would
    extract them.

    Running heads and folios (outside the type area) are left out. Sections begin on new pages, so pages never mix.
    """
    open_pdf: Any = pymupdf.open  # has no types
    with open_pdf(stream=pdf, filetype="pdf") as document:
        pages = [(fact.section, *_split(document[fact.index], fact)) for fact in facts.pages]
    return tuple(
        SectionText(section, *("\n".join(page[part] for page in group) for part in (1, 2, 3)))
        for section, group in ((name, list(items)) for name, items in groupby(pages, key=lambda item: item[0]))
    )


def _split(page: Any, fact: PageFact) -> tuple[str, str, str]:
    """Running text, notes and side notes of one page, told apart by where the middle of each word stands (pt)."""
    _, top, _, bottom = fact.type_area
    body: list[str] = []
    notes: list[str] = []
    sides: list[str] = []
    for left, upper, right, lower, word, *_ in page.get_text("words"):
        middle = (upper + lower) / 2
        if not top - 2 <= middle <= bottom + 2:
            continue
        if fact.side_notes[0] < (left + right) / 2 < fact.side_notes[1]:
            sides.append(word)
            continue
        (notes if fact.notes_top and middle >= fact.notes_top else body).append(word)
    return " ".join(body), " ".join(notes), " ".join(sides)
