"""Lets the numbers of pages begin anew at the body, which WeasyPrint can do only for pages of one name."""

from __future__ import annotations

from typing import Any

from weasyprint.layout import page

from fuzi.press.engine.guard import require_source

RESTART = "data-restart-folios"
"""The page on which an element with this attribute begins is page 1."""

MAKE_PAGE = "656f183328e8b1b5"


def install() -> None:
    """Put the correction in place, once per process."""
    original = page.make_page
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, MAKE_PAGE)

    def make_page(
        context: Any, root_box: Any, page_type: Any, resume_at: Any, page_number: int, page_state: Any
    ) -> Any:
        if not page_type.blank and _restarts(root_box, resume_at):
            page_state[1]["page"] = [0]  # the engine adds one for this page
        return original(context, root_box, page_type, resume_at, page_number, page_state)

    make_page.corrected_by_fuzi = True  # type: ignore[attr-defined]
    page.make_page = make_page


def _restarts(root_box: Any, resume_at: Any) -> bool:
    """True when the page that resumes at ``resume_at`` begins with the first content of a marked element."""
    box = root_box
    step = resume_at
    while step:
        if len(step) != 1 or not hasattr(box, "children"):
            return False
        ((index, step),) = step.items()
        if index >= len(box.children):
            return False
        box = box.children[index]
    while True:
        if box.element is not None and box.element.get(RESTART) is not None:
            return True
        if not getattr(box, "children", ()):
            return False
        box = box.children[0]
