"""Keeps footnotes whole, in order and on the page of their calls: corrections of WeasyPrint 70, without which notes
vanish, wander to the next page or the next chapter, or change places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint import layout
from weasyprint.layout import LayoutContext, block, page

from fuzi.press.engine.guard import corrected

LINEBOX_LAYOUT = "e07bbe000974787e"
REMAKE_PAGE = "1ff09b2dffa17839"
UPDATE_AREA = "2e317e4b066fb80c"

_FULL = "overflow = last_child_bottom > footnote_area_bottom"
_FULL_CORRECTED = "overflow = last_child_bottom > footnote_area_bottom + .01"
_REPORT = "report = not context.in_column and can_break_now and not could_break_before"
_BLANK = "(context.reported_footnotes and resume_at is None))"
_BLANK_CORRECTED = """(context.reported_footnotes and (
            resume_at is None or
            index > 0 and next_page['break'] in ('page', 'left', 'right', 'recto', 'verso'))))"""


def install() -> None:
    """Put the corrections in place, once per process."""
    _keep_notes_on_their_page()
    _keep_notes_in_their_section()
    _keep_notes_in_order()
    _keep_notes_with_their_calls()


def _keep_notes_on_their_page() -> None:
    """To win room for one more line the engine moves notes to the next page, and then forgets the notes of that line.

    A paragraph that does not fit goes to the next page instead, as a compositor would have it.
    """
    if not hasattr(block._linebox_layout, "corrected_by_fuzi"):
        block._linebox_layout = corrected(block._linebox_layout, LINEBOX_LAYOUT, block, _REPORT, "report = False")


def _keep_notes_in_their_section() -> None:
    """Notes that are left over at the end of a section get a page of their own, not the first page of the next one."""
    if not hasattr(page.remake_page, "corrected_by_fuzi"):
        page.remake_page = corrected(page.remake_page, REMAKE_PAGE, page, _BLANK, _BLANK_CORRECTED)


def _keep_notes_in_order() -> None:
    """Moving notes on and taking them back mixes them up: each page sorts its notes by their calls."""
    if hasattr(LayoutContext._update_footnote_area, "corrected_by_fuzi"):
        return
    # The engine compares heights that were added up in different orders: at some trims a last binary digit would make
    # every note overfull, and a table that holds one would lose its head and the note.
    original = corrected(LayoutContext._update_footnote_area, UPDATE_AREA, layout, _FULL, _FULL_CORRECTED)

    def update_footnote_area(context: Any) -> Any:
        context.current_page_footnotes.sort(key=_order(context))
        return original(context)

    update_footnote_area.corrected_by_fuzi = True  # type: ignore[attr-defined]
    LayoutContext._update_footnote_area = update_footnote_area

    make_page = page.make_page

    def make_page_in_order(context: Any, *rest: Any) -> Any:
        context.reported_footnotes.sort(key=_order(context))
        return make_page(context, *rest)

    make_page_in_order.corrected_by_fuzi = True  # type: ignore[attr-defined]
    page.make_page = make_page_in_order


def _keep_notes_with_their_calls() -> None:
    """Rows of a table that are taken back leave their notes behind: those wait for their calls again."""
    original = page.block_level_layout
    if hasattr(original, "corrected_by_fuzi"):
        return

    def lay_out_page(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        carried_over = {id(note) for note in context.current_page_footnotes}
        laid_out = original(context, box, *rest, **named)
        if box.is_for_root_element:
            _take_back(context, laid_out[0], carried_over)
        return laid_out

    lay_out_page.corrected_by_fuzi = True  # type: ignore[attr-defined]
    page.block_level_layout = lay_out_page


def _take_back(context: Any, root: Any, carried_over: set[int]) -> None:
    """Return the notes whose calls do not stand on the page to those that are still to come."""
    notes = [*context.current_page_footnotes, *context.reported_footnotes]
    if root is None or not notes:
        return
    called = carried_over | {id(box.footnote) for box in root.descendants() if box.footnote}
    for note in notes:
        if id(note) not in called:
            context.unlayout_footnote(note)


def _order(context: Any) -> Callable[[Any], int]:
    """The order of the notes in the document: that in which the engine holds them before the first page."""
    if not hasattr(context, "note_order"):
        context.note_order = {id(note): number for number, note in enumerate(context.footnotes)}
    places: dict[int, int] = context.note_order
    return lambda note: places.get(id(note), len(places))
