"""Straight quotation marks become paired ones where their number in the paragraph is even."""

from __future__ import annotations

from fuzi.ingest.characters import count_han
from fuzi.ingest.repairs.verbatim import verbatim
from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all
from fuzi.model.manuscript import Confidence

KIND = "quote"


def repair(items: Items) -> Repaired:
    """An odd number is left for the editor: which one is missing only the printed page can say."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    text = item.text
    if item.shape in (Shape.CODE, Shape.FORMULA, Shape.TABLE, Shape.IMAGE) or count_han(text) < 2:
        return []
    safe = verbatim(text)
    places = [at for at, character in enumerate(text) if character == '"' and not safe[at]]
    if len(places) % 2 or "“" in text or "”" in text:
        return []
    return [Edit(at, at + 1, "”" if count % 2 else "“", Confidence.FAIR) for count, at in enumerate(places)]
