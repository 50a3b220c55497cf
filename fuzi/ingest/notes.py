"""Notes at the foot of a page or at the end of a chapter, tied to their marks when number and order agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fuzi.ingest.characters import HAN
from fuzi.ingest.inlines import note_mark, read_inlines
from fuzi.ingest.scan import Edit, Item, Items, Shape, apply, line_at
from fuzi.model.block import Paragraph
from fuzi.model.book import Note
from fuzi.model.manuscript import Confidence, Entry, Fate
from fuzi.model.source import Place

KIND = "note"
UNTIED = "untied-note"

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARK = rf"(?:[{_CIRCLED}]|[\[［〔](?:注\s*)?\d{{1,3}}[\]］〕])"
_BODY = re.compile(rf"(?P<mark>{_MARK})[ \t　]*(?=\S)")
_CALL = re.compile(rf"(?<=[{HAN}A-Za-z0-9。，、；！？”’」』）)》…—])(?:\^)?(?P<mark>{_MARK})")
_LIST = re.compile(rf"[：:；;][ \t　]*[{_CIRCLED}]")


@dataclass(frozen=True, slots=True)
class Tied:
    """The items without the notes that were tied, their marks turned into calls; the notes; what was done."""

    items: Items
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Call:
    index: int
    start: int
    end: int
    number: int
    line: int


def is_note(text: str) -> bool:
    """Whether a paragraph begins as the text of a note does."""
    return _BODY.match(text) is not None and text[:1] in _CIRCLED


def tie(items: Items, scan: str) -> Tied:
    """Each run of note paragraphs with the marks since the run before it: the notes of one page, or of the chapter.

    Numbering may start anew on each page. A run whose marks do not agree one by one stays where it is, and is doubted.
    """
    runs = _runs(items)
    bodies = {index for run in runs for index in run}
    calls = [call for index, item in enumerate(items) if index not in bodies for call in _calls(item, index)]
    notes: list[Note] = []
    entries: list[Entry] = []
    edits: dict[int, list[tuple[Edit, int]]] = {}
    gone: set[int] = set()
    for run in runs:
        first = items[run[0]].line
        here, calls = [call for call in calls if call.line < first], [call for call in calls if call.line >= first]
        here = _matching(here, [_number(items[index].text) for index in run])
        if not here:
            entries += _untied([items[index] for index in run])
            continue
        for index, call in zip(run, here, strict=True):
            notes.append(_note(items[index], len(notes) + 1, scan))
            entries += _made(items[index], len(notes), items[call.index].text[call.start : call.end], call)
            edits.setdefault(call.index, []).append((Edit(call.start, call.end, note_mark(len(notes))), len(notes)))
            gone.add(index)
    entries += [_uncalled(items[call.index], call) for call in calls if not _LIST.search(items[call.index].text)]
    kept = tuple(
        apply(item, [edit for edit, _ in edits[index]], KIND)[0] if index in edits else item
        for index, item in enumerate(items)
        if index not in gone
    )
    return Tied(kept, tuple(notes), tuple(entries))


def _runs(items: Items) -> list[list[int]]:
    runs: list[list[int]] = []
    for index, item in enumerate(items):
        if item.shape is Shape.TEXT and "\n" not in item.text and _BODY.match(item.text):
            if runs and runs[-1][-1] == index - 1 and _number(items[index - 1].text) < _number(item.text):
                runs[-1].append(index)
            else:
                runs.append([index])
    return runs


def _number(text: str) -> int:
    match = _BODY.match(text)
    mark = match["mark"] if match else text
    return _CIRCLED.index(mark) + 1 if mark in _CIRCLED else int(re.sub(r"\D", "", mark))


def _calls(item: Item, index: int) -> Iterator[_Call]:
    if item.shape in (Shape.TEXT, Shape.QUOTE, Shape.BULLET):
        for match in _CALL.finditer(item.text):
            line = line_at(item, match.start("mark"))
            yield _Call(index, match.start(), match.end(), _number(match["mark"]), line)


def _matching(calls: Sequence[_Call], numbers: Sequence[int]) -> list[_Call]:
    """All the calls when they are the numbers of the notes in their order, else none."""
    return list(calls) if [call.number for call in calls] == list(numbers) else []


def _note(item: Item, number: int, scan: str) -> Note:
    place = Place(scan, item.line, 1)
    text = _BODY.sub("", item.text, count=1)
    return Note(str(number), number, (Paragraph(read_inlines(text, place), place),), place)


def _made(item: Item, number: int, mark: str, call: _Call) -> tuple[Entry, Entry]:
    """The mark and the head of the note, each as it is now."""
    match = _BODY.match(item.text)
    head = match["mark"] if match else ""
    now = f"[^{number}]"
    return (
        Entry(Fate.REPAIRED, KIND, call.line, mark, now, Confidence.FAIR, note=f"注文在第 {item.line} 行"),
        Entry(Fate.REPAIRED, KIND, item.line, head, f"{now}:", Confidence.FAIR, note=item.text[:16]),
    )


def _untied(run: Sequence[Item]) -> Iterator[Entry]:
    """Paragraphs numbered ①②③ may be a list; a single one, or a bracketed one, looks like a note."""
    for item in run:
        yield Entry(Fate.DOUBT, UNTIED, item.line, item.text[:24], confidence=Confidence.LOW, note="注文")


def _uncalled(item: Item, call: _Call) -> Entry:
    context = item.text[max(0, call.start - 8) : call.end + 8]
    return Entry(Fate.DOUBT, UNTIED, call.line, context, confidence=Confidence.LOW, note="注号")
