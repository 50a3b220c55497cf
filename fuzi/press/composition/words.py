"""Where a line may end inside a Latin word, and at what price: hyphenation, addresses, and what is too long anyway."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import pyphen  # type: ignore[import-untyped]

HYPHENATED = 50.0
WRITTEN = 8.0
"""The price of a break after a hyphen or dash that is written anyway."""

SOFT = 15.0
"""The price of a break at a soft hyphen."""

ADDRESS = 40.0
"""The price of a break inside an address or path, after one of its signs."""

EMERGENCY = 300.0
"""The price of a break anywhere in an address or code: about that of letter-spacing of two fifths of an em."""

WORD = 3000.0
"""The price of a break anywhere in a word: only what is wider than a narrow measure is torn so (CLREQ 7.1.4)."""

WIDEST_WORD = 12.0
"""em from which on nothing but letters is a code too."""

NUMBER = 200_000.0
"""The price of a break between digits, which is taken only where they are wider than the measure."""

DIGITS = 4000.0
"""The same in a row of more than LONGEST_NUMBER digits, commas and points: that is no number but a code."""

LONGEST_NUMBER = 16

LONG = 4.0
"""em from which a word may be broken anywhere in an emergency."""

SHORTEST = 6
"""Letters of a word that may be hyphenated; two stay before the hyphen and three after it."""

_LETTERS = re.compile(r"[^\W\d_]{6,}")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between the words of a name like WeasyPrint, which patterns do not know."""

_NUMBERS = re.compile(r"[\d.,]+")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐–’'][^\W\d_]+)*")
_ADDRESS = re.compile(r"://|www\.|[\\/].*[\\/.]|@")
_SIGNS = frozenset("/\\?&=#_.:;,@~+-%")
_HYPHENS = frozenset("-‐–")
_SOFT = "\xad"

Part = tuple[int, int, float | None, bool]
"""First cluster, the one after the last, the price of a break there (None at the end), whether it is hyphenated."""


def parts_of(
    clusters: Sequence[str], widths: Sequence[float], em: float, language: str, hyphenate: bool, split: bool
) -> list[Part]:
    """The parts of a word given by its clusters; ``widths`` and ``em`` share a unit."""
    text = "".join(clusters)
    if len(clusters) < 3 or (len(text) < SHORTEST and text.isalnum() and sum(widths) < LONG * em):
        return [(0, len(clusters), None, False)]
    prices: dict[int, tuple[float, bool]] = {}
    if split and sum(widths) >= LONG * em:
        _anywhere(text, hyphenate, sum(widths) < WIDEST_WORD * em, prices)
    _at_signs(text, prices)
    if hyphenate and not _ADDRESS.search(text):
        _hyphenation(text, language, prices)
    offsets = [0]
    for cluster in clusters:
        offsets.append(offsets[-1] + len(cluster))
    parts: list[Part] = []
    start = 0
    for index in range(1, len(clusters)):
        found = prices.get(offsets[index])
        if found is not None:
            parts.append((start, index, *found))
            start = index
    return [*parts, (start, len(clusters), None, False)]


def _anywhere(text: str, hyphenate: bool, short: bool, prices: dict[int, tuple[float, bool]]) -> None:
    """Any place will do when there is no better.

    A word that is nothing but letters gets a hyphen, and keeps two letters before it and three after it while it can.
    """
    address = _ADDRESS.search(text) is not None
    letters = hyphenate and text.isalpha()
    usual = WORD if short and _WORDS.fullmatch(text) else EMERGENCY
    longest = max(map(len, _NUMBERS.findall(text)), default=0)
    digits = DIGITS if longest > LONGEST_NUMBER else NUMBER
    scheme = text.find("://") + 3 if address and "://" in text else 1
    for index in range(scheme, len(text)):
        if address and text[index] in _SIGNS:
            continue  # a sign stays with what it follows
        number = (text[index - 1].isdigit() or text[index - 1] in ".,") and text[index].isdigit()
        torn = letters and (index < 2 or len(text) - index < 3)
        prices[index] = (digits if number else NUMBER if torn else usual, letters)


def _at_signs(text: str, prices: dict[int, tuple[float, bool]]) -> None:
    """After a hyphen between letters, a soft hyphen, and after the signs of an address."""
    address = _ADDRESS.search(text) is not None
    for index in range(1, len(text)):
        sign, following = text[index - 1], text[index]
        if sign == _SOFT:
            prices[index] = (SOFT, True)
        elif sign in _HYPHENS and index > 1 and following.isalnum() and text[index - 2].isalnum():
            number = text[index - 2].isdigit() and following.isdigit()
            prices[index] = (EMERGENCY if number else WRITTEN, False)
        elif address and sign in _SIGNS and following not in _SIGNS:
            prices[index] = (ADDRESS, False)


def _hyphenation(text: str, language: str, prices: dict[int, tuple[float, bool]]) -> None:
    dictionary = _dictionary(language)
    if dictionary is None or _SOFT in text:
        return
    for found in _LETTERS.finditer(text):
        word, start = found.group(), found.start()
        joints = [match.start() for match in _JOINT.finditer(word) if 2 <= match.start() <= len(word) - 3]
        for position in joints or dictionary.positions(word):
            prices[start + position] = (HYPHENATED, True)


@lru_cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    """The patterns of a language; Latin words in Chinese text are taken for English."""
    name = "en_US" if language.startswith("zh") or not language else pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None
