"""The items of one chapter to its blocks: byline, sections, reprinted documents, lists, quotations, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fuzi.ingest.characters import HAN, count_han, squeeze
from fuzi.ingest.inlines import read_inlines
from fuzi.ingest.names import is_name_list, role_of
from fuzi.ingest.repairs.wraps import VERSE
from fuzi.ingest.scan import RUNNING, Item, Shape
from fuzi.ingest.tables import is_tabular, read_table
from fuzi.ingest.titles import bare, number_rank, set_title
from fuzi.ingest.words import GAP_FIGURE, GAP_FIGURE_BARE, PUNCTUATION_END
from fuzi.model.block import (
    Block,
    Byline,
    CodeBlock,
    Document,
    Formula,
    Gap,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    SceneBreak,
    Signature,
)
from fuzi.model.inline import Text
from fuzi.model.manuscript import Confidence, Entry, Fate
from fuzi.model.source import Place

SPACED_TITLE = "spaced-title"
LEVEL = "heading-level"
DOCUMENT = "document"
BYLINE = "byline"
SIGNATURE = "signature"
FIGURE = "figure"
RULE = "rule"

_OFFICE = re.compile(
    rf".*(?:部|局|会|委|社|院|校|处|组|厂|办公室|大学|研究所|编辑部|课题组|出版社|党委|政府|署|司)|[{HAN}]{{2,4}}"
)
_DATE = re.compile(r".*(?:[一二三四五六七八九〇○零\d]{4}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])\s*年.*")
_SUBTITLE = re.compile(r"(?:——|──|--)\s*(?P<text>\S.*)")
_TEXTUAL_BREAK = "，、,"


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of one chapter share: the scan, the script of the book, what kind of chapter it is."""

    scan: str
    script: str
    matter: bool  # front or back matter: signatures without a date are looked for
    listed: bool  # its title stands in the contents, so that other titles inside may be documents


@dataclass(slots=True)
class _Work:
    """The blocks made so far; ``outer`` are those of the chapter while a document is open."""

    about: Setting
    blocks: list[Block] = field(default_factory=list)
    outer: list[Block] | None = None
    document: Document | None = None
    entries: list[Entry] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Built:
    """What the items of a chapter came to."""

    blocks: tuple[Block, ...]
    subtitle: Inlines
    entries: tuple[Entry, ...]
    torn: bool  # its last paragraph breaks off


def build(items: Sequence[Item], about: Setting, ending: Gap | None = None) -> Built:
    """All blocks of a chapter; ``ending`` is put where its text breaks off, if it does."""
    rest = _promoted(items)
    work = _Work(about, levels=_levels(rest))
    subtitle: Inlines = ()
    if rest and _is_subtitle(rest[0]):
        first = rest.pop(0)
        subtitle = _inlines(_subtitle(first), first, about)
        _record_head(first, _subtitle(first), 0, work)
    byline = _byline(rest)
    if byline:
        _take_byline(rest.pop(0), work)
    rest, signature = _signature(rest, about)
    index = 0
    while index < len(rest):
        index = _block(rest, index, work)
    torn = _is_torn(rest) and not signature
    if torn and ending is not None:
        work.blocks.append(ending)
    if signature:
        work.blocks.append(_signature_block(signature, work))
    _close_document(work)
    return Built(tuple(work.blocks), subtitle, tuple(work.entries), torn)


def _inlines(text: str, item: Item, about: Setting) -> Inlines:
    return read_inlines(text, _at(item, about))


def _at(item: Item, about: Setting) -> Place:
    return Place(about.scan, item.line, 1)


def _is_subtitle(item: Item) -> bool:
    return (
        item.shape in (Shape.HEADING, Shape.TEXT)
        and len(item.text) <= 60
        and _SUBTITLE.fullmatch(bare(item.text)) is not None
    )


def _subtitle(item: Item) -> str:
    match = _SUBTITLE.fullmatch(bare(item.text))
    return "——" + set_title(match["text"] if match else item.text)


def _byline(items: Sequence[Item]) -> bool:
    """A short line under a title that names an office or a person and is followed by prose."""
    if len(items) < 2 or items[0].shape is not Shape.TEXT or not items[0].start:
        return False
    text = bare(items[0].text)
    if count_han(text) > RUNNING or "\n" in text or text.endswith(tuple(PUNCTUATION_END + _TEXTUAL_BREAK)):
        return False
    if not (items[1].running or items[1].shape is Shape.HEADING):
        return False
    return bool(role_of(text) or is_name_list(text) or _OFFICE.fullmatch(text) or _ends_in_name(text))


def _ends_in_name(text: str) -> bool:
    words = text.split()
    if re.search(r"\d|星期|礼拜|週", text):
        return False  # the date of a diary
    return len(words) > 1 and is_name_list(words[-1]) and len(words[-1]) in (2, 3, 4)


