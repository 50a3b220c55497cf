"""Small PDFs and little memory: how the engine cuts down the fonts it embeds."""

from __future__ import annotations

from typing import Any

from weasyprint.pdf import fonts
from weasyprint.text.fonts import get_hb_object_data

from fuzi.press.engine.guard import corrected

INITIALISE = "1f281166b10302a4"
SUBSET = "f80805663ede8080"


def install() -> None:
    """Put both corrections in place, once per process."""
    font = fonts.Font
    if isinstance(getattr(font, "file_content", None), property):
        return
    # HarfBuzz 6 fails on the GDEF table of some kai fonts and the whole font would be embedded; a PDF needs no GDEF.
    font._harfbuzz_subset = corrected(font._harfbuzz_subset, SUBSET, fonts, "b'GPOS',", "b'GDEF', b'GPOS',")
    # A font file of 25 MB would be copied for every size in which it is used, and the copies are thrown away.
    font.__init__ = corrected(
        font.__init__,
        INITIALISE,
        fonts,
        "self.file_content = get_hb_object_data(self.hb_face)",
        "self.file_content = None",
    )
    font.file_content = property(_content, _set_content)


def _content(font: Any) -> bytes:
    data: bytes | None = font.__dict__.get("content")
    return data if data is not None else get_hb_object_data(font.hb_face)


def _set_content(font: Any, data: bytes | None) -> None:
    font.__dict__["content"] = data
