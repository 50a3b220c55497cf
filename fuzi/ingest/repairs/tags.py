"""HTML that OCR programs write into the text: tags go, entities become characters, table cells stay apart."""

from __future__ import annotations

import html
import re

from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all
from fuzi.model.manuscript import Confidence

KIND = "tag"

_ATTRIBUTE = r"""\s+[A-Za-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?"""
_TAG = re.compile(
    r"</?(?:sup|sub|b|i|u|s|em|strong|span|div|p|center|font|small|big|br|hr|table|thead|tbody|tr|td|th|caption)"
    rf"(?:{_ATTRIBUTE})*\s*/?>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</(?:td|th|tr)\b|<br\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")


def repair(items: Items) -> Repaired:
    """Code and formulas are left alone."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    if item.shape in (Shape.CODE, Shape.FORMULA, Shape.IMAGE):
        return []
    text = item.text
    edits = [Edit(match.start(), match.end(), "") for match in _COMMENT.finditer(text)]
    for match in _TAG.finditer(text):
        cell = _CELL.match(match[0]) is not None
        edits.append(
            Edit(match.start(), match.end(), "　" if cell else "", Confidence.LOW if cell else Confidence.SURE)
        )
    for match in _ENTITY.finditer(text):
        character = html.unescape(match[0]).replace("\xa0", " ")
        if character != match[0]:
            edits.append(Edit(match.start(), match.end(), character))
    return edits
