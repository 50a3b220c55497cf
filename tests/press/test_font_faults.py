"""What is not set in the fonts of the book is named where it stands, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.model.book import Asset
from fuzi.model.edition import FontFile
from fuzi.model.report import Outcome
from fuzi.press import press
from tests import fonts as made
from tests.press.drawn import fonts_of_characters
from tests.press.samples import EDITION, HAN, METADATA, galley, section, stylesheets

STRANGER = '.x { font-family: "LXGW WenKai Mono" }'
ABSENT = "\ue123"


def pressed(html: str, css: str = "", edition=EDITION, assets: tuple[Asset, ...] = ()) -> Outcome:
    return press(galley(section(html), css={**stylesheets(), "x.css": css}, assets=assets), edition, METADATA)


def said(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Code, place and characters of each diagnostic."""
    found = []
    for item in outcome.report.diagnostics:
        facts = dict(item.facts)
        found.append((item.code.id, str(item.place), facts.get("characters", facts.get("character", ""))))
    return sorted(found)


def test_only_the_blocks_that_are_set_in_a_stranger_are_named() -> None:
    html = (
        '<p data-span="t.md:1:1">甲乙丙</p><p data-span="t.md:2:1">甲<span class="x">乙甲</span></p>'
        '<p class="x" data-span="t.md:3:1">丙</p>'
    )
    assert said(pressed(html, STRANGER)) == [("P103", "t.md:2:1", "乙甲"), ("P103", "t.md:3:1", "丙")]


def test_a_paragraph_on_two_pages_names_each_with_its_own_characters() -> None:
    html = f'<p data-span="t.md:1:1">甲<span class="x">乙</span>{HAN * 20}<span class="x">丙</span></p>'
    found = pressed(html, STRANGER).report.diagnostics
    assert [dict(item.facts)["page"] for item in found] == ["1", "2"]
    assert [dict(item.facts)["characters"] for item in found] == ["乙", "丙"]


def test_a_font_of_the_edition_that_the_chain_does_not_name_is_a_stranger_too() -> None:
    outcome = pressed('<p class="x" data-span="t.md:1:1">中⺀</p>', '.x { font-family: "TeX Gyre Termes" }')
    assert all(code == "P103" for code, _, _ in said(outcome))


def test_what_is_set_before_the_fonts_of_the_book_is_named() -> None:
    css = '.x { font-family: "LXGW WenKai Mono", var(--font-song) }'
    assert said(pressed('<p class="x" data-span="t.md:1:1">中</p>', css)) == [("P103", "t.md:1:1", "中")]


def test_furniture_on_many_pages_is_named_once() -> None:
    css = "@page { @top-center { content: '頁眉'; font-family: 'LXGW WenKai Mono' } }"
    outcome = pressed(f"<p>{HAN * 60}</p>", css)
    assert len(outcome.value.facts.pages) > 2
    assert said(outcome) == [("P103", "None", "眉頁")]


def test_a_note_is_named_at_its_own_place() -> None:
    inner = '<span class="note-par x">注</span>'
    note = f'<span class="note" data-mark="①" data-number="1" id="n1" data-span="t.md:9:1">{inner}</span>'
    assert said(pressed(f'<p data-span="t.md:1:1">文{note}字</p>', STRANGER)) == [("P103", "t.md:9:1", "注")]


def test_missing_characters_are_named_once_for_each_block() -> None:
    html = (
        f'<p data-span="t.md:1:1">甲{ABSENT}乙{ABSENT}</p><p data-span="t.md:2:1">丙</p>'
        f'<p data-span="t.md:3:1"><em>{ABSENT}</em></p>'
    )
    assert said(pressed(html)) == [("P102", "t.md:1:1", ABSENT), ("P102", "t.md:3:1", ABSENT)]


@pytest.mark.parametrize(
    ("character", "package"), [("\U0002a6d0", "fonts-hanazono"), ("\U00030fff", "fonts-babelstone-han"), (ABSENT, "")]
)
def test_the_hint_names_the_package_for_rare_characters(character: str, package: str) -> None:
    (found,) = pressed(f'<p data-span="t.md:1:1">{character}</p>').report.diagnostics
    assert f"U+{ord(character):04X}" in found.message("zh")
    assert package in found.hint("zh")
    assert package in found.hint("en")
    assert "{" not in found.hint("en")


def test_spaces_controls_and_selectors_are_not_missing() -> None:
    assert said(pressed("<p>甲\u200b\u2060\u00a0\u3000\ufe0f\u00ad乙\u2009丙</p>")) == []


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="40"><style>.a{{font-family:Gone}}</style>{}</svg>'
FIGURE = '<p data-span="t.md:4:1"><img src="assets/d.svg" alt=""/></p><p data-span="t.md:5:1">字甲</p>'


