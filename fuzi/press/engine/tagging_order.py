"""Where things stand in a document: a number for each element and for each stretch of text between its children."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

TEXT, TAIL = 0.1, 0.25
"""Behind the beginning of an element stands its first text, behind the last element in a child the text after it."""

BEFORE, MARKER, AFTER = 0.02, 0.05, 0.4
"""Generated text at the beginning of an element, the marker of a note, generated text at the end."""

CALL = 0.5
"""By how much the call of a note stands before the note."""


_WHITE = str.maketrans("", "", " \t\r\n")
"""White space that CSS collapses; an ideographic space is a character."""


@dataclass(slots=True)
class _Stretches:
    """The texts of one element without white space, with their places, and how far they were met on the pages."""

    texts: list[tuple[float, str]]
    current: int = 0
    cursor: int = 0

    def find(self, text: str) -> float | None:
        """The place of the next piece; None for a space, which stands behind what was there before it.

        One that is not found stands where the last one did.
        """
        wanted = _bare(text)
        if not wanted:
            return None
        for index in range(self.current, len(self.texts)):
            cursor = self.cursor if index == self.current else 0
            place, stretch = self.texts[index]
            if stretch.startswith(wanted, cursor):
                self.current, self.cursor = index, cursor + len(wanted)
                return place
        return self.texts[self.current][0]


class Places:
    """The order of documents, one after the other; an element that is in two has its first place."""

    def __init__(self) -> None:
        self._starts: dict[ElementTree.Element, int] = {}
        self._stretches: dict[ElementTree.Element, _Stretches] = {}

    def add(self, root: ElementTree.Element) -> None:
        """Number the elements of one more document."""
        for element in root.iter():
            self._starts.setdefault(element, len(self._starts))

    def __contains__(self, element: object) -> bool:
        return element in self._starts

    def start(self, element: ElementTree.Element) -> float:
        """The place of an element."""
        return float(self._starts[element])

    def of(self, element: ElementTree.Element, pseudo: str, text: str) -> float | None:
        """The place of the next piece of text that an element shows, generated (``before``, ``after``) or its own; None
        where only its neighbours say it."""
        start = self.start(element)
        if pseudo:
            return start + BEFORE if pseudo == "before" else self._last(element) + AFTER
        if not len(element):
            return start + TEXT
        found = self._stretches.get(element)
        if found is None:
            own = (start + TEXT, _bare(element.text))
            tails = ((self._last(child) + TAIL, _bare(child.tail)) for child in element)
            found = self._stretches[element] = _Stretches([own, *tails])
        return found.find(text)

    def _last(self, element: ElementTree.Element) -> float:
        """The place of the last element in an element."""
        while len(element):
            element = element[-1]
        return self.start(element)


def _bare(text: str | None) -> str:
    return (text or "").translate(_WHITE)