def _take_byline(item: Item, work: _Work) -> None:
    text = set_title(item.text)
    work.blocks.append(Byline(_inlines(text, item, work.about), _at(item, work.about)))
    work.entries.append(Entry(Fate.REPAIRED, BYLINE, item.line, item.text, f":::byline {text}", Confidence.FAIR))


def _promoted(items: Sequence[Item]) -> list[Item]:
    """A short line numbered like the headings of this chapter (一、 beside a heading 二、) is a heading."""
    ranks = {number_rank(bare(item.text)) for item in items if item.shape is Shape.HEADING} - {None}
    return [
        replace(item, shape=Shape.HEADING)
        if item.shape is Shape.TEXT
        and item.start
        and _is_bare_title(item.text)
        and number_rank(bare(item.text)) in ranks
        else item
        for item in items
    ]


def _is_bare_title(text: str) -> bool:
    return (
        0 < count_han(text) <= 30
        and "\n" not in text
        and not text.rstrip().endswith(tuple(PUNCTUATION_END + _TEXTUAL_BREAK))
    )


def _levels(items: Sequence[Item]) -> dict[int, int]:
    """Rank of numbering → heading level, 2 for the outermost rank that this chapter uses."""
    ranks = {number_rank(bare(item.text)) for item in items if item.shape is Shape.HEADING}
    return {rank: min(2 + order, 6) for order, rank in enumerate(sorted(rank for rank in ranks if rank is not None))}


def _block(items: Sequence[Item], index: int, work: _Work) -> int:
    """Make the block that begins at ``index`` and return the index after it."""
    item = items[index]
    about = work.about
    match item.shape:
        case Shape.HEADING:
            return _heading(items, index, work)
        case Shape.BULLET | Shape.QUOTE | Shape.TABLE:
            end = index + 1
            while end < len(items) and items[end].shape is item.shape and _adjoins(items[end - 1], items[end]):
                end += 1
            work.blocks.append(_group(items[index:end], about))
            return end
        case Shape.CODE:
            work.blocks.append(CodeBlock(item.text, "", _at(item, about)))
        case Shape.FORMULA:
            work.blocks.append(Formula(item.text.strip(), _at(item, about)))
        case Shape.IMAGE:
            _image(item, work)
        case Shape.RULE:
            _rule(item, work)
        case _ if _is_verse(item):
            end = index + 1
            while end < len(items) and _is_verse(items[end]):
                end += 1
            stanzas = tuple(_paragraph(stanza, about) for stanza in items[index:end])
            work.blocks.append(Quote(stanzas, _at(item, about)))
            return end
        case _:
            work.blocks.append(_paragraph(item, about))
    return index + 1


def _is_verse(item: Item) -> bool:
    """Short lines under each other that are no table: a stanza, which makes one poem with those right behind it."""
    lines = item.text.split("\n")
    short = len(lines) > 1 and all(len(line) <= VERSE for line in lines)
    return item.shape is Shape.TEXT and short and not is_tabular(lines)


def _paragraph(item: Item, about: Setting) -> Paragraph:
    """Lines that are kept apart begin under each other, without an indent of the first."""
    return Paragraph(_inlines(item.text, item, about), _at(item, about), flush="\n" in item.text)


def _adjoins(item: Item, following: Item) -> bool:
    """Rows of one table follow each other line by line; items of a list may have blank lines between them."""
    return item.shape is not Shape.TABLE or following.line == item.last_line + 1


def _rule(item: Item, work: _Work) -> None:
    """``***`` and the like part scenes; ``---`` is mostly the OCR program's own."""
    if set(item.text) <= set("-_ "):
        work.entries.append(Entry(Fate.DROPPED, RULE, item.line, item.text, confidence=Confidence.FAIR))
    else:
        work.blocks.append(SceneBreak(_at(item, work.about)))


def _image(item: Item, work: _Work) -> None:
    """The picture itself is not in the scan: the place is marked, the words of the OCR program go to the ledger."""
    match = re.match(r"!\[(?P<alt>.*?)\]", item.text)
    caption = match["alt"] if match and count_han(match["alt"]) else ""
    text = (GAP_FIGURE if caption else GAP_FIGURE_BARE)[work.about.script].format(caption=caption)
    work.blocks.append(Gap((Text(text, _at(item, work.about)),), _at(item, work.about)))
    work.entries.append(Entry(Fate.DROPPED, FIGURE, item.line, item.text, text))


