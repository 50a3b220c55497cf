"""Kinds of characters, and the letters of a text: what must never be lost."""

from __future__ import annotations

import re
import unicodedata

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
"""Inside a regular-expression class: the Han characters."""

_HAN = re.compile(f"[{HAN}]")

CLOSING = "”’」』）)】》〉]"
OPENING = "“‘「『（(【《〈["


def is_han(character: str) -> bool:
    """Whether this one character is Han."""
    return bool(_HAN.match(character))


def count_han(text: str) -> int:
    """How many Han characters the text holds."""
    return len(_HAN.findall(text))


def letters(text: str) -> str:
    """Only what must never be lost: Han, letters and digits, in order, compatibility forms folded."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())
