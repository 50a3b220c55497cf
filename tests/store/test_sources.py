"""The digest of a book folder tells whether anything was edited, and never waits for a pipe."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fuzi.store.sources import digest_of_sources


def test_every_change_counts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("甲", encoding="utf-8")
    first = digest_of_sources(tmp_path)
    assert digest_of_sources(tmp_path) == first
    assert digest_of_sources(tmp_path, "also") != first
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    assert digest_of_sources(tmp_path) == first
    (tmp_path / "a.md").write_text("乙", encoding="utf-8")
    assert digest_of_sources(tmp_path) != first


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_is_no_regular_file_is_named_only(tmp_path: Path) -> None:
    before = digest_of_sources(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with_pipe = digest_of_sources(tmp_path)
    assert with_pipe != before
    (tmp_path / "link").symlink_to("pipe")
    assert digest_of_sources(tmp_path) != with_pipe
