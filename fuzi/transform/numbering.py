"""Numbers of figures and tables: 图 1 through the book, or 图 2-1 by chapter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fuzi.model.block import Block, Figure, Table
from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Diagnostic
from fuzi.model.walk import map_inside, plain
from fuzi.transform.codes import CAPTION_NUMBERED
from fuzi.transform.task import Done, Task

_NUMBERED = re.compile(
    r"\s*(?:附?[图圖]|附?表|Fig(?:ure|\.)|Table)\s*"
    r"(?:[0-9０-９]+(?:\s?[-－–—.．·]\s?[0-9０-９]+)*"
    r"(?!\s?[-－–—.．·]\s?[0-9０-９]|[0-9０-９年月日个個种種张張%％万萬])|[一二三四五六七八九十]+(?![\u3400-\u9fff]))"
)
"""A caption that brings its own number: 图1, 表 2-1, 图三."""


def number_figures(copy: FairCopy, task: Task) -> Done:
    """The copy with a label for every figure and table that has a caption, in reading order.

    By chapter, the chapters of the body count from 1 through all parts; front and back matter and the pages of part
    titles have no chapter number and share one plain count.
    """
    how = copy.settings.figure_numbering
    if how == "none":
        return Done(copy)
    count = _Count(task.variant.labels, by_chapter=how == "chapter")
    front = tuple(count.chapter(chapter, "") for chapter in copy.front)
    body: list[Part | Chapter] = []
    for item in copy.body:
        if isinstance(item, Part):
            introduction = count.blocks(item.introduction, "")
            chapters = tuple(count.next_chapter(chapter) for chapter in item.chapters)
            body.append(replace(item, introduction=introduction, chapters=chapters))
        else:
            body.append(count.next_chapter(item))
    back = tuple(count.chapter(chapter, "") for chapter in copy.back)
    return Done(replace(copy, front=front, body=tuple(body), back=back), tuple(count.diagnostics))


@dataclass(slots=True)
class _Count:
    """The counters of one pass: the last number given for each kind and chapter."""

    labels: Mapping[str, str]
    by_chapter: bool
    chapters: int = 0
    last: dict[tuple[str, str], int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def next_chapter(self, chapter: Chapter) -> Chapter:
        """A chapter of the body."""
        self.chapters += 1
        return self.chapter(chapter, str(self.chapters) if self.by_chapter else "")

    def chapter(self, chapter: Chapter, number: str) -> Chapter:
        """A chapter under this number, or under none; its notes come after its text."""
        blocks = self.blocks(chapter.blocks, number)
        notes = tuple(replace(note, blocks=self.blocks(note.blocks, number)) for note in chapter.notes)
        return replace(chapter, blocks=blocks, notes=notes)

    def blocks(self, blocks: tuple[Block, ...], number: str) -> tuple[Block, ...]:
        """The blocks with labels, those inside others too."""
        return tuple(self._block(block, number) for block in blocks)

    def _block(self, block: Block, number: str) -> Block:
        match block:
            case Figure():
                return replace(block, label=self._label("figure", block, number))
            case Table():
                return replace(block, label=self._label("table", block, number))
            case _:
                return map_inside(block, lambda inner: self.blocks(inner, number))

    def _label(self, kind: str, block: Figure | Table, number: str) -> str:
        caption = plain(block.caption)
        if not caption.strip():
            return ""
        if _NUMBERED.match(caption):
            self.diagnostics.append(CAPTION_NUMBERED.at(block.place, caption=caption[:30]))
            return ""
        self.last[kind, number] = self.last.get((kind, number), 0) + 1
        own = str(self.last[kind, number])
        return f"{self.labels[kind]} {number}-{own}" if number else f"{self.labels[kind]} {own}"
