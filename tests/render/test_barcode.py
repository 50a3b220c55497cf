"""The barcode of a book number against the tables of EAN-13, which are written out here once more."""

from __future__ import annotations

import pytest

from fuzi.manufacture.ean import MODULES
from fuzi.render.barcode import barcode

LEFT_ODD = [f"{code:07b}" for code in (0x0D, 0x19, 0x13, 0x3D, 0x23, 0x31, 0x2F, 0x3B, 0x37, 0x0B)]
SIDES = ["OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"]


def expected(digits: str) -> str:
    """The modules of a symbol from the tables of the standard."""
    right = ["".join("10"[int(bit)] for bit in code) for code in LEFT_ODD]
    even = [code[::-1] for code in right]
    halves = zip(SIDES[int(digits[0])], digits[1:7], strict=True)
    left = "".join((LEFT_ODD if side == "O" else even)[int(digit)] for side, digit in halves)
    return f"101{left}01010{''.join(right[int(digit)] for digit in digits[7:])}101"


@pytest.mark.parametrize("isbn", ["978-7-201-05510-7", "978-7-111-78565-1", "979-10-90636-07-1", "9787302511625"])
def test_modules(isbn: str) -> None:
    symbol = barcode(isbn)
    assert symbol is not None
    dark = {at for bar in symbol.bars for at in range(bar.left, bar.left + bar.width)}
    assert "".join("01"[at in dark] for at in range(MODULES)) == expected(symbol.digits)
    guards = {at for bar in symbol.bars if bar.guard for at in range(bar.left, bar.left + bar.width)}
    assert guards == {0, 2, 46, 48, 92, 94}


def test_an_old_number_gets_its_form_of_thirteen_digits() -> None:
    symbol = barcode("0-306-40615-2")
    assert symbol is not None
    assert symbol.digits == "9780306406157"
    assert barcode("0-306-40615-2") == barcode("978-0-306-40615-7")


@pytest.mark.parametrize("isbn", ["", "978-7-201-05510-8", "978-7-201-05510", "977-7-201-05510-7", "书号待定"])
def test_no_symbol_for_what_is_no_number(isbn: str) -> None:
    assert barcode(isbn) is None


def test_each_digit_stands_below_its_own_bars() -> None:
    symbol = barcode("978-7-201-05510-7")
    assert symbol is not None
    places = symbol.places()
    assert "".join(digit.text for digit in places) == symbol.digits
    assert places[0].left < 0
    assert [digit.left for digit in places[1:7]] == [3, 10, 17, 24, 31, 38]
    assert [digit.left for digit in places[7:]] == [50, 57, 64, 71, 78, 85]
