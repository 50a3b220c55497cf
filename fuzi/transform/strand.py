"""A run of inlines as one string, so that no word is torn by marks or source lines, and back into its nodes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    MarkKind,
    NoteCall,
    Ruby,
    Strong,
    Text,
)
from fuzi.model.source import Place
from fuzi.model.walk import plain
from fuzi.transform.characters import ZERO_WIDTH

BARRIER = "\ufffc"
"""Stands in the string for what is not text (code, formula, picture, forced break): no phrase reaches across it."""


class Piece(NamedTuple):
    """A stretch of the string and what is written for it; ``term`` when a term of the book says so."""

    source: str
    target: str
    term: bool = False


class Hole(NamedTuple):
    """A character without width, taken out before character ``offset`` of its thread."""

    offset: int
    character: str


@dataclass(frozen=True, slots=True)
class Thread:
    """One text node in the string: ``text`` is its text without the holes, from ``start`` on."""

    node: Text
    start: int
    text: str
    holes: tuple[Hole, ...]

    @property
    def end(self) -> int:
        """Where the thread ends in the string."""
        return self.start + len(self.text)

    def place_of(self, index: int) -> Place:
        """Where a character of the node, holes counted, stands in its file (as far as no escape stands before it)."""
        place = self.node.place
        return replace(place, column=place.column + index) if place.column else place


@dataclass(frozen=True, slots=True)
class Strand:
    """The whole string; ``literal`` are stretches that show an address as it is (the text of an autolink)."""

    text: str
    threads: tuple[Thread, ...]
    literal: tuple[tuple[int, int], ...]

    def place_at(self, offset: int) -> Place:
        """Where a character of the string stands in its source file."""
        index = bisect_right(self.threads, offset, key=lambda thread: thread.start) - 1
        thread = self.threads[max(index, 0)]
        inside = max(offset - thread.start, 0)
        return thread.place_of(inside + sum(hole.offset <= inside for hole in thread.holes))

    def around(self, offset: int, width: int = 8) -> str:
        """The text near a character, for a message."""
        return self.text[max(0, offset - width) : offset + width + 1].replace(BARRIER, "□").strip()

    def cuts(self) -> list[int]:
        """Where a node begins or ends."""
        return sorted({edge for thread in self.threads for edge in (thread.start, thread.end)})


def strand(inlines: Inlines) -> Strand:
    """String together the text nodes of a run; the call of a note leaves no trace, as for a reader,
    nor does a note at the side, which is a run of its own."""
    parts: list[str] = []
    threads: list[Thread] = []
    literal: list[tuple[int, int]] = []
    at = 0
    for item in _flat(inlines):
        if isinstance(item, Text):
            text, holes = _without_holes(item.text)
            threads.append(Thread(item, at, text, holes))
        elif isinstance(item, Link):
            literal.append((at, at + len(_without_holes(plain(item.content))[0])))
            continue
        else:
            text = BARRIER
        parts.append(text)
        at += len(text)
    return Strand("".join(parts), tuple(threads), tuple(literal))


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Text nodes and barriers in order; a link stands before its content when that content is its own address."""
    for item in inlines:
        match item:
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Mark() | Ruby():
                yield from _flat(item.content)
            case Link(target=target, content=content):
                if _shows(target, content):
                    yield item
                yield from _flat(content)
            case NoteCall():
                pass
            case Text() | Code() | InlineFormula() | InlineFigure() | LineBreak():
                yield item


def _shows(target: str, content: Inlines) -> bool:
    if not all(isinstance(item, Text) for item in content):
        return False
    text = plain(content)
    return bool(text) and text in (target, target.removeprefix("mailto:"))


def _without_holes(text: str) -> tuple[str, tuple[Hole, ...]]:
    if text.isascii() or not ZERO_WIDTH.search(text):
        return text, ()
    kept: list[str] = []
    holes: list[Hole] = []
    for character in text:
        if ZERO_WIDTH.match(character):
            holes.append(Hole(len(kept), character))
        else:
            kept.append(character)
    return "".join(kept), tuple(holes)


def texts(strand: Strand, pieces: Sequence[Piece]) -> list[str]:
    """The new text of every node, in order; ``pieces`` cover the whole string.

    A piece of equal length is cut where the nodes meet; one of another length goes to the node in which it begins.
    """
    found: list[list[str]] = [[] for _ in strand.threads]
    at = index = 0
    for piece in pieces:
        end = at + len(piece.source)
        while index < len(found) and strand.threads[index].end <= at:
            index += 1
        if len(piece.source) != len(piece.target):
            found[index].append(piece.target)
        else:
            _deal(strand.threads, found, index, at, piece.target)
        at = end
    return [_with_holes("".join(parts), thread.holes) for parts, thread in zip(found, strand.threads, strict=True)]


def _deal(threads: Sequence[Thread], found: list[list[str]], index: int, at: int, target: str) -> None:
    end = at + len(target)
    for number in range(index, len(threads)):
        thread = threads[number]
        if thread.start >= end:
            break
        found[number].append(target[max(thread.start - at, 0) : thread.end - at])


def _with_holes(text: str, holes: tuple[Hole, ...]) -> str:
    if not holes:
        return text
    parts: list[str] = []
    at = 0
    for hole in holes:
        parts += (text[at : hole.offset], hole.character)
        at = min(hole.offset, len(text))
    return "".join(parts) + text[at:]


def rebuild(inlines: Inlines, new: Iterator[str], words: Callable[[str], str]) -> Inlines:
    """The same run with the new texts in its text nodes, in order; ``words`` changes the alternative of pictures."""
    return tuple(_rebuilt(item, new, words) for item in inlines)


def _rebuilt(item: Inline, new: Iterator[str], words: Callable[[str], str]) -> Inline:
    match item:
        case Text(text=text):
            changed = next(new)
            return item if changed == text else replace(item, text=changed)
        case Mark(kind=MarkKind.SIDE):
            return item
        case Emphasis() | Strong() | Link() | Mark():
            return replace(item, content=rebuild(item.content, new, words))
        case Ruby(content=content):
            return replace(item, content=tuple(replace(text, text=next(new)) for text in content))
        case InlineFigure(alternative=alternative):
            return replace(item, alternative=words(alternative))
        case Code() | InlineFormula() | NoteCall() | LineBreak():
            return item
