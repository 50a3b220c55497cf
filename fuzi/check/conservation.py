"""The promise that no text is lost: the settled copy against the text read back from the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from os.path import commonprefix

from fuzi.check.codes import SECTION_LOST, TEXT_LOST
from fuzi.model.block import Block, Inlines, Table, TableCell
from fuzi.model.book import Chapter, Note, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Code, Emphasis, Inline, LineBreak, Link, Mark, MarkKind, Ruby, Strong, Text
from fuzi.model.product import SectionText
from fuzi.model.report import Diagnostic, Report
from fuzi.model.source import Place
from fuzi.model.walk import all_runs, blocks_in, note_calls, plain, runs, side_notes

SLACK = 120
"""How many generated characters (numbers of notes, list markers, labels) may stand between two passages."""

_LAM_ALEF = re.compile("[\u0622\u0623\u0625\u0627\u0644]{2,}")

PIECE, BETWEEN = 8, 4000
"""Letters that a piece of a divided passage has at least, and that may stand between two of them."""

LONG_CELL = 60
"""Letters of a cell that may come to stand on two pages."""

SHOWN = 30
"""How many characters of a missing passage a message shows."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with nothing generated inside it: its letters, digits and Han, and where it comes from.

    One that is ``divided`` may stand in pieces: a long cell of a table, between whose parts on two pages other cells
    and the head of the table stand.
    """

    letters: str
    place: Place
    divided: bool = False


def letters(text: str) -> str:
    """Only what must never be lost: Han, letters and digits, in order.

    Lam and alef share a glyph in Arabic; readers of a PDF give the two back in either order.
    """
    return _LAM_ALEF.sub(lambda found: "".join(sorted(found[0])), "".join(filter(str.isalnum, text)))


def compare(copy: FairCopy, readings: Sequence[SectionText], edition: str) -> Report:
    """Every passage of the copy must stand in the reading, in order, section by section.

    ``readings`` come from the finished file itself (PDF text layer, EPUB documents), never from the stages before it.
    """
    by_section: dict[str, list[SectionText]] = {}
    for reading in readings:
        by_section.setdefault(reading.section, []).append(reading)
    found: list[Diagnostic] = []
    for part in (item for item in copy.body if isinstance(item, Part)):
        body = _joined(by_section.get(part.id), "body")
        found += _section(part.id, part.title, part.place, body, _part_passages(part), edition)
        if body is not None:
            found += _sides(part, _joined(by_section.get(part.id), "sides") or "", edition)
    for chapter in copy.chapters():
        readings_here = by_section.get(chapter.id)
        body = _joined(readings_here, "body")
        found += _section(chapter.id, chapter.title, chapter.place, body, _chapter_passages(chapter), edition)
        if body is not None:
            found += _notes(chapter, _joined(readings_here, "notes") or "", _referral(copy), edition)
            found += _sides(chapter, _joined(readings_here, "sides") or "", edition)
    return Report.of(found)


def _referral(copy: FairCopy) -> re.Pattern[str]:
    """What a printed note says that only names the page of another: 见第12页注①, as letters."""
    words = [letters(label) for key in ("note_see", "note_see_here") if (label := copy.variant.labels.get(key))]
    forms = (
        re.escape(word).replace("page", "[0-9a-z]+").replace("mark", "(?:[①-⑳㉑-㉟㊱-㊿]|[0-9]+)") for word in words
    )
    return re.compile("|".join(forms) or "(?!)")


def _notes(chapter: Chapter, stream: str, referral: re.Pattern[str], edition: str) -> list[Diagnostic]:
    """The notes of a chapter, in either order that they may stand in.

    Reading systems have a note on a note after all others, pages have it behind the note that calls it. Notes that the
    press made itself may stand between any two, many in a row.
    """
    slack = SLACK + sum(len(match[0]) + 1 for match in referral.finditer(stream))
    orders = (chapter.notes, _as_printed(chapter))
    return min((_missing(_note_passages(notes), stream, edition, slack) for notes in orders), key=len)


def _sides(unit: Part | Chapter, stream: str, edition: str) -> Iterator[Diagnostic]:
    """The notes at the side of a part or chapter that do not stand in ``stream``; on a page they may change places."""
    passages = [passage for run in all_runs(unit) for side in side_notes(run) for passage in _passages(side.content)]
    for passage in sorted(passages, key=lambda item: -len(item.letters)):
        if passage.letters in stream:
            stream = stream.replace(passage.letters, " ", 1)
        else:
            yield TEXT_LOST.at(passage.place, edition=edition, passage=passage.letters[:SHOWN])


def _as_printed(chapter: Chapter) -> list[Note]:
    """The notes in the order of the pages."""
    notes = {note.key: note for note in chapter.notes}
    order: dict[str, Note] = {}
    for run in (chapter.title, chapter.subtitle, *runs(chapter.blocks)):
        for call in note_calls(run):
            waiting = [call.key]
            for key in waiting:
                if key in notes and key not in order:
                    order[key] = notes[key]
                    waiting += [inner.key for text in runs(notes[key].blocks) for inner in note_calls(text)]
    return [*order.values(), *(note for note in chapter.notes if note.key not in order)]


def _joined(readings: list[SectionText] | None, part: str) -> str | None:
    if readings is None:
        return None
    return letters("".join(getattr(reading, part) for reading in readings))


def _section(
    name: str, title: Inlines, place: Place, body: str | None, passages: Iterable[Passage], edition: str
) -> list[Diagnostic]:
    if body is None:
        return [SECTION_LOST.at(place, edition=edition, title=plain(title) or name)]
    return _missing(passages, body, edition)


def _missing(passages: Iterable[Passage], stream: str, edition: str, slack: int = SLACK) -> list[Diagnostic]:
    """The passages that do not stand in ``stream`` in order, each within ``slack`` of the ones before it."""
    found: list[Diagnostic] = []
    position = reach = 0  # where the next passage may begin, and up to where those before it go
    for passage in passages:
        end = reach + slack + len(passage.letters)
        at = stream.find(passage.letters, position, end)
        if at < 0 and passage.divided and (pieces := _in_pieces(passage.letters, stream, position, end)):
            position, reach = pieces[0], max(reach, pieces[-1])  # other cells stand between the pieces
        elif at < 0:
            found.append(TEXT_LOST.at(passage.place, edition=edition, passage=passage.letters[:SHOWN]))
            later = stream.find(passage.letters, position) if len(passage.letters) >= SHOWN else -1
            position = later + len(passage.letters) if later >= 0 else position
        else:
            position = at + len(passage.letters)
        reach = max(reach, position)
    return found


def _in_pieces(wanted: str, stream: str, position: int, end: int) -> list[int]:
    """Where each piece ends of a passage that stands in ``stream`` in order but not in one; empty when it does not."""
    ends: list[int] = []
    while wanted:
        position = stream.find(wanted[:PIECE], position, end)
        if position < 0:
            return []
        length = len(commonprefix((wanted, stream[position : position + len(wanted)])))
        position += length
        ends.append(position)
        wanted, end = wanted[length:], position + BETWEEN
    return ends


def _part_passages(part: Part) -> Iterator[Passage]:
    for run in (part.title, part.subtitle, *runs(part.introduction)):
        yield from _passages(run)


def _chapter_passages(chapter: Chapter) -> Iterator[Passage]:
    cells = {id(cell.content) for block in blocks_in(chapter.blocks) for cell in _cells(block)}
    for run in (chapter.title, chapter.subtitle, *runs(chapter.blocks)):
        for passage in _passages(run):
            divided = id(run) in cells and len(passage.letters) > LONG_CELL
            yield replace(passage, divided=True) if divided else passage


def _cells(block: Block) -> Iterator[TableCell]:
    if isinstance(block, Table):
        for row in block.rows:
            yield from row


def _note_passages(notes: Iterable[Note]) -> Iterator[Passage]:
    for note in notes:
        for run in runs(note.blocks):
            yield from _passages(run)


def _passages(run: Inlines) -> Iterator[Passage]:
    """Split a run where something generated, or drawn, stands between its texts."""
    pending: list[str] = []
    start: Place | None = None
    for text, place in _texts(run):
        if text is None:
            yield from _close(pending, start)
            pending, start = [], None
            continue
        if not pending:
            start = place
        pending.append(text)
    yield from _close(pending, start)


def _close(pending: list[str], start: Place | None) -> Iterator[Passage]:
    kept = letters("".join(pending))
    if kept and start is not None:
        yield Passage(kept, start)


def _texts(run: Iterable[Inline]) -> Iterator[tuple[str | None, Place]]:
    for item in run:
        match item:
            case Text(text=text, place=place) | Code(text=text, place=place):
                yield text, place
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Link() | Mark() | Ruby():
                yield from _texts(item.content)
            case LineBreak():
                pass
            case _:
                yield None, item.place
