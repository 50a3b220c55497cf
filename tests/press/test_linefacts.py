"""What is known of each line that was set, and where the glyphs of the PDF stand in it."""

from __future__ import annotations

import pytest
from weasyprint.layout import inline

from fuzi.check.gauge import gauge
from fuzi.model.product import LineFact, PageFacts
from fuzi.model.source import Place
from fuzi.press import press
from fuzi.press.engine import linefacts
from fuzi.press.glyphs import read_glyphs
from tests.press.samples import EDITION, METADATA, galley, note, paragraph, section, stylesheets

SIZE, LEADING, MEASURE = 10.5, 17.5, 27 * 10.5


def pressed(html: str, css: str = "") -> tuple[PageFacts, bytes]:
    sheets = {**stylesheets(), "more.css": css}
    pages = press(galley(section(html, first=True), css=sheets), EDITION, METADATA).value
    return pages.facts, pages.pdf


def lines(html: str, css: str = "") -> tuple[LineFact, ...]:
    return pressed(html, css)[0].lines


def test_the_engine_marks_its_lines_once() -> None:
    before = inline.text_align
    linefacts.install()
    assert inline.text_align is before


def test_a_paragraph_has_a_first_line_and_a_closing_one() -> None:
    facts, _ = pressed(paragraph(60, 3))
    left, _, right, _ = facts.pages[0].type_area
    assert len(facts.lines) == 3
    assert [(line.first, line.closing, line.indent) for line in facts.lines] == [
        (True, False, 2 * SIZE),
        (False, False, 0.0),
        (False, True, 0.0),
    ]
    assert {line.paragraph for line in facts.lines} == {1}
    for line in facts.lines:
        assert (line.left, line.right) == (pytest.approx(left, abs=0.01), pytest.approx(right, abs=0.01))
        assert line.measure == pytest.approx(MEASURE, abs=0.01)
        assert line.place == Place("text/01.md", 3, 1)
        assert line.justified
        assert line.body
        assert line.size == SIZE
        assert line.bottom - line.top == pytest.approx(LEADING, abs=0.01)
        assert line.top < line.baseline < line.bottom


def test_a_forced_break_closes_a_line_and_not_the_paragraph() -> None:
    found = lines('<p data-span="text/01.md:1:1">春天<br/>来到河边</p>')
    assert [(line.closing, line.first, line.paragraph) for line in found] == [(True, True, 1), (True, False, 1)]


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = lines("".join(paragraph(27 * 10, number) for number in range(1, 4)))
    assert {line.page for line in found} == {0, 1}
    assert {line.paragraph for line in found} == {1, 2, 3}
    assert sum(line.first for line in found) == 3
    assert sum(line.closing for line in found) == 3


def test_a_line_that_is_centred_knows_the_whole_measure() -> None:
    facts, _ = pressed('<h2 class="heading level-2" data-span="text/01.md:1:1">题目</h2>' + paragraph(10, 2))
    heading, text = facts.lines
    assert (heading.left, heading.right) == (pytest.approx(text.left), pytest.approx(text.right))
    assert heading.extent[0] > heading.left + 100
    assert not heading.justified
    assert not heading.body


def test_a_float_takes_its_room() -> None:
    html = '<div class="aside">旁</div>' + paragraph(100, 2)
    found = lines(html, ".aside { float: left; width: 105pt; height: 30pt }")
    beside = [line for line in found if line.body]
    assert [round(line.measure / SIZE) for line in beside] == [17, 17, *[27] * (len(beside) - 2)]
    assert beside[0].left == pytest.approx(beside[-1].left + 105, abs=0.01)
    assert not next(line for line in found if line.measure < 110).body


def test_a_table_and_a_list_stand_in_their_own_measure() -> None:
    html = (
        '<ul class="list"><li><p class="item" data-span="text/01.md:5:1"><span class="marker">—</span>'
        + "春天来到河边的小镇" * 5
        + '</p></li></ul><div class="table-block"><table>'
        "<tr><td>春天来到河边的小镇</td><td>人们</td></tr></table></div>"
    )
    found = lines(html)
    item = [line for line in found if line.body]
    cells = [line for line in found if not line.body]
    assert item[0].indent == pytest.approx(-1.75 * SIZE)
    assert item[0].solids == ((pytest.approx(item[0].left - 1.75 * SIZE), pytest.approx(item[0].left)),)
    assert item[0].left == item[1].left
    assert len(cells) == 2
    assert cells[0].right < cells[1].left
    assert not cells[0].justified


