"""Notes: their marks, which of them were called already, and in which form each medium shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from fuzi.model.book import Note
from fuzi.model.numerals import CIRCLED, mark


@dataclass(slots=True)
class Numbering:
    """How the marks of notes run from chapter to chapter.

    ``scope`` is that of the settings. Through the book, ``before`` counts the notes of the chapters before this one.
    By page, only the press knows the numbers: it gets signs that are as wide as any it will put in their place.
    """

    scope: str = "chapter"
    before: int = 0

    def mark(self, note: Note) -> str:
        """The sign of a note."""
        if self.scope == "page":
            return mark(1 + (note.number - 1) % CIRCLED)
        return mark(self.before + note.number)


@dataclass(slots=True)
class NoteSet:
    """The notes of one chapter while it is being written."""

    chapter: str
    notes: dict[str, Note]
    numbering: Numbering = field(default_factory=Numbering)
    called: set[str] = field(default_factory=set)
    waiting: list[Note] = field(default_factory=list)

    @classmethod
    def of(cls, chapter: str, notes: tuple[Note, ...], numbering: Numbering | None = None) -> NoteSet:
        """The notes of a chapter, none of them called yet."""
        return cls(chapter, {note.key: note for note in notes}, numbering or Numbering())

    def mark(self, note: Note) -> str:
        """The sign of a note."""
        return self.numbering.mark(note)

    def id(self, note: Note) -> str:
        """The id of the body of a note, unique in the book."""
        return f"note-{self.chapter}-{note.number}"

    def call_id(self, note: Note) -> str:
        """The id of the first call of a note."""
        return f"call-{self.chapter}-{note.number}"

    def first(self, note: Note) -> bool:
        """True at the first call of a note, False from then on."""
        fresh = note.key not in self.called
        self.called.add(note.key)
        return fresh

    def again(self, note: Note) -> Markup:
        """A further call, in print: its mark, leading to the note."""
        return Markup(f'<a class="note-again" href="#{escape(self.id(note))}" data-mark="{self.mark(note)}"></a>')

    def reference(self, note: Note) -> Markup:
        """A call in a reading system; only the first has an id, for the way back."""
        own = f' id="{escape(self.call_id(note))}"' if self.first(note) else ""
        return Markup(
            f'<a class="noteref" epub:type="noteref" role="doc-noteref"{own} href="#{escape(self.id(note))}">'
            f"{self.mark(note)}</a>"
        )
