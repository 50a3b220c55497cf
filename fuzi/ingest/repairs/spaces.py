"""Spaces that no printer set inside Chinese prose: between Han, beside full-width marks, between Han and digits."""

from __future__ import annotations

import re

from fuzi.ingest.characters import HAN, count_han
from fuzi.ingest.repairs.verbatim import verbatim
from fuzi.ingest.repairs.wraps import DATED
from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all
from fuzi.model.manuscript import Confidence

KIND = "space"

_MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』…—"
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])[ \t]+(?=[{HAN}])")
_BESIDE_MARK = re.compile(rf"(?<=[{_MARKS}])[ \t]+(?=[{HAN}{_MARKS}\w])|(?<=[{HAN}\w])[ \t]+(?=[{_MARKS}])")
_BESIDE_NUMBER = re.compile(rf"(?<=[{HAN}])[ \t]+(?=[\dA-Za-z])|(?<=[\dA-Za-z%％])[ \t]+(?=[{HAN}])")
_NUMBERED = re.compile(r"\s*[(（]?\d{1,3}(?:[.．]\d{1,3})*[)）.．、]?[ \t]+")


def repair(items: Items) -> Repaired:
    """Prose only: in names, titles, verse and tables a space may mean something. The press spaces the line."""
    entries_of_chronicle = {
        item.line
        for item, other in (*zip(items, items[1:], strict=False), *zip(items[1:], items, strict=False))
        if _is_dated(item) and _is_dated(other)
    }
    return apply_to_all(items, lambda item: _edits(item, item.line in entries_of_chronicle), KIND)


def _is_dated(item: Item) -> bool:
    return item.shape is Shape.TEXT and "\n" not in item.text and DATED.match(item.text) is not None


def _chronicle(text: str) -> list[Edit]:
    """``1936 年 生于…`` in a list of years: the date closed up, and one em between it and the words, in every entry."""
    match = DATED.match(text)
    if match is None:
        return []
    edits = [Edit(gap.start(), gap.end(), "") for gap in re.finditer(r"\s+", match["date"])]
    if match["gap"] != "　":
        edits.append(Edit(match.start("gap"), match.end("gap"), "　"))
    return edits


def _is_sentence(item: Item) -> bool:
    """A short paragraph that is prose all the same: it ends as sentences do."""
    least = 3 if DATED.match(item.text) else 8
    return (
        item.shape is Shape.TEXT and count_han(item.text) >= least and item.text.rstrip().endswith(tuple("。！？；："))
    )


def _edits(item: Item, in_chronicle: bool) -> list[Edit]:
    text = item.text
    head = _chronicle(text) if in_chronicle else []
    if not head and not item.running and not _is_sentence(item):
        return []
    safe = verbatim(text)
    numbered = _NUMBERED.match(text)
    dated = DATED.match(text) if in_chronicle else None
    first = dated.end() if dated else numbered.end() if numbered else 0
    edits: dict[int, Edit] = {edit.start: edit for edit in head}
    for pattern in (_BETWEEN_HAN, _BESIDE_MARK, _BESIDE_NUMBER) if item.running else (_BESIDE_NUMBER,):
        for match in pattern.finditer(text, first):
            if not safe[match.start()]:
                confidence = Confidence.FAIR if pattern is _BETWEEN_HAN else Confidence.SURE
                edits.setdefault(match.start(), Edit(match.start(), match.end(), "", confidence))
    return list(edits.values())
