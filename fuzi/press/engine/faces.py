"""The fonts of this machine as the engine's own fontconfig sees them, and how those of one edition are set up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from weasyprint.logger import LOGGER
from weasyprint.text.ffi import ffi, fontconfig, pango, pangoft2
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from fuzi.press.engine.guard import require_source

CONFIGURATION = "9fdb532fe2c80013"
Ranges = tuple[tuple[int, int], ...]
"""First and last code point of each run of characters."""

REFUSED = "Font file %r cannot be loaded"
"""What is said of a file that fontconfig does not take."""

HAN = range(0x4E00, 0xA000)
"""The characters of which a Chinese font has at least one."""

_HEAD = b'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'

ffi.cdef("""
    typedef ... FcCharSet;
    FcResult FcPatternGetCharSet (FcPattern *p, const char *object, int n, FcCharSet **c);
    FcBool FcCharSetHasChar (const FcCharSet *fcs, uint32_t ucs4);
""")


@dataclass(frozen=True, slots=True)
class Face:
    """One installed face: all names of its family and of its style, and the file it lies in."""

    families: tuple[str, ...]
    styles: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A font file that serves under the name ``alias``.

    ``source`` is its path on this machine, or its bytes when it came with the book; ``name`` is what people call it
    and ``family`` what it calls itself. Of a collection only the faces of that family serve.
    """

    alias: str
    family: str
    name: str
    source: Path | bytes = field(repr=False)

    @property
    def collection(self) -> bool:
        """True for several fonts in one file."""
        if isinstance(self.source, Path):
            return self.source.suffix.lower() in (".ttc", ".otc")
        return self.source.startswith(b"ttcf")


@dataclass(frozen=True, slots=True)
class FontSetup:
    """What makes the fonts of this machine into the fonts of one edition.

    ``without`` are characters that a family leaves to the next one in its chain, ``only`` those that it is limited to;
    ``generic`` says what ``serif`` and its like stand for in drawings.
    """

    files: tuple[Loaded, ...] = ()
    without: Mapping[str, Ranges] = field(default_factory=dict)
    only: Mapping[str, Ranges] = field(default_factory=dict)
    generic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def installed_faces() -> tuple[Face, ...]:
    """Every face that fontconfig finds, sorted by file so that the order never changes the work."""
    configuration = fontconfig.FcInitLoadConfigAndFonts()
    try:
        faces = [
            Face(_texts(one, b"family"), _texts(one, b"style"), _texts(one, b"file")[0])
            for one in _patterns(configuration)
        ]
    finally:
        fontconfig.FcConfigDestroy(configuration)
    return tuple(sorted(faces, key=lambda face: (face.file, face.families, face.styles)))


def configured(setup: FontSetup) -> FontConfiguration:
    """A font configuration of the engine's kind, with the rules and files of an edition."""
    require_source(FontConfiguration.__init__, CONFIGURATION)
    fonts = FontConfiguration()
    fonts.fuzi_generic = setup.generic
    paths = [_path(fonts, number, file) for number, file in enumerate(setup.files)]
    rules = _HEAD + tostring(_rules(setup, paths))
    fontconfig.FcConfigParseAndLoadFromMemory(fonts._config, rules, True)
    for path, names in _by_path(setup, paths).items():
        if not fontconfig.FcConfigAppFontAddFile(fonts._config, path.encode()):
            LOGGER.warning(REFUSED, names)
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", fonts.font_map))
    return fonts


def without_han(families: Iterable[str], files: Iterable[Loaded]) -> set[str]:
    """Those of the families, installed or of these files, that have no Chinese characters."""
    coverage = Coverage(configured(FontSetup(tuple(files))))
    return {family for family in families if not any(coverage.has(family, chr(point)) for point in HAN)}


