"""Half-width marks of punctuation in Chinese text become full-width."""

from __future__ import annotations

from fuzi.ingest.characters import CLOSING, OPENING, count_han, is_han
from fuzi.ingest.repairs.verbatim import verbatim
from fuzi.ingest.scan import Edit, Item, Items, Repaired, Shape, apply_to_all
from fuzi.model.manuscript import Confidence

KIND = "width"

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_AFTER = CLOSING + "，；：？！。、…—％%℃°"


def repair(items: Items) -> Repaired:
    """Headings and captions as well as prose; tables, code and formulas are left alone."""
    return apply_to_all(items, _edits, KIND)


def _edits(item: Item) -> list[Edit]:
    if item.shape in (Shape.CODE, Shape.FORMULA, Shape.TABLE, Shape.IMAGE, Shape.RULE):
        return []
    return width_edits(item.text)


def widen(text: str) -> str:
    """The text with its marks full-width."""
    for edit in reversed(width_edits(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def width_edits(text: str) -> list[Edit]:
    """The edits that give this text full-width marks, in order.

    A mark becomes full-width after Han or a closing mark, never between digits; spaces behind it go. Brackets go by
    pairs: when what they hold or what stands beside them is Han; ``(022) 23332446`` stays.
    """
    if not count_han(text):
        return []
    safe = verbatim(text)
    edits = _bracket_edits(text, safe)
    changed = list(text)
    for edit in edits:
        changed[edit.start] = edit.new
    for at, mark in enumerate(text):
        if mark in FULL and not safe[at]:
            confidence = _confidence(changed, at)
            if confidence is not None:
                end = _past_spaces(text, at + 1)
                edits.append(Edit(at, end, FULL[mark], confidence))
                changed[at] = FULL[mark]
    return sorted(edits, key=lambda edit: edit.start)


def _confidence(text: list[str], at: int) -> Confidence | None:
    """How sure it is that the mark belongs to Chinese text, or None when it does not."""
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if before.isdigit() and after.isdigit():
        return None
    if before and (is_han(before) or before in _AFTER):
        return Confidence.SURE
    beyond = next((character for character in text[at + 1 :] if character != " "), "")
    latin = before.isascii() and before.isalnum()
    if latin and text[at] in ",;:" and beyond and (is_han(beyond) or beyond in OPENING):
        return Confidence.FAIR
    return None


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _bracket_edits(text: str, safe: list[bool]) -> list[Edit]:
    """Both brackets of a pair in one width; a pair of mixed widths was one pair in print."""
    edits: list[Edit] = []
    stack: list[int] = []
    for at, character in enumerate(text):
        if safe[at]:
            continue
        if character in "(（":
            stack.append(at)
        elif character in ")）" and stack:
            start = stack.pop()
            if _is_chinese_pair(text, start, at):
                edits += _pair(text, start, at)
    return edits


def _pair(text: str, start: int, end: int) -> list[Edit]:
    """Both brackets full-width; spaces behind the closing one go."""
    past = _past_spaces(text, end + 1)
    edits = [Edit(start, start + 1, "（")] if text[start] != "（" else []
    if text[end] != "）" or past > end + 1:
        edits.append(Edit(end, past, "）"))
    return edits


def _is_chinese_pair(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : end]
    if count_han(inside) or text[start] != "(" or text[end] != ")":
        return True
    following = text[end + 1 : end + 6].replace(" ", "")
    if inside.isdigit() and len(inside) in (2, 3, 4) and following[:4].isdigit() and len(following) >= 4:
        return False  # an area code
    before, after = text[start - 1 : start] if start else "", text[end + 1 : end + 2]
    if not text[:start].strip():
        after = text[end + 1 :].lstrip()[:1]  # (1) and (a) before the words of an enumeration
    return bool(count_han(before) or count_han(after))
