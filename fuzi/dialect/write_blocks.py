"""From the blocks of the model to Markdown that reads back as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from fuzi.dialect.build_blocks import DASH
from fuzi.dialect.escape import entity, escape, picture_path, quoted
from fuzi.dialect.rules.attributes import is_id
from fuzi.dialect.rules.tables import CAPTION
from fuzi.dialect.special.write import write_special
from fuzi.dialect.write_inlines import tidy, write_inlines
from fuzi.model.block import (
    Alignment,
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
    ListItem,
    Paragraph,
    Pinyin,
    Quote,
    SceneBreak,
    Signature,
    Table,
    Verse,
)
from fuzi.model.book import Chapter, Note
from fuzi.model.inline import Text
from fuzi.model.source import Place

_RULES = {Alignment.START: "---", Alignment.CENTRE: ":---:", Alignment.END: "---:"}
_SPECIAL = (Verse, Entries, Letter, Inset, Pinyin)
# After these a paragraph may follow without a blank line: they cannot run on into it.
_CLOSED = (Heading, CodeBlock, Formula, SceneBreak, Document, Byline, Signature, Gap, *_SPECIAL)


def write_chapter(chapter: Chapter) -> str:
    """The chapter as a file of our Markdown; read with the same chapter id it gives the same chapter.

    Two things cannot be said and are put in the nearest way: a forced line break in a heading or cell is a space, and
    neighbouring marks of one kind are one mark.
    """
    writer = _Writer(chapter.id)
    parts = [f"# {_heading_text(chapter.title)}".rstrip()]
    if chapter.subtitle:
        parts.append(_dashed(chapter.subtitle))
    if chapter.blocks:
        parts.append(writer.blocks(chapter.blocks, guard=not chapter.subtitle))
    parts += [writer.note(note) for note in chapter.notes]
    return "\n\n".join(parts) + "\n"


def write_blocks(blocks: Iterable[Block], *, prefix: str = "") -> str:
    """Blocks as Markdown; ``prefix`` is the id of their chapter, whose numbered ids need not be written."""
    return _Writer(prefix).blocks(tuple(blocks)) + "\n"


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one file; the counters tell which ids the reader would give by itself."""

    prefix: str
    counters: dict[str, int] = field(default_factory=dict)

    def blocks(self, blocks: Sequence[Block], *, guard: bool = False, quoted: bool = False) -> str:
        """Blocks with blank lines between them; ``guard`` says that a subtitle could stand before the first."""
        return "\n\n".join(text for _, text in self.written(blocks, guard=guard, in_quote=quoted))

    def written(self, blocks: Sequence[Block], *, guard: bool, in_quote: bool) -> list[tuple[Block, str]]:
        """Each block, or run of blocks that share a container, with its Markdown."""
        out: list[tuple[Block, str]] = []
        previous: Block | None = None
        for kind, group in groupby(blocks, key=_group):
            run = list(group)
            if kind == "flush":
                texts = [self._paragraph(block, None, guard=False, in_quote=in_quote) for block in run]
                out.append((run[0], ":::flush\n" + "\n\n".join(texts) + "\n:::"))
            elif kind == "byline":
                out.append((run[0], ":::byline\n" + "\n".join(_line(block) for block in run) + "\n:::"))
            else:
                for block in run:
                    dash = guard if previous is None else isinstance(previous, Heading) and not previous.subtitle
                    marker = _alternate(previous, block, out)
                    out.append((block, self._block(block, previous, dash, in_quote, marker)))
                    previous = block
            previous = run[-1]
        return out

    def _block(self, block: Block, previous: Block | None, guard: bool, in_quote: bool, marker: str) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block, previous, guard=guard, in_quote=in_quote)
            case Heading():
                return self._heading(block)
            case Signature(lines=lines):
                return ":::signature\n" + "\n".join(_one_line(line) for line in lines) + "\n:::"
            case Gap(content=content):
                return f":::gap\n{write_inlines(content)}\n:::"
            case Quote():
                return self._quote(block)
            case List():
                return self._list(block, marker)
            case CodeBlock(text=text, language=language):
                fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
                return f"{fence}{language}\n{text}\n{fence}" if text else f"{fence}{language}\n{fence}"
            case Formula(tex=tex):
                return f"$$\n{tex}\n$$"
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Document():
                return self._document(block)
            case Verse() | Entries() | Letter() | Inset():
                return write_special(block, lambda inner, quoted: self.blocks(inner, quoted=quoted))
            case Pinyin(scope=scope, blocks=inner):
                return f":::pinyin {scope.value}\n{self.blocks(inner, quoted=in_quote)}\n:::"
            case _:
                return "***"

    def _paragraph(self, block: Block, previous: Block | None, *, guard: bool, in_quote: bool) -> str:
        assert isinstance(block, Paragraph)
        written = write_inlines(block.content, indent=block.flush)
        if isinstance(previous, Table) and not (previous.caption or self._is_own("t", previous.id)):
            written = _spell_start(written) if CAPTION.match(written + " ") else written
        if guard and written.startswith(DASH):
            written = _spell_start(written)
        if in_quote:
            written = "\n".join(_spell_start(line) if line.startswith(DASH) else line for line in written.split("\n"))
        return written

    def _is_own(self, kind: str, id_: str) -> bool:
        """Whether the thing just written has an id that had to be written."""
        return bool(id_) and is_id(id_) and id_ != f"{self.prefix}-{kind}{self.counters.get(kind, 0)}"

    def _id(self, kind: str, id_: str) -> str:
        self.counters[kind] = self.counters.get(kind, 0) + 1
        return f"#{id_}" if self._is_own(kind, id_) else ""

    def _heading(self, block: Heading) -> str:
        id_ = self._id("s", block.id)
        line = f"{'#' * block.level} {_heading_text(block.content)}" + (f" {{{id_}}}" if id_ else "")
        return line.rstrip() + (f"\n\n{_dashed(block.subtitle)}" if block.subtitle else "")

    def _quote(self, block: Quote) -> str:
        text = self.blocks(block.blocks, quoted=True)
        if block.attribution:
            text += ("\n\n" if text else "") + _dashed(block.attribution)
        return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))

    def _list(self, block: List, marker: str) -> str:
        items = []
        tight = block.tight
        for number, item in enumerate(block.items, block.start):
            head = f"{number}{marker} " if block.ordered else f"{marker} "
            parts = self.written(item.blocks, guard=False, in_quote=False)
            tight = tight and _fits_tight(item, parts)
            items.append((head, [text for _, text in parts]))
        separator = "\n" if tight else "\n\n"
        return separator.join(_indented(separator.join(parts), head) for head, parts in items)

    def _table(self, block: Table) -> str:
        id_ = self._id("t", block.id)
        rows = [[_cell(cell.content) for cell in row] for row in (block.header, *block.rows)]
        columns = max(1, *(len(row) for row in rows))
        rules = [_RULES[alignment] for alignment in block.alignments]
        rules += ["---"] * (columns - len(rules))
        rows = [row + [""] * (columns - len(row)) for row in rows]
        lines = ["| " + " | ".join(row) + " |" for row in (rows[0], rules, *rows[1:])]
        if not (block.caption or id_):
            return "\n".join(lines)
        caption = f"表：{_one_line(block.caption)}" + (f" {{{id_}}}" if id_ else "")
        return "\n".join(lines) + f"\n\n{caption}"

    def _figure(self, block: Figure) -> str:
        attributes = [self._id("f", block.id)]
        attributes += [f"width={block.width}%"] if block.width else []
        attributes += [".decorative"] if block.decorative else []
        written = " ".join(filter(None, attributes))
        caption = f" {quoted(write_inlines(block.caption))}" if block.caption else ""
        target = f"![{escape(block.alternative)}]({picture_path(block.source)}{caption})"
        return target + (f"{{{written}}}" if written else "")

    def _document(self, block: Document) -> str:
        id_ = self._id("d", block.id)
        parts = [f":::document {_one_line(block.title)}".rstrip() + (f" {{{id_}}}" if id_ else "")]
        if block.subtitle:
            parts.append(_dashed(block.subtitle) + ("\n" if block.blocks else ""))
        if block.blocks:
            parts.append(self.blocks(block.blocks, guard=not block.subtitle))
        return "\n".join([*parts, ":::"])

    def note(self, note: Note) -> str:
        """A note as a definition, its further lines indented by four."""
        head = f"[^{note.key}]:"
        text = self.blocks(note.blocks)
        first = note.blocks[0] if note.blocks else None
        if isinstance(first, Paragraph) and not first.flush:
            return _indented(text, head + " ", 4)
        return f"{head}\n" + _indented(text, "    ", 4) if text else head


