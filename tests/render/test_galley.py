"""The stage as a whole: golden HTML, and what must hold for every galley."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from fuzi.model.block import CodeBlock, List, ListItem, Quote
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.galley import Galley, Matter
from fuzi.model.inline import Link
from fuzi.model.report import Severity
from fuzi.render import render

from .books import at, book, call, chapter, note, of, page, par, reflow, run, text

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "FUZI_GOLDEN"
"""Set this variable to write the golden files anew, then read the difference."""


def made(copy: FairCopy, edition: Edition) -> Galley:
    outcome = render(copy, edition)
    assert [item.message("en") for item in outcome.report.diagnostics] == []
    return outcome.value


def codes(copy: FairCopy, edition: Edition) -> list[str]:
    return [item.code.id for item in render(copy, edition).report.diagnostics]


@pytest.mark.parametrize("edition", [page(), reflow()], ids=["page", "reflow"])
def test_golden(edition: Edition) -> None:
    html = "\n".join(section.html for section in made(book(), edition).sections) + "\n"
    file = GOLDEN / f"{edition.medium.value}.html"
    if os.environ.get(UPDATE):
        file.parent.mkdir(exist_ok=True)
        file.write_text(html, "utf-8")
    assert html == file.read_text("utf-8")


def test_order_of_print_pages() -> None:
    assert [section.kind for section in made(book(), page()).sections] == [
        *("half-title", "series", "title", "copyright", "contributors", "preface", "contents"),
        *("part", "chapter", "chapter", "afterword", "colophon"),
    ]


def test_order_in_reading_systems() -> None:
    assert [section.kind for section in made(book(), reflow()).sections] == [
        *("title", "series", "copyright", "contributors", "preface"),
        *("part", "chapter", "chapter", "afterword", "colophon"),
    ]


def test_matter_and_landmarks() -> None:
    sections = {section.id: section for section in made(book(), page()).sections}
    assert sections["preface"].matter is Matter.FRONT
    assert sections["part-river"].matter is Matter.BODY
    assert sections["after"].matter is Matter.BACK
    assert sections["preface"].landmark == "preface"
    assert sections["part-river"].landmark == "bodymatter"
    assert sections["one"].landmark == ""
    assert sections["one"].source == "text/one.md"


def test_one_first_body_section() -> None:
    html = "".join(section.html for section in made(book(), page()).sections)
    assert html.count("first-body") == 1


def test_same_input_same_bytes() -> None:
    assert made(book(), page()) == made(book(), page())


def test_only_used_pictures_travel() -> None:
    names = [asset.path for asset in made(book(), reflow()).assets]
    assert len(names) == 1
    assert re.fullmatch(r"assets/picture-[0-9a-f]{8}\.png", names[0])


@pytest.mark.parametrize("edition", [page(), reflow()], ids=["page", "reflow"])
def test_every_picture_shown_is_in_the_galley(edition: Edition) -> None:
    galley = made(book(), edition)
    shown = set(re.findall(r'src="([^"]+)"', "".join(section.html for section in galley.sections)))
    assert shown == {asset.path for asset in galley.assets}


def test_places_only_in_print() -> None:
    assert "data-span" not in "".join(section.html for section in made(book(), reflow()).sections)
    assert 'data-span="text/one.md:5:1"' in "".join(section.html for section in made(book(), page()).sections)


def test_no_space_between_inlines() -> None:
    root = etree.fromstring(re.sub(r"epub:type", "type", made(book(), page()).sections[8].html))
    first = next(item for item in root.iter("p") if item.get("data-span") == "text/one.md:5:1")
    words = "".join(first.itertext())
    assert words.startswith("这是我想做的事。所以还开着")
    assert not re.search(r"\s", words)


def test_lines_of_code_keep_their_line_feeds_in_reading_systems() -> None:
    words = "a\n\n    b\n"
    html = next(item.html for item in made(of(CodeBlock(words, "", at(1))), reflow()).sections if item.id == "one")
    code = etree.fromstring(re.search(r"<pre.*?</pre>", html, re.DOTALL)[0])
    assert "".join(code.itertext()) == words
    assert [item.text for item in code.iter("span")] == ["a\n", "\n", "    b\n", None]


def test_control_character_is_reported_with_its_file() -> None:
    outcome = render(of(par("坏\x0b字")), page())
    assert [(item.code.id, str(item.place)) for item in outcome.report.diagnostics] == [("R106", "text/one.md")]


def test_link_into_the_book() -> None:
    good = of(par(Link("#one", text("此章"), at(4))))
    assert '<a class="link" href="#one">此章</a>' in made(good, page()).sections[-1].html
    assert codes(of(par(Link("#nowhere", text("别处"), at(4)))), page()) == ["R109"]


def test_other_schemes_are_plain_text() -> None:
    galley = made(of(par(Link("javascript:x()", text("点我"), at(4)))), reflow())
    assert "javascript" not in galley.sections[-1].html
    assert "点我" in galley.sections[-1].html


def test_id_that_the_tool_uses_is_reported() -> None:
    copy = replace(of(par("甲")), back=(chapter("title-page", "重名"),))
    assert set(codes(copy, page())) == {"R110"}


def test_unknown_theme_falls_back_to_base() -> None:
    copy = of(par("甲"))
    outcome = render(replace(copy, settings=replace(copy.settings, theme="nobody")), page())
    assert [item.code.id for item in outcome.report.diagnostics] == ["R101"]
    assert outcome.value.sections[-1].id == "one"


def test_missing_picture_shows_its_text() -> None:
    copy = replace(book(), assets=())
    outcome = render(copy, reflow())
    assert [item.code.id for item in outcome.report.diagnostics] == ["R105"]
    assert '<p class="missing">一盏灯</p>' in "".join(section.html for section in outcome.value.sections)


def test_missing_label_is_reported_once() -> None:
    copy = book()
    labels = {key: word for key, word in copy.variant.labels.items() if key != "trim"}
    outcome = render(replace(copy, variant=replace(copy.variant, labels=labels)), page())
    assert [item.code.id for item in outcome.report.diagnostics] == ["R107"]


@pytest.mark.parametrize("edition", [page(), reflow()], ids=["page", "reflow"])
def test_nesting_has_a_limit_and_no_crash(edition: Edition) -> None:
    quoted, listed = par("底"), par("底")
    for _ in range(300):
        quoted, listed = Quote((quoted,), at(3)), List(False, (ListItem((listed,), at(3)),), at(3))  # type: ignore[assignment]
    assert codes(of(quoted, listed), edition) == ["R111", "R111"]


def test_missing_note_is_reported() -> None:
    assert codes(of(par("甲", call("9"))), page()) == ["R104"]


def test_labels_and_language_travel() -> None:
    galley = made(book(), reflow())
    assert galley.language == "zh-Hans"
    assert galley.labels["contents"] == "目录"
    assert galley.title == "春水街的读书会"


def test_errors_are_errors() -> None:
    outcome = render(of(par("甲"), notes=(note(1, par("乙")),)), page())
    assert not outcome.report.failed
    assert all(item.severity is not Severity.ERROR for item in outcome.report.diagnostics)


def test_markup_in_text_is_text() -> None:
    html = made(of(par(*run("<script>&amp;</script>"))), reflow()).sections[-1].html
    assert "&lt;script&gt;&amp;amp;&lt;/script&gt;" in html
