"""The promise of ingest: every letter of every line of the scan stands in the manuscript or in the ledger."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from fuzi.ingest import codes
from fuzi.ingest.characters import letters
from fuzi.model.manuscript import Entry, Fate, Ledger
from fuzi.model.report import Report
from fuzi.model.source import Place

SHOWN = 30

_MAIL = re.compile(r"\[([^\[\]\s]+)\]\(mailto:\1\)")

CHANGES_LETTERS = ("codepoint", "tag", "dash", "misread-title", "note")
"""Repairs that take out or replace letters; each of their entries says which."""


def compare(scan: str, files: Mapping[str, str], ledger: Ledger) -> Report:
    """Report every line that is lost.

    A line is kept when the ledger holds it whole as used, dropped or unplaced, or when it stands in the text, changed
    only as the ledger says. No stretch of the text answers for two lines. Which stretch answers for which line is tried
    in the order of the scan and from the longest line to the shortest; one order in which nothing is lost is proof.
    """
    # The writer spells a character as an entity where Markdown would misunderstand it.
    stream = "".join(letters(html.unescape(files[name])) for name in files if name.startswith("text/"))
    book = letters("".join(files[name] for name in files if name != "ledger.md"))
    by_line: dict[int, list[Entry]] = {}
    for entry in ledger.entries:
        by_line.setdefault(entry.line, []).append(entry)
    lines = scan.split("\n")
    wanted: list[tuple[int, list[str]]] = []
    for number, raw in enumerate(lines, 1):
        here = by_line.get(number, [])
        readings = list(_readings(raw, here))
        if readings[0] and not any(_recorded(reading, here, book) for reading in readings):
            wanted.append((number, readings))
    by_length = sorted(wanted, key=lambda item: len(item[1][0]), reverse=True)
    lost = min((_lost(stream, order) for order in (wanted, by_length)), key=len)
    return Report.of(
        codes.LOST.at(Place(ledger.scan, number), text=lines[number - 1].strip()[:SHOWN]) for number in sorted(lost)
    )


def _lost(stream: str, wanted: Sequence[tuple[int, list[str]]]) -> list[int]:
    """The numbers of the lines that find no stretch of the text for themselves, served in this order."""
    text = _Text(stream)
    return [number for number, readings in wanted if not any(map(text.take, readings))]


class _Text:
    """The letters of the text files, and which of them are spoken for."""

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.taken = bytearray(len(stream))
        self.position = 0

    def take(self, wanted: str) -> bool:
        """Find these letters where they are not yet spoken for: behind the last ones found, else anywhere."""
        for start in (self.position, 0):
            at = self.stream.find(wanted, start)
            while at >= 0 and any(self.taken[at : at + len(wanted)]):
                at = self.stream.find(wanted, at + 1)
            if at >= 0:
                self.taken[at : at + len(wanted)] = b"\1" * len(wanted)
                self.position = at + len(wanted)
                return True
        return False


def _recorded(wanted: str, here: Sequence[Entry], book: str) -> bool:
    """Whether the ledger holds the whole line, and what it says went into the book is there or is doubted."""
    held = [entry for entry in here if entry.fate in (Fate.USED, Fate.DROPPED)]
    unplaced = [entry for entry in here if entry.fate is Fate.DOUBT]
    if any(letters(entry.before) == wanted for entry in held):
        return all(
            letters(entry.after) in book or _doubted(entry, unplaced) for entry in held if entry.fate is Fate.USED
        )
    return any(letters(entry.before) == wanted for entry in unplaced if entry.kind == "unresolved")


def _doubted(entry: Entry, doubts: Sequence[Entry]) -> bool:
    return any(letters(entry.after) in (letters(doubt.before), letters(doubt.after)) for doubt in doubts)


def _readings(raw: str, here: Sequence[Entry]) -> Iterator[str]:
    """The letters of the line, and as they are after those repairs that change letters, in the order of the repairs."""
    yield letters(raw)
    changed = _MAIL.sub(r"\1", raw)
    for entry in here:
        if entry.fate is Fate.REPAIRED and entry.kind in CHANGES_LETTERS:
            changed = changed.replace(entry.before, entry.after, 1)
    if changed != raw:
        yield letters(changed)
