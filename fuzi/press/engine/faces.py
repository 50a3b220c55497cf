"""The fonts of this machine, as the engine's own fontconfig sees them."""

from __future__ import annotations

from dataclasses import dataclass

from weasyprint.text.ffi import ffi, fontconfig


@dataclass(frozen=True, slots=True)
class Face:
    """One installed face: all names of its family and of its style, and the file it lies in."""

    families: tuple[str, ...]
    styles: tuple[str, ...]
    file: str


def installed_faces() -> tuple[Face, ...]:
    """Every face that fontconfig finds, sorted by file so that the order never changes the work."""
    configuration = fontconfig.FcInitLoadConfigAndFonts()
    try:
        listed = fontconfig.FcConfigGetFonts(configuration, fontconfig.FcSetSystem)
        patterns = [listed.fonts[number] for number in range(listed.nfont)]
        faces = [Face(_texts(one, b"family"), _texts(one, b"style"), _texts(one, b"file")[0]) for one in patterns]
    finally:
        fontconfig.FcConfigDestroy(configuration)
    return tuple(sorted(faces, key=lambda face: (face.file, face.families, face.styles)))


def _texts(pattern: object, name: bytes) -> tuple[str, ...]:
    found: list[str] = []
    value = ffi.new("FcChar8 **")
    while fontconfig.FcPatternGetString(pattern, name, len(found), value) == fontconfig.FcResultMatch:
        found.append(ffi.string(value[0]).decode(errors="replace"))
    return tuple(found)
