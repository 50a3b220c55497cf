"""Bars read back into digits, and the thirteen digits of a book number."""

from __future__ import annotations

import pytest

from fuzi.manufacture.ean import MODULES, check_digit, digits_of, thirteen
from fuzi.render.barcode import barcode


def pattern(isbn: str) -> str:
    """The modules of a symbol as it is drawn."""
    symbol = barcode(isbn)
    assert symbol is not None
    dark = {module for bar in symbol.bars for module in range(bar.left, bar.left + bar.width)}
    return "".join("1" if module in dark else "0" for module in range(MODULES))


@pytest.mark.parametrize("number", [f"978{first}10000000" for first in range(10)] + ["979114567890", "978753210001"])
def test_what_is_drawn_can_be_read(number: str) -> None:
    whole = number + check_digit(number)
    assert digits_of(pattern(whole)) == whole


@pytest.mark.parametrize("damage", ["", "1" * MODULES, "0" * MODULES])
def test_other_patterns_are_no_symbol(damage: str) -> None:
    assert digits_of(damage) == ""


def test_a_damaged_bar_is_not_read_as_another_digit() -> None:
    sound = pattern("9787100000000")
    for at in range(3, 45):
        changed = sound[:at] + ("0" if sound[at] == "1" else "1") + sound[at + 1 :]
        assert digits_of(changed) == ""


@pytest.mark.parametrize(
    ("isbn", "digits"),
    [
        ("978-7-100-00000-0", "9787100000000"),
        ("7-100-00000-9", "9787100000000"),
        ("7-5321-0001-X", "9787532100019"),
        ("", ""),
        ("12345", ""),
    ],
)
def test_all_forms_of_a_number_give_thirteen_digits(isbn: str, digits: str) -> None:
    assert thirteen(isbn) == digits
