"""Plain text and OCR Markdown to items, one for each line that holds text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fuzi.ingest.readers.pages import page_after
from fuzi.ingest.scan import Item, Piece, Repaired, Shape
from fuzi.model.manuscript import Entry, Fate

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_BULLET = re.compile(r"([ \t]*)[-*+•◆■●][ \t]+(.+)")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?(.*)")
_IMAGE = re.compile(r"[ \t]*!\[.*\]\(.*\)[ \t]*|[ \t]*(?:<div[^<>]*>)?<img\b[^<>]*>(?:</div>)?[ \t]*")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*")
_FENCE = re.compile(r"[ \t]{0,3}(```+|~~~+)[ \t]*([\w+-]*)[ \t]*")
_FORMULA = re.compile(r"[ \t]*\$\$[ \t]*")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\\?\*[ \t]*){1,}|(?:_[ \t]*){3,}|[＊※◇◆○●]+[ \t　]*)")
_INDENT = re.compile(r"　　|\t| {4}")
_SUFFIX = re.compile(r"[ \t]*-{3,}$")


@dataclass(slots=True)
class _State:
    """Where the reader stands."""

    page: int = 0
    start: bool = True
    fence: str = ""
    formula: bool = False


def read(text: str) -> Repaired:
    """The items of the scan, and an entry for each line that is nothing but a mark of the OCR program."""
    items: list[Item] = []
    entries: list[Entry] = []
    state = _State()
    for number, raw in enumerate(text.split("\n"), 1):
        for count, line in enumerate(raw.split("\f")):
            if count:
                state.page, state.start = state.page + 1, True
            item = _line(line, number, state)
            if item is None:
                if (
                    page_after(line, 0) is not None
                    or state.formula
                    or _FENCE.fullmatch(line)
                    or _FORMULA.fullmatch(line)
                ):
                    entries.append(Entry(Fate.DROPPED, "container", number, line.strip()))
                continue
            items.append(item)
    return Repaired(tuple(items), tuple(entries))


def _line(line: str, number: int, state: _State) -> Item | None:
    """One line; None for blank lines and for marks, which only change the state."""
    inside, fenced = _fence(line, number, state)
    if inside:
        return fenced
    if not line.strip():
        state.start = True
        return None
    page = page_after(line, state.page)
    if page is not None:
        state.page, state.start = page, True
        return None
    item = _shape(line, number)
    start = state.start or item.shape is not Shape.TEXT or _INDENT.match(line) is not None
    item = replace(item, page=state.page, start=start)
    state.start = item.shape in (Shape.HEADING, Shape.IMAGE, Shape.RULE)
    return item


def _fence(line: str, number: int, state: _State) -> tuple[bool, Item | None]:
    """Whether the line belongs to a fence or a display formula, and its item when it is not only the border."""
    mark = _FENCE.fullmatch(line)
    if mark and (not state.fence or mark[1].startswith(state.fence)):
        state.fence, state.start = ("" if state.fence else mark[1]), True
        return True, None
    if state.fence:
        return True, _verbatim(Shape.CODE, line, number, state)
    if _FORMULA.fullmatch(line):
        state.formula, state.start = not state.formula, True
        return True, None
    if state.formula:
        return True, _verbatim(Shape.FORMULA, line, number, state)
    return False, None


def _verbatim(shape: Shape, line: str, number: int, state: _State) -> Item:
    start, state.start = state.start, False
    return Item(shape, (Piece(line, number),), start=start, page=state.page)


def _shape(line: str, number: int) -> Item:
    heading = _HEADING.fullmatch(line)
    if heading:
        text = _SUFFIX.sub("", heading[2])
        return Item(Shape.HEADING, (Piece(text.strip(), number),), level=len(heading[1]))
    if _IMAGE.fullmatch(line):
        return Item(Shape.IMAGE, (Piece(line.strip(), number),))
    if _RULE.fullmatch(line):
        return Item(Shape.RULE, (Piece(line.strip(), number),))
    if _TABLE.fullmatch(line):
        return Item(Shape.TABLE, (Piece(line.strip(), number),))
    bullet = _BULLET.fullmatch(line)
    if bullet:
        depth = 1 + len(bullet[1].expandtabs(4)) // 2
        return Item(Shape.BULLET, (_piece(bullet[2], number),), level=depth, hard=_is_hard(line))
    quote = _QUOTE.fullmatch(line)
    if quote:
        return Item(Shape.QUOTE, (_piece(quote[1], number),), hard=_is_hard(line))
    return Item(Shape.TEXT, (_piece(line, number),), hard=_is_hard(line))


def _piece(text: str, number: int) -> Piece:
    """The text of a line without its indent (which only says that a paragraph begins) and its break mark."""
    text = text.rstrip(" \t　")
    if text.endswith("\\") and not text.endswith("\\\\"):
        text = text[:-1].rstrip()
    return Piece(text.lstrip(" \t　"), number)


def _is_hard(line: str) -> bool:
    return line.endswith("  ") or (line.endswith("\\") and not line.endswith("\\\\"))
