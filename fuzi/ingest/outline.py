"""The text of the scan against the contents: which stretch belongs to which entry, and which entries have no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from fuzi.ingest.characters import count_han, letters, squeeze
from fuzi.ingest.contents import Contents, Line, Rank, Zone
from fuzi.ingest.scan import Item, Items, Piece, Shape
from fuzi.ingest.titles import alike, bare, key, set_title
from fuzi.ingest.words import CHAPTER, CLOSERS, NUMERAL, OPENERS, PART, PUNCTUATION_END, back_kind, front_kind
from fuzi.model.manuscript import Confidence, Entry, Fate

TITLES_DIFFER = "titles-differ"
MISREAD_TITLE = "misread-title"

UNTITLED = "无题"
"""The title of text that stands before any title."""

NEAR = 5
"""How many entries ahead a misread title is looked for."""

_SHORT = 30
_NUMBER_ONLY = re.compile(rf"第\s*{NUMERAL}\s*(?:篇|编|編|部分|卷|章|童|讲|講|回|课|課)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part or chapter of the book with the items that belong to it.

    ``head`` is its title line in the text (None: the text is missing); ``sections`` are section titles that only the
    contents know; ``listed`` says that the contents have it.
    """

    line: Line
    head: Item | None = None
    items: Items = ()
    sections: tuple[Line, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """All stretches in reading order."""

    stretches: tuple[Stretch, ...]
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class _Walk:
    """Where the walk through the text stands."""

    stretches: list[Stretch]
    titled: bool
    chapter_level: int
    at: int = -1
    entries: list[Entry] = field(default_factory=list)


def outline(items: Items, contents: Contents | None) -> Outline:
    """Walk through the text; every title line opens its stretch, everything else goes to the open one."""
    glued = _glue_numbers(items, contents)
    walk = _Walk(_listed(contents), contents is not None, _chapter_level(glued))
    for item in glued:
        _step(item, walk)
    return Outline(tuple(walk.stretches), tuple(walk.entries))


def _listed(contents: Contents | None) -> list[Stretch]:
    found: list[Stretch] = []
    for line in contents.lines if contents else ():
        if line.rank is Rank.SECTION and found:
            found[-1] = replace(found[-1], sections=(*found[-1].sections, line))
        else:
            found.append(Stretch(line))
    return found


def _chapter_level(items: Items) -> int:
    """Without contents: 0 when chapters are numbered as such, else the highest heading level is that of chapters."""
    headings = [item for item in items if item.shape is Shape.HEADING]
    if any(CHAPTER.match(bare(item.text)) for item in headings):
        return 0
    own = [item.level for item in headings if not front_kind(squeeze(bare(item.text)))]
    return min(own, default=1)


def _glue_numbers(items: Items, contents: Contents | None) -> Items:
    """``第一章`` alone on its line belongs to the title on the next, unless the contents list it alone too."""
    alone = {line.title for line in contents.lines} if contents else set()
    done: list[Item] = []
    for item in items:
        last = done[-1] if done else None
        if (
            last is not None
            and item.shape is Shape.HEADING
            and last.shape in (Shape.HEADING, Shape.TEXT)
            and _NUMBER_ONLY.fullmatch(bare(last.text))
            and set_title(last.text) not in alone
            and not _NUMBER_ONLY.match(bare(item.text))
        ):
            pieces = (replace(last.pieces[0], text=bare(last.text)), Piece("　", last.line), *item.pieces)
            done[-1] = replace(item, pieces=pieces, level=min(last.level or 6, item.level))
            continue
        done.append(item)
    return tuple(done)


def _step(item: Item, walk: _Walk) -> None:
    title = set_title(item.text) if _may_be_title(item) else ""
    if title:
        index = _match(title, item, walk)
        if index is not None:
            _open(index, item, title, walk)
            return
        line = _new_line(title, item, walk)
        if line is not None:
            walk.at = _place(line, walk)
            walk.stretches.insert(walk.at, Stretch(line, item, listed=False))
            return
    if walk.at < 0:
        line = Line(Rank.CHAPTER, Zone.FRONT if walk.titled else Zone.BODY, UNTITLED, item.line, ())
        walk.stretches.insert(0, Stretch(line, None, (item,), listed=False))
        walk.at = 0
        return
    open_one = walk.stretches[walk.at]
    walk.stretches[walk.at] = replace(open_one, items=(*open_one.items, item))


def _may_be_title(item: Item) -> bool:
    text = item.text.strip()
    if "\n" in text or text.startswith(("——", "--")):
        return False
    if item.shape is Shape.HEADING:
        return True
    return (
        item.shape is Shape.TEXT
        and 0 < count_han(text) <= _SHORT
        and not bare(text).endswith(tuple(PUNCTUATION_END + "，、"))
    )


def _match(title: str, item: Item, walk: _Walk) -> int | None:
    """The entry of the contents that this line is the title of: one that is equal, else a near one alike."""
    open_ones: list[int] = [
        index
        for index in (*range(walk.at + 1, len(walk.stretches)), *range(walk.at + 1))
        if walk.stretches[index].head is None and walk.stretches[index].listed
    ]
    for index in open_ones:
        if letters(walk.stretches[index].line.title) == letters(title):
            return index
    if item.shape is not Shape.HEADING:
        return None
    for index in [index for index in open_ones if index > walk.at][:NEAR]:
        listed = walk.stretches[index].line.title
        if alike(listed, title) or alike(_unnumbered(listed), title):
            return index
    return None


def _unnumbered(title: str) -> str:
    return re.sub(rf"^(?:{PART.pattern}|{CHAPTER.pattern})\s*", "", title)


def _open(index: int, item: Item, title: str, walk: _Walk) -> None:
    stretch = walk.stretches[index]
    listed = stretch.line
    shown = title
    if letters(title) != letters(listed.title) and key(title) == key(listed.title):
        shown = listed.title
        walk.entries.append(Entry(Fate.REPAIRED, MISREAD_TITLE, item.line, item.text, listed.title, Confidence.FAIR))
    elif letters(title) != letters(listed.title):
        shown = listed.title if letters(title) in letters(listed.title) else title
        walk.entries.append(
            Entry(
                Fate.DOUBT,
                TITLES_DIFFER,
                item.line,
                title,
                listed.title,
                Confidence.LOW,
                note=f"目录在第 {listed.line} 行",
            )
        )
    elif "　" in listed.title and "　" not in title:
        shown = listed.title
    walk.stretches[index] = replace(stretch, head=item, line=replace(listed, title=shown))
    walk.at = index


def _new_line(title: str, item: Item, walk: _Walk) -> Line | None:
    """A title that the contents do not list: one by its words or its number, or by its level without contents."""
    name = squeeze(title)
    raw: tuple[tuple[int, str], ...] = ()
    in_body = walk.at >= 0 and walk.stretches[walk.at].line.zone is not Zone.FRONT
    if front_kind(name) and not in_body:
        return Line(Rank.CHAPTER, Zone.FRONT, title, item.line, raw)
    if back_kind(name) and in_body and (item.shape is Shape.HEADING or len(name) <= 4):
        return Line(Rank.CHAPTER, Zone.BACK, title, item.line, raw)
    if (OPENERS.fullmatch(name) or CLOSERS.fullmatch(name)) and item.shape is Shape.HEADING and item.level <= 1:
        return Line(Rank.CHAPTER, Zone.BODY, title, item.line, raw)
    if PART.match(title):
        return Line(Rank.PART, Zone.BODY, title, item.line, raw) if item.shape is Shape.HEADING else None
    if CHAPTER.match(title):
        return Line(Rank.CHAPTER, Zone.BODY, title, item.line, raw) if item.shape is Shape.HEADING else None
    if not walk.titled and item.shape is Shape.HEADING and walk.chapter_level and item.level <= walk.chapter_level:
        return Line(Rank.CHAPTER, Zone.BODY, title, item.line, raw)
    return None


def _place(line: Line, walk: _Walk) -> int:
    """Where a stretch goes that the contents do not list."""
    if line.zone is Zone.FRONT:
        return next(
            (index for index, other in enumerate(walk.stretches) if other.line.zone is not Zone.FRONT),
            len(walk.stretches),
        )
    if line.zone is Zone.BACK:
        return len(walk.stretches)
    body = [index for index, other in enumerate(walk.stretches) if other.line.zone is not Zone.BACK]
    after = max(walk.at, -1) + 1
    return min(max(after, 0), (body[-1] + 1) if body else len(walk.stretches))
