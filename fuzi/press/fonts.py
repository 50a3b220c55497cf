"""The fonts of an edition by role: a chain of families for each, Latin beside Chinese, marks from the song."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fuzi.model.edition import Edition, FontFile
from fuzi.model.faults import FontFault
from fuzi.press.engine.faces import Face, FontSetup, Loaded, Ranges, installed_faces, without_han

# Beginning of a family name -> Debian package that brings it.
_PACKAGES = {
    "Noto Sans Mono CJK": "fonts-noto-cjk",
    "Noto Sans CJK": "fonts-noto-cjk",
    "Noto Serif CJK": "fonts-noto-cjk",
    "LXGW": "fonts-lxgw-wenkai",
    "TeX Gyre": "fonts-texgyre",
    "AR PL": "fonts-arphic-ukai fonts-arphic-uming",
    "EB Garamond": "fonts-ebgaramond",
    "HanaMin": "fonts-hanazono",
    "BabelStone Han": "fonts-babelstone-han",
    "TW-Sung": "fonts-cns11643-sung",
    "TW-Kai": "fonts-cns11643-kai",
    "cwTeXFangSong": "fonts-cwtex-fs",
    "Noto": "fonts-noto-core",
}

LETTERS: Ranges = ((0x20, 0x7E), (0xA0, 0xB6), (0xB8, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2022, 0x2022))
"""Where a Latin font may serve. The general punctuation (“ ” ‘ ’ — … ·) is left out: in Chinese it is full-width,
except for the bullet, which is too small in Chinese fonts."""

MARKS: Ranges = (
    (0xB7, 0xB7),
    (0x2010, 0x205E),
    (0x2E3A, 0x2E3B),
    (0x3000, 0x3003),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x30FB, 0x30FB),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFFEE),
)
"""Chinese punctuation and full-width forms. What is written like a character (〇 々) is not among them."""

BORROWERS = ("LXGW WenKai", "cwTeXFangSong")
"""Stock families whose marks follow the habit of one region and cannot be halved, and whose Latin letters are written
with a pen: the song serves for both."""

SONG, HEI, KAI, FANGSONG, LATIN, ITALIC, MONO = "song", "hei", "kai", "fangsong", "latin", "italic", "mono"
HAN_ROLES = (SONG, HEI, KAI, FANGSONG)
"""Roles of Chinese text: a font without Chinese characters that is named first there serves for Latin letters."""

OPTIONAL = (FANGSONG,)
"""Roles that a variant need not have a font for: they are set in kai."""

RARE = (
    (0x3400, 0x4DBF, "fonts-hanazono"),  # Ext A
    (0x4E00, 0x9FFF, "fonts-hanazono"),
    (0x20000, 0x2EBE0, "fonts-hanazono"),  # Ext B–F
    (0x30000, 0x323AF, "fonts-babelstone-han"),  # Ext G, H: about half of them
)
"""Which Debian package brings the characters that the stock fonts lack."""

OWN = "Own"
"""Ends the name under which a font file of the book serves; no installed font has it, and it is no style to Pango."""

_GENERIC = {"serif": SONG, "sans-serif": HEI, "monospace": MONO}
_ITALIC_STYLES = ("Italic", "Bold Italic")
_ODD = re.compile(r"[^\w .-]+")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of an edition: for each role the families in the order in which they serve, how the engine gets them,
    and ``families``, every name that a font of the edition may go by (in small letters).

    ``fangsong_lacks`` is set when fangsong is used and kai has taken its place: the characters that it lacks, or
    nothing when there is no such font.
    """

    chains: Mapping[str, tuple[str, ...]]
    setup: FontSetup
    families: frozenset[str]
    fangsong: tuple[str, ...] = ()
    fangsong_lacks: str | None = None

    @property
    def css(self) -> str:
        """The chains as custom properties, ``--font-song`` and so on."""
        lines = (f"  --font-{role}: {_list(families)};" for role, families in sorted(self.chains.items()))
        return "\n".join([":root {", *lines, "}", ""])

    def without_fangsong(self, lacks: str) -> Fonts:
        """The same with kai in place of a fangsong that lacks these characters."""
        return replace(self, chains={**self.chains, FANGSONG: (FANGSONG, *self.chains[KAI])}, fangsong_lacks=lacks)


