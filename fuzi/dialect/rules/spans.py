"""Marks of the book trade on a stretch of text: ``[…]{.着重}`` and ruby ``{付梓|fù zǐ}``."""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from fuzi.dialect.rules.names import kind_of
from fuzi.dialect.rules.offset import offset_of
from fuzi.dialect.rules.slips import push_slip, slip_behind_label

_CLASSES = re.compile(r"\{[ \t]*((?:\.[^\s{}.#=]+[ \t]*)+)\}")
_RUBY = re.compile(r"\{((?:\\.|[^\\{}|\n])+)\|([^{}|\n]*)\}")


def span(state: StateInline, silent: bool) -> bool:
    """``[text]{.name}``: pushes ``mark_open`` (``kind`` in ``meta``), the tokens of the text, and ``mark_close``.

    Of several names (``{.专名 .着重}``) the first is the outermost mark. A name that is none of ours leaves everything
    as it stands; ``mark_unknown`` with no content tells the reader, ``slip`` that there are no names at all.
    """
    start, end = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    label_end = parseLinkLabel(state, start)
    if label_end < 0:
        return False
    match = _CLASSES.match(state.src, label_end + 1, end)
    if match is None:
        if not silent:
            push_slip(state, slip_behind_label(state.src, start, label_end + 1, end))
        return False
    names = dict.fromkeys(match.group(1).replace(".", " ").split())
    unknown = next((name for name in names if kind_of(name) is None), "")
    if unknown:
        if not silent:
            state.push("mark_unknown", "", 0).content = unknown
        return False
    if not silent:
        kinds = list(dict.fromkeys(map(kind_of, names)))
        for kind in kinds:
            state.push("mark_open", "", 1).meta["kind"] = kind
        state.pos, state.posMax = start + 1, label_end
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        for _ in kinds:
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
