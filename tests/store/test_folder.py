"""A new folder is made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.model.faults import DiskFault
from fuzi.store.folder import is_free, put_folder


def test_files_stand_in_their_folders(tmp_path: Path) -> None:
    put_folder(tmp_path / "book", {"book.yaml": b"title: x\n", "text/01.md": b"# x\n"})
    assert (tmp_path / "book/text/01.md").read_bytes() == b"# x\n"
    assert [item.name for item in tmp_path.iterdir()] == ["book"]


def test_free_is_absent_or_empty(tmp_path: Path) -> None:
    assert is_free(tmp_path / "nothing")
    assert is_free(tmp_path)
    (tmp_path / "file").write_text("x")
    assert not is_free(tmp_path)
    assert not is_free(tmp_path / "file")


def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fuzi.store.atomic.write", full)
    with pytest.raises(DiskFault):
        put_folder(tmp_path / "book", {"book.yaml": b""})
    assert not list(tmp_path.iterdir())
