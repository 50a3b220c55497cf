"""The lines of navigation, and which section every id of the book stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fuzi.model.block import Block, Document, Figure, Heading, Inlines, Table
from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.galley import Target
from fuzi.model.walk import blocks_in, plain, sole_chapter
from fuzi.render.labels import Labels

DEPTH = 3
"""How many levels of navigation there are at most."""

DASHES = ("—", "―", "─", "－", "-", "–", "～")
"""What a subtitle that needs no space before it begins with."""


def navigation(copy: FairCopy, labels: Labels) -> tuple[Target, ...]:
    """Front matter, parts with their chapters, back matter; sections below their chapter."""
    lines: list[Target] = [_chapter(chapter, labels, 1) for chapter in copy.front]
    for item in copy.body:
        if isinstance(item, Part):
            only = sole_chapter(item)
            chapters = tuple(_chapter(chapter, labels, 2) for chapter in item.chapters)
            if only:
                chapters = _chapter(only, labels, 1).children
            lines.append(Target(line(item.title, item.subtitle) or item.id, item.id, item.id, chapters))
        else:
            lines.append(_chapter(item, labels, 1))
    lines += [_chapter(chapter, labels, 1) for chapter in copy.back]
    return tuple(lines)


def title_of(chapter: Chapter, labels: Labels) -> str:
    """The plain title of a chapter; one without a title is called what it is."""
    return plain(chapter.title).strip() or labels[chapter.kind.value]


def line(title: Inlines, subtitle: Inlines) -> str:
    """Title and subtitle in one line: most Chinese subtitles bring their own dash, the others get a space."""
    first, second = plain(title).strip(), plain(subtitle).strip()
    return (first + second if second.startswith(DASHES) else f"{first}　{second}").strip()


def ids_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids that blocks carry."""
    for block in blocks_in(blocks):
        match block:
            case Heading(id=id) | Document(id=id) | Figure(id=id) | Table(id=id) if id:
                yield id
            case _:
                pass


def _chapter(chapter: Chapter, labels: Labels, level: int) -> Target:
    title = line(chapter.title, chapter.subtitle) or title_of(chapter, labels)
    below = _tree(list(_headings(chapter.blocks, 0)), chapter.id, DEPTH - level)
    return Target(title, chapter.id, chapter.id, below)


def _headings(blocks: Iterable[Block], deeper: int) -> Iterator[tuple[int, str, str]]:
    """(level, title, id) of the headings of a chapter; those of a document stand below its title."""
    for block in blocks:
        match block:
            case Heading(level=level, id=id) if id and plain(block.content).strip():
                yield level + deeper, line(block.content, block.subtitle), id
            case Document(id=id):
                if id and plain(block.title).strip():
                    yield 2 + deeper, line(block.title, block.subtitle), id
                yield from _headings(block.blocks, deeper + 1)
            case _:
                pass


def _tree(headings: list[tuple[int, str, str]], section: str, depth: int) -> tuple[Target, ...]:
    """Headings nested by level; what lies deeper than ``depth`` is left out."""
    if depth <= 0:
        return ()
    found: list[Target] = []
    while headings:
        level, title, id = headings.pop(0)
        inner: list[tuple[int, str, str]] = []
        while headings and headings[0][0] > level:
            inner.append(headings.pop(0))
        found.append(Target(title, section, id, _tree(inner, section, depth - 1)))
    return tuple(found)
