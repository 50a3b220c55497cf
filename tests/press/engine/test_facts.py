"""What is known of each page of a small book."""

from __future__ import annotations

import pytest

from fuzi.model.galley import Matter, Section
from fuzi.model.product import PageFacts, TextPosition
from fuzi.press import press
from fuzi.press.engine.facts import roman
from tests.press.samples import EDITION, HAN, METADATA, galley, note, paragraph, section

TITLE = Section(
    "title-page",
    "title",
    Matter.FRONT,
    "扉页",
    '<section id="title-page" class="title leaf matter-front" data-title="扉页" data-head="桥上的灯">'
    '<div class="title-head"><h1 class="book-title length-short">桥上的灯</h1></div></section>',
)
PART = Section(
    "part1",
    "part",
    Matter.BODY,
    "上篇",
    '<section id="part1" class="part matter-body first-body" data-title="上篇" data-head="桥上的灯">'
    '<header class="part-head"><h1 class="part-title" data-span="book.yaml:9:5">上篇</h1></header></section>',
)


@pytest.fixture(scope="module")
def facts() -> PageFacts:
    preface = section(paragraph(200, 1), id="preface", kind="preface", matter=Matter.FRONT)
    first = section(
        paragraph(1500, 5) + '<h2 class="heading level-2" id="h1" data-title="一">一</h2>' + paragraph(30, 9)
    )
    second = section(f'<p data-span="t2.md:1:1">第一{note(1, HAN, 3)}<em>第</em>二</p>', id="c2")
    return press(galley(TITLE, preface, PART, first, second), EDITION, METADATA).value.facts


def test_folios_are_roman_and_begin_anew_with_the_body(facts: PageFacts) -> None:
    assert [page.folio for page in facts.pages] == ["i", "ii", "1", "2", "3", "4", "5", "6"]
    assert [page.section for page in facts.pages] == ["title-page", "preface", "part1", "c1", "c1", "c1", "c2", "c2"]


def test_the_body_begins_on_a_recto(facts: PageFacts) -> None:
    assert facts.pages[2].index % 2 == 0


def test_blank_pages_belong_to_the_section_before_them() -> None:
    pages = press(
        galley(section(paragraph(20, 1), id="p", matter=Matter.FRONT), PART), EDITION, METADATA
    ).value.facts.pages
    assert [(page.folio, page.section, page.blank) for page in pages] == [
        ("i", "p", False),
        ("ii", "p", True),
        ("1", "part1", False),
        ("2", "part1", True),
    ]
    assert pages[1].first is None


def test_text_runs_on_from_page_to_page(facts: PageFacts) -> None:
    one, two, three = facts.pages[3:6]
    assert one.first == TextPosition("text/01.md:5:1", 0)
    assert one.last is not None
    assert two.first == TextPosition("text/01.md:5:1", one.last.offset + 1)
    assert two.last is not None
    assert three.first == TextPosition("text/01.md:5:1", two.last.offset + 1)
    assert three.last == TextPosition("text/01.md:9:1", 29)
    assert one.characters + two.characters + three.characters == 1500 + 1 + 30


def test_offsets_leave_notes_out(facts: PageFacts) -> None:
    page = facts.pages[6]
    assert (page.first, page.last) == (TextPosition("t2.md:1:1", 0), TextPosition("t2.md:1:1", 3))
    assert page.lines == 1


def test_notes_begin_where_they_are_printed(facts: PageFacts) -> None:
    page = facts.pages[6]
    _, top, _, bottom = page.type_area
    assert top < page.notes_top < bottom
    assert [fact.notes_top for fact in facts.pages[:6]] == [0.0] * 6


def test_full_pages_have_all_their_lines(facts: PageFacts) -> None:
    assert facts.grid == (27, 27)
    assert facts.pages[4].lines == 27
    assert facts.pages[4].characters == 27 * 27


def test_type_areas_are_mirrored_and_hold_the_grid(facts: PageFacts) -> None:
    recto, verso = facts.pages[2].type_area, facts.pages[3].type_area
    for area in (recto, verso):
        assert area[2] - area[0] == pytest.approx(27 * 10.5, abs=0.2)
        assert area[3] - area[1] == pytest.approx(27 * 17.5, abs=0.2)
    assert recto[0] > verso[0], "the gutter is wider"


def test_anchors_lead_to_their_pages(facts: PageFacts) -> None:
    assert facts.anchors["c2"] == 6
    assert facts.anchors["h1"] == 5
    assert facts.anchors["note-c1-1"] == 6
    assert facts.anchors["title-page"] == 0


def test_glyphs_are_counted_by_family(facts: PageFacts) -> None:
    assert facts.glyphs["Noto Serif CJK SC"] >= len(set(HAN))
    assert set(facts.glyphs) <= {"Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "TeX Gyre Pagella Latin"}


def test_white_space_and_repeated_table_heads_do_not_lead_astray() -> None:
    rows = "".join(f'<tr><td data-span="t.md:{row}:1">第 {row} 行</td></tr>' for row in range(60))
    head = '<thead><tr><th data-span="t.md:0:0">表　头</th></tr></thead>'
    table = f'<div class="table-block"><table>{head}<tbody>{rows}</tbody></table></div>'
    html = table + '<p data-span="t.md:99:1">甲\n  乙</p>'
    pages = press(galley(section(html)), EDITION, METADATA).value.facts.pages
    assert pages[0].first == TextPosition("t.md:0:0", 0)
    assert pages[1].first is not None
    assert pages[1].first.offset == 0
    assert pages[0].last is not None
    assert int(pages[1].first.span.split(":")[1]) == int(pages[0].last.span.split(":")[1]) + 1
    assert [page.last for page in pages if not page.blank][-1] == TextPosition("t.md:99:1", 4)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (48, "xlviii"), (1999, "mcmxcix")]
)
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text
