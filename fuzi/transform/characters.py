"""Which characters are Han, Latin, wide, or without any width."""

from __future__ import annotations

import re

HAN_RANGE = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{HAN_RANGE}]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
WIDE = re.compile(f"[{HAN_RANGE}\u3000-\u3006\u3008-\u303f\uff00-\uff60]")

ZERO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Characters that a reader does not see and that tear a word apart for a dictionary."""

SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: without width too, but a legitimate part of the character before them."""


def count_han(text: str) -> int:
    """How many Han characters stand in ``text``."""
    return len(HAN.findall(text))
