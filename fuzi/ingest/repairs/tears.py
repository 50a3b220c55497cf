"""Paragraphs torn by the end of a page are put together again."""

from __future__ import annotations

import re
from dataclasses import replace

from fuzi.ingest.characters import HAN, count_han
from fuzi.ingest.scan import RUNNING, Item, Items, Repaired, Shape
from fuzi.ingest.words import PUNCTUATION_END
from fuzi.model.manuscript import Confidence, Entry, Fate

KIND = "torn-paragraph"

_NOTE = re.compile("[①-⑳]")
_HAN_FIRST = re.compile(f"[{HAN}]")


def repair(items: Items) -> Repaired:
    """Both sides are prose, the left one does not end a sentence, the right one begins with Han.

    A page mark between them makes it sure, and then the rest on the new page may be short; a figure that stands at
    the tear moves behind the joined paragraph.
    """
    done: list[Item] = []
    entries: list[Entry] = []
    for item in items:
        at = _left(done)
        if at is not None and _torn(done[at], item):
            left = done[at]
            done[at] = replace(left, pieces=left.pieces + item.pieces)
            sure = item.page != left.page
            entries.append(
                Entry(
                    Fate.REPAIRED,
                    KIND,
                    item.line,
                    left.text[-8:] + "⏎" + item.text[:8],
                    left.text[-8:] + item.text[:8],
                    Confidence.SURE if sure else Confidence.FAIR,
                )
            )
            # The joined paragraph ends on the page of its last line: the next tear is seen from there.
            done[at] = replace(done[at], page=item.page)
            continue
        done.append(item)
    return Repaired(tuple(done), tuple(entries))


def _left(done: list[Item]) -> int | None:
    """The index of the last paragraph, looking past figures and the notes at the foot of the page."""
    for index in range(len(done) - 1, -1, -1):
        if done[index].shape is Shape.TEXT and not _NOTE.match(done[index].text):
            return index
        if done[index].shape is not Shape.TEXT and done[index].shape is not Shape.IMAGE:
            return None
    return None


def _torn(left: Item, right: Item) -> bool:
    if right.shape is not Shape.TEXT or "\n" in left.text or "\n" in right.text:
        return False
    if not left.running or left.text.rstrip().endswith(tuple(PUNCTUATION_END)):
        return False
    if not _HAN_FIRST.match(right.text):
        return False
    if count_han(right.text) >= RUNNING:
        return True
    return right.page != left.page and right.text.rstrip().endswith(tuple("。！？"))