def _group(block: Block) -> str:
    if isinstance(block, Paragraph) and block.flush:
        return "flush"
    return "byline" if isinstance(block, Byline) else ""


def _line(block: Block) -> str:
    assert isinstance(block, Byline)
    return _one_line(block.content)


def _one_line(content: Inlines) -> str:
    return write_inlines(content, breaks=False)


def _heading_text(content: Inlines) -> str:
    written = _one_line(content)
    # Number signs at the end of a heading are decoration.
    return re.sub(r"(?<!\\)#$", r"\\#", written)


def _cell(content: Inlines) -> str:
    return _one_line(content).replace("|", "\\|")


def _dashed(content: Inlines) -> str:
    """A subtitle or an attribution, which begins with a dash or gets one."""
    content = tidy(content)
    first = content[0] if content else None
    if not (isinstance(first, Text) and first.text.startswith(DASH)):
        content = (Text(DASH, Place("")), *content)
    return write_inlines(content)


def _spell_start(written: str) -> str:
    return entity(written[0]) + written[1:]


def _indented(text: str, head: str, width: int | None = None) -> str:
    indent = " " * (len(head) if width is None else width)
    lines = text.split("\n")
    return "\n".join([(head + lines[0]).rstrip(" "), *(indent + line if line else "" for line in lines[1:])])


