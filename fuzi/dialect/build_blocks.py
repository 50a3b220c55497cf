"""From the block tokens of one file to the blocks of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, TypeVar

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from fuzi.dialect import build_figures, codes
from fuzi.dialect.build_inlines import IDEOGRAPHIC_SPACE, read_inlines, shown
from fuzi.dialect.places import Origin, TextPlaces
from fuzi.dialect.reading import Reading
from fuzi.dialect.remarks import unmade_headings
from fuzi.dialect.rules.attributes import parse_attributes
from fuzi.dialect.rules.tables import CAPTION
from fuzi.model.block import (
    Block,
    CodeBlock,
    Formula,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    SceneBreak,
)
from fuzi.model.source import Place

DASH = "——"
"""Begins the subtitle after a heading and the attribution of a quotation."""

Built = tuple[list[Block], int]
"""What a token gave, and the index of the token after it."""

DEEPEST = 4
"""The level of the deepest heading that styles and handbook know."""

_Content = TypeVar("_Content")


class BlockReader:
    """Reads the tokens of one file; ``origin`` says where the surrounding quotation or item begins.

    ``others`` reads the kinds of token that have a file of their own (tables, containers).
    """

    def __init__(self, reading: Reading, tokens: Sequence[Token], others: Mapping[str, Handler]) -> None:
        self._handlers = {**self.handlers, **others}
        self.reading = reading
        self.tokens = tokens
        self.close = _closing_tokens(tokens)
        self.origin = Origin()
        self.flush = False
        self.level = 1

    def read(self, start: int, end: int) -> list[Block]:
        """The blocks of the tokens from ``start`` to before ``end``."""
        blocks: list[Block] = []
        index = start
        while index < end:
            built, index = self.read_one(index)
            blocks += built
        return blocks

    def read_one(self, index: int) -> Built:
        """What begins at one token, and the index of the token after it."""
        return self._handlers[self.tokens[index].type](self, index)

    def place(self, token: Token) -> Place:
        """Where a block begins."""
        line = token.map[0] if token.map else 0
        return self.reading.source.place(line, self.origin.column_of(self.reading.source, line))

    def inlines(self, token: Token, keep_lines: bool = False) -> Inlines:
        """The inlines of an ``inline`` token."""
        return read_inlines(
            self.reading, token.children or (), TextPlaces.of(self.reading.source, token), keep_lines=keep_lines
        )

    def _inside(self, index: int, read: Callable[[], _Content], *, quote: bool = False) -> _Content:
        token, origin = self.tokens[index], self.origin
        self.origin = origin.inside(self.reading.source, token.map[0] if token.map else 0, quote=quote)
        try:
            return read()
        finally:
            self.origin = origin

    # Paragraphs and headings

    def _paragraph(self, index: int) -> Built:
        token, inline = self.tokens[index], self.tokens[index + 1]
        place = self.place(token)
        if "\n===" in inline.content:
            self.reading.report(codes.HEADING_UNDERLINED, place)
        if inline.content.startswith("：：："):
            self.reading.report(codes.CONTAINER_WIDE, place)
        for offset, mark in unmade_headings(inline.content):
            self._unmade_heading(TextPlaces.of(self.reading.source, inline).place(offset), mark)
        figures = build_figures.read_figures(self.reading, inline)
        if figures:
            return list(figures), index + 3
        content = self._paragraph_inlines(inline)
        return [Paragraph(content, place, self.flush)] if content else [], index + 3

    def _unmade_heading(self, place: Place, mark: str) -> None:
        if len(mark) > DEEPEST:
            self.reading.report(codes.HEADING_DEEP, place, mark=mark)
        else:
            self.reading.report(codes.HEADING_SPACE, place, mark=mark, right="#" * len(mark))

    def _paragraph_inlines(self, inline: Token) -> Inlines:
        places = TextPlaces.of(self.reading.source, inline)
        indent = ""
        if self.flush:
            before = self.reading.source.lines[places.line][: places.columns[0]]
            indent = before[len(before.rstrip(IDEOGRAPHIC_SPACE)) :]
            if indent:
                self.reading.report(codes.INDENT_KEPT, places.place(-len(indent)))
        return read_inlines(self.reading, inline.children or (), places, indent=indent, keep_indent=self.flush)

    def _heading(self, index: int) -> Built:
        token = self.tokens[index]
        place = self.place(token)
        content, id_ = self.heading_text(self.tokens[index + 1], place)
        level = int(token.tag[1:])
        if level == 1:
            self.reading.report(codes.TITLE_AGAIN, place, title=shown(self.tokens[index + 1].content))
            level = 2
        if not content:
            self.reading.report(codes.HEADING_EMPTY, place)
        if level > DEEPEST:
            self.reading.report(codes.HEADING_DEEP, place, mark="#" * level)
        if level > self.level + 1:
            self.reading.report(codes.LEVEL_JUMP, place, before=self.level, level=level)
        self.level = level
        subtitle, following = self.subtitle(index + 3)
        return [Heading(level, content, self.reading.new_id("s", id_, place), place, subtitle)], following

    def heading_text(self, inline: Token, place: Place) -> tuple[Inlines, str]:
        """The text of a heading or document title without its ``{#id}``, and that id."""
        id_ = ""
        children = inline.children or []
        if children and children[-1].type == "attributes" and (len(children) < 2 or children[-2].type != "image"):
            given = parse_attributes(children.pop().content)
            id_ = given.id
            for item in given.besides("#"):
                self.reading.report(codes.ATTRIBUTE_UNKNOWN, place, attribute=item, known="#id")
            if children and children[-1].type == "text":
                children[-1].content = children[-1].content.rstrip()
        return self.inlines(inline), id_

    def subtitle(self, index: int) -> tuple[Inlines, int]:
        """The subtitle in the paragraph at ``index``, if it is one, and the index of the token after it."""
        if self.paragraph_begins(index, DASH):
            return self.inlines(self.tokens[index + 1]), index + 3
        return (), index

    def paragraph_begins(self, index: int, text: str) -> bool:
        """Whether the token at ``index`` opens a paragraph whose source begins so."""
        return (
            index + 2 < len(self.tokens)
            and self.tokens[index].type == "paragraph_open"
            and self.tokens[index + 1].content.startswith(text)
        )

    # Quotations and lists

    def _quote(self, index: int) -> Built:
        end = self.close[index]
        place = self.place(self.tokens[index])
        level, self.level = self.level, 6
        flush, self.flush = self.flush, False
        quote = self._inside(index, lambda: self.quote_content(index, end, place), quote=True)
        self.level, self.flush = level, flush
        return [quote], end + 1

    def quote_content(self, index: int, end: int, place: Place) -> Quote:
        """What stands between the tokens ``index`` and ``end`` as a quotation, its last line ``——…`` as its source."""
        last = end - 3
        if last <= index or self.tokens[last].type != "paragraph_open":
            return Quote(tuple(self.read(index + 1, end)), place)
        inline = self.tokens[last + 1]
        if self.tokens[last - 1].type == "heading_close":  # then it is the subtitle
            return Quote(tuple(self.read(index + 1, end)), place)
        if inline.content.startswith(DASH) and last > index + 1:
            blocks = self.read(index + 1, last)
            return Quote(tuple(blocks), place, self.inlines(inline))
        children = inline.children or []
        cut = _last_line(children)
        if cut is None:
            return Quote(tuple(self.read(index + 1, end)), place)
        inline.children = children[:cut]
        blocks = self.read(index + 1, end)
        places = TextPlaces.of(self.reading.source, inline)
        return Quote(tuple(blocks), place, read_inlines(self.reading, children[cut + 1 :], places))

    def _list(self, index: int) -> Built:
        token, end = self.tokens[index], self.close[index]
        ordered = token.type == "ordered_list_open"
        place = self.place(token)
        items: list[ListItem] = []
        numbers: list[tuple[str, Place]] = []
        tight = True
        at = index + 1
        while at < end:
            item, item_end = self.tokens[at], self.close[at]
            item_place = self.place(item)
            numbers.append((item.info, item_place))
            tight = tight and not any(self._is_loose(inner, item.level + 1) for inner in range(at + 1, item_end))
            flush, self.flush = self.flush, False
            blocks = self._inside(at, lambda begin=at + 1, stop=item_end: self.read(begin, stop))  # type: ignore[misc]
            self.flush = flush
            items.append(ListItem(tuple(blocks), item_place))
            at = item_end + 1
        start = int(token.attrs.get("start", 1)) if ordered else 1
        if ordered:
            self._check_numbers(numbers, start)
        return [List(ordered, tuple(items), place, start, tight)], end + 1

    def _is_loose(self, index: int, level: int) -> bool:
        """Whether a paragraph has blank lines around it; captions and subtitles have them always."""
        token, before = self.tokens[index], self.tokens[index - 1].type
        if token.type != "paragraph_open" or token.level != level or token.hidden:
            return False
        content = self.tokens[index + 1].content
        caption = before == "table_close" and CAPTION.match(content + " ")
        return not caption and not (before == "heading_close" and content.startswith(DASH))

    def _check_numbers(self, numbers: list[tuple[str, Place]], start: int) -> None:
        if len({number for number, _ in numbers}) == 1:
            return  # `1.` before every item is a custom of Markdown
        for expected, (number, place) in enumerate(numbers, start):
            if int(number) != expected:
                self.reading.report(codes.LIST_NUMBERS, place, found=number, number=expected)
                return

    # Code, formulas, breaks

    def _fence(self, index: int) -> Built:
        token = self.tokens[index]
        place = self.place(token)
        language, *rest = unescapeAll(token.info).split(None, 1) or [""]
        if rest:
            self.reading.report(codes.CODE_INFO, place, text=shown(rest[0]))
        last = self.reading.source.lines[token.map[1] - 1] if token.map else ""
        if not last.strip(" \t>").startswith(token.markup) or (token.map and token.map[1] - token.map[0] < 2):
            self.reading.report(codes.CODE_OPEN, place, fence=token.markup)
        return [CodeBlock(token.content.removesuffix("\n"), language, place)], index + 1

    def _formula(self, index: int) -> Built:
        return [Formula(self.tokens[index].content, self.place(self.tokens[index]))], index + 1

    def _scene_break(self, index: int) -> Built:
        return [SceneBreak(self.place(self.tokens[index]))], index + 1

    def _comment(self, index: int) -> Built:
        token = self.tokens[index]
        self.reading.report(codes.COMMENT, self.place(token), text=shown(token.content[4:-3]))
        return [], index + 1

    def _reference_title(self, index: int) -> Built:
        token = self.tokens[index]
        self.reading.reference_titles.append((token.content, self.place(token)))
        return [], index + 1

    # Notes

    def _definition(self, index: int) -> Built:
        token, end = self.tokens[index], self.close[index]
        key, place = token.meta["label"], self.place(token)
        line = token.map[0] if token.map else 0
        origin, flush, level = self.origin, self.flush, self.level
        column = self.reading.source.lines[line].find("]:", place.column - 1) + 2
        self.origin, self.flush, self.level = Origin(line, column, origin.quotes), False, 6
        blocks = self.read(index + 1, end)
        self.origin, self.flush, self.level = origin, flush, level
        self.reading.add_definition(key, blocks, place)
        return [], end + 1

    handlers: ClassVar[dict[str, Handler]] = {
        "paragraph_open": _paragraph,
        "heading_open": _heading,
        "blockquote_open": _quote,
        "bullet_list_open": _list,
        "ordered_list_open": _list,
        "fence": _fence,
        "formula_block": _formula,
        "hr": _scene_break,
        "comment": _comment,
        "reference_title": _reference_title,
        "footnote_reference_open": _definition,
    }


Handler = Callable[[BlockReader, int], Built]
"""Reads the thing that begins at a token."""


def _closing_tokens(tokens: Sequence[Token]) -> dict[int, int]:
    """For each opening token the index of the token that closes it."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            opened.append(index)
        elif token.nesting < 0:
            closing[opened.pop()] = index
    return closing


def _last_line(children: Sequence[Token]) -> int | None:
    """The index of the line break before a last line ``——…`` that is not inside a mark."""
    for index in range(len(children) - 2, 0, -1):
        if children[index].type in ("softbreak", "hardbreak"):
            following = children[index + 1]
            if following.type != "text" or not following.content.startswith(DASH):
                return None
            return index if not sum(token.nesting for token in children[:index]) else None
    return None
