"""Page make-up: a chapter does not end in a page of a few lines where its paragraphs can be run in or out to help it
(CLREQ, 孤行)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page as engine_page

from fuzi.press.composition import Widths, can_run
from fuzi.press.engine.grid import row_of
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.plans import Plan

MAKE_ALL_PAGES = "b5e4034894841caa"

FEWEST = 5
"""Lines that the last page of a chapter should have."""

LONGEST = 2000
"""Sorts of a paragraph beyond which it is left alone."""

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
        if last < 1 or self.context.page_maker[last][1]["break"] != "any":
            return
        rows = self._rows(last)
        if not 0 < rows < FEWEST:
            return
        for step, wanted in ((1, rows), (-1, FEWEST - rows)):
            chosen = _candidates(self.made[last - 1], step)[:wanted]
            if len(chosen) == wanted and self._try(chosen, step, last):
                return

    def _try(self, chosen: list[Any], step: int, last: int) -> bool:
        """Run the chosen paragraphs one line shorter (1) or longer (-1); undo it when the end is no better."""
        for paragraph in chosen:
            paragraph.fuzi_run = step
            paragraph.fuzi_plan = None
        self._back_to(last - 1)
        self._make()
        if not self._section_ends() and self.context.page_maker[last][0] is not None:
            self._make()
        good = self._ends_here() and (len(self.made) == last or self._rows(last) >= FEWEST)
        if good:
            return True
        for paragraph in chosen:
            paragraph.fuzi_run = 0
            paragraph.fuzi_plan = None
        self._back_to(last - 1)
        self._make()
        self._make()
        return False

    def _rows(self, index: int) -> int:
        """Rows of the type area that the running text of a page takes; 0 when the book has no grid."""
        page = self.made[index]
        row = row_of(self.root_box.style)
        lines = list(_lines(page))
        if not row or not lines:
            return 0
        bottom = max(float(line.position_y + line.height) for line in lines)
        return round((bottom - float(page.content_box_y())) / row)

    def _ends_here(self) -> bool:
        resume_at = self.context.page_maker[len(self.made)][0]
        return self._section_ends() or (resume_at is None and not self.context.reported_footnotes)


def _lines(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield child
        elif isinstance(child, boxes.ParentBox) and not isinstance(child, boxes.FootnoteAreaBox | boxes.MarginBox):
            yield from _lines(child)


def _candidates(page: Any, step: int) -> list[Any]:
    """Line boxes of paragraphs that begin on the page and can run one line shorter or longer, the cheapest first."""
    found: list[tuple[float, int, Any]] = []
    for number, line in enumerate(_lines(page)):
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
