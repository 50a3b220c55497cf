"""The states and parsers of markdown-it with what we need more: positions of inline tokens, and safe nesting."""

from __future__ import annotations

from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from fuzi.dialect.rules.emphasis import scan_run

BLOCK_LEVELS = 64
"""How deep lists, quotations, containers and notes may stand in one another: below the recursion limit of Python and of
the page engine, above what any book needs."""

_BRACKET_LEVELS = 40
_PARSE_LEVELS = 8


class Scan(StateInline):
    """The inline state, which notes in ``meta["at"]`` where in the block's text each token begins.

    ``offset`` is where the text of this state begins in the text of the block (0 unless a note in the line or a
    caption is read).
    """

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        self.offset: int = env.get("offset", 0)
        self._pending_from = -1
        super().__init__(src, md, env, tokens)

    def append_pending(self, text: str) -> None:
        """Note where the run of plain text begins."""
        if self._pending_from < 0:
            self._pending_from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - name of the library
        """Plain text is copied from the source without a change, so its start is enough."""
        token = super().pushPending()
        token.meta["at"] = self.offset + self._pending_from
        self._pending_from = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Every other token begins where the rule stands."""
        token = super().push(ttype, tag, nesting)
        self._pending_from = -1
        token.meta["at"] = self.offset + self.pos
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - names of the library
        """What a run of ``*`` or ``_`` can do; see the emphasis rule."""
        return scan_run(self.src, start, self.posMax, inside_words=canSplitWord)


class InlineParser(ParserInline):
    """Parses with our state; brackets and pictures in one another stop at a limit and are text beyond it."""

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - name of the library
        """At the limit the rest cannot be a link label; nothing is lost, its characters stay text."""
        if state.level >= _BRACKET_LEVELS and state.pos not in state.cache:
            state.cache[state.pos] = state.posMax
        super().skipToken(state)

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse the text of one block, of a caption or of a note in the line."""
        depth = env.get("parse_depth", 0)
        state = Scan(src, md, env, tokens)
        if depth >= _PARSE_LEVELS:
            state.append_pending(src)
            state.pushPending()
            return tokens
        env["parse_depth"] = depth + 1
        try:
            self.tokenize(state)
        finally:
            env["parse_depth"] = depth
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class BlockParser(ParserBlock):
    """Parses blocks down to ``BLOCK_LEVELS``; what is deeper becomes plain paragraphs, with its line noted."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - names of the library
        """Parse the lines of one list item, quotation, container or of the whole file."""
        depth = state.env.get("depth", 0)
        if depth > BLOCK_LEVELS:
            _as_paragraphs(state, startLine, endLine)
            return
        state.env["depth"] = depth + 1
        try:
            super().tokenize(state, startLine, endLine)
        finally:
            state.env["depth"] = depth


def _as_paragraphs(state: StateBlock, start_line: int, end_line: int) -> None:
    state.env.setdefault("too_deep", start_line)
    line = start_line
    while True:
        line = state.skipEmptyLines(line)
        if line >= end_line or (line > start_line and state.sCount[line] < state.blkIndent):
            break
        last = line + 1
        while last < end_line and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
            last += 1
        state.push("paragraph_open", "p", 1).map = [line, last]
        token = state.push("inline", "", 0)
        token.content = mdTrim(state.getLines(line, last, state.blkIndent, False))
        token.map = [line, last]
        token.children = []
        state.push("paragraph_close", "p", -1)
        line = last
    state.line = max(line, start_line + 1) if line < end_line else end_line
