"""Source lines of a paragraph, and what stands at the head of one before a colon or a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.build_inlines import IDEOGRAPHIC_SPACE, read_inlines
from fuzi.dialect.places import TextPlaces
from fuzi.model.block import Inlines
from fuzi.model.inline import MarkKind
from fuzi.model.source import Place

LONGEST_HEAD = 16
"""Characters before a colon that may name a speaker, or before a gap that may be a date."""

SILENT = frozenset(("comment", "footnote_reference_open", "reference_title"))
"""What stands in a container without being part of it."""

OBJECT = "\ufffc"
"""Stands for what is no bare character: a spelled one decides nothing, so that writers can say what is no head."""

STOPS = re.compile(r"[，。；？！：…“”—\n]")
"""What does not stand in the name of a speaker."""

_CALLS = ("note_call", "note_inline", "mark_unknown", "slip")
_OPENING, _CLOSING = ("em_open", "strong_open", "mark_open"), ("em_close", "strong_close", "mark_close")
_APART = (MarkKind.WARICHU, MarkKind.SIDE)
_BLANK = " \t\u3000"

Line = list[Token]
"""The inline tokens of one source line."""


def source_lines(inline: Token, *, hard: bool = False) -> list[Line]:
    """The tokens of each source line, where no mark goes on beyond its end; ``hard`` also divides at forced breaks.

    A line begins with the break before it, so that lines put together read as if they had not been divided.
    """
    lines: list[Line] = [[]]
    depth = 0
    for token in inline.children or ():
        depth += token.nesting
        if not depth and (token.type == "softbreak" or (hard and token.type == "hardbreak")):
            lines.append([])
            token = token.copy(type="softbreak")
        lines[-1].append(token)
    return lines


def bare(line: Sequence[Token]) -> Line:
    """A line without the break before it."""
    return list(line[1:] if line and line[0].type == "softbreak" else line)


def joined(lines: Sequence[Line]) -> Line:
    """Lines that follow each other as one."""
    return bare([token for line in lines for token in line])


def words(line: Sequence[Token]) -> str:
    """The characters of a line, whatever marks stand in it: one that is spelled, or a thing, counts as ``OBJECT``."""
    return "".join(_written(token) for token in line).strip(_BLANK)


def _written(token: Token) -> str:
    if token.type == "text":
        return token.content
    return OBJECT if token.type not in _CALLS and token.content else ""


def begins(line: Sequence[Token], text: str) -> bool:
    """Whether the source of a line begins so."""
    first = bare(line)[:1]
    return bool(first) and first[0].type == "text" and first[0].content.startswith(text)


def inlines_of(reader: BlockReader, inline: Token, line: Sequence[Token], indent: str = "") -> Inlines:
    """The inlines of a line of this ``inline`` token; ``indent`` takes the place of the blanks at its start."""
    places = TextPlaces.of(reader.reading.source, inline)
    tokens = bare(line)
    if tokens and tokens[0].type == "text":
        first = _from(tokens[0], len(tokens[0].content) - len(tokens[0].content.lstrip(_BLANK)))
        tokens[0] = first.copy(
            content=indent + first.content, meta={**first.meta, "at": first.meta["at"] - len(indent)}
        )
    if tokens and tokens[-1].type == "text":
        tokens[-1] = tokens[-1].copy(content=tokens[-1].content.rstrip(_BLANK))
    if indent and not (tokens and tokens[0].type == "text"):
        tokens.insert(0, Token("text", "", 0, content=indent, meta={"at": _at(tokens) - len(indent)}))
    return read_inlines(reader.reading, tokens, places, keep_indent=True)


def place_of(reader: BlockReader, inline: Token, line: Sequence[Token]) -> Place:
    """Where a line of this ``inline`` token begins."""
    return TextPlaces.of(reader.reading.source, inline).place(_at(bare(line)))


def _at(tokens: Line) -> int:
    at = tokens[0].meta.get("at", 0) if tokens else 0
    return int(at)


def divided(
    line: Sequence[Token], separator: re.Pattern[str], stops: re.Pattern[str] = STOPS
) -> tuple[Line, Line] | None:
    """The head of a line and what follows its first ``separator``; None when no short words stand before it.

    Marks and readings may stand in the head; ``stops`` are what may not.
    """
    tokens = bare(line)
    depth = apart = linked = 0
    said = ""
    for index, token in enumerate(tokens):
        depth += (token.type in _OPENING) - (token.type in _CLOSING)
        linked += (token.type == "link_open") - (token.type == "link_close")
        if apart or token.meta.get("kind") in _APART:  # a note beside the name is no part of it
            apart += token.nesting
        elif token.type == "text":
            found = separator.search(token.content)
            said += token.content[: found.start()] if found else token.content
            if len(said) > LONGEST_HEAD or stops.search(said) or (found and linked):
                return None
            if found:
                closed = _behind(tokens, index, found.end(), depth)
                if closed is None or not said.strip(_BLANK):
                    return None
                head = [
                    *tokens[:index],
                    token.copy(content=token.content[: found.start()]),
                    *tokens[index + 1 : closed],
                ]
                rest = tokens[closed:] if depth else [_from(token, found.end()), *tokens[index + 1 :]]
                return head, rest
        elif token.type in ("text_special", "ruby"):
            said += token.content
        elif token.type not in (*_OPENING, *_CLOSING, *_CALLS, "link_open", "link_close"):
            return None
    return None


def _behind(tokens: Sequence[Token], index: int, end: int, depth: int) -> int | None:
    """Where the rest of the line begins when the separator stands in ``depth`` marks, at whose end it must be."""
    if not depth:
        return index + 1 if end else None
    closing = tokens[index + 1 : index + 1 + depth]
    at_end = end == len(tokens[index].content)
    return index + 1 + depth if at_end and all(token.type in _CLOSING for token in closing) else None


def _from(token: Token, start: int) -> Token:
    return token.copy(content=token.content[start:], meta={**token.meta, "at": token.meta.get("at", 0) + start})


def leading_spaces(reader: BlockReader, inline: Token, line: Sequence[Token]) -> int:
    """Ideographic spaces that begin a source line, those too that the parser took away."""
    place = place_of(reader, inline, line)
    text = reader.reading.source.lines[place.line - 1] if place.line <= len(reader.reading.source.lines) else ""
    before, after = text[: place.column - 1], text[place.column - 1 :]
    taken = len(before) - len(before.rstrip(IDEOGRAPHIC_SPACE))
    return taken + len(after) - len(after.lstrip(IDEOGRAPHIC_SPACE))
