"""Blocks that are as wide as their lines (verse, couplets): wide enough for what stands in them, readings too."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, preferred

from fuzi.press.engine.guard import require_source
from fuzi.press.engine.places import classes
from fuzi.press.engine.shaping import word

BLOCK_BOX_LAYOUT = "a6279066e3d9ff7d"
FITS = ("none", "lines", "beside", "heads")
"""Values of ``--fit``: a block that is at least as wide as its longest line; what stands at the right edge of such a
block before it, and goes over it to the left where it is longer; entries whose text begins behind the longest head."""

HEAD = "entry-head"
"""Class of who speaks in an entry, or when it was."""

FINE = 0.01
"""px that nobody sees."""


def install() -> None:
    """Put the widths in place, once per process."""
    original = block.block_box_layout
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, BLOCK_BOX_LAYOUT)

    def block_box_layout(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any, *rest: Any
    ) -> Any:
        how = word(box.style, "__fit", FITS, "none")
        if how == "lines":
            _widen(context, box, containing_block)
        elif how == "beside":
            _align(context, box, containing_block)
        elif how == "heads":
            _bring_in(context, box)
        return original(context, box, bottom_space, skip_stack, containing_block, *rest)

    block_box_layout.corrected_by_fuzi = True  # type: ignore[attr-defined]
    block.block_box_layout = block_box_layout


def _widen(context: Any, box: Any, containing_block: Any) -> None:
    """The style reckons the width from the characters; readings, notes in two rows and other fonts take another."""
    widest = max((preferred.max_content_width(context, child) for child in box.children), default=0.0)
    box.min_width = max(box.min_width, min(widest, containing_block.width))
    if widest > containing_block.width:
        _unspread(box)
    context.fuzi_fitted = max(widest, 0.0 if box.width == "auto" else box.width)


def _unspread(box: Any) -> None:
    """A line of verse that is turned over must not have its last words spread over the measure."""
    for inner in box.descendants():
        if inner.style["text_align_last"] == "justify":
            inner.style["text_align_last"] = "auto"


def _align(context: Any, box: Any, containing_block: Any) -> None:
    room = containing_block.width
    fitted = min(room, getattr(context, "fuzi_fitted", 0.0))
    own = preferred.max_content_width(context, box, outer=False)
    box.padding_right = max(0.0, min(box.padding_right, (room - fitted) / 2, room - own))


def _bring_in(context: Any, box: Any) -> None:
    """Heads whose readings make them wider than the style reckons would put their first lines out of line."""
    heads = [
        (unit, first, head)
        for unit in box.children
        for first in unit.children[:1]
        for line in getattr(first, "children", ())[:1]
        for head in getattr(line, "children", ())[:1]
        if HEAD in classes(head.element)
    ]
    for _, _, head in heads:
        if not any(inner.element_tag == "rt" for inner in head.descendants()):
            continue
        least = head.style["min_width"].value
        characters = sum(len(inner.text) for inner in head.descendants() if _is_base(inner))
        if characters * head.style["font_size"] <= least + FINE:  # a longer one reaches into its line anyway
            widest = preferred.max_content_width(context, head)
            if widest > least + FINE:
                _hang(heads, widest)


def _is_base(box: Any) -> bool:
    return isinstance(box, boxes.TextBox) and box.element_tag != "rt"


def _hang(heads: list[tuple[Any, Any, Any]], width: float) -> None:
    for unit, first, head in heads:
        for style, name, value in (
            (unit.style, "margin_left", width),
            (head.style, "min_width", width),
            *((box.style, "text_indent", -width) for box in (first, *first.children)),
        ):
            style[name] = style[name]._replace(value=value, unit="px")
