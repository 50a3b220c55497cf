"""Titles: letter-spacing closed up, numbers set off, numbering known, two readings of one title compared."""

from __future__ import annotations

import re

from fuzi.ingest.characters import HAN, count_han, letters, squeeze
from fuzi.ingest.words import CHAPTER, DECIMAL, PART, SECTION_MARKS

_SPACED = re.compile(rf"(?:[{HAN}](?:[ \t　]+)){{1,}}[{HAN}]")
_EMPHASIS = re.compile(r"^(\*\*|__|\*|_)(.+)\1$")
_GAP = re.compile(r"[ \t　]+")
_NUMBERED = re.compile(rf"({PART.pattern}|{CHAPTER.pattern})[ \t　:：]*(?=\S)(.*)")

IDEOGRAPHIC_SPACE = "　"


def bare(title: str) -> str:
    """The title without emphasis marks around it."""
    title = title.strip()
    while match := _EMPHASIS.match(title):
        title = match[2].strip()
    return title


def close_up(title: str) -> str:
    """``上 半 篇`` → ``上半篇``: only when every Han character stands alone and there are two or more."""
    return squeeze(title) if _SPACED.fullmatch(title) else title


def set_title(title: str) -> str:
    """A title as it will be set: closed up, its number and its clauses set off by one em."""
    title = close_up(bare(title))
    match = _NUMBERED.fullmatch(title)
    if match:
        rest = close_up(match[2].strip())
        return squeeze(match[1]) + IDEOGRAPHIC_SPACE + _clauses(rest) if rest else squeeze(match[1])
    return _clauses(title)


def _clauses(title: str) -> str:
    """Spaces between Han separate clauses: one em each. Spaces beside Latin or digits inside a title go as in text."""
    parts = _GAP.split(title)
    done = parts[0]
    for part in parts[1:]:
        if done[-1:].isascii() and part[:1].isascii():
            done += " " + part
        elif count_han(done[-1:]) and count_han(part[:1]) or not (done[-1:].isascii() or part[:1].isascii()):
            done += IDEOGRAPHIC_SPACE + part
        else:
            done += part
    return done


def number_rank(title: str) -> int | None:
    """How deep the numbering of a section title says it is (0 outermost), or None when it has none."""
    decimal = DECIMAL.match(title)
    if decimal:
        return decimal[0].replace("．", ".").count(".") - 1
    return next((rank for rank, mark in enumerate(SECTION_MARKS) if mark.match(title)), None)


def key(title: str) -> str:
    """What two readings of one title have in common: letters only, confusable numbering words unified."""
    title = letters(title)
    return re.sub(r"^(第[一二三四五六七八九十百零\d]+)[童草]", r"\1章", title)


def alike(one: str, other: str) -> bool:
    """Whether two titles are readings of the same: at most 30 % of the characters differ, short ones must be equal."""
    left, right = key(one), key(other)
    if left == right:
        return bool(left)
    longest = max(len(left), len(right))
    if min(len(left), len(right)) < 4 or abs(len(left) - len(right)) > 0.3 * longest:
        return False
    return distance(left, right) <= 0.3 * longest and _numbers(left) == _numbers(right)


def _numbers(title: str) -> str:
    """第三章 and 第四章 differ in one character of four and are not alike."""
    match = re.match(r"第[一二三四五六七八九十百零\d]+", title)
    return match[0] if match else ""


def distance(one: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
