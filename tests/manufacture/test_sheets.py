"""印张, 字数 and trim sizes against books reckoned by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.manufacture.sheets import characters, fits, largest_trim, odd_pages, plain, printing_sheets, thousands
from fuzi.model.metadata import Sheet, Trim
from fuzi.model.product import PageFact, PageFacts


def trim(width: str, height: str) -> Trim:
    return Trim(Decimal(width), Decimal(height))


def sheet(width: int, height: int, leaves: int) -> Sheet:
    return Sheet(Decimal(width), Decimal(height), leaves)


def facts(pages: int, grid: tuple[int, int], fullest: int = 0) -> PageFacts:
    one = PageFact(0, "1", "c1", False, None, None, 0, fullest, 0.0, (0, 0, 0, 0))
    return PageFacts((one,) * pages, {}, {}, grid)


@pytest.mark.parametrize(
    ("pages", "leaves", "sheets"),
    [
        (240, 32, "7.5"),
        (352, 16, "22"),
        (320, 16, "20"),
        (256, 16, "16"),
        (2, 32, "0.0625"),
        (242, 32, "7.5625"),
        (100, 24, "4.16667"),
    ],
)
def test_printing_sheets(pages: int, leaves: int, sheets: str) -> None:
    assert plain(printing_sheets(pages, leaves)) == sheets


@pytest.mark.parametrize(
    ("grid", "pages", "thousand"),
    [
        ((27, 27), 240, 175),  # 174 960
        ((28, 27), 240, 181),  # 181 440
        ((40, 33), 256, 338),  # 337 920, as a book of 256 pages 16开 prints it
        ((25, 20), 1, 1),  # half a thousand is one, and a book has no fewer
        ((10, 10), 2, 1),
        ((50, 30), 3, 5),  # 4 500: a half is rounded up
    ],
)
def test_characters_count_blank_places_too(grid: tuple[int, int], pages: int, thousand: int) -> None:
    assert thousands(characters(facts(pages, grid))) == thousand


def test_without_a_type_area_the_fullest_page_counts() -> None:
    assert characters(facts(10, (0, 0), fullest=800)) == 8000
    assert characters(facts(0, (0, 0))) == 0


@pytest.mark.parametrize(
    ("pages", "leaves", "rest"),
    [(240, 32, 0), (250, 32, 10), (352, 16, 0), (356, 16, 4), (246, 25, 0), (7, 2, 0)],
)
def test_pages_left_over_by_half_sheets(pages: int, leaves: int, rest: int) -> None:
    assert odd_pages(pages, leaves) == rest


@pytest.mark.parametrize(
    ("of", "size"),
    [
        (sheet(787, 1092, 32), trim("130", "184")),
        (sheet(850, 1168, 32), trim("140", "203")),
        (sheet(880, 1230, 32), trim("147", "210")),
        (sheet(890, 1240, 32), trim("148", "210")),
        (sheet(787, 1092, 16), trim("185", "260")),
        (sheet(889, 1194, 16), trim("210", "285")),
        (sheet(890, 1240, 16), trim("210", "297")),
        (sheet(720, 1000, 16), trim("170", "240")),
        (sheet(787, 1092, 64), trim("92", "126")),
    ],
)
def test_every_house_format_fits_its_sheet(of: Sheet, size: Trim) -> None:
    assert fits(size, of)


@pytest.mark.parametrize(
    ("of", "size", "largest"),
    [
        (sheet(787, 1092, 32), trim("147", "210"), "133.5×190.7"),
        (sheet(787, 1092, 16), trim("210", "285"), "193.7×267"),
        (sheet(880, 1230, 32), trim("148", "215"), "150.7×214"),
        (sheet(880, 1230, 32), trim("210", "147"), "217×147.7"),
    ],
)
def test_the_largest_trim(of: Sheet, size: Trim, largest: str) -> None:
    assert str(largest_trim(of, size)) == largest


def test_a_sheet_too_small_is_seen() -> None:
    assert not fits(trim("147", "210"), sheet(787, 1092, 32))
    assert not fits(trim("150.8", "210"), sheet(880, 1230, 32))
    assert fits(trim("150.7", "214"), sheet(880, 1230, 32))


def test_a_sheet_that_is_all_waste_gives_nothing() -> None:
    found = largest_trim(sheet(10, 10, 256), trim("100", "100"))
    assert min(found.width, found.height) == 0
