"""Code points that no printer set: zero-width and control characters go, Kangxi radicals become the characters."""

from __future__ import annotations

import re
import unicodedata

from fuzi.ingest.scan import Edit, Item, Items, Repaired, apply_to_all

KIND = "codepoint"

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+"
)
_COMPATIBILITY = re.compile("[\u2f00-\u2fd5\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_SUPPLEMENT = str.maketrans(
    "⺠⺟⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺩⺮", "民母见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟王竹"
)


def repair(items: Items) -> Repaired:
    """Only these ranges: normalising whole texts would destroy ①, ℃ and full-width marks."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    text = item.text
    edits = [Edit(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    edits += [
        Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))
        for match in _COMPATIBILITY.finditer(text)
    ]
    edits += [
        Edit(at, at + 1, new)
        for at, (old, new) in enumerate(zip(text, text.translate(_SUPPLEMENT), strict=True))
        if old != new
    ]
    return edits
