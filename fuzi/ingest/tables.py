"""Pipe tables of the OCR program to tables of the book."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fuzi.ingest.inlines import read_inlines
from fuzi.model.block import Alignment, Table, TableCell
from fuzi.model.source import Place

_CAPTION = re.compile(r"(?:续|續)?表\s*[\d一二三四五六七八九十].*")
_ENDED = tuple("。！？；，,;")
_RULER = re.compile(r":?-+:?")


def is_caption(text: str) -> bool:
    """``表1 …``: the caption of a table."""
    return len(text) <= 40 and not text.endswith(_ENDED) and _CAPTION.fullmatch(text) is not None


def is_tabular(lines: Sequence[str]) -> bool:
    """Whether lines that follow each other are the rows of a table whose rules are gone.

    Below a caption most lines have two cells or more; without a caption all have the same number, three or more, and
    half of the lines hold figures.
    """
    rows = [line for line in lines if not is_caption(line)]
    if not rows or any(line.endswith(_ENDED) for line in rows):
        return False
    widths = [len(line.split()) for line in rows]
    if len(rows) < len(lines):
        return 2 * sum(width >= 2 for width in widths) > len(rows)
    figures = sum(any(map(str.isdigit, line)) for line in rows)
    return len(rows) >= 2 and min(widths) >= 3 and len(set(widths)) == 1 and 2 * figures >= len(rows)


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
