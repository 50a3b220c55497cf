"""书帖: how many pages a block is padded to, and in what order pages stand on sheets that are folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fuzi.model.source import Place

LEAF, FOLD = 2, 4
"""Pages of a leaf and of a sheet that is folded once."""


@dataclass(frozen=True, slots=True)
class Padding:
    """What the block is padded to: whole signatures of ``pages`` pages (0: whole leaves), and where that was asked."""

    pages: int = 0
    place: Place | None = None

    def blanks(self, count: int) -> int:
        """How many empty pages follow the last of ``count`` pages."""
        return -count % (self.pages or LEAF)


LEAVES = Padding()
"""No signature asked for."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The block in signatures of ``pages`` pages: how many there are, and how the last one is filled."""

    pages: int
    whole: int
    last_set: int
    last_blank: int


def scheme(count: int, blanks: int, pages: int) -> Scheme | None:
    """How ``count`` pages, the last ``blanks`` of them empty, make signatures; None where no signature is asked for."""
    if not pages:
        return None
    return Scheme(pages, count // pages, pages - blanks, blanks)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet with two pages: their numbers from 1 as they stand before the eye; None is an empty page.

    ``signature`` counts from 0; ``outer`` is the outermost side of it.
    """

    left: int | None
    right: int | None
    signature: int
    outer: bool


def saddle(count: int, pages: int, *, right_bound: bool = False) -> tuple[Side, ...]:
    """Pages 1…``count`` on sheets that are folded once and laid inside one another, front and back in turn.

    A signature has ``pages`` pages (rounded up to whole sheets of four); the last has only the sheets that it needs,
    with empty pages at its end. A sheet is turned over on its short edge. A ``right_bound`` book is mirrored.
    """
    each = max(FOLD, pages + -pages % FOLD)
    return tuple(
        side
        for number, first in enumerate(range(1, count + 1, each))
        for side in _signature(number, first, count, min(each, count - first + 1), right_bound)
    )


def folded(sides: tuple[Side, ...], *, right_bound: bool = False) -> list[int | None]:
    """The pages in reading order, once the sheets are folded and the signatures stand one behind the other."""
    order: list[int | None] = []
    for number in sorted({side.signature for side in sides}):
        inside: list[int | None] = []
        own = [side for side in sides if side.signature == number]
        for front, back in reversed(list(zip(own[::2], own[1::2], strict=True))):
            outer = (front.left, front.right) if right_bound else (front.right, front.left)
            inner = (back.right, back.left) if right_bound else (back.left, back.right)
            inside = [outer[0], inner[0], *inside, inner[1], outer[1]]
        order += inside
    return order


def _signature(number: int, first: int, count: int, pages: int, right_bound: bool) -> Iterator[Side]:
    last = first + pages + -pages % FOLD - 1
    for sheet in range((last - first + 1) // FOLD):
        low, high = first + 2 * sheet, last - 2 * sheet
        for left, right, outer in ((high, low, not sheet), (low + 1, high - 1, False)):
            pair = (right, left) if right_bound else (left, right)
            shown = tuple(page if page <= count else None for page in pair)
            yield Side(shown[0], shown[1], number, outer)
