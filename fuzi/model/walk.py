"""Walking over the tree: the text of things in reading order, and rebuilding a tree with other text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from fuzi.model.block import (
    Block,
    Byline,
    CodeBlock,
    Document,
    Entries,
    Figure,
    Formula,
    Gap,
    Heading,
    Inlines,
    Inset,
    Letter,
    List,
    Paragraph,
    Pinyin,
    Quote,
    SceneBreak,
    Signature,
    Table,
    Verse,
)
from fuzi.model.book import Chapter, Note, Part
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    MarkKind,
    NoteCall,
    Ruby,
    Strong,
    Text,
)

MapInlines = Callable[[Inlines], Inlines]
"""Maps one whole run of inlines (a paragraph, a heading, a cell) to another."""


def plain(inlines: Iterable[Inline]) -> str:
    """The text of inlines without marks, notes (those at the side too), formulas or pictures; a forced break gives a
    space."""
    parts: list[str] = []
    for item in inlines:
        match item:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Link() | Mark() | Ruby():
                parts.append(plain(item.content))
            case LineBreak():
                parts.append(" ")
            case InlineFormula() | InlineFigure() | NoteCall():
                pass
    return "".join(parts)


def sole_chapter(part: Part) -> Chapter | None:
    """The only chapter of a part when it has the same title (总论): contents and navigation name the two once."""
    if len(part.chapters) != 1:
        return None
    (chapter,) = part.chapters
    same = "".join(plain(part.title).split()) == "".join(plain(chapter.title).split())
    return chapter if same else None


def deep(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline with those inside it, in reading order."""
    for item in inlines:
        yield item
        if isinstance(item, Emphasis | Strong | Link | Mark | Ruby):
            yield from deep(item.content)


def texts(inlines: Iterable[Inline]) -> Iterator[Text]:
    """The text nodes of these inlines, in order."""
    return (item for item in deep(inlines) if isinstance(item, Text))


def note_calls(inlines: Iterable[Inline]) -> Iterator[NoteCall]:
    """The calls of notes in these inlines, in order."""
    return (item for item in deep(inlines) if isinstance(item, NoteCall))


def side_notes(inlines: Iterable[Inline]) -> Iterator[Mark]:
    """The notes at the side (旁注) in these inlines, in order."""
    return (item for item in deep(inlines) if isinstance(item, Mark) and item.kind is MarkKind.SIDE)


def map_side_notes(inlines: Inlines, change: MapInlines) -> Inlines:
    """The same inlines with the text of every note at the side changed, each as a run of its own."""
    return tuple(_with_side_notes(item, change) for item in inlines) if any(side_notes(inlines)) else inlines


def _with_side_notes(item: Inline, change: MapInlines) -> Inline:
    match item:
        case Mark(kind=MarkKind.SIDE):
            return replace(item, content=change(item.content))
        case Emphasis() | Strong() | Link() | Mark():
            return replace(item, content=map_side_notes(item.content, change))
        case _:
            return item


def blocks_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block with those inside it, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Quote(blocks=inner) | Document(blocks=inner) | Letter(blocks=inner):
                yield from blocks_in(inner)
            case Inset(blocks=inner) | Pinyin(blocks=inner):
                yield from blocks_in(inner)
            case Entries(entries=entries):
                for entry in entries:
                    yield from blocks_in(entry.blocks)
            case List(items=items):
                for item in items:
                    yield from blocks_in(item.blocks)
            case _:
                pass


