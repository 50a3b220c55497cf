"""What the reading of one file carries along: its source, its ids, its notes, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.places import Source
from fuzi.dialect.rules.attributes import is_id
from fuzi.model.block import Block, Inlines, Paragraph
from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import Place


@dataclass(slots=True)
class Reading:
    """The one mutable thing of the reader; it lives as long as one call of ``read_chapter``.

    ``prefix`` begins the ids that are made here; ``defined`` are the keys of all note definitions in the file;
    ``definitions`` and ``inline_notes`` collect note texts as they are met, ``reference_titles`` the titles of link
    references, of which ``shown_titles`` became captions or were reported at a link.
    """

    source: Source
    prefix: str
    defined: frozenset[str]
    env: dict[str, object]
    problems: list[Diagnostic] = field(default_factory=list)
    definitions: dict[str, tuple[list[Block], Place]] = field(default_factory=dict)
    inline_notes: dict[str, tuple[list[Block], Place]] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    reference_titles: list[tuple[str, Place]] = field(default_factory=list)
    shown_titles: set[str] = field(default_factory=set)

    def report(self, code: Code, place: Place, /, **facts: object) -> None:
        """Note that something is wrong."""
        self.problems.append(code.at(place, **facts))

    def new_id(self, kind: str, explicit: str, place: Place) -> str:
        """The id of the next thing of this kind (``s`` section, ``t`` table, ``f`` figure, ``d`` document).

        Things with an id of their own are counted too, so that giving one an id leaves the others as they are.
        """
        self.counters[kind] = self.counters.get(kind, 0) + 1
        automatic = f"{self.prefix}-{kind}{self.counters[kind]}"
        chosen = self.explicit_id(explicit, place) or automatic
        if chosen in self.ids:
            self.report(codes.ID_AGAIN, place, id=chosen)
            chosen = automatic
            while chosen in self.ids:
                chosen += "x"
        self.ids.add(chosen)
        return chosen

    def explicit_id(self, explicit: str, place: Place) -> str:
        """The id given by the author if it is a valid one, else nothing."""
        if explicit and not is_id(explicit):
            self.report(codes.ID_WRONG, place, id=explicit)
            return ""
        return explicit

    def add_inline_note(self, content: Inlines, place: Place) -> str:
        """Keep a note written in the line; gives the key it gets."""
        number = len(self.inline_notes) + 1
        key = f"i{number}"
        while key in self.defined or key in self.inline_notes:
            number += 1
            key = f"i{number}"
        self.inline_notes[key] = ([Paragraph(content, place)] if content else [], place)
        return key

    def add_definition(self, key: str, blocks: list[Block], place: Place) -> None:
        """Keep the text of a defined note; a second text of the same key is kept after the first."""
        if key in self.definitions:
            self.report(codes.NOTE_AGAIN, place, key=key)
            self.definitions[key][0].extend(blocks)
        else:
            self.definitions[key] = (blocks, place)


def defined_keys(tokens: list[Token]) -> frozenset[str]:
    """The keys of all note definitions among these tokens."""
    return frozenset(token.meta["label"] for token in tokens if token.type == "footnote_reference_open")
