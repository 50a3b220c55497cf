"""The list of settled readings: a phrase, a tab, a syllable for each character; faults with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.load.folder import BookFolder
from fuzi.load.readings import read_readings
from fuzi.model.book import SettledReading
from fuzi.model.source import Place
from tests.load.folders import said, write


def test_readings_in_any_spelling(tmp_path: Path) -> None:
    write(tmp_path, {"terms/pinyin.tsv": "# 词语\n重重\tchóng chóng\n行长\thang2 zhang3\t\n付梓\tㄈㄨˋ ㄗˇ\n"})
    readings, found = read_readings(BookFolder(tmp_path), None)
    assert not found
    assert [(item.phrase, item.syllables) for item in readings] == [
        ("重重", ("chóng", "chóng")),
        ("行长", ("háng", "zhǎng")),
        ("付梓", ("fù", "zǐ")),
    ]
    assert readings[0] == SettledReading("重重", ("chóng", "chóng"), Place("terms/pinyin.tsv", 2, 1))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", []),
        ("重重", ["L165 terms/pinyin.tsv:1:1"]),
        ("\tchóng", ["L165 terms/pinyin.tsv:1:1"]),
        ("重重 chóng chóng", ["L165 terms/pinyin.tsv:1:1"]),
        ("重重\tchóng qqq", ["L166 terms/pinyin.tsv:1:1"]),
        ("重重\tfu9 zi3", ["L166 terms/pinyin.tsv:1:1"]),
        ("重重\tchóng", ["L167 terms/pinyin.tsv:1:1"]),
        ("重重\tchóng chóng chóng", ["L167 terms/pinyin.tsv:1:1"]),
        ("重重\tchóng chóng\n重重\tzhòng zhòng", ["L164 terms/pinyin.tsv:2:1"]),
        ("行长\tháng zhǎng\t银行的", ["L168 terms/pinyin.tsv:1:15"]),
        ("行长\tháng\tzhǎng", ["L167 terms/pinyin.tsv:1:1", "L168 terms/pinyin.tsv:1:9"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, expected: list[str]) -> None:
    write(tmp_path, {"terms/pinyin.tsv": line})
    assert said(read_readings(BookFolder(tmp_path), None)[1]) == expected


def test_a_book_without_a_list_has_none(tmp_path: Path) -> None:
    assert read_readings(BookFolder(tmp_path), None) == ((), [])
