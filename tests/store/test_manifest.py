"""The manifest: what stands in it comes back, and manifests of before are still read."""

from __future__ import annotations

import json
from pathlib import Path

from fuzi.model.product import Artifact, FontFact, PageFacts
from fuzi.store import reserved
from fuzi.store.manifest import NAME, Entry, Manifest, read

FONT = FontFact("My Song", "Version 1.5", "fonts/a.ttf", "0" * 64)


def test_the_fonts_of_an_edition_are_in_the_manifest(tmp_path: Path) -> None:
    facts = PageFacts((), {}, {}, fonts=(FONT,))
    artifact = Artifact("zh-Hans/pdf", "zh-Hans/a.pdf", "application/pdf", b"pdf", 1, facts)
    with reserved(tmp_path, "book", tmp_path / "source") as shelf:
        folder = shelf.publish("书", "fuzi", [artifact], sources="s").folder
    tree = json.loads((folder / NAME).read_bytes())
    assert tree["files"][0]["fonts"] == [
        {"family": "My Song", "version": "Version 1.5", "file": "fonts/a.ttf", "sha256": "0" * 64}
    ]
    manifest = read(folder)
    assert manifest is not None
    assert manifest.entries[0].fonts == (FONT,)


def test_a_manifest_without_fonts_is_still_read(tmp_path: Path) -> None:
    entry = Entry("zh-Hans/pdf", "zh-Hans/a.pdf", "application/pdf", 3, "0" * 64, 1, "s")
    tree = json.loads(Manifest("book", "书", "fuzi", (entry,)).encode())
    tree["schema"] = 1
    del tree["files"][0]["fonts"]
    (tmp_path / NAME).write_text(json.dumps(tree), encoding="utf-8")
    manifest = read(tmp_path)
    assert manifest is not None
    assert manifest.entries == (entry,)


def test_a_manifest_of_a_later_kind_is_not_trusted(tmp_path: Path) -> None:
    tree = json.loads(Manifest("book", "书", "fuzi", ()).encode())
    tree["schema"] += 1
    (tmp_path / NAME).write_text(json.dumps(tree), encoding="utf-8")
    assert read(tmp_path) is None
