"""Names of files inside the package."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fuzi.bind.names import file_names, is_xml_id, item_id


def test_plain_names_stay() -> None:
    assert file_names(["assets/map-1.png"]) == {"assets/map-1.png": "map-1.png"}
    assert file_names(["heping-1"], suffix=".xhtml") == {"heping-1": "heping-1.xhtml"}


def test_other_names_become_ascii_and_keep_their_extension() -> None:
    names = file_names(["图/地图.PNG", "a b.jpg", ".hidden", "x" * 200 + ".png"])
    assert all(name.isascii() for name in names.values())
    assert names["图/地图.PNG"].endswith(".png")
    assert names["a b.jpg"].startswith("a-b-")
    assert len(names["x" * 200 + ".png"]) < 110


def test_names_that_differ_in_case_or_folder_only() -> None:
    names = file_names(["a/map.png", "b/map.png", "c/MAP.png", "Cover.png"], reserved=["cover.png"])
    assert len({name.casefold() for name in names.values()} | {"cover.png"}) == 5


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True, max_size=8))
def test_names_are_unique_and_do_not_depend_on_order(paths: list[str]) -> None:
    names = file_names(paths)
    assert len({name.casefold() for name in names.values()}) == len(paths)
    assert names == file_names(reversed(paths))
    assert all(name and name.isascii() and "/" not in name for name in names.values())
    assert all(is_xml_id(item_id(name)) for name in names.values())


def test_xml_ids() -> None:
    assert all(map(is_xml_id, ["a", "sec-1", "_x.y", "章"]))
    assert not any(map(is_xml_id, ["", "1a", "a b", "-a", "a:b", "a#b"]))
