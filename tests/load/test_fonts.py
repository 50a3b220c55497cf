"""Font files of a book: whole and of a kind that can be used, or an error where book.yaml names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.load import load
from fuzi.load.fonts import is_file
from fuzi.model.book import Fonts
from fuzi.model.report import Outcome
from tests import fonts as made

FONT = made.font("My Song", "春天")


def book(folder: Path, fonts: str, **files: bytes) -> Outcome:
    """A book whose ``fonts:`` stands in its second line, with these files in its folder fonts/."""
    (folder / "text").mkdir()
    (folder / "fonts").mkdir()
    (folder / "text" / "01.md").write_text("# 章\n\n文\n", encoding="utf-8")
    (folder / "book.yaml").write_text(f"title: 书\nfonts: {fonts}\n", encoding="utf-8")
    for name, data in files.items():
        (folder / "fonts" / name).write_bytes(data)
    return load(folder)


def said(outcome: Outcome) -> list[str]:
    return [f"{item.code.id} {item.place}" for item in outcome.report.diagnostics if item.code.severity != "note"]


@pytest.mark.parametrize(
    ("name", "data", "family"),
    [
        ("a.ttf", FONT, "My Song"),
        ("a.ttc", made.collection(made.font("One", "春"), made.font("Two", "天")), "One"),
        ("a.ttf", made.font("", "春", names=False), "a"),
        ("a.ttf", made.with_broken_names(made.font("x", "春")), "a"),
        ("a.ttf", made.font("My Var", "春", variable=True), "My Var"),
    ],
)
def test_a_font_is_read_once_with_the_name_of_its_family(tmp_path: Path, name: str, data: bytes, family: str) -> None:
    outcome = book(tmp_path, f"{{song: [fonts/{name}], hei: [fonts/{name}, Noto Sans CJK SC]}}", **{name: data})
    assert said(outcome) == []
    (file,) = outcome.value.font_files
    assert (file.path, file.family, file.data) == (f"fonts/{name}", family, data)
    assert outcome.value.settings.fonts == Fonts(song=(file.path,), hei=(file.path, "Noto Sans CJK SC"))


@pytest.mark.parametrize(
    ("data", "code", "about"),
    [
        (b"wOF2" + bytes(50), "L191", "WOFF2"),
        (b"wOFF" + bytes(50), "L191", "WOFF"),
        (b"\x80\x01" + bytes(50), "L191", "Type 1"),
        (b"<html>404</html>", "L191", "HTML"),
        (b"", "L191", "empty"),
        (b"plain words", "L191", "text"),
        (FONT[: len(FONT) // 2], "L192", "fonts/a.ttf"),
        (b"OTTO" + bytes(60), "L192", "fonts/a.ttf"),
        (b"ttcf" + b"\xff" * 60, "L192", "fonts/a.ttf"),
    ],
)
def test_what_is_no_whole_font_is_an_error_at_its_line(tmp_path: Path, data: bytes, code: str, about: str) -> None:
    outcome = book(tmp_path, "{song: [fonts/a.ttf], kai: [fonts/a.ttf]}", **{"a.ttf": data})
    assert said(outcome) == [f"{code} book.yaml:2:16"]
    assert about in next(item for item in outcome.report.diagnostics if item.code.id == code).message("en")
    assert outcome.value.font_files == ()


def test_a_missing_file_is_an_error_that_names_what_is_near(tmp_path: Path) -> None:
    outcome = book(tmp_path, "{song: [fonts/mysong.ttf]}", **{"my_song.ttf": FONT})
    assert said(outcome) == ["L190 book.yaml:2:16"]
    assert "fonts/my_song.ttf" in outcome.report.diagnostics[0].hint("zh")
    (tmp_path / "other").mkdir()
    found = book(tmp_path / "other", "{song: [My.otf]}")
    assert "fonts/MySong.otf" in found.report.diagnostics[0].hint("zh")


@pytest.mark.parametrize("path", ["../a.ttf", "/etc/a.ttf", "https://example.org/a.ttf", "fonts/%2e%2e/a.ttf"])
def test_a_path_out_of_the_book_is_refused(tmp_path: Path, path: str) -> None:
    (found,) = said(book(tmp_path, f"{{song: ['{path}']}}"))
    assert found.endswith("book.yaml:2:16")
    assert found.startswith("L1")


def test_a_role_that_there_is_not_is_an_error_with_the_right_name(tmp_path: Path) -> None:
    outcome = book(tmp_path, "{宋体: [Noto Serif CJK SC]}")
    assert said(outcome) == ["Y111 book.yaml:2:9"]
    assert "song" in outcome.report.diagnostics[0].hint("zh")


def test_a_single_name_needs_brackets(tmp_path: Path) -> None:
    (found,) = book(tmp_path, "{song: fonts/a.ttf}", **{"a.ttf": FONT}).report.diagnostics
    assert found.place.line == 2
    assert "[" in found.hint("zh")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Noto Serif CJK SC", False), ("方正书宋", False), ("fonts/a", True), ("a.OTF", True), ("a.woff2", True)],
)
def test_a_path_is_told_from_a_family(name: str, expected: bool) -> None:
    assert is_file(name) is expected
