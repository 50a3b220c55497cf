"""What the pipeline says by itself, and that nothing in a book folder can keep it waiting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fuzi.formats import FORMATS
from fuzi.model.production import PRODUCTS
from fuzi.pipeline import Order, build, examine
from tests.load.folders import PLAIN_CHAPTER, said, write

YAML = "title: 书\nvariants: [zh-Hans, zh-Hant-XX]\ntext: {body: [a.md]}\neditions:\n  zh-Hant-YY: {title: 書}\n"


def test_an_unknown_variant_is_shown_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"book.yaml": YAML, "text/a.md": PLAIN_CHAPTER})
    found = [item for item in examine(tmp_path).report.diagnostics if item.code.id == "F101"]
    assert said(found) == ["F101 book.yaml:2:21", "F101 book.yaml:5:3"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_pipes_in_the_folder_do_not_stop_a_build(tmp_path: Path) -> None:
    book = write(tmp_path / "book", {"book.yaml": "title: 书\nvariants: [zh-Hans]\n", "text/a.md": PLAIN_CHAPTER})
    (book / "figures").mkdir()
    os.mkfifo(book / "figures/pipe")
    os.mkfifo(book / "pipe")
    assert build(Order(book, tmp_path / "output", products=("epub",))).ok
    os.mkfifo(book / "text/b.md")
    result = build(Order(book, tmp_path / "output", products=("epub",)))
    assert [item.code.id for item in result.report.diagnostics] == ["L114"]


def test_every_product_that_a_book_may_ask_for_can_be_made() -> None:
    assert set(PRODUCTS) == set(FORMATS)
