"""From an element of the page back to the line of the source."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from fuzi.model.source import Place
from fuzi.press.engine.places import address_is, place_of, places_of_text, places_where

TREE = ElementTree.fromstring(
    '<body><p data-span="a.md:1:1">甲<em>乙</em>丙<img src="assets/%E5%9B%BE.png"/></p>'
    '<p data-span="a.md:2:1">丁<span data-span="a.md:3:5">乙</span></p><p>戊</p></body>'
)


@pytest.mark.parametrize(
    ("span", "place"),
    [
        ("text/03.md:12:5", Place("text/03.md", 12, 5)),
        ("text/03.md:12", Place("text/03.md", 12)),
        ("book.yaml", Place("book.yaml")),
        ("", None),
    ],
)
def test_spans_name_places(span: str, place: Place | None) -> None:
    assert place_of(span) == place


def test_text_is_found_at_its_nearest_block_before_and_after_inline_elements() -> None:
    assert places_of_text(TREE, "乙") == (Place("a.md", 1, 1), Place("a.md", 3, 5))
    assert places_of_text(TREE, "丙") == (Place("a.md", 1, 1),)
    assert places_of_text(TREE, "戊") == (None,)
    assert places_of_text(TREE, "己") == (None,)


def test_addresses_match_as_written_and_as_resolved() -> None:
    assert places_where(TREE, address_is("book:///assets/%E5%9B%BE.png")) == (Place("a.md", 1, 1),)
    assert places_where(TREE, address_is("assets/%E5%9B%BE.png")) == (Place("a.md", 1, 1),)
    assert places_where(TREE, address_is("book:///assets/other.png")) == (None,)
