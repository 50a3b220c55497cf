"""The table of contents: whatever shape its lines have, a list of entries with rank, title, subtitle and page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from fuzi.ingest.characters import HAN, count_han, letters, squeeze
from fuzi.ingest.repairs.width import widen
from fuzi.ingest.scan import Item, Shape
from fuzi.ingest.titles import alike, bare, close_up, number_rank, set_title
from fuzi.ingest.words import CHAPTER, CLOSERS, CONTENTS, OPENERS, PART, SECTION, back_kind, front_kind
from fuzi.model.manuscript import Confidence, Entry, Fate

KIND = "contents"
SUBTITLE = "contents-subtitle"
TITLE = "contents-title"
ORDER = "page-order"
FOLIO = "folio"


class Rank(IntEnum):
    """What a line of the contents stands for."""

    PART = 1
    CHAPTER = 2
    SECTION = 3


class Zone(StrEnum):
    """Where in the book it stands."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the contents; ``page`` is the folio as printed, empty when the line has none."""

    rank: Rank
    zone: Zone
    title: str
    line: int
    raw: tuple[tuple[int, str], ...]
    subtitle: str = ""
    page: str = ""

    @property
    def number(self) -> int | None:
        """The folio as a number when it is one."""
        return int(self.page) if self.page.isdigit() else None


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries, and which items of the scan they take up (``end`` is the index after the last)."""

    lines: tuple[Line, ...]
    start: int
    end: int
    entries: tuple[Entry, ...] = ()


_LEADERS = r"[.．·…⋯‥。•_]{2,}|[.·…⋯‥•]{1}(?=\s)"
_FOLIO = r"\d{1,4}|[ivxlcIVXLC]{1,7}"
_BEFORE = re.compile(rf"(?P<page>{_FOLIO})[ \t　]+(?P<title>\S.*)")
_AFTER = re.compile(
    rf"(?P<title>\S.*?)(?:(?:[ \t　]*(?:{_LEADERS})[ \t　]*)+[/／]?[ \t　]*|[ \t　]*[/／][ \t　]*|[ \t　]+)"
    rf"[(（\[]?[ \t]*(?P<page>{_FOLIO})[ \t]*[)）\]】]?"
)
_BRACKETED = re.compile(rf"(?P<title>\S.*?)[ \t　.·…⋯]*[(（\[][ \t]*(?P<page>{_FOLIO})[ \t]*[)）\]】]")
_GLUED = re.compile(rf"(?P<title>.*[{HAN}”’》）！？])(?P<page>\d{{1,4}})")
_TAIL = re.compile(rf"(?:[ \t　]*(?:{_LEADERS})[ \t　]*)+$")
_SUBTITLE = re.compile(r"(?:——|──|—|--|――)[ \t]*(?P<text>\S.*)")
_CLAUSE = re.compile("[，,；;]")
_LONE_FOLIO = re.compile(r"\W*(?:\d{1,4}|[ivxlcIVXLC]{1,7})\W*")
_LONG = 60
_FULL = 40
_LISTED = 20
_UNPAGED = 4


def find(items: Sequence[Item]) -> Contents | None:
    """The contents of the book, or None when the scan has none."""
    start = next((index for index, item in enumerate(items) if _is_head(item)), None)
    if start is None:
        return None
    before = _pages_first(items[start + 1 : start + 80])
    lines: list[Line] = []
    entries = [Entry(Fate.USED, KIND, items[start].line, items[start].text, field="目录")]
    end = start + 1
    for index in range(start + 1, len(items)):
        item = items[index]
        if _is_head(item):  # the head again on the next page
            entries.append(Entry(Fate.USED, KIND, item.line, item.text, field="目录"))
        elif _is_over(items, index, lines, before):
            break
        elif item.shape in (Shape.RULE, Shape.IMAGE) or not any(map(str.isalnum, item.text)):
            entries.append(Entry(Fate.DROPPED, KIND, item.line, item.text))
        elif _LONE_FOLIO.fullmatch(item.text.strip()):
            _number(item, lines, entries)
        else:
            for cue in _cues(item):
                _add(cue, lines, entries, before)
        end = index + 1
    if len(lines) < 2:
        return None
    return Contents(_ranked(lines), start, end, (*entries, *_misordered(lines)))


def _is_head(item: Item) -> bool:
    return item.shape in (Shape.HEADING, Shape.TEXT) and CONTENTS.fullmatch(squeeze(bare(item.text))) is not None


def _is_over(items: Sequence[Item], index: int, lines: Sequence[Line], before: bool) -> bool:
    """The text begins: a title that the contents already list comes again without a page, or prose does."""
    item = items[index]
    title, page = _parse(bare(item.text), before)
    if item.shape is Shape.TEXT and is_prose(title, bool(page)):
        return True
    if page or _LONE_FOLIO.fullmatch(item.text.strip()):
        return False
    shown = set_title(widen(title))
    again = [line for line in lines if letters(line.title) == letters(shown)]
    if item.shape is Shape.HEADING and any(alike(line.title, shown) for line in lines):
        return True
    if item.shape is Shape.TEXT and again and (again[0].page or again[0] is lines[0] or _prose_follows(items, index)):
        return True
    if item.shape is Shape.HEADING and _prose_follows(items, index) and not _comes_again(items[index + 1 :], lines):
        return True
    return _pages_cease(items, index, lines, before)


def _comes_again(items: Sequence[Item], lines: Sequence[Line]) -> bool:
    """Whether one of the next three items is a title that is listed already: the contents reach that far."""
    listed = {letters(line.title) for line in lines}
    return any(letters(item.text) in listed for item in items[:3])


def is_prose(text: str, paged: bool) -> bool:
    """Whether a line (without leaders and page) is a sentence of the text: no entry of any contents."""
    han = count_han(text)
    if "。" in text.strip("。") or han >= _LONG:
        return True
    if paged:
        return False
    clauses = len(_CLAUSE.findall(text))
    ended = text.endswith(("。", "；")) and han >= 2
    return ended or han >= _FULL or clauses >= 2 and han >= _LISTED or text.endswith(("，", ",")) and han >= _LISTED


def _pages_cease(items: Sequence[Item], index: int, lines: Sequence[Line], before: bool) -> bool:
    """Most entries had a page, and this line and the next have none: they are no entries."""
    text = bare(items[index].text)
    name = squeeze(text)
    if back_kind(name) or front_kind(name) or _SUBTITLE.fullmatch(text):
        return False
    if _numbered(text) in (Rank.PART, Rank.CHAPTER):
        return False
    if len(lines) < 3 or 2 * sum(bool(line.page) for line in lines) < len(lines):
        return False
    following = [item for item in items[index:] if item.shape not in (Shape.RULE, Shape.IMAGE)][:_UNPAGED]
    return len(following) == _UNPAGED and not any(_parse(bare(item.text), before)[1] for item in following)


def _prose_follows(items: Sequence[Item], index: int) -> bool:
    """Whether running text stands within the next three items."""
    return any(
        item.shape is Shape.TEXT and (count_han(item.text) >= _LONG or is_prose(item.text, False))
        for item in items[index + 1 : index + 4]
    )


def _pages_first(items: Sequence[Item]) -> bool:
    """Whether folios stand before the titles, as most lines say."""
    texts = [bare(item.text) for item in items if count_han(item.text)]
    before = sum(_BEFORE.fullmatch(text) is not None for text in texts)
    after = sum(_AFTER.fullmatch(text) is not None or _BRACKETED.fullmatch(text) is not None for text in texts)
    return before > after


def _cues(item: Item) -> Iterator[Item]:
    """A row of a table is one line of the contents, its cells set apart."""
    if item.shape is Shape.TABLE:
        cells = [cell.strip() for cell in item.text.strip().strip("|").split("|")]
        text = "  ".join(cell for cell in cells if cell and not re.fullmatch(r":?-{2,}:?", cell))
        if not text:
            return
        item = replace(item, pieces=(replace(item.pieces[0], text=text),))
    yield item


def _parse(text: str, before: bool) -> tuple[str, str]:
    """Title and page of a line; the page is empty when it has none."""
    patterns = (_BEFORE,) if before else (_BRACKETED, _AFTER, _GLUED)
    for pattern in patterns:
        match = pattern.fullmatch(text)
        if match and (count_han(match["title"]) or match["title"][0].isalpha()):
            return _TAIL.sub("", match["title"]).strip(), match["page"]
    return _TAIL.sub("", text).strip(), ""


def _number(item: Item, lines: list[Line], entries: list[Entry]) -> None:
    """A number on a line of its own: the page of the entry right above it, else the folio of the contents page."""
    last = lines[-1] if lines else None
    if last is not None and not last.page and not item.start:
        lines[-1] = replace(last, page=item.text.strip(), raw=(*last.raw, (item.line, item.text)))
    else:
        entries.append(Entry(Fate.DROPPED, FOLIO, item.line, item.text, confidence=Confidence.FAIR))


def _add(item: Item, lines: list[Line], entries: list[Entry], before: bool) -> None:
    raw = item.text
    text = bare(raw)
    title, page = _parse(text, before)
    subtitle = _SUBTITLE.fullmatch(title)
    last = lines[-1] if lines else None
    if last is not None and subtitle and not last.subtitle:
        lines[-1] = _with_subtitle(last, subtitle["text"], page, item)
    elif last is not None and _is_nested(item, last, page, title):
        lines[-1] = _with_subtitle(last, title, "", item)
        entries.append(
            Entry(
                Fate.REPAIRED,
                SUBTITLE,
                item.line,
                title,
                lines[-1].subtitle,
                Confidence.FAIR,
                note="目录次级行当作副题",
            )
        )
    elif last is not None and _is_turnover(item, last, page, title, before):
        joined = set_title(widen(last.title + title))
        lines[-1] = replace(last, title=joined, page=page, raw=(*last.raw, (item.line, raw)))
    else:
        made = _line(item, title, page)
        lines.append(made)
        if made.title != title:
            entries.append(Entry(Fate.REPAIRED, TITLE, item.line, title, made.title))


def _with_subtitle(line: Line, subtitle: str, page: str, item: Item) -> Line:
    text = "——" + set_title(widen(subtitle))
    return replace(line, subtitle=text, page=line.page or page, raw=(*line.raw, (item.line, item.text)))


def _is_nested(item: Item, last: Line, page: str, title: str) -> bool:
    """A deeper list item without page or number, under an entry with a page, is its subtitle whose dash was lost."""
    return (
        item.shape is Shape.BULLET
        and item.level > 1
        and not page
        and bool(last.page)
        and not last.subtitle
        and last.rank is Rank.CHAPTER
        and _numbered(title) is None
    )


def _is_turnover(item: Item, last: Line, page: str, title: str, before: bool) -> bool:
    """The second line of a long title: the first had no page although pages stand behind."""
    return (
        not before
        and bool(page)
        and not last.page
        and item.shape is Shape.TEXT
        and not item.start
        and last.rank is not Rank.PART
        and _numbered(title) is None
        and front_kind(squeeze(title)) is None
    )


def _numbered(title: str) -> Rank | None:
    if PART.match(title):
        return Rank.PART
    if CHAPTER.match(title):
        return Rank.CHAPTER
    return Rank.SECTION if SECTION.match(title) or number_rank(title) is not None else None


def _line(item: Item, title: str, page: str) -> Line:
    """One entry by itself; its rank is settled when all are known."""
    name = squeeze(title)
    raw = ((item.line, item.text),)
    shown = set_title(widen(title))
    if back_kind(name):
        return Line(Rank.CHAPTER, Zone.BACK, shown, item.line, raw, page=page)
    if front_kind(name) and not _numbered(title):
        return Line(Rank.CHAPTER, Zone.FRONT, shown, item.line, raw, page=page)
    rank = _numbered(title)
    if rank is None:
        spaced = close_up(title) != title and len(name) <= 6
        alone = not page and item.shape is Shape.TEXT and item.start and len(name) <= 8
        rank = Rank.PART if item.shape is Shape.HEADING or spaced and not page or alone else Rank.CHAPTER
        if OPENERS.fullmatch(name) or CLOSERS.fullmatch(name):
            rank = Rank.CHAPTER
    return Line(rank, Zone.BODY, shown, item.line, raw, page=page)


def _ranked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Ranks that only the whole shows: where there are no chapters, sections or parts are the chapters."""
    body = [line for line in lines if line.zone is Zone.BODY]
    ranks = {line.rank for line in body}
    shift = 0
    if Rank.CHAPTER not in ranks and Rank.SECTION in ranks:
        shift = -1
    elif ranks == {Rank.PART}:
        shift = 1
    done: list[Line] = []
    seen_body = False
    for line in lines:
        if line.zone is Zone.BODY and shift and (shift > 0 or line.rank is Rank.SECTION):
            line = replace(line, rank=Rank(line.rank + shift))
        if line.zone is Zone.FRONT and seen_body:
            line = replace(line, zone=Zone.BODY)
        seen_body = seen_body or line.zone is Zone.BODY
        done.append(line)
    return tuple(done)


def _misordered(lines: Sequence[Line]) -> Iterator[Entry]:
    """Folios that go back: one of the digits was misread."""
    last = 0
    for line in lines:
        number = line.number
        if number is None:
            continue
        if number < last and line.zone is not Zone.FRONT:
            yield Entry(Fate.DOUBT, ORDER, line.line, f"{line.title} {number}", f"＞{last}", Confidence.LOW)
        last = max(last, number) if number >= last else number
