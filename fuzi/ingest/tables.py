"""Pipe tables of the OCR program to tables of the book."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fuzi.ingest.inlines import read_inlines
from fuzi.model.block import Alignment, Table, TableCell
from fuzi.model.source import Place

_RULER = re.compile(r":?-+:?")


def read_table(lines: Sequence[tuple[str, int]], scan: str) -> Table:
    """The rows of a table; without a ruler under the first row, that row is the header all the same."""
    rows: list[tuple[TableCell, ...]] = []
    alignments: tuple[Alignment, ...] = ()
    for text, line in lines:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", text.strip().strip("|"))]
        if all(_RULER.fullmatch(cell) for cell in cells):
            alignments = tuple(_alignment(cell) for cell in cells)
            continue
        place = Place(scan, line, 1)
        rows.append(tuple(TableCell(read_inlines(cell.replace("\\|", "|"), place), place) for cell in cells))
    width = max(map(len, rows), default=0)
    place = Place(scan, lines[0][1], 1)
    empty = TableCell((), place)
    full = [row + (empty,) * (width - len(row)) for row in rows]
    columns = (alignments + (Alignment.START,) * width)[:width]
    return Table(full[0] if full else (), tuple(full[1:]), columns, (), "", place)


def _alignment(ruler: str) -> Alignment:
    if ruler.endswith(":"):
        return Alignment.CENTRE if ruler.startswith(":") else Alignment.END
    return Alignment.START
