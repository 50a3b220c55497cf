"""The parts and chapters of a copy, one by one: what a step changes and what is counted after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.walk import MapInlines, map_chapter, map_part, plain, runs
from fuzi.transform.characters import count_han

Unit: TypeAlias = Part | Chapter
"""A chapter, or a part without its chapters."""


def units(copy: FairCopy) -> Iterator[Unit]:
    """Every unit in reading order; a part comes before its chapters and without them."""
    yield from copy.front
    for item in copy.body:
        if isinstance(item, Part):
            yield replace(item, chapters=())
            yield from item.chapters
        else:
            yield item
    yield from copy.back


def map_units(copy: FairCopy, change_of: Callable[[Unit], MapInlines]) -> FairCopy:
    """The same copy with every run of inlines changed; ``change_of`` is asked once for each unit, in reading order."""

    def chapter(item: Chapter) -> Chapter:
        return map_chapter(item, change_of(item))

    def entry(item: Part | Chapter) -> Part | Chapter:
        if isinstance(item, Chapter):
            return chapter(item)
        page = replace(item, chapters=())
        return replace(map_part(page, change_of(page)), chapters=tuple(map(chapter, item.chapters)))

    front = tuple(map(chapter, copy.front))
    body = tuple(map(entry, copy.body))
    return replace(copy, front=front, body=body, back=tuple(map(chapter, copy.back)))


def han(unit: Unit) -> int:
    """How many Han characters a unit holds, titles and notes included."""
    if isinstance(unit, Part):
        held = (unit.title, unit.subtitle, *runs(unit.introduction))
    else:
        held = (
            unit.title,
            unit.subtitle,
            *runs(unit.blocks),
            *(run for note in unit.notes for run in runs(note.blocks)),
        )
    return sum(count_han(plain(run)) for run in held)
