"""Readings above and beside characters (ruby), as part of their sorts, and notes in two rows of small sorts."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from fuzi.press.composition import Case, Rows, Sort
from fuzi.press.composition.case import SIDES
from fuzi.press.engine.grid import MIDDLE, TOP, UNDER
from fuzi.press.engine.places import classes
from fuzi.press.engine.shaping import TAIL, Face, Foreign, Foundry, Glyph

CLEAR = 0.03
"""em of the base between its square and what a reading above it has below its baseline."""

PITCH, COLUMN = 0.77, 0.8
"""Height of a row and width of a column of 注音符號, in em of its own: fonts draw it small in its square."""

DESCENT = 0.24
"""em of the reading below its baseline (g, y, q)."""

BESIDE = 0.05
"""em of the base between it and a reading beside it."""

TONE = 0.28
"""em of the reading that are kept for its tone, so that all characters are equally wide."""

TONES = "ˊˇˋ"
"""Tones that stand at the right of 注音符號, level with the last of them; ˙ stands above the first."""

LIGHT = "˙"

WARICHU = "warichu"
"""Class of the element of a note in two rows."""

UPPER, LOWER = TOP, -UNDER
"""em of the small type by which the two rows of a note in the line stand above the baseline."""

BETWEEN = 0.05
"""em of the small type that are kept clear between the lines of the upper row and the lower row."""

LIFTED = 0.11
"""em of the small type by which the upper row stands higher at most: from half an em of the text around on, readers of
the PDF that go by baselines would take it for a line of its own, before this one."""

OVERLONG = "data-overlong"
"""Attribute of the element of a reading that is wider than its line: the reading."""

PIECES = 6
"""Pieces of such a reading that have room on a line."""

NEAR = 8
"""Letters by which a reading is parted to the left or right of its even share, to be parted at a space."""

INERT = -10.0
"""em by which what is no reading but is drawn like one is narrower than its base: it keeps from nothing."""

SIGNS = 100.0
"""The highest price of a break after a sign inside a word; breaks between any two letters are dearer."""

_LETTERS = re.compile(f"(?s:.){TAIL}*")


class Unset(Exception):
    """The base or the reading has something in it that is no type of ours."""


class _Ink(NamedTuple):
    """Where a glyph really has ink: left, right, top and bottom from its origin in px, downwards positive."""

    left: float
    right: float
    top: float
    bottom: float


def units(face: Face, text: str, widest: float) -> list[Sort]:
    """The small sorts of a note in two rows: a number or a word is one, unless it is wider than ``widest`` (px);
    an address may be parted after its signs."""
    found: list[Sort] = []
    word: list[Sort] = []
    for sort in face.sorts(text):
        word.append(sort)
        if sort.parted is not None and (sort.hyphen is not None or sort.parted > SIGNS):
            continue
        found += _whole(face, word, widest)
        word = []
    return found + _whole(face, word, widest)


def _whole(face: Face, word: list[Sort], widest: float) -> list[Sort]:
    if len(word) < 2:
        return [replace(sort, parted=None, hyphen=None) for sort in word]
    text = "".join(sort.text for sort in word)
    if sum(sort.width for sort in word) > widest or any(type(sort.payload) is Foreign for sort in word):
        return [sort for letter in _LETTERS.findall(text) for sort in face.sorts(letter)]
    glyphs, width = _joined(word)
    return [face.case.word(text, width, face.em, parted=None, hyphen=None, payload=glyphs, tail=word[-1].tail)]


def few(parts: Sequence[Sort], least: float) -> int:
    """How many of the small sorts are needed to be ``least`` wide, or all of them."""
    width = 0.0
    for count, part in enumerate(parts, 1):
        width += part.width
        if width >= least:
            return count
    return len(parts)


def peeled(base: list[Sort]) -> tuple[list[Sort], list[Sort], list[Sort]]:
    """The marks before the characters that are read, these, and the marks after them: no mark has a reading."""
    start, end = 0, len(base)
    while start < end and base[start].kind in SIDES:
        start += 1
    while end > start and base[end - 1].kind in SIDES:
        end -= 1
    return (base[:start], base[start:end], base[end:]) if start < end else ([], base, [])


def annotate(case: Case, base: Sequence[Sort], face: Face, reading: str, *, beside: bool) -> Sort:
    """One sort of the base with its reading in ``face``. Raises Unset."""
    em = base[0].em
    payload, width = _joined(base)
    text = "".join(sort.text for sort in base)
    if beside:
        annotation, room = _beside(face, reading, width, em)
        return case.annotated(text, width, em, payload=payload, annotation=annotation, beside=room)
    glyphs, length = _row(face, reading)
    over = (length - width) / 2
    rise = (TOP + CLEAR) * em + DESCENT * face.em
    annotation = tuple(_at(glyph, x - over, rise + glyph.y) for glyph, x in glyphs)
    return case.annotated(text, width, em, payload=payload, annotation=annotation, over=over)


def divided(case: Case, base: Sequence[Sort], face: Face, reading: str, room: float) -> list[Sort]:
    """A base and its reading that no line has ``room`` (px) for, in pieces between which lines may end: as many
    characters of the one as of the other come to each, and the reading is parted at its spaces where it can be.

    A single character has nothing to divide: its reading goes on behind it in brackets. Raises Unset.
    """
    length = max(sum(sort.width for sort in base), sum(sort.width for sort in face.sorts(reading)))
    count = min(len(base), math.ceil(length / room * PIECES))
    cuts = [round(len(base) * index / count) for index in range(count + 1)]
    marks = [_near_space(reading, len(reading) * index / count) for index in range(count + 1)]
    pieces = [
        annotate(case, base[cuts[index] : cuts[index + 1]], face, reading[first:end].strip(), beside=False)
        for index, (first, end) in enumerate(pairwise(marks))
    ]
    if count > 1 and all(piece.width + 2 * max(0.0, piece.over) <= room for piece in pieces):
        return pieces
    return [*base, *(case.inert(sort, INERT * sort.em) for sort in face.sorts(f"（{reading}）"))]


def _near_space(text: str, place: float) -> int:
    """The space nearest to a place in the text, if there is one within a few letters; else the place itself."""
    spaces = [index for index, letter in enumerate(text) if letter == " " and abs(index - place) <= NEAR]
    return min(spaces, key=lambda index: abs(index - place)) if 0 < place < len(text) and spaces else round(place)


def is_warichu(box: Any) -> bool:
    """True for a note in two rows of small type."""
    return WARICHU in classes(box.element)


class Dealt(NamedTuple):
    """The small sorts of a note that stand on one line, raised and lowered: where each stands, and how high above the
    baseline (px; negative: below)."""

    sorts: list[Sort]
    places: list[float]
    rises: list[float]


def in_rows(
    case: Case, columns: Sequence[Sort], places: Sequence[float], *, at_edge: bool, apart: float = 0.0
) -> Dealt:
    """All of a note in two rows that stands on one line; its rows are ``apart`` (em of the small type) where lines or
    dots below the characters need room."""
    parts = [column.part for column in columns if column.part is not None]
    count, made = len(parts), Rows(parts, case)
    width = places[-1] + columns[-1].width - places[0] + made.extra(0, count, at_edge=at_edge)
    rows = made.deal(0, count, width, closing=columns[-1].closes, at_edge=at_edge)
    parted = apart + BETWEEN if apart else 0.0
    lifted = min(parted / 2, LIFTED)
    heights = [UPPER + lifted] * len(rows[0]) + [LOWER + lifted - parted] * len(rows[1])
    rises = [height * part.em for part, height in zip(parts, heights, strict=True)]
    shifted = [_raised(part, rise) for part, rise in zip(parts, rises, strict=True)]
    return Dealt(shifted, [places[0] + place for row in rows for place in row], rises)


def _raised(sort: Sort, rise: float) -> Sort:
    if type(sort.payload) is Foreign:
        return sort
    return replace(sort, payload=tuple(glyph._replace(y=glyph.y + rise) for glyph in sort.payload or ()))


def _joined(base: Sequence[Sort]) -> tuple[tuple[Glyph, ...], float]:
    """The glyphs of several sorts as one, as wide as they are."""
    glyphs: list[Glyph] = []
    width = advanced = 0.0
    for sort in base:
        if type(sort.payload) is Foreign or sort.payload is None:
            raise Unset
        for glyph in sort.payload:
            glyphs.append(glyph._replace(x=glyph.x + width - advanced))
            advanced += glyph.advance
            width += glyph.advance
        width += sort.width - sum(glyph.advance for glyph in sort.payload)
    return tuple(glyphs), width


def _row(face: Face, text: str) -> tuple[list[tuple[Glyph, float]], float]:
    """The glyphs of a reading in one row, with their places, and its length."""
    placed: list[tuple[Glyph, float]] = []
    pen = 0.0
    for sort in face.sorts(text):
        if type(sort.payload) is Foreign:
            raise Unset
        x = pen
        for glyph in sort.payload or ():
            placed.append((glyph, x + glyph.x))
            x += glyph.advance
        pen += sort.width
    return placed, pen


def _beside(face: Face, reading: str, width: float, em: float) -> tuple[tuple[Glyph, ...], float]:
    """注音符號 in a column at the right of a character, and the room that it takes."""
    letters = [glyph for glyph, _ in _row(face, "".join(sign for sign in reading if sign not in TONES + LIGHT))[0]]
    tone = next((glyph for glyph, _ in _row(face, "".join(sign for sign in reading if sign in TONES))[0]), None)
    light = next((glyph for glyph, _ in _row(face, "".join(sign for sign in reading if sign == LIGHT))[0]), None)
    if not letters:
        raise Unset
    size = face.em
    left = width + BESIDE * em
    pitch, column = PITCH * size, COLUMN * size
    top = MIDDLE * em + len(letters) * pitch / 2
    placed = [
        _at(glyph, left + (column - glyph.advance) / 2, top - index * pitch - TOP * size + (size - pitch) / 2)
        for index, glyph in enumerate(letters)
    ]
    if light is not None:
        ink = _ink(face.foundry, light)
        placed.append(_at(light, left + (column - ink.left - ink.right) / 2, top + size * 0.06 + ink.bottom))
    room = BESIDE * em + column
    if tone is not None:
        ink = _ink(face.foundry, tone)
        level = top - (len(letters) - 1) * pitch
        placed.append(_at(tone, left + column - ink.left, level - size * 0.06 + ink.top))
        room += ink.right - ink.left
    return tuple(placed), max(room, BESIDE * em + column + TONE * size)


def _at(glyph: Glyph, x: float, y: float) -> Glyph:
    """The glyph at a place of its own, from the origin of its sort; it moves nothing on."""
    return glyph._replace(x=x, y=y, advance=0.0)


def _ink(foundry: Foundry, glyph: Glyph) -> _Ink:
    found = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(foundry.fonts[glyph.font], glyph.id, found, ffi.NULL)
    left, top = found.x * FROM_UNITS, found.y * FROM_UNITS
    return _Ink(left, left + found.width * FROM_UNITS, top, top + found.height * FROM_UNITS)
