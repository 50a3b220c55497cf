"""From a container that asks for readings above its characters to the model."""

from __future__ import annotations

from markdown_it.token import Token

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.rules.containers import SCOPES
from fuzi.dialect.special.codes import CONTAINER_EMPTY, PINYIN_SCOPE
from fuzi.model.block import Block, Paragraph, Pinyin, PinyinScope
from fuzi.model.source import Place

_NAMED = {alias: PinyinScope(scope) for scope, aliases in SCOPES.items() for alias in (scope, *aliases)}


def read_pinyin(
    reader: BlockReader, name: str, place: Place, argument: Token | None, start: int, end: int
) -> list[Block]:
    """The blocks with the measure of readings that they ask for; what is no measure stays as a paragraph."""
    blocks = reader.read(start, end)
    asked = argument.content.strip() if argument else PinyinScope.ALL.value
    scope = _NAMED.get(asked.casefold())
    if scope is None:
        reader.reading.report(PINYIN_SCOPE, place, name=name, asked=asked[:20])
        assert argument is not None  # nothing asked is a measure too
        return [Paragraph(reader.inlines(argument), place, reader.flush), *blocks]
    if not blocks:
        reader.reading.report(CONTAINER_EMPTY, place, name=name)
    return [Pinyin(scope, tuple(blocks), place)] if blocks else []
