"""Folios and running heads in a scan without page marks: known by their sequence, by the contents and by each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from fuzi.ingest.characters import count_han, letters
from fuzi.ingest.contents import Contents, Rank
from fuzi.ingest.repairs.furniture import FOLIO, REPEATED, RUNNING_HEAD, head_words, lone_number, value
from fuzi.ingest.scan import Item, Items, Repaired, Shape
from fuzi.ingest.titles import alike
from fuzi.ingest.words import CHAPTER, PART
from fuzi.model.manuscript import Confidence, Entry, Fate

_YEARS = 1800
_PAGE = 2500
"""More Han than this stand on no page: numbers so far apart are those of sections."""


def repair(items: Items, title: str, contents: Contents | None) -> Repaired:
    """Take out the lone numbers that grow through the book as folios do, and the heads of pages beside them.

    ``title`` is that of the book. What is taken out is on record with how sure it is; a number or a head for which only
    one sign speaks stays and is doubted. Where a folio stood a page ends.
    """
    if len({item.page for item in items}) > 1:
        return Repaired(items)
    numbers = _numbers(items)
    folios = _folios(items, numbers, contents)
    heads, doubted = _heads(items, folios, title, contents)
    kept: list[Item] = []
    entries: list[Entry] = []
    page = 0
    for index, item in enumerate(items):
        if index in folios:
            page += 1
            entries.append(Entry(Fate.DROPPED, FOLIO, item.line, item.text, confidence=folios[index]))
        elif index in heads:
            entries.append(Entry(Fate.DROPPED, RUNNING_HEAD, item.line, item.text, confidence=Confidence.FAIR))
        else:
            if index in doubted or index in numbers and folios:
                kind = RUNNING_HEAD if index in doubted else FOLIO
                entries.append(Entry(Fate.DOUBT, kind, item.line, item.text, confidence=Confidence.LOW))
            kept.append(replace(item, page=page) if folios else item)
    return Repaired(tuple(kept), tuple(entries))


def _numbers(items: Items) -> dict[int, int]:
    """Index → value of each line that is nothing but a number and stands alone; years are none."""
    found: dict[int, int] = {}
    for index, item in enumerate(items):
        match = lone_number(item) if index + 1 == len(items) or items[index + 1].start else None
        if match and 0 < value(match["number"]) < _YEARS and item.shape is Shape.TEXT:
            found[index] = value(match["number"])
    return found


def _folios(items: Items, numbers: dict[int, int], contents: Contents | None) -> dict[int, Confidence]:
    """The lone numbers that make one growing sequence through the scan, three of them or two that the contents confirm.

    Numbers that start anew again and again, or that stand many pages apart from the next, number sections.
    """
    chain = _growing(list(numbers.items()))
    values = [numbers[index] for index in chain]
    steps = [
        (left, right) for left, right in zip(chain, chain[1:], strict=False) if numbers[right] - numbers[left] == 1
    ]
    if not steps or 3 * len(chain) < 2 * len(numbers):
        return {}
    if Counter(numbers.values())[1] > 1 and min(values) == 1:
        return {}
    between = sorted(sum(count_han(item.text) for item in items[left:right]) for left, right in steps)
    if between[len(between) // 2] > _PAGE:
        return {}
    confirmed = {index for index in chain if _is_confirmed(items, index, numbers[index], contents)}
    if len(chain) < REPEATED and not confirmed:
        return {}
    follows = {index for step in steps for index in step}
    return {
        index: Confidence.SURE
        if index in follows and index in confirmed
        else Confidence.FAIR
        if index in follows or index in confirmed
        else Confidence.LOW
        for index in chain
    }


def _growing(numbers: list[tuple[int, int]]) -> list[int]:
    """The indices of the longest strictly growing sequence."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, (_, number) in enumerate(numbers):
        place = bisect_left(tails, number)
        previous.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    at = ends[-1] if ends else -1
    chain: list[int] = []
    while at >= 0:
        chain.append(numbers[at][0])
        at = previous[at]
    return chain[::-1]


def _is_confirmed(items: Items, index: int, number: int, contents: Contents | None) -> bool:
    """Whether the contents give this page, or the next, to a title that stands right beside the number."""
    beside = [letters(item.text) for item in items[max(0, index - 2) : index + 3]]
    return any(
        line.number is not None and line.number - 1 <= number <= line.number and letters(line.title) in beside
        for line in (contents.lines if contents else ())
    )


def _heads(items: Items, folios: Collection[int], title: str, contents: Contents | None) -> tuple[set[int], set[int]]:
    """Lines that repeat the title of the book or of a chapter: beside a folio, or often; and those to be doubted.

    The first occurrence of a chapter's title is the title itself.
    """
    listed = [line.title for line in contents.lines if line.rank is not Rank.SECTION] if contents else []
    known = {letters(name) for name in listed}
    book = letters(title)
    places: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        words = head_words(item) if index + 1 == len(items) or items[index + 1].start else ""
        if words:
            places.setdefault(words, []).append(index)
    found: set[int] = set()
    doubted: set[int] = set()
    for words, indices in places.items():
        of_book = bool(book) and alike(words, book) and words not in known
        of_chapter = words in known or bool(CHAPTER.match(words) or PART.match(words))
        if of_chapter:
            indices = indices[1:]
        beside = [index for index in indices if _is_beside(index, folios, items)]
        if of_book or of_chapter:
            found.update(indices if len(indices) >= REPEATED else beside)
            doubted.update(index for index in indices if index not in found and items[index].shape is Shape.TEXT)
        elif len(beside) >= REPEATED and len(beside) == len(indices):
            found.update(beside)
    return found, doubted


def _is_beside(index: int, folios: Collection[int], items: Items) -> bool:
    """Whether a folio is the next line or the line before, or this line holds a folio itself."""
    own = items[index].text.strip()
    return index - 1 in folios or index + 1 in folios or own[:1].isdigit() or own[-1:].isdigit()
