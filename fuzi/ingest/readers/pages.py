"""Page marks that OCR programs leave between pages; each kind is one pattern."""

from __future__ import annotations

import re

MARKS = (
    re.compile(
        r"<!--\s*(?:page|p\.?|第)?\s*(?:chunk\b.*?pages?\s*)?(?P<number>\d+)?[\s\d\-–—]*页?\s*-->", re.IGNORECASE
    ),
    re.compile(r"<!--\s*page\s*break\s*-->", re.IGNORECASE),
    re.compile(r"-{2,}\s*page\s*(?P<number>\d+)\s*-{2,}", re.IGNORECASE),
    re.compile(r"-{3,}\s*Element\s*(?P<number>\d+)\b.*-{3,}"),
    re.compile(r"\{(?P<number>\d+)\}-{3,}"),
    re.compile(r"#{1,6}\s*page\s*(?P<number>\d+)", re.IGNORECASE),
    re.compile(r"\[(?:empty|blank) page\]", re.IGNORECASE),
)
"""Whole lines that stand for the border of a page; not ``---`` alone, which may be a rule or a scene break."""


def page_after(line: str, page: int) -> int | None:
    """The page that begins with this line, ``page`` being the last; None when the line marks no page border.

    A number in the mark counts when it goes on; where the numbering starts anew, pages are counted instead.
    """
    for mark in MARKS:
        match = mark.fullmatch(line.strip())
        if match:
            number = match.groupdict().get("number")
            return max(page + 1, int(number)) if number else page + 1
    return None
