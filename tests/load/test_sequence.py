"""The order of the text, and every way to name a file wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.load.folder import BookFolder
from fuzi.load.sequence import Listed, ListedPart, Sequence, sequence_of
from fuzi.model.book import Kind
from fuzi.model.report import Diagnostic
from tests.load.folders import marked, said, write

WHOLE = """\
text:
  front: [a.md, {file: b.md, kind: foreword}]
  body:
    - c.md
    - part: 和平篇
      subtitle: ——副题
      file: intro.md
      chapters: [d.md, sub/e.md]
  back: [f.md]
"""
NAMES = ("a", "b", "c", "intro", "d", "sub/e", "f")


def read(folder: Path, text: str) -> tuple[Sequence, list[Diagnostic]]:
    return sequence_of(marked(text), BookFolder(folder))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write(tmp_path, {f"text/{name}.md": "x" for name in NAMES})


def test_a_whole_sequence(book: Path) -> None:
    sequence, found = read(book, WHOLE)
    assert not found
    assert [item.path for item in sequence.files()] == [f"text/{name}.md" for name in NAMES]
    assert sequence.front[1].kind is Kind.FOREWORD
    part = sequence.body[1]
    assert isinstance(part, ListedPart)
    assert (part.title, part.subtitle, str(part.place)) == ("和平篇", "——副题", "book.yaml:5:13")
    assert [str(item.place) for item in part.chapters] == ["book.yaml:8:18", "book.yaml:8:24"]


def test_without_a_list_the_files_directly_in_text_are_the_body(book: Path) -> None:
    for text in ("title: 甲\n", "title: 甲\ntext:\n"):
        sequence, found = read(book, text)
        assert not found
        assert [item.path for item in sequence.body if isinstance(item, Listed)] == [
            f"text/{name}.md" for name in sorted(NAMES) if "/" not in name
        ]


def test_a_plain_list_is_the_body(book: Path) -> None:
    sequence, _ = read(book, "text: [c.md, d.md]\n")
    assert [item.path for item in sequence.files()] == ["text/c.md", "text/d.md"]


def test_unlisted_files_are_warned_of(book: Path) -> None:
    write(book, {"text/word.docx": "x", "text/.hidden.md": "x", "text/old.md~": "x"})
    _, found = read(book, WHOLE.replace("c.md", "f2.md").replace("[f.md]", "[]"))
    assert said(found) == ["L108 text/c.md", "L108 text/f.md", "L108 text/word.docx"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text: {body: [a.md, a.md]}", ["L107 book.yaml:1:21"]),
        ("text: {front: [a.md], body: [{part: 甲, chapters: [a.md]}]}", ["L107 book.yaml:1:51", "L155 book.yaml:1:37"]),
        ("text: {body: [../a.md]}", ["L103 book.yaml:1:15"]),
        ("text: {body: [/etc/passwd.md]}", ["L103 book.yaml:1:15"]),
        ("text: {body: ['http://example.org/a.md']}", ["L104 book.yaml:1:15"]),
        ("text: {body: [./a.md]}", ["L105 book.yaml:1:15"]),
        ("text: {body: [a.docx]}", ["L110 book.yaml:1:15"]),
        ("text: {body: a.md}", ["Y113 book.yaml:1:14"]),
        ("text: a.md", ["Y113 book.yaml:1:7"]),
        ("text: {main: [a.md], body: [a.md]}", ["Y111 book.yaml:1:8"]),
        ("text: {body: [{file: a.md, knd: x}]}", ["Y111 book.yaml:1:28"]),
        ("text: {body: [{file: a.md, kind: forword}]}", ["Y114 book.yaml:1:34"]),
        ("text: {body: [{kind: foreword}]}", ["Y112 book.yaml:1:15"]),
        ("text: {body: [{part: 甲, chapter: [a.md]}]}", ["L155 book.yaml:1:22", "Y111 book.yaml:1:25"]),
        ("text: {body: [{chapters: [a.md]}]}", ["Y112 book.yaml:1:15"]),
        ("text: {body: [{part: 甲, chapters: []}]}", ["L155 book.yaml:1:22"]),
        ("text: {body: [[a.md]]}", ["Y113 book.yaml:1:15"]),
        ("text: {body: ['', a.md]}", ["Y115 book.yaml:1:15"]),
        ("text: {front: [{part: 甲, chapters: [a.md]}]}", ["Y113 book.yaml:1:16"]),
        ("text: {body: [{part: [x], chapters: [a.md]}]}", ["Y112 book.yaml:1:15", "Y113 book.yaml:1:22"]),
    ],
)
def test_faults(book: Path, text: str, expected: list[str]) -> None:
    _, found = read(book, text + "\n")
    assert [line for line in said(found) if not line.startswith("L108")] == expected


def test_the_nearest_kind_is_named(book: Path) -> None:
    _, found = read(book, "text: {body: [{file: a.md, kind: forword}]}\n")
    assert "foreword" in found[0].message("zh")


def test_a_file_that_is_refused_is_not_also_called_unlisted(book: Path) -> None:
    _, found = read(book, "text: {body: [a.md, a.md, word.docx]}\n")
    assert not [item for item in found if item.code.id == "L108" and "a.md" in str(item.place)]
