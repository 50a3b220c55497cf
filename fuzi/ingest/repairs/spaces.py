"""Spaces that no printer set inside Chinese prose: between Han, beside full-width marks, between Han and digits."""

from __future__ import annotations

import re

from fuzi.ingest.characters import HAN, count_han
from fuzi.ingest.repairs.verbatim import verbatim
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
    return apply_to_all(items, _edits, KIND)


def _is_sentence(item: Item) -> bool:
    """A short paragraph that is prose all the same: it ends as sentences do."""
    return item.shape is Shape.TEXT and count_han(item.text) >= 8 and item.text.rstrip().endswith(tuple("。！？；："))


def _edits(item: Item) -> list[Edit]:
    text = item.text
    if not item.running and not _is_sentence(item):
        return []
    safe = verbatim(text)
    numbered = _NUMBERED.match(text)
    first = numbered.end() if numbered else 0
    edits: dict[int, Edit] = {}
    for pattern in (_BETWEEN_HAN, _BESIDE_MARK, _BESIDE_NUMBER) if item.running else (_BESIDE_NUMBER,):
        for match in pattern.finditer(text, first):
            if not safe[match.start()]:
                confidence = Confidence.FAIR if pattern is _BETWEEN_HAN else Confidence.SURE
                edits.setdefault(match.start(), Edit(match.start(), match.end(), "", confidence))
    return list(edits.values())
