"""A type case for tests: Han and full-width marks are 1 wide, Latin letters .5, spaces .25, narrow interpuncts .33."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fuzi.press.composition import Case, Line, Paragraph, Sort, Style, Widths, compose
from fuzi.press.composition.words import parts_of

_TOKENS = re.compile(
    "[—⸺]{2}|(?P<word>[\u0021-\u007e\u00a1-\u00b6\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f–]+)|.", re.DOTALL
)


def cast(case: Case, text: str) -> list[Sort]:
    """The sorts of a text."""
    out: list[Sort] = []
    for token in _TOKENS.finditer(text):
        piece = token.group()
        if token.lastgroup == "word":
            out += _word(case, piece)
        else:
            out.append(case.sort(piece, _width(piece), 1.0))
    return out


def _word(case: Case, word: str) -> list[Sort]:
    hyphen = case.word("-", 0.5, 1.0, parted=None, hyphen=None, payload=None)
    widths = [0.0 if letter == "\xad" else 0.5 for letter in word]
    return [
        case.word(
            word[start:end],
            sum(widths[start:end]),
            1.0,
            parted=price,
            hyphen=hyphen if hyphenated else None,
            payload=None,
        )
        for start, end, price, hyphenated in parts_of(list(word), widths, 1.0, "zh-Hans", True, True)
    ]


def _width(piece: str) -> float:
    return {" ": 0.25, "\u00a0": 0.25, "\n": 0.0, "·": 0.33, "\u2060": 0.0, "\u200b": 0.0}.get(piece, float(len(piece)))


def paragraph(text: str, style: Style | None = None) -> Paragraph:
    """The paragraph of a text."""
    case = Case(style or Style())
    return Paragraph(cast(case, text), case)


def set_in(
    text: str, measure: float, style: Style | None = None, **options: bool | int
) -> tuple[Paragraph, list[Line]]:
    """The paragraph and its lines."""
    made = paragraph(text, style)
    return made, compose(made, Widths(measure), **options)  # type: ignore[arg-type]


def texts(made: Paragraph, lines: Iterable[Line]) -> list[str]:
    """What stands on each line; a hyphen that was added too."""
    sorts = made.sorts
    return ["".join(sort.text for sort in sorts[line.first : line.end]) + "-" * bool(line.hyphen) for line in lines]


def places(text: str, style: Style | None = None) -> list[float]:
    """Origins of the sorts of a text that stands on one line with room to spare; the line ends in a Han, as it must to
    be looked at inside."""
    made, lines = set_in(f"国{text}国", 100, style)
    return [round(place, 4) for place in lines[0].places]
