"""What the breaks between the lines of a paragraph do wrong: 避头尾, things split that belong together, 孤字."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fuzi.check.marks import (
    CURRENCY,
    DASHES,
    ELLIPSES,
    MARKS,
    NO_START,
    NO_START_STRICT,
    NO_START_UNLESS_LOOSE,
    OPENERS,
    SOLID,
    SOLIDUS,
    UNITS,
    is_han,
    is_letter,
)
from fuzi.check.rows import Row
from fuzi.model.product import Manner

_NUMBER_END = re.compile(r"(?<![\w/:=&?#%@.-])[\d.,]*\d[.,]?$", re.ASCII)
_NUMBER_START = re.compile(r"\d[\d.,]*(?![\w/:=&?#@-])", re.ASCII)
_FRACTION_START = re.compile(r"[.,]\d[\d.,]*(?![\w/:=&?#@-])", re.ASCII)

SHORT = 4.0
"""em by which a line must be short to be left so."""

BORDER = 0.5
"""em: what is narrower and no character is the border of a box, and stands with what is in it."""

COLUMN = 5
"""Characters of a measure below which a last line of one character cannot be helped."""


def broken_wrongly(paragraph: Sequence[Row], manner: Manner) -> Iterator[tuple[Row, str]]:
    """The breaks that CLREQ (3.1.4, 3.1.5) or GB/T 15834 (5.1) forbid: the line that begins there, and the characters
    before and after the break with ``│`` between them. How strict the rules are is a matter of manner."""
    for before, after in zip(paragraph, paragraph[1:], strict=False):
        if not before.fact.closing and _forbidden(before, after, manner):
            yield after, f"{before.text[-2:]}│{after.text[:2]}".replace(SOLID, "□")


def _forbidden(before: Row, after: Row, manner: Manner) -> bool:
    end, start = before.cells[-1].character, after.cells[0].character
    if start in NO_START or end in OPENERS | SOLIDUS or after.is_call(0):
        return True
    if (start in NO_START_UNLESS_LOOSE and not manner.loose) or (start in NO_START_STRICT and manner.strict):
        return True
    if end == start and end in DASHES | ELLIPSES:
        return True
    if end.isdecimal() and start in UNITS:
        return True
    return (end in CURRENCY and start.isdecimal()) or _splits_number(before, after)


def _splits_number(before: Row, after: Row) -> bool:
    """True when a number is cut that would have found room on one line; long words and addresses may be cut."""
    head = _NUMBER_END.search(_word(before.text))
    tail = _NUMBER_START.match(after.text) or _FRACTION_START.match(after.text)
    if not head or not tail:
        return False
    return (len(head[0]) + len(tail[0])) * after.fact.size / 2 < after.fact.measure


def _word(text: str) -> str:
    """The end of a line from its last character that is not ASCII: what may be one word with the next line."""
    start = len(text)
    while start and text[start - 1].isascii():
        start -= 1
    return text[start:]


def unbreakable(row: Row) -> bool:
    """True when the line is one item with no place to break: one word with its marks, one picture."""
    return not any(_may_end(row, index) for index in range(1, len(row.cells)))


def left_short(row: Row, following: Row | None, miss: float) -> bool:
    """True for a line that ends ``miss`` pt early because what follows cannot be broken and is wider than that.

    Such a line is left short rather than torn to pieces, but only where much is missing.
    """
    if following is None or following.fact.paragraph != row.fact.paragraph or miss < SHORT * row.fact.size:
        return False
    cells = following.cells
    end = next((index for index in range(1, len(cells)) if _may_end(following, index)), len(cells))
    return cells[end - 1].x + cells[end - 1].advance - cells[0].x > miss


def _may_end(row: Row, index: int) -> bool:
    """Whether the line could have ended before this cell."""
    before, after = row.cells[index - 1], row.cells[index]
    end, start = before.character, after.character
    if start in NO_START or end in OPENERS | SOLIDUS or row.is_call(index):
        return False
    if any(cell.character == SOLID and cell.advance < BORDER * row.fact.size for cell in (before, after)):
        return False
    if index in row.spaced or SOLID in (end, start):
        return True
    if (end in CURRENCY or end.isdecimal()) and (start.isdecimal() or start in UNITS):
        return False
    return is_han(end) or is_han(start) or bool({end, start} & MARKS) or row.is_call(index - 1)


def is_orphan(paragraph: Sequence[Row]) -> bool:
    """True when the last line of a paragraph of two lines or more holds one character, with or without marks.

    A column of two or three characters leaves no choice.
    """
    if len(paragraph) < 2 or paragraph[-2].fact.closing:
        return False
    last = paragraph[-1]
    if last.fact.measure < COLUMN * last.fact.size:
        return False
    if any(cell.character == SOLID for cell in last.cells):
        return False
    letters = (index for index, cell in enumerate(last.cells) if is_letter(cell.character) and not last.is_call(index))
    return last.fact.justified and sum(1 for _ in letters) <= 1
