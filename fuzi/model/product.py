"""What comes out: pages with the facts about them, and finished files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPosition:
    """A place in the running text: the ``data-span`` of its block (``file:line:column``) and the offset in characters
    from the start of that block's text, notes left out."""

    span: str
    offset: int


@dataclass(frozen=True, slots=True)
class PageFact:
    """One printed page.

    ``index`` counts from 0; ``folio`` is what the page is called (``iv``, ``12``) even where it is not printed;
    ``first``/``last`` bound its running text (None on a page without any); ``notes_top`` is the distance in pt from the
    top of the page to the notes (0: no notes); ``type_area`` is left, top, right, bottom in pt.
    """

    index: int
    folio: str
    section: str
    blank: bool
    first: TextPosition | None
    last: TextPosition | None
    lines: int
    characters: int
    notes_top: float
    type_area: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What only the pressed pages know; index, page list, cover, job sheet and copyright page are built on it."""

    pages: tuple[PageFact, ...]
    anchors: Mapping[str, int]  # id -> page index
    glyphs: Mapping[str, int]  # font family -> number of distinct glyphs used
    grid: tuple[int, int] = (0, 0)  # the type area: characters per line, lines per page (0: unknown)

    @property
    def count(self) -> int:
        """面数: the number of pages."""
        return len(self.pages)


@dataclass(frozen=True, slots=True)
class Pages:
    """A pressed book: the PDF and what is known of its pages."""

    pdf: bytes
    facts: PageFacts


@dataclass(frozen=True, slots=True)
class Package:
    """A bound book: the EPUB and how many documents it holds."""

    epub: bytes
    documents: int


@dataclass(frozen=True, slots=True)
class SectionText:
    """The text of one section as read back from a finished file: running text and notes, each in reading order."""

    section: str
    body: str
    notes: str


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file of one edition: ``path`` inside the set of editions, ``extent`` pages or documents."""

    edition: str
    path: str
    media_type: str
    data: bytes
    extent: int
    facts: PageFacts | None = None
