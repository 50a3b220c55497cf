"""Lines of one paragraph joined: hard-wrapped prose runs on, verse and forced breaks keep their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fuzi.ingest.characters import count_han
from fuzi.ingest.scan import Item, Items, Piece, Repaired, Shape
from fuzi.ingest.tables import is_tabular
from fuzi.ingest.words import PUNCTUATION_END
from fuzi.model.manuscript import Confidence, Entry, Fate

KIND = "wrapped-line"

VERSE = 20
"""Lines of up to 20 characters that each end where the sense does are verse."""

_WRAPPED = 0.5

DATED = re.compile(
    r"(?P<date>(?:公元)?前?\d{2,4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?)(?P<gap>[ \t　]+)(?=[^\s\d])"
)
"""``1936年 …``: the head of an entry in a chronicle."""

_NOTE = re.compile("[①-⑳]")
_DATE = re.compile(r"(?:\d{4}|[一二三四五六七八九〇○零]{4}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])\s*年")


def repair(items: Items) -> Repaired:
    """Join the lines between two blank lines; a scan that is wrapped throughout is split at short lines."""
    measure = _measure(items)
    dense = not measure and _is_dense(items)
    joined: list[Item] = []
    entries: list[Entry] = []
    for group in _groups(items):
        for paragraph in _paragraphs(group, measure, dense):
            item = _join(paragraph)
            joined.append(item)
            if len(paragraph) > 1:
                broken = "\n" in item.text
                ends = paragraph[0].text[-8:], paragraph[1].text[:8]
                before, after = "⏎".join(ends), ("／" if broken else "").join(ends)
                confidence = Confidence.FAIR if broken else Confidence.SURE
                note = f"共 {len(paragraph)} 行"
                entries.append(Entry(Fate.REPAIRED, KIND, paragraph[0].line, before, after, confidence, note=note))
    return Repaired(tuple(joined), tuple(entries))


def _groups(items: Items) -> Iterator[list[Item]]:
    """Runs of lines that belong to one block of the scan."""
    group: list[Item] = []
    for item in items:
        follows = group and not item.start and item.shape is Shape.TEXT and _continues(group[-1])
        same = group and not item.start and item.shape is group[-1].shape and item.shape in (Shape.CODE, Shape.FORMULA)
        quoted = group and item.shape is Shape.QUOTE and group[-1].shape is Shape.QUOTE and item.text and group[-1].text
        if not (follows or same or quoted) and group:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _continues(item: Item) -> bool:
    return item.shape in (Shape.TEXT, Shape.BULLET, Shape.QUOTE)


def _measure(items: Items) -> int:
    """The commonest length of a line inside multi-line blocks when at least half of them have it, give or take two."""
    lengths = [
        len(item.text)
        for item, following in zip(items, items[1:], strict=False)
        if item.shape is Shape.TEXT and not following.start and count_han(item.text) >= VERSE
    ]
    if not lengths:
        return 0
    modal = Counter(lengths).most_common(1)[0][0]
    near = sum(abs(length - modal) <= 2 for length in lengths)
    return modal if near >= _WRAPPED * len(lengths) else 0


def _paragraphs(group: Sequence[Item], measure: int, dense: bool) -> Iterator[list[Item]]:
    """The paragraphs of a group; verse, the rows of a table and signatures stay whole."""
    if group[0].shape is Shape.TEXT and len(group) > 1:
        texts = [item.text for item in group]
        if is_tabular(texts) or (_is_verse(group) and not texts[0].startswith(tuple('“「"'))):
            yield list(group)
            return
    body, signature = _signed(group)
    paragraph: list[Item] = []
    for item, following in zip(body, (*body[1:], None), strict=False):
        paragraph.append(item)
        if item.shape is Shape.TEXT and (_ends(item, measure, dense) or _begins(following, body[0])):
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
    if signature:
        yield signature


def _begins(item: Item | None, first: Item) -> bool:
    """A line that begins as the first line of its group does, with a year or as a note, is an entry of its own."""
    if item is None:
        return False
    return any(mark.match(item.text) and mark.match(first.text) for mark in (DATED, _NOTE))


def _signed(group: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The lines, and up to three short lines behind the last sentence of which one is a date."""
    cut = len(group)
    while cut and len(group) - cut < 3 and _is_short(group[cut - 1]):
        cut -= 1
    tail = list(group[cut:])
    whole = cut == 0 or group[cut - 1].text.endswith(tuple("。！？…”』」"))
    if whole and any(_DATE.search(item.text) for item in tail):
        return list(group[:cut]), tail
    return list(group), []


def _is_short(item: Item) -> bool:
    text = item.text
    return item.shape is Shape.TEXT and len(text) <= VERSE and text[-1:].isalnum() and not DATED.match(text)


def _is_dense(items: Items) -> bool:
    """A scan with a paragraph on each line and no blank lines: long lines of all lengths, most ending a sentence."""
    running = [item for item in items if item.shape is Shape.TEXT and item.running]
    ended = sum(item.text.endswith(tuple(PUNCTUATION_END)) for item in running)
    starts = sum(item.start for item in items)
    return len(running) >= 3 and 5 * ended >= 4 * len(running) and 2 * starts < len(items)


def _ends(item: Item, measure: int, dense: bool) -> bool:
    """A line clearly shorter than the measure that ends a sentence ends the paragraph, in wrapped scans only."""
    if not item.text.endswith(tuple(PUNCTUATION_END)):
        return False
    return dense or measure > VERSE and len(item.text) < measure - 2


def _join(paragraph: Sequence[Item]) -> Item:
    first = paragraph[0]
    if len(paragraph) == 1:
        return replace(first, hard=False)
    texts = [item.text for item in paragraph]
    keep = (
        first.shape in (Shape.CODE, Shape.FORMULA)
        or _is_verse(paragraph)
        or is_tabular(texts)
        or bool(_signed(paragraph)[1])
        and not _signed(paragraph)[0]
    )
    pieces: list[Piece] = []
    for item, following in zip(paragraph, [*paragraph[1:], None], strict=True):
        pieces += item.pieces
        if following is not None and (keep or item.hard):
            pieces.append(Piece("\n", item.last_line))
        elif following is not None and item.text[-1:].isascii() and following.text[:1].isascii():
            pieces.append(Piece(" ", item.last_line))
    return replace(first, pieces=tuple(pieces), hard=False)


def _is_verse(paragraph: Sequence[Item]) -> bool:
    """Every line short; and each ends with a mark, or all are of one length (5 or 7 characters and the like)."""
    texts = [item.text.strip() for item in paragraph]
    if any(len(text) > VERSE or not count_han(text) or text[0].isdigit() for text in texts):
        return False
    marked = all(not text[-1].isalnum() for text in texts)
    return marked or len({count_han(text) for text in texts}) == 1