def choose_fonts(edition: Edition, faces: Iterable[Face] | None = None) -> Fonts:
    """Find the fonts of the book and of its variant, the book's own first.

    A family that the book names, or the first of a role of the variant, that is not installed is a FontFault.
    """
    cabinet = _Cabinet(edition, tuple(faces) if faces is not None else installed_faces())
    stock, asked = edition.variant.fonts, edition.fonts
    wanted = [name for names in asked.values() for name in names]
    wanted += [families[0] for role, families in stock.items() if families and role not in OPTIONAL]
    missing = [name for name in dict.fromkeys(wanted) if not cabinet.has(name)]
    if missing:
        own = {name for names in asked.values() for name in names}
        raise _absent(missing, named=not own.isdisjoint(missing))
    files = cabinet.files(wanted)
    han = cabinet.families(name for role in HAN_ROLES for name in asked.get(role, ()))
    latin = without_han(han, files) if han else set()
    renamed = cabinet.rename(latin)
    letters = cabinet.letters(asked.get(LATIN, ()), "Latin")
    italics = cabinet.letters(asked.get(ITALIC, ()) or stock.get(ITALIC, ()), "Emphasis", _ITALIC_STYLES)
    chains = _chains(
        {role: cabinet.families(names) for role, names in asked.items()},
        {role: tuple(filter(cabinet.has, names)) for role, names in stock.items()},
        _aliases(letters),
        _aliases(italics),
    )
    used = {family for chain in chains.values() for family in chain} - {FANGSONG}
    borrowers = {*BORROWERS, *_fillers(stock) - set(wanted)}
    setup = FontSetup(
        (*files, *renamed, *letters, *italics),
        without=dict.fromkeys(sorted(used & borrowers), (*LETTERS, *MARKS)),
        only=dict.fromkeys(
            (*_aliases(letters), *_aliases(italics), *_aliases(renamed), *sorted(latin & set(_aliases(files)))), LETTERS
        ),
        generic={name: chains[role] for name, role in _GENERIC.items() if role in chains},
    )
    names = frozenset(name.casefold() for name in used | cabinet.other_names(used))
    fangsong = (*asked.get(FANGSONG, ()), *filter(cabinet.has, stock.get(FANGSONG, ())))
    return Fonts(chains, setup, names, cabinet.families(fangsong))