def runs(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Every run of inlines in reading order, as it is set: captions above tables and below figures."""
    for block in blocks:
        match block:
            case Paragraph(content=content) | Byline(content=content) | Gap(content=content):
                yield content
            case Heading(content=content, subtitle=subtitle):
                yield content
                if subtitle:
                    yield subtitle
            case Signature(lines=lines):
                yield from lines
            case Quote(blocks=inner, attribution=attribution):
                yield from runs(inner)
                if attribution:
                    yield attribution
            case List(items=items):
                for item in items:
                    yield from runs(item.blocks)
            case Table():
                if block.caption:
                    yield block.caption
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield cell.content
            case Figure(caption=caption):
                yield from filter(None, (caption,))
            case Document():
                yield block.title
                if block.subtitle:
                    yield block.subtitle
                yield from runs(block.blocks)
            case CodeBlock(text=text, place=place):
                yield (Code(text, place),)
            case Verse() | Entries() | Letter() | Inset() | Pinyin():
                yield from _special_runs(block)
            case Formula() | SceneBreak():
                pass


def _special_runs(block: Verse | Entries | Letter | Inset | Pinyin) -> Iterator[Inlines]:
    if isinstance(block, Pinyin):
        yield from runs(block.blocks)
        return
    if block.title:
        yield block.title
    match block:
        case Verse(stanzas=stanzas):
            for stanza in stanzas:
                yield from stanza
        case Entries(entries=entries):
            for entry in entries:
                if entry.head:
                    yield entry.head
                yield from runs(entry.blocks)
        case Letter(number=number, salutation=salutation, blocks=inner):
            yield from filter(None, (number, salutation))
            yield from runs(inner)
        case Inset(blocks=inner):
            yield from runs(inner)
    if isinstance(block, Verse | Inset) and block.attribution:
        yield block.attribution


def all_runs(unit: Part | Chapter) -> Iterator[Inlines]:
    """Every run of a chapter, titles and notes included; of a part those of its own page, without its chapters."""
    yield unit.title
    yield unit.subtitle
    yield from runs(unit.blocks if isinstance(unit, Chapter) else unit.introduction)
    for note in unit.notes if isinstance(unit, Chapter) else ():
        yield from runs(note.blocks)


def map_inside(block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Block:
    """The same block with the blocks inside it changed, one list after the other; one that holds none stays."""
    match block:
        case Quote() | Document() | Letter() | Inset() | Pinyin():
            return replace(block, blocks=change(block.blocks))
        case List():
            items = tuple(replace(item, blocks=change(item.blocks)) for item in block.items)
            return replace(block, items=items)
        case Entries():
            entries = tuple(replace(entry, blocks=change(entry.blocks)) for entry in block.entries)
            return replace(block, entries=entries)
        case _:
            return block


def map_block(block: Block, change: MapInlines) -> Block:
    """The same block with every run of inlines changed."""
    match block:
        case Paragraph() | Byline() | Gap():
            return replace(block, content=change(block.content))
        case Heading():
            return replace(block, content=change(block.content), subtitle=change(block.subtitle))
        case Signature():
            return replace(block, lines=tuple(change(line) for line in block.lines))
        case Quote():
            return replace(block, blocks=map_blocks(block.blocks, change), attribution=change(block.attribution))
        case List() | Pinyin():
            return map_inside(block, lambda inner: map_blocks(inner, change))
        case Table():
            header = tuple(replace(cell, content=change(cell.content)) for cell in block.header)
            rows = tuple(tuple(replace(cell, content=change(cell.content)) for cell in row) for row in block.rows)
            return replace(block, header=header, rows=rows, caption=change(block.caption))
        case Figure():
            alternative = plain(change((Text(block.alternative, block.place),))) if block.alternative else ""
            return replace(block, caption=change(block.caption), alternative=alternative)
        case Document():
            return replace(
                block,
                title=change(block.title),
                subtitle=change(block.subtitle),
                blocks=map_blocks(block.blocks, change),
            )
        case Verse() | Entries() | Letter() | Inset():
            return _map_special(block, change)
        case CodeBlock() | Formula() | SceneBreak():
            return block


def _map_special(block: Verse | Entries | Letter | Inset, change: MapInlines) -> Block:
    title = change(block.title)
    match block:
        case Verse():
            stanzas = tuple(tuple(change(line) for line in stanza) for stanza in block.stanzas)
            return replace(block, title=title, stanzas=stanzas, attribution=change(block.attribution))
        case Entries():
            entries = tuple(
                replace(entry, head=change(entry.head), blocks=map_blocks(entry.blocks, change))
                for entry in block.entries
            )
            return replace(block, title=title, entries=entries)
        case Letter():
            number, salutation = change(block.number), change(block.salutation)
            inner = map_blocks(block.blocks, change)
            return replace(block, title=title, number=number, salutation=salutation, blocks=inner)
        case Inset():
            inner = map_blocks(block.blocks, change)
            return replace(block, title=title, blocks=inner, attribution=change(block.attribution))


def map_blocks(blocks: Iterable[Block], change: MapInlines) -> tuple[Block, ...]:
    """The same blocks with every run of inlines changed."""
    return tuple(map_block(block, change) for block in blocks)


def map_chapter(chapter: Chapter, change: MapInlines) -> Chapter:
    """The same chapter with every run of inlines changed, notes included."""
    notes = tuple(_map_note(note, change) for note in chapter.notes)
    return replace(
        chapter,
        title=change(chapter.title),
        subtitle=change(chapter.subtitle),
        blocks=map_blocks(chapter.blocks, change),
        notes=notes,
    )


def map_part(part: Part, change: MapInlines) -> Part:
    """The same part with every run of inlines changed, its chapters included."""
    return replace(
        part,
        title=change(part.title),
        subtitle=change(part.subtitle),
        introduction=map_blocks(part.introduction, change),
        chapters=tuple(map_chapter(chapter, change) for chapter in part.chapters),
    )


def _map_note(note: Note, change: MapInlines) -> Note:
    return replace(note, blocks=map_blocks(note.blocks, change))
