"""How wide text will be, reckoned from its characters: for blocks that are as wide as their longest line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from math import ceil

from fuzi.model.block import Entries, EntriesKind, Entry, Inlines, Verse
from fuzi.model.inline import Text
from fuzi.model.walk import note_calls, plain

NARROW = 0.55
"""em that a Latin letter or digit takes, about."""

CALL = 0.9
"""em that the call of a note takes."""

WIDEST_HEAD, WIDEST_DATE = 6, 8
"""em to which the text of entries is brought in at most: five characters and a colon; a date and a gap."""

SHORT_ENTRY = 90
"""Characters of an entry that is not divided: about four lines."""

_SPACED = 0.25


def width(content: Inlines) -> float:
    """The width of a line in em, without the room that its marks may give up."""
    text = plain(content)
    wide = [unicodedata.east_asian_width(character) in "WFA" for character in text]
    turns = sum(before != after for before, after in zip(wide, wide[1:], strict=False))
    found = sum(1.0 if is_wide else NARROW for is_wide in wide) + turns * _SPACED
    return round(found + CALL * sum(1 for _ in note_calls(content)), 2)


def verse_width(block: Verse) -> float:
    """The width of a block of verse in em: that of its longest line, and half an em of its own for a call or mark."""
    longest = max((width(line) for stanza in block.stanzas for line in stanza), default=1.0)
    return round(longest * 4 + 0.49) / 4


def verse_indent(line: Inlines) -> int:
    """Ideographic spaces at the head of a line of verse."""
    first = line[0] if line else None
    return len(first.text) - len(first.text.lstrip("\u3000")) if isinstance(first, Text) else 0


def without_indent(line: Inlines) -> Inlines:
    """A line of verse without the ideographic spaces at its head, which pages show as an indent."""
    first = line[0] if line else None
    return (replace(first, text=first.text.lstrip("\u3000")), *line[1:]) if isinstance(first, Text) else line


def couplet_spacing(block: Verse, line: Inlines) -> float:
    """em between the characters of a line of a couplet, so that both lines are equally long."""
    longest = max(width(other) for stanza in block.stanzas for other in stanza)
    missing = longest - width(line)
    count = len(plain(line)) - 1
    return round(missing / count, 3) if count > 0 else 0


def head_width(block: Entries) -> int:
    """em by which the text of entries is brought in: that of the longest head as far as it is sensible."""
    timed = block.kind is EntriesKind.CHRONOLOGY
    heads = [width(entry.head) + 1 for entry in block.entries if entry.head]
    return max(2, min(ceil(max(heads, default=2.0)), WIDEST_DATE if timed else WIDEST_HEAD))


def entry_is_short(entry: Entry) -> bool:
    """Whether an entry has so little text that it is not divided between pages."""
    texts = [getattr(block, "content", None) for block in entry.blocks]
    return all(text is not None for text in texts) and sum(len(plain(text or ())) for text in texts) <= SHORT_ENTRY


def is_question(entry: Entry) -> bool:
    """Whether an entry asks: 问, 问一, Q."""
    return plain(entry.head).strip().startswith(("问", "問", "Q"))
