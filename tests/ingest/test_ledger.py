"""ledger.md."""

import re

import pytest

from fuzi.dialect import read_chapter
from fuzi.ingest import files, ingest
from fuzi.ingest.ledger import KINDS, ledger_text
from fuzi.model.block import Table
from fuzi.model.book import Settings
from fuzi.model.manuscript import Confidence, Entry, Fate, Ledger, Manuscript
from fuzi.model.metadata import Metadata


def text_of(*entries: Entry) -> str:
    return ledger_text(Manuscript(Settings("x"), Metadata("某书"), (), (), (), Ledger("scan.md", 9, entries)))


def test_entry_is_a_row_with_number_line_and_confidence() -> None:
    text = text_of(Entry(Fate.REPAIRED, "width", 3, "甲,乙", "甲，乙", Confidence.FAIR))
    assert "### 半角标点改全角" in text
    assert "| 1 | 3 | 甲,乙 | 甲，乙 | 中 |" in text


def test_doubts_come_first_and_numbers_run_through() -> None:
    text = text_of(
        Entry(Fate.REPAIRED, "width", 3, "甲,", "甲，"),
        Entry(Fate.DOUBT, "confusable", 8, "人心", "入心", Confidence.LOW),
        Entry(Fate.REPAIRED, "torn-paragraph", 5, "甲⏎乙", "甲乙"),
    )
    assert text.index("## 疑问") < text.index("## 改动")
    assert re.findall(r"^\| (\d+) \| (\d+) \|", text, re.MULTILINE) == [("1", "8"), ("2", "5"), ("3", "3")]


def test_used_lines_are_gathered() -> None:
    text = text_of(
        Entry(Fate.USED, "evidence", 4, "(某路 1 号 邮编: 1)", "某路1号", field="publisher.address"),
        Entry(Fate.USED, "evidence", 4, "(某路 1 号 邮编: 1)", "1", field="publisher.postcode"),
    )
    assert "| 4 | (某路 1 号 邮编: 1) | `publisher.address` = 某路1号；`publisher.postcode` = 1 |" in text


def test_marks_in_the_scan_do_not_break_the_table() -> None:
    text = text_of(Entry(Fate.DROPPED, "ornament", 1, "| a | *b* <c> `d`\n# e"))
    (row,) = [line for line in text.split("\n") if line.startswith("| 1 |")]
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


@pytest.mark.parametrize("scan", ["clock_tower", "sample"])
def test_ledger_of_a_whole_scan_is_clean_markdown(scan: str, request: pytest.FixtureRequest) -> None:
    manuscript = ingest(request.getfixturevalue(scan), name="scan.md").value
    outcome = read_chapter(files(manuscript)["ledger.md"], file="ledger.md", chapter_id="ledger")
    assert not outcome.report.failed
    rows = sum(len(block.rows) for block in outcome.value.blocks if isinstance(block, Table))
    used = {(entry.line, entry.before) for entry in manuscript.ledger.of(Fate.USED)}
    others = sum(len(manuscript.ledger.of(fate)) for fate in Fate if fate is not Fate.USED)
    assert rows == 5 + others + len(used)
    assert {entry.kind for entry in manuscript.ledger.entries} <= set(KINDS)
