"""From the tokens of verse, 词 and couplets to the model."""

from __future__ import annotations

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.build_blocks import DASH, BlockReader
from fuzi.dialect.build_inlines import IDEOGRAPHIC_SPACE
from fuzi.dialect.special.codes import COUPLET_LINES
from fuzi.dialect.special.lines import SILENT, Line, begins, inlines_of, joined, leading_spaces, source_lines
from fuzi.model.block import Block, Inlines, Paragraph, Verse, VerseKind
from fuzi.model.source import Place

_Stanza = tuple[Token, list[Line]]


def read_verse(reader: BlockReader, kind: VerseKind, title: Inlines, place: Place, start: int, end: int) -> list[Block]:
    """Verse; what is no line of text stays what it is and divides it."""
    blocks: list[Block] = []
    stanzas: list[_Stanza] = []
    rest = title
    index = start
    while index < end:
        token = reader.tokens[index]
        if token.type == "paragraph_open":
            inline = reader.tokens[index + 1]
            stanzas.append((inline, source_lines(inline, hard=kind is not VerseKind.TUNE)))
            index += 3
            continue
        built, following = reader.read_one(index)
        if token.type not in SILENT:
            reader.reading.report(codes.CONTAINER_CONTENT, reader.place(token), name=kind)
            blocks += [*_verse(reader, kind, rest, place, stanzas), *built]
            rest, stanzas = (() if stanzas else rest), []
        index = following
    blocks += _verse(reader, kind, rest, place, stanzas)
    if title and not any(isinstance(block, Verse) and block.title is title for block in blocks):
        return [Paragraph(title, place), *blocks]
    return blocks


def _verse(reader: BlockReader, kind: VerseKind, title: Inlines, place: Place, stanzas: list[_Stanza]) -> list[Block]:
    if not stanzas:
        return []
    attribution: Inlines = ()
    inline, lines = stanzas[-1]
    if begins(lines[-1], DASH) and (len(lines) > 1 or len(stanzas) > 1):
        attribution = inlines_of(reader, inline, lines[-1])
        stanzas = [*stanzas[:-1], (inline, lines[:-1])] if len(lines) > 1 else stanzas[:-1]
    read = _tunes(reader, stanzas) if kind is VerseKind.TUNE else _stanzas(reader, stanzas)
    count = sum(map(len, read))
    if kind is VerseKind.COUPLET and count != 2:
        reader.reading.report(COUPLET_LINES, place, count=count)
    return [Verse(kind, title, tuple(read), place, attribution)] if read else []


def _tunes(reader: BlockReader, stanzas: list[_Stanza]) -> list[tuple[Inlines, ...]]:
    """Stanzas that run on: one line each."""
    found = (reader.inlines(inline.copy(children=joined(lines))) for inline, lines in stanzas)
    return [(content,) for content in found if content]


def _stanzas(reader: BlockReader, stanzas: list[_Stanza]) -> list[tuple[Inlines, ...]]:
    """Stanzas of lines, with the spaces at their heads as far as not all lines of the verse have them."""
    indents = [[leading_spaces(reader, inline, line) for line in lines] for inline, lines in stanzas]
    least = min(indent for stanza in indents for indent in stanza)
    found = [
        tuple(
            inlines_of(reader, inline, line, IDEOGRAPHIC_SPACE * (indent - least))
            for line, indent in zip(lines, of_stanza, strict=True)
        )
        for (inline, lines), of_stanza in zip(stanzas, indents, strict=True)
    ]
    read = [tuple(line for line in stanza if line) for stanza in found]
    return [stanza for stanza in read if stanza]
