"""What the package document says of the book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.bind.package_metadata import Entry, entries, identifier, isbn_urn
from fuzi.model.metadata import Contributor, Metadata, Printing, Series
from tests.bind.galleys import METADATA, edition


def found(metadata: Metadata) -> list[Entry]:
    return list(entries(metadata, edition(), [("schema:accessMode", "textual")], "item-cover"))


def texts(metadata: Metadata, name: str) -> list[str]:
    return [entry.text for entry in found(metadata) if entry.name == name]


def refinements(metadata: Metadata, text: str, name: str = "") -> list[tuple[str, str]]:
    """(property, value) of everything that refines the element with this text."""
    made = found(metadata)
    (id,) = (e.attributes["id"] for e in made if e.text == text and "id" in e.attributes and name in e.name)
    return [(e.attributes["property"], e.text) for e in made if e.attributes.get("refines") == f"#{id}"]


def test_titles_are_told_apart() -> None:
    assert texts(METADATA, "dc:title") == ["前进中的社区", "实录与思考"]
    assert refinements(METADATA, "前进中的社区") == [
        ("title-type", "main"),
        ("display-seq", "1"),
        ("alternate-script", "Qianjin zhong de Shequ"),
        ("alternate-script", "Communities on the Move"),
    ]
    assert refinements(METADATA, "实录与思考") == [("title-type", "subtitle"), ("display-seq", "2")]


def test_a_name_stands_once_with_all_its_roles() -> None:
    assert texts(METADATA, "dc:creator") == ["刘树森"]
    assert texts(METADATA, "dc:contributor") == ["李春武", "王远", "赵晓", "钱一"]
    assert refinements(METADATA, "李春武")[:2] == [("role", "edt"), ("role", "aut")]
    assert ("alternate-script", "Zhao Xiao") in refinements(METADATA, "赵晓")


def test_an_unknown_role_keeps_its_word() -> None:
    assert refinements(METADATA, "钱一")[:2] == [("role", "ctb"), ("role", "特约策划")]


def test_somebody_is_always_the_creator() -> None:
    metadata = Metadata("书", contributors=(Contributor("译", ("甲", "乙")),))
    assert texts(metadata, "dc:creator") == ["甲"]
    assert texts(metadata, "dc:contributor") == ["乙"]
    assert texts(Metadata("书"), "dc:creator") == []


def test_original_names_that_do_not_pair_are_left_out() -> None:
    metadata = Metadata("书", contributors=(Contributor("著", ("甲", "乙"), original_names=("A",)),))
    assert all(name != "alternate-script" for name, _ in refinements(metadata, "甲"))


def test_series_for_new_and_old_systems() -> None:
    made = found(METADATA)
    assert refinements(METADATA, "城市丛书", "meta") == [("collection-type", "series"), ("group-position", "1")]
    legacy = {e.attributes["name"]: e.attributes["content"] for e in made if "content" in e.attributes}
    assert legacy == {"calibre:series": "城市丛书", "calibre:series_index": "1", "cover": "item-cover"}


def test_series_without_a_number() -> None:
    metadata = Metadata("书", series=Series("丛书"))
    assert refinements(metadata, "丛书") == [("collection-type", "series")]


def test_publication() -> None:
    assert texts(METADATA, "dc:language") == ["zh-Hans"]
    assert texts(METADATA, "dc:publisher") == ["付梓出版社"]
    assert texts(METADATA, "dc:date") == ["2007-06"]
    assert texts(METADATA, "dc:rights") == ["版权所有 & 侵权必究"]
    assert texts(METADATA, "dc:subject") == ["社区", "城市"]
    assert texts(Metadata("书", printing=Printing(edition_date="二〇〇七年")), "dc:date") == []


@pytest.mark.parametrize(
    ("isbn", "expected"),
    [
        ("978-7-201-05510-7", "urn:isbn:9787201055107"),
        ("978 7 201 05510 7", "urn:isbn:9787201055107"),
        ("978‑7‑201‑05510‑7", "urn:isbn:9787201055107"),
        ("7-5327-2004-x", "urn:isbn:753272004X"),
    ],
)
def test_the_isbn_is_a_second_identifier(isbn: str, expected: str) -> None:
    assert isbn_urn(Metadata("书", isbn=isbn)) == expected


def test_the_unique_identifier_is_stable_and_of_this_edition() -> None:
    plain = replace(METADATA, isbn="")
    assert identifier(METADATA, edition()) == identifier(plain, edition())
    made = identifier(plain, edition())
    assert made == identifier(plain, edition()) == "urn:uuid:" + made[9:]
    assert made != identifier(plain, edition("zh-Hant-TW"))
    assert made != identifier(replace(plain, title="别的书"), edition())
