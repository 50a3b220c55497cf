"""Stretches of text to the chapters and parts of a manuscript; what has no text becomes a stub with a gap mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fuzi.ingest import codes
from fuzi.ingest.blocks import Built, Setting, build, head_entries
from fuzi.ingest.characters import letters, squeeze
from fuzi.ingest.contents import KIND, Line, Rank, Zone
from fuzi.ingest.copyright import UNRESOLVED
from fuzi.ingest.inlines import read_inlines
from fuzi.ingest.notes import tie
from fuzi.ingest.outline import Stretch
from fuzi.ingest.scan import Item
from fuzi.ingest.titles import number_rank
from fuzi.ingest.words import (
    GAP_BROKEN,
    GAP_BROKEN_END,
    GAP_FROM,
    GAP_PAGE,
    GAP_PAGES,
    GAP_UNKNOWN,
    OPENERS,
    back_kind,
    front_kind,
)
from fuzi.model.block import Block, Gap, Heading
from fuzi.model.book import Chapter, Kind, Part
from fuzi.model.inline import Text
from fuzi.model.manuscript import Confidence, Entry, Fate
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

STUB = "stub"
BROKEN = "broken-off"


@dataclass(frozen=True, slots=True)
class Assembled:
    """The book in order, with what there is to say about it."""

    front: tuple[Chapter, ...]
    body: tuple[Part | Chapter, ...]
    back: tuple[Chapter, ...]
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Work:
    scan: str
    script: str
    front: list[Chapter] = field(default_factory=list)
    body: list[Part | Chapter] = field(default_factory=list)
    back: list[Chapter] = field(default_factory=list)
    part: Part | None = None
    parts: int = 0
    entries: list[Entry] = field(default_factory=list)
    missing: list[Line] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def assemble(stretches: Sequence[Stretch], scan: str, script: str) -> Assembled:
    """Chapters in reading order, named by part and number: ``00-1-preface``, ``02-03``, ``99-1-afterword``."""
    work = _Work(scan, script)
    for index, stretch in enumerate(stretches):
        until = _next_page(stretches, index)
        if stretch.line.zone is Zone.BODY and stretch.line.rank is Rank.PART:
            _part(stretches, index, until, work)
        else:
            _chapter(stretch, until, work)
    _close_part(work)
    if work.missing:
        first = work.missing[0]
        place = Place(scan, first.line)
        work.diagnostics.append(codes.MISSING_TEXT.at(place, count=len(work.missing), title=first.title))
    return Assembled(
        tuple(work.front), tuple(work.body), tuple(work.back), tuple(work.entries), tuple(work.diagnostics)
    )


def _next_page(stretches: Sequence[Stretch], index: int) -> int | None:
    """The last page that can belong to this entry: the one before the next entry that has a page."""
    own = stretches[index].line.number
    if stretches[index].line.zone is Zone.FRONT:
        return None
    for other in stretches[index + 1 :]:
        if other.line.number is not None:
            return other.line.number - 1 if own is None or other.line.number > own else None
    return None


def _part(stretches: Sequence[Stretch], index: int, until: int | None, work: _Work) -> None:
    """A part; text right under its title stands on the part page, or is its only chapter when it has no others."""
    _close_part(work)
    work.parts += 1
    stretch = stretches[index]
    place = Place(work.scan, stretch.line.line, 1)
    title = read_inlines(stretch.line.title, place)
    work.part = Part(f"part-{work.parts:02d}", title, (), (), place)
    following = stretches[index + 1] if index + 1 < len(stretches) else None
    has_chapters = following is not None and following.line.zone is Zone.BODY and following.line.rank is not Rank.PART
    if not has_chapters:
        _chapter(stretch, until, work)
        return
    if stretch.head is not None:
        work.entries += head_entries(stretch.head, stretch.line.title, 1)
        head, where = stretch.head, f"part {work.parts}"
        work.entries.append(Entry(Fate.USED, KIND, head.line, head.text, stretch.line.title, field=where))
    _list(replace(stretch, sections=()), f"part {work.parts}", work)
    for section in stretch.sections:  # between a part and its first chapter: nothing that it could belong to
        for number, raw in section.raw:
            work.entries.append(Entry(Fate.DOUBT, UNRESOLVED, number, raw, confidence=Confidence.LOW))
    if stretch.line.subtitle:
        work.part = replace(work.part, subtitle=read_inlines(stretch.line.subtitle, place))
    if stretch.items:
        built = build(stretch.items, _setting(stretch, work), _broken(stretch, None, work))
        work.entries += built.entries
        work.part = replace(work.part, introduction=built.blocks, subtitle=built.subtitle or work.part.subtitle)
        if built.subtitle:
            _to_title_page(stretch.items[0], work)


def _to_title_page(item: Item, work: _Work) -> None:
    """The subtitle of a part stands in book.yaml, not in a text file."""
    lines = dict.fromkeys(piece.line for piece in item.pieces)
    for line in lines:
        text = "".join(piece.text for piece in item.pieces if piece.line == line)
        work.entries.append(Entry(Fate.USED, KIND, line, text, text, field=f"part {work.parts}"))


def _close_part(work: _Work) -> None:
    if work.part is not None:
        work.body.append(work.part)
        work.part = None


def _chapter(stretch: Stretch, until: int | None, work: _Work) -> None:
    line = stretch.line
    kind = _kind(line)
    name = _name(line, kind, work)
    place = Place(work.scan, line.line, 1)
    title = read_inlines(line.title, place)
    subtitle = read_inlines(line.subtitle, place) if line.subtitle else ()
    tied = tie(stretch.items, work.scan)
    work.entries += tied.entries
    stretch = replace(stretch, items=tied.items)
    if stretch.head is None and not stretch.items and not tied.notes:
        blocks = _stub(stretch, until, name, work)
    else:
        if stretch.head is not None:
            work.entries += head_entries(stretch.head, line.title, 1)
        built = build(stretch.items, _setting(stretch, work), _broken(stretch, until, work))
        work.entries += built.entries
        _record_break(built, stretch, work)
        blocks, subtitle = built.blocks, built.subtitle or subtitle
    _list(stretch, f"text/{name}.md", work)
    _put(Chapter(name, kind, title, subtitle, blocks, tied.notes, place), line.zone, work)


def _put(chapter: Chapter, zone: Zone, work: _Work) -> None:
    if zone is Zone.FRONT:
        work.front.append(chapter)
    elif zone is Zone.BACK:
        _close_part(work)
        work.back.append(chapter)
    elif work.part is not None:
        work.part = replace(work.part, chapters=(*work.part.chapters, chapter))
    else:
        work.body.append(chapter)


def _kind(line: Line) -> Kind:
    name = squeeze(line.title)
    if line.zone is Zone.FRONT:
        return front_kind(name) or Kind.FOREWORD
    if line.zone is Zone.BACK:
        return back_kind(name) or Kind.APPENDIX
    return Kind.INTRODUCTION if OPENERS.fullmatch(name) else Kind.CHAPTER


def _name(line: Line, kind: Kind, work: _Work) -> str:
    """An ASCII file name that sorts in reading order."""
    if line.zone is Zone.FRONT:
        return f"00-{len(work.front) + 1}-{kind.value}"
    if line.zone is Zone.BACK:
        return f"99-{len(work.back) + 1}-{kind.value}"
    unit = len(work.body) + 1
    if work.part is not None:
        return f"{unit:02d}-{len(work.part.chapters) + 1:02d}"
    return f"{unit:02d}" if kind is Kind.CHAPTER else f"{unit:02d}-{kind.value}"


def _setting(stretch: Stretch, work: _Work) -> Setting:
    return Setting(work.scan, work.script, stretch.line.zone is not Zone.BODY, stretch.listed)


def _gap(text: str, stretch: Stretch, work: _Work) -> Gap:
    place = Place(work.scan, stretch.line.line, 1)
    return Gap((Text(text, place),), place)


def _broken(stretch: Stretch, until: int | None, work: _Work) -> Gap:
    last = stretch.items[-1].last_line if stretch.items else stretch.line.line
    words = GAP_BROKEN if until is not None else GAP_BROKEN_END
    place = Place(work.scan, last, 1)
    return Gap((Text(words[work.script].format(last=until), place),), place)


def _record_break(built: Built, stretch: Stretch, work: _Work) -> None:
    if built.torn:
        last = stretch.items[-1]
        work.entries.append(Entry(Fate.DOUBT, BROKEN, last.last_line, last.text[-12:], ":::gap"))


def _stub(stretch: Stretch, until: int | None, name: str, work: _Work) -> tuple[Block, ...]:
    """The titles that the contents give, and a gap that says which pages of the printed book are missing."""
    line = stretch.line
    if line.number is not None and until == line.number:
        text = GAP_PAGE[work.script].format(first=line.number)
    elif line.number is not None and until is not None:
        text = GAP_PAGES[work.script].format(first=line.number, last=until)
    elif line.page:
        text = GAP_FROM[work.script].format(first=line.page)
    else:
        text = GAP_UNKNOWN[work.script]
    work.entries.append(Entry(Fate.ASSUMED, STUB, line.line, line.title, text, field=f"text/{name}.md"))
    work.missing.append(line)
    blocks: list[Block] = []
    for section in stretch.sections:
        place = Place(work.scan, section.line, 1)
        level = 2 + max(0, (number_rank(section.title) or 0) - min(map(_rank, stretch.sections)))
        blocks.append(Heading(min(level, 6), read_inlines(section.title, place), "", place))
    return (*blocks, _gap(text, stretch, work))


def _rank(section: Line) -> int:
    return number_rank(section.title) or 0


def _list(stretch: Stretch, where: str, work: _Work) -> None:
    """The lines of the contents that this entry was read from."""
    for number, raw in stretch.line.raw:
        work.entries.append(Entry(Fate.USED, KIND, number, raw, _shown(stretch.line, number), field=where))
    for section in stretch.sections:
        for number, raw in section.raw:
            shown = section.title if stretch.head is None else ""
            work.entries.append(Entry(Fate.USED, KIND, number, raw, shown, field=where))


def _shown(line: Line, number: int) -> str:
    """Title or subtitle, whichever this line of the contents gave."""
    raw = dict(line.raw)[number]
    return line.subtitle if line.subtitle and letters(line.subtitle) in letters(raw) else line.title
