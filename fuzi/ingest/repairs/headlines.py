"""Title lines of scans without heading marks: lines that stand alone and read as titles do."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from fuzi.ingest.characters import count_han, letters, squeeze
from fuzi.ingest.scan import Item, Items, Repaired, Shape
from fuzi.ingest.titles import bare
from fuzi.ingest.words import (
    CHAPTER,
    CLOSERS,
    NUMERAL,
    OPENERS,
    PART,
    PUNCTUATION_END,
    SECTION,
    back_kind,
    front_kind,
)
from fuzi.ingest.zones import past_copyright
from fuzi.model.manuscript import Confidence, Entry, Fate

KIND = "plain-heading"

_LONGEST = 30
_MID = "，、,；;"
_NUMBER_ONLY = re.compile(rf"第\s*{NUMERAL}\s*(?:篇|编|編|部分|部|卷|章|童|讲|講|回|课|課)")
_CHAPTER = re.compile(rf"(?:{CHAPTER.pattern}|{PART.pattern})(?P<rest>.*)", re.DOTALL)
_LONE_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十]{1,3}[）)]")
_END_OF_PAGE = re.compile(r"^\W*\d{1,4}\W*$|年.{0,12}$")
_PAGED = re.compile(r"(?:[.．·…⋯‥•_]{2,}|[ 　/／])\s*\d{1,4}")
_RUN_IN = re.compile(r"[的是里讲講中所以及和与與]")


def repair(items: Items) -> Repaired:
    """Only in a scan whose heading marks, if it has any, stand at no chapter: its plain lines are all there is."""
    if any(item.shape is Shape.HEADING and _is_division(bare(item.text)) for item in items):
        return Repaired(items)
    first = past_copyright(items)
    numerals = {squeeze(item.text) for index, item in enumerate(items) if _alone(items, index)}
    done: list[Item] = list(items[:first])
    entries: list[Entry] = []
    for index in range(first, len(items)):
        item = items[index]
        level = _level(items, index, numerals, done)
        if level:
            entries.append(_entry(item, level))
            item = replace(item, shape=Shape.HEADING, level=level, start=True)
        elif done and done[-1].shape is Shape.HEADING and not item.start:
            item = replace(item, start=True)
        done.append(item)
    return Repaired(tuple(done), tuple(entries))


def listed(items: Items, titles: Collection[str]) -> Repaired:
    """Lines that are equal to a title of the contents, its first time, and run on into prose without a blank line."""
    open_ones = {letters(title) for title in titles}
    done: list[Item] = []
    entries: list[Entry] = []
    for index, item in enumerate(items):
        words = letters(item.text)
        if words in open_ones:
            open_ones.discard(words)
            if item.shape is Shape.TEXT and item.start and not _alone(items, index):
                entries.append(_entry(item, 1))
                item = replace(item, shape=Shape.HEADING, level=1, start=True)
        elif done and done[-1].shape is Shape.HEADING and not item.start:
            item = replace(item, start=True)
        done.append(item)
    return Repaired(tuple(done), tuple(entries))


def _entry(item: Item, level: int) -> Entry:
    return Entry(Fate.REPAIRED, KIND, item.line, item.text, "#" * level + " " + item.text, Confidence.FAIR)


def _is_division(title: str) -> bool:
    """Whether this is how chapters and matter are called."""
    name = squeeze(title)
    if front_kind(name) or OPENERS.fullmatch(name) or CLOSERS.fullmatch(name) or back_kind(name):
        return True
    match = _CHAPTER.fullmatch(title)
    rest = match["rest"] if match else ""
    return match is not None and (not rest or rest[0] in " 　\t:：" or not _RUN_IN.match(rest))


def _level(items: Items, index: int, numerals: Collection[str], done: list[Item]) -> int:
    """1 for chapters and matter, 2 for sections, 0 for what is no title."""
    item = items[index]
    title = bare(item.text)
    if item.shape is not Shape.TEXT or not 0 < count_han(title) <= _LONGEST or _PAGED.search(title[-8:]):
        return 0
    if title.endswith((*PUNCTUATION_END[:6], *_MID, ".", ":")):
        return 0
    if not _alone(items, index):
        return 1 if _CHAPTER.fullmatch(title) and _is_division(title) and _between_prose(items, index) else 0
    if _is_division(title):
        return 1
    if done and done[-1].shape is Shape.HEADING and _NUMBER_ONLY.fullmatch(bare(done[-1].text)):
        return 1 if index + 1 < len(items) and count_han(items[index + 1].text) > count_han(title) else 0
    if SECTION.match(title) and not _RUN_IN.match(SECTION.sub("", title)):
        return 2
    numeral = squeeze(title)
    if _LONE_NUMERAL.fullmatch(numeral):
        return 2 if len({word for word in numerals if _LONE_NUMERAL.fullmatch(word)}) > 1 else 0
    return 0


def _alone(items: Items, index: int) -> bool:
    return items[index].start and (index + 1 == len(items) or items[index + 1].start)


def _between_prose(items: Items, index: int) -> bool:
    """In a scan without blank lines: a sentence ends above, prose begins below."""
    if index == 0 or index + 1 == len(items):
        return False
    above, below = items[index - 1].text, items[index + 1]
    ended = above.endswith(tuple(PUNCTUATION_END)) or _END_OF_PAGE.search(above) is not None
    return ended and (below.running or _LONE_NUMERAL.fullmatch(squeeze(below.text)) is not None)
