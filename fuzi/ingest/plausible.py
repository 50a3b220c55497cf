"""Whether what was read can be a book: better no manuscript than one that is nonsense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fuzi.ingest.characters import count_han
from fuzi.ingest.codes import IMPLAUSIBLE, NO_TEXT
from fuzi.ingest.contents import Contents
from fuzi.ingest.copyright import UNRESOLVED
from fuzi.ingest.outline import Stretch
from fuzi.model.manuscript import Entry, Fate
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

_SOME = 200
"""Fewer Han than this prove nothing."""


def judge(
    stretches: Sequence[Stretch], contents: Contents | None, entries: Sequence[Entry], scan: str, name: str
) -> Iterator[Diagnostic]:
    """An error when no text was placed, or when most of the scan went where no text belongs."""
    placed = sum(count_han(item.text) for stretch in stretches for item in stretch.items)
    if not placed:
        yield NO_TEXT.at(Place(name), name=name)
        return
    lines = scan.split("\n")
    for strange in (_unplaced(entries), _as_contents(stretches, contents)):
        han = sum(count_han(lines[number - 1]) for number in strange)
        if han > max(placed, _SOME):
            first = min(strange)
            text = lines[first - 1].strip()[:30]
            yield IMPLAUSIBLE.at(Place(name, first), name=name, count=len(strange), first=text)
            return


def _unplaced(entries: Sequence[Entry]) -> set[int]:
    """The lines for which no place was found."""
    return {entry.line for entry in entries if entry.fate is Fate.DOUBT and entry.kind == UNRESOLVED and entry.line}


def _as_contents(stretches: Sequence[Stretch], contents: Contents | None) -> set[int]:
    """The lines of contents that are none: most entries have no page, and most titles no text."""
    lines = contents.lines if contents else ()
    listed = [stretch for stretch in stretches if stretch.listed]
    missing = sum(not stretch.items for stretch in listed)
    if 2 * sum(bool(line.page) for line in lines) >= len(lines) or 2 * missing <= len(listed):
        return set()
    return {number for line in lines for number, _ in line.raw}
