"""ISBNs of products side by side, and sheets that cannot be counted."""

from __future__ import annotations

import pytest

from fuzi.load.editions import editions_of
from fuzi.load.products import check_products
from fuzi.load.schema import METADATA_KEYS, read_metadata
from fuzi.load.settings import settings_of
from tests.load.folders import marked, said

ISBN = "isbn: 978-7-201-05510-7\n"
OTHER = "978-7-00-000001-8"
BOTH = "variants: [zh-Hans, zh-Hant-TW]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (ISBN, ["Y127 book.yaml:2:7"]),
        (ISBN + BOTH, ["Y127 book.yaml:2:7"]),
        (ISBN + "editions: {epub: {isbn: none}}", []),
        (ISBN + f"editions: {{epub: {{isbn: {OTHER}}}}}", []),
        (ISBN + "editions: {epub: {isbn: 9787201055107}}", ["Y126 book.yaml:3:25"]),
        (ISBN + BOTH + "editions: {epub: {isbn: 978-7-201-05510-7}}", ["Y126 book.yaml:4:25"]),
        (
            ISBN + BOTH + f"editions: {{epub: {{isbn: {OTHER}}}, zh-Hant-TW: {{isbn: 978-7-00-000000-1}}}}",
            ["Y127 book.yaml:4:64"],
        ),
        ("printing: {sheets: auto}", ["Y128 book.yaml:2:20"]),
        ("printing: {sheets: auto}\nsheet: 880×1230 1/32", []),
        ("printing: {sheets: '11.25'}", []),
        ("printing: {sheets: auto}\neditions: {pdf: {sheet: 880×1230 1/32}}", []),
        ("editions: {pdf: {printing: {sheets: auto}}}", ["Y128 book.yaml:2:37"]),
    ],
)
def test_products_side_by_side(text: str, expected: list[str]) -> None:
    tree = marked(f"title: 甲\n{text}")
    settings, _ = settings_of(tree, "x")
    base, _ = read_metadata(tree.only(frozenset(METADATA_KEYS)))
    assert base is not None
    editions, _ = editions_of(tree, settings)
    assert said(dict.fromkeys(check_products(tree, settings, base, editions))) == expected
