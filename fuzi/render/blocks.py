"""Blocks as HTML: one macro for each kind of block, found by the name of its class."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from fuzi.model.block import Alignment, Block, Inlines, Paragraph, Table, TableCell
from fuzi.model.book import Asset, Note
from fuzi.model.edition import Medium
from fuzi.model.inline import NoteCall
from fuzi.model.numerals import mark
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.model.walk import plain
from fuzi.render.codes import NOTE_MISSING, TOO_DEEP
from fuzi.render.environment import macros
from fuzi.render.formulas import FormulaWriter
from fuzi.render.inlines import InlineWriter
from fuzi.render.labels import Labels
from fuzi.render.notes import NoteSet, Numbering
from fuzi.render.pictures import PictureShelf
from fuzi.render.widths import (
    couplet_spacing,
    entry_is_short,
    head_width,
    is_question,
    verse_indent,
    verse_width,
    width,
    without_indent,
)

FAMILIES = tuple(f"blocks/{name}.j2" for name in ("prose", "lists", "tables", "figures", "code", "special"))
"""The template files that hold the macros, in the order in which they are read."""

PHRASING = "blocks/in_note.j2"
"""The macros for blocks inside a printed note, which stands in the middle of a paragraph."""

DEEPEST = 5
"""The lowest heading element that is used."""

TALL = 400
"""Characters of a cell, in a table of one column, from which on its row may be divided between pages."""

LIMIT = 80
"""How deep blocks may be nested; templates call each other on Python's own stack."""

