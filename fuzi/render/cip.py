"""The CIP text as it is set: its parts, and in each the items that begin at the margin, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHOLE = re.compile(r"(\.—|ISBN[ \u00a0]?[0-9-]+[0-9Xx])")
"""What is never divided: the sign before each area of the description (GB/T 12451-2023, 8.3), and the ISBN."""


@dataclass(frozen=True, slots=True)
class CipItem:
    """What begins a line of its own and turns over by two characters; the pieces at odd places are never divided."""

    pieces: tuple[str, ...]


def cip_parts(text: str) -> tuple[tuple[CipItem, ...], ...]:
    """The parts of the CIP text, between its blank lines (GB/T 12451-2023, 8.3).

    A line indented like the first of its part begins an item (the series and the ISBN of the form of 2001 do); one
    indented otherwise is the turnover of the line before it, which the measure of our page may not need.
    """
    parts: list[list[str]] = [[]]
    margin = 0
    for line in text.splitlines():
        words = line.strip()
        if not words:
            if parts[-1]:
                parts.append([])
            continue
        indent = len(line) - len(line.lstrip())
        if not parts[-1]:
            margin = indent
        if parts[-1] and indent != margin:
            parts[-1][-1] = _joined(parts[-1][-1], words)
        else:
            parts[-1].append(words)
    return tuple(tuple(CipItem(tuple(_WHOLE.split(item))) for item in part) for part in parts if part)


def _joined(line: str, turnover: str) -> str:
    """Two lines made one; Latin words keep the space that the line end stood for."""
    between = " " if line[-1].isascii() and line[-1].isalnum() and turnover[0].isascii() else ""
    return line + between + turnover
