"""Stretches of a text that no repair of punctuation may touch: addresses, code, formulas, link targets."""

from __future__ import annotations

import re

_VERBATIM = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|`[^`]+`"
    r"|\$[^$\n]+\$"
    r"|\]\([^()\s]*\)"
    r"|<[a-zA-Z/][^<>]*>"
    r"|[A-Za-z0-9_.-]+\([^()\u4e00-\u9fff]*\)",
    re.ASCII,
)


def verbatim(text: str) -> list[bool]:
    """For each character whether it belongs to such a stretch."""
    marked = [False] * len(text)
    for match in _VERBATIM.finditer(text):
        marked[match.start() : match.end()] = [True] * (match.end() - match.start())
    return marked
