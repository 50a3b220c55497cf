"""Notes: their marks, which of them were called already, and in which form each medium shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from fuzi.model.book import Note


def mark(number: int) -> str:
    """The sign of a note: ① to ㊿, then 〔51〕."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    if 36 <= number <= 50:
        return chr(0x32B1 + number - 36)
    return f"〔{number}〕"


@dataclass(slots=True)
class NoteSet:
    """The notes of one chapter while it is being written."""

    chapter: str
    notes: dict[str, Note]
    called: set[str] = field(default_factory=set)
    waiting: list[Note] = field(default_factory=list)

    @classmethod
    def of(cls, chapter: str, notes: tuple[Note, ...]) -> NoteSet:
        """The notes of a chapter, none of them called yet."""
        return cls(chapter, {note.key: note for note in notes})

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
        return Markup(f'<a class="note-again" href="#{escape(self.id(note))}">{mark(note.number)}</a>')

    def reference(self, note: Note) -> Markup:
        """A call in a reading system; only the first has an id, for the way back."""
        own = f' id="{escape(self.call_id(note))}"' if self.first(note) else ""
        return Markup(
            f'<a class="noteref" epub:type="noteref" role="doc-noteref"{own} href="#{escape(self.id(note))}">'
            f"{mark(note.number)}</a>"
        )
