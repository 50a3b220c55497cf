"""Ellipses in their many disguises become two U+2026."""

from __future__ import annotations

import re

from fuzi.ingest.characters import HAN
from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all

KIND = "ellipsis"

_DOTS = re.compile(
    rf"(?<=[{HAN}”’」』）》，、！？])(?:\.{{3,}}|。{{3,}}|·{{3,}}|[⋯…]+)|^(?:\.{{3,}}|。{{3,}}|·{{3,}}|[⋯…]+)(?=[{HAN}])"
)


def repair(items: Items) -> Repaired:
    """Only beside Han: three dots in Latin text and in code stay."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    if item.shape not in (Shape.TEXT, Shape.QUOTE, Shape.BULLET):
        return []
    return [
        Edit(match.start(), match.end(), "……")
        for match in _DOTS.finditer(item.text)
        if match[0] not in ("……", "………", "…………")
    ]
