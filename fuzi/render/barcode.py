"""The barcode of an ISBN (GB/T 12906-2008, EAN-13), in modules: what is drawn is decided by the style alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from barcode.ean import EuropeanArticleNumber13  # type: ignore[import-untyped]
from stdnum import isbn as isbn_numbers
from stdnum.exceptions import ValidationError

from fuzi.manufacture.ean import QUIET_LEFT

MODULE = 0.33
"""mm: the X-dimension at 100 % (GS1)."""

HEIGHT = 22.85
"""mm: the height of the bars at 100 %; the guard bars reach five modules further down."""

GUARD = 5
"""Modules by which the guard bars are longer."""

LEAST, MOST = 80, 150
"""Percent: how small and how large the symbol may be printed."""

_LEFT_DIGITS, _RIGHT_DIGITS, _WIDTH = 3, 50, 7
"""Where the digits of either half begin, and the width of one, in modules."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A dark bar: its left edge from the first guard bar and its width, in modules; ``guard`` bars are longer."""

    left: int
    width: int
    guard: bool


@dataclass(frozen=True, slots=True)
class Digit:
    """A digit below the symbol and the left edge of its place, in modules; the first stands in the left margin."""

    text: str
    left: int


@dataclass(frozen=True, slots=True)
class Barcode:
    """The symbol of one book number; ``digits`` are the thirteen that it encodes."""

    digits: str
    bars: tuple[Bar, ...]

    def places(self) -> tuple[Digit, ...]:
        """The digits where they are printed."""
        first, others = self.digits[0], self.digits[1:]
        left = (_LEFT_DIGITS + _WIDTH * index for index in range(6))
        right = (_RIGHT_DIGITS + _WIDTH * index for index in range(6))
        rest = (Digit(text, at) for text, at in zip(others, (*left, *right), strict=True))
        return (Digit(first, 1 - QUIET_LEFT), *rest)


def barcode(isbn: str) -> Barcode | None:
    """The symbol of an ISBN (one of ten digits becomes its form of thirteen); None for what is no valid ISBN."""
    try:
        digits = isbn_numbers.to_isbn13(isbn_numbers.validate(isbn))
    except ValidationError:
        return None
    symbol = EuropeanArticleNumber13(digits, guardbar=True)
    return Barcode(digits, tuple(_bars(symbol.build()[0])))


def _bars(pattern: str) -> Iterator[Bar]:
    at = 0
    for kind, run in groupby(pattern):
        width = sum(1 for _ in run)
        if kind != "0":
            yield Bar(at, width, kind == "G")
        at += width
