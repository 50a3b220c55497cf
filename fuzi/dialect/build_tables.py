"""From the tokens of a pipe table to the model."""

from __future__ import annotations

from fuzi.dialect import codes
from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.rules.tables import CAPTION
from fuzi.model.block import Alignment, Block, Inlines, Table, TableCell

_ALIGNMENTS = {"text-align:center": Alignment.CENTRE, "text-align:right": Alignment.END}


def read_table(reader: BlockReader, index: int) -> tuple[list[Block], int]:
    """The table opened at ``index`` with the caption that may follow it, and the index of the token after both."""
    end = reader.close[index]
    place = reader.place(reader.tokens[index])
    rows: list[tuple[TableCell, ...]] = []
    alignments: list[Alignment] = []
    cells: list[TableCell] = []
    for token in reader.tokens[index + 1 : end]:
        if token.type == "tr_open":
            cells = []
            if token.meta:
                line = reader.reading.source.place(token.map[0] if token.map else 0)
                reader.reading.report(codes.TABLE_CELLS, line, **token.meta)
        elif token.type == "th_open":
            alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style")), Alignment.START))
        elif token.type == "inline":
            at = TextPlaces.of(reader.reading.source, token).place(0)
            cells.append(TableCell(reader.inlines(token), at))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    caption, id_, following = _caption(reader, end + 1)
    id_ = reader.reading.new_id("t", id_, place)
    return [Table(rows[0], tuple(rows[1:]), tuple(alignments), caption, id_, place)], following


def _caption(reader: BlockReader, index: int) -> tuple[Inlines, str, int]:
    """The caption in the paragraph after a table, its id, and the index of the token after it."""
    if not reader.paragraph_begins(index, ""):
        return (), "", index
    inline = reader.tokens[index + 1]
    begin = CAPTION.match(inline.content + " ")
    children = inline.children or []
    if begin is None or not children:
        return (), "", index
    first = children[0]
    cut = min(begin.end(), len(first.content))
    first.content = first.content[cut:]
    first.meta["at"] += cut
    content, id_ = reader.heading_text(inline, reader.place(reader.tokens[index]))
    return content, id_, index + 3
