"""The table of contents, from the titles of the settled text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fuzi.model.block import Block, Document, Heading, Inlines
from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import ContentsEntry, FairCopy
from fuzi.model.inline import (
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
from fuzi.model.walk import plain, sole_chapter
from fuzi.transform.task import Done, Task

PART_LEVEL = 0
CHAPTER_LEVEL = 1
SECTION_LEVEL = 2


def list_contents(copy: FairCopy, _: Task) -> Done:
    """The copy with its table of contents, down to ``contents_depth`` levels below the part."""
    depth = copy.settings.contents_depth
    entries: list[ContentsEntry] = []
    for chapter in copy.front:
        entries += _chapter(chapter, PART_LEVEL, depth)
    for item in copy.body:
        entries += _part(item, depth) if isinstance(item, Part) else _chapter(item, CHAPTER_LEVEL, depth)
    for chapter in copy.back:
        entries += _chapter(chapter, PART_LEVEL, depth)
    return Done(replace(copy, contents=tuple(entries)))


def _part(part: Part, depth: int) -> Iterator[ContentsEntry]:
    """A part and its chapters; one entry for both when its only chapter has the same title."""
    if only := sole_chapter(part):
        subtitle = only.subtitle or part.subtitle
        yield from _chapter(replace(only, subtitle=subtitle), PART_LEVEL, depth)
        return
    if plain(part.title).strip():
        yield ContentsEntry(PART_LEVEL, entry_text(part.title), entry_text(part.subtitle), part.id, paged=False)
    yield from _sections(part.introduction, SECTION_LEVEL, depth)
    for chapter in part.chapters:
        yield from _chapter(chapter, CHAPTER_LEVEL, depth)


def _chapter(chapter: Chapter, level: int, depth: int) -> Iterator[ContentsEntry]:
    """A chapter and its sections; one without a title (a dedication) is not listed."""
    if level <= depth and plain(chapter.title).strip():
        yield ContentsEntry(level, entry_text(chapter.title), entry_text(chapter.subtitle), chapter.id)
    yield from _sections(chapter.blocks, SECTION_LEVEL, depth)


def _sections(blocks: Iterable[Block], level: int, depth: int) -> Iterator[ContentsEntry]:
    """Section headings, and reprinted documents with the headings in them one level below; what is quoted is not
    listed. ``level`` is that of a heading of level 2."""
    for block in blocks:
        match block:
            case Heading():
                own = level + block.level - SECTION_LEVEL
                if own <= depth:
                    yield ContentsEntry(own, entry_text(block.content), entry_text(block.subtitle), block.id)
            case Document():
                if level <= depth and plain(block.title).strip():
                    yield ContentsEntry(level, entry_text(block.title), entry_text(block.subtitle), block.id)
                yield from _sections(block.blocks, level + 1, depth)
            case _:
                pass


def entry_text(inlines: Iterable[Inline]) -> Inlines:
    """A title as it stands in the contents: without notes, formulas, pictures and links; a forced break is a space."""
    return tuple(_entry(inlines))


def _entry(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for item in inlines:
        match item:
            case NoteCall() | InlineFormula() | InlineFigure() | Mark(kind=MarkKind.SIDE):
                pass
            case LineBreak(place=place):
                yield Text(" ", place)
            case Link(content=content):
                yield from _entry(content)
            case Emphasis() | Strong() | Mark():
                yield replace(item, content=entry_text(item.content))
            case Ruby(content=content):
                yield from content
            case _:
                yield item
