"""Notes: none is lost and none is doubled, in either medium."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.model.block import CodeBlock, Figure, List, ListItem, Quote, Table
from fuzi.model.book import Note, Typesetting
from fuzi.model.inline import Link
from fuzi.render import render
from fuzi.render.notes import mark

from .books import at, call, cells, emphasis, note, of, page, par, reflow, text


def html(copy: object, edition: object) -> str:
    outcome = render(copy, edition)  # type: ignore[arg-type]
    assert not outcome.report.diagnostics
    return outcome.value.sections[-1].html


def test_marks() -> None:
    assert [mark(number) for number in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "〔51〕"]


def books(scope: str, count: int = 2) -> tuple[str, str]:
    """The text of two chapters in print and in a reading system."""
    copy = of(*(par("甲", call(str(number))) for number in range(1, count + 1)), notes=notes_to(count))
    two = (*copy.body, replace(copy.body[0], id="two"))
    settings = replace(copy.settings, typesetting=Typesetting(notes=scope))
    copy = replace(copy, settings=settings, body=two)
    made = [render(copy, edition).value.sections[-2:] for edition in (page(), reflow())]
    return "".join(item.html for item in made[0]), "".join(item.html for item in made[1])


def notes_to(count: int) -> tuple[Note, ...]:
    return tuple(note(number, par("注")) for number in range(1, count + 1))


def test_numbers_run_through_the_book_when_it_says_so_in_both_media() -> None:
    printed, flowing = books("book")
    assert re.findall('data-mark="(.)"', printed) == ["①", "②", "③", "④"]
    assert re.findall(">(.)</a>", flowing) == ["①", "②", "①", "②", "③", "④", "③", "④"]


@pytest.mark.parametrize("scope", ["page", "chapter"])
def test_a_reading_system_has_no_pages_and_numbers_by_chapter(scope: str) -> None:
    assert re.findall(">(.)</a>", books(scope)[1]) == ["①", "②", "①", "②"] * 2


def test_what_is_numbered_by_page_gets_marks_as_wide_as_those_of_a_page() -> None:
    printed, flowing = books("page", 60)
    assert re.findall('data-mark="([^"]+)"', printed)[48:52] == ["㊾", "㊿", "①", "②"]
    assert "〔51〕" in flowing


def test_printed_note_stands_at_its_first_call_only() -> None:
    made = html(of(par("甲", call("1"), "乙", call("1")), notes=(note(1, par("注")),)), page())
    assert made.count('<span class="note-par">注</span>') == 1
    assert '乙<a class="note-again" href="#note-one-1" data-mark="①"></a>' in made
    assert 'data-mark="①" data-number="1"' in made


def test_reflowing_note_leads_there_and_back() -> None:
    made = html(of(par("甲", call("1"), "乙", call("1")), notes=(note(1, par("注"), par("再注")),)), reflow())
    assert made.count('id="call-one-1"') == 1
    assert made.count('href="#note-one-1"') == 2
    assert '<aside class="note" id="note-one-1" epub:type="footnote" role="doc-footnote">' in made
    assert re.search(r'<a class="note-back" href="#call-one-1" role="doc-backlink"[^>]*>①</a> 注</p>', made)
    assert "<p>再注</p>" in made


def test_printed_note_holds_no_block_elements() -> None:
    inside = (
        par("一", emphasis("强")),
        Quote((par("引"),), at(1), text("——某")),
        List(True, (ListItem((par("项"),), at(1)),), at(1)),
        CodeBlock("a\n\nb", "", at(1)),
        Table(cells("头"), (cells("格"),), (), text("题"), "t", at(1), "表 1"),
    )
    made = html(of(par("甲", call("1"), "乙"), notes=(note(1, *inside),)), page())
    paragraph = next(line for line in made.splitlines() if 'class="note"' in line)
    assert re.fullmatch("<p .*</p>", paragraph)
    names = set(re.findall(r"<(\w+)", paragraph)) - {"p"}
    assert names <= {"span", "em", "br", "code", "a", "img", "strong"}
    for word in "一强引某项头格题":
        assert word in paragraph


def test_note_on_a_note_follows_it() -> None:
    made = html(of(par("甲", call("1")), notes=(note(1, par("外", call("2"))), note(2, par("内")))), page())
    assert made.index("外") < made.index("内")
    assert made.count('class="note"') == 2
    outer = made[made.index('id="note-one-1"') : made.index('id="note-one-2"')]
    assert '<a class="note-again" href="#note-one-2" data-mark="②"></a></span></span>' in outer


def test_call_inside_a_link_comes_after_it() -> None:
    copy = of(par(Link("https://example.com/", (*text("网页"), call("1")), at(1))), notes=(note(1, par("注")),))
    assert '网页</a><a class="noteref"' in html(copy, reflow())


def test_figure_in_a_note_is_reported_when_missing() -> None:
    figure = Figure("figures/no.png", "无图", False, (), "f", at(9))
    outcome = render(of(par("甲", call("1")), notes=(note(1, figure),)), page())
    assert [item.code.id for item in outcome.report.diagnostics] == ["R105"]
    assert "无图" in outcome.value.sections[-1].html


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_every_called_note_is_there_once(calls: list[int]) -> None:
    order = list(dict.fromkeys(calls))
    number = {key: order.index(key) + 1 for key in order}
    notes = tuple(note(number[key], par(f"注文{number[key]}号")) for key in order)
    copy = of(*(par("正文", call(str(number[key]))) for key in calls), notes=notes)
    for edition in (page(), reflow()):
        made = html(copy, edition)
        for item in notes:
            assert made.count(f"注文{item.number}号") == 1
