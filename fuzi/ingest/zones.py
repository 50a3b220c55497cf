"""Where the title leaf, the copyright page and the lists of people end and the text begins."""

from __future__ import annotations

import re

from fuzi.ingest.characters import count_han, squeeze
from fuzi.ingest.scan import Items, Shape
from fuzi.ingest.titles import bare
from fuzi.ingest.words import CHAPTER, CONTENTS, PART, SUMMARY, front_kind

_PROSE = 40
_LABELLED = re.compile(r"[^，。：:]{2,10}[:：]")
_CLAUSE = re.compile("[，。,；！？]")
_LEAF = 100
_TAIL = 40
_SURE = re.compile(
    r"在版编目|在版編目|CIP数据核?字|版次[:：]|印次[:：]|印张[:：\d]|\d印张|定价[:：]|第\d+次印刷|責任編輯[:：]|责任编辑[:：]"
)


def first_page_of_text(items: Items) -> int:
    """The index of the first item of preface, contents or text; the title of the first prose belongs to it."""
    least = past_copyright(items)
    for index, item in enumerate(items):
        if index < least or item.shape not in (Shape.HEADING, Shape.TEXT):
            continue
        title = squeeze(bare(item.text))
        if CONTENTS.fullmatch(title):
            return index
        if item.start and front_kind(title) and (item.shape is Shape.HEADING or _prose_follows(items, index)):
            return index
        if item.shape is Shape.HEADING and (CHAPTER.match(title) or PART.match(title)):
            return index
        if _is_prose(items, index):
            return _back_to_title(items, index)
    return len(items)


def colophon_at_end(items: Items) -> int:
    """Where the copyright page begins that stands on the last leaf, as in older books; else the number of items.

    Three lines that can stand on a copyright page only make one; a book that has it in front has none here.
    """
    first = max(first_page_of_text(items), len(items) - _TAIL)
    sure = [index for index in range(first, len(items)) if _is_sure(items, index)]
    if len(sure) < 3 or past_copyright(items):
        return len(items)
    start = sure[0]
    while start > first and _LABELLED.match(items[start - 1].text) and count_han(items[start - 1].text) < _PROSE:
        start -= 1
    return start


def _is_prose(items: Items, index: int) -> bool:
    """A paragraph that is neither a statement of the copyright page nor the summary that stands there."""
    text = _paragraph(items, index)
    if count_han(text) < _PROSE or _is_statement(text):
        return False
    above = (squeeze(bare(item.text)) for item in reversed(items[max(0, index - 5) : index]) if not item.running)
    return SUMMARY.fullmatch(next(above, "")) is None


def _is_sure(items: Items, index: int) -> bool:
    text = squeeze(bare(items[index].text))
    return bool(_SURE.search(text)) and count_han(text) < _PROSE


def past_copyright(items: Items) -> int:
    """The index behind the last line that can stand on a copyright page only."""
    found = 0
    for index, item in enumerate(items[:_LEAF]):
        if CONTENTS.fullmatch(squeeze(bare(item.text))) or _is_prose(items, index):
            break
        if _is_sure(items, index):
            found = index + 1
    return found


def _prose_follows(items: Items, index: int) -> bool:
    return any(count_han(_paragraph(items, at)) >= _PROSE for at in range(index + 1, min(index + 4, len(items))))


def _paragraph(items: Items, index: int) -> str:
    """The text of an item with the lines that follow without a break, when it is a full line with a clause in it."""
    text = items[index].text
    if not (items[index].start and items[index].running and _CLAUSE.search(text)):
        return text
    for item in items[index + 1 :]:
        if item.start or item.shape is not Shape.TEXT:
            break
        text += item.text
    return text


def _is_statement(text: str) -> bool:
    """Long lines that copyright pages do have: the CIP text and notices."""
    return any(word in text for word in ("—", "版权所有", "图书在版", "ISBN", "著作权", "印装质量"))


def _back_to_title(items: Items, index: int) -> int:
    """Prose: the headings and short lines directly before it, up to the nearest heading, are its title and byline."""
    for back in range(index - 1, max(index - 4, -1), -1):
        if items[back].shape is Shape.HEADING:
            return back
    return index
