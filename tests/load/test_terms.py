"""Term lists: one term to a line, faults with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.load.folder import BookFolder
from fuzi.load.terms import read_terms
from fuzi.model.book import Settings, Term
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from tests.load.folders import said, write

HEAD = "zh-Hans\tzh-Hant-TW\tzh-Hant-HK\tnote\n"


def read(folder: Path, *lists: str) -> tuple[tuple[Term, ...], list[Diagnostic]]:
    write(folder, {f"terms/{number}.tsv": text for number, text in enumerate(lists, 1)})
    return read_terms(BookFolder(folder), Settings("x"), None)


def test_terms_with_places(tmp_path: Path) -> None:
    terms, found = read(tmp_path, f"\ufeff{HEAD}\n# 注\n软件\t軟體\t軟件\t常用\n网络 \t網路\t\t\n里程\t\t里程\n")
    assert not found
    assert terms == (
        Term("软件", (("zh-Hant-TW", "軟體"), ("zh-Hant-HK", "軟件")), Place("terms/1.tsv", 4, 1)),
        Term("网络", (("zh-Hant-TW", "網路"),), Place("terms/1.tsv", 5, 1)),
        Term("里程", (("zh-Hant-HK", "里程"),), Place("terms/1.tsv", 6, 1)),
    )


def test_the_source_may_stand_in_any_column(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, "zh-Hant-TW\tzh-Hans\r\n軟體\t软件\r\n")
    assert terms[0].source == "软件"
    assert terms[0].targets == (("zh-Hant-TW", "軟體"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# 空\n", []),
        (HEAD, []),
        ("软件\t軟體\n", ["L160 terms/1.tsv:1:1"]),
        ("zh-Hans\tzh-Hans\n", ["L160 terms/1.tsv:1:1"]),
        ("zh-Hans\tzh-TW\n", []),
        ("zh-Hans\tTaiwan\n", ["L161 terms/1.tsv:1:9"]),
        ("zh-Hans\tzh-Hant-TW\tzh-Hant-TW\n", ["L161 terms/1.tsv:1:20", "L161 terms/1.tsv:1:9"]),
        (f"{HEAD}软件\n", ["L162 terms/1.tsv:2:1"]),
        (f"{HEAD}软件 軟體 軟件\n", ["L162 terms/1.tsv:2:1"]),
        (f"{HEAD}软件\t軟體\t軟件\t注\t多\n", ["L162 terms/1.tsv:2:1"]),
        (f"{HEAD}\t軟體\t軟件\t\n", ["L163 terms/1.tsv:2:1"]),
        (f"{HEAD}软件\t軟體\t\t\n\n软件\t軟件\t\t\n", ["L164 terms/1.tsv:4:1"]),
        (f"{HEAD}软\u200b件\t軟體\t\t\n", ["L135 terms/1.tsv:2:2"]),
    ],
)
def test_faults(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(read(tmp_path, text)[1]) == expected


def test_a_term_of_two_lists_names_the_first(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"{HEAD}软件\ta\t\t\n", f"{HEAD}软件\tb\t\t\n")
    assert said(found) == ["L164 terms/2.tsv:2:1"]
    assert "terms/1.tsv:2:1" in found[0].message("en")


def test_a_folder_of_lists_that_leads_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"outside/a.tsv": HEAD})
    (tmp_path / "book").mkdir()
    (tmp_path / "book/terms").symlink_to("../outside")
    assert said(read(tmp_path / "book")[1]) == ["L103 terms"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"terms/README.md": "x"})
    assert read(tmp_path) == ((), [])
