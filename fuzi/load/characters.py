"""Characters that must not, or should not, stand in the text of a book; each is reported once for a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from fuzi.load import codes
from fuzi.load.lines import Lines
from fuzi.model.report import Code, Diagnostic

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LISTED = 8
"""How many line numbers a message names before it says “…”."""

# C0 without tab, line feed and carriage return; DEL; C1 without NEL.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_NONCHARACTER = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
_SURROGATE = "\ud800-\udfff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u0085\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"
_RADICAL = "\u2e80-\u2eff\u2f00-\u2fd5"

_FORBIDDEN = re.compile(f"[{_CONTROL}{_NONCHARACTER}{_SURROGATE}]")
_CLASSES: tuple[tuple[re.Pattern[str], Code], ...] = (
    (re.compile(f"[{_CONTROL}]"), codes.CONTROL),
    (re.compile(f"[{_NONCHARACTER}{_SURROGATE}]"), codes.NONCHARACTER),
    (re.compile(REPLACEMENT), codes.REPLACEMENT),
    (re.compile(f"[{_PRIVATE}]"), codes.PRIVATE_USE),
    (re.compile(f"[{_BIDI}]"), codes.BIDI),
    (re.compile(f"[{_INVISIBLE}]"), codes.INVISIBLE),
    (re.compile(f"[{_RADICAL}]"), codes.RADICAL),
)
_PLAIN = re.compile("[\t\n\r -~\u00b7\u2010-\u2027\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]*")

# Radicals of the supplement do not decompose in Unicode; these are the ones that stand for a character in texts.
_SUPPLEMENT = dict(
    zip(
        "⺁⺌⺍⺎⺝⺟⺠⺡⺢⺣⺩⺫⺬⺮⺼⺾⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻫⻬⻮⻰⻳",
        "厂小小兀月母民氵水灬王目示竹月艹虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齐齿龙龟",
        strict=True,
    )
)


@dataclass(slots=True)
class _Found:
    """Where one character stands: the first offset, how often, and the lines."""

    offset: int
    count: int = 0
    lines: dict[int, None] = field(default_factory=dict)


def inspect(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with every forbidden character replaced by U+FFFD (so that places stay), and what was found in it."""
    lines = Lines(text)
    found = list(_classified(text, lines))
    diagnostics = tuple(
        code.at(
            lines.place(file, where.offset),
            character=character,
            code=f"U+{ord(character):04X}",
            count=where.count,
            lines=_listed(where.lines),
            **(_meant(character) if code is codes.RADICAL else {}),
        )
        for character, code, where in found
    )
    return _FORBIDDEN.sub(REPLACEMENT, text), diagnostics


def forbidden(text: str) -> str | None:
    """The first character of a text that can be neither printed nor packed, or None."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def _classified(text: str, lines: Lines) -> Iterator[tuple[str, Code, _Found]]:
    """Each suspicious character with its code and places; files of plain Chinese are passed over in one match."""
    plain = _PLAIN.match(text)
    if plain is not None and plain.end() == len(text):
        return
    for pattern, code in _CLASSES:
        yield from ((character, code, where) for character, where in _places(pattern, text, lines).items())
    unassigned = [character for character in set(text) if _is_unassigned(character)]
    if unassigned:
        pattern = re.compile("[" + "".join(map(re.escape, sorted(unassigned))) + "]")
        yield from ((character, codes.UNASSIGNED, where) for character, where in _places(pattern, text, lines).items())


def _places(pattern: re.Pattern[str], text: str, lines: Lines) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for match in pattern.finditer(text):
        where = found.setdefault(match.group(), _Found(match.start()))
        where.count += 1
        where.lines[lines.line(match.start())] = None
    return found


def _is_unassigned(character: str) -> bool:
    """Unassigned for this Python; the ideographic planes are left out, since newer Unicode goes on filling them."""
    point = ord(character)
    if point < 0x80 or 0x20000 <= point < 0x40000 or _FORBIDDEN.match(character):
        return False
    return unicodedata.category(character) == "Cn"


def _listed(lines: dict[int, None]) -> str:
    numbers = [str(line) for line in lines]
    return ", ".join(numbers[:LISTED]) + (" …" if len(numbers) > LISTED else "")


def _meant(radical: str) -> dict[str, str]:
    """The character that a radical sign stands for, as a hint."""
    meant = unicodedata.normalize("NFKC", radical)
    if meant == radical:
        meant = _SUPPLEMENT.get(radical, "")
    if not meant:
        return {"near_zh": "换成同形的汉字", "near_en": "Use the character of the same shape instead"}
    return {
        "near_zh": f"换成汉字“{meant}”（U+{ord(meant):04X}）",
        "near_en": f"Use the character “{meant}” (U+{ord(meant):04X}) instead",
    }