def _group(items: Sequence[Item], about: Setting) -> Block:
    first = items[0]
    if first.shape is Shape.TABLE:
        return read_table([(item.text, item.line) for item in items], about.scan)
    paragraphs = tuple(_paragraph(item, about) for item in items if item.text)
    if first.shape is Shape.BULLET:
        found = tuple(ListItem((paragraph,), paragraph.place) for paragraph in paragraphs)
        return List(ordered=False, items=found, place=_at(first, about))
    last = items[-1]
    if len(paragraphs) > 1 and last.text.startswith("——"):
        return Quote(paragraphs[:-1], _at(first, about), attribution=paragraphs[-1].content)
    return Quote(paragraphs, _at(first, about))


def _heading(items: Sequence[Item], index: int, work: _Work) -> int:
    """A section, or the title of a document that is reprinted in the chapter; its subtitle goes with it."""
    item = items[index]
    title = set_title(item.text)
    following = items[index + 1] if index + 1 < len(items) else None
    subtitle: Inlines = ()
    end = index + 1
    if following is not None and _is_subtitle(following):
        subtitle = _inlines(_subtitle(following), following, work.about)
        end += 1
    rank = number_rank(title)
    if rank is None and work.about.listed and (subtitle or _byline(items[end:])):
        _open_document(item, title, subtitle, work)
    else:
        level = work.levels[rank] if rank is not None else 2
        work.blocks.append(
            Heading(level, _inlines(title, item, work.about), "", _at(item, work.about), subtitle=subtitle)
        )
        _record_head(item, title, level, work)
    if subtitle and following is not None:
        _record_head(following, _subtitle(following), 0, work)
    if _byline(items[end:]) and (work.document is not None or subtitle):
        _take_byline(items[end], work)
        end += 1
    return end


def _open_document(item: Item, title: str, subtitle: Inlines, work: _Work) -> None:
    _close_document(work)
    work.document = Document(_inlines(title, item, work.about), subtitle, (), "", _at(item, work.about))
    work.outer, work.blocks = work.blocks, []
    work.entries.append(
        Entry(
            Fate.REPAIRED,
            DOCUMENT,
            item.line,
            "#" * item.level + " " + item.text,
            f":::document {title}",
            Confidence.FAIR,
        )
    )


def _close_document(work: _Work) -> None:
    if work.document is not None and work.outer is not None:
        work.outer.append(replace(work.document, blocks=tuple(work.blocks)))
        work.blocks, work.outer, work.document = work.outer, None, None


def _record_head(item: Item, title: str, level: int, work: _Work) -> None:
    work.entries += head_entries(item, title, level)


def head_entries(item: Item, title: str, level: int) -> list[Entry]:
    """What was done to a title line: its words closed up, its level and marks made regular (level 0: a subtitle)."""
    found: list[Entry] = []
    if title != bare(item.text) and squeeze(title) == squeeze(bare(item.text)):
        found.append(Entry(Fate.REPAIRED, SPACED_TITLE, item.line, bare(item.text), title))
    was = "#" * item.level + " " + item.text if item.level else item.text
    now = "#" * level + " " + title if level else title
    if item.level != level or bare(item.text) != item.text:
        found.append(Entry(Fate.REPAIRED, LEVEL, item.line, was, now))
    return found


def _signature(items: list[Item], about: Setting) -> tuple[list[Item], list[Item]]:
    """Up to three short lines behind the last full paragraph: office, name, date."""
    tail: list[Item] = []
    rest = list(items)
    while rest and len(tail) < 3 and _is_signature_line(rest[-1]):
        tail.insert(0, rest.pop())
    dated = any(_DATE.fullmatch(item.text) for item in tail)
    complete = bool(rest) and rest[-1].shape is Shape.TEXT and rest[-1].text.rstrip().endswith(tuple("。！？…”』」"))
    if tail and complete and (about.matter or dated):
        return rest, tail
    return items, []


def _is_signature_line(item: Item) -> bool:
    text = item.text.strip()
    return (
        item.shape is Shape.TEXT
        and 0 < len(text) <= 60
        and all(
            count_han(line) <= 24 and line.strip() and not line.strip().endswith(tuple("。！？；：，、.!?;:,"))
            for line in text.split("\n")
        )
    )


def _signature_block(items: Sequence[Item], work: _Work) -> Signature:
    lines = [(line, item) for item in items for line in item.text.split("\n")]
    shown = tuple(_inlines(set_title(line), item, work.about) for line, item in lines)
    for line, item in lines:
        work.entries.append(
            Entry(Fate.REPAIRED, SIGNATURE, item.line, line, f":::signature {set_title(line)}", Confidence.FAIR)
        )
    return Signature(shown, _at(items[0], work.about))


def _is_torn(items: Sequence[Item]) -> bool:
    """Whether the last paragraph of prose breaks off in mid-sentence."""
    last = items[-1] if items else None
    return last is not None and last.running and not last.text.rstrip().endswith(tuple(PUNCTUATION_END))
