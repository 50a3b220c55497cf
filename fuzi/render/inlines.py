"""Runs of inlines as HTML; in Python and not in templates, because a book has tens of thousands of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    MarkKind,
    NoteCall,
    Ruby,
    Strong,
    Text,
)
from fuzi.model.source import Place
from fuzi.render.annotations import marked, ruby, side
from fuzi.render.formulas import FormulaWriter
from fuzi.render.pictures import PictureShelf

OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
"""Addresses that a book may lead to; any other target is set as plain text."""


@dataclass(slots=True)
class InlineWriter:
    """Writes runs of inlines; nothing stands between neighbours, for a space there would be seen in Chinese.

    ``call`` writes the call of a note. It is not asked inside a link, since links do not nest: such calls follow it.
    ``inward`` keeps the links into the book that were written; ``span`` writes the attribute that carries a place.
    """

    pictures: PictureShelf
    formulas: FormulaWriter
    call: Callable[[NoteCall], str]
    span: Callable[[Place], str] = field(default=lambda _: "")
    inward: list[Link] = field(default_factory=list)
    _held: list[NoteCall] | None = field(default=None)

    def write(self, run: Inlines) -> Markup:
        """A run with everything in it."""
        return Markup("".join(map(self._one, run)))

    def bare(self, run: Inlines) -> Markup:
        """A run for a second place (the contents): no notes, no links, no forced breaks."""
        return Markup("".join(map(self._bare, run)))

    def _one(self, item: Inline) -> str:
        match item:
            case Text(text=text):
                return escape(text)
            case NoteCall():
                if self._held is None:
                    return self.call(item)
                self._held.append(item)
                return ""
            case Strong(content=content):
                return f"<strong>{self._all(content)}</strong>"
            case Emphasis(content=content):
                return f"<em>{self._all(content)}</em>"
            case Mark(kind=MarkKind.SIDE, content=content, place=place):
                return side(self._all(content), self.span(place))
            case Mark(kind=kind, content=content):
                return marked(kind, self._all(content))
            case Ruby():
                return ruby(item)
            case Link():
                return self._link(item)
            case LineBreak():
                return "<br/>"
            case _:
                return self._object(item)

    def _all(self, content: Iterable[Inline]) -> str:
        return "".join(map(self._one, content))

    def _object(self, item: Code | InlineFormula | InlineFigure) -> str:
        match item:
            case Code(text=text):
                return f"<code>{escape(text)}</code>"
            case InlineFormula(tex=tex, place=place):
                return self.formulas.write(tex, place, display=False)
            case InlineFigure():
                picture = self.pictures.use(item.source, item.place)
                if picture is None:
                    return f'<span class="missing">{escape(item.alternative)}</span>' if item.alternative else ""
                decorative = ' role="presentation"' if item.decorative else ""
                alternative = "" if item.decorative else escape(item.alternative)
                return f'<img class="inline-figure" src="{escape(picture.path)}" alt="{alternative}"{decorative}/>'

    def _link(self, item: Link) -> str:
        outer, self._held = self._held, []
        content = self._all(item.content)
        held, self._held = self._held, outer
        if not content:
            written = ""
        elif item.target.startswith("#"):
            self.inward.append(item)
            written = f'<a class="link" href="{escape(item.target)}">{content}</a>'
        elif OUTSIDE.match(item.target):
            written = f'<a class="link external" href="{escape(item.target)}">{content}</a>'
        else:
            written = content
        return written + self._all(held)

    def _bare(self, item: Inline) -> str:
        match item:
            case NoteCall() | Mark(kind=MarkKind.SIDE):
                return ""
            case LineBreak():
                return " "
            case Strong(content=content):
                return f"<strong>{self.bare(content)}</strong>"
            case Emphasis(content=content):
                return f"<em>{self.bare(content)}</em>"
            case Link(content=content):
                return self.bare(content)
            case Mark(kind=kind, content=content):
                return marked(kind, self.bare(content))
            case Ruby(content=content):
                return self.bare(content)
            case _:
                return self._one(item)
