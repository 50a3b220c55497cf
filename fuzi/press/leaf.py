"""Fits the title page and the copyright page into one page each: first their air is taken away, then their size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from fuzi.model.galley import Galley, Section
from fuzi.model.product import PageFacts
from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import BOOK_FILE
from fuzi.press import codes
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.room import room_below

TIGHTEST = 4
"""How many steps of ``tight-N`` the styles know."""

FULL: Mapping[str, Code] = {"title": codes.TITLE_PAGE_FULL, "copyright": codes.COPYRIGHT_PAGE_FULL}
"""Kind of section that must be one page -> what to say when it cannot be."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How tight one section is set, and how much room (pt) is then left on its page."""

    kind: str
    tightness: int = 0
    rest: float = 0.0


Fits = Mapping[str, Fit]
"""Id of a section -> its fit."""


def fit(galley: Galley, lay: Callable[[Galley], tuple[LaidOut, PageFacts]]) -> Fits:
    """How tight the pages of the title leaf must be set; ``lay`` is called with these pages alone."""
    fits = {section.id: Fit(section.kind) for section in galley.sections if section.kind in FULL}
    if not fits:
        return fits
    leaf = replace(galley, sections=tuple(one for one in galley.sections if one.id in fits), navigation=())
    while True:
        laid_out, facts = lay(fitted(leaf, fits))
        pages = _pages(facts)
        full = [id for id, one in fits.items() if pages[id] > 1 and one.tightness < TIGHTEST]
        if not full:
            break
        for id in full:
            fits[id] = replace(fits[id], tightness=fits[id].tightness + 1)
    for id, one in fits.items():
        if one.tightness and pages[id] == 1:
            index = next(page.index for page in facts.pages if page.section == id)
            fits[id] = replace(one, rest=room_below(laid_out, index))
    return fits


def fitted(galley: Galley, fits: Fits) -> Galley:
    """The galley with the classes ``tight tight-N`` on the sections that need them."""
    return replace(galley, sections=tuple(_tightened(section, fits.get(section.id)) for section in galley.sections))


def _tightened(section: Section, fit: Fit | None) -> Section:
    if fit is None or not fit.tightness:
        return section
    marked = f'class="tight tight-{fit.tightness} '
    if fit.rest:
        marked = f'style="--rest:{fit.rest:.1f}pt" {marked}'
    return replace(section, html=section.html.replace('class="', marked, 1))


def overfull(facts: PageFacts, fits: Fits) -> Iterator[Diagnostic]:
    """What is still longer than its page."""
    pages = _pages(facts)
    for id, one in fits.items():
        if pages[id] > 1:
            yield FULL[one.kind].at(BOOK_FILE, pages=pages[id])


def _pages(facts: PageFacts) -> Counter[str]:
    return Counter(page.section for page in facts.pages if not page.blank)
