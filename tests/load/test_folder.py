"""Nothing outside of the book folder is ever read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fuzi.load.folder import BookFolder, path_problem
from fuzi.model.faults import DiskFault
from fuzi.model.source import Place
from tests.load.folders import said, write

PLACE = Place("book.yaml", 1, 1)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write(tmp_path, {"secret.md": "secret", "secrets/a.md": "secret"})
    return write(
        tmp_path / "book", {"book.yaml": "title: 甲\n", "text/a.md": "甲", "text/b c.md": "乙", "figures/a.png": "x"}
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../secret.md", "L103"),
        ("text/../../secret.md", "L103"),
        ("text/..", "L103"),
        ("text/../text/a.md", "L103"),
        ("..", "L103"),
        ("/etc/passwd", "L103"),
        ("//server/share", "L104"),
        ("~/x", "L103"),
        ("%2e%2e/secret.md", "L103"),
        ("..%2fsecret.md", "L103"),
        ("%252e%252e%252fsecret.md", "L103"),
        ("%25252e%25252e/secret.md", "L103"),
        ("..\\secret.md", "L103"),
        ("text\\a.md", "L105"),
        ("text%5ca.md", "L105"),
        ("C:\\x", "L103"),
        ("C:/x", "L103"),
        ("file:///etc/passwd", "L103"),
        ("FILE:/etc/passwd", "L103"),
        ("file:text/a.md", "L103"),
        (" file:///etc/passwd", "L103"),
        ("%66ile:///etc/passwd", "L103"),
        ("http://example.org/a.png", "L104"),
        ("HTTPS://example.org/a.png", "L104"),
        ("ftp://example.org/a.png", "L104"),
        ("data:image/png;base64,AAAA", "L104"),
        ("javascript:alert(1)", "L104"),
        ("./text/a.md", "L105"),
        ("text//a.md", "L105"),
        ("text/a.md/", "L105"),
        ("text/./a.md", "L105"),
        ("text/a.md\0.png", "L105"),
        ("text/a.md%00.png", "L105"),
        ("text/a\n.md", "L105"),
        ("", "L105"),
        (".", "L105"),
    ],
)
def test_refused(book: Path, path: str, code: str) -> None:
    found = BookFolder(book).read(path, PLACE)
    assert found.data is None
    assert found.problem is not None
    assert said([found.problem]) == [f"{code} book.yaml:1:1"]


@pytest.mark.parametrize("path", ["text/a.md", "text/b c.md", "figures/图 100%.png", "text/甲：乙.md", "text/..a.md"])
def test_plain_paths_pass(path: str) -> None:
    assert path_problem(path, PLACE, "x") is None


def test_files_of_the_book_are_read(book: Path) -> None:
    folder = BookFolder(book)
    assert folder.read("text/a.md", PLACE).data == "甲".encode()
    assert folder.read("text/none.md", PLACE).missing
    assert folder.read("text/a.md/none", PLACE).missing
    assert folder.files("text") == ("text/a.md", "text/b c.md")
    assert folder.files("nothing") == ()


def test_a_book_folder_may_itself_be_a_link(book: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(book)
    assert BookFolder(tmp_path / "link").read("text/a.md", PLACE).data == "甲".encode()


@pytest.mark.parametrize("target", ["../../secret.md", "../../missing.md"])
def test_links_that_lead_out(book: Path, target: str) -> None:
    (book / "text/out.md").symlink_to(target)
    (book / "text/out").symlink_to("../../secrets")
    for path in ("text/out.md", "text/out/a.md", "text/out/none.md"):
        problem = BookFolder(book).read(path, PLACE).problem
        assert problem is not None
        assert problem.code.id == "L103"


def test_links_within_the_book_are_followed(book: Path) -> None:
    (book / "text/in.md").symlink_to("a.md")
    assert BookFolder(book).read("text/in.md", PLACE).data == "甲".encode()


def test_folders_that_are_links_out_list_nothing(book: Path) -> None:
    (book / "terms").symlink_to("../secrets")
    assert BookFolder(book).files("terms") == ()
    assert BookFolder(book).leads_out("terms")


def test_names_that_are_not_utf8_can_still_be_shown(book: Path) -> None:
    Path(os.fsdecode(os.fsencode(book / "text") + b"/\xb5\xda.md")).write_bytes(b"x")
    for path in BookFolder(book).files("text"):
        path.encode()


def test_a_loop_of_links_a_folder_and_a_pipe_are_no_files(book: Path) -> None:
    (book / "text/loop.md").symlink_to("loop.md")
    os.mkfifo(book / "text/pipe.md")
    for path in ("text/loop.md", "text", "text/pipe.md"):
        problem = BookFolder(book).read(path, PLACE).problem
        assert problem is not None
        assert problem.code.id == "L114"


def test_too_large(book: Path) -> None:
    problem = BookFolder(book).read("text/a.md", PLACE, limit=2).problem
    assert problem is not None
    assert said([problem]) == ["L113 book.yaml:1:1"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_fault_of_the_machine(book: Path) -> None:
    (book / "text/a.md").chmod(0)
    with pytest.raises(DiskFault, match=r"text/a\.md"):
        BookFolder(book).read("text/a.md", PLACE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_named_and_not_opened(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(book / "text/pipe.md")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    found = BookFolder(book).read("text/pipe.md", PLACE)
    assert found.problem is not None
    assert found.problem.code.id == "L114"
