"""Draws our text boxes: every glyph exactly where the composition put it (the engine cuts kerning to whole numbers)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pydyf
from weasyprint import draw
from weasyprint.draw import text as engine_text
from weasyprint.logger import LOGGER
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

from fuzi.press.composition import Kind
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.setting import Setting
from fuzi.press.engine.shaping import Foreign, Foundry, Glyph
from fuzi.press.engine.tagging_marks import readings

APART = 0.05
"""em of white behind a character from which on readers of the PDF might see a space there (they do from about 0.1)."""

DRAW_TEXT = "ebaf96239c6ca363"
DRAW_FIRST_LINE = "1bb8eae6d88e71b1"


def install() -> None:
    """Put the drawing in place, once per process."""
    original = engine_text.draw_text
    if hasattr(draw.draw_text, "corrected_by_fuzi"):
        return
    require_source(original, DRAW_TEXT)
    require_source(engine_text.draw_first_line, DRAW_FIRST_LINE)

    def draw_text(stream: Any, textbox: Any, offset_x: float, text_overflow: str, block_ellipsis: str) -> None:
        if isinstance(textbox.pango_layout, Setting):
            _draw(stream, textbox, textbox.pango_layout, offset_x)
        else:
            original(stream, textbox, offset_x, text_overflow, block_ellipsis)

    draw_text.corrected_by_fuzi = True  # type: ignore[attr-defined]
    draw.draw_text = draw_text


def _draw(stream: Any, box: Any, setting: Setting, offset_x: float) -> None:
    style = box.style
    if style["visibility"] != "visible":
        return
    lines = style["text_decoration_line"]
    if lines != "none":
        _decorate(stream, box, setting, offset_x, lines, under=True)
    stream.set_color(style["color"])
    _show(stream, box, setting)
    _show_annotations(stream, box, setting)
    if lines != "none":
        _decorate(stream, box, setting, offset_x, lines, under=False)


def _show(stream: Any, box: Any, setting: Setting) -> None:
    """The text in its order: what is ours glyph by glyph, what is foreign in whole pieces between."""
    foundry = setting.face.foundry
    if foundry.pressed is not stream._fonts:
        foundry.pressed, foundry.seen, foundry.pdf_fonts = stream._fonts, {}, {}
    first = 0
    for start, end in _foreign(setting):
        _show_own(stream, box, setting, first, start)
        _show_foreign(stream, box, setting, start, end)
        first = end
    _show_own(stream, box, setting, first, len(setting.sorts))


def _show_own(stream: Any, box: Any, setting: Setting, first: int, end: int) -> None:
    if first >= end:
        return
    sorts, places = setting.sorts[first:end], setting.places[first:end]
    if any(sort.annotation is not None for sort in sorts):
        _show_read(stream, box, setting, first, end)
    else:
        placed = [(sort.payload, place) for sort, place in zip(sorts, places, strict=True)]
        _show_glyphs(stream, box, setting.face.foundry, placed)


def _show_read(stream: Any, box: Any, setting: Setting, first: int, end: int) -> None:
    """Characters that their readings keep apart, each as its own text and as wide as its place: who copies or searches
    the text must not find spaces between them."""
    foundry = setting.face.foundry
    edges = [*setting.places[first + 1 : end], setting.places[end] if end < len(setting.places) else box.width]
    for sort, place, edge in zip(setting.sorts[first:end], setting.places[first:end], edges, strict=True):
        gap = edge - place - sort.width - sort.tail + sort.beside
        if sort.annotation is None or len(sort.payload) != 1 or gap < APART * sort.em:
            _show_glyphs(stream, box, foundry, [(sort.payload, place)])
            continue
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(sort.text)}))
        _show_glyphs(stream, box, foundry, [(sort.payload, place)], gap)
        stream.end_marked_content()


def _show_annotations(stream: Any, box: Any, setting: Setting) -> None:
    annotated = [
        (sort.annotation, place)
        for sort, place in zip(setting.sorts, setting.places, strict=False)
        if sort.annotation is not None
    ]
    if annotated:
        with readings(stream, box):
            _show_glyphs(stream, box, setting.face.foundry, annotated)


def _show_glyphs(
    stream: Any, box: Any, foundry: Foundry, placed: Iterable[tuple[Sequence[Glyph], float]], gap: float = 0.0
) -> None:
    """One text object: the first matrix, then glyphs and the moves between them in thousandths of an em.

    ``gap`` (px) belongs to a glyph that stands alone: readers of the PDF take it for part of the character.
    """
    seen = foundry.seen
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, box.position_x, box.position_y + box.baseline)
    current, scale = -1, 1.0
    pen = 0.0
    parts: list[str] = []
    for glyphs, place in placed:
        for glyph in glyphs:
            key = (glyph[0], glyph[1])
            known = seen.get(key)
            if known is None:
                known = seen[key] = _register(stream, foundry, glyph)
            if glyph[0] != current or glyph[4]:
                if parts:
                    stream.show_text("".join(parts))
                    parts = []
                if glyph[0] != current:
                    current = glyph[0]
                    font, size = foundry.pdf_fonts[current]
                    stream.set_font_size(font.hash, 1 if font.bitmap else size)
                    scale = 1000 / size
                if glyph[4]:
                    stream.set_text_rise(glyph[4])
            move = round((pen - place - glyph[3]) * scale, 2)
            if move:
                parts.append(f"{move:g}" if -1e5 < move < 1e5 else f"{move:.2f}")
                pen -= move / scale
            parts.append(known[0])
            pen += known[1]
            if glyph[4]:
                stream.show_text("".join(parts))
                parts = []
                stream.set_text_rise(0)
            place += glyph[2]
    if gap:
        stream.stream.append(f"{gap:.3f} Tc")
    if parts:
        stream.show_text("".join(parts))
    if gap:
        stream.stream.append("0 Tc")
    stream.end_text()


def _register(stream: Any, foundry: Foundry, glyph: Glyph) -> tuple[str, float]:
    """Enter a glyph in its PDF font: what it is called there, and by how much (px) it moves the pen."""
    if glyph.font not in foundry.pdf_fonts:
        foundry.pdf_fonts[glyph.font] = stream.add_font(foundry.fonts[glyph.font])
    font, size = foundry.pdf_fonts[glyph.font]
    number, width = glyph.id, 0
    if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
        codepoint = number - pango.PANGO_GLYPH_UNKNOWN_FLAG
        LOGGER.warning(
            '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)', chr(codepoint), codepoint
        )
        number = font.get_unused_glyph_id(codepoint)
        width = font.widths[number] = round(glyph.advance * 1000 / size)
        font.widths.setdefault(0, width)
    elif number == pango.PANGO_GLYPH_EMPTY:
        return "", 0.0
    font.to_unicode.setdefault(number, glyph.text)
    if glyph.text and not font.to_unicode[number]:
        font.to_unicode[number] = glyph.text
    if number not in font.widths:
        extents = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(foundry.fonts[glyph.font], number, ffi.NULL, extents)
        font.widths[number] = round(extents.width * 1000 * FROM_UNITS / size)
    width = font.widths[number]
    return (f"<{number:02x}>" if font.bitmap else f"<{number:04x}>"), width * size / 1000


def _show_foreign(stream: Any, box: Any, setting: Setting, start: int, end: int) -> None:
    piece = box.copy()
    piece.text = "".join(sort.text for sort in setting.sorts[start:end])
    piece.pango_layout = Layout(setting.face.style)
    piece.pango_layout.set_text(piece.text)
    x, y = box.position_x + setting.places[start], box.position_y + box.baseline
    stream.begin_text()
    emojis = engine_text.draw_first_line(stream, piece, "clip", "none", Matrix(d=-1, e=x, f=y))
    stream.end_text()
    engine_text.draw_emojis(stream, box.style, x, y, emojis)


def _foreign(setting: Setting) -> Iterator[tuple[int, int]]:
    """Ranges of foreign sorts; right-to-left words with nothing but spaces between them make one: so they keep their
    order on the line."""
    sorts = setting.sorts
    index = 0
    while index < len(sorts):
        payload = sorts[index].payload
        if type(payload) is not Foreign:
            index += 1
            continue
        end = following = index + 1
        while payload.rtl and following < len(sorts):
            other = sorts[following]
            if type(other.payload) is Foreign and other.payload.rtl:
                end = following + 1
            elif other.kind not in (Kind.SPACE, Kind.GLUE):
                break
            following += 1
        yield index, end
        index = end


def _decorate(stream: Any, box: Any, setting: Setting, offset_x: float, lines: Any, *, under: bool) -> None:
    """Lines under, over and through text, by the engine's own rules."""
    from weasyprint.layout.percent import percentage

    style = box.style
    color = draw.text.get_color(style, "text_decoration_color")

    def rule(offset: float, thickness: float) -> None:
        engine_text.draw_text_decoration(stream, box, offset_x, offset, thickness, color)

    if not under:
        if "line-through" in lines:
            rule(box.baseline - setting.strikethrough_position, setting.strikethrough_thickness)
        return
    if "underline" not in lines and "overline" not in lines:
        return
    if style["text_decoration_thickness"] in ("auto", "from-font"):
        thickness = setting.underline_thickness
    else:
        thickness = percentage(style["text_decoration_thickness"], style, style["font_size"])
    if "overline" in lines:
        rule(box.baseline - setting.ascent + thickness / 2, thickness)
    if "underline" in lines:
        if style["text_underline_offset"] == "auto":
            offset = -setting.underline_position
        else:
            offset = percentage(style["text_underline_offset"], style, style["font_size"])
        rule(box.baseline + offset + thickness / 2, thickness)
