"""Punctuation as the gauge sees it: which marks may stand at the ends of a line, and how much of their square is blank
(CLREQ 3.1; GB/T 15834-2011, 5)."""

from __future__ import annotations

import unicodedata

POINTS = frozenset("，。、；：！？．")
CLOSERS = frozenset("”’）》〉」』】〗〕］｝〙〛")
OPENERS = frozenset("“‘（《〈「『【〖〔［｛〘〚")
CLOSING = POINTS | CLOSERS
MARKS = CLOSING | OPENERS
INTERPUNCTS = frozenset("·・‧")
DASHES = frozenset("—⸺")
ELLIPSES = frozenset("…⋯")
UNITS = frozenset("%‰℃℉°％")
CURRENCY = frozenset("￥¥＄$€￡£")
HANGING = frozenset("，。、．")
"""Marks that may hang outside the measure (CLREQ 3.1.5)."""

SENTENCE_ENDS = frozenset("。！？．")
"""Keep their full width in the style 开明."""

SOLIDUS = frozenset("／")
"""May not stand at either end of a line (GB/T 15834-2011, 5.1.9)."""

NO_START = CLOSING | SOLIDUS
"""May not begin a line."""

NO_START_UNLESS_LOOSE = INTERPUNCTS | frozenset("～〜")
NO_START_STRICT = DASHES | ELLIPSES
"""May not begin a line but under loose rules; only under strict ones (CLREQ 3.1.4)."""

SOLID = "\ufffc"
"""Stands for a picture or an inline block."""

SQUARE = 0.9
"""Share of the em from which on a mark is one of full width."""

_TOTAL = 1.0
_HALF = 0.5
_QUARTER = 0.25


def blank_after(character: str, *, centred: bool) -> float:
    """How much of the square of a mark is blank behind its ink, in em; 0 for what is no mark.

    Points that stand in the centre of their square (Taiwan, Hong Kong) have a quarter on either side.
    """
    if character in POINTS:
        return _QUARTER if centred else _HALF
    return _HALF if character in CLOSERS else 0.0


def blank_before(character: str, *, centred: bool) -> float:
    """How much of the square of a mark is blank before its ink, in em."""
    if character in POINTS:
        return _QUARTER if centred else 0.0
    return _HALF if character in OPENERS else 0.0


def together(first: str, second: str, *, centred: bool) -> float | None:
    """The distance in em between the origins of two adjacent marks that are brought together: 。” stand half an em
    apart. None when they are no such pair."""
    if first not in MARKS or second not in MARKS or (first in OPENERS and second not in OPENERS):
        return None
    return _TOTAL - max(blank_after(first, centred=centred), blank_before(second, centred=centred))


def is_han(character: str) -> bool:
    """True for Han characters, and for kana and the like that are set in squares as they are."""
    return character == "〇" or (unicodedata.east_asian_width(character) == "W" and character.isalpha())


def is_western(character: str) -> bool:
    """True for letters and digits that are not set in squares."""
    return character.isalnum() and not is_han(character) and unicodedata.category(character) != "No"


def is_letter(character: str) -> bool:
    """True for what counts as a character of the text, and is no mark."""
    return is_han(character) or is_western(character)