def test_notes_follow_the_text_with_their_number() -> None:
    html = f'<p data-span="text/01.md:1:1">春天{note(1, "注文一。", 1)}来到{note(2, "注文二。", 1)}河边</p>'
    text, *notes = lines(html)
    assert [len(line.calls) for line in (text, *notes)] == [2, 0, 0]
    assert text.marker is None
    assert all(line.notes and line.marker and not line.body and line.size == 9 for line in notes)
    assert [line.place for line in notes] == [Place("text/01.md", 1, 9)] * 2
    assert text.calls[0][1] < text.calls[1][0]


def test_heads_folios_leaders_and_code_are_left_out() -> None:
    css = ".led::after { content: leader('.') '9' } .kept { white-space: pre-wrap }"
    html = paragraph(10, 1) + '<p class="led">春天</p><p class="kept">来到 河边</p>'
    assert len(lines(html, css)) == 1


def test_the_manner_of_the_pages() -> None:
    facts, _ = pressed(paragraph(10, 1))
    assert (facts.manner.leading, facts.manner.size, facts.manner.centred) == (LEADING, SIZE, False)
    centred, _ = pressed(paragraph(10, 1), ":root { --mark-position: centre; --kinsoku: strict }")
    assert (centred.manner.centred, centred.manner.strict) == (True, True)


def test_glyphs_stand_where_they_are_drawn() -> None:
    facts, pdf = pressed('<p class="flush" data-span="text/01.md:1:1">春天来到</p>')
    line = facts.lines[0]
    glyphs = [glyph for glyph in next(read_glyphs(pdf)) if line.top < glyph.y < line.bottom]
    assert "".join(glyph.character for glyph in glyphs) == "春天来到"
    for place, glyph in enumerate(glyphs):
        assert glyph.x == pytest.approx(line.left + place * SIZE, abs=0.01)
        assert glyph.advance == pytest.approx(SIZE, abs=0.01)
        assert glyph.y == pytest.approx(line.baseline, abs=0.01)
        assert glyph.size == pytest.approx(SIZE)


def test_a_glyph_of_two_characters_is_divided_between_them() -> None:
    facts, pdf = pressed('<p class="flush" data-span="text/01.md:1:1">春——天</p>')
    line = facts.lines[0]
    glyphs = [glyph for glyph in next(read_glyphs(pdf)) if line.top < glyph.y < line.bottom]
    assert "".join(glyph.character for glyph in glyphs) == "春——天"
    _, first, second, after = glyphs
    assert first.advance == second.advance > 0
    assert second.x == pytest.approx(first.x + first.advance)
    assert after.x >= second.x + second.advance - 0.01


def test_the_gauge_reads_a_pressed_page() -> None:
    html = paragraph(27 * 8, 1) + f'<p data-span="text/01.md:3:1">春天{note(1, "注文。", 3)}来</p>'
    facts, pdf = pressed(html)
    figures = gauge(facts, read_glyphs(pdf), "zh-Hans/pdf").value
    assert figures.full == 8
    assert figures.flush == 8
    assert figures.uneven == 0
    assert (figures.phases, figures.off_grid) == (1, 0)
    assert (figures.calls, figures.notes, figures.astray) == (1, 1, 0)


def test_a_block_that_is_moved_takes_its_measure_along() -> None:
    css = ".off { position: relative; left: 3pt }"
    facts, pdf = pressed('<p class="off" data-span="text/01.md:9:1">' + "春天来到河边" * 12 + "</p>", css)
    figures = gauge(facts, read_glyphs(pdf), "zh-Hans/pdf").value
    assert facts.lines[0].left == pytest.approx(facts.pages[0].type_area[0] + 3, abs=0.01)
    assert (figures.full, figures.flush, figures.uneven) == (2, 2, 0)
