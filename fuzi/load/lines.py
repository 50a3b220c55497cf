"""From an offset in a text to line and column."""

from __future__ import annotations

from bisect import bisect_right

from fuzi.model.source import Place


class Lines:
    """The lines of one text, counted from 1 at each line feed, as editors count them."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        starts = [0]
        end = text.find("\n")
        while end >= 0:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        self._starts = starts

    def line(self, offset: int) -> int:
        """The line that holds this offset."""
        return bisect_right(self._starts, offset)

    def place(self, file: str, offset: int) -> Place:
        """The place of this offset."""
        line = self.line(offset)
        return Place(file, line, offset - self._starts[line - 1] + 1)
