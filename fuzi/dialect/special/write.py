"""From the blocks with a manner of their own to the containers that read back as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from fuzi.dialect.build_blocks import DASH
from fuzi.dialect.escape import entity
from fuzi.dialect.special.signed import date_begins
from fuzi.dialect.write_inlines import write_inlines
from fuzi.model.block import Block, Entries, EntriesKind, Entry, Inlines, Inset, Letter, Paragraph, Verse, VerseKind

WriteBlocks = Callable[[Sequence[Block], bool], str]
"""Writes blocks; the flag says that a line ``——…`` at their end would be taken for a source."""

# Up to the first colon or gap that stands in plain words.
_WORDS = r"(?:\[\^[^\]\n]*\]|\[(?!\^)|\]\([^)\n]*\)|\](?!\()|\{[^{}\n]*\}|[^`\[\]{$<!&\\\n]|\\[^\n]|&#?\w+;)*?"
_COLON = re.compile(_WORDS + "[：:]")
_GAP = re.compile(_WORDS + r"(?:[\t\u3000]|  |[年月日旬代纪紀初末春夏秋冬][ ：:])")
_SALUTES = re.compile(r"[：:，,！!号](?=(?:\[\^[^\]\n]*\])*\Z)")


def write_special(block: Verse | Entries | Letter | Inset, blocks: WriteBlocks) -> str:
    """The container of such a block."""
    head = f":::{block.kind.value} {_line(block.title)}".rstrip()
    match block:
        case Verse():
            parts = _verse(block)
        case Entries(kind=kind, entries=entries):
            parts = [_entry(entry, kind, blocks) for entry in entries]
        case Letter(number=number, salutation=salutation, blocks=inner):
            parts = [_line(part) for part in (number, salutation) if part]
            parts += [_unsigned(block, _unsaluted(block, blocks(inner, False)))] if inner else []
        case Inset(blocks=inner, attribution=attribution):
            parts = [blocks(inner, True)] if inner else []
            parts += [_line(attribution)] if attribution else []
    return "\n".join([head, "\n\n".join(parts), ":::"])


def _line(content: Inlines) -> str:
    return write_inlines(content, breaks=False)


def _verse(block: Verse) -> list[str]:
    runs_on = block.kind is VerseKind.TUNE
    stanzas = [[write_inlines(line) if runs_on else _line(line) for line in stanza] for stanza in block.stanzas]
    if not block.attribution and stanzas and (len(stanzas) > 1 or len(stanzas[-1]) > 1):
        last = stanzas[-1][-1]
        stanzas[-1][-1] = _spelled(last, 0) if last.startswith(DASH) else last
    return ["\n".join(stanza) for stanza in stanzas] + ([_line(block.attribution)] if block.attribution else [])


def _entry(entry: Entry, kind: EntriesKind, blocks: WriteBlocks) -> str:
    """An entry; no paragraph after its first must look as if it began another."""
    first, rest = entry.blocks[:1], entry.blocks
    lead = ""
    if entry.head:
        timed = kind is EntriesKind.CHRONOLOGY
        lead = _line(entry.head) + ("\u3000" if timed else "：")
        if first and isinstance(first[0], Paragraph) and not first[0].flush:
            lead += write_inlines(first[0].content)
            rest = entry.blocks[1:]
        lead = lead.rstrip("\u3000")
    parts = [lead] if lead else []
    for block in rest:
        written = blocks((block,), False)
        parts.append(_headless(written, kind) if isinstance(block, Paragraph) and not block.flush else written)
    return "\n\n".join(parts)


def _headless(written: str, kind: EntriesKind) -> str:
    pattern = _GAP if kind is EntriesKind.CHRONOLOGY else _COLON
    while found := pattern.match(written):
        written = _spelled(written, found.end() - 1)
    return written


def _unsaluted(block: Letter, written: str) -> str:
    """The blocks of a letter that has no salutation must not begin with one."""
    first = block.blocks[0]
    if block.salutation or not isinstance(first, Paragraph) or first.flush:
        return written
    opening, gap, rest = written.partition("\n\n")
    found = _SALUTES.search(opening)
    return (_spelled(opening, found.start()) if found else opening) + gap + rest


def _unsigned(block: Letter, written: str) -> str:
    """A paragraph that ends a letter must not end with what looks like the date of a signature."""
    last = block.blocks[-1]
    at = date_begins(written) if isinstance(last, Paragraph) and not last.flush else -1
    return written if at < 0 else _spelled(written, at)


def _spelled(written: str, index: int) -> str:
    """The text with this character as an entity, which needs no backslash before it."""
    before = written[:index]
    escaped = (len(before) - len(before.rstrip("\\"))) % 2
    return before[: len(before) - escaped] + entity(written[index]) + written[index + 1 :]
