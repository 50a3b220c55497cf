"""Where things stand in the source: lines and columns for blocks and for positions inside their text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from markdown_it.token import Token

from fuzi.model.source import Place

_TRIMMED = "> \t\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LEAD = re.compile(r"[ \t]*")
_MARKER = re.compile(r"(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))?[ \t]*")


@dataclass(frozen=True, slots=True)
class Source:
    """One source file, cut into lines; ``starts`` are the positions at which its lines begin."""

    file: str
    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> Source:
        """Cut a text with ``\\n`` line ends into lines."""
        lines = tuple(text.split("\n"))
        starts, position = [], 0
        for line in lines:
            starts.append(position)
            position += len(line) + 1
        return cls(file, text, lines, tuple(starts))

    def place(self, line: int, column: int = 0) -> Place:
        """The place of a line and column, both counted from 0."""
        return Place(self.file, line + 1, column + 1)

    def place_at(self, position: int) -> Place:
        """The place of a position in the text."""
        line = bisect_right(self.starts, position) - 1
        return self.place(line, position - self.starts[line])

    def position(self, place: Place) -> int:
        """The position in the text of a place; a line after the last one is the end."""
        if place.line > len(self.starts):
            return len(self.text)
        return self.starts[place.line - 1] + place.column - 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the content of a quotation, list item or note begins: needed to find the columns of what is in it.

    On ``line`` blocks begin at ``column`` or later; on other lines ``quotes`` marks ``>`` come first.
    """

    line: int = -1
    column: int = 0
    quotes: int = 0

    def column_of(self, source: Source, line: int) -> int:
        """The column, from 0, at which a block begins on this line."""
        if line >= len(source.lines):
            return 0
        text = source.lines[line]
        if line == self.line:
            return _skip(_LEAD, text, self.column)
        column = _skip(_LEAD, text, 0)
        for _ in range(self.quotes):
            if not text.startswith(">", column):
                break
            column = _skip(_LEAD, text, column + 1)
        return column

    def inside(self, source: Source, line: int, *, quote: bool = False) -> Origin:
        """The origin of what stands inside the quotation or list item that begins on this line."""
        column = self.column_of(source, line)
        text = source.lines[line] if line < len(source.lines) else ""
        return Origin(line, _skip(_MARKER, text, column), self.quotes + quote)


def _skip(pattern: re.Pattern[str], text: str, column: int) -> int:
    match = pattern.match(text, column)
    return match.end() if match else column


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """Finds the place of a position inside the text of one block, whose lines begin at ``offsets`` of that text."""

    source: Source
    line: int
    offsets: tuple[int, ...]
    columns: tuple[int, ...]

    @classmethod
    def of(cls, source: Source, token: Token) -> TextPlaces:
        """The lines of an ``inline`` token are the ends of source lines, less what list, quote and white space took."""
        line = token.map[0] if token.map else 0
        at = token.meta.get("at")
        if at is not None:
            return cls(source, line, (0,), (at - source.starts[line],))
        texts = token.content.split("\n")
        # White space is trimmed from the text, and with it whole lines of ideographic spaces.
        spare = (token.map[1] if token.map else line) - line - len(texts)
        while spare > 0 and not source.lines[line].strip(_TRIMMED):
            line, spare = line + 1, spare - 1
        offsets, columns, offset = [], [], 0
        for index, text in enumerate(texts):
            offsets.append(offset)
            offset += len(text) + 1
            columns.append(_column(source.lines[line + index] if line + index < len(source.lines) else "", text))
        return cls(source, line, tuple(offsets), tuple(columns))

    def place(self, offset: int) -> Place:
        """The place of the character at ``offset`` of the block's text."""
        if len(self.offsets) == 1:
            return Place(self.source.file, self.line + 1, self.columns[0] + offset + 1)
        index = max(0, bisect_right(self.offsets, offset) - 1)
        column = self.columns[index] + offset - self.offsets[index]
        return Place(self.source.file, self.line + index + 1, column + 1)


def _column(source_line: str, text: str) -> int:
    column = len(source_line) - len(text)
    if column >= 0 and source_line.startswith(text, column):
        return column
    found = source_line.rfind(text)
    return found if found >= 0 else max(0, column)
