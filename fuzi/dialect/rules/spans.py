"""Marks of the book trade on a stretch of text: ``[…]{.着重}`` and ruby ``{付梓|fù zǐ}``."""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from fuzi.dialect.rules.offset import offset_of
from fuzi.model.inline import MarkKind

NAMES: dict[MarkKind, tuple[str, ...]] = {
    MarkKind.DOTS: ("着重", "着重号", "着重號"),
    MarkKind.NAME: ("专名", "专名号", "專名", "專名號"),
    MarkKind.TITLE: ("书名", "书名号", "書名", "書名號"),
    MarkKind.WARICHU: ("夹注", "夾注"),
    MarkKind.SUPERSCRIPT: ("上标", "上標"),
    MarkKind.SUBSCRIPT: ("下标", "下標"),
    MarkKind.FRACTION: ("分数", "分數"),
    MarkKind.CIRCLED: ("圈", "圈码", "圈碼"),
    MarkKind.SIDE: ("旁注", "旁註"),
}
"""The marks and their Chinese names; the first is the one that is written."""

_KINDS = {name: kind for kind, names in NAMES.items() for name in (kind.value, *names)}
_CLASS = re.compile(r"\{[ \t]*\.([^\s{}.#=]+)[ \t]*\}")
_RUBY = re.compile(r"\{((?:\\.|[^\\{}|\n])+)\|([^{}|\n]*)\}")


def kind_of(name: str) -> MarkKind | None:
    """The mark of this name."""
    return _KINDS.get(name)


def span(state: StateInline, silent: bool) -> bool:
    """``[text]{.name}``: pushes ``mark_open`` (``kind`` in ``meta``), the tokens of the text, and ``mark_close``.

    A name that is none of ours leaves everything as it stands; ``mark_unknown`` with no content tells the reader.
    """
    start, end = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    label_end = parseLinkLabel(state, start)
    if label_end < 0:
        return False
    match = _CLASS.match(state.src, label_end + 1, end)
    if match is None:
        return False
    kind = kind_of(match.group(1))
    if kind is None:
        if not silent:
            state.push("mark_unknown", "", 0).content = match.group(1)
        return False
    if not silent:
        state.push("mark_open", "", 1).meta["kind"] = kind
        state.pos, state.posMax = start + 1, label_end
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("mark_close", "", -1)
    state.pos, state.posMax = match.end(), end
    return True


def ruby(state: StateInline, silent: bool) -> bool:
    """``{base|readings}``: pushes ``ruby`` with the tokens of the base as children.

    ``readings`` in its ``meta`` are pairs of a reading and where in the block's text it stands.
    """
    match = _RUBY.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if match is None:
        return False
    if not silent:
        offset = offset_of(state)
        children: list[Token] = []
        environment = {**state.env, "offset": offset + match.start(1)}
        state.md.inline.parse(match.group(1), state.md, environment, children)
        token = state.push("ruby", "", 0)
        token.content, token.markup, token.children = match.group(1), match.group(0), children
        found = re.finditer(r"\S+", match.group(2))
        token.meta["readings"] = [(one.group(), offset + match.start(2) + one.start()) for one in found]
    state.pos = match.end()
    return True
