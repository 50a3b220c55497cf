"""Sizes by their names, each cut from a sheet that can hold it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.manufacture.trims import NamedTrim, called, names, near, of_size, trims
from fuzi.model.metadata import Sheet, Trim


def trim(width: int | str, height: int | str) -> Trim:
    return Trim(Decimal(width), Decimal(height))


@pytest.mark.parametrize(
    ("name", "size", "sheet"),
    [
        ("大32开", (147, 210), (880, 1230, 32)),
        ("32开", (130, 184), (787, 1092, 32)),
        ("A5", (148, 210), (890, 1240, 32)),
        ("ａ５", (148, 210), (890, 1240, 32)),
        ("16开", (185, 260), (787, 1092, 16)),
        ("16 开本", (185, 260), (787, 1092, 16)),
        ("大16開", (210, 285), (889, 1194, 16)),
        ("小16开", (170, 240), (720, 1000, 16)),
        ("异16开", (170, 240), (720, 1000, 16)),
        ("B5", (169, 239), (1000, 1400, 32)),
        ("b6", (119, 165), (1000, 1400, 64)),
        ("64开", (92, 126), (787, 1092, 64)),
    ],
)
def test_names(name: str, size: tuple[int, int], sheet: tuple[int, int, int]) -> None:
    first = called(name)[0]
    assert first.trim == trim(*size)
    assert first.sheet == Sheet(Decimal(sheet[0]), Decimal(sheet[1]), sheet[2])


def test_a_name_of_two_sizes_has_the_commonest_first() -> None:
    assert [item.trim for item in called("大32开")] == [trim(147, 210), trim(140, 203)]
    assert len(called("850大32开")) == 1


def test_no_name() -> None:
    assert called("大33开") == ()
    assert called("") == ()
    assert called("147×210") == ()


@pytest.mark.parametrize("item", trims(), ids=lambda item: f"{item.name} {item.trim}")
def test_every_size_can_be_cut_from_its_sheet(item: NamedTrim) -> None:
    """The leaves side by side and one above the other, each with room for the knife, in one of the ways of folding."""
    if item.sheet is None:
        return
    leaf = item.sheet.width * item.sheet.height / item.sheet.leaves
    assert item.trim.width * item.trim.height < leaf
    rows = [rows for rows in range(1, item.sheet.leaves + 1) if item.sheet.leaves % rows == 0]
    sides = [(item.sheet.width, item.sheet.height), (item.sheet.height, item.sheet.width)]
    assert any(
        width / count >= item.trim.width + 3 and height / (item.sheet.leaves // count) >= item.trim.height + 5
        for width, height in sides
        for count in rows
    )


def test_every_name_finds_its_size() -> None:
    for name in names():
        assert called(name)


def test_a_house_trims_a_little_otherwise() -> None:
    found = near(trim(145, 208))
    assert found is not None
    assert found.name == "大32开"
    assert near(trim(130, 185)) == of_size(trim(130, 184))
    assert near(trim(150, 200)) is None
    assert of_size(trim(145, 208)) is None
