"""Characters that must not, or should not, stand in the text of a book; each is reported once for a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from fuzi.dialect.characters import CONTROL, NONCHARACTER, OVERRIDE, SURROGATE, unbalanced_isolate
from fuzi.dialect.radicals import RADICALS, meant
from fuzi.load import codes
from fuzi.load.lines import Lines
from fuzi.model.report import Code, Diagnostic

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LISTED = 8
"""How many line numbers a message names before it says “…”."""

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_BIDI = "\u061c\u200e\u200f"
_INVISIBLE = "\u00ad\u0085\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"

_FORBIDDEN = re.compile(f"[{CONTROL}{NONCHARACTER}{SURROGATE}]")
_REFUSED = re.compile(f"[{CONTROL}{NONCHARACTER}{SURROGATE}{OVERRIDE}]")
_CLASSES: tuple[tuple[re.Pattern[str], Code], ...] = (
    (re.compile(f"[{CONTROL}]"), codes.CONTROL),
    (re.compile(f"[{NONCHARACTER}{SURROGATE}]"), codes.NONCHARACTER),
    (re.compile(REPLACEMENT), codes.REPLACEMENT),
    (re.compile(f"[{_PRIVATE}]"), codes.PRIVATE_USE),
    (re.compile(f"[{OVERRIDE}]"), codes.BIDI_OVERRIDE),
    (re.compile(f"[{_BIDI}]"), codes.BIDI),
    (re.compile(f"[{_INVISIBLE}]"), codes.INVISIBLE),
    (re.compile(f"[{RADICALS}]"), codes.RADICAL),
)
_ISOLATE = re.compile("[\u2066-\u2069]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)*")
_PLAIN = re.compile("[\t\n\r -~\u00b7\u2010-\u2027\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]*")


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
    return _FORBIDDEN.sub(REPLACEMENT, text), (*diagnostics, *_isolates(text, file, lines))


def forbidden(text: str) -> str | None:
    """The first character of a text that can be neither printed nor packed, or upsets what follows, or None."""
    found = _REFUSED.search(text)
    return found.group() if found else None


def _classified(text: str, lines: Lines) -> Iterator[tuple[str, Code, _Found]]:
    """Each suspicious character with its code and places; files of plain Chinese are passed over in one match."""
    plain = _PLAIN.match(text)
    if plain is not None and plain.end() == len(text):
        return
    for pattern, code in _CLASSES:
        for character, where in _places(pattern, text, lines).items():
            alone = code is codes.RADICAL and not meant(character)
            yield character, codes.RADICAL_ALONE if alone else code, where
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
    """The character that a radical sign stands for, as facts."""
    character = meant(radical)
    return {"meant": character, "meant_code": f"U+{ord(character):04X}"}


def _isolates(text: str, file: str, lines: Lines) -> Iterator[Diagnostic]:
    """An isolate must end in the paragraph in which it begins."""
    if _ISOLATE.search(text) is None:
        return
    for paragraph in _PARAGRAPH.finditer(text):
        at = unbalanced_isolate(paragraph.group())
        if at is not None:
            code = f"U+{ord(paragraph.group()[at]):04X}"
            yield codes.BIDI_UNBALANCED.at(lines.place(file, paragraph.start() + at), code=code)
