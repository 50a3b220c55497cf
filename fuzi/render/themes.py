"""The themes: what each says of itself, and its stylesheets for a medium in cascade order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from fuzi.model.edition import Medium
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import Place
from fuzi.render.codes import THEME_FILE, THEME_UNKNOWN
from fuzi.render.environment import BASE, read_resource, resources, themes

SHEETS: dict[Medium, tuple[str, ...]] = {
    Medium.PAGE: ("page.css", "text.css", "blocks.css", "marks.css", "matter.css"),
    Medium.REFLOW: ("reflow.css", "reflow-marks.css", "reflow-blocks.css"),
}

COVER_SHEET, WRAP_SHEET = "cover.css", "wrap.css"
JOB_SHEET = "jobsheet.css"

THEME_YAML = "theme.yaml"
"""What a theme says of itself: ``name`` and ``line`` in both languages, and ``faces``."""

LANGUAGES = ("zh", "en")

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


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme says of itself. ``titles`` and ``lines`` are its name and one line about it, by language.

    ``faces`` are selectors by the role of their face, for reading systems: they go before those of ``ROLES``.
    """

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    faces: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """Its name in ``zh`` or ``en``; a theme that says nothing of itself goes by the name of its folder."""
        return self.titles.get(language, self.name)

    def line(self, language: str) -> str:
        """What books it is for and how it looks, in one line."""
        return self.lines.get(language, "")


@lru_cache(maxsize=32)
def theme_named(name: str, root: Path | None = None) -> Outcome[Theme]:
    """What the theme of this name says of itself, and what is wrong with its ``theme.yaml``."""
    text = read_resource((root or resources("styles")) / name, THEME_YAML)
    if text is None:
        return Outcome(Theme(name), Report())
    try:
        tree = yaml.safe_load(text)
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        return Outcome(Theme(name), Report.of([_broken(name, reason, reason)]))
    tree = tree if isinstance(tree, dict) else {}
    wrong = list(_faults(name, tree))
    if wrong:
        return Outcome(Theme(name), Report.of(wrong))
    return Outcome(Theme(name, tree["name"], tree["line"], tree.get("faces", {})), Report())


def unknown_theme(name: str, place: Place | None = None, best: str | None = None) -> Diagnostic:
    """The diagnostic for a theme that does not exist; ``best`` is the name that was perhaps meant."""
    near_zh, near_en = (f"是不是想写“{best}”？", f"Did you mean “{best}”? Else ") if best else ("", "")
    return THEME_UNKNOWN.at(place, theme=name, known="、".join(themes()), near_zh=near_zh, near_en=near_en)


def stylesheets(theme: str, medium: Medium, fonts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """File name -> CSS text in cascade order: base first, then what the theme adds as ``<theme>-<name>``."""
    sheets = {"fonts.css": font_sheet(fonts, theme_named(theme).value.faces)} if medium is Medium.REFLOW else {}
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


def font_sheet(fonts: Mapping[str, tuple[str, ...]], faces: Mapping[str, str] | None = None) -> str:
    """One rule for each role that the variant has fonts for, then those of the theme for its own ``faces``."""
    return "".join(
        f"{selector} {{ font-family: {_families(role, fonts[role])}; }}\n"
        for role, selector in (*ROLES.items(), *(faces or {}).items())
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


def _faults(name: str, tree: Mapping[object, object]) -> Iterator[Diagnostic]:
    for key in sorted(map(str, tree.keys() - {"name", "line", "faces"})):
        yield _broken(name, f"没有“{key}”这一项", f"there is no key “{key}”")
    for key in ("name", "line"):
        words = tree.get(key)
        if not isinstance(words, dict) or not all(isinstance(words.get(one), str) for one in LANGUAGES):
            yield _broken(name, f"{key} 里要有 zh 和 en", f"{key} needs zh and en")
    faces = tree.get("faces", {})
    if not isinstance(faces, dict) or not all(isinstance(one, str) for one in faces.values()):
        yield _broken(name, "faces 里每一行是字体和选择符", "each line of faces is a face and its selectors")
        return
    for role in sorted(map(str, faces.keys() - ROLES.keys())):
        known = ", ".join(ROLES)
        yield _broken(name, f"faces 里没有“{role}”，可以写 {known}", f"“{role}” is no face; there are {known}")


def _broken(name: str, zh: str, en: str) -> Diagnostic:
    return THEME_FILE.at(None, theme=name, reason_zh=zh, reason_en=en)


def _families(role: str, names: tuple[str, ...]) -> str:
    wanted = dict.fromkeys((*names, *DEVICE_FAMILIES.get(role, ())))
    specific = [name for name in wanted if name not in GENERIC]
    generic = [name for name in wanted if name in GENERIC]
    return ", ".join([*(_quoted(name) for name in specific), *generic])


def _quoted(name: str) -> str:
    kept = "".join(character for character in name if character.isalnum() or character in " -_.")
    return f'"{kept}"'
