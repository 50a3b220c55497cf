"""What comes out: pages with the facts about them, and finished files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fuzi.model.gauge import Gauge
from fuzi.model.source import Place

Span = tuple[float, float]
"""From where to where something stands on a line, in pt from the left edge of the page."""


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
    top of the page to the notes (0: no notes); ``type_area`` is left, top, right, bottom in pt; ``side_notes`` is the
    column of the notes at the side (nowhere: none). ``opening`` is how many characters (white space, readings and notes
    left out) and pictures of its section stand before the first thing on it (None: nothing but notes, or nothing).
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
    side_notes: Span = (0.0, 0.0)
    opening: int | None = None


@dataclass(frozen=True, slots=True)
class LineFact:
    """One line as it was set: what it had room for, not where its glyphs stand. All lengths are in pt.

    ``page`` counts from 0; ``paragraph`` is the same for all lines of one paragraph, across pages too; ``place`` is
    that of its block. ``left``/``right`` are the edges of the measure, before ``indent`` (of a first line; negative:
    hanging); ``baseline``, ``top`` and ``bottom`` are from the top of the page. ``extent`` is what the engine filled.
    ``justified``: its block sets both edges flush. ``closing``: the last line of its paragraph, or ended by a forced
    break. ``notes``: stands in the notes. ``body``: running text of the body size, whose baselines make the grid.
    ``solids`` are pictures and inline blocks, ``calls`` the calls of notes, ``marker`` the number of the note that
    begins here. ``read``: readings stand above or beside characters; ``reach`` is by how much those of the first and of
    the last character reach out beyond them.
    """

    page: int
    paragraph: int
    place: Place | None
    left: float
    right: float
    indent: float
    baseline: float
    top: float
    bottom: float
    size: float
    extent: Span
    justified: bool
    closing: bool
    first: bool
    notes: bool = False
    body: bool = False
    solids: tuple[Span, ...] = ()
    calls: tuple[Span, ...] = ()
    marker: Span | None = None
    read: bool = False
    reach: Span = (0.0, 0.0)

    @property
    def measure(self) -> float:
        """行长 in pt."""
        return self.right - self.left


class Glyph(NamedTuple):
    """One character as it stands in a finished PDF: origin, advance and size in pt, ``y`` from the top of the page."""

    character: str
    x: float
    y: float
    advance: float
    size: float


@dataclass(frozen=True, slots=True)
class FontFact:
    """A font file that pages were set from: its family, the version in its name table, its name and SHA-256 in hex.

    ``file`` is the path in the book folder when the book brought it.
    """

    family: str
    version: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How the pages are meant to be set: leading and size of the body in pt, and the habits of the book.

    ``centred``: ，。 stand in the middle of their squares. ``punctuation``: in what width marks stand when nothing
    presses, ``full``, ``half`` or ``kaiming`` (half, but for the ends of sentences). 避头尾: ``strict``, no —— and ……
    begins a line; ``loose``, connectors and interpuncts may.
    """

    leading: float = 0.0
    size: float = 0.0
    centred: bool = False
    strict: bool = False
    loose: bool = False
    punctuation: str = "full"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What only the pressed pages know; index, page list, cover, job sheet and copyright page are built on it.

    ``padding`` is the number of empty pages at the end that make up whole leaves or signatures; they are among
    ``pages``.
    """

    pages: tuple[PageFact, ...]
    anchors: Mapping[str, int]  # id -> page index
    glyphs: Mapping[str, int]  # font family -> number of distinct glyphs used
    grid: tuple[int, int] = (0, 0)  # the type area: characters per line, lines per page (0: unknown)
    lines: tuple[LineFact, ...] = ()  # in reading order; known once the pages are printed
    manner: Manner = Manner()
    fonts: tuple[FontFact, ...] = ()  # known once the pages are printed
    padding: int = 0

    @property
    def count(self) -> int:
        """面数: the number of pages, empty ones at the end too."""
        return len(self.pages)

    @property
    def set_count(self) -> int:
        """The number of pages up to the last that holds anything, before the padding."""
        return self.count - self.padding


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
    """The text of one section as read back from a finished file: running text, notes and notes at the side, each in
    reading order."""

    section: str
    body: str
    notes: str
    sides: str = ""


@dataclass(frozen=True, slots=True)
class PressedFile:
    """A file that goes to the printing house, by its published name: SHA-256 in hex, size in bytes, pages."""

    product: str
    name: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file of one edition: ``path`` inside the set of editions, ``extent`` pages or documents.

    ``gauge`` is what was measured of its pages, if it has pages.
    """

    edition: str
    path: str
    media_type: str
    data: bytes
    extent: int
    facts: PageFacts | None = None
    gauge: Gauge | None = None
