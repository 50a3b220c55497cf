"""The fonts of an edition by role: all of them installed, their families as CSS, Latin italics beside the kai."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fuzi.model.edition import Edition
from fuzi.model.faults import FontFault
from fuzi.press.engine.faces import Face, installed_faces
from fuzi.press.engine.fetcher import BASE, Resource

# Beginning of a family name -> Debian package that brings it.
_PACKAGES = {
    "Noto Sans Mono CJK": "fonts-noto-cjk",
    "Noto Sans CJK": "fonts-noto-cjk",
    "Noto Serif CJK": "fonts-noto-cjk",
    "LXGW": "fonts-lxgw-wenkai",
    "TeX Gyre": "fonts-texgyre",
    "AR PL": "fonts-arphic-ukai fonts-arphic-uming",
    "EB Garamond": "fonts-ebgaramond",
    "Noto": "fonts-noto-core",
}

_LATIN = "U+20-7E, U+A0-24F, U+300-36F, U+1E00-1EFF, U+2022"
"""Where a Latin font may serve. The general punctuation (“ ” ‘ ’ — …) is left out: in Chinese it is full-width,
except for the bullet, which is too small in Chinese fonts."""

_TYPES = {".otf": "font/otf", ".ttf": "font/ttf"}

ITALIC = "italic"
"""The role of the Latin italic that goes with kai in emphasis; a variant without it has upright Latin there."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of an edition: ``css`` with faces and custom properties, ``resources`` by address below the book,
    ``families`` every name that a font of the edition may go by."""

    css: str
    resources: Mapping[str, Resource]
    families: frozenset[str]


def choose_fonts(edition: Edition, faces: Iterable[Face] | None = None) -> Fonts:
    """Find the fonts that the variant names; a family that is not installed is a FontFault."""
    installed = tuple(faces) if faces is not None else installed_faces()
    names = {family for face in installed for family in face.families}
    roles = edition.variant.fonts
    wanted = dict.fromkeys(family for families in roles.values() for family in families)
    missing = [family for family in wanted if family not in names]
    if missing:
        raise _absent(missing)
    css, resources = _italic(roles.get(ITALIC, ()), installed)
    emphasis = [f"{family} Latin" for family in roles.get(ITALIC, ()) if css] + [*roles["kai"]]
    properties = [f"  --font-{role}: {_list(families)};" for role, families in sorted(roles.items())]
    properties.append(f"  --font-emphasis: {_list(emphasis)};")
    families = {name for face in installed if set(face.families) & wanted.keys() for name in face.families}
    return Fonts(
        "\n".join([*css, ":root {", *properties, "}", ""]), resources, frozenset(families) | frozenset(emphasis)
    )


def _italic(families: tuple[str, ...], installed: Iterable[Face]) -> tuple[list[str], dict[str, Resource]]:
    """Faces that give only Latin letters, in italic shapes, to text that is upright in Chinese."""
    css: list[str] = []
    resources: dict[str, Resource] = {}
    for family in families:
        for style, weight in (("Italic", "normal"), ("Bold Italic", "bold")):
            face = next((item for item in installed if family in item.families and style in item.styles), None)
            path = Path(face.file) if face else None
            if path is None or path.suffix.lower() not in _TYPES:
                continue
            address = f"fonts/{path.name}"
            resources[address] = Resource(_TYPES[path.suffix.lower()], path.read_bytes())
            css.append(
                f'@font-face {{ font-family: "{family} Latin"; src: url("{BASE}{address}"); '
                f"font-weight: {weight}; unicode-range: {_LATIN} }}"
            )
    return css, resources


def _absent(missing: list[str]) -> FontFault:
    packages = dict.fromkeys(filter(None, (_package(family) for family in missing)))
    families = ", ".join(missing)
    names = " ".join(packages)
    return FontFault(
        zh=f"没有安装字体：{families}" + (f"（Debian 软件包 {names}）" if names else ""),
        en=f"fonts are not installed: {families}" + (f" (Debian package {names})" if names else ""),
        command=f"sudo apt-get install {names}" if names else "",
    )


def _package(family: str) -> str:
    return next((package for start, package in _PACKAGES.items() if family.startswith(start)), "")


def _list(families: Iterable[str]) -> str:
    return ", ".join(f'"{family}"' for family in families)
