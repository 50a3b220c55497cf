"""Raw HTML is not a mark of ours: tags stay as text and are reported, comments are left out and reported."""

from __future__ import annotations

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline


def html_inline(state: StateInline, silent: bool) -> bool:
    """``<tag>`` becomes an ``html_text`` token, ``<!-- … -->`` a ``comment`` token."""
    source, start, end = state.src, state.pos, state.posMax
    if source[start] != "<":
        return False
    if source.startswith("<!--", start):
        stop = source.find("-->", start + 4)
        closed = stop >= 0 and stop + 3 <= end
        stop = stop + 3 if closed else start + 4
        kind = "comment" if closed else "html_text"
    else:
        match = HTML_TAG_RE.match(source, start)
        if match is None or match.end() > end:
            return False
        stop, kind = match.end(), "html_text"
    if not silent:
        state.push(kind, "", 0).content = source[start:stop]
    state.pos = stop
    return True


def comment_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A comment that begins a line, with blank lines in it or not.

    It ends a paragraph only when it holds a blank line; otherwise the inline rule takes it, so that a comment inside
    a paragraph does not tear it. Text after ``-->`` is left for the rules that follow.
    """
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("<!--", begin):
        return False
    found = _end_of_comment(state, start_line, end_line, begin + 4)
    if found is None:
        return False
    last, stop = found
    if silent:
        return any(state.isEmpty(line) for line in range(start_line, last))
    rest = bool(state.src[stop : state.eMarks[last]].strip())
    if rest and last == start_line:
        return False
    token = state.push("comment", "", 0)
    token.content = state.src[begin:stop]
    token.map = [start_line, last + 1]
    state.line = last if rest else last + 1
    if rest:
        state.bMarks[last] = stop
        state.tShift[last] = state.skipSpaces(stop) - stop
        state.sCount[last] = state.blkIndent
    return True


def _end_of_comment(state: StateBlock, start_line: int, end_line: int, begin: int) -> tuple[int, int] | None:
    for line in range(start_line, end_line):
        if line > start_line:
            begin = state.bMarks[line]
            if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
                return None
        stop = state.src.find("-->", begin, state.eMarks[line])
        if stop >= 0:
            return line, stop + 3
    return None
