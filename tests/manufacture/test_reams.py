"""Reams against hand-made sums, and 印数 in every way that copyright pages print it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.manufacture.reams import Reams, copies_of, cover_cut, cover_reams, text_reams, unfolded
from fuzi.model.metadata import Sheet, Trim


@pytest.mark.parametrize(
    ("printed", "copies"),
    [
        ("1-3000", 3000),
        ("0001—2500册", 2500),
        ("3 000", 3000),
        ("1-3 000 册", 3000),
        ("1 — 3,000冊", 3000),
        ("１－５０００册", 5000),
        ("1～10000", 10000),
        ("1至2000本", 2000),
        ("0001--2500", 2500),
        ("3001-6000", 3000),
        ("0—2000", 2000),
        ("800套", 800),
        ("6000-3001", None),
        ("若干", None),
        ("", None),
        ("1-3000-5000", None),
        ("3千册", None),
        ("约3000", None),
        ("30 00", None),
        ("0", None),
    ],
)
def test_copies(printed: str, copies: int | None) -> None:
    assert copies_of(printed) == copies


@pytest.mark.parametrize(
    ("copies", "sheets", "waste", "net", "gross"),
    [
        (3000, "7.5", "3", "22.5", "23.175"),
        (2500, "16", "5", "40", "42"),
        (1000, "1", "0", "1", "1"),
        (1, "0.0625", "3", "0", "0.001"),  # what is ordered is never short
    ],
)
def test_text(copies: int, sheets: str, waste: str, net: str, gross: str) -> None:
    assert text_reams(copies, Decimal(sheets), Decimal(waste)) == Reams(Decimal(net), Decimal(gross))


def test_a_cover_unfolds_with_spine_flaps_and_bleed() -> None:
    size = unfolded(Trim(Decimal(147), Decimal(210)), Decimal(12), Decimal(80), Decimal(3))
    assert str(size) == "472×216"


@pytest.mark.parametrize(
    ("cover", "sheet", "cut"),
    [
        ("308×216", None, "787×1092 10"),  # lying, 2 × 5: less paper for each than with 12 on 889×1194
        ("472×216", None, "889×1194 8"),
        ("260×182", None, "787×1092 16"),  # 4 × 4 and next to nothing left
        ("440×303", Sheet(Decimal(900), Decimal(1280), 32), "900×1280 8"),  # lying, 2 × 4
        ("300×210", Sheet(Decimal(860), Decimal(1210), 16), "860×1210 16"),
        ("1200×300", None, None),
    ],
)
def test_covers_on_a_sheet(cover: str, sheet: Sheet | None, cut: str | None) -> None:
    width, height = map(Decimal, cover.split("×"))
    found = cover_cut(Trim(width, height), sheet)
    assert (found and f"{found} {found.covers}") == cut


def test_the_gripper_edge_bears_no_cover() -> None:
    """879 mm are left of 889: three covers of 293 go in, of 294 no longer."""
    assert (cut := cover_cut(Trim(Decimal(590), Decimal(293)), None))
    assert cut.covers == 6
    assert (cut := cover_cut(Trim(Decimal(590), Decimal(294)), None))
    assert cut.covers == 4


def test_cover_reams() -> None:
    cut = cover_cut(Trim(Decimal(308), Decimal(216)), None)
    assert cut is not None
    assert cover_reams(3000, cut, Decimal(3)) == Reams(Decimal("0.6"), Decimal("0.618"))
