"""The check that no letter of a chapter's source is lost on the way into the model.

It knows nothing of the parser: it looks for the texts of the model in the source, in order, and allows what is left
over only where it has the shape of a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.common.entities import entities

from fuzi.dialect.places import Source
from fuzi.dialect.rules.containers import NAMES, SCOPES
from fuzi.model.block import CodeBlock, Figure, Formula, Inlines
from fuzi.model.book import Chapter
from fuzi.model.inline import Code, Emphasis, InlineFigure, InlineFormula, Link, Mark, Ruby, Strong, Text
from fuzi.model.source import Place
from fuzi.model.walk import blocks_in, runs

_TAKEN, _FILLER = "\x00", "\x01"
_RUN = re.compile(r"[^\W_]+")
_ENTITY = re.compile(r"(?<!\\)&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")

# What may be left over, each in the shape in which the parser takes it; removed one after the other.
_TARGET = r"(?:<[^<>\n]*>|(?:\\.|[^\s()\\\x00]|\((?:\\.|[^\s()\\\x00])*\))*)"
_SCOPE = "|".join(word for scope, aliases in SCOPES.items() for word in (scope, *aliases))
_TITLE = r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^)\\])*\)))?"
_MARKS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"<!--[\s\S]*?-->",
        rf"^[ \t>]*\[(?!\^)[^\[\]\n]+\]:[ \t]*[!-~]+{_TITLE}[ \t]*$",  # link reference
        r"\[\^[^\[\]\n\x00]+\]:?",  # note call and definition
        rf"\]\(\s*{_TARGET}{_TITLE}\s*\)",
        r"\]\[[^\[\]\n]*\]",
        r"\{[^{}\n\x00]*\}",
        _ENTITY.pattern,
        r"^(?:[ \t>*+-]|\d{1,9}[.)](?=[\s\x00]|$))+",  # list markers
        r"^[^\w\n\x00]*(?:`{3,}|~{3,})[^\n\x00]*",  # code fence and language
        rf":{{3,}}[ \t]*(?i:{'|'.join(('pinyin', *NAMES['pinyin']))})[ \t]+(?i:{_SCOPE})[ \t]*$",
        r":{3,}[ \t]*[^\s\x00]+",
        r"^[ \t>]*表[：:]",
    )
)


def first_missing(source: Source, chapter: Chapter) -> tuple[Place, str] | None:
    """The first passage of the source that is not in the chapter, with its place."""
    residue: list[str] = []
    origins: list[tuple[int, int]] = []  # (position in the residue, position in the source)
    length = 0

    def leave(start: int, end: int) -> None:
        nonlocal length
        if start < end:
            origins.append((length, start))
            residue.append(source.text[start:end])
            length += end - start
        residue.append(_TAKEN)
        length += 1

    pieces = sorted((source.position(place), text, literal) for place, text, literal in _pieces(chapter) if text)
    entities_read = _with_entities_read(source.text)
    position = 0
    for index, (start, text, literal) in enumerate(pieces):
        start = max(start, position)
        readable = source.text if literal else entities_read
        if readable.startswith(text, start):
            leave(position, start)
            position = _after_filler(readable, start + len(text))
            continue
        end = pieces[index + 1][0] if index + 1 < len(pieces) else len(source.text)
        for found, stop in _runs_found(text, readable, start, max(end, start + 1)):
            leave(position, found)
            position = stop
    leave(position, len(source.text))
    rest = "".join(residue[:-1]) + "\n"
    return _first_letters(source, _without_marks(rest), origins) if _RUN.search(rest) else None


def _without_marks(residue: str) -> str:
    for mark in _MARKS:
        residue = mark.sub(lambda match: re.sub(r"[^\n\x00]", " ", match.group(0)), residue)
    return residue


def _first_letters(source: Source, residue: str, origins: list[tuple[int, int]]) -> tuple[Place, str] | None:
    match = _RUN.search(residue)
    if match is None:
        return None
    at, start = max(origin for origin in origins if origin[0] <= match.start())
    position = start + match.start() - at
    end = residue.find(_TAKEN, match.start())
    return source.place_at(position), residue[match.start() : end].strip()


def _runs_found(text: str, readable: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand in the source, when marks or entities keep it from being there in one piece."""
    for run in _RUN.findall(text):
        # A word written with an entity in it is not in one piece.
        for part in (run,) if readable.find(run, start, end) >= 0 else run:
            found = readable.find(part, start, end)
            if found >= 0:
                start = _after_filler(readable, found + len(part))
                yield found, start


def _after_filler(readable: str, position: int) -> int:
    while readable.startswith(_FILLER, position):
        position += 1
    return position


def _with_entities_read(text: str) -> str:
    """The text with each entity replaced by its character, filled up so that all positions stay."""
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    name = match.group(0)[1:-1]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        character = chr(code) if 0 < code < 0x110000 else "\ufffd"
    else:
        character = entities.get(name, match.group(0))
    return character.ljust(len(match.group(0)), _FILLER)


def _pieces(chapter: Chapter) -> Iterator[tuple[Place, str, bool]]:
    """The texts of the chapter with their places; the flag says that entities are not read in them."""
    blocks = [*chapter.blocks, *(block for note in chapter.notes for block in note.blocks)]
    fenced: set[Place] = set()
    for block in blocks_in(blocks):
        match block:
            case CodeBlock(text=text, place=place):
                fenced.add(place)
                yield from _lines(text, place, 1)
            case Formula(tex=text, place=place):
                yield from _lines(text, place, 0)
            case Figure(alternative=alternative, place=place):
                yield place, alternative, False
            case _:
                pass
    for run in (chapter.title, chapter.subtitle, *runs(blocks)):
        # A code block comes as a run too, but it stands on several lines.
        if not (run and isinstance(run[0], Code) and run[0].place in fenced):
            yield from _inline_pieces(run)


def _lines(text: str, place: Place, first: int) -> Iterator[tuple[Place, str, bool]]:
    for index, line in enumerate(text.split("\n"), place.line + first):
        yield Place(place.file, index, 1), line.strip(), True


def _inline_pieces(inlines: Inlines) -> Iterator[tuple[Place, str, bool]]:
    for item in inlines:
        match item:
            case Text(text=text, place=place):
                yield place, text, False
            case Code(text=text, place=place) | InlineFormula(tex=text, place=place):
                yield place, text, True
            case InlineFigure(alternative=alternative, place=place):
                yield place, alternative, False
            case Emphasis() | Strong() | Link() | Mark():
                yield from _inline_pieces(item.content)
            case Ruby(content=content, readings=readings):
                yield from _inline_pieces((*content, *readings))
            case _:
                pass
