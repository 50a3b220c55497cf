"""Keeps footnotes whole and in order: three corrections of WeasyPrint 70, without which notes vanish, land in the next
chapter or change places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.layout import LayoutContext, block, page

from fuzi.press.engine.guard import corrected, require_source

LINEBOX_LAYOUT = "e07bbe000974787e"
REMAKE_PAGE = "1ff09b2dffa17839"
UPDATE_AREA = "2e317e4b066fb80c"

_BLANK = "(context.reported_footnotes and resume_at is None))"
_BLANK_CORRECTED = """(context.reported_footnotes and (
            resume_at is None or
            index > 0 and next_page['break'] in ('page', 'left', 'right', 'recto', 'verso'))))"""


def install() -> None:
    """Put the corrections in place, once per process."""
    _keep_notes_of_last_line()
    _keep_notes_in_their_section()
    _keep_notes_in_order()


def _keep_notes_of_last_line() -> None:
    """When moving earlier notes on makes room for the last line of a page, the engine forgets that line's own notes."""
    original = block._linebox_layout
    if getattr(original, "corrected_by_fuzi", False):
        return
    require_source(original, LINEBOX_LAYOUT)

    def linebox_layout(context: Any, box: Any, index: Any, child: Any, new_children: Any, *rest: Any) -> Any:
        result = original(context, box, index, child, new_children, *rest)
        abort, stop, new_notes = result[0], result[1], result[4]
        if stop and not abort and context.footnotes and new_children:
            for descendant in new_children[-1].descendants():
                if descendant.footnote is not None and descendant.footnote in context.footnotes:
                    context.layout_footnote(descendant.footnote)
                    context.report_footnote(descendant.footnote)
                    new_notes.append(descendant.footnote)
        return result

    linebox_layout.corrected_by_fuzi = True  # type: ignore[attr-defined]
    block._linebox_layout = linebox_layout


def _keep_notes_in_their_section() -> None:
    """Notes that are left over at the end of a section get a page of their own, not the first page of the next one."""
    original = page.remake_page
    if getattr(original, "corrected_by_fuzi", False):
        return
    remake_page = corrected(original, REMAKE_PAGE, page, _BLANK, _BLANK_CORRECTED)
    remake_page.corrected_by_fuzi = True  # type: ignore[attr-defined]
    page.remake_page = remake_page


def _keep_notes_in_order() -> None:
    """Moving notes on and taking them back mixes them up: each page sorts its notes by their calls."""
    original = LayoutContext._update_footnote_area
    if getattr(original, "corrected_by_fuzi", False):
        return
    require_source(original, UPDATE_AREA)

    def update_footnote_area(context: Any) -> Any:
        order = _order(context)
        context.current_page_footnotes.sort(key=order)
        return original(context)

    update_footnote_area.corrected_by_fuzi = True  # type: ignore[attr-defined]
    LayoutContext._update_footnote_area = update_footnote_area

    make_page = page.make_page

    def make_page_in_order(context: Any, *rest: Any) -> Any:
        context.reported_footnotes.sort(key=_order(context))
        return make_page(context, *rest)

    page.make_page = make_page_in_order


def _order(context: Any) -> Callable[[Any], int]:
    """The order of the notes in the document: that in which the engine holds them before the first page."""
    if not hasattr(context, "note_order"):
        context.note_order = {id(note): number for number, note in enumerate(context.footnotes)}
    places: dict[int, int] = context.note_order
    return lambda note: places.get(id(note), len(places))
