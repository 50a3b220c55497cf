"""Inline content: what stands inside a paragraph, a heading, a caption or a table cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from fuzi.model.source import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text from one source line; neighbours are set without any space between them."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Light emphasis (``*…*``): kai in Chinese, italic in Latin."""

    content: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis (``**…**``): hei in Chinese, bold in Latin."""

    content: tuple[Inline, ...]
    place: Place


class MarkKind(StrEnum):
    """What a mark beside or among the characters says."""

    DOTS = "dots"  # 着重号: a dot under each character
    NAME = "name"  # 专名号: a line under a proper name
    TITLE = "title"  # 书名号乙式: a wavy line under the title of a book
    WARICHU = "warichu"  # 夹注: a note in the line, in two rows of small type
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    FRACTION = "fraction"
    CIRCLED = "circled"  # a number in a circle, beyond those that fonts have
    SIDE = "side"  # 旁注: a note in the fore-edge margin beside its line; no text of the line


@dataclass(frozen=True, slots=True)
class Mark:
    """Text with a mark of the book trade (``[…]{.着重}``)."""

    kind: MarkKind
    content: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Ruby:
    """注音: characters with their reading (``{付梓|fù zǐ}``).

    ``content`` is the base. ``readings`` are as many as it has characters, or a single one for the whole of it; each
    knows where it was written. They are no text of the book: they are not counted, searched or converted.
    """

    content: tuple[Text, ...]
    readings: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code: monospaced, never converted."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web or mail address, or to ``#id`` inside the book."""

    target: str
    content: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class InlineFormula:
    """A formula in the line, as TeX source."""

    tex: str
    place: Place


@dataclass(frozen=True, slots=True)
class InlineFigure:
    """A small picture in the line; ``source`` is the path inside the book folder."""

    source: str
    alternative: str
    decorative: bool
    place: Place


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a note; ``key`` names the note in ``Chapter.notes``. The same note may be called more than once."""

    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break."""

    place: Place


Inline: TypeAlias = (
    Text | Emphasis | Strong | Mark | Ruby | Code | Link | InlineFormula | InlineFigure | NoteCall | LineBreak
)
