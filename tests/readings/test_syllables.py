"""Syllables in their three spellings, and how a run of them is divided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT

from fuzi.readings.syllables import _NASALS, _ZHUYIN, Syllable, parse, respell, split

_BASES = sorted(base for base in _ZHUYIN if base not in _NASALS | {"r"})
_SYLLABLES = st.builds(Syllable, st.sampled_from(_BASES), st.integers(1, 5))


@pytest.mark.parametrize(
    ("text", "pinyin", "zhuyin"),
    [
        ("fù", "fù", "ㄈㄨˋ"),
        ("fu4", "fù", "ㄈㄨˋ"),
        ("ㄈㄨˋ", "fù", "ㄈㄨˋ"),
        ("lǜ", "lǜ", "ㄌㄩˋ"),
        ("lv4", "lǜ", "ㄌㄩˋ"),
        ("lu:4", "lǜ", "ㄌㄩˋ"),
        ("lü4", "lǜ", "ㄌㄩˋ"),
        ("jü2", "jú", "ㄐㄩˊ"),
        ("zi", "zi", "˙ㄗ"),
        ("zi0", "zi", "˙ㄗ"),
        ("zi5", "zi", "˙ㄗ"),
        ("˙ㄗ", "zi", "˙ㄗ"),
        ("ㄗ˙", "zi", "˙ㄗ"),
        ("ㄇㄚ", "mā", "ㄇㄚ"),
        ("ńg", "ńg", "ㄫˊ"),
        ("ê̄", "ê̄", "ㄝ"),
        ("r", "r", "ㄦ"),
        ("ér", "ér", "ㄦˊ"),
        ("guì", "guì", "ㄍㄨㄟˋ"),
        ("liú", "liú", "ㄌㄧㄡˊ"),
        ("lüè", "lüè", "ㄌㄩㄝˋ"),
        ("xiong2", "xióng", "ㄒㄩㄥˊ"),
        ("weng1", "wēng", "ㄨㄥ"),
        ("yuan3", "yuǎn", "ㄩㄢˇ"),
        ("shi4", "shì", "ㄕˋ"),
        ("Běi", "běi", "ㄅㄟˇ"),
    ],
)
def test_one_syllable_in_every_spelling(text: str, pinyin: str, zhuyin: str) -> None:
    syllable = parse(text)
    assert syllable is not None
    assert (syllable.pinyin(), syllable.zhuyin()) == (pinyin, zhuyin)


@pytest.mark.parametrize(
    "text", ["", "hello", "kya", "fù4", "fúù", "とう", "bong9", "fong1", "ㄅㄩˊ", "˙ㄗ˙", "漢", "4", "x"]
)
def test_what_is_no_syllable(text: str) -> None:
    assert parse(text) is None


@given(_SYLLABLES)
def test_pinyin_and_zhuyin_read_back(syllable: Syllable) -> None:
    assert parse(syllable.pinyin()) == syllable
    assert parse(f"{syllable.base}{syllable.tone}") == syllable
    if syllable != Syllable("er", 1):  # a bare ㄦ is erhua; there is no ēr
        assert parse(syllable.zhuyin()) == syllable


@given(st.lists(_SYLLABLES, min_size=1, max_size=5))
def test_a_run_is_divided_into_what_it_was_made_of(syllables: list[Syllable]) -> None:
    count = len(syllables)
    apart = [syllable.pinyin() for syllable in syllables]
    for text in (" ".join(apart), "'".join(apart), "-".join(apart)):
        assert split(text, count) == apart
    digits = "".join(f"{syllable.base}{syllable.tone}" for syllable in syllables)
    assert [parse(piece) for piece in split(digits, count)] == syllables
    assert len(split("".join(apart), count)) == count


@pytest.mark.parametrize(
    ("text", "count", "pieces"),
    [
        ("fùzǐ", 2, ["fù", "zǐ"]),
        ("fu4zi3", 2, ["fu4", "zi3"]),
        ("xī'ān", 2, ["xī", "ān"]),
        ("xī’ān", 2, ["xī", "ān"]),
        ("xīān", 2, ["xī", "ān"]),
        ("xian", 2, ["xi", "an"]),
        ("xian", 1, ["xian"]),
        ("fangan", 2, ["fan", "gan"]),
        ("fang'an", 2, ["fang", "an"]),
        ("Tiānjīn-shì", 3, ["Tiān", "jīn", "shì"]),
        ("huār", 2, ["huā", "r"]),
        ("nǚ'ér", 2, ["nǚ", "ér"]),
        ("ㄈㄨˋㄗˇ", 2, ["ㄈㄨˋ", "ㄗˇ"]),
        ("ㄏㄞˊ˙ㄗ", 2, ["ㄏㄞˊ", "˙ㄗ"]),
        ("ㄅㄟˇ ㄐㄧㄥ", 2, ["ㄅㄟˇ", "ㄐㄧㄥ"]),
        ("ㄒㄧㄢ", None, ["ㄒㄧㄢ"]),
        ("zhōngguó", None, ["zhōng", "guó"]),
        ("hello", 2, []),
    ],
)
def test_division_by_count(text: str, count: int | None, pieces: list[str]) -> None:
    assert split(text, count) == pieces


def test_respelling_a_whole_reading() -> None:
    assert respell("fù zǐ", "zhuyin", 2) == ("ㄈㄨˋ", "ㄗˇ")
    assert respell("ㄈㄨˋㄗˇ", "pinyin", 2) == ("fù", "zǐ")
    assert respell("háizi", "zhuyin", 2) == ("ㄏㄞˊ", "˙ㄗ")
    assert respell("lv4se4", "pinyin", 2) == ("lǜ", "sè")
    assert respell("de", "zhuyin", 1) == ("˙ㄉㄜ",)


@pytest.mark.parametrize(
    ("reading", "count"), [("long", 1), ("fan", 1), ("とうきょう", 2), ("Tokyo", 2), ("fùzǐ", 3), ("", 1)]
)
def test_what_is_left_as_it_stands(reading: str, count: int) -> None:
    assert respell(reading, "zhuyin", count) is None


def test_the_list_holds_every_reading_in_use() -> None:
    common = [code for code in PINYIN_DICT if 0x4E00 <= code <= 0x9FA5]
    unknown = {reading for code in common for reading in PINYIN_DICT[code].split(",") if parse(reading) is None}
    assert unknown == set()
