"""Sorts of type cast from the engine's fonts: each character and word is shaped once for each face, then remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_hb_face
from weasyprint.text.line_break import Layout, _font_style_cache_key

from fuzi.press.composition import Case, Kind, Sort, Style
from fuzi.press.composition.classes import BREAKS, GLUES, JOINERS, KINDS, SPACES
from fuzi.press.composition.style import KINSOKU, POSITIONS, PUNCTUATION
from fuzi.press.composition.words import parts_of

_MARKS = (
    "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff\u00b7\u2014\u2015\u2018\u2019\u201c\u201d\u2022"
    "\u2025-\u2027\u2030-\u203b\u2047-\u2049\u2100-\u2127\u2150-\u218f\u2190-\u23ff\u2460-\u2bff\u22ef"
)
"""Characters that are sorts of their own; everything else but white space belongs to words."""

TAIL = (
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
    "\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
_LOOSE = re.escape(SPACES + GLUES + JOINERS + BREAKS + "\u200b")
_TOKENS = re.compile(
    "(?P<dash>[—―⸺]{2,})"
    f"|(?P<single>(?:(?![—―⸺]{{2}})[{_MARKS}](?!{TAIL}|\u200d)(?<![A-Za-z]’(?=[A-Za-z])))+)"
    f"|(?P<cluster>[{_MARKS}]{TAIL}*(?:\u200d[{_MARKS}]{TAIL}*)+|[{_MARKS}]{TAIL}+)"
    f"|(?P<loose>[{_LOOSE}])"
    f"|(?P<word>(?:[^{_MARKS}{_LOOSE}]|’)+)"
)
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


_HAN = "一"
"""Stands before marks while they are shaped."""


class Glyph(NamedTuple):
    """A glyph of a face: number of its font in the foundry, its id, advance, offsets right and up (px), its text."""

    font: int
    id: int
    advance: float
    x: float
    y: float
    text: str


class Foreign(NamedTuple):
    """Text that the engine's own shaper must draw: right-to-left words, pictures as type."""

    text: str
    rtl: bool


@dataclass(slots=True)
class Foundry:
    """All type of one font configuration. ``pressed`` is the table of PDF fonts last drawn to, ``seen`` what it has."""

    fonts: list[Any] = field(default_factory=list)
    natural: list[dict[int, float]] = field(default_factory=list)
    coloured: list[bool] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    keys: dict[tuple[Any, ...], int] = field(default_factory=dict)
    cases: dict[Style, Case] = field(default_factory=dict)
    faces: dict[str, Face] = field(default_factory=dict)
    pressed: Any = None
    seen: dict[tuple[int, int], tuple[str, float]] = field(default_factory=dict)
    pdf_fonts: dict[int, Any] = field(default_factory=dict)
    _numbers: dict[Any, int] = field(default_factory=dict)

    def case(self, style: Style) -> Case:
        """The case of a style; all cases of a foundry number their sorts alike, so that they may meet on a line."""
        found = self.cases.get(style)
        if found is None:
            found = self.cases[style] = Case(style, self.keys)
        return found

    def number(self, font: Any, layout: Any) -> int:
        """The number of a Pango font; ``layout`` is kept so that the font lives."""
        found = self._numbers.get(font)
        if found is None:
            found = self._numbers[font] = len(self.fonts)
            self.fonts.append(font)
            self.natural.append({})
            self.kept.append(layout)
            face = get_pango_font_hb_face(font)
            self.coloured.append(
                bool(harfbuzz.hb_ot_color_has_png(face) or harfbuzz.hb_ot_color_has_svg(face))
                or bool(harfbuzz.hb_ot_color_has_layers(face) or harfbuzz.hb_ot_color_has_paint(face))
                if harfbuzz.hb_version_atleast(7, 0, 0)
                else bool(harfbuzz.hb_ot_color_has_png(face) or harfbuzz.hb_ot_color_has_svg(face))
            )
        return found


def foundry_of(configuration: Any) -> Foundry:
    """The foundry of a font configuration; it lives as long as the configuration does."""
    found: Foundry | None = getattr(configuration, "fuzi_foundry", None)
    if found is None:
        found = configuration.fuzi_foundry = Foundry()
    return found


def face_of(style: Any) -> Face:
    """The face that text in this style is set in."""
    found: Face | None = style.__dict__.get("fuzi_face")
    if found is None:
        found = style.__dict__["fuzi_face"] = _find_face(style)
    return found


def _find_face(style: Any) -> Face:
    foundry = foundry_of(style.font_config)
    wanted = composition_of(style)
    spacing = 0.0 if style["letter_spacing"] == "normal" else float(style["letter_spacing"])
    other = (spacing, style["word_spacing"], style["hyphens"], style["overflow_wrap"], style["font_kerning"], wanted)
    key = _font_style_cache_key(style, include_size=True) + str(other)
    face = foundry.faces.get(key)
    if face is None:
        face = foundry.faces[key] = Face(foundry, foundry.case(wanted), style, spacing)
    return face


