"""Which characters are set full-width, as far as line breaks and emphasis marks in the source depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Han with its compatibility forms and variation selectors, kana, bopomofo, Yi, CJK and full-width punctuation, and the
# private use area, where books keep their rare characters. Hangul is left out: Korean separates words by spaces.
WIDE = (
    "\u2e3a\u2e3b\u2e80-\u303e\u3041-\u312f\u3190-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ue000-\uf8ff\uf900-\ufaff"
    "\ufe00-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffe6"
    "\U00016fe0-\U00018cff\U0001aff0-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003fffd\U000e0100-\U000e01ef"
)
"""Full-width characters, for a class of a regular expression."""

# Marks that Chinese and Latin text share: what they are depends on the letters around them.
_SHARED = "\u00b7\u2013-\u201f\u2025-\u2027\u2460-\u24ff"

_wide = re.compile(f"[{WIDE}]")
_wide_or_shared = re.compile(f"[{WIDE}{_SHARED}]")
_shared = re.compile(f"[{_SHARED}]")


def has_wide(text: str) -> bool:
    """True when the text holds a full-width character."""
    return _wide.search(text) is not None


def is_wide_or_shared(character: str) -> bool:
    """True for full-width characters and for the marks that Chinese shares with Latin text (“ ” ‘ ’ — … ·)."""
    return _wide_or_shared.match(character) is not None


def reads_as_wide(characters: Iterable[str]) -> bool | None:
    """Whether the first character that can tell is full-width; None when none of them can."""
    for character in characters:
        if _wide.match(character):
            return True
        if not _shared.match(character):
            return False
    return None
