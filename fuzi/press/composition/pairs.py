"""How two neighbours stand: the gap between them, what it may give or take, and the price of a break (CLREQ 3.1, 6)."""

from __future__ import annotations

from typing import NamedTuple

from fuzi.press.composition.classes import Kind
from fuzi.press.composition.sorts import Sort
from fuzi.press.composition.style import Style

FORCED = float("-inf")
"""The price of a break that must be."""

DASH_START = 20_000.0
"""The price of a line that begins with —— or ……, which strict composition avoids."""

ROW = 2000.0
"""The price of parting a long row of dots or dashes in its middle."""

SOLIDUS_END = 30_000.0
"""The price of a line that ends with a solidus: CLREQ's basic rules suffer it, GB/T 15834-2011 (5.1.9) does not."""

FORMULA = 300.0
"""The price of a break before ×, or between it and a number."""

LOOSE_START = 30.0
"""The price of a line that begins with a connector or interpunct, where loose composition suffers it."""

APART = 0.15
"""em between the readings of two neighbours."""

OVERHANG = 0.25
"""em by which a reading may reach over a neighbour that has none."""

OVER_MARK = 0.5 - APART / 2
"""em by which it may reach over a mark: half a character (CLREQ 3.3.1), so that two that meet there do not touch."""

KEPT_SPREAD = 0.25
"""em by which a space in code may grow in a justified line."""

_CLOSED = frozenset({Kind.CLOSING, Kind.PAUSE, Kind.STOP})
_BEFORE_OPENING = (Kind.OPENING, Kind.INTERPUNCT, Kind.JOINER)
"""Behind these too an opening bracket gives its blank; a joiner stands before the call of a note (〔51〕)."""
_SIDES = _CLOSED | {Kind.OPENING}
_NO_START = frozenset({Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.POSTFIX, Kind.SOLIDUS, Kind.CHANCE, Kind.BREAK})
NO_END_KINDS = frozenset({Kind.OPENING, Kind.PREFIX})
_UNBROKEN = frozenset({Kind.JOINER, Kind.GLUE})
_RIGID = frozenset({
    Kind.CONNECTOR, Kind.JOINER, Kind.SPACE, Kind.KEPT, Kind.GLUE, Kind.CHANCE, Kind.BREAK, Kind.SOLIDUS,
})  # fmt: skip

# 标点挤压的先后 (CLREQ 6.3): the lower is taken first.
WORD_SPACE, INTERPUNCT, BRACKET, PAUSE, GAP, STOP = range(6)
LEVELS = STOP + 1
_LEVEL = {
    Kind.INTERPUNCT: INTERPUNCT, Kind.OPENING: BRACKET, Kind.CLOSING: BRACKET, Kind.PAUSE: PAUSE, Kind.STOP: STOP,
}  # fmt: skip


class Pair(NamedTuple):
    """Two neighbours. ``gap`` is added to the advance of the first; ``shrink`` may be taken at ``level``; ``words`` and
    ``mixed`` may be added first and second; ``even`` is 1 where letter-spacing may be added. ``price`` of a break
    between them: None forbids it, FORCED demands it."""

    gap: float
    shrink: float
    level: int
    words: float
    mixed: float
    even: int
    price: float | None


def pair(a: Sort, b: Sort, style: Style) -> Pair:
    """Work out how ``a`` and ``b`` stand side by side."""
    right, left = a.right, b.left
    trim = 0.0
    if a.kind in _CLOSED and (b.kind in _CLOSED or b.kind is Kind.INTERPUNCT):
        trim, right = right, 0.0
    elif b.kind is Kind.OPENING and (a.kind in _CLOSED or a.kind in _BEFORE_OPENING):
        trim, left = left, 0.0
    elif a.leads:
        trim, left = left if b.kind is Kind.OPENING else 0.0, 0.0
    gap = a.after + b.before - trim
    if a.annotation is not None or b.annotation is not None:
        apart = _apart(a, b)
        gap += apart
        right = max(0.0, right - _covered(b, apart))
        left = max(0.0, left - _covered(a, apart))
    if a.firm:
        right = 0.0
    if b.firm:
        left = 0.0
    words = mixed = 0.0
    even = 0 if a.kind in _SIDES and b.kind in _SIDES else _even(a, b)
    shrink, level = right + left, _LEVEL.get(a.kind if right else b.kind, PAUSE)
    if _mixed(a, b):
        em = min(a.em, b.em)
        gap += style.gap * em
        shrink, level, mixed = (style.gap - style.gap_least) * em, GAP, (style.gap_most - style.gap) * em
        even = 0  # wide enough at its widest
    elif a.kind is Kind.SPACE and a.gap_right:
        shrink, level = (style.gap - style.gap_least) * a.em, GAP
        mixed = (style.gap_most - style.gap) * a.em
    elif a.kind in (Kind.SPACE, Kind.GLUE) and not a.firm and b.kind is not Kind.SPACE and a.width < 0.9 * a.em:
        shrink, level = max(0.0, a.width - style.word_least * a.em), WORD_SPACE
        words = max(0.0, style.word_most * a.em - a.width)
    elif a.kind is Kind.KEPT:
        words = KEPT_SPREAD * a.em
    return Pair(gap, shrink, level, words, mixed, even, _price(a, b, style))


