"""The stylesheets of a theme for a medium, in cascade order."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.model.edition import Medium
from fuzi.render.environment import BASE, read_resource, resources

SHEETS: dict[Medium, tuple[str, ...]] = {
    Medium.PAGE: ("page.css", "text.css", "blocks.css", "marks.css", "matter.css"),
    Medium.REFLOW: ("reflow.css", "reflow-marks.css", "reflow-blocks.css"),
}

COVER_SHEET, WRAP_SHEET = "cover.css", "wrap.css"
JOB_SHEET = "jobsheet.css"

ROLES: dict[str, str] = {
    "song": "body",
    "hei": "h1, h2, h3, h4, h5, th, strong, caption, figcaption, .label, .gap-label, .leaf-title, .cip-heading, .term, "
    ".block-title, .entry-head",
    "kai": "blockquote, em, .byline, .signature, .attribution, .chapter-subtitle, .heading-subtitle, "
    ".document-subtitle, .part-subtitle, .book-subtitle, .gap-text, "
    ".verse, .epigraph, .drama .headless, .dialogue .headless, .letter-number, .side-note",
    "mono": "code, pre",
}
"""What is set in which face, for reading systems that know no custom properties."""

DEVICE_FAMILIES: dict[str, tuple[str, ...]] = {
    "song": ("serif",),
    "hei": ("sans-serif",),
    "kai": ("Kaiti SC", "Kaiti TC", "STKaiti", "KaiTi", "BiauKai", "serif"),
    "latin": ("serif",),
    "mono": ("monospace",),
}
"""What reading devices have where the fonts of the variant are not installed."""

GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy"})


def stylesheets(theme: str, medium: Medium, fonts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """File name -> CSS text in cascade order: base first, then what the theme adds as ``<theme>-<name>``."""
    sheets = {"fonts.css": font_sheet(fonts)} if medium is Medium.REFLOW else {}
    return sheets | _files(theme, SHEETS[medium])


def cover_stylesheets(theme: str) -> dict[str, str]:
    """The stylesheets of the generated cover."""
    return _files(theme, (COVER_SHEET,))


def jobsheet_stylesheets(theme: str) -> dict[str, str]:
    """The stylesheets of the job sheet."""
    return _files(theme, (JOB_SHEET,))


def wrap_stylesheets(theme: str) -> dict[str, str]:
    """The stylesheets of the wrap of a printed book, whose front is that of the generated cover."""
    return _files(theme, (COVER_SHEET, WRAP_SHEET))


def font_sheet(fonts: Mapping[str, tuple[str, ...]]) -> str:
    """One rule for each role that the variant has fonts for."""
    return "".join(
        f"{selector} {{ font-family: {_families(role, fonts[role])}; }}\n"
        for role, selector in ROLES.items()
        if role in fonts
    )


def _files(theme: str, names: tuple[str, ...]) -> dict[str, str]:
    root = resources("styles")
    found: dict[str, str] = {}
    for name in names:
        base = read_resource(root / BASE, name)
        if base is not None:
            found[name] = base
    if theme != BASE:
        for name in names:
            own = read_resource(root / theme, name)
            if own is not None:
                found[f"{theme}-{name}"] = own
    return found


def _families(role: str, names: tuple[str, ...]) -> str:
    wanted = dict.fromkeys((*names, *DEVICE_FAMILIES.get(role, ())))
    specific = [name for name in wanted if name not in GENERIC]
    generic = [name for name in wanted if name in GENERIC]
    return ", ".join([*(_quoted(name) for name in specific), *generic])


def _quoted(name: str) -> str:
    kept = "".join(character for character in name if character.isalnum() or character in " -_.")
    return f'"{kept}"'
