"""Where the titles on the cover and on the title leaf break."""

from __future__ import annotations

from dataclasses import dataclass

from fuzi.model.metadata import Trim

SHARE = 0.67
"""The least share of the width of the page that the type area takes, at every trim."""

POINTS = 72 / 25.4

LINE = 9
"""How many characters of the title a line of the cover takes."""

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
    limit = max(2, int(float(trim.width) * POINTS * SHARE / size))
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
