"""Where the text that a rule works on begins in the text of its block."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline


def offset_of(state: StateInline) -> int:
    """The offset that our own inline state carries; 0 for the text of the block itself."""
    offset = state.env.get("offset", 0)
    return offset if isinstance(offset, int) else 0
