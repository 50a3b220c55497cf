"""Dashes that were read as the character 一, or as hyphens."""

from __future__ import annotations

import re

from fuzi.ingest.characters import HAN
from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all
from fuzi.model.manuscript import Confidence

KIND = "dash"

# 一一列举, 一一说明: the adverb, not a dash.
_ADVERB = "列对介说作点道记登回答解应举检核查验细细加细逐过拜告辞谢请问见看数清"
_DASH = re.compile(rf"(?<=[{HAN}”’」』）》])一一(?=[{HAN}“‘「『（《])(?![{HAN}][{HAN}]?一一)(?![{_ADVERB}])")
_HYPHENS = re.compile(rf"(?<=[{HAN}”’」』）》])[ ]?-{{2,3}}[ ]?(?=[{HAN}“‘「『（《])")
_RANGE = re.compile(r"(?<=\d\d)一(?=\d\d)|(?<=\d)一(?=\d{1,4}[年页頁岁歲])")


def repair(items: Items) -> Repaired:
    """``2021一2035``, ``这件事一一也许`` and ``这件事--也许``; anything less clear stays as it is."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    if item.shape in (Shape.CODE, Shape.FORMULA, Shape.TABLE):
        return []
    text = item.text
    edits = [Edit(match.start(), match.end(), "——", Confidence.FAIR) for match in _DASH.finditer(text)]
    edits += [Edit(match.start(), match.end(), "——") for match in _HYPHENS.finditer(text)]
    edits += [Edit(match.start(), match.end(), "—", Confidence.FAIR) for match in _RANGE.finditer(text)]
    return edits
