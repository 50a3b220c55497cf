"""One file written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.model.faults import DiskFault
from fuzi.store.single import put_file


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "report.html"
    put_file(path, b"one")
    put_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [item.name for item in path.parent.iterdir()] == ["report.html"]


def test_a_disk_that_refuses_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    (tmp_path / "report.html" / "inside").touch()
    with pytest.raises(DiskFault):
        put_file(tmp_path / "report.html", b"one")
    assert [item.name for item in tmp_path.iterdir()] == ["report.html"]
