"""Folios and running heads left in the text: taken out when two of three signs agree, doubted when only one speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fuzi.ingest.characters import count_han, letters
from fuzi.ingest.scan import Item, Items, Repaired, Shape
from fuzi.model.manuscript import Confidence, Entry, Fate

FOLIO = "folio"
RUNNING_HEAD = "running-head"

REPEATED = 3
"""A running head stands on three pages at least."""

_EDGE = 2
_FOLIO = re.compile(r"[^\w]*(?P<number>\d{1,4}|[ivxlcIVXLC]{1,6})[^\w]*")
_ORNAMENTED = re.compile(r"[·•．.—–\-~*«»|〔\[(]\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6})\s*[·•．.—–\-~*«»|〕\])]")
_HEAD = re.compile(r"(?:\d{1,4}[\s　]*)?(?P<head>.*?)(?:[\s　.·…]*\d{1,4})?")
_ENUMERATED = re.compile(r"第\s*\d|[（(]|\d{1,4}\s*[年月日]")
_DATED = re.compile(r"\d{1,4}\s*[年月日]|[（(]\w{1,3}[)）]")


def repair(items: Items) -> Repaired:
    """Position at the edge of a page, a number in sequence with its neighbours, and the same words on many pages.

    Nothing is taken out for its repetition alone, and nothing inside the text of a page. A scan without page marks has
    other signs, which ``strays`` looks for when the contents are known.
    """
    edges = _edges(items)
    if not edges:
        return Repaired(items)
    folios = _folios(items, edges)
    heads = _heads(items, edges)
    kept: list[Item] = []
    entries: list[Entry] = []
    for index, item in enumerate(items):
        if index in folios:
            entries.append(Entry(Fate.DROPPED, FOLIO, item.line, item.text))
        elif index in heads:
            entries.append(Entry(Fate.DROPPED, RUNNING_HEAD, item.line, item.text, confidence=Confidence.FAIR))
        else:
            if lone_number(item) and index in edges:
                entries.append(Entry(Fate.DOUBT, FOLIO, item.line, item.text, confidence=Confidence.LOW))
            kept.append(item)
    return Repaired(tuple(kept), tuple(entries))


def _edges(items: Items) -> set[int]:
    """The indices of the first and last two items of each page; empty when the scan has no page marks."""
    pages: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        pages.setdefault(item.page, []).append(index)
    if len(pages) < 2:
        return set()
    return {index for page in pages.values() for index in (*page[:_EDGE], *page[-_EDGE:])}


def lone_number(item: Item) -> re.Match[str] | None:
    """The number, with or without ornaments, that is all this line holds."""
    if item.shape not in (Shape.TEXT, Shape.HEADING, Shape.BULLET) or not item.start:
        return None
    match = _FOLIO.fullmatch(item.text.strip())
    return match if match and not _ENUMERATED.match(item.text.strip()) else None


def _folios(items: Items, edges: set[int]) -> set[int]:
    """Lone numbers that go up by one with each page, or that are set between ornaments at the edge of a page."""
    numbers: list[tuple[int, int, int]] = []
    for index in sorted(edges):
        match = lone_number(items[index])
        if match:
            numbers.append((index, value(match["number"]), items[index].page))
    found: set[int] = set()
    for run in _runs(numbers):
        if len(run) >= 2:
            found.update(run)
    found.update(index for index, _, _ in numbers if _ORNAMENTED.fullmatch(items[index].text.strip()))
    return found


def _runs(numbers: list[tuple[int, int, int]]) -> Iterator[list[int]]:
    run: list[int] = []
    last: tuple[int, int] | None = None
    for index, folio, page in numbers:
        expected = last is not None and folio > 0 and folio - last[0] == page - last[1]
        if not expected and run:
            yield run
            run = []
        run.append(index)
        last = (folio, page)
    if run:
        yield run


def value(number: str) -> int:
    """The number of an Arabic or Roman folio."""
    if number.isdigit():
        return int(number)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    digits = [values[letter] for letter in number.lower()]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        total += -digit if digit < following else digit
    return total


def _heads(items: Items, edges: set[int]) -> set[int]:
    """Short lines at the edge of a page of prose that come back on three pages, or that repeat a title set before.

    The first of them with a heading mark is the title itself and stays; pages without prose, such as the title leaf,
    have no running heads.
    """
    prose = {item.page for item in items if item.running}
    candidates: dict[str, list[int]] = {}
    for index in sorted(edges):
        words = head_words(items[index])
        if words:
            candidates.setdefault(words, []).append(index)
    titles = _titles(items)
    found: set[int] = set()
    for words, indices in candidates.items():
        often = len({items[index].page for index in indices}) >= REPEATED
        title = titles.get(words, len(items))
        for index in indices:
            item = items[index]
            again = item.shape is Shape.TEXT and index > title
            if index != title and item.page in prose and (often or again):
                found.add(index)
    return found


def _titles(items: Items) -> dict[str, int]:
    """The words of each heading and the index of its first occurrence."""
    titles: dict[str, int] = {}
    for index, item in enumerate(items):
        if item.shape is Shape.HEADING:
            titles.setdefault(head_words(item), index)
    return titles


def head_words(item: Item) -> str:
    """The words of a possible running head without its folio and ornaments; empty for anything else."""
    if item.shape not in (Shape.TEXT, Shape.HEADING) or not item.start or len(item.text) > 40:
        return ""
    if _DATED.match(item.text.strip()):
        return ""  # the days of a diary, the items of an examination
    match = _HEAD.fullmatch(item.text.strip())
    words = letters(match["head"]) if match else ""
    return words if count_han(words) >= 2 and not item.text.rstrip().endswith(("。", "！", "？", "：")) else ""
