"""Overrides by variant and product: the deeper wins, places point at the line that gives the value."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from fuzi.load import load
from fuzi.load.editions import ANY, editions_of, variant_places
from fuzi.model.book import Book, EditionMetadata, Settings
from fuzi.model.metadata import Metadata, Price, Publisher
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from tests.load.folders import PLAIN_CHAPTER, marked, said, write

SETTINGS = Settings("x", variants=("zh-Hans", "zh-Hant-TW"))
BASE = """\
title: 甲
publisher: {name: 人民, place: 天津, address: 某路, postcode: "300051"}
isbn: 978-7-201-05510-7
cip: |
  ISBN 978-7-201-05510-7
printing: {first_edition: 2007-06, copies: 1-1000}
price: 25.00 CNY
editions:
"""


def editions(text: str) -> tuple[dict[tuple[str, str], EditionMetadata], list[Diagnostic]]:
    made, found = editions_of(marked(BASE + text), SETTINGS)
    return {(item.variant, item.product): item for item in made}, found


def test_the_deeper_wins() -> None:
    made, found = editions(
        "  pdf: {subtitle: p, rights: p, summary: p}\n"
        "  epub: {subtitle: e}\n"
        "  zh-Hant-TW: {rights: 台, summary: 台, pdf: {summary: 台p}}\n"
    )
    assert not found
    assert set(made) == {(tag, product) for tag in ("zh-Hans", "zh-Hant-TW", ANY) for product in ("pdf", "epub")}
    texts = {key: (item.metadata.subtitle, item.metadata.rights, item.metadata.summary) for key, item in made.items()}
    assert texts["zh-Hans", "pdf"] == texts[ANY, "pdf"] == ("p", "p", "p")
    assert texts["zh-Hans", "epub"] == ("e", "", "")
    assert texts["zh-Hant-TW", "pdf"] == ("p", "台", "台p")
    assert texts["zh-Hant-TW", "epub"] == ("e", "台", "台")


def test_settled_is_what_the_variant_gives() -> None:
    made, _ = editions("  epub: {subtitle: e}\n  zh-Hant-TW: {title: 甲, printing: {copies: 500}, epub: {rights: x}}\n")
    assert made["zh-Hans", "epub"].settled == frozenset()
    assert made["zh-Hant-TW", "pdf"].settled == {("title",), ("printing", "copies")}
    assert made["zh-Hant-TW", "epub"].settled == {("title",), ("printing", "copies"), ("rights",)}


def test_a_publisher_of_another_name_brings_nothing_of_the_old_one() -> None:
    made, _ = editions("  zh-Hant-TW: {publisher: {name: 台社, place: 台北}}\n")
    assert made["zh-Hant-TW", "pdf"].metadata.publisher == Publisher("台社", "台北")
    assert made["zh-Hant-TW", "pdf"].settled == {("publisher",)}


def test_single_fields_are_set_in_the_mapping_of_the_base() -> None:
    made, found = editions("  epub: {printing: {copies: ''}, publisher: {address: 新路}}\n")
    assert not found
    metadata = made["zh-Hans", "epub"].metadata
    assert metadata.publisher == Publisher("人民", "天津", "新路", "300051")
    assert (metadata.printing.first_edition, metadata.printing.copies) == ("2007-06", "")


@pytest.mark.parametrize("nothing", ["none", "", "~"])
def test_none_removes(nothing: str) -> None:
    made, found = editions(f"  zh-Hant-TW: {{cip: {nothing}, price: 250 TWD, publisher: {nothing}}}\n")
    assert not found
    metadata = made["zh-Hant-TW", "epub"].metadata
    assert (metadata.cip, metadata.publisher) == ("", None)
    assert metadata.price == Price(Decimal(250), "TWD")
    assert made["zh-Hans", "epub"].metadata.cip


def test_without_overrides_there_is_nothing_to_say() -> None:
    assert editions_of(marked("title: 甲\n"), SETTINGS) == ((), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  epub: {isbn: 978-7-111-78565-0}", ["Y121 book.yaml:9:16"]),
        ("  epub: {isbn: 978-7-111-78565-1}", []),  # the CIP text speaks of the print edition
        ("  epub: {isbn: 978-7-111-78565-1, cip: 'ISBN 978-7-201-05510-7'}", ["Y123 book.yaml:9:16"]),
        ("  zh-Hant-TW:\n    titel: 甲", ["Y111 book.yaml:10:5"]),
        ("  zh-Hant-TW:\n    publisher: {nam: 甲}", ["Y111 book.yaml:10:17"]),
        ("  zh-Hant-TW:\n    pdf:\n      price: 多少", ["Y133 book.yaml:11:14"]),
        ("  zh-Hant-TW: {series: {number: 1}}", ["Y112 book.yaml:9:16"]),
        ("  zh-Hant-TW: {theme: x}", ["Y111 book.yaml:9:16"]),
        ("  zh-hant-tw: {title: x}", ["Y140 book.yaml:9:3"]),
        ("  ebook: {title: x}", ["Y140 book.yaml:9:3"]),
        ("  ebup: {title: x}", ["Y140 book.yaml:9:3"]),
        ("  zh-Hant-HK: {title: x}", ["Y141 book.yaml:9:3"]),
        ("  epub: x", ["Y113 book.yaml:9:9"]),
        ("  zh-Hant-TW: {epub: [x]}", ["Y113 book.yaml:9:22"]),
        ("  epub:", []),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    _, found = editions(text + "\n")
    assert said(found) == expected


def test_the_nearest_edition_is_named() -> None:
    assert "zh-Hant-TW" in editions("  zh-hant-tw: {title: x}\n")[1][0].hint("zh")
    assert "epub" in editions("  ebup: {title: x}\n")[1][0].hint("en")


def test_variants_that_are_not_listed_have_their_metadata_too() -> None:
    made, _ = editions("  zh-Hant-HK: {title: 港}\n")
    assert made["zh-Hant-HK", "pdf"].metadata.title == "港"


def test_a_product_has_its_metadata_in_every_variant() -> None:
    made, _ = editions("  epub: {subtitle: e}\n")
    book = Book(SETTINGS, Metadata("甲"), tuple(made.values()), (), (), (), (), (), Place("book.yaml"))
    assert book.edition("zh-Hant-HK", "epub") == EditionMetadata("zh-Hant-HK", "epub", made[ANY, "epub"].metadata)
    assert book.edition("zh-Hant-HK", "epub").metadata.subtitle == "e"


def test_the_places_of_variants() -> None:
    tree = marked("source_variant: a\nvariants: [b, c]\neditions:\n  d: {isbn: x}\n  epub: {isbn: y}\n")
    assert [(field, tag, str(place)) for field, tag, place in variant_places(tree)] == [
        ("source_variant", "a", "book.yaml:1:17"),
        ("variants", "b", "book.yaml:2:12"),
        ("variants", "c", "book.yaml:2:15"),
        ("editions", "d", "book.yaml:4:3"),
    ]
    assert not list(variant_places(marked("variants: x\neditions: y\n")))


def test_every_edition_knows_where_its_values_stand(tmp_path: Path) -> None:
    """An override goes by its own place, what it leaves alone by that of the base, a setting by the one it has."""
    yaml = (
        "title: 书\nprinting: {sheets: '8', copies: 1-3000}\npress: {signature: 16}\n"
        "editions:\n  zh-Hans: {printing: {sheets: '9'}}\n"
    )
    book = load(write(tmp_path, {"book.yaml": yaml, "text/a.md": PLAIN_CHAPTER})).value
    assert book is not None
    own, other = book.edition("zh-Hans", "jobsheet").places, book.edition("zh-Hant-TW", "pdf").places
    assert str(own["printing", "sheets"]) == "book.yaml:5:32"
    assert str(other["printing", "sheets"]) == "book.yaml:2:20"
    assert str(own["printing", "copies"]) == str(other["printing", "copies"]) == "book.yaml:2:33"
    assert str(own["press", "signature"]) == "book.yaml:3:20"
