"""The font files that a finished document was set from, with their digests: the same book needs the same fonts."""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from weasyprint.text.ffi import harfbuzz

from fuzi.model.product import FontFact
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.faces import Coverage, FontSetup


def font_files(laid_out: LaidOut, setup: FontSetup) -> tuple[FontFact, ...]:
    """Every font file that glyphs were drawn from, by family and file (known once the PDF is written)."""
    configuration = laid_out.document.font_config
    known = Coverage(configuration)
    aliases = {file.alias: file for file in setup.files}
    found: dict[FontFact, None] = {}
    for font in laid_out.document.fonts.values():
        size = _size(font.hb_face)
        for name in known.files.get(font.family.casefold(), ()) if font.to_unicode else ():
            path = Path(name)
            facts = path.stat()
            if facts.st_size != size:  # another weight of the family
                continue
            own = path.parent == configuration._folder
            version = _version(name, facts.st_mtime_ns)
            family = aliases[font.family].family if font.family in aliases else font.family
            shown = setup.files[int(path.stem)].name if own else path.name
            found[FontFact(family, version, shown, _digest(name, facts.st_mtime_ns, size))] = None
    return tuple(sorted(found, key=lambda fact: (fact.family, fact.file)))


def _size(face: Any) -> int:
    """Bytes of the file that a HarfBuzz face was made from."""
    blob = harfbuzz.hb_face_reference_blob(face)
    try:
        return int(harfbuzz.hb_blob_get_length(blob))
    finally:
        harfbuzz.hb_blob_destroy(blob)


@lru_cache(maxsize=64)
def _digest(path: str, changed: int, size: int) -> str:
    """The digest of a file, remembered until the file changes."""
    with Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@lru_cache(maxsize=64)
def _version(path: str, changed: int) -> str:
    """The version in a name table, which may be broken or missing."""
    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            return str(font["name"].getDebugName(5) or "")
    except (TTLibError, OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, struct.error):
        return ""