def _apart(a: Sort, b: Sort) -> float:
    """What keeps two annotations from touching, and one from reaching too far over a neighbour without any
    (CLREQ 3.3.1)."""
    em = min(a.em, b.em)
    both = a.annotation is not None and b.annotation is not None
    reach = APART * em if both else 0.0
    for sort, near, far in ((a, a.right, a.left), (b, b.left, b.right)):
        reach += sort.over if sort.annotation is not None else -_lent(sort, near, far, em)
    return max(0.0, reach, min(a.track, b.track))


def _lent(sort: Sort, near: float, far: float, em: float) -> float:
    """How far a reading may reach over a neighbour that has none; ``near`` and ``far`` are its blanks on that side and
    the other.

    Over a mark it is half a character: its blank, which is then compressed no more, or the half with its ink, for the
    reading stands above its square. Each half belongs to the reading at its side.
    """
    if sort.kind in _SIDES and bool(near) != bool(far):
        return OVER_MARK * em
    cell = sort.width + sort.before + sort.after - min(near, far)
    return max(0.0, min(OVERHANG * em, (cell - APART * em) / 2))


def _covered(sort: Sort, apart: float) -> float:
    """What of the blank beside it a reading needs."""
    return max(0.0, sort.over - apart + APART / 2 * sort.em) if sort.annotation is not None else 0.0


def _mixed(a: Sort, b: Sort) -> bool:
    """Han beside Latin (CLREQ 3.2.2)."""
    if a.kind is Kind.HAN:
        return b.gap_left and b.kind is not Kind.SPACE
    return a.gap_right and b.kind is Kind.HAN and a.kind is not Kind.SPACE


def _even(a: Sort, b: Sort) -> int:
    """Where letter-spacing would tear: inside words, dashes and numbers with their signs; and behind a marker."""
    if a.kind in _RIGID or b.kind in _RIGID or a.leads:
        return 0
    if a.kind is Kind.LATIN and b.kind is Kind.LATIN:
        return 0
    if a.kind is Kind.HAN and a.firm:
        return 0
    if Kind.OPERATOR in (a.kind, b.kind) and Kind.LATIN in (a.kind, b.kind):
        return 0
    if a.kind is b.kind and a.kind in (Kind.DASH, Kind.ELLIPSIS):
        return 0
    if (b.kind is Kind.LATIN and b.no_start) or (a.kind is Kind.LATIN and a.no_end):
        return 0
    return int(a.kind is not Kind.PREFIX and b.kind is not Kind.POSTFIX)


def _price(a: Sort, b: Sort, style: Style) -> float | None:
    if a.kind is Kind.BREAK:
        return FORCED
    if a.leads or b.kind in (Kind.SPACE, Kind.KEPT, *_NO_START) or b.kind in _UNBROKEN or a.kind in _UNBROKEN:
        return None
    spaced = a.kind in (Kind.SPACE, Kind.KEPT, Kind.CHANCE)
    if a.no_end or (b.no_start and (not spaced or b.kind is Kind.HAN)):
        return None
    strict = style.kinsoku == "strict"
    if b.kind in (Kind.INTERPUNCT, Kind.CONNECTOR):
        return None if strict else LOOSE_START
    if b.kind in (Kind.DASH, Kind.ELLIPSIS):
        if a.kind is b.kind:
            return None if a.kind is Kind.ELLIPSIS else ROW
        return DASH_START if strict else 0.0
    if b.kind is Kind.OPERATOR or (a.kind is Kind.OPERATOR and b.kind is Kind.LATIN):
        return FORMULA
    if a.kind is Kind.SOLIDUS:
        return SOLIDUS_END
    if a.kind is Kind.LATIN and b.kind is Kind.LATIN:
        return a.parted
    if a.kind is b.kind is Kind.HAN and a.text[-1] in WIDE_DIGITS and b.text[0] in WIDE_DIGITS:
        return None
    return 0.0


WIDE_DIGITS = frozenset("０１２３４５６７８９")
"""Digits a character wide: a number of them is a word."""
