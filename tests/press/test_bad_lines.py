"""Text that no measure suits: it is set as well as it can be, nothing is lost, and the page's fault has its place."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from fuzi.check.gauge import gauge
from fuzi.model.gauge import Gauge
from fuzi.model.metadata import Trim
from fuzi.model.product import Pages
from fuzi.model.report import Outcome
from fuzi.press import press
from fuzi.press.glyphs import read_glyphs
from fuzi.press.reader import read_text
from tests.press.random_pages import RandomPage, losses, set_page, style
from tests.press.random_text import Scribe
from tests.press.samples import EDITION, HAN, METADATA, galley, section

SMALLEST = replace(METADATA, trim=Trim(Decimal(66), Decimal(100)))
"""Twelve characters to the line, the shortest measure that a book may have."""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = ("https://example.org/" + "archive/of/all/that/was/ever-printed_in_this_town/" * 6)[
    :280
] + "?page=1&line=2#note3"


def pressed(html: str, *, small: bool = False) -> tuple[Outcome[Pages], str]:
    """One paragraph as a book: what the press says of it, and its text read back without white space."""
    outcome = press(galley(section(f'<p data-span="t.md:4:1">{html}</p>')), EDITION, SMALLEST if small else METADATA)
    text = "".join(part.body for part in read_text(outcome.value.pdf, outcome.value.facts))
    return outcome, "".join(text.split())


def gauged(outcome: Outcome[Pages]) -> Outcome[Gauge]:
    return gauge(outcome.value.facts, read_glyphs(outcome.value.pdf), "zh-Hans/pdf")


def unhyphened(text: str) -> str:
    return text.replace("-", "").replace("‐", "")


def han(length: int) -> str:
    return "".join(HAN[index % len(HAN)] for index in range(length))


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("before", [0, 1, 9, 20])
def test_a_word_longer_than_the_measure_is_divided_and_kept_whole(small: bool, before: int) -> None:
    outcome, text = pressed(f"{han(before)}{LONG}{han(30)}", small=small)
    assert unhyphened(text) == han(before) + LONG + han(30)
    assert outcome.report.diagnostics == (), "it never stands out of the type area"
    assert gauged(outcome).value.kinsoku == 0


def test_a_word_that_may_not_be_divided_stands_out_and_is_named_with_its_place() -> None:
    word = LONG[:60]  # all of it would leave the paper
    outcome, text = pressed(f'{han(9)}<span style="white-space:nowrap">{word}</span>{han(9)}')
    assert text == han(9) + word + han(9)
    said = [*outcome.report.diagnostics, *gauged(outcome).report.diagnostics]
    assert {"t.md:4:1"} == {str(item.place) for item in said}
    assert {item.code.id for item in said} & {"P112", "C128"}


@pytest.mark.parametrize("small", [False, True])
def test_an_address_of_three_hundred_characters_breaks_where_it_must(small: bool) -> None:
    assert len(ADDRESS) == 300
    shown = ADDRESS.replace("&", "&amp;")
    outcome, text = pressed(f'{han(11)}<a class="link external" href="{shown}">{shown}</a>{han(40)}', small=small)
    assert text == han(11) + ADDRESS + han(40), "no hyphen is added to an address"
    assert outcome.report.diagnostics == ()
    figures = gauged(outcome).value
    assert (figures.flush, figures.kinsoku) == (figures.full, 0)


def test_forty_nested_inlines_are_set_like_one() -> None:
    tags = ["em", "strong", "span", "a", "code"] * 8
    opening = "".join(f"<{tag}>{HAN[index]}" for index, tag in enumerate(tags))
    closing = "".join(f"</{tag}>{HAN[index]}" for index, tag in enumerate(reversed(tags)))
    outcome, text = pressed(opening + han(60) + closing + "。")
    assert text == HAN[:40] + han(60) + HAN[:40] + "。"
    assert outcome.report.diagnostics == ()
    figures = gauged(outcome).value
    assert (figures.flush, figures.kinsoku, figures.phases) == (figures.full, 0, 1)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_a_measure_of_five_characters_holds_any_text(language: str) -> None:
    scribe = Scribe(random.Random(5))
    text = "".join(scribe.passage(200, 400) for _ in range(5)).replace("&", "&amp;").replace("<", "&lt;")
    page = RandomPage(language, 5, style(language, 5, 27), f'<p data-span="t.md:4:1">{text}</p>')
    laid_out, pdf, _ = set_page(page)
    assert list(losses(laid_out.root, list(read_glyphs(pdf)))) == []
    assert len(laid_out.document.pages) > 1


def test_a_paragraph_of_two_hundred_thousand_characters_is_set_whole() -> None:
    scribe = Scribe(random.Random(2), exotic=False)
    sentences = ["".join(f"{scribe.han(4, 14)}，" for _ in range(3)) + f"“{scribe.han(3, 9)}。”" for _ in range(400)]
    passage = "".join(sentences)
    whole = (passage * (200_000 // len(passage) + 1))[:200_000]
    outcome, text = pressed(whole)
    assert text == whole
    assert outcome.report.diagnostics == ()
    figures = gauged(outcome).value
    assert figures.full > 6_500
    assert (figures.flush, figures.kinsoku, figures.loose, figures.phases) == (figures.full, 0, 0, 1)


@pytest.mark.parametrize(
    "words",
    ["السلام عليكم", "שלום עולם", "abc שלום def", "«مرحبا» (123) بكم", "\u202bשלום\u202c", "שלום 12.5% עולם"],
)
def test_words_from_right_to_left_are_drawn_in_their_places(words: str) -> None:
    outcome, _ = pressed(f"{han(20)}{words}{han(20)}，{words}。{han(50)}")
    assert {item.code.id for item in outcome.report.diagnostics} <= {"P103"}, "only that the fonts are not ours"
    glyphs = [glyph for page in read_glyphs(outcome.value.pdf) for glyph in page if glyph.size > 10]
    drawn = Counter(glyph.character for glyph in glyphs)
    for letter, count in Counter(re.sub(r"[\s\u202b\u202c]", "", words)).items():
        assert drawn[letter] >= count * 2, letter
    seen = "".join(glyph.character for glyph in sorted(glyphs, key=lambda glyph: (round(glyph.y, 1), glyph.x)))
    shape = "".join(filter(f"#{HAN}".__contains__, _marked(seen)))
    assert re.sub("#+", "#", shape) == f"{han(20)}#{han(20)}#{han(50)}"
    assert gauged(outcome).value.kinsoku == 0


def _marked(text: str) -> str:
    """The letters of scripts that run from right to left as one mark each."""
    return re.sub("[\u0590-\u06ff]", "#", text)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_float_born_at_the_foot_of_a_page_is_drawn_once(side: str) -> None:
    words = "中结物意性法多间问知物无后要之题向四" * 4  # some lines of it may still find room, and the rest does not
    css = style("zh-Hans", 27, 18)
    for length in range(400, 500, 7):
        for before in (han(length), f"{han(length)}</p><p>{han(9)}"):
            html = f'<p>{before}<span class="{side}" style="width:168pt">{words}</span>{han(200)}</p>'
            laid_out, pdf, _ = set_page(RandomPage("zh-Hans", 27, css, html))
            assert list(losses(laid_out.root, list(read_glyphs(pdf)))) == [], before
