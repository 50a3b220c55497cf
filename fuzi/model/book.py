"""The book as its source files give it: front matter, body, back matter, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from fuzi.model.block import Block
from fuzi.model.edition import FontFile, ProfileFile
from fuzi.model.inline import Inline
from fuzi.model.metadata import Metadata
from fuzi.model.production import OF_PRINT, USUAL, Binding, PressWork
from fuzi.model.source import Place

FieldPath: TypeAlias = tuple[str | int, ...]


class Kind(StrEnum):
    """What a chapter is; it decides the place in the navigation and the roles in EPUB, never the wording."""

    PREFACE = "preface"  # 序, 序言
    FOREWORD = "foreword"  # 前言
    INTRODUCTION = "introduction"  # 导言, 绪论
    DEDICATION = "dedication"
    CHAPTER = "chapter"
    AFTERWORD = "afterword"  # 后记, 跋
    APPENDIX = "appendix"  # 附录
    BIBLIOGRAPHY = "bibliography"  # 参考文献
    ACKNOWLEDGEMENTS = "acknowledgements"  # 致谢


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; ``key`` is unique in its chapter, ``number`` is its order of first call in the chapter, from 1."""

    key: str
    number: int
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one source file holds; it starts on a new page. ``id`` is ASCII, unique in the book and stable."""

    id: str
    kind: Kind
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """篇: a part title page and its chapters. ``introduction`` is text on the part title page itself, if any."""

    id: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    chapters: tuple[Chapter, ...]
    place: Place
    introduction: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that the book shows: path in the book folder, bytes, and size in CSS pixels (SVG: 0 when unsaid)."""

    path: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class EditionMetadata:
    """The metadata of one edition; ``settled`` are the fields given for it, already in its own script.

    An empty ``variant`` holds for every variant that has no metadata of its own. ``places`` is where each value of
    book.yaml stands that this edition goes by, settings too.
    """

    variant: str
    product: str
    metadata: Metadata
    settled: frozenset[FieldPath] = frozenset()
    places: Mapping[FieldPath, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Term:
    """One line of ``terms/*.tsv``: how a term of this book is written in each variant (tag -> text)."""

    source: str
    targets: tuple[tuple[str, str], ...]
    place: Place


USUAL_SIZE = Decimal("10.5")
"""五号, the size of the text in pt where nothing else is asked for."""

ROOM_FOR_READINGS = Decimal("1.9")
"""em from line to line where every character has a reading above it."""


@dataclass(frozen=True, slots=True)
class SettledReading:
    """One line of ``terms/pinyin.tsv``: how a phrase of this book is read, a syllable (``háng``) for each character."""

    phrase: str
    syllables: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How the lines and notes of the printed book are set.

    ``punctuation`` is ``full`` (全角), ``kaiming`` (开明: marks that end a sentence keep a full width, the others half
    of one) or ``half`` (半角); ``kinsoku`` (避头尾) is ``strict`` or ``loose``; with ``hanging`` the marks 、，。 may
    stand outside the measure at the end of a line. ``notes`` says where the numbers of notes begin anew: ``page``,
    ``chapter`` or ``book`` (never). ``readings``: ``pinyin``, ``zhuyin``, or ``variant``, what is usual in each.
    ``size`` and ``leading`` of the text are in pt (0: what suits the trim size); ``type_area`` (版心) is characters by
    lines, ``28×27`` (empty: what suits the trim size).
    """

    punctuation: str = "full"
    kinsoku: str = "strict"
    hanging: bool = False
    notes: str = "page"
    readings: str = "variant"
    size: Decimal = Decimal(0)
    leading: Decimal = Decimal(0)
    type_area: str = ""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that a book asks for, by role: names of families, or paths of font files in the book folder.

    They come before those of the variant, which still serve the characters that they lack.
    """

    song: tuple[str, ...] = ()  # 宋体: the text
    hei: tuple[str, ...] = ()  # 黑体: headings
    kai: tuple[str, ...] = ()  # 楷体: quotations, captions, emphasis
    fangsong: tuple[str, ...] = ()  # 仿宋体, where a theme uses it
    latin: tuple[str, ...] = ()  # Latin letters and digits in the text
    italic: tuple[str, ...] = ()  # Latin letters in emphasis
    mono: tuple[str, ...] = ()  # code


@dataclass(frozen=True, slots=True)
class Settings:
    """How the book is set: what is not printed but decided.

    ``variants`` are the variant tags built by default, the first being that of the source text; ``contents_depth``
    counts levels below the part (1 chapters, 2 sections too); ``figure_numbering`` is ``book``, ``chapter`` or
    ``none``; ``products`` are the products made when none is named; ``page_list`` says whose folios the e-book lists,
    ``print`` or ``none``.
    """

    slug: str
    source_variant: str = "zh-Hans"
    variants: tuple[str, ...] = ("zh-Hans", "zh-Hant-TW")
    products: tuple[str, ...] = USUAL
    theme: str = "base"
    contents_depth: int = 1
    figure_numbering: str = "book"
    colophon: bool = False
    cover: str = ""  # path of a cover picture in the book folder; empty: one is made from the metadata
    page_list: str = "print"
    pinyin: str = "none"  # readings made by fuzi: all, rare (the first time in each chapter), or none
    typesetting: Typesetting = Typesetting()
    fonts: Fonts = Fonts()
    press: PressWork = PressWork()
    binding: Binding = Binding()

    def set_in(self) -> Typesetting:
        """How the lines are set: readings on every character ask for more leading, unless the book gives its own."""
        given = self.typesetting
        if self.pinyin != "all" or given.leading:
            return given
        return replace(given, leading=(2 * ROOM_FOR_READINGS * (given.size or USUAL_SIZE)).to_integral_value() / 2)


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book. ``metadata`` is the base, ``editions`` what each variant and product says instead.

    ``variant_places`` are the field, tag and place of every variant that book.yaml names, ``places`` where each value
    of it stands.
    """

    settings: Settings
    metadata: Metadata
    editions: tuple[EditionMetadata, ...]
    front: tuple[Chapter, ...]
    body: tuple[Part | Chapter, ...]
    back: tuple[Chapter, ...]
    assets: tuple[Asset, ...]
    terms: tuple[Term, ...]
    place: Place
    variant_places: tuple[tuple[str, str, Place], ...] = ()
    font_files: tuple[FontFile, ...] = ()
    readings: tuple[SettledReading, ...] = ()
    places: Mapping[FieldPath, Place] = field(default_factory=dict, compare=False, repr=False)
    profile: ProfileFile | None = None

    def chapters(self) -> Iterator[Chapter]:
        """Every chapter in reading order."""
        yield from self.front
        for item in self.body:
            if isinstance(item, Part):
                yield from item.chapters
            else:
                yield item
        yield from self.back

    def edition(self, variant: str, product: str) -> EditionMetadata:
        """The metadata of one edition: its own, else what is given for its product in any variant, else the base."""
        product = "pdf" if product in OF_PRINT else product
        for item in self.editions:
            if (item.variant, item.product) == (variant, product):
                return item
        for item in self.editions:
            if (item.variant, item.product) == ("", product):
                return EditionMetadata(variant, product, item.metadata, places=item.places)
        return EditionMetadata(variant, product, self.metadata, places=self.places)
