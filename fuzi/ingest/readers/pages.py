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


def is_page_mark(line: str) -> bool:
    """Whether this line only marks a page border."""
    return any(mark.fullmatch(line.strip()) for mark in MARKS)