def composition_of(style: Any) -> Style:
    """The style of composition that the custom properties of a computed style ask for."""
    return Style(
        punctuation=word(style, "__punctuation", PUNCTUATION, "full"),
        kinsoku=word(style, "__kinsoku", KINSOKU, "strict"),
        position=word(style, "__mark_position", POSITIONS, "corner"),
        hanging=word(style, "__hanging", ("none", "allow"), "none") == "allow",
    )


def word(style: Any, name: str, known: tuple[str, ...], default: str) -> str:
    """The value of a custom property that is one word of these."""
    tokens = style[name]
    value = getattr(tokens[0], "value", "") if tokens else ""
    return value if value in known else default


class Face:
    """One font at one size in one language: gives the sorts of any text. Lengths in CSS px."""

    def __init__(self, foundry: Foundry, case: Case, style: Any, spacing: float) -> None:
        self.foundry = foundry
        self.case = case
        self.em: float = style["font_size"]
        self.spacing = spacing
        self.word_spacing: float = style["word_spacing"]
        self.hyphenates = style["hyphens"] != "none"
        self.splits = style["overflow_wrap"] in ("anywhere", "break-word")
        self.language: str = style["lang"] or ""
        self.style = style
        if spacing or self.word_spacing:
            self.style = style.copy()
            self.style["letter_spacing"], self.style["word_spacing"] = "normal", 0
        self._sorts: dict[str, Sort] = {}
        self._words: dict[str, list[Sort]] = {}
        self._height = 0.0

    @property
    def height(self) -> float:
        """Height of a line of this face without leading, in px; fonts that fall in do not change it."""
        if not self._height:
            layout = Layout(self.style)
            layout.set_text(" ")
            line, _ = layout.get_first_line()
            extents = ffi.new("PangoRectangle *")
            pango.pango_layout_line_get_extents(line, ffi.NULL, extents)
            self._height = extents.height * FROM_UNITS
        return self._height

    def sorts(self, text: str) -> list[Sort]:
        """The sorts of a text, in order; their texts joined are the text."""
        known = self._sorts
        out: list[Sort] = []
        for token in _TOKENS.finditer(text):
            kind, piece = token.lastgroup, token.group()
            if kind == "single":
                try:
                    out += [known[character] for character in piece]
                except KeyError:
                    self._cast(piece)
                    out += [known[character] for character in piece]
            elif kind == "word":
                out += self._words.get(piece) or self._spell(piece)
            elif kind == "dash":
                for start in range(0, len(piece), 2):
                    out.append(self._whole(piece[start : start + 2]))
            else:
                out.append(self._whole(piece))
        return out

    def _cast(self, piece: str) -> None:
        """Shape the characters that are new, all at once: Han and full-width marks do not shape each other."""
        missing = "".join(dict.fromkeys(character for character in piece if character not in self._sorts))
        clusters = self.shape(missing, among_han=True)
        if [text for text, _ in clusters] != list(missing):
            clusters = [cluster for one in missing for cluster in _merged(self.shape(one, among_han=True))]
        for text, glyphs in clusters:
            self._sorts[text] = self._sort(text, glyphs)

    def _whole(self, piece: str) -> Sort:
        found = self._sorts.get(piece)
        if found is None:
            found = self._sorts[piece] = self._make_whole(piece)
        return found

    def _make_whole(self, piece: str) -> Sort:
        kind = KINDS.get(piece[0])
        if kind in (Kind.JOINER, Kind.CHANCE, Kind.BREAK):
            return self.case.sort(piece, 0.0, self.em, payload=())
        shaped = self.shape(" " * 4 if piece == "\t" else piece, among_han=kind is Kind.DASH or kind is None)
        if len(shaped) == 1:
            return self._sort(*shaped[0])
        glyphs = tuple(glyph for _, cluster in shaped for glyph in cluster)
        return self._sort(piece, glyphs)

    def _sort(self, text: str, glyphs: tuple[Glyph, ...]) -> Sort:
        width = sum(glyph.advance for glyph in glyphs) + self.spacing
        if text in (" ", "\u00a0"):
            width += self.word_spacing
        ink, payload = self._ink(text, glyphs), self._payload(text, glyphs)
        return self.case.sort(text, width, self.em, ink=ink, tail=-self.spacing, payload=payload)

    def _payload(self, text: str, glyphs: tuple[Glyph, ...]) -> Any:
        if any(self.foundry.coloured[glyph.font] for glyph in glyphs):
            return Foreign(text, rtl=False)
        return glyphs

    def _ink(self, text: str, glyphs: tuple[Glyph, ...]) -> tuple[float, float] | None:
        """Blanks left and right of the ink of a mark, in px."""
        if len(glyphs) != 1 or text not in KINDS or glyphs[0].id & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            return None
        ink = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.foundry.fonts[glyphs[0].font], glyphs[0].id, ink, ffi.NULL)
        left = ink.x * FROM_UNITS
        return left, glyphs[0].advance - left - ink.width * FROM_UNITS

    def _spell(self, piece: str) -> list[Sort]:
        """The parts of a word, cut where a line may end inside it."""
        found = self._words[piece] = self._make_word(piece)
        return found

    def _make_word(self, piece: str) -> list[Sort]:
        if RIGHT_TO_LEFT.search(piece):
            width = sum(glyph.advance for _, glyphs in self.shape(piece) for glyph in glyphs)
            return [self.case.word(piece, width, self.em, parted=None, hyphen=None, payload=Foreign(piece, rtl=True))]
        clusters = self.shape(piece, narrow="’" in piece)
        widths = [sum(glyph.advance for glyph in glyphs) + self.spacing for _, glyphs in clusters]
        texts = [text for text, _ in clusters]
        sorts = []
        for start, end, price, hyphen in parts_of(texts, widths, self.em, self.language, self.hyphenates, self.splits):
            glyphs = tuple(glyph for _, cluster in clusters[start:end] for glyph in cluster)
            text = "".join(texts[start:end])
            sorts.append(
                self.case.word(
                    text,
                    sum(widths[start:end]),
                    self.em,
                    parted=price,
                    hyphen=self._whole_hyphen() if hyphen else None,
                    payload=self._payload(text, glyphs),
                    tail=self._unkerned(glyphs[-1]) - self.spacing,
                )
            )
        return sorts

    def _unkerned(self, glyph: Glyph) -> float:
        """By how much (px) a glyph is wider where nothing follows it."""
        if glyph.id & pango.PANGO_GLYPH_UNKNOWN_FLAG or glyph.id == pango.PANGO_GLYPH_EMPTY:
            return 0.0
        extents = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.foundry.fonts[glyph.font], glyph.id, ffi.NULL, extents)
        return float(extents.width * FROM_UNITS - glyph.advance)

    def _whole_hyphen(self) -> Sort:
        found = self._sorts.get("-")
        if found is None:
            glyphs = tuple(glyph for _, cluster in self.shape("-") for glyph in cluster)
            width = sum(glyph.advance for glyph in glyphs)
            found = self._sorts["-"] = self.case.word("-", width, self.em, parted=None, hyphen=None, payload=glyphs)
        return found

    def shape(self, text: str, *, narrow: bool = False, among_han: bool = False) -> list[tuple[str, tuple[Glyph, ...]]]:
        """Clusters of a text with their glyphs, in reading order.

        ``narrow`` asks for Latin quotation marks; ``among_han`` for the forms that marks have in Chinese text, which
        fonts give by script: alone, a mark has none.
        """
        if among_han:
            return self.shape(_HAN + text)[1:]
        style = self.style
        if narrow:
            style = style.copy()
            style["font_feature_settings"] = (("pwid", 1),)
        layout = Layout(style)
        layout.set_text(text)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        line, _ = layout.get_first_line()
        found: dict[int, list[tuple[int, int, float, float, float]]] = {}
        run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            item = run.data
            run = run.next
            self._read_run(item, layout, found)
        return _clusters(text, found)

    def _read_run(self, item: Any, layout: Any, found: dict[int, list[tuple[int, int, float, float, float]]]) -> None:
        number = self.foundry.number(item.item.analysis.font, layout.layout)
        glyphs, clusters, offset = item.glyphs.glyphs, item.glyphs.log_clusters, item.item.offset
        for index in range(item.glyphs.num_glyphs):
            glyph = glyphs[index]
            geometry = glyph.geometry
            found.setdefault(offset + clusters[index], []).append(
                (
                    number,
                    glyph.glyph,
                    geometry.width * FROM_UNITS,
                    geometry.x_offset * FROM_UNITS,
                    -geometry.y_offset * FROM_UNITS,
                )
            )


def _clusters(
    text: str, found: dict[int, list[tuple[int, int, float, float, float]]]
) -> list[tuple[str, tuple[Glyph, ...]]]:
    """The text of each cluster by the byte at which it begins; every character belongs to one."""
    raw = text.encode()
    starts = sorted(found)
    out = []
    for start, end in zip(starts, [*starts[1:], len(raw)], strict=True):
        piece = raw[start:end].decode()
        glyphs = tuple(Glyph(*glyph, piece if index == 0 else "") for index, glyph in enumerate(found[start]))
        out.append((piece, glyphs))
    return out


def _merged(clusters: list[tuple[str, tuple[Glyph, ...]]]) -> list[tuple[str, tuple[Glyph, ...]]]:
    text = "".join(piece for piece, _ in clusters)
    return [(text, tuple(glyph for _, glyphs in clusters for glyph in glyphs))]
