"""The running text of a document as one row of characters, each with its spot in the tree, to find the same character
in another document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from lxml import etree

from fuzi.bind.vocabulary import MATHML, SVG, XHTML

PICTURE = "\ufffc"
"""Stands in the row for a picture or a formula (U+FFFC OBJECT REPLACEMENT CHARACTER)."""

_PICTURES = frozenset({f"{{{XHTML}}}img", f"{{{SVG}}}svg", f"{{{MATHML}}}math"})
_READINGS = frozenset({f"{{{XHTML}}}rt", f"{{{XHTML}}}rp"})
_APART = frozenset({"note", "notes", "note-again", "noteref", "side-note"})
"""Classes of what is no running text: notes, their calls, notes at the side."""

_GENERATED = "marker"
"""The class of the number of an item, which print has as text and a reading system draws."""

_PIECES = frozenset(
    f"{{{XHTML}}}{name}"
    for name in (
        *("section", "div", "p", "li", "ul", "ol", "figure", "figcaption", "table", "caption", "tr", "td", "th"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "header", "nav"),
    )
)
"""Elements at whose edges the row is cut into pieces for comparing."""


class Spot(NamedTuple):
    """Where a character stands: ``offset`` in the ``text`` or ``tail`` of an element, or the element ``before`` which
    a mark would stand."""

    element: etree._Element
    part: Literal["text", "tail", "before"]
    offset: int = 0


@dataclass(slots=True)
class Text:
    """A row of characters without white space, notes and readings.

    ``spots`` are where they stand; ``pieces`` at which of them a piece begins; ``first`` the first one inside or behind
    each element; ``ids`` the same for each id; ``generated`` are those that print alone has.
    """

    row: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    first: dict[etree._Element, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    generated: set[int] = field(default_factory=set)

    def after(self, start: int, count: int) -> str:
        """``count`` characters from ``start`` on, without generated ones."""
        found = ""
        for number in range(start, len(self.row)):
            if len(found) == count:
                break
            found += self.row[number] if number not in self.generated else ""
        return found

    def add(self, text: str | None, element: etree._Element, part: Literal["text", "tail"], generated: bool) -> None:
        """Append the characters of a text node."""
        for offset, character in enumerate(text or ""):
            if not character.isspace():
                if generated:
                    self.generated.add(len(self.row))
                self.row.append(character)
                self.spots.append(Spot(element, part, offset))


def read(root: etree._Element) -> Text:
    """The running text of a section, of print or of the e-book."""
    found = Text()
    generated: etree._Element | None = None
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            found.first[element] = len(found.row)
            if name := element.get("id"):
                found.ids[name] = len(found.row)
            found.pieces += [len(found.row)] if element.tag in _PIECES else []
            names = element.get("class", "").split()
            if element.tag in _READINGS or not _APART.isdisjoint(names) or element.get("hidden") is not None:
                walk.skip_subtree()
            elif element.tag in _PICTURES:
                found.row.append(PICTURE)
                found.spots.append(Spot(element, "before"))
                walk.skip_subtree()
            else:
                generated = element if generated is None and _GENERATED in names else generated
                found.add(element.text, element, "text", generated is not None)
            continue
        found.pieces += [len(found.row)] if element.tag in _PIECES else []
        generated = None if element is generated else generated
        if element is not root:
            found.add(element.tail, element, "tail", generated is not None)
    return found


def aligned(one: Text, other: Text) -> list[int]:
    """For each character of ``one``, and for its end, the same character of ``other``, or the next that both have."""
    ours, theirs = _cut(one), _cut(other)
    same: dict[int, int] = {}
    matcher = SequenceMatcher(None, [text for text, _ in ours], [text for text, _ in theirs], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        left = [number for _, numbers in ours[start:end] for number in numbers]
        right = [number for _, numbers in theirs[begin:stop] for number in numbers]
        if kind == "equal":
            same.update(zip(left, right, strict=True))
        elif kind == "replace":
            mine, others = ("".join(text.row[n] for n in some) for text, some in ((one, left), (other, right)))
            for at, to, size in SequenceMatcher(None, mine, others, autojunk=False).get_matching_blocks():
                same.update(zip(left[at : at + size], right[to : to + size], strict=True))
    found = [len(other.row)]
    for number in reversed(range(len(one.row))):
        found.append(same.get(number, found[-1]))
    return found[::-1]


def _cut(text: Text) -> list[tuple[str, list[int]]]:
    """The pieces of a row with the numbers of their characters, without generated characters and empty pieces."""
    edges = sorted({*text.pieces, 0})
    found: dict[int, list[int]] = {}
    for number in range(len(text.row)):
        if number not in text.generated:
            found.setdefault(bisect_right(edges, number), []).append(number)
    return [("".join(text.row[number] for number in numbers), numbers) for numbers in found.values()]