def _alternate(previous: Block | None, block: Block, out: list[tuple[Block, str]]) -> str:
    """The marker of a list: another one than the list just before it, which would run on."""
    if not isinstance(block, List):
        return ""
    markers = ".)" if block.ordered else "-+"
    if isinstance(previous, List) and previous.ordered == block.ordered:
        used = re.match(r"\d+([.)])|([-+])", out[-1][1])
        if used and (used[1] or used[2]) == markers[0]:
            return markers[1]
    return markers[0]


def _fits_tight(item: ListItem, parts: list[tuple[Block, str]]) -> bool:
    """Whether the blocks of an item can follow each other without blank lines."""
    whole = (CodeBlock, List, Quote, Document, *_SPECIAL)
    if any("\n\n" in text and not isinstance(block, whole) for block, text in parts):
        return False
    for (before, _), (after, text) in zip(parts, parts[1:], strict=False):
        if isinstance(after, Paragraph | Figure) and not isinstance(before, _CLOSED):
            flush = isinstance(after, Paragraph) and after.flush
            if not flush and not (isinstance(before, Paragraph) and before.flush):
                return False
        # Quotes and tables run on into each other; a table does not end a paragraph in a quote or list before it.
        if isinstance(before, Quote) and isinstance(after, Quote):
            return False
        if isinstance(before, Quote | List | Table) and isinstance(after, Table):
            return False
        # Only a list that begins with 1 and with text can end a paragraph.
        if isinstance(after, List) and (after.ordered and after.start != 1 or re.match(r"\S+(?:\n|\Z)", text)):
            return False
    return True
