"""Which fonts the engine really drew from."""

from __future__ import annotations

from collections.abc import Collection

from fuzi.press.engine.document import LaidOut


def foreign_characters(laid_out: LaidOut, families: Collection[str]) -> dict[str, str]:
    """Family -> characters drawn from it, for families that the edition did not choose."""
    found: dict[str, set[str]] = {}
    for font in laid_out.document.fonts.values():
        if font.family not in families:
            characters = (character for text in font.to_unicode.values() for character in text)
            found.setdefault(font.family, set()).update(
                character for character in characters if not character.isspace()
            )
    return {family: "".join(sorted(found[family])) for family in sorted(found) if found[family]}
