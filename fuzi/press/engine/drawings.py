"""Text in drawings: which fonts an SVG asks for, and which it gets, said while it is drawn; and the same drawing the
same each time it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint import svg
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.logger import LOGGER
from weasyprint.svg import defs
from weasyprint.svg.text import Style

from fuzi.press.engine.faces import family_of
from fuzi.press.engine.guard import corrected, require_source

TEXT = "67a30c3e181b4a80"
USE = "3fe501d8d2586fdd"
_USED = "if tree.tag in ('svg', 'symbol'):"
_USED_CORRECTED = _USED + "\n        tree._etree_node = tree._etree_node.__copy__()"
MESSAGE = "Text in drawing %r asks for %r: %r"
"""Address of the drawing, families, text with the family that each character got (empty: no font has it)."""


def install() -> None:
    """Put both corrections in place, once per process."""
    _leave_symbols()
    _set_text()


def _leave_symbols() -> None:
    """The engine makes a drawing of each symbol that is used, and draws it as one from then on: the same formula would
    be written otherwise when it comes again, and when the pages are printed once more."""
    if not hasattr(svg.TAGS["use"], "corrected_by_fuzi"):
        svg.TAGS["use"] = svg.use = corrected(defs.use, USE, defs, _USED, _USED_CORRECTED)


def _set_text() -> None:
    """Give drawings the fonts of the edition for generic names and have them say what they set."""
    original = svg.text
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, TEXT)

    def text(drawing: Any, node: Any, font_size: float) -> None:
        asked = _families(node)
        if drawing.font_config:
            node.attrib["font-family"] = ", ".join(_chain(asked, getattr(drawing.font_config, "fuzi_generic", {})))
        original(drawing, node, font_size)
        if node.text and drawing.url and drawing.font_config:
            LOGGER.warning(MESSAGE, drawing.url, asked, _fonts(drawing, node))

    text.corrected_by_fuzi = True  # type: ignore[attr-defined]
    svg.text = text
    svg.TAGS.update({tag: text for tag, draw in svg.TAGS.items() if draw is original})


def _families(node: Any) -> tuple[str, ...]:
    """As the engine reads them."""
    return tuple(name.strip().strip("\"'") for name in node.get("font-family", "sans-serif").split(","))


def _chain(asked: tuple[str, ...], generic: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What is asked for, with fonts of the edition in place of generic names, and after all others."""
    names = (*asked, "sans-serif")
    return tuple(dict.fromkeys(family for name in names for family in generic.get(name.casefold(), (name,))))


def _fonts(drawing: Any, node: Any) -> tuple[tuple[str, str], ...]:
    """Each character once, with the family that it is drawn from."""
    style = Style(INITIAL_VALUES)
    style.font_config = drawing.font_config
    style["font_family"], style["font_size"] = list(_families(node)), 16
    return tuple((character, family_of(style, character)) for character in dict.fromkeys(node.text))
