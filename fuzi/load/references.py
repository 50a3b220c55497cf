"""What chapters say of one another and of files: ids, links inside the book, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

from fuzi.load import codes
from fuzi.load.ids import RESERVED
from fuzi.load.nearest import choices, near
from fuzi.model.block import Block, Document, Figure, Heading, Inlines, Table
from fuzi.model.book import Chapter, Part
from fuzi.model.inline import Inline, InlineFigure, Link
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.model.walk import blocks_in, deep, runs


@dataclass(frozen=True, slots=True)
class Named:
    """An id or a target with the place where it is written."""

    name: str
    place: Place


def check_references(matter: Iterable[Part | Chapter], *, whole: bool) -> list[Diagnostic]:
    """Ids that occur twice and links that lead nowhere; without the ``whole`` book, links are not judged."""
    items = list(matter)
    found: list[Diagnostic] = []
    known: dict[str, Place] = {}
    for named in chain(_own_ids(items), ids(items)):
        if named.name in known:
            found.append(codes.DUPLICATE_ID.at(named.place, id=named.name, first=known[named.name]))
        elif named.name in RESERVED:
            found.append(codes.RESERVED_ID.at(named.place, id=named.name))
        known.setdefault(named.name, named.place)
    if whole:
        found += _dead_links(items, known)
    return found


def ids(matter: Iterable[Part | Chapter]) -> Iterator[Named]:
    """The ids of headings, figures, tables and documents, in reading order."""
    for _, blocks in _blocks(matter):
        for block in blocks_in(blocks):
            if isinstance(block, Heading | Figure | Table | Document) and block.id:
                yield Named(block.id, block.place)


def pictures(matter: Iterable[Part | Chapter]) -> Iterator[Named]:
    """The source of every picture with its place in the Markdown, in reading order."""
    for titles, blocks in _blocks(matter):
        for block in blocks_in(blocks):
            if isinstance(block, Figure) and block.source:
                yield Named(block.source, block.place)
        for inline in _inlines(titles, blocks):
            if isinstance(inline, InlineFigure) and inline.source:
                yield Named(inline.source, inline.place)


def _own_ids(matter: Iterable[Part | Chapter]) -> Iterator[Named]:
    for item in matter:
        yield Named(item.id, item.place)
        if isinstance(item, Part):
            yield from (Named(chapter.id, chapter.place) for chapter in item.chapters)


def _dead_links(matter: Iterable[Part | Chapter], known: dict[str, Place]) -> Iterator[Diagnostic]:
    named = [name for name in known if name]
    for titles, blocks in _blocks(matter):
        for inline in _inlines(titles, blocks):
            if not isinstance(inline, Link) or not inline.target.startswith("#"):
                continue
            target = unquote(inline.target[1:])
            if target in known:
                continue
            hint = near(target, named)
            if hint == choices(named):
                hint = {
                    "near_zh": f"在要指向的标题后面写 {{#{target}}}",
                    "near_en": f"Write {{#{target}}} after the heading that it should lead to",
                }
            yield codes.DEAD_LINK.at(inline.place, id=target, **hint)


def _blocks(matter: Iterable[Part | Chapter]) -> Iterator[tuple[tuple[Inlines, ...], tuple[Block, ...]]]:
    """Each run of blocks with the titles that stand over it."""
    for item in matter:
        if isinstance(item, Part):
            yield (item.title, item.subtitle), item.introduction
            yield from _blocks(item.chapters)
            continue
        yield (item.title, item.subtitle), item.blocks
        for note in item.notes:
            yield (), note.blocks


def _inlines(titles: tuple[Inlines, ...], blocks: tuple[Block, ...]) -> Iterator[Inline]:
    for run in (*titles, *runs(blocks)):
        yield from deep(run)
