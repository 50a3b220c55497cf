"""A table of phrases, found in a text from left to right, the longest one at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase of the table found in a text: from ``start`` to ``end``, to be written as ``target``."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrase -> what to write for it; ``lengths`` lists by first character how long phrases are, longest first."""

    table: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    first: re.Pattern[str] | None

    @classmethod
    def of(cls, table: Mapping[str, str]) -> Phrases:
        """A table ready for search; the empty phrase is left out."""
        kept = {phrase: target for phrase, target in table.items() if phrase}
        lengths: dict[str, set[int]] = {}
        for phrase in kept:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        ordered = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
        first = re.compile("[" + "".join(map(re.escape, sorted(ordered))) + "]") if ordered else None
        return cls(kept, ordered, first)

    def hits(self, text: str) -> Iterator[Hit]:
        """The phrases in ``text``, in order and without overlap."""
        if self.first is None:
            return
        match = self.first.search(text)
        while match:
            start = match.start()
            end = start + self._length_at(text, start)
            if end > start:
                yield Hit(start, end, self.table[text[start:end]])
            match = self.first.search(text, max(end, start + 1))

    def replace(self, text: str) -> str:
        """``text`` with every phrase written as the table says."""
        parts: list[str] = []
        at = 0
        for hit in self.hits(text):
            parts += (text[at : hit.start], hit.target)
            at = hit.end
        return "".join(parts) + text[at:] if parts else text

    def _length_at(self, text: str, start: int) -> int:
        for length in self.lengths[text[start]]:
            end = start + length
            if end <= len(text) and text[start:end] in self.table:
                return length
        return 0
