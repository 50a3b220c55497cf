"""Publishing: whole or not at all, whatever fails and whenever."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fuzi.model.faults import DiskFault
from fuzi.model.product import Artifact
from fuzi.store import atomic, reserved
from fuzi.store.manifest import read


def artifact(path: str, data: bytes) -> Artifact:
    return Artifact(path.split("/")[0], path, "text/plain", data, 1)


def put(output: Path, *artifacts: Artifact) -> Path:
    with reserved(output, "book", output / "source") as shelf:
        return shelf.publish("书", "fuzi", artifacts, sources="s").folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != "manifest.json"}


def test_first_set_stands_under_the_name_of_the_book(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"))
    assert folder == tmp_path / "book"
    assert contents(folder) == {"a/x.pdf": b"one"}
    manifest = read(folder)
    assert manifest is not None
    assert [(entry.path, entry.size) for entry in manifest.entries] == [("a/x.pdf", 3)]


def test_files_not_built_anew_stay_as_hard_links(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"), artifact("a/x.epub", b"two"))
    before = (folder / "a/x.pdf").stat().st_ino
    put(tmp_path, artifact("a/x.epub", b"three"))
    assert contents(folder) == {"a/x.pdf": b"one", "a/x.epub": b"three"}
    assert (folder / "a/x.pdf").stat().st_ino == before


def test_a_damaged_old_file_is_not_carried_on(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"), artifact("a/x.epub", b"two"))
    (folder / "a/x.pdf").write_bytes(b"0ne")
    put(tmp_path, artifact("a/x.epub", b"three"))
    assert contents(folder) == {"a/x.epub": b"three"}


def test_same_artifacts_again_change_nothing(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"))
    before = folder.resolve()
    put(tmp_path, artifact("a/x.pdf", b"one"))
    assert folder.resolve() == before
    assert [item.name for item in before.parent.iterdir() if item.is_dir()] == [before.name]


def test_a_set_changed_by_hand_is_replaced(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"))
    (folder / "a/x.pdf").write_bytes(b"spoilt")
    put(tmp_path, artifact("a/x.pdf", b"one"))
    assert contents(folder) == {"a/x.pdf": b"one"}


def test_a_foreign_folder_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book/mine.txt").write_text("mine")
    with pytest.raises(DiskFault, match="not made by fuzi"):
        put(tmp_path, artifact("a/x.pdf", b"one"))
    assert contents(tmp_path / "book") == {"mine.txt": b"mine"}


def test_another_book_of_the_same_slug_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "book.yaml").write_text("title: x\n")
    output = tmp_path / "output"
    with reserved(output, "book", tmp_path / "one") as shelf:
        shelf.publish("甲", "fuzi", [artifact("a/x.pdf", b"one")], sources="s")
    with pytest.raises(DiskFault, match="another book"), reserved(output, "book", tmp_path / "two"):
        pass
    assert contents(output / "book") == {"a/x.pdf": b"one"}
    (tmp_path / "one").rename(tmp_path / "moved")
    with reserved(output, "book", tmp_path / "moved") as shelf:
        shelf.publish("甲", "fuzi", [artifact("a/x.pdf", b"new")], sources="s")
    assert contents(output / "book") == {"a/x.pdf": b"new"}


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    folder = put(tmp_path, artifact("a/x.pdf", b"one"))
    with atomic.locked(tmp_path / ".sets/book"), pytest.raises(DiskFault, match="another fuzi"):
        put(tmp_path, artifact("a/x.pdf", b"two"))
    assert contents(folder) == {"a/x.pdf": b"one"}


class Killed(BaseException):
    """Stands for a process that ends at this very call."""


def failing_at(number: int, error: BaseException) -> tuple[Callable[[Any, Any], None], Callable[[], int]]:
    """A tripwire that raises at the ``number``-th call, and a reader of how many calls there were."""
    seen = 0

    def trip(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            raise error

    return trip, lambda: seen


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError(5, "Input/output error"), Killed()])
def test_any_failing_call_leaves_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Fail at the first, second, third … call to the operating system until a run meets no failure."""
    old = {"a/x.pdf": b"old", "a/y.pdf": b"kept"}
    new = {"a/x.pdf": b"new", "a/y.pdf": b"kept"}
    number = 0
    while True:
        number += 1
        output = tmp_path / f"{number}"
        folder = put(output, *(artifact(path, data) for path, data in old.items()))
        trip, seen = failing_at(number, error)
        with monkeypatch.context() as patch:
            for name in ("fsync", "rename", "replace", "symlink", "link", "mkdir", "open"):
                genuine = getattr(os, name)
                patch.setattr(os, name, lambda *a, trip=trip, genuine=genuine, **k: (trip(), genuine(*a, **k))[1])
            with contextlib.suppress(DiskFault, Killed):
                put(output, artifact("a/x.pdf", b"new"))
        assert contents(folder) in (old, new), f"half a set after call {number}"
        if seen() < number:
            break
        put(output, artifact("a/x.pdf", b"new"))
        assert contents(folder) == new
        assert not list((output / ".sets/book").glob(".tmp-*"))
    assert number > 8
