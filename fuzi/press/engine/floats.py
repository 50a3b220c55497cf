"""A float that was torn at the foot of a page is forgotten when its paragraph goes over to the next page as a whole."""

from __future__ import annotations

from typing import Any

from weasyprint.layout import block

from fuzi.press.engine.guard import require_source

BREAK_LINE = "2b92255d94ab45f7"


def install() -> None:
    """Put the correction in place, once per process.

    To keep widows and orphans together the engine takes back a whole paragraph. It forgets the float in the line that
    did not fit, but not those in the lines before it: their rest would be drawn once more on the next page.
    """
    original = block._break_line
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, BREAK_LINE)

    def break_line(context: Any, box: Any, line: Any, new_children: list[Any], *rest: Any) -> Any:
        abort, stop, resume_at = original(context, box, line, new_children, *rest)
        if abort:
            for child in new_children:
                for inner in child.descendants(placeholders=True):
                    context.broken_out_of_flow.pop(inner, None)
        return abort, stop, resume_at

    break_line.corrected_by_fuzi = True  # type: ignore[attr-defined]
    block._break_line = break_line
