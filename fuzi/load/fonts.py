"""The font files that a book names under ``fonts:``: each read once, and only if it is a whole font."""

from __future__ import annotations

import logging
import posixpath
import struct
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO

from fuzi.load import codes
from fuzi.load.folder import BookFolder
from fuzi.load.marked_yaml import Marked
from fuzi.load.nearest import Hint, near_file
from fuzi.model.book import FieldPath, Fonts
from fuzi.model.edition import FontFile
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

# What fontTools has to say of the tables of a font is not for the terminal.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

LARGEST_FONT = 200_000_000
"""Bytes of one file."""

EXAMPLE = "fonts/MySong.otf"

_SUFFIXES = (".otf", ".ttf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".pfa", ".dfont", ".fon", ".bdf", ".pcf")
_COLLECTION = b"ttcf"
_FONTS = (b"OTTO", b"\0\1\0\0", b"true", _COLLECTION)
_OTHERS = (
    (b"wOFF", "WOFF"),
    (b"wOF2", "WOFF2"),
    (b"\x80\x01", "Type 1"),
    (b"%!", "PostScript"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"%PDF", "PDF"),
    (b"<", "HTML, XML"),
)
_NEEDED = ("head", "hhea", "maxp", "cmap")
_SHAPES = ("glyf", "CFF ", "CFF2")


def is_file(name: str) -> bool:
    """True for what is meant as a path; anything else is the name of a family."""
    return "/" in name or "\\" in name or name.lower().endswith(_SUFFIXES)


def read_fonts(folder: BookFolder, marked: Marked, fonts: Fonts) -> tuple[tuple[FontFile, ...], list[Diagnostic]]:
    """The files among the fonts of a book, each once; faults where book.yaml first names them."""
    first: dict[str, Place] = {}
    for path, name in _named(fonts):
        if is_file(name):
            first.setdefault(name, marked.place(("fonts", *path)))
    files: list[FontFile] = []
    found: list[Diagnostic] = []
    for name, place in first.items():
        file, problem = _read(folder, name, place)
        files += [file] if file else []
        found += [problem] if problem else []
    return tuple(files), found


def _named(fonts: Fonts) -> Iterator[tuple[FieldPath, str]]:
    for role, names in asdict(fonts).items():
        for index, name in enumerate(names):
            yield (role, index), name


def _read(folder: BookFolder, path: str, place: Place) -> tuple[FontFile | None, Diagnostic | None]:
    found = folder.read(path, place, limit=LARGEST_FONT, example=EXAMPLE)
    if found.problem is not None:
        return None, found.problem
    if found.data is None:
        return None, codes.FONT_MISSING.at(place, path=path, **_near(folder, path))
    if not found.data.startswith(_FONTS):
        zh, en = _what(found.data)
        return None, codes.FONT_KIND.at(place, path=path, found_zh=zh, found_en=en)
    family = _family(found.data, path)
    if family is None:
        return None, codes.FONT_DAMAGED.at(place, path=path)
    return FontFile(path, family, found.data), None


def _what(data: bytes) -> tuple[str, str]:
    """What a file is that is no font, in Chinese and English."""
    if not data.strip():
        return "是空的", "it is empty"
    name = next((name for start, name in _OTHERS if data.lstrip().startswith(start)), "")
    if name:
        return f"是 {name}", f"it is {name}"
    if data[:1000].isascii() or b"\0" not in data[:1000]:
        return "像是文本", "it looks like text"
    return "认不出是什么文件", "its kind is unknown"


def _family(data: bytes, path: str) -> str | None:
    """The family of a font (of a collection: of its first face), else the name of its file; None when it is broken."""
    # A tenth of a second that books without fonts need not wait.
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        font = TTFont(BytesIO(data), fontNumber=0, lazy=True)
        whole = all(entry.offset + entry.length <= len(data) for entry in font.reader.tables.values())
        complete = all(tag in font for tag in _NEEDED) and any(tag in font for tag in _SHAPES)
        if not whole or not complete or not font.getBestCmap() or not font["head"].unitsPerEm:
            return None
        font["maxp"], font["hhea"]  # read only when asked for
    except (TTLibError, OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, struct.error):
        return None
    try:
        name = font["name"].getBestFamilyName()
    except (TTLibError, ValueError, LookupError, TypeError, AttributeError, AssertionError, struct.error):
        name = None
    return str(name or posixpath.splitext(posixpath.basename(path))[0])


def _near(folder: BookFolder, path: str) -> Hint:
    names = [name for name in folder.files("") if name.lower().endswith((".otf", ".ttf", ".ttc"))]
    return near_file(
        path,
        names,
        f"把字体放进书稿文件夹的 fonts/，路径从书稿文件夹写起，例如 {EXAMPLE}",
        f"Put the font into fonts/ of the book folder; the path starts there, for example {EXAMPLE}",
    )
