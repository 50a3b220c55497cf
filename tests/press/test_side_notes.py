"""Notes at the side: in the fore-edge margin, beside their line, and without any trace in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

import pymupdf
import pytest

from fuzi.model.galley import Galley
from fuzi.model.metadata import Trim
from fuzi.model.product import Pages
from fuzi.model.report import Report
from fuzi.press import press
from fuzi.press.reader import read_text
from tests.press.samples import EDITION, HAN, METADATA, STYLES, galley, note, section, stylesheets

SIZE = 7.5
LEADING = 10.0


@dataclass(frozen=True)
class Row:
    """One line of side notes: page, text, edges and baseline in pt."""

    page: int
    text: str
    left: float
    right: float
    baseline: float


def book(*paragraphs: str) -> Galley:
    sheets = {**stylesheets(), "marks.css": (STYLES / "marks.css").read_text(encoding="utf-8")}
    html = "".join(f'<p data-span="t.md:{line}:1">{text}</p>' for line, text in enumerate(paragraphs, 1))
    return galley(section(html, first=True), css=sheets)


def side(text: str, line: int = 1) -> str:
    return f'<small class="side-note" data-span="t.md:{line}:9">{text}</small>'


def pressed(*paragraphs: str) -> tuple[Pages, Report]:
    outcome = press(book(*paragraphs), EDITION, METADATA)
    return outcome.value, outcome.report


def side_rows(pages: Pages) -> list[Row]:
    """The lines in type of the side notes that stand beside the type area."""
    found = []
    with pymupdf.open(stream=pages.pdf, filetype="pdf") as document:  # type: ignore[no-untyped-call]
        for fact in pages.facts.pages:
            rows: dict[float, list[tuple[float, float, str]]] = {}
            for trace in document[fact.index].get_texttrace():
                for code, _, (x, y), (_, _, end, _) in trace["chars"]:
                    if abs(trace["size"] - SIZE) < 0.01 and not fact.type_area[0] <= x <= fact.type_area[2]:
                        rows.setdefault(round(y, 2), []).append((x, end, chr(code)))
            for baseline, cells in sorted(rows.items()):
                cells.sort()
                text = "".join(cell[2] for cell in cells)
                found.append(Row(fact.index, text, cells[0][0], cells[-1][1], baseline))
    return found


def line_baselines(pages: Pages, page: int) -> list[float]:
    return [line.baseline for line in pages.facts.lines if line.page == page]


def test_it_stands_outside_beside_its_line_ragged_towards_the_edge() -> None:
    pages, report = pressed(HAN + side("甲乙丙丁戊己庚"), HAN * 20, HAN + side("子丑寅卯辰巳午") + HAN)
    assert not [item for item in report.diagnostics if item.code.id != "P120"]
    rows = side_rows(pages)
    assert "".join(row.text for row in rows) == "甲乙丙丁戊己庚子丑寅卯辰巳午"
    recto = [row for row in rows if row.page == rows[0].page]
    verso = [row for row in rows if row.page != rows[0].page]
    right, left = pages.facts.pages[recto[0].page].type_area[2], pages.facts.pages[verso[0].page].type_area[0]
    clear = 3 / 25.4 * 72
    assert {round(row.left - right - clear, 1) for row in recto} == {0.0}, "flush inside on a recto"
    assert {round(left - row.right - clear, 1) for row in verso} == {0.0}, "flush inside on a verso"
    for found in (recto, verso):
        assert min(abs(line - found[0].baseline) for line in line_baselines(pages, found[0].page)) < 0.02
        assert all(after.baseline - row.baseline == pytest.approx(LEADING, abs=0.02) for row, after in pairwise(found))
    assert recto[0].baseline == pytest.approx(line_baselines(pages, recto[0].page)[1], abs=0.02)


def test_the_lines_are_those_of_the_text_without_it() -> None:
    words = [HAN * 3, "见 Hoffmann 的 Handbook，", HAN * 2, "“好”", HAN * 30]
    plain, _ = pressed("".join(words))
    noted, _ = pressed(side("注").join(words))
    assert [(line.page, line.baseline, line.extent) for line in noted.facts.lines] == [
        (line.page, line.baseline, line.extent) for line in plain.facts.lines
    ]
    assert [page.characters for page in noted.facts.pages] == [page.characters for page in plain.facts.pages]
    assert [page.last for page in noted.facts.pages] == [page.last for page in plain.facts.pages]
    assert [text.body for text in read_text(noted.pdf, noted.facts)] == [
        text.body for text in read_text(plain.pdf, plain.facts)
    ]


def test_it_belongs_to_the_line_of_the_character_before_it() -> None:
    pages, _ = pressed(HAN[:25] + side("行末之注") + HAN * 2)  # 27 characters of which two are the indent
    (row,) = side_rows(pages)
    assert row.baseline == pytest.approx(line_baselines(pages, row.page)[0], abs=0.02)


def test_notes_that_would_overlap_are_pushed_down() -> None:
    pages, report = pressed(HAN[:5] + side("甲" * 12) + HAN[:5] + side("乙" * 12) + HAN * 9)
    assert not [item for item in report.diagnostics if item.code.id != "P120"]
    rows = side_rows(pages)
    assert [row.text[0] for row in rows] == ["甲"] * 3 + ["乙"] * 3
    assert all(after.baseline - row.baseline > LEADING - 0.02 for row, after in pairwise(rows))
    assert rows[3].baseline - rows[2].baseline == pytest.approx(1.4 * LEADING, abs=0.02)


def test_what_would_leave_the_foot_moves_up() -> None:
    filled = HAN * 15 + side("丙" * 30) + HAN[:20]
    pages, report = pressed(filled)
    assert not [item for item in report.diagnostics if item.code.id != "P120"]
    rows = side_rows(pages)
    bottom = pages.facts.pages[rows[0].page].type_area[3]
    assert max(row.baseline for row in rows) < bottom
    assert rows[0].baseline < max(line_baselines(pages, rows[0].page))
    assert "丙" * 30 in "".join(row.text for row in rows)


def test_too_many_for_the_page_are_reported_and_all_are_drawn() -> None:
    pages, report = pressed(HAN + "".join(side(character * 90, 1) for character in "甲乙丙丁"))
    assert [(item.code.id, str(item.place)) for item in report.diagnostics if item.code.id != "P120"] == [
        ("P121", "t.md:1:9")
    ]
    assert sum(len(row.text) for row in side_rows(pages)) == 360


def test_one_in_a_paragraph_of_its_own_is_reported() -> None:
    _, report = pressed(HAN, side("无所依附", 2))
    assert ("P122", "t.md:2:9") in [(item.code.id, str(item.place)) for item in report.diagnostics]


def test_it_is_read_back_apart_from_text_and_notes() -> None:
    pages, _ = pressed(HAN + side("旁注甲") + HAN + note(1, "脚注" + side("旁注乙") + "在此", 1) + HAN)
    read = next(text for text in read_text(pages.pdf, pages.facts) if text.section == "c1")
    assert "".join(read.sides.split()) == "旁注甲旁注乙"
    assert "".join(read.body.split()).replace("①", "") == HAN * 3
    assert "脚注在此" in "".join(read.notes.split())


def test_a_margin_too_narrow_for_side_notes_is_named_once() -> None:
    small = replace(METADATA, trim=Trim(Decimal(92), Decimal(126)))
    html = f'<p data-span="t.md:1:1">{HAN[:20]}{side("旁注一句")}{HAN[20:40]}{side("又一句")}{HAN[40:60]}</p>'
    sheets = {**stylesheets(), "marks.css": (STYLES / "marks.css").read_text(encoding="utf-8")}
    report = press(galley(section(html, first=True), css=sheets), EDITION, small).report
    (found,) = (item for item in report.diagnostics if item.code.id == "P123")
    assert str(found.place) == "t.md:1:9"
    usual = press(galley(section(html, first=True), css=sheets), EDITION, METADATA).report
    assert all(item.code.id != "P123" for item in usual.diagnostics)