def drawing(inner: str) -> tuple[Asset, ...]:
    return (Asset("assets/d.svg", "image/svg+xml", SVG.format(inner).encode(), 99, 40),)


@pytest.mark.parametrize(
    "inner",
    [
        '<text x="0" y="20" font-family="Gone, sans-serif">字</text>',
        '<g font-family="Gone"><text x="0" y="20"><tspan>字</tspan></text></g>',
        '<text x="0" y="20" style="font-family: Gone">字</text>',
        '<text class="a" x="0" y="20">字</text>',
    ],
)
def test_text_in_a_drawing_that_asks_for_another_font_names_the_drawing(inner: str) -> None:
    (found,) = pressed(FIGURE, assets=drawing(inner)).report.diagnostics
    assert (found.code.id, str(found.place)) == ("P116", "t.md:4:1")
    for part in ("assets/d.svg", "“字”", "Gone"):
        assert part in found.message("zh")
    assert "Noto Sans CJK SC" in found.hint("en")


@pytest.mark.parametrize(
    ("family", "got"),
    [
        ("", "Noto-Sans-CJK-SC"),
        ('font-family="sans-serif"', "Noto-Sans-CJK-SC"),
        ('font-family="serif"', "Noto-Serif-CJK-SC"),
        ('font-family="Noto Serif CJK SC"', "Noto-Serif-CJK-SC"),
        ('font-family="霞鹜文楷"', "LXGW-WenKai"),
    ],
)
def test_text_in_a_drawing_without_a_font_or_in_one_of_the_book_is_set_in_fonts_of_the_book(
    family: str, got: str
) -> None:
    outcome = pressed(FIGURE, assets=drawing(f'<text x="0" y="20" {family}>画</text>'))
    assert outcome.report.diagnostics == ()
    assert fonts_of_characters(outcome.value.pdf)["画"] == {got}


def test_a_character_that_no_font_has_in_a_drawing_names_the_drawing() -> None:
    outcome = pressed(FIGURE, assets=drawing(f'<text x="0" y="20">甲{ABSENT}</text>'))
    assert said(outcome) == [("P117", "t.md:4:1", ABSENT)]
    assert "assets/d.svg" in outcome.report.diagnostics[0].message("en")


FANG = ".x { font-family: var(--font-fangsong) }"


def with_fangsong(characters: str):
    font = FontFile("fonts/f.ttf", "My Fang", made.font("My Fang", characters))
    return replace(EDITION, fonts={"fangsong": ("fonts/f.ttf",)}, font_files=(font,))


def test_a_full_fangsong_is_used_and_its_marks_may_come_from_the_song() -> None:
    outcome = pressed('<p class="x">春天，Latin。</p>', FANG, with_fangsong("春天"))
    assert outcome.report.diagnostics == ()
    drawn = fonts_of_characters(outcome.value.pdf)
    assert drawn["春"] == {"My-Fang-Own"}
    assert drawn["，"] == {"Noto-Serif-CJK-SC"}


def test_a_fangsong_that_lacks_a_character_gives_way_to_kai_as_a_whole_with_one_warning() -> None:
    outcome = pressed('<p class="x" data-span="t.md:1:1">春天裡</p><p class="x">邨</p>', FANG, with_fangsong("春天"))
    (found,) = outcome.report.diagnostics
    assert found.code.id == "P118"
    assert "裡" in found.message("zh")
    assert "邨" in found.message("zh")
    drawn = fonts_of_characters(outcome.value.pdf)
    assert all(drawn[character] == {"LXGW-WenKai"} for character in "春天裡邨")


def test_what_the_book_has_elsewhere_the_fangsong_need_not_have() -> None:
    outcome = pressed('<p class="x">春天</p><p>裡</p>', FANG, with_fangsong("春天"))
    assert outcome.report.diagnostics == ()


def test_without_any_fangsong_kai_serves_with_one_warning_where_it_is_used() -> None:
    none = replace(EDITION, variant=replace(EDITION.variant, fonts={**EDITION.variant.fonts, "fangsong": ()}))
    assert [code for code, _, _ in said(pressed('<p class="x">春</p><p class="x">天</p>', FANG, none))] == ["P118"]
    assert said(pressed("<p>春</p>", FANG, none)) == []


def test_a_file_that_the_engine_cannot_open_is_an_error() -> None:
    torn = replace(EDITION, fonts={"song": ("fonts/f.ttf",)}, font_files=(FontFile("fonts/f.ttf", "F", b"no font"),))
    outcome = pressed("<p>春</p>", edition=torn)
    assert [item.code.id for item in outcome.report.diagnostics] == ["P119"]
    assert "fonts/f.ttf" in outcome.report.diagnostics[0].message("zh")
