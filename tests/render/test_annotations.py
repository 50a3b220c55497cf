"""Readings and marks as HTML: elements that mean what they are, readings in a language that a voice can say."""

from __future__ import annotations

import pytest

from fuzi.model.edition import Medium
from fuzi.model.inline import MarkKind, Ruby, Text
from fuzi.render.annotations import marked, ruby
from fuzi.render.themes import stylesheets

from .books import at

PINYIN, ZHUYIN = ' lang="zh-Latn-pinyin"', ' lang="zh-Bopo"'


def read(base: str, *readings: str) -> str:
    return ruby(Ruby((Text(base, at(1)),), tuple(Text(reading, at(1)) for reading in readings), at(1)))


def test_pinyin_is_called_pinyin() -> None:
    assert read("付梓", "fù", "zǐ") == f"<ruby>付<rt{PINYIN}>fù</rt>梓<rt{PINYIN}>zǐ</rt></ruby>"
    assert read("的", "de") == f"<ruby>的<rt{PINYIN}>de</rt></ruby>"


def test_zhuyin_is_called_zhuyin() -> None:
    assert read("子", "˙ㄗ") == f'<ruby class="zhuyin">子<rt{ZHUYIN}>˙ㄗ</rt></ruby>'


@pytest.mark.parametrize(("base", "reading"), [("北京", "Peking"), ("长城", "the Great Wall"), ("本", "ほん")])
def test_other_readings_have_no_language(base: str, reading: str) -> None:
    assert read(base, reading) == f"<ruby>{base}<rt>{reading}</rt></ruby>"


def test_one_reading_that_is_no_syllable_leaves_all_of_them_without_language() -> None:
    assert "lang" not in read("東京", "tō", "kyō")


def test_nobody_wrote_brackets_around_readings() -> None:
    assert "<rp" not in read("付", "fù")


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        (MarkKind.DOTS, "em"),
        (MarkKind.NAME, "u"),
        (MarkKind.TITLE, "cite"),
        (MarkKind.WARICHU, "small"),
        (MarkKind.SUPERSCRIPT, "sup"),
        (MarkKind.SUBSCRIPT, "sub"),
    ],
)
def test_marks_are_told_by_their_element(kind: MarkKind, element: str) -> None:
    written = marked(kind, "鲁迅")
    assert written.startswith(f"<{element}")
    assert written.endswith(f">鲁迅</{element}>")


def test_the_looks_of_these_elements_are_those_of_the_mark() -> None:
    """A title is not slanted, and no page draws the line of a name twice."""
    page, reflow = (stylesheets("base", medium, {}) for medium in (Medium.PAGE, Medium.REFLOW))
    assert ".proper-name, .wavy-title { font-style: normal; text-decoration: none }" in page["marks.css"]
    assert ".proper-name, .wavy-title { margin: 0 .06em; font-style: normal;" in reflow["reflow-marks.css"]


def test_reading_systems_keep_their_colours() -> None:
    """Night mode: marks take the colour of the text, and lie on no ground of their own."""
    sheet = stylesheets("base", Medium.REFLOW, {})["reflow-marks.css"]
    assert not any(word in sheet for word in ("color:", "background", "#", "rgb"))


@pytest.mark.parametrize(
    "rule",
    [
        "rt { padding: 0 .2em;",  # neighbouring readings do not touch
        "ruby.zhuyin rt { padding: 0 .35em;",
        ".proper-name, .wavy-title { margin: 0 .06em;",  # two names side by side have two lines
        ".wavy-title:has(.proper-name) { text-underline-offset: .34em }",  # nor does a wave cross the line of a name
        "sup, sub { font-size: .65em; line-height: 0 }",  # lines stay equally far apart
    ],
)
def test_what_stands_close_is_kept_apart(rule: str) -> None:
    assert rule in stylesheets("base", Medium.REFLOW, {})["reflow-marks.css"]
