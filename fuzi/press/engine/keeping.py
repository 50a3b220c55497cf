"""Says when a table that should stay whole is divided after all: rather that than a heading alone on its page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.block import avoid_page_break

BLANK = 1 / 3
"""Share of the type area that may stay blank below the caption of a table that goes to the next page whole."""


def held_back(context: Any, box: Any, bottom: float, depth: float) -> bool:
    """Whether a table that was just found not to fit would leave too much of its page blank.

    ``bottom`` is where the page ends, ``depth`` the height of the type area (px). What stands before the table, its
    caption and a heading, is bound to it and would stay behind alone where it begins the page.
    """
    kept = isinstance(box, boxes.TableBox) and avoid_page_break(box.style["break_inside"], context)
    return kept and bottom - float(box.position_y) > BLANK * depth > 0


@contextmanager
def divisible(box: Any) -> Iterator[None]:
    """Let a box be broken between its children for once."""
    style = box.style
    box.style = style.copy()
    box.style["break_inside"] = "auto"
    try:
        yield
    finally:
        box.style = style
