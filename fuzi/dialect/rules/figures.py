"""Pictures ``![alt](file "caption")``, with the caption kept as Markdown so that it may hold marks and notes."""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_by_reference
from markdown_it.token import Token

from fuzi.dialect.rules.offset import offset_of

_SPACE = re.compile(r"[ \t\n]*")


def image(state: StateInline, silent: bool) -> bool:
    """As in CommonMark, but the caption is kept unread, with its offset in ``meta``."""
    start, end = state.pos, state.posMax
    if not state.src.startswith("![", start):
        return False
    label_end = parseLinkLabel(state, start + 1, False)
    if label_end < 0:
        return False
    if not state.src.startswith("(", label_end + 1, end):
        return image_by_reference(state, silent)
    found = _target_and_title(state, label_end + 2)
    if found is None:
        return False
    target, title_start, title_end, stop = found
    if not silent:
        children: list[Token] = []
        alternative = state.src[start + 2 : label_end]
        state.md.inline.parse(alternative, state.md, state.env, children)
        token = state.push("image", "img", 0)
        token.attrs = {"src": target}
        token.content = alternative
        token.children = children
        token.meta["caption"] = state.src[title_start:title_end]
        token.meta["caption_at"] = offset_of(state) + title_start
    state.pos = stop
    state.posMax = end
    return True


def _target_and_title(state: StateInline, begin: int) -> tuple[str, int, int, int] | None:
    """Target, start and end of the title between its quotes, and the position after the bracket."""
    source, end = state.src, state.posMax
    position = _skip_space(source, begin, end)
    target = parseLinkDestination(source, position, end)
    after_target = target.pos if target.ok else position
    position = _skip_space(source, after_target, end)
    title = parseLinkTitle(source, position, end)
    title_start = title_end = position
    if title.ok and position > after_target:
        title_start, title_end = position + 1, title.pos - 1
        position = _skip_space(source, title.pos, end)
    if position >= end or source[position] != ")":
        return None
    return (target.str if target.ok else ""), title_start, title_end, position + 1


def _skip_space(source: str, begin: int, end: int) -> int:
    match = _SPACE.match(source, begin, end)
    return match.end() if match else begin
