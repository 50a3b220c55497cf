"""What ingest makes of a scan: the text of a book in order, and a ledger of all that was done to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fuzi.model.book import Chapter, Part, Settings
from fuzi.model.metadata import Metadata


class Fate(StrEnum):
    """What became of a stretch of the scan."""

    REPAIRED = "repaired"  # stands in the text, changed
    USED = "used"  # went into book.yaml or the order of the book
    DROPPED = "dropped"  # left out on purpose: folios, running heads, ornaments
    DOUBT = "doubt"  # unchanged, but somebody should look at the printed page
    ASSUMED = "assumed"  # not in the scan: concluded from something that is


class Confidence(StrEnum):
    """How far a repair may be trusted without looking at the printed page."""

    SURE = "sure"
    FAIR = "fair"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    ``line`` is the line of the scan, from 1 (0: the scan as a whole); ``kind`` names the repair or the reason;
    ``field`` is where a used line went: a path in book.yaml or a file name.
    """

    fate: Fate
    kind: str
    line: int
    before: str
    after: str = ""
    confidence: Confidence = Confidence.SURE
    field: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries about one scan; ``scan`` is its file name, ``lines`` how many lines it has."""

    scan: str
    lines: int
    entries: tuple[Entry, ...] = ()

    def of(self, fate: Fate) -> tuple[Entry, ...]:
        """The entries with this fate, in the order of the scan."""
        return tuple(sorted((entry for entry in self.entries if entry.fate is fate), key=lambda entry: entry.line))


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book as it was read from a scan. Places point into the scan; ``Chapter.id`` names the file in ``text/``."""

    settings: Settings
    metadata: Metadata
    front: tuple[Chapter, ...]
    body: tuple[Part | Chapter, ...]
    back: tuple[Chapter, ...]
    ledger: Ledger
