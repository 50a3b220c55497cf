"""Characters that no text may hold, whether they stand in the file or are called by a reference such as ``&#0;``."""

from __future__ import annotations

import re

# C0 without tab, line feed and carriage return; DEL; C1 without NEL.
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
NONCHARACTER = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
SURROGATE = "\ud800-\udfff"
OVERRIDE = "\u202a-\u202e"
"""Embeddings and overrides of the writing direction: they reach beyond their line and change what is extracted."""

ISOLATES = "\u2066-\u2068"
ISOLATE_END = "\u2069"

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_ISOLATE = re.compile(f"[{ISOLATES}{ISOLATE_END}]")
_REFUSED = re.compile(f"[{CONTROL}\r\x85{NONCHARACTER}{SURROGATE}{OVERRIDE}]")


def called(reference: str) -> int | None:
    """The code point that a numeric reference names; None for a name such as ``&amp;``."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    return int(match[1], 16) if match[1] else int(match[2])


def is_refused(point: int) -> bool:
    """Whether a reference to this code point gives nothing that can be printed."""
    return point == 0xFFFD or point > 0x10FFFF or _REFUSED.match(chr(point)) is not None


def unbalanced_isolate(text: str) -> int | None:
    """The offset of the first isolate (U+2066–2068) that is not ended, or end (U+2069) without one; None: all right."""
    opened: list[int] = []
    for match in _ISOLATE.finditer(text):
        if match.group() != ISOLATE_END:
            opened.append(match.start())
        elif not opened:
            return match.start()
        else:
            opened.pop()
    return opened[0] if opened else None
