"""In what measure each run of a book gets readings, and the blocks that say so put away again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fuzi.model.block import Block, Figure, Inlines, Pinyin, PinyinScope, Table
from fuzi.model.book import Chapter, Part
from fuzi.model.fair_copy import FairCopy
from fuzi.model.walk import all_runs, blocks_in, map_inside, runs
from fuzi.transform.units import Unit, units

Scopes = dict[int, PinyinScope]
"""The measure of each run, by its identity."""


def scopes(unit: Unit, default: PinyinScope) -> Scopes:
    """The measure of every run of a unit; small type (notes, tables, captions) has no readings above it."""
    found = {id(run): default for run in all_runs(unit)}
    for block in _blocks(unit):
        if isinstance(block, Pinyin):  # an inner one comes after the one around it
            found |= {id(run): block.scope for run in runs(block.blocks)}
    found |= {id(run): PinyinScope.NONE for run in _small_type(unit)}
    return found


def asked(copy: FairCopy) -> bool:
    """Whether some block of the copy asks for readings, or for none."""
    return any(isinstance(block, Pinyin) for unit in units(copy) for block in _blocks(unit))


def without_scopes(copy: FairCopy) -> FairCopy:
    """The copy with the blocks that ask for readings replaced by what they hold."""

    def chapter(item: Chapter) -> Chapter:
        notes = tuple(replace(note, blocks=_lifted(note.blocks)) for note in item.notes)
        return replace(item, blocks=_lifted(item.blocks), notes=notes)

    def entry(item: Part | Chapter) -> Part | Chapter:
        if isinstance(item, Chapter):
            return chapter(item)
        chapters = tuple(map(chapter, item.chapters))
        return replace(item, introduction=_lifted(item.introduction), chapters=chapters)

    front, body, back = tuple(map(chapter, copy.front)), tuple(map(entry, copy.body)), tuple(map(chapter, copy.back))
    return replace(copy, front=front, body=body, back=back)


def _blocks(unit: Unit) -> Iterator[Block]:
    """Every block of a unit with those inside it, its notes included."""
    yield from blocks_in(unit.blocks if isinstance(unit, Chapter) else unit.introduction)
    for note in unit.notes if isinstance(unit, Chapter) else ():
        yield from blocks_in(note.blocks)


def _small_type(unit: Unit) -> Iterator[Inlines]:
    if isinstance(unit, Chapter):
        for note in unit.notes:
            yield from runs(note.blocks)
    for block in _blocks(unit):
        if isinstance(block, Table | Figure):
            yield from runs((block,))


def _lifted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Pinyin):
            found += _lifted(block.blocks)
        else:
            found.append(map_inside(block, _lifted))
    return tuple(found)