def _fillers(stock: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The families that serve for rare characters alone: never the first of a role."""
    first = {families[0] for families in stock.values() if families}
    return {family for role in HAN_ROLES for family in stock.get(role, ())} - first


def _chains(
    own: Mapping[str, tuple[str, ...]],
    stock: Mapping[str, tuple[str, ...]],
    letters: tuple[str, ...],
    italics: tuple[str, ...],
) -> dict[str, tuple[str, ...]]:
    """Of each role the book's own families, those of the variant, and last the song, which has most characters."""

    def chain(role: str, *before: str) -> tuple[str, ...]:
        families = (*before, *own.get(role, ()), *stock.get(role, ()), *own.get(SONG, ()), *stock[SONG])
        return tuple(dict.fromkeys(families))

    found = {role: chain(role) for role in stock if role not in (ITALIC, FANGSONG)}
    found[SONG], found[KAI] = chain(SONG, *letters), chain(KAI, *letters)
    found["emphasis"] = tuple(dict.fromkeys((*italics, *found[KAI])))
    serves = own.get(FANGSONG) or stock.get(FANGSONG)
    found[FANGSONG] = (FANGSONG, *(chain(FANGSONG, *letters) if serves else found[KAI]))
    return found


class _Cabinet:
    """What the names in a chain lead to: files of the book, or installed families."""

    def __init__(self, edition: Edition, faces: tuple[Face, ...]) -> None:
        self._files = {file.path: file for file in edition.font_files}
        self._faces = faces
        self._names = {family for face in faces for family in face.families}
        self._renamed: set[str] = set()

    def has(self, name: str) -> bool:
        """True when there is a font of this name."""
        return name in self._files or name in self._names

    def families(self, names: Iterable[str]) -> tuple[str, ...]:
        """What these fonts are called in styles: files go by a name that no installed font has."""
        own = self._renamed | self._files.keys()
        return tuple(dict.fromkeys(self._alias(name, OWN) if name in own else name for name in names))

    def rename(self, families: Iterable[str]) -> tuple[Loaded, ...]:
        """Let those of the families that are installed go by names of their own, and give their faces.

        For letters alone, the system would fill up what such a family must leave out from its metric equals (Nimbus
        Roman for TeX Gyre Termes), before the next family of the chain is asked.
        """
        self._renamed = {family for family in families if family in self._names}
        return self.letters(sorted(self._renamed), OWN)

    def files(self, names: Iterable[str]) -> tuple[Loaded, ...]:
        """Those of the names that are files of the book."""
        files = (self._files[name] for name in dict.fromkeys(names) if name in self._files)
        return tuple(self._of_book(file, OWN) for file in files)

    def letters(self, names: Iterable[str], ending: str, styles: tuple[str, ...] = ()) -> tuple[Loaded, ...]:
        """The faces of these fonts, for Latin letters alone; ``styles`` are those wanted (all when empty)."""
        found: list[Loaded] = []
        for name in names:
            alias = self._alias(name, ending)
            if name in self._files:
                file = self._files[name]
                found.append(self._of_book(file, ending))
            else:
                faces = [face for face in self._faces if name in face.families]
                faces = [face for face in faces if not styles or set(styles) & set(face.styles)]
                paths = dict.fromkeys(Path(face.file) for face in faces)
                found += [Loaded(alias, name, path.name, path) for path in paths]
        return tuple(found)

    def _of_book(self, file: FontFile, ending: str) -> Loaded:
        return Loaded(self._alias(file.path, ending), file.family, file.path, file.data)

    def other_names(self, families: set[str]) -> set[str]:
        """All names under which fontconfig knows these families."""
        return {name for face in self._faces if families & set(face.families) for name in face.families}

    def _alias(self, name: str, ending: str) -> str:
        family = self._files[name].family if name in self._files else name
        return f"{_ODD.sub(' ', family).strip() or 'Font'} {ending}"


def _aliases(files: Iterable[Loaded]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file.alias for file in files))


_NAMED_ZH = "；book.yaml 的 fonts: 里写了它：请先安装，或把字体文件放进书稿文件夹，写它的路径，例如 fonts/MySong.otf"
_NAMED_EN = (
    "; book.yaml names them under fonts: – install them, or put the font file into the book folder and give its path, "
    "for example fonts/MySong.otf"
)


def _absent(missing: list[str], named: bool) -> FontFault:
    packages = dict.fromkeys(filter(None, (package(family) for family in missing)))
    families = ", ".join(missing)
    names = " ".join(packages)
    return FontFault(
        zh=f"没有安装字体：{families}" + (f"（Debian 软件包 {names}）" if names else "") + (_NAMED_ZH if named else ""),
        en=f"fonts are not installed: {families}"
        + (f" (Debian package {names})" if names else "")
        + (_NAMED_EN if named else ""),
        command=f"sudo apt-get install {names}" if names else "",
    )


def package(family: str) -> str:
    """The Debian package that brings a family; empty when none is known."""
    return next((name for start, name in _PACKAGES.items() if family.startswith(start)), "")


def rare_remedy(character: str) -> tuple[str, str]:
    """What to install for a character that no installed font has, in Chinese and English."""
    point = ord(character)
    name = next((name for first, last, name in RARE if first <= point <= last), "")
    if not name:
        return "请安装有这个字的字体", "install a font that has it"
    return f"请安装 Debian 软件包 {name}", f"install the Debian package {name}"


def needed_of_fangsong(character: str) -> bool:
    """Whether a fangsong must have this character itself: marks and Latin letters may come from the song."""
    return not any(first <= ord(character) <= last for first, last in (*LETTERS, *MARKS))


def _list(families: Iterable[str]) -> str:
    return ", ".join(f'"{family}"' for family in families)
