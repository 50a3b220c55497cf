"""Block content: what a chapter is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from fuzi.model.inline import Inline
from fuzi.model.source import Place

Inlines: TypeAlias = tuple[Inline, ...]


class Alignment(StrEnum):
    """How a table column is set."""

    START = "start"
    CENTRE = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; indented by two characters unless ``flush``."""

    content: Inlines
    place: Place
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading inside a chapter: level 2 is 节, 3 and 4 below it (level 1 is the chapter title itself)."""

    level: int
    content: Inlines
    id: str
    place: Place
    subtitle: Inlines = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the chapter or document, under its title."""

    content: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: office, name, date at the end of a preface or letter; one tuple of inlines for each line."""

    lines: tuple[Inlines, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation, in kai; ``attribution`` is its source line (written ``——…``)."""

    blocks: tuple[Block, ...]
    place: Place
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``start`` is the first number of an ordered one."""

    ordered: bool
    items: tuple[ListItem, ...]
    place: Place
    start: int = 1
    tight: bool = True


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Fenced code: monospaced, never converted, long lines wrapped with a mark."""

    text: str
    language: str
    place: Place


@dataclass(frozen=True, slots=True)
class Formula:
    """A display formula, as TeX source."""

    tex: str
    place: Place


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table."""

    content: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above it; ``label`` (表 1) is given by the numbering step."""

    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    alignments: tuple[Alignment, ...]
    caption: Inlines
    id: str
    place: Place
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption below it.

    ``source`` is the path inside the book folder; ``width`` a percentage of the measure (0: its own size, at most the
    measure); ``label`` (图 1) is given by the numbering step.
    """

    source: str
    alternative: str
    decorative: bool
    caption: Inlines
    id: str
    place: Place
    width: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class SceneBreak:
    """A pause in the text (``***``): one blank line with a mark."""

    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A document reprinted inside a chapter, with its own title and author (转载文献)."""

    title: Inlines
    subtitle: Inlines
    blocks: tuple[Block, ...]
    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Gap:
    """Text that the source lacks: shown as a mark, listed as a warning, never filled in (缺文)."""

    content: Inlines
    place: Place


class VerseKind(StrEnum):
    """What a block of verse is."""

    VERSE = "verse"
    TUNE = "ci"
    COUPLET = "couplet"


@dataclass(frozen=True, slots=True)
class Verse:
    """Verse in stanzas, each a tuple of lines.

    ``title`` is that of a poem, the tune of a 词, the banner (横批) of a couplet; a stanza of a 词 is one line that
    runs on. ``attribution`` is the line that names the author.
    """

    kind: VerseKind
    title: Inlines
    stanzas: tuple[tuple[Inlines, ...], ...]
    place: Place
    attribution: Inlines = ()


class EntriesKind(StrEnum):
    """What kind of entries stand one under the other."""

    DRAMA = "drama"
    DIALOGUE = "dialogue"
    QUESTIONS = "qa"
    CHRONOLOGY = "chronology"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said or done: ``head`` is who says it or when it was; stage directions and the like have none."""

    head: Inlines
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A play, a conversation, questions and answers, a chronology: entries whose heads hang before their text."""

    kind: EntriesKind
    title: Inlines
    entries: tuple[Entry, ...]
    place: Place


class LetterKind(StrEnum):
    """Who writes to whom."""

    LETTER = "letter"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, or an official notice with ``title`` and ``number`` (发文字号).

    ``salutation`` is the line to whom it goes; the wish after 此致 is a flush paragraph of ``blocks``.
    """

    kind: LetterKind
    title: Inlines
    number: Inlines
    salutation: Inlines
    blocks: tuple[Block, ...]
    place: Place


class InsetKind(StrEnum):
    """What a run of blocks is that is set in a manner of its own."""

    EPIGRAPH = "epigraph"
    ANNOTATED = "annotated"


@dataclass(frozen=True, slots=True)
class Inset:
    """An epigraph (题记), or a classical text whose quotations are the commentary on what stands before them (注疏)."""

    kind: InsetKind
    title: Inlines
    blocks: tuple[Block, ...]
    place: Place
    attribution: Inlines = ()


class PinyinScope(StrEnum):
    """Which characters get a reading from fuzi: every one, the rare ones where they first appear, or none."""

    ALL = "all"
    RARE = "rare"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Blocks that get readings in another measure than the rest of the book; the settling puts them in its place."""

    scope: PinyinScope
    blocks: tuple[Block, ...]
    place: Place


Block: TypeAlias = (
    Paragraph
    | Heading
    | Byline
    | Signature
    | Quote
    | List
    | CodeBlock
    | Formula
    | Table
    | Figure
    | SceneBreak
    | Document
    | Gap
    | Verse
    | Entries
    | Letter
    | Inset
    | Pinyin
)
