"""From the tokens of a container to the model."""

from __future__ import annotations

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.rules.containers import NAMES, key_of
from fuzi.dialect.special.codes import CONTAINER_EMPTY
from fuzi.dialect.special.pinyin import read_pinyin
from fuzi.dialect.special.read import KEYS, read_special
from fuzi.model.block import Block, Byline, Document, Gap, Inlines, Paragraph, Signature
from fuzi.model.inline import LineBreak
from fuzi.model.source import Place


def read_container(reader: BlockReader, index: int) -> tuple[list[Block], int]:
    """What the container opened at ``index`` holds, and the index of the token after it."""
    token, end = reader.tokens[index], reader.close[index]
    place = reader.place(token)
    name = token.meta["name"]
    if not token.meta["closed"]:
        reader.reading.report(codes.CONTAINER_OPEN, place, name=name)
    start = index + 1
    argument: Token | None = None
    if reader.tokens[start].type == "inline":
        argument, start = reader.tokens[start], start + 1
    key = key_of(name)
    if key == "document":
        return [_document(reader, place, argument, start, end)], end + 1
    if key == "flush":
        flush, reader.flush = reader.flush, True
        blocks = _argument_paragraph(reader, argument, place) + reader.read(start, end)
        reader.flush = flush
        return _unless_empty(reader, blocks, name, place), end + 1
    if key in KEYS:
        return read_special(reader, key, name, place, argument, start, end), end + 1
    if key == "pinyin":
        return read_pinyin(reader, name, place, argument, start, end), end + 1
    if not key:
        known = " ".join(f"{known}|{'|'.join(aliases)}" for known, aliases in NAMES.items())
        reader.reading.report(codes.CONTAINER_UNKNOWN, place, name=name, known=known)
        return _argument_paragraph(reader, argument, place) + reader.read(start, end), end + 1
    blocks = _lines_container(reader, key, name, place, argument, start, end)
    return _unless_empty(reader, blocks, name, place), end + 1


def _unless_empty(reader: BlockReader, blocks: list[Block], name: str, place: Place) -> list[Block]:
    if not blocks:
        reader.reading.report(CONTAINER_EMPTY, place, name=name)
    return blocks


def _argument_paragraph(reader: BlockReader, argument: Token | None, place: Place) -> list[Block]:
    return [Paragraph(reader.inlines(argument), place, reader.flush)] if argument else []


def _document(reader: BlockReader, place: Place, argument: Token | None, start: int, end: int) -> Document:
    title, id_ = reader.heading_text(argument, place) if argument else ((), "")
    id_ = reader.reading.new_id("d", id_, place)
    subtitle, start = reader.subtitle(start) if start < end else ((), start)
    flush, reader.flush = reader.flush, False
    blocks = tuple(reader.read(start, end))
    reader.flush = flush
    return Document(title, subtitle, blocks, id_, place)


def _lines_container(
    reader: BlockReader, key: str, name: str, place: Place, argument: Token | None, start: int, end: int
) -> list[Block]:
    """Byline, signature and gap: runs of paragraphs become what the container says, the rest stays what it is."""
    blocks: list[Block] = []
    paragraphs = [argument] if argument else []
    begin, index = place, start
    while index < end:
        if reader.tokens[index].type == "paragraph_open":
            paragraphs.append(reader.tokens[index + 1])
            index += 3
            continue
        blocks += _lines(reader, key, begin, paragraphs)
        paragraphs = []
        if reader.tokens[index].type != "comment":
            reader.reading.report(codes.CONTAINER_CONTENT, reader.place(reader.tokens[index]), name=name)
        built, index = reader.read_one(index)
        blocks += built
        begin = reader.place(reader.tokens[index]) if index < end else place
    return blocks + _lines(reader, key, begin, paragraphs)


def _lines(reader: BlockReader, key: str, place: Place, paragraphs: list[Token]) -> list[Block]:
    if key == "gap":
        return [Gap(reader.inlines(token), _text_place(reader, token)) for token in paragraphs]
    lines: list[tuple[Inlines, Place]] = []
    for token in paragraphs:
        content = reader.inlines(token, keep_lines=True)
        lines += [(line, line[0].place) for line in _split(content) if line]
    if not lines:
        return []
    if key == "signature":
        return [Signature(tuple(line for line, _ in lines), place)]
    return [Byline(line, at) for line, at in lines]


def _text_place(reader: BlockReader, token: Token) -> Place:
    return TextPlaces.of(reader.reading.source, token).place(0)


def read_stray(reader: BlockReader, index: int) -> tuple[list[Block], int]:
    """A closing line that closes nothing."""
    reader.reading.report(codes.CONTAINER_STRAY, reader.place(reader.tokens[index]))
    return [], index + 1


def _split(content: Inlines) -> list[Inlines]:
    lines: list[Inlines] = [()]
    for item in content:
        if isinstance(item, LineBreak):
            lines.append(())
        else:
            lines[-1] += (item,)
    return lines
