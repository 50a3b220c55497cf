"""Pipe tables."""

from fuzi.ingest.tables import read_table
from fuzi.model.block import Alignment
from fuzi.model.walk import plain


def test_table() -> None:
    lines = [("| 年 | 油 |", 1), ("|:---:|---:|", 2), ("| 1682 | a\\|b |", 3), ("| 1683 |", 4)]
    table = read_table(lines, "scan.md")
    assert [plain(cell.content) for cell in table.header] == ["年", "油"]
    assert [[plain(cell.content) for cell in row] for row in table.rows] == [["1682", "a|b"], ["1683", ""]]
    assert table.alignments == (Alignment.CENTRE, Alignment.END)
    assert table.rows[0][0].place.line == 3
