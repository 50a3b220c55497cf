"""The settled text of one variant, shared by all its products: nothing after this stage changes a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fuzi.model.block import Inlines
from fuzi.model.book import Asset, Chapter, FieldPath, Part, Settings
from fuzi.model.decision import Decision
from fuzi.model.edition import Variant
from fuzi.model.metadata import Metadata
from fuzi.model.production import Binding
from fuzi.model.source import BOOK_FILE, Place


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents.

    ``level`` is 0 for a part (and for front and back matter), 1 for a chapter, 2 and more for sections; ``target`` is
    the id of what it leads to; ``paged`` is False for an entry that shows no page number (a part).
    """

    level: int
    title: Inlines
    subtitle: Inlines
    target: str
    paged: bool = True


@dataclass(frozen=True, slots=True)
class FairCopy:
    """A whole book in one variant, as it will be read; ``places`` is where book.yaml gives what, by product."""

    variant: Variant
    settings: Settings
    metadata: Mapping[str, Metadata]  # by product
    front: tuple[Chapter, ...]
    body: tuple[Part | Chapter, ...]
    back: tuple[Chapter, ...]
    contents: tuple[ContentsEntry, ...]
    assets: tuple[Asset, ...]
    decisions: tuple[Decision, ...] = ()  # in reading order
    places: Mapping[str, Mapping[FieldPath, Place]] = field(default_factory=dict, compare=False, repr=False)
    binding: Binding = Binding()  # of the settings, in the words of the variant

    def place(self, product: str, *path: str) -> Place:
        """Where book.yaml gives a value to this product; the nearest thing around it, or the file itself."""
        known = self.places.get(product, {})
        return next((known[path[:end]] for end in range(len(path), 0, -1) if path[:end] in known), BOOK_FILE)

    def chapters(self) -> Iterator[Chapter]:
        """Every chapter in reading order."""
        yield from self.front
        for item in self.body:
            if isinstance(item, Part):
                yield from item.chapters
            else:
                yield item
        yield from self.back
