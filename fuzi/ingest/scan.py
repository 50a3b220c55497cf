"""The scan while it is being worked on: items of text that know the lines they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from fuzi.ingest.characters import count_han
from fuzi.model.manuscript import Confidence, Entry, Fate

CONTEXT = 6
"""How many characters before and after a change the ledger shows."""


class Shape(StrEnum):
    """What an item looks like in the scan, before anybody knows what it is."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    QUOTE = "quote"
    IMAGE = "image"
    TABLE = "table"
    CODE = "code"
    FORMULA = "formula"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text from one line of the scan."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the scan at first, one paragraph after joining; forced line breaks inside are ``\\n``.

    ``level`` is the heading level or the depth of a list item; ``start`` says that a blank line or another shape
    stands before it, ``hard`` that its line ends in a forced break; ``page`` is the number of its page in the scan
    (0 without page marks).
    """

    shape: Shape
    pieces: tuple[Piece, ...]
    level: int = 0
    start: bool = True
    hard: bool = False
    page: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def line(self) -> int:
        """The first line of the scan that it holds."""
        return self.pieces[0].line

    @property
    def last_line(self) -> int:
        """The last line of the scan that it holds."""
        return self.pieces[-1].line

    @property
    def running(self) -> bool:
        """Whether it is prose long enough for rules about running text: 25 Han or more."""
        return self.shape in (Shape.TEXT, Shape.QUOTE, Shape.BULLET) and count_han(self.text) >= RUNNING


RUNNING = 25
"""Fewer Han than this may be a title, a name, a line of verse or a cell."""

Items: TypeAlias = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair returns: the items and what it did to them."""

    items: Items
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` of an item by ``new``."""

    start: int
    end: int
    new: str
    confidence: Confidence = Confidence.SURE


EditFinder: TypeAlias = Callable[[Item], Sequence[Edit]]
"""Looks at one item and says what to change in it."""


def apply(item: Item, edits: Iterable[Edit], kind: str) -> tuple[Item, tuple[Entry, ...]]:
    """The item with these edits (which must not overlap), and an entry with some context for each."""
    text = item.text
    ordered = sorted(edits, key=lambda edit: edit.start)
    entries = tuple(_entry(item, text, edit, ordered, kind) for edit in ordered)
    pieces = list(item.pieces)
    for edit in reversed(ordered):
        pieces = _replace(pieces, edit)
    kept = tuple(piece for piece in pieces if piece.text) or (Piece("", item.line),)
    return replace(item, pieces=kept), entries


def apply_to_all(items: Items, find: EditFinder, kind: str) -> Repaired:
    """Every item with the edits that ``find`` sees in it."""
    done: list[Item] = []
    entries: list[Entry] = []
    for item in items:
        edits = find(item)
        if edits:
            item, made = apply(item, edits, kind)
            entries += made
        done.append(item)
    return Repaired(tuple(done), tuple(entries))


def line_at(item: Item, offset: int) -> int:
    """The line of the scan that character ``offset`` of the item's text stands on."""
    for piece in item.pieces:
        if offset < len(piece.text):
            return piece.line
        offset -= len(piece.text)
    return item.last_line


def _entry(item: Item, text: str, edit: Edit, others: Sequence[Edit], kind: str) -> Entry:
    """Before and after with a few characters around, which stop at neighbouring edits: each entry holds by itself."""
    low = max(
        [edit.start - CONTEXT, 0, *(other.end for other in others if other.end <= edit.start and other is not edit)]
    )
    high = min(
        [
            edit.end + CONTEXT,
            len(text),
            *(other.start for other in others if other.start >= edit.end and other is not edit),
        ]
    )
    left, right = text[low : edit.start], text[edit.end : high]
    line = line_at(item, edit.start)
    return Entry(Fate.REPAIRED, kind, line, text[low:high], left + edit.new + right, edit.confidence)


def _replace(pieces: Sequence[Piece], edit: Edit) -> list[Piece]:
    """The new text goes to the piece where the edit starts; what it removes may reach over several pieces."""
    done: list[Piece] = []
    offset = 0
    new: str | None = edit.new
    for piece in pieces:
        start, end = offset, offset + len(piece.text)
        offset = end
        low, high = max(edit.start, start), min(edit.end, end)
        here = new is not None and (edit.start < end or piece is pieces[-1])
        if low >= high and not here:
            done.append(piece)
            continue
        low, high = (low, high) if low < high else (edit.start, edit.start)
        insert, new = (new or "", None) if here else ("", new)
        done.append(replace(piece, text=piece.text[: low - start] + insert + piece.text[high - start :]))
    return done