class Coverage:
    """Which characters the families of a font configuration have, and under what other names they go."""

    def __init__(self, fonts: FontConfiguration) -> None:
        self._keep = fonts  # the character sets belong to it
        self._sets: dict[str, list[Any]] = {}
        self._names: dict[str, set[str]] = {}
        self.files: dict[str, dict[str, None]] = {}
        for pattern in _patterns(fonts._config):
            found = ffi.new("FcCharSet **")
            if fontconfig.FcPatternGetCharSet(pattern, b"charset", 0, found) != fontconfig.FcResultMatch:
                continue
            names = [name.casefold() for name in _texts(pattern, b"family")]
            for name in names:
                self._sets.setdefault(name, []).append(found[0])
                self._names.setdefault(name, set()).update(names)
                self.files.setdefault(name, {}).update(dict.fromkeys(_texts(pattern, b"file")))

    def names(self, family: str) -> set[str]:
        """All names of a family, in small letters; none when there is no such family."""
        return self._names.get(family.casefold(), set())

    def has(self, family: str, character: str) -> bool:
        """True when every face of the family has the character."""
        sets = self._sets.get(family.casefold(), [])
        return bool(sets) and all(fontconfig.FcCharSetHasChar(one, ord(character)) for one in sets)


def family_of(style: Any, character: str) -> str:
    """The family in which the engine sets one character of this style; empty when no font has it."""
    layout = Layout(style)
    layout.set_text(character)
    line, _ = layout.get_first_line()
    if line.runs == ffi.NULL:
        return str(style["font_family"][0])
    item = line.runs[0].data
    glyphs = (item.glyphs.glyphs[index].glyph for index in range(item.glyphs.num_glyphs))
    if any(glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for glyph in glyphs):
        return ""
    described = pango.pango_font_describe_with_absolute_size(item.item.analysis.font)
    description = ffi.gc(described, pango.pango_font_description_free)
    name: bytes = ffi.string(pango.pango_font_description_get_family(description))
    return name.decode(errors="replace")


def _path(fonts: FontConfiguration, number: int, file: Loaded) -> str:
    """Where fontconfig finds a file: fonts that came with the book are written into the engine's own folder."""
    if isinstance(file.source, Path):
        return str(file.source)
    if fonts._folder is None:
        fonts._folder = Path(mkdtemp(prefix="weasyprint-"))
    path = Path(fonts._folder) / f"{number:02}{Path(file.name).suffix}"
    path.write_bytes(file.source)
    return str(path)


def _by_path(setup: FontSetup, paths: Iterable[str]) -> dict[str, str]:
    """Each file once: one file may serve under several names."""
    return {path: file.name for file, path in zip(setup.files, paths, strict=True)}


def _rules(setup: FontSetup, paths: Iterable[str]) -> Element:
    root = Element("fontconfig")
    for file, path in zip(setup.files, paths, strict=True):
        match = _match(root, "scan", "file", path)
        if file.collection:
            _text(SubElement(match, "test", name="family", compare="eq"), file.family)
        # In front of its own name: without that Pango does not find it.
        _text(SubElement(match, "edit", name="family", mode="prepend"), file.alias)
    for family, ranges in setup.without.items():
        edit = SubElement(_match(root, "font", "family", family), "edit", name="charset", mode="assign_replace")
        _less(edit, ranges)
    for family, ranges in setup.only.items():
        edit = SubElement(_match(root, "font", "family", family), "edit", name="charset", mode="assign_replace")
        minus = SubElement(edit, "minus")
        SubElement(minus, "name").text = "charset"
        _less(minus, ranges)
    return root


def _match(root: Element, target: str, name: str, value: str) -> Element:
    match = SubElement(root, "match", target=target)
    _text(SubElement(match, "test", name=name, compare="eq"), value)
    return match


def _text(element: Element, text: str) -> None:
    SubElement(element, "string").text = text


def _less(parent: Element, ranges: Ranges) -> None:
    """What the font has, without these."""
    minus = SubElement(parent, "minus")
    SubElement(minus, "name").text = "charset"
    charset = SubElement(minus, "charset")
    for first, last in ranges:
        span = SubElement(charset, "range")
        SubElement(span, "int").text = f"0x{first:x}"
        SubElement(span, "int").text = f"0x{last:x}"


def _patterns(configuration: Any) -> Iterator[Any]:
    for which in (fontconfig.FcSetSystem, fontconfig.FcSetApplication):
        listed = fontconfig.FcConfigGetFonts(configuration, which)
        if listed != ffi.NULL:
            for number in range(listed.nfont):
                yield listed.fonts[number]


def _texts(pattern: object, name: bytes) -> tuple[str, ...]:
    found: list[str] = []
    value = ffi.new("FcChar8 **")
    while fontconfig.FcPatternGetString(pattern, name, len(found), value) == fontconfig.FcResultMatch:
        found.append(ffi.string(value[0]).decode(errors="replace"))
    return tuple(found)
