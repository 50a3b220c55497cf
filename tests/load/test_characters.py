"""Every suspicious character is named with its code and its places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.load.characters import forbidden, inspect
from tests.load.folders import said


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "L130"),
        ("\x1b", "L130"),
        ("\x0c", "L130"),
        ("\x7f", "L130"),
        ("\x80", "L130"),
        ("\ufffe", "L131"),
        ("\ufdd0", "L131"),
        ("\U0001ffff", "L131"),
        ("\ud800", "L131"),
        ("\ufffd", "L132"),
        ("\ue000", "L133"),
        ("\U000f0001", "L133"),
        ("\u202e", "L139"),
        ("\u202a", "L139"),
        ("\u200f", "L134"),
        ("\u200b", "L135"),
        ("\ufeff", "L135"),
        ("\u00ad", "L135"),
        ("\u2028", "L135"),
        ("⼈", "L136"),
        ("⻓", "L136"),
        ("⺅", "L136"),
        ("⺀", "L138"),
        ("\u0378", "L137"),
    ],
)
def test_named_with_code_and_place(character: str, code: str) -> None:
    clean, found = inspect(f"甲乙\n𠮷丙{character}丁\n\n{character}", "text/a.md")
    assert said(found) == [f"{code} text/a.md:2:3"]
    for language in ("zh", "en"):
        assert f"U+{ord(character):04X}" in found[0].message(language)
        assert "2, 4" in found[0].message(language)
    assert (character in clean) == (code not in ("L130", "L131"))
    assert len(clean) == 10


@pytest.mark.parametrize(
    "text",
    [
        "甲乙，丙丁。“引”——……·\t\n　（１）",
        "Latin, ½ é ① Ⅲ № ㎡",
        "頭髮\U00020bb7\U0002a700\U00030000\U0002ebf0",  # rare Han, some of it newer than this Python
        "兀\ufa0c 葛\U000e0100",  # compatibility ideograph and variation sequence are kept
        "あア ᠠ 한글 😀",
        "",
    ],
)
def test_good_text_passes(text: str) -> None:
    assert inspect(text, "a") == (text, ())


def test_the_character_meant_by_a_radical_is_named() -> None:
    assert "人" in inspect("⼈", "a")[1][0].hint("zh")
    assert "长" in inspect("⻓", "a")[1][0].hint("zh")
    assert inspect("⼀", "a")[1][0].hint("zh") == "写成汉字“一”（U+4E00）"


def test_isolates_of_the_writing_direction_come_in_pairs() -> None:
    assert inspect("甲\u2067אבג\u2069乙\n\n\u2066丙\n丁\u2069", "a")[1] == ()
    assert said(inspect("甲\u2067אבג\n\n乙\u2069", "a")[1]) == ["L140 a:1:2", "L140 a:3:2"]


def test_one_message_for_each_character_however_often() -> None:
    _, found = inspect("甲\ue000\n" * 1000, "a")
    assert len(found) == 1
    assert "1000" in found[0].message("en")
    assert "…" in found[0].message("en")


@given(st.text())
def test_what_passes_holds_nothing_forbidden(text: str) -> None:
    clean, _ = inspect(text, "a")
    assert forbidden(clean) is None
    assert len(clean) == len(text)
    clean.encode()
