"""The promise of ingest: every letter of every line of the scan stands in the manuscript or in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fuzi.ingest import codes
from fuzi.ingest.characters import letters
from fuzi.model.manuscript import Entry, Fate, Ledger
from fuzi.model.report import Report
from fuzi.model.source import Place

SHOWN = 30

CHANGES_LETTERS = ("codepoint", "tag", "dash", "misread-title")
"""Repairs that take out or replace letters; each of their entries says which."""


def compare(scan: str, files: Mapping[str, str], ledger: Ledger) -> Report:
    """Report every line that is lost.

    A line is kept when the ledger holds it whole as used, dropped or unplaced, or when it stands in the text, changed
    only as the ledger says. No stretch of the text answers for two lines.
    """
    text = _Text("".join(letters(files[name]) for name in files if name.startswith("text/")))
    book = letters("".join(files[name] for name in files if name != "ledger.md"))
    by_line: dict[int, list[Entry]] = {}
    for entry in ledger.entries:
        by_line.setdefault(entry.line, []).append(entry)
    lost = []
    for number, raw in enumerate(scan.split("\n"), 1):
        here = by_line.get(number, [])
        wanted = letters(raw)
        if not wanted:
            continue
        if not (_recorded(wanted, here, book) or _stands(raw, here, text)):
            lost.append(codes.LOST.at(Place(ledger.scan, number), text=raw.strip()[:SHOWN]))
    return Report.of(lost)


class _Text:
    """The letters of the text files, and which of them are spoken for."""

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.taken = bytearray(len(stream))
        self.position = 0

    def take(self, wanted: str) -> bool:
        """Find these letters after the last ones found, else anywhere, where they are not yet spoken for."""
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
    """The ledger holds the whole line; and what it says went into the book is there or is doubted."""
    held = [entry for entry in here if entry.fate in (Fate.USED, Fate.DROPPED)]
    unplaced = [entry for entry in here if entry.fate is Fate.DOUBT]
    if any(letters(entry.before) == wanted for entry in held):
        return all(
            letters(entry.after) in book or _doubted(entry, unplaced) for entry in held if entry.fate is Fate.USED
        )
    return any(letters(entry.before) == wanted for entry in unplaced if entry.kind == "unresolved")


def _doubted(entry: Entry, doubts: Sequence[Entry]) -> bool:
    return any(letters(entry.after) in (letters(doubt.before), letters(doubt.after)) for doubt in doubts)


def _stands(raw: str, here: Sequence[Entry], text: _Text) -> bool:
    return any(text.take(reading) for reading in _readings(raw, here))


def _readings(raw: str, here: Sequence[Entry]) -> Iterator[str]:
    """The letters of the line, and as they are after those repairs that change letters, in the order of the repairs."""
    yield letters(raw)
    changed = raw
    for entry in here:
        if entry.fate is Fate.REPAIRED and entry.kind in CHANGES_LETTERS:
            changed = changed.replace(entry.before, entry.after, 1)
    if changed != raw:
        yield letters(changed)