_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one edition, chapter by chapter; ``scope`` is where the numbers of notes begin anew."""

    medium: Medium
    labels: Labels
    pictures: PictureShelf
    formulas: FormulaWriter
    scope: str = "chapter"
    diagnostics: list[Diagnostic] = field(default_factory=list)
    inlines: InlineWriter = field(init=False)
    _macros: dict[str, Any] = field(default_factory=dict)
    _phrasing: dict[str, Any] = field(default_factory=dict)
    _notes: NoteSet = field(default_factory=lambda: NoteSet.of("", ()))
    _in_note: bool = False
    _lists: int = 0
    _documents: int = 0
    _nesting: int = 0

    def __post_init__(self) -> None:
        self.inlines = InlineWriter(self.pictures, self.formulas, self._call, self.span)

    def load(self, environment: Environment) -> None:
        """Take the macros of a theme."""
        context = {
            "page": self.medium is Medium.PAGE,
            "labels": self.labels,
            "inlines": self.inlines.write,
            "plain": plain,
            "blocks": self.write,
            "items": self.items,
            "document_blocks": self.document,
            "opening": opening,
            "alignment_at": alignment_at,
            "row_is_tall": row_is_tall,
            "verse_width": verse_width,
            "reckoned": width,
            "verse_indent": verse_indent,
            "without_indent": without_indent,
            "couplet_spacing": couplet_spacing,
            "head_width": head_width,
            "entry_is_short": entry_is_short,
            "is_question": is_question,
            "span": self.span,
            "picture": self.picture,
            "formula_of": self.formula,
            "marker": self.marker,
            "depth": self.depth,
            "level": self.level,
        }
        self._macros = macros(environment, FAMILIES, context)
        self._phrasing = macros(environment, (PHRASING,), context)

    def begin(self, section: str, notes: tuple[Note, ...]) -> None:
        """Start a chapter: its notes are at hand, none of them called."""
        before = self._notes.numbering.before + len(self._notes.notes) if self.scope == "book" else 0
        self._notes = NoteSet.of(section, notes, Numbering(self.scope, before))

    def write(self, blocks: Iterable[Block]) -> Markup:
        """Blocks one after the other."""
        if self._nesting >= LIMIT:
            self.diagnostics += [TOO_DEEP.at(block.place, limit=LIMIT) for block in blocks]
            return Markup("")
        found = self._phrasing if self._in_note and self.medium is Medium.PAGE else self._macros
        self._nesting += 1
        written = [found[_macro_name(block)](block) for block in blocks]
        self._nesting -= 1
        return Markup("".join(written))

    def items(self, blocks: Iterable[Block]) -> Markup:
        """The blocks of one item of a list, one level deeper."""
        self._lists += 1
        written = self.write(blocks)
        self._lists -= 1
        return written

    def document(self, blocks: Iterable[Block]) -> Markup:
        """The blocks of a reprinted document: its headings stand below its title."""
        self._documents += 1
        written = self.write(blocks)
        self._documents -= 1
        return written

    def notes(self) -> tuple[tuple[str, str, str, Markup, Markup], ...]:
        """Every note of the chapter for its end, in a reading system: id, id of its call, mark, opening, rest.

        A note that is called only from a note further on has no call yet; its way back is left out.
        """
        rows = []
        self._in_note = True
        for note in self._notes.notes.values():
            called = note.key in self._notes.called
            back = self._notes.call_id(note) if called else ""
            first, rest = opening(note.blocks)
            lead = self.inlines.write(first or ())
            rows.append((self._notes.id(note), back, self._notes.mark(note), lead, self.write(rest)))
        self._in_note = False
        return tuple(rows)

    def span(self, place: Place) -> Markup:
        """The attribute that carries a place to the printed page."""
        return Markup(f' data-span="{escape(str(place))}"') if self.medium is Medium.PAGE else Markup("")

    def picture(self, source: str, place: Place) -> Asset | None:
        """A picture under its name in the galley."""
        return self.pictures.use(source, place)

    def formula(self, tex: str, place: Place) -> Markup:
        """A display formula."""
        return self.formulas.write(tex, place, display=True)

    def marker(self, ordered: bool, number: int) -> str:
        """The marker of an item in print: 1.  a.  ① by depth of nesting, or a bullet."""
        depth = self._lists % 3
        if not ordered:
            return "•–·"[depth]
        if depth == 1:
            return f"{_letters(number)}."
        return mark(number) if depth == 2 else f"{number}."

    def depth(self) -> int:
        """How deep the list being written is nested, from 1."""
        return self._lists + 1

    def level(self, level: int) -> int:
        """The level that a heading is set at: inside a document one below its title."""
        return min(level + self._documents, DEEPEST)

    def _call(self, call: NoteCall) -> str:
        note = self._notes.notes.get(call.key)
        if note is None:
            self.diagnostics.append(NOTE_MISSING.at(call.place, key=call.key))
            return ""
        if self.medium is Medium.REFLOW:
            return self._notes.reference(note)
        if not self._notes.first(note):
            return self._notes.again(note)
        if self._in_note:  # a note on a note follows it: notes cannot float out of notes
            self._notes.waiting.append(note)
            return self._notes.again(note)
        written = [self._printed(note)]
        while self._notes.waiting:
            written.append(self._printed(self._notes.waiting.pop(0)))
        return "".join(written)

    def _printed(self, note: Note) -> str:
        lists, self._lists, self._in_note = self._lists, 0, True
        body = self.write(note.blocks)
        self._lists, self._in_note = lists, False
        sign = self._notes.mark(note)
        return (
            f'<span class="note" id="{escape(self._notes.id(note))}" data-mark="{sign}" data-number="{note.number}"'
            f"{self.span(note.place)}>{body}</span>"
        )


def opening(blocks: tuple[Block, ...]) -> tuple[Inlines | None, tuple[Block, ...]]:
    """The text of the first paragraph, which a marker goes into (None: it begins with something else), and the rest."""
    match blocks:
        case (Paragraph(content=content), *rest):
            return content, tuple(rest)
        case _:
            return None, blocks


def row_is_tall(row: tuple[TableCell, ...]) -> bool:
    """Whether a row of a table may be divided between pages: its longest cell would fill a good part of one."""
    return max((len(plain(cell.content)) for cell in row), default=0) * len(row) > TALL


def alignment_at(table: Table, column: int) -> str:
    """How a cell of this column is set; columns that the delimiter row does not name begin at the start."""
    found = table.alignments[column : column + 1]
    return (found[0] if found else Alignment.START).value


def _macro_name(block: Block) -> str:
    return _WORDS.sub("_", type(block).__name__).lower()


def _letters(number: int) -> str:
    """a … z, aa …, as nested lists count."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text or "0"
