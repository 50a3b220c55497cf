"""What an editor should look at in the printed book: never changed here, because Han are never changed unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fuzi.ingest.characters import HAN, is_han
from fuzi.ingest.scan import Item, Items, Shape, line_at
from fuzi.ingest.tables import is_tabular
from fuzi.model.manuscript import Confidence, Entry, Fate

CONFUSABLE = "confusable"
NON_WORD = "non-word"
UNPAIRED = "unpaired-quote"
DROPOUT = "unreadable"
TABLE = "table"

# Pairs that OCR of Chinese mixes up most, by count of human corrections.
_PAIRS = (
    "井并",
    "人入",
    "土士",
    "由田",
    "自目",
    "已己",
    "遗溃",
    "基甚",
    "问向",
    "未末",
    "台合",
    "推准",
    "于干",
    "敢取",
    "八入",
    "曰日",
    "千干",
)
_CONFUSED = {one: other for pair in _PAIRS for one, other in ((pair[0], pair[1]), (pair[1], pair[0]))}

# Words that do not exist; left out are those that also arise at the border of two words (关于预算, 题目已经).
_NON_WORDS = {
    "(?<![自知])己经": "已经",
    "自已": "自己",
    "牺性": "牺牲",
    "井且": "并且",
    "杜会主义": "社会主义",
    "甚础": "基础",
}
_ITEM = rf"[{HAN}]{{2,4}}"
_SERIES = re.compile(rf"{_ITEM}(?:、{_ITEM}){{2,}}")
_ENUMERATED = re.compile(r"(?:^|[，；。：、\s])[一二三四五六七八九十\da-z]{1,2}$")
_PAIRED = {"“": "”", "‘": "’", "《": "》", "（": "）", "「": "」", "『": "』", "【": "】"}


def look(items: Items) -> tuple[Entry, ...]:
    """All doubts about these items, in order."""
    found: list[Entry] = []
    for item in items:
        if item.shape in (Shape.CODE, Shape.FORMULA, Shape.IMAGE):
            continue
        found += _table(item)
        found += [*_series(item), *_non_words(item), *_unpaired(item), *_unreadable(item)]
    return tuple(found)


def _table(item: Item) -> Iterator[Entry]:
    """Rows whose rules are gone: nobody can know the columns without the printed page."""
    lines = item.text.split("\n")
    if item.shape is Shape.TEXT and len(lines) > 1 and is_tabular(lines):
        text = item.text.replace("\n", "／")
        yield Entry(Fate.DOUBT, TABLE, item.line, text, confidence=Confidence.LOW, note=f"共 {len(lines)} 行")


def _doubt(
    item: Item, kind: str, start: int, end: int, suggestion: str = "", confidence: Confidence = Confidence.LOW
) -> Entry:
    text = item.text
    left, right = text[max(0, start - 6) : start], text[end : end + 6]
    after = left + suggestion + right if suggestion else ""
    return Entry(Fate.DOUBT, kind, line_at(item, start), left + text[start:end] + right, after, confidence)


def _series(item: Item) -> Iterator[Entry]:
    """入门、入座、人席 (for 入席): members that share a character, except one that has its look-alike there."""
    for match in _SERIES.finditer(item.text):
        starts = [match.start()]
        starts += [match.start() + separator.end() for separator in re.finditer("、", match[0])]
        members = match[0].split("、")
        yield from _odd_one(item, starts, members)


def _odd_one(item: Item, starts: list[int], members: list[str]) -> Iterator[Entry]:
    # The first and last member may have run into the words around them: compare their ends and beginnings.
    length = min(map(len, members[1:-1]), default=2)
    if any(len(member) != length for member in members[1:-1]):
        return
    first, last = members[0][-length:], members[-1][:length]
    aligned = [first, *members[1:-1], last]
    begins = [starts[0] + len(members[0]) - length, *starts[1:]]
    if any(len(member) != length for member in aligned):
        return
    for position in range(length):
        column = [member[position] for member in aligned]
        for index, character in enumerate(column):
            other = _CONFUSED.get(character)
            if other and column.count(other) == len(column) - 1 >= 2:
                at = begins[index] + position
                yield _doubt(item, CONFUSABLE, at, at + 1, other, Confidence.FAIR)


def _non_words(item: Item) -> Iterator[Entry]:
    for wrong, right in _NON_WORDS.items():
        for match in re.finditer(wrong, item.text):
            yield _doubt(item, NON_WORD, match.start(), match.end(), right, Confidence.FAIR)


def _unpaired(item: Item) -> Iterator[Entry]:
    """Marks without their partner in the paragraph; a quotation over several paragraphs opens again in each."""
    stack: list[tuple[str, int]] = []
    for at, character in enumerate(item.text):
        if character in _PAIRED:
            stack.append((character, at))
        elif character in _PAIRED.values():
            if stack and _PAIRED[stack[-1][0]] == character:
                stack.pop()
            elif character != "）" or not _ENUMERATED.search(item.text[:at]):
                yield _doubt(item, UNPAIRED, at, at + 1)
    for _, at in stack:
        yield _doubt(item, UNPAIRED, at, at + 1)


def _unreadable(item: Item) -> Iterator[Entry]:
    """Replacement and private-use characters, and Han words cut by a straight Latin letter soup."""
    for match in re.finditer("[\ufffd\ue000-\uf8ff]+", item.text):
        yield _doubt(item, DROPOUT, match.start(), match.end())
    text = item.text
    latin = sum(character.isascii() and character.isalpha() for character in text)
    if any(map(is_han, text)) and len(text) >= 20 and latin > 0.7 * len(text.replace(" ", "")):
        yield _doubt(item, DROPOUT, 0, min(len(text), 20))
