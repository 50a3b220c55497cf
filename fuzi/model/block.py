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
)
