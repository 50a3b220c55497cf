"""The repairs in their order; a new one is a file here and one line in a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from fuzi.ingest.repairs import (
    codepoints,
    dashes,
    ellipses,
    furniture,
    headlines,
    quotes,
    spaces,
    tags,
    tears,
    width,
    wraps,
)
from fuzi.ingest.scan import Items, Repaired

Repair: TypeAlias = Callable[[Items], Repaired]

OF_SCAN: tuple[Repair, ...] = (
    codepoints.repair,  # before anything reads the text
    tags.repair,
    furniture.repair,  # while every line still knows its page
    headlines.repair,  # after furniture: a running head is no title
)
"""On every line of the scan, before its zones are known."""

OF_TEXT: tuple[Repair, ...] = (
    dashes.repair,
    ellipses.repair,
    wraps.repair,  # lines to paragraphs
    tears.repair,  # paragraphs over pages; needs paragraphs
    quotes.repair,
    width.repair,  # on whole paragraphs, so that pairs of brackets are seen
    spaces.repair,  # after width: spaces behind marks are gone
)
"""On the text only: title leaf, copyright page and contents have a grammar of their own."""


def run(repairs: tuple[Repair, ...], items: Items) -> Repaired:
    """The items after all these repairs, and all entries."""
    done = Repaired(items)
    for repair in repairs:
        step = repair(done.items)
        done = Repaired(step.items, done.entries + step.entries)
    return done
