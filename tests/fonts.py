"""Small fonts made for tests: every character is a black square of its own width."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

UPEM = 1000


def font(
    family: str, characters: Iterable[str], *, bold: bool = False, variable: bool = False, names: bool = True
) -> bytes:
    """A TrueType font without any layout feature; ``variable`` gives it a weight axis, ``names`` a name table."""
    builder = FontBuilder(UPEM, isTTF=True)
    points = sorted(set(map(ord, characters)) | {32})
    order = [".notdef", *(f"u{point:04X}" for point in points)]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({point: f"u{point:04X}" for point in points})
    builder.setupGlyf({name: _square(800 if bold else 700) for name in order})
    widths = {f"u{point:04X}": UPEM if point >= 0x2E80 else UPEM // 2 for point in points}
    builder.setupHorizontalMetrics({name: (widths.get(name, UPEM), 50) for name in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    style = "Bold" if bold else "Regular"
    if names:
        builder.setupNameTable({"familyName": family, "styleName": style, "version": "Version 1.5"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=700 if bold else 400)
    if variable:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
        builder.setupGvar({})
    builder.setupPost()
    return saved(builder.font)


def _square(size: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, size), (size, size), (size, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def saved(one: TTFont) -> bytes:
    """The bytes of a font."""
    stream = BytesIO()
    one.save(stream)
    return stream.getvalue()


def collection(*fonts: bytes) -> bytes:
    """A TTC of these fonts."""
    together = TTCollection()
    together.fonts = [TTFont(BytesIO(data)) for data in fonts]
    stream = BytesIO()
    together.save(stream)
    return stream.getvalue()


def with_broken_names(data: bytes) -> bytes:
    """The same font with rubbish in its name table."""
    one = TTFont(BytesIO(data))
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    rubbish = DefaultTable("name")
    rubbish.data = b"\0\0\xff\xff\xff\xff" + b"\xff" * 40
    one["name"] = rubbish
    return saved(one)
