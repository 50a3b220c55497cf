"""Where the titles on the cover and on the title leaf break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fuzi.model.metadata import Trim
from fuzi.model.units import POINTS_PER_MM

SHARE = 0.67
"""The least share of the width of the page that the type area takes, at every trim."""


LINE = 9
"""How many characters of the title a line of the cover takes."""

WORTH = 3.0
"""How much better a title must stand in one line more."""

_TOKEN = re.compile(r"[!-~\u00c0-\u024f’]+|\s+|.")

_GOOD_LAST = dict.fromkeys("的之与與和及", 3) | dict.fromkeys("：，、·—", 6)
"""After what a line may end, and how many characters from the middle that is worth."""
_NEVER_FIRST = "。，、；：？！”’）》〉」』·—…"
_NEVER_LAST = "“‘（《〈「『"


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a title stays together; ``spaced`` when a space goes before it."""

    text: str
    spaced: bool


def balanced(title: str, trim: Trim, size: float) -> tuple[Piece, ...]:
    """A title of the title leaf in pieces, for lines of about equal length; ``size`` is that of one character in pt.

    A style lets it break only between them, so it stays in one line where there is room.
    """
    limit = max(2, int(float(trim.width) * POINTS_PER_MM * SHARE / size))
    return tuple(
        Piece(line, bool(number) and not place)
        for number, word in enumerate(title.split())
        for place, line in enumerate(title_lines(word, limit))
    )


def title_lines(title: str, limit: int = LINE) -> tuple[str, ...]:
    """A title cut into lines of about equal length, of ``limit`` characters at most; a space always breaks.

    A line rather ends after a particle or a colon than within a word, and no mark stands where it must not.
    """
    lines: list[str] = []
    for piece in title.split():
        while piece:
            end = _end_of_line(piece, limit)
            lines.append(piece[:end])
            piece = piece[end:]
    return tuple(lines)


def mixed_lines(title: str, limit: float = LINE) -> tuple[str, ...]:
    """A title that holds Latin words or spaces, in lines of about equal breadth, ``limit`` characters at most; words
    stay whole."""
    tokens = _TOKEN.findall(title.strip())
    total = sum(map(_breadth, tokens))

    def joined(start: int, end: int) -> str:
        return "".join(tokens[start:end]).strip()

    @cache
    def best(start: int, count: int) -> tuple[float, tuple[str, ...]]:
        """The cheapest way to set what begins here in so many lines."""
        if count == 1:
            rest = joined(start, len(tokens))
            return _strain(rest, total / lines, limit), (rest,)
        found: list[tuple[float, tuple[str, ...]]] = [(float("inf"), ("",))]
        for end in range(start + 1, len(tokens) - count + 2):
            line = joined(start, end)
            if not line or tokens[end][0] in _NEVER_FIRST or line[-1] in _NEVER_LAST:
                continue
            cost, others = best(end, count - 1)
            strain = _strain(line, total / lines, limit) - _GOOD_LAST.get(line[-1], 0) / 2
            found.append((cost + strain, (line, *others)))
        return min(found)

    ways = []
    least = max(1, -int(-total // limit))
    for lines in range(1, min(least + 2, len(tokens)) + 1):
        best.cache_clear()
        cost, way = best(0, lines)
        ways.append((cost + WORTH * max(0, lines - least), way))
    return tuple(line for line in min(ways)[1] if line) if ways else ()


def _strain(line: str, mean: float, limit: float) -> float:
    """How badly a line fits: by its distance from the mean, and much more by what it is too long."""
    breadth = _breadth(line)
    open_ones = sum(line.count(mark) for mark in "“‘《（「『") - sum(line.count(mark) for mark in "”’》）」』")
    return (breadth - mean) ** 2 / 4 + 4 * abs(open_ones) + max(0.0, breadth - limit) * 40


def _breadth(text: str) -> float:
    return sum(1.0 if ord(character) > 0x2000 else 0.55 for character in text)


def _end_of_line(piece: str, limit: int) -> int:
    if len(piece) <= limit:
        return len(piece)
    count = -(-len(piece) // limit)
    even = -(-len(piece) // count)
    allowed = [
        end
        for end in range(max(2, len(piece) - limit * (count - 1)), limit + 1)
        if piece[end] not in _NEVER_FIRST and piece[end - 1] not in _NEVER_LAST and not _inside_word(piece, end)
    ]
    return min(allowed, key=lambda end: abs(end - even) - _GOOD_LAST.get(piece[end - 1], 0), default=limit)


def _inside_word(piece: str, end: int) -> bool:
    """True between two letters or digits of a Western word or number."""
    return piece[end - 1 : end + 1].isascii() and piece[end - 1 : end + 1].isalnum()
