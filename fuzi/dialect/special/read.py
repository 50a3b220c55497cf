"""From a container with a manner of its own to the model."""

from __future__ import annotations

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.special.codes import CONTAINER_EMPTY
from fuzi.dialect.special.entries import read_entries
from fuzi.dialect.special.letters import read_inset, read_letter
from fuzi.dialect.special.verse import read_verse
from fuzi.model.block import Block, EntriesKind, Inlines, InsetKind, LetterKind, Paragraph, VerseKind
from fuzi.model.source import Place

KEYS: dict[str, VerseKind | EntriesKind | LetterKind | InsetKind] = {
    kind.value: kind for kinds in (VerseKind, EntriesKind, LetterKind, InsetKind) for kind in kinds
}
"""The containers that are read here, by their English names."""


def read_special(
    reader: BlockReader, key: str, name: str, place: Place, argument: Token | None, start: int, end: int
) -> list[Block]:
    """What such a container holds; nothing of its text is lost when it holds something else than it should."""
    title = reader.inlines(argument) if argument else ()
    flush, reader.flush = reader.flush, False
    blocks = _read(reader, key, name, title, place, start, end)
    reader.flush = flush
    if not blocks:
        reader.reading.report(CONTAINER_EMPTY, place, name=name)
        return [Paragraph(title, place)] if title else []
    return blocks


def _read(reader: BlockReader, key: str, name: str, title: Inlines, place: Place, start: int, end: int) -> list[Block]:
    match KEYS[key]:
        case VerseKind() as kind:
            return read_verse(reader, kind, title, place, start, end)
        case EntriesKind() as kind:
            return read_entries(reader, kind, name, title, place, start, end)
        case LetterKind() as kind:
            return read_letter(reader, kind, title, place, start, end)
        case InsetKind() as kind:
            return read_inset(reader, kind, title, place, start, end)
