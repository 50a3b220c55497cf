"""Inline content: what stands inside a paragraph, a heading, a caption or a table cell."""

from __future__ import annotations

from dataclasses import dataclass
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


Inline: TypeAlias = Text | Emphasis | Strong | Code | Link | InlineFormula | InlineFigure | NoteCall | LineBreak
