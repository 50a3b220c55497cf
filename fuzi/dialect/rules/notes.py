"""Notes: calls ``[^key]`` and notes written in the line ``^[text]``; definitions come from the footnote plugin."""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from fuzi.dialect.rules.offset import offset_of

_CALL = re.compile(r"\[\^([^\[\]\n]+)\]")


def note_call(state: StateInline, silent: bool) -> bool:
    """``[^key]``, defined or not: whether there is such a note is known only when the whole file is read.

    It stands before the link rule, so that ``[^1](见前)`` is a call and a bracket, not a link.
    """
    if state.src[state.pos] != "[":
        return False
    match = _CALL.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("note_call", "", 0)
        token.content = match.group(1)
        token.markup = match.group(0)
    state.pos = match.end()
    return True


def note_inline(state: StateInline, silent: bool) -> bool:
    """``^[text]``: the text is parsed with its own offset, so that its places are right."""
    start, end = state.pos, state.posMax
    if not state.src.startswith("^[", start):
        return False
    label_end = parseLinkLabel(state, start + 1)
    if label_end < 0:
        return False
    if not silent:
        children: list[Token] = []
        content = state.src[start + 2 : label_end]
        offset = offset_of(state) + start + 2
        state.md.inline.parse(content, state.md, {**state.env, "offset": offset}, children)
        token = state.push("note_inline", "", 0)
        token.content = content
        token.children = children
    state.pos = label_end + 1
    state.posMax = end
    return True
