"""From the Markdown of one file to a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.build_blocks import BlockReader, Handler
from fuzi.dialect.build_containers import read_container, read_stray
from fuzi.dialect.build_inlines import shown
from fuzi.dialect.build_tables import read_table
from fuzi.dialect.conservation import first_missing
from fuzi.dialect.kinds import kind_of
from fuzi.dialect.parser import parser
from fuzi.dialect.places import Source
from fuzi.dialect.reading import Reading, defined_keys
from fuzi.dialect.remarks import has_front_matter, western_marks
from fuzi.dialect.scan import BLOCK_LEVELS
from fuzi.model.block import Block, Inlines
from fuzi.model.book import Chapter, Kind, Note
from fuzi.model.report import Outcome, Report
from fuzi.model.source import Place
from fuzi.model.walk import note_calls, plain, runs

_BLANK = re.compile(r"^(?:[^\S\n]|[>*+-]|\d{1,9}[.)](?=\s)|\[\^[^\]\s]+\]:)+$", re.MULTILINE)

OTHERS: dict[str, Handler] = {
    "table_open": read_table,
    "container_open": read_container,
    "container_stray": read_stray,
}
"""The kinds of block that are read in files of their own."""


def read_chapter(
    text: str, *, file: str, chapter_id: str, kind: Kind | None = None, titled: bool = True
) -> Outcome[Chapter]:
    """Read one file of our Markdown (CommonMark 0.31.2 without HTML and indented code, and with our marks).

    ``file`` is its path in the book folder, for places; ``chapter_id`` begins the ids of its sections, tables and
    figures (an ``{#id}`` after the title takes its place). Without ``kind`` the title decides. ``titled=False`` is for
    text that has no title of its own, such as the introduction on a part title page. Every letter, digit and Han
    character of the text that is not part of a mark is in the chapter, or an error says which is not.
    """
    source = Source.of(file, _clean(text))
    env: dict[str, Any] = {}
    md = parser()
    tokens = md.parse(source.text, env)
    reading = Reading(source, chapter_id, defined_keys(tokens), env)
    if has_front_matter(source.text):
        reading.report(codes.FRONT_MATTER, source.place(0))
    blocks_reader = BlockReader(reading, tokens, OTHERS)
    index = _title_index(tokens)
    if index is None:
        title: Inlines = ()
        subtitle: Inlines = ()
        blocks = blocks_reader.read(0, len(tokens))
        place = source.place(0)
        if titled:
            reading.report(codes.TITLE_MISSING, place)
    else:
        place = blocks_reader.place(tokens[index])
        title, id_ = blocks_reader.heading_text(tokens[index + 1], place)
        if not title:
            reading.report(codes.TITLE_MISSING, place)
        reading.prefix = reading.explicit_id(id_, place) or chapter_id
        blocks = blocks_reader.read(0, index)
        if blocks:
            reading.report(codes.BEFORE_TITLE, blocks[0].place)
        blocks_reader.level = 1
        subtitle, following = blocks_reader.subtitle(index + 3)
        blocks += blocks_reader.read(following, len(tokens))
    if "too_deep" in env:
        reading.report(codes.TOO_DEEP, source.place(env["too_deep"]), limit=BLOCK_LEVELS)
    for written, title_place in reading.reference_titles:
        if written not in reading.shown_titles:
            reading.report(codes.LINK_TITLE, title_place, title=written)
    notes = _notes(reading, [title, subtitle, *runs(blocks)])
    chapter = Chapter(
        reading.prefix, kind or kind_of(plain(title)), title, subtitle, tuple(blocks), tuple(notes), place
    )
    reading.problems += western_marks(chapter)
    missing = first_missing(source, chapter)
    if missing is not None:
        reading.report(codes.TEXT_LOST, missing[0], text=shown(missing[1]))
    return Outcome(chapter, Report.of(reading.problems))


def _clean(text: str) -> str:
    """Without byte order mark, with ``\\n`` at line ends, and lines of nothing but white space really blank.

    Markdown knows only spaces and tabs in a blank line; an ideographic space that one cannot see would join paragraphs.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK.sub(lambda match: re.sub(r"[^\S\n]", " ", match.group(0)), text)


def _title_index(tokens: Sequence[Token]) -> int | None:
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0:
            return index
    return None


def _notes(reading: Reading, texts: Iterable[Inlines]) -> list[Note]:
    """The notes in the order of their first calls, those called in notes after them, those never called at the end."""
    waiting = [call.key for text in texts for call in note_calls(text)]
    uncalled = iter(reading.definitions)
    notes: dict[str, Note] = {}
    while True:
        for key in waiting:
            if key not in notes:
                notes[key] = _note(reading, key, len(notes) + 1)
                waiting.extend(call.key for text in runs(notes[key].blocks) for call in note_calls(text))
        forgotten = next((key for key in uncalled if key not in notes), None)
        if forgotten is None:
            return list(notes.values())
        reading.report(codes.NOTE_UNCALLED, reading.definitions[forgotten][1], key=forgotten)
        waiting = [forgotten]


def _note(reading: Reading, key: str, number: int) -> Note:
    blocks: list[Block]
    place: Place
    blocks, place = reading.definitions.get(key) or reading.inline_notes[key]
    if not blocks:
        reading.report(codes.NOTE_EMPTY, place, key=key)
    return Note(key, number, tuple(blocks), place)
