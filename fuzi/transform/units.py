"""The parts and chapters of a copy, one by one: what a step changes and what is counted after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.walk import MapInlines, all_runs, map_chapter, map_part, map_side_notes, plain, side_notes
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


def map_units(copy: FairCopy, change_of: Callable[[Unit], MapInlines], *, sides: bool = True) -> FairCopy:
    """The same copy with every run of inlines changed; ``change_of`` is asked once for each unit, in reading order.

    Notes at the side are runs of their own, changed after the run that they stand in unless ``sides`` is False.
    """

    def changing(item: Unit) -> MapInlines:
        change = change_of(item)
        return (lambda run: map_side_notes(change(run), change)) if sides else change

    def chapter(item: Chapter) -> Chapter:
        return map_chapter(item, changing(item))

    def entry(item: Part | Chapter) -> Part | Chapter:
        if isinstance(item, Chapter):
            return chapter(item)
        page = replace(item, chapters=())
        return replace(map_part(page, changing(page)), chapters=tuple(map(chapter, item.chapters)))

    front = tuple(map(chapter, copy.front))
    body = tuple(map(entry, copy.body))
    return replace(copy, front=front, body=body, back=tuple(map(chapter, copy.back)))


def han(unit: Unit) -> int:
    """How many Han characters a unit holds, titles and notes included."""
    return sum(
        count_han(plain(run)) + sum(count_han(plain(side.content)) for side in side_notes(run))
        for run in all_runs(unit)
    )
