"""Pipe tables: exact places for the cells, no cell lost, and the caption under them."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as gfm_table

CAPTION = re.compile(r"表[：:]\s*|:\s+")
"""How the paragraph after a table begins that is its caption."""

_RUBY = re.compile(r"(?<!\\)\{((?:\\.|[^\\{}|\n])*[^\\{}|\s])\|([^{}|\s][^{}|\n]*)\}")
_RULER = re.compile(r"[ \t]*[-:|][-:|\s]")
_HELD = "\uffff"  # no character, so that no book has it


def table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The table of GitHub's Markdown; cells beyond the header, which it drops, go into the last cell of their row."""
    ruler = start_line + 1
    if ruler >= end_line or not _RULER.match(state.src, state.bMarks[ruler], state.eMarks[ruler] + 1):
        return False
    first = len(state.tokens)
    written = state.src
    begin, stop = state.bMarks[start_line], state.eMarks[end_line - 1]
    # The table rule divides at every bar, before there is any ruby; the bar of ruby is kept from it.
    state.src = written[:begin] + _RUBY.sub(_without_bar, written[begin:stop]) + written[stop:]
    try:
        if not gfm_table(state, start_line, end_line, silent):
            return False
        if not silent:
            _place_cells(state, first, start_line)
    finally:
        state.src = written
    return True


def _without_bar(match: re.Match[str]) -> str:
    return "{" + match[1] + _HELD + match[2] + "}"


def _place_cells(state: StateBlock, first: int, start_line: int) -> None:
    """Note where the text of each cell stands, and put surplus cells into the last one."""
    cells: list[tuple[int, int]] = []
    index = columns = 0
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            columns = columns or index
            cells = _cells(state, token.map[0])
            index = 0
            row = token
        elif token.type == "th_close":
            columns = index
        elif token.type == "inline" and token.map:
            start, end = cells[index] if index < len(cells) else (state.eMarks[token.map[0]],) * 2
            index += 1
            if columns and index == columns and len(cells) > columns and row.map and row.map[0] > start_line:
                end = cells[-1][1]
                token.content = state.src[start:end]
                row.meta = {"cells": len(cells), "columns": columns}
            token.meta["at"] = start
            token.content = token.content.replace(_HELD, "|")


def caption_ends_table(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """A caption written without a blank line under the table would be one more row; this ends the table before it."""
    if not silent or state.parentType != "table":
        return False
    begin = state.bMarks[start_line] + state.tShift[start_line]
    return CAPTION.match(state.src, begin, state.eMarks[start_line]) is not None


def _cells(state: StateBlock, line: int) -> list[tuple[int, int]]:
    """Start and end in the source of the text of each cell in a line, split as the table rule splits it."""
    begin, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    text = state.src[begin:end].rstrip()
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", text)]
    borders = [-1, *bars, len(text)]
    pieces = [(left + 1, right) for left, right in zip(borders, borders[1:], strict=False)]
    if pieces and pieces[0][0] == pieces[0][1]:
        pieces.pop(0)
    if pieces and pieces[-1][0] == pieces[-1][1]:
        pieces.pop()
    cells = []
    for left, right in pieces:
        cell = text[left:right]
        left += len(cell) - len(cell.lstrip())
        cells.append((begin + left, begin + max(left, right - (len(cell) - len(cell.rstrip())))))
    return cells
