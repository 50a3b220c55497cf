"""What is being built: a script variant and a product, with everything a stage needs to know of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Medium(StrEnum):
    """How the reader meets the text: on pages fixed by us, or flowing in a reading system."""

    PAGE = "page"
    REFLOW = "reflow"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotation marks of a variant: outer and inner pair."""

    outer: tuple[str, str]
    inner: tuple[str, str]


@dataclass(frozen=True, slots=True)
class TitleLeaf:
    """What the title leaf and the copyright page of a region hold, and in which order.

    ``standard`` is ``gb`` (GB/T 12450-2001 and 12451-2023 are checked) or empty (local custom). ``place`` of the
    copyright page is ``title-verso`` or ``last-leaf``; with the latter, ``verso`` is what stands behind the title
    instead. ``parts`` are the parts of the copyright page, ``record`` its groups of lines by name, each line a field;
    a group without lines is set as a block of its own. ``calendar`` of the years is ``western`` or ``minguo`` (民國).
    ``pinyin``: the title page has the title in pinyin (GB 3259-92). ``roles`` are the words that the record has for
    some roles (著: 作者).
    """

    standard: str = ""
    place: str = "title-verso"
    verso: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    record: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    calendar: str = "western"
    pinyin: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)

    def shows(self, field: str) -> bool:
        """Whether a part or a line of this name stands on the copyright page or behind the title."""
        lines = (line for group, lines in self.record.items() for line in (group, *lines))
        return field in (*self.verso, *self.parts, *lines)

    @property
    def last(self) -> bool:
        """Whether the copyright page stands on the last leaf."""
        return self.place == "last-leaf"


@dataclass(frozen=True, slots=True)
class Variant:
    """One script variant, read from ``fuzi/variants/<tag>.yaml``: no code branches on its name.

    ``opencc`` maps the tag of the source variant to the chain of OpenCC configurations that leads here (empty: leave
    the text alone); ``shapes`` are house letter shapes applied after it; ``labels`` the words of furniture and title
    leaf by key; ``fonts`` family names by role (song, hei, kai, fangsong, latin, italic, mono): the first of a role
    must be installed, the others serve where they are, for characters that it lacks. ``marks`` says where ，。、 stand
    in their squares: ``corner`` (lower left, mainland) or ``centre`` (Taiwan and Hong Kong); ``readings`` how
    characters are annotated: ``pinyin`` above or ``zhuyin`` beside them; ``title_leaf`` what its copyright page holds.
    """

    tag: str
    name: str
    opencc: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, str]
    quotes: Quotes
    labels: Mapping[str, str]
    fonts: Mapping[str, tuple[str, ...]]
    marks: str = "corner"
    readings: str = "pinyin"
    title_leaf: TitleLeaf = TitleLeaf()


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that came with the book: its path in the book folder, the family it is of, its bytes."""

    path: str
    family: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The ICC profile of a printing condition that came with the book: its path in the book folder, its bytes."""

    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """One product of one variant: ``product`` is the key used in book.yaml (``pdf``, ``epub``).

    ``modified`` is the one moment (UTC) written into the product, so that the same sources give the same bytes.
    ``fonts`` are what the book asks for by role, before those of the variant: names of families, or paths of files in
    the book folder, which ``font_files`` holds.
    """

    variant: Variant
    product: str
    medium: Medium
    modified: datetime
    fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    font_files: tuple[FontFile, ...] = ()
    profile: ProfileFile | None = None

    @property
    def name(self) -> str:
        """``zh-Hans/pdf``: how people and the manifest call it."""
        return f"{self.variant.tag}/{self.product}"
