"""Bytes become text only in UTF-8 or in the declared encoding; what else it looks like is said with offset and line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.load.decoding import Encoding, decode, encoding_named, likely
from fuzi.model.report import facts_of
from tests.load.folders import said

SIMPLIFIED = "# 第一章 社区党建\n\n社区是党的工作的基础，我们要把这些工作做好。\n"
TRADITIONAL = "# 第一章 社區黨建\n\n社區是黨的工作的基礎，我們要把這些工作做好。\n"


def declared(name: str) -> Encoding:
    encoding, found = encoding_named(name, None)
    assert encoding is not None
    assert not found
    return encoding


@pytest.mark.parametrize(
    ("text", "codec", "guess", "offset", "place"),
    [
        (SIMPLIFIED, "gbk", "gb18030", 2, "a.md:1:3"),
        (SIMPLIFIED, "gb18030", "gb18030", 2, "a.md:1:3"),
        ("Latin first\nand more\n" + SIMPLIFIED, "gbk", "gb18030", 23, "a.md:3:3"),
        (TRADITIONAL, "big5", "big5", 2, "a.md:1:3"),
        ("第一章", "gbk", "gb18030", 0, "a.md:1:1"),
        ("第一章", "big5", "big5", 0, "a.md:1:1"),
        (SIMPLIFIED, "utf-16", "utf-16", 0, "a.md:1:1"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le", 0, "a.md:1:1"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be", 0, "a.md:1:1"),
    ],
)
def test_other_encodings_are_named(text: str, codec: str, guess: str, offset: int, place: str) -> None:
    data = text.encode(codec)
    decoded, found = decode(data, "a.md", None)
    assert decoded is None
    assert said(found) == [f"L120 {place}"]
    assert facts_of(found[0])["declare"] == guess
    assert facts_of(found[0])["offset"] == str(offset)
    again, found = decode(data, "a.md", declared(guess))
    assert again == text
    assert not found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SIMPLIFIED.encode()[:30] + b"\xff" + SIMPLIFIED.encode()[30:], ["L122 a.md:3:2"]),
        (SIMPLIFIED.encode()[:-3], ["L122 a.md:3:22"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfd\x80\x81", ["L121 a.md:1:1"]),
        (bytes(range(128, 256)) * 4, ["L121 a.md:1:1"]),
        (b"plain \xe9 latin", ["L122 a.md:1:7"]),
    ],
)
def test_damaged_or_no_text(data: bytes, expected: list[str]) -> None:
    text, found = decode(data, "a.md", None)
    assert text is None
    assert said(found) == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf# \xe7\x94\xb2\r\n\xe4\xb9\x99\r", "# 甲\n乙\n"),
        (b"", ""),
        ("甲\n乙".encode(), "甲\n乙"),
    ],
)
def test_byte_order_mark_and_line_ends(data: bytes, text: str) -> None:
    assert decode(data, "a.md", None) == (text, ())


def test_a_mark_inside_is_a_warning() -> None:
    assert said(decode("甲\ufeff乙".encode(), "a.md", None)[1]) == ["L135 a.md:1:2"]


def test_declared_but_not_so() -> None:
    text, found = decode("甲乙".encode("gbk") + b"\n\xff\xff\n", "a.md", declared("GBK"))
    assert text is None
    assert said(found) == ["L123 a.md:2:1"]


def test_utf8_among_declared_files_is_read_as_what_it_is() -> None:
    text, found = decode(SIMPLIFIED.encode(), "a.md", declared("gb18030"))
    assert text == SIMPLIFIED
    assert said(found) == ["L124 a.md"]


def test_ascii_needs_no_remark() -> None:
    assert decode(b"plain", "a.md", declared("big5")) == ("plain", ())


def test_two_byte_sequences_that_are_utf8_by_chance_go_by_the_declaration() -> None:
    data = "陋".encode("gbk")
    assert data.decode("utf-8")
    assert decode(data, "a.md", declared("gbk")) == ("陋", ())


@pytest.mark.parametrize(
    ("name", "codec"), [("GBK", "gb18030"), ("UTF8", "utf-8"), ("utf_8", "utf-8"), ("Big5", "cp950")]
)
def test_names_of_encodings(name: str, codec: str) -> None:
    assert declared(name).codec == codec


def test_unknown_encoding_names_the_nearest_first() -> None:
    encoding, found = encoding_named("gb18300", None)
    assert encoding is None
    assert said(found) == ["Y150 -"]
    assert facts_of(found[0])["known"].startswith("gb18030")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_message(data: bytes) -> None:
    text, found = decode(data, "a.md", None)
    assert text is not None or found
    said(found)
    likely(data)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=200))
def test_declared_text_comes_back_whole(text: str) -> None:
    decoded, _ = decode(text.encode("gb18030"), "a.md", declared("gb18030"))
    # A short run of bytes may also be UTF-8; otherwise nothing is lost.
    try:
        text.encode("gb18030").decode("utf-8")
    except UnicodeDecodeError:
        assert decoded == text
