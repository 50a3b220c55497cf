"""From the inline tokens of one block to the inlines of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from fuzi.dialect import build_marks, codes
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.reading import Reading
from fuzi.dialect.remarks import fault_of_reference
from fuzi.dialect.rules.attributes import parse_attributes
from fuzi.dialect.rules.slips import slip_of_id
from fuzi.dialect.rules.soft_break import needs_space
from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    MarkKind,
    NoteCall,
    Strong,
    Text,
)
from fuzi.model.source import Place
from fuzi.model.walk import plain

MARK_LEVELS = 16
"""How deep emphasis and links may stand in one another."""

IDEOGRAPHIC_SPACE = "\u3000"

_TARGET = re.compile(r"(?:https?://[^/?#\s]|mailto:[^\s@]+@|#.)", re.IGNORECASE)
_TEXT = frozenset(("text", "text_special", "html_text", "formula_refused", "attributes"))

_Open = tuple[str, Place, str, list[Inline], str]


def read_inlines(
    reading: Reading,
    tokens: Sequence[Token],
    places: TextPlaces,
    *,
    indent: str = "",
    keep_indent: bool = False,
    keep_lines: bool = False,
) -> Inlines:
    """The inlines of these tokens: one ``Text`` for each source line and run between marks.

    ``indent`` is white space that the block parser took from the start and that must stay; ``keep_indent`` leaves
    ideographic spaces at line starts alone; ``keep_lines`` makes each source line a line of its own.
    """
    return _InlineReader(reading, tokens, places, indent, keep_indent, keep_lines).read()


class _InlineReader:
    def __init__(
        self,
        reading: Reading,
        tokens: Sequence[Token],
        places: TextPlaces,
        indent: str,
        keep_indent: bool,
        keep_lines: bool,
    ) -> None:
        self.reading, self.tokens, self.places = reading, tokens, places
        self.keep_indent, self.keep_lines = keep_indent, keep_lines
        self.out: list[Inline] = []
        self.open: list[_Open] = []
        self.buffer: list[str] = [indent] if indent else []
        self.at = -len(indent)
        self.tail = ""  # the last characters that were set, to decide on spaces at line breaks
        self.line_start = False
        self.stray = 0  # length of the run of unmatched asterisks that is being read

    def read(self) -> Inlines:
        for index, token in enumerate(self.tokens):
            kind = token.type
            if kind in _TEXT:
                self._text(token)
            else:
                self.stray = 0
                self._HANDLERS[kind](self, token, index)
                if kind not in ("softbreak", "hardbreak", "comment"):
                    self.line_start = False
        self._flush()
        while self.open:  # the parser always closes what it opens
            self._close()
        return tuple(self.out)

    # Text

    def _text(self, token: Token) -> None:
        content = token.markup if token.type == "attributes" else token.content
        if not content:
            return
        at = token.meta.get("at", 0)
        if token.type == "html_text":
            code = codes.COMMENT_OPEN if content == "<!--" else codes.HTML_TAG
            self.reading.report(code, self.places.place(at), tag=content)
        elif token.type == "formula_refused":
            self.reading.report(codes.FORMULA_HAN, self.places.place(at), text=shown(token.markup))
        elif token.info == "entity":
            self._check_reference(token, at)
        elif token.type == "attributes" and content.startswith("{#") and self.tail.endswith("]"):
            build_marks.report_slip(self.reading, slip_of_id(content), self.places.place(at))
        if token.type != "text":
            self.stray = 0
        else:
            self._look_for_strays(content, at)
            if self.line_start and content[0] == IDEOGRAPHIC_SPACE:
                content = self._indent_inside(content, at)
        self.line_start = False
        if content:
            if not self.buffer:
                self.at = at
            self.buffer.append(content)
            self.tail = (self.tail + content)[-8:]

    def _check_reference(self, token: Token, at: int) -> None:
        words = fault_of_reference(token.markup, token.content)
        if words:
            self.reading.report(codes.REFERENCE_WRONG, self.places.place(at), reference=token.markup, **words)

    def _look_for_strays(self, content: str, at: int) -> None:
        self.stray = self.stray + 1 if content == "*" else 0
        if self.stray == 2:
            self.reading.report(codes.EMPHASIS_STRAY, self.places.place(at), mark="**")
        if "$$" in content:
            self.reading.report(codes.FORMULA_STRAY, self.places.place(at + content.index("$$")))

    def _indent_inside(self, content: str, at: int) -> str:
        if self.keep_indent:
            self.reading.report(codes.INDENT_KEPT, self.places.place(at))
            return content
        self.reading.report(codes.INDENT_INSIDE, self.places.place(at))
        return content.lstrip(IDEOGRAPHIC_SPACE)

    def _flush(self) -> None:
        if self.buffer:
            self.out.append(Text("".join(self.buffer), self.places.place(self.at)))
            self.buffer = []

    # Breaks

    def _soft_break(self, token: Token, index: int) -> None:
        if self.keep_lines and not self.open:
            self._hard_break(token, index)
            return
        if not self.keep_indent and self.buffer:
            self.buffer[-1] = self.buffer[-1].rstrip(IDEOGRAPHIC_SPACE)
            self.tail = self.tail.rstrip(IDEOGRAPHIC_SPACE)
        if self.tail and self.tail[-1] != " " and needs_space(reversed(self.tail), self._following(index)):
            if not self.buffer:
                self.at = token.meta["at"]
            self.buffer.append(" ")
            self.tail += " "
        self._flush()
        self.line_start = True

    def _following(self, index: int) -> Iterator[str]:
        for token in self.tokens[index + 1 :]:
            if token.type in _TEXT or token.type == "code_inline":
                yield from token.content.lstrip(IDEOGRAPHIC_SPACE)
            elif token.type == "ruby":
                yield from token.content
            elif token.type in ("formula", "image"):
                yield "x"
            elif token.type == "hardbreak":
                return

    def _hard_break(self, token: Token, index: int) -> None:
        self._flush()
        self.out.append(LineBreak(self.places.place(token.meta["at"])))
        self.tail = ""
        self.line_start = self.keep_indent

    # Marks with content

    def _start(self, token: Token, index: int, target: str = "") -> None:
        self._flush()
        place = self.places.place(token.meta["at"])
        self.open.append((token.type, place, target, self.out, self.tail))
        self.out = []
        if len(self.open) == MARK_LEVELS + 1:
            self.reading.report(codes.MARKS_TOO_DEEP, place, limit=MARK_LEVELS)

    def _end(self, token: Token, index: int) -> None:
        self._flush()
        self._close()

    def _close(self) -> None:
        kind, place, target, before, tail = self.open.pop()
        content = tuple(self.out)
        self.out = before
        if len(self.open) >= MARK_LEVELS or (kind == "link_open" and not target):
            self.out.extend(content)
        elif kind == "link_open":
            if not content:
                self.reading.report(codes.LINK_EMPTY, place, target=target)
            self.out.append(Link(target, content, place))
        elif kind == "mark_open":
            self.out += build_marks.marked(self.reading, MarkKind(target), content, place)
            self.tail = tail if target == MarkKind.SIDE else self.tail  # it is no text of the line
        elif content:
            self.out.append(Strong(content, place) if kind == "strong_open" else Emphasis(content, place))

    def _link(self, token: Token, index: int) -> None:
        automatic = token.markup == "autolink"
        # A link begins one character before the label at which its rule stands.
        token.meta["at"] -= not automatic
        place = self.places.place(token.meta["at"])
        written = str(token.attrs.get("href", ""))
        target = normalizeLink(written)
        if not _TARGET.match(target):
            self.reading.report(codes.LINK_REFUSED, place, target=written)
            target = ""
        if title := token.attrs.get("title"):
            self.reading.report(codes.LINK_TITLE, place, title=title)
            self.reading.shown_titles.add(str(title))
        self._start(token, index, target)
        if automatic:
            self.tokens[index + 1].meta["at"] = token.meta["at"] + 1

    def _mark(self, token: Token, index: int) -> None:
        self._start(token, index, token.meta["kind"])

    def _mark_unknown(self, token: Token, index: int) -> None:
        build_marks.report_unknown(self.reading, token.content, self.places.place(token.meta["at"]))

    def _slip(self, token: Token, index: int) -> None:
        build_marks.report_slip(self.reading, token.meta["slip"], self.places.place(token.meta["at"]))

    def _ruby(self, token: Token, index: int) -> None:
        base = read_inlines(self.reading, token.children or (), self.places)
        self._flush()
        built = build_marks.ruby(self.reading, self.places, token, base)
        self.out += built
        self.tail = plain(built)[-8:]

    # Marks without content

    def _add(self, item: Inline, tail: str) -> None:
        self._flush()
        self.out.append(item)
        self.tail = tail

    def _code(self, token: Token, index: int) -> None:
        self._add(Code(token.content, self.places.place(token.meta["at"])), token.content[-8:])

    def _formula(self, token: Token, index: int) -> None:
        tex = re.sub(r"\s*\n\s*", " ", token.content)
        self._add(InlineFormula(tex, self.places.place(token.meta["at"])), "x")

    def _note_call(self, token: Token, index: int) -> None:
        place = self.places.place(token.meta["at"])
        if token.content in self.reading.defined:
            self._add(NoteCall(token.content, place), self.tail)
            return
        self.reading.report(codes.NOTE_UNDEFINED, place, key=token.content)
        if not self.buffer:
            self.at = token.meta["at"]
        self.buffer.append(token.markup)
        self.tail = token.markup

    def _note_inline(self, token: Token, index: int) -> None:
        place = self.places.place(token.meta["at"])
        content = read_inlines(self.reading, token.children or (), self.places)
        key = self.reading.add_inline_note(content, place)
        self._add(NoteCall(key, place), self.tail)

    def _picture(self, token: Token, index: int) -> None:
        place = self.places.place(token.meta["at"])
        source, alternative = picture(self.reading, token, self.places)
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        decorative = False
        if following is not None and following.type == "attributes":
            given = parse_attributes(following.content)
            decorative = "decorative" in given.classes
            for item in given.besides(".decorative"):
                self.reading.report(codes.ATTRIBUTE_UNKNOWN, place, attribute=item, known=".decorative")
            following.markup = ""
        if caption := token.meta.get("caption") or token.attrs.get("title"):
            self.reading.report(codes.CAPTION_INLINE, place, caption=caption)
        check_alternative(self.reading, source, alternative, decorative, place)
        self._add(InlineFigure(source, alternative, decorative, place), "x")

    def _comment(self, token: Token, index: int) -> None:
        self.reading.report(codes.COMMENT, self.places.place(token.meta["at"]), text=shown(token.content[4:-3]))

    _HANDLERS: ClassVar[dict[str, Callable[[_InlineReader, Token, int], None]]] = {
        "softbreak": _soft_break,
        "hardbreak": _hard_break,
        "em_open": _start,
        "strong_open": _start,
        "mark_open": _mark,
        "mark_close": _end,
        "mark_unknown": _mark_unknown,
        "slip": _slip,
        "ruby": _ruby,
        "em_close": _end,
        "strong_close": _end,
        "link_open": _link,
        "link_close": _end,
        "code_inline": _code,
        "formula": _formula,
        "note_call": _note_call,
        "note_inline": _note_inline,
        "image": _picture,
        "comment": _comment,
    }


def picture(reading: Reading, token: Token, places: TextPlaces) -> tuple[str, str]:
    """Path and alternative text of a picture; both reading problems are reported where they are found."""
    source = unquote(str(token.attrs.get("src", "")))
    if not source:
        reading.report(codes.PICTURE_MISSING, places.place(token.meta["at"]))
    quiet = Reading(reading.source, reading.prefix, reading.defined, {})
    alternative = plain(read_inlines(quiet, token.children or (), places)).strip()
    place = places.place(token.meta["at"])
    reading.problems += [replace(item, place=place) for item in quiet.problems if item.code is codes.REFERENCE_WRONG]
    return source, alternative


def check_alternative(reading: Reading, source: str, alternative: str, decorative: bool, place: Place) -> None:
    """A picture without alternative text is shut away from those who cannot see it."""
    if not alternative and not decorative:
        reading.report(codes.ALT_MISSING, place, source=source)


def shown(text: str, limit: int = 40) -> str:
    """The beginning of a text on one line, for messages."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
