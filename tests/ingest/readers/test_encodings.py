"""Bytes to text."""

import pytest

from fuzi.ingest import ingest
from fuzi.ingest.readers.encodings import decode, likely_encoding
from fuzi.model.report import facts_of

TEXT = "# 前言\n\n这本书写的是一个地方的人，他们在那里生活了很多年。\n"
TRADITIONAL = "# 前言\n\n這本書寫的是一個地方的人，他們在那裏生活了很多年。\n"


def test_utf8_with_mark_and_windows_lines() -> None:
    assert decode(b"\xef\xbb\xbf" + "甲\r\n乙\r".encode(), "x", None).value == "甲\n乙\n"


@pytest.mark.parametrize(
    ("data", "likely"),
    [(TEXT.encode("gb18030"), "gb18030"), (TRADITIONAL.encode("cp950"), "big5"), (TEXT.encode("utf-16"), "utf-16")],
)
def test_other_encodings_are_named_and_not_converted(data: bytes, likely: str) -> None:
    outcome = ingest(data, name="x.txt")
    assert likely_encoding(data) == likely
    (diagnostic,) = outcome.report.diagnostics
    assert diagnostic.code.id == "S103"
    assert facts_of(diagnostic)["likely"] == likely
    assert outcome.report.failed
    assert outcome.value.body == ()


@pytest.mark.parametrize(
    ("data", "declared"),
    [(TEXT.encode("gbk"), "gbk"), (TRADITIONAL.encode("cp950"), "big5"), (TEXT.encode("utf-16"), "utf-16")],
)
def test_declared_encodings_are_converted(data: bytes, declared: str) -> None:
    outcome = ingest(data, name="x.txt", encoding=declared)
    assert not outcome.report.failed
    assert len(outcome.value.front) == 1


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"", None, "S101"),
        (" \n\n—— ……\n".encode(), None, "S101"),
        (b"%PDF-1.7\n...", None, "S102"),
        (b"PK\x03\x04....", None, "S102"),
        ("甲\0乙".encode(), None, "S102"),
        (b"\x81\xff\xfe\xff\x80", None, "S102"),
        (TEXT.encode("gbk"), "utf-8", "S104"),
        (TEXT.encode(), "latin-9000", "S105"),
        (TEXT.encode(), "hex", "S105"),
        (b"<div class='ocr_page'><span class='ocrx_word'>\xe4\xb8\xad</span></div>", None, "S106"),
        (b'[{"type": "text", "text": "a"}]', None, "S106"),
    ],
)
def test_bad_input(data: bytes, encoding: str | None, code: str) -> None:
    outcome = ingest(data, name="x.txt", encoding=encoding)
    assert [item.code.id for item in outcome.report.diagnostics] == [code]
    assert outcome.report.failed
    message = outcome.report.diagnostics[0]
    for language in ("zh", "en"):
        assert "{" not in message.message(language) + message.hint(language)


def test_line_of_the_first_bad_byte() -> None:
    (diagnostic,) = ingest("ok\n甲乙".encode() + "\n的人在这里".encode("gbk"), name="x.txt").report.diagnostics
    assert diagnostic.place is not None
    assert diagnostic.place.line == 3
