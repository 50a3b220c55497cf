"""Containers ``:::name argument`` … ``:::``, which may stand in one another."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

NAMES: dict[str, tuple[str, ...]] = {
    "byline": ("署名",),
    "signature": ("落款",),
    "document": ("文献", "文獻"),
    "gap": ("缺文",),
    "flush": ("顶格", "頂格"),
    "verse": ("诗", "詩"),
    "ci": ("词", "詞"),
    "couplet": ("对联", "對聯"),
    "letter": ("书信", "書信"),
    "notice": ("公文",),
    "drama": ("剧本", "劇本"),
    "dialogue": ("对话", "對話"),
    "epigraph": ("题记", "題記"),
    "annotated": ("注疏",),
    "qa": ("问答", "問答"),
    "chronology": ("年表",),
    "pinyin": ("注音",),
}
"""The containers and their Chinese names."""

SCOPES = {"all": ("每字", "全部"), "rare": ("生僻", "生僻字"), "none": ("不注", "不注音")}
"""What may stand behind ``:::pinyin``, with its Chinese names; nothing means ``all``."""

_KEYS = {alias: name for name, aliases in NAMES.items() for alias in (name, *aliases)}
_COLONS = re.compile(r":{3,}")
_FENCE = re.compile(r"`{3,}|~{3,}")
# Inner containers may stand in quotations and list items.
_OUTER_MARKS = re.compile(r"(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*")


def key_of(name: str) -> str:
    """The key of a container by any of its names; empty when there is none such."""
    return _KEYS.get(name.casefold(), "")


def container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Pushes ``container_open`` (``name`` and ``closed`` in ``meta``), its argument as ``inline`` token, its blocks."""
    text = _line(state, start_line)
    colons = _COLONS.match(text)
    if colons is None:
        return False
    if silent:
        return True
    name, argument = _name_and_argument(text, colons.end())
    if not name:
        state.push("container_stray", "", 0).map = [start_line, start_line + 1]
        state.line = start_line + 1
        return True
    last = _closing_line(state, start_line, end_line, len(colons.group(0)))
    closed = last is not None
    if last is None:
        last = end_line if key_of(name) == "document" else _next_blank(state, start_line, end_line)
    token = state.push("container_open", "", 1)
    token.map = [start_line, last + closed]
    token.meta = {"name": name, "closed": closed}
    if argument:
        inline = state.push("inline", "", 0)
        inline.content = argument
        inline.map = [start_line, start_line + 1]
        inline.children = []
    old_parent, old_last = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.md.block.tokenize(state, start_line + 1, last)
    state.parentType, state.lineMax = old_parent, old_last
    state.push("container_close", "", -1)
    state.line = last + closed
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _name_and_argument(text: str, begin: int) -> tuple[str, str]:
    name, *rest = text[begin:].split(None, 1) or [""]
    return name, rest[0].strip() if rest else ""


def _closing_line(state: StateBlock, start_line: int, end_line: int, colons: int) -> int | None:
    """The line that closes the container opened at ``start_line``, counting those inside it and skipping code."""
    opened = [colons]
    fence = ""
    for line in range(start_line + 1, end_line):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent:
            return None
        text = _OUTER_MARKS.sub("", _line(state, line), count=1)
        mark = _FENCE.match(text)
        if fence:
            if mark and text.strip() == mark.group(0) and mark.group(0).startswith(fence):
                fence = ""
        elif mark and not (mark.group(0)[0] == "`" and "`" in text[mark.end() :]):
            fence = mark.group(0)
        elif found := _COLONS.match(text):
            if text[found.end() :].strip():
                opened.append(len(found.group(0)))
            else:
                _close(opened, len(found.group(0)))
                if not opened:
                    return line
    return None


def _close(opened: list[int], colons: int) -> None:
    """Close the innermost container with as many colons, else the innermost with fewer."""
    if colons in opened:
        del opened[len(opened) - 1 - opened[::-1].index(colons) :]
        return
    for index in range(len(opened) - 1, -1, -1):
        if opened[index] < colons:
            del opened[index:]
            return


def _next_blank(state: StateBlock, start_line: int, end_line: int) -> int:
    """Where a container ends that nobody closed: at the next blank line, so that it does not swallow the chapter."""
    for line in range(start_line + 1, end_line):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return line
    return end_line
