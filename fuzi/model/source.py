"""Where a thing stands in the book folder, so that every message can point at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One position in one source file.

    ``file`` is the path inside the book folder, with ``/``; ``line`` and ``column`` count from 1 and
    columns count characters. Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column`` as editors of code know it; parts that are 0 are left out."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


BOOK_FILE = Place("book.yaml")
"""The file that says what the book is, where nothing nearer can be pointed at."""
