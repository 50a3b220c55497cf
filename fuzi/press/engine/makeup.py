"""Page make-up: a chapter does not end in a page of a few lines where its paragraphs can be run in or out to help it
(CLREQ, 孤行)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from weasyprint import layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page as engine_page

from fuzi.model.product import PageFacts
from fuzi.model.source import Place
from fuzi.press.composition import Widths, can_run
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.grid import row_of
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.plans import Plan

MAKE_ALL_PAGES = "b5e4034894841caa"

FEWEST = 5
"""Lines that the last page of a chapter should have."""

LONGEST = 2000
"""Sorts of a paragraph beyond which it is left alone."""

REACHES = (1, 2, 4)
"""How many pages before the last one are asked for paragraphs to run in or out, one after the other."""

FORCED = ("page", "recto", "verso", "left", "right")


def install() -> None:
    """Put the make-up in place, once per process."""
    original = layout.make_all_pages
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, MAKE_ALL_PAGES)

    def make_all_pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        if pages:  # repagination for page numbers: the lines are settled
            yield from original(context, root_box, html, pages)
        else:
            yield from _MakeUp(context, root_box, html).pages()

    make_all_pages.corrected_by_fuzi = True  # type: ignore[attr-defined]
    layout.make_all_pages = make_all_pages


class _MakeUp:
    """Makes the pages of a document one after another, and the end of a section once more when that mends it."""

    def __init__(self, context: Any, root_box: Any, html: Any) -> None:
        self.context = context
        self.root_box = root_box
        self.html = html
        self.made: list[Any] = []
        self.states: list[Any] = []

    def pages(self) -> list[Any]:
        """All pages of the document."""
        self.context.rendered_notes = []
        while True:
            resume_at = self._make()
            done = resume_at is None and not self.context.reported_footnotes
            if done or self._section_ends():
                self._mend()
                resume_at = self.context.page_maker[len(self.made)][0]
            if resume_at is None and not self.context.reported_footnotes:
                self.context.page_maker = self.context.page_maker[: len(self.made) + 1]
                self.context.broken_out_of_flow.clear()
                self.context.reported_footnotes.clear()
                return self.made

    def _make(self) -> Any:
        """Make the next page."""
        index = len(self.made)
        context = self.context
        self.states.append(
            (context.footnotes.copy(), context.reported_footnotes.copy(), dict(context.broken_out_of_flow))
        )
        remake_state = context.page_maker[index][-1]
        remake_state.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
        page, resume_at = engine_page.remake_page(index, context, self.root_box, self.html)
        self.made.append(page)
        return resume_at

    def _back_to(self, index: int) -> None:
        """Forget the pages from this one on."""
        footnotes, reported, broken = self.states[index]
        self.context.footnotes = footnotes.copy()
        self.context.reported_footnotes = reported.copy()
        self.context.broken_out_of_flow = dict(broken)
        del self.made[index:], self.states[index:]

    def _section_ends(self) -> bool:
        """Whether the page just made is followed by a forced break."""
        return self.context.page_maker[len(self.made)][1]["break"] in FORCED

    def _mend(self) -> None:
        """Mend the last page just made when it has too few lines, or leave it as it is."""
        last = len(self.made) - 1
        first = self._first_of_section(last)
        rows = self._rows(last) if first < last else 0
        if not 0 < rows < FEWEST:
            return
        tried: list[list[Any]] = []
        for reach in REACHES:
            start = max(first, last - reach)
            for step, wanted in ((1, rows), (-1, FEWEST - rows)):
                pages = self.made[start:last] if step > 0 else self.made[start : last + 1]
                chosen = _candidates(pages, step)[:wanted]
                if len(chosen) < wanted or chosen in tried:
                    continue
                tried.append(chosen)
                if self._try(chosen, step, start, last):
                    return
            if start == first:
                return

    def _first_of_section(self, last: int) -> int:
        """The page that the section of the page ``last`` begins on, but not farther back than we reach."""
        first = last
        while first > max(0, last - REACHES[-1]) and self.context.page_maker[first][1]["break"] == "any":
            first -= 1
        return first

    def _try(self, chosen: list[Any], step: int, start: int, last: int) -> bool:
        """Run the chosen paragraphs one line shorter (1) or longer (-1); undo it when the end is no better."""
        for paragraph in chosen:
            paragraph.fuzi_run = step
            paragraph.fuzi_plan = None
        self._back_to(start)
        self._make()
        while not self._ends_here() and len(self.made) <= last:
            self._make()
        if self._ends_here() and self._rows(len(self.made) - 1) >= FEWEST:
            return True
        for paragraph in chosen:
            paragraph.fuzi_run = 0
            paragraph.fuzi_plan = None
        self._back_to(start)
        while len(self.made) <= last:
            self._make()
        return False

    def _rows(self, index: int) -> int:
        return rows_taken(self.made[index], row_of(self.root_box.style))

    def _ends_here(self) -> bool:
        resume_at = self.context.page_maker[len(self.made)][0]
        return self._section_ends() or (resume_at is None and not self.context.reported_footnotes)


def rows_taken(page: Any, row: float) -> int:
    """Rows of the type area that the running text of a page takes; 0 when there is none, or no grid (``row`` 0, in px).

    Notes count when they are many: such a page is not nearly empty, however few lines of text stand over them.
    """
    pieces = list(_pieces(page))
    if not row or not pieces:
        return 0
    text = max(float(piece.position_y + piece.height) for piece in pieces) - float(page.content_box_y())
    areas = [child for child in page.children if isinstance(child, boxes.FootnoteAreaBox) and child.children]
    notes = math.ceil(sum(float(area.margin_height()) for area in areas) / row)
    return round(text / row) + (notes if notes >= FEWEST else 0)


def short_ends(laid_out: LaidOut, facts: PageFacts) -> Iterator[tuple[int, int, Place | None]]:
    """Sections of more than one page that still end in a page of too few lines, because nothing more could be done.

    Index of the page, its rows, and the place of its last paragraph of running text; pages without any are left out.
    """
    pages = facts.pages
    for before, page, after in zip(pages, pages[1:], (*pages[2:], None), strict=False):
        if page.section != before.section or (after is not None and after.section == page.section):
            continue
        box = laid_out.document.pages[page.index]._page_box
        rows = rows_taken(box, row_of(box.children[0].style))
        own = [line for line in facts.lines if line.page == page.index and line.body]
        if 0 < rows < FEWEST and own:
            yield page.index, rows, own[-1].place


def _pieces(box: Any) -> Iterator[Any]:
    """The lines and the pictures of the running text below a box."""
    for child in box.children:
        if isinstance(child, boxes.LineBox | boxes.ReplacedBox):
            yield child
        elif isinstance(child, boxes.ParentBox) and not isinstance(child, boxes.FootnoteAreaBox | boxes.MarginBox):
            yield from _pieces(child)


def _candidates(pages: list[Any], step: int) -> list[Any]:
    """Line boxes of paragraphs that begin on these pages and can run one line shorter or longer, the cheapest first."""
    found: list[tuple[float, int, Any]] = []
    for number, line in enumerate(piece for page in pages for piece in _pieces(page)):
        origin = getattr(line, "origin", None)
        plan: Plan | None = getattr(origin, "fuzi_plan", None)
        if plan is None or line.number != 0 or not _runs(plan, line, step):
            continue
        widths = Widths(plan.width, (plan.width - plan.indent,))
        price = can_run(plan.reading.paragraph, widths, len(plan.lines) - step, plan.start)
        if price is not None:
            found.append((price, number, origin))
    return [origin for _, _, origin in sorted(found, key=lambda item: item[:2])]


def _runs(plan: Plan, line: Any, step: int) -> bool:
    """Whether a paragraph is of the kind that is run in or out: justified, whole, and of more than one line."""
    paragraph = plan.reading.paragraph
    whole = plan.start == paragraph.skip_spaces(0) and len(paragraph) < LONGEST
    return whole and len(plan.lines) - step >= 1 and len(plan.lines) > 1 and line.style["text_align_all"] == "justify"
