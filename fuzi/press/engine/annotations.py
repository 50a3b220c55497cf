"""Readings above and beside characters (ruby), as part of the sorts that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from fuzi.press.composition import Case, Sort, deal
from fuzi.press.engine.grid import MIDDLE, TOP, UNDER
from fuzi.press.engine.shaping import Face, Foreign, Foundry, Glyph

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


UPPER, LOWER = TOP, -UNDER
"""em of the small type by which the two rows of a note in the line stand above the baseline."""


class Unset(Exception):
    """The base or the reading has something in it that is no type of ours."""


class _Ink(NamedTuple):
    """Where a glyph really has ink: left, right, top and bottom from its origin in px, downwards positive."""

    left: float
    right: float
    top: float
    bottom: float


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


def in_rows(columns: Sequence[Sort], places: Sequence[float], *, closing: bool) -> tuple[list[Sort], list[float]]:
    """The small sorts of a note in two rows that stand on one line, raised and lowered, with their places."""
    parts = [part for column in columns for part in column.parts]
    width = places[-1] + columns[-1].width - places[0]
    rows = deal(parts, width, closing=closing)
    rises = [UPPER] * len(rows[0]) + [LOWER] * len(rows[1])
    shifted = [_raised(part, rise * part.em) for part, rise in zip(parts, rises, strict=True)]
    return shifted, [places[0] + place for row in rows for place in row]


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
