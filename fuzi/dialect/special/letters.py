"""From the tokens of letters, notices, epigraphs and annotated texts to the model."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.special.lines import Line, inlines_of, joined, source_lines, words
from fuzi.dialect.special.signed import signed
from fuzi.model.block import Block, Inlines, Inset, InsetKind, Letter, LetterKind, Paragraph
from fuzi.model.source import Place
from fuzi.model.walk import plain

_NUMBER = re.compile(r"[^，。；：\s]{0,16}[〔（(［\[【]?[12]\d{3}[〕）)］\]】]?.{0,8}号")
_SALUTATION = {
    LetterKind.LETTER: re.compile(r"[^。；？\n]{1,40}[：:，,！!]"),
    LetterKind.NOTICE: re.compile(r"[^。；？\n]{1,300}[：:]"),
}
_CLOSER = re.compile(
    r"(?:专此|專此|特此)?[，、]?(?:此致|此上|此颂|此頌|顺颂|順頌|顺致|順致|顺祝|順祝|敬颂|敬頌|敬祝|敬请|敬請|即颂|即頌|"
    r"即请|即請|谨祝|謹祝|谨致|謹致|恭祝|恭请|恭請|并颂|並頌|祝[您你]?|祝愿|致以)[：:，,]?"
)
LONGEST_WISH = 12
"""Characters of the line after 此致: 敬礼, 崇高的敬礼."""


def read_letter(
    reader: BlockReader, kind: LetterKind, title: Inlines, place: Place, start: int, end: int
) -> list[Block]:
    """A letter with its salutation; its wish becomes a flush paragraph."""
    number: Inlines = ()
    salutation: Inlines = ()
    blocks: list[Block] = []
    lines = _paragraph(reader, start, end)
    if kind is LetterKind.NOTICE and len(lines) == 1 and _NUMBER.fullmatch(words(lines[0])):
        number = reader.inlines(reader.tokens[start + 1])
        start += 3
    if (lines := _paragraph(reader, start, end)) and _SALUTATION[kind].fullmatch(words(lines[0])):
        inline = reader.tokens[start + 1]
        salutation = inlines_of(reader, inline, lines[0])
        blocks += _paragraphs(reader, inline, lines[1:])
        start += 3
    wished = bool(blocks) and _closes(blocks[-1])
    index = start
    signature, end = (None, end) if wished else signed(reader, start, end, _CLOSER)
    while index < end:
        found = _paragraph(reader, index, end)
        if len(found) > 1 and any(_CLOSER.fullmatch(words(line)) for line in found[:-1]):
            built, index = _paragraphs(reader, reader.tokens[index + 1], found), index + 3
        else:
            built, index = reader.read_one(index)
        if wished and built:
            built[0] = _wish(built[0])
        wished = _closes(built[-1]) if built else wished
        blocks += built
    blocks += [signature] if signature else []
    if not (blocks or number or salutation):
        return []
    return [Letter(kind, title, number, salutation, tuple(blocks), place)]


def _paragraph(reader: BlockReader, index: int, end: int) -> list[Line]:
    """The source lines of the paragraph that begins here, if one does."""
    if index >= end or reader.tokens[index].type != "paragraph_open":
        return []
    return source_lines(reader.tokens[index + 1])


def _paragraphs(reader: BlockReader, inline: Token, lines: list[Line]) -> list[Block]:
    """The lines of a paragraph as one, but 此致 and the wish after it as lines of their own."""
    groups: list[list[Line]] = []
    for line in lines:
        closes = bool(_CLOSER.fullmatch(words(line)))
        if closes or not groups or _CLOSER.fullmatch(words(groups[-1][0])):
            groups.append([line])
        else:
            groups[-1].append(line)
    built: list[Block] = []
    for group in groups:
        content = inlines_of(reader, inline, joined(group))
        if content:
            paragraph: Block = Paragraph(content, content[0].place)
            built.append(_wish(paragraph) if built and _closes(built[-1]) else paragraph)
    return built


def _closes(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.flush and bool(_CLOSER.fullmatch(plain(block.content).strip()))


def _wish(block: Block) -> Block:
    if isinstance(block, Paragraph) and len(plain(block.content)) <= LONGEST_WISH:
        return replace(block, flush=True)
    return block


def read_inset(reader: BlockReader, kind: InsetKind, title: Inlines, place: Place, start: int, end: int) -> list[Block]:
    """An epigraph, whose last line may name its source, or an annotated text."""
    if kind is InsetKind.ANNOTATED:
        blocks = tuple(reader.read(start, end))
        return [Inset(kind, title, blocks, place)] if blocks else []
    quote = reader.quote_content(start - 1, end, place)
    found = Inset(kind, title, quote.blocks, place, quote.attribution)
    return [found] if quote.blocks or quote.attribution else []
