"""The text of marked content on a page, number by number, through the ToUnicode tables of its fonts (ISO 32000-1,
9.10, 14.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_RANGES = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_WANTED = "Tf Tj TJ ' \" BMC BDC EMC Do"

UNKNOWN = "\ufffd"
"""Stands for a glyph that no table names."""

Decode = Callable[[bytes], str]


@dataclass(slots=True)
class PageText:
    """The text of each number, and what is neither numbered nor an artifact."""

    marked: dict[int, str] = field(default_factory=dict)
    stray: str = ""


@dataclass(slots=True)
class _Level:
    """One marked-content sequence: what it is, and what is to be said for it."""

    number: int | None
    artifact: bool
    said: str | None


def marked_text(page: Any, fonts: dict[tuple[int, int], Decode]) -> PageText:
    """Read one page; ``fonts`` keeps the tables of fonts that were read before."""
    found = PageText()
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    table = resources.get("/Font", pikepdf.Dictionary())
    levels: list[_Level] = []
    decode: Decode = str
    for instruction in pikepdf.parse_content_stream(page, _WANTED):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                decode = _decoder(table[str(operands[0])], fonts)
            case "BMC" | "BDC":
                levels.append(_level(operands, levels, found))
            case "EMC":
                levels.pop()
            case "TJ":
                strings = (bytes(item) for item in operands[0] if isinstance(item, pikepdf.String))
                _say(found, levels, "".join(map(decode, strings)))
            case "Tj" | "'" | '"':
                _say(found, levels, decode(bytes(operands[-1])))
            case _:
                pass
    return found


def _level(operands: Any, levels: list[_Level], found: PageText) -> _Level:
    """What a sequence is that opens inside ``levels``; it inherits the number around it."""
    above = levels[-1] if levels else _Level(None, False, None)
    number, said = above.number, above.said
    if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary):
        properties = operands[1]
        if "/MCID" in properties:
            number = int(properties["/MCID"])
            found.marked.setdefault(number, "")
        if "/ActualText" in properties:
            said = ""  # what is drawn is not said
            _say(found, [_Level(number, above.artifact, None)], str(properties["/ActualText"]))
    return _Level(number, above.artifact or str(operands[0]) == "/Artifact", said)


def _say(found: PageText, levels: list[_Level], text: str) -> None:
    level = levels[-1] if levels else _Level(None, False, None)
    if level.artifact or level.said is not None:
        return
    if level.number is None:
        found.stray += text
    else:
        found.marked[level.number] = found.marked.get(level.number, "") + text


def _decoder(font: Any, fonts: dict[tuple[int, int], Decode]) -> Decode:
    key = font.objgen
    if key not in fonts:
        fonts[key] = _read_font(font)
    return fonts[key]


def _read_font(font: Any) -> Decode:
    stream = font.get("/ToUnicode")
    table = _table(stream.read_bytes()) if stream is not None else {}
    width = 2 if font.get("/Subtype") == "/Type0" else 1

    def decode(data: bytes) -> str:
        codes = (int.from_bytes(data[at : at + width], "big") for at in range(0, len(data), width))
        return "".join([table.get(code, UNKNOWN) for code in codes])

    return decode


def _table(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _RANGES.findall(cmap):
        if kind == b"bfchar":
            for code, text in _CHAR.findall(body):
                found[int(code, 16)] = _text(text)
        else:
            for first, last, text in _RANGE.findall(body):
                start = _text(text)
                for code in range(int(first, 16), int(last, 16) + 1):
                    found[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16)) if start else ""
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
