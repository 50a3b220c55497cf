"""From the inlines of the model to Markdown that reads back as the same inlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fuzi.dialect.escape import code_span, entity, escape, link_target, picture_path
from fuzi.dialect.rules.emphasis import flanks
from fuzi.dialect.rules.names import NAMES
from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    NoteCall,
    Ruby,
    Strong,
    Text,
)

_AUTOLINK = re.compile(r"https?://[^\s<>\\]+|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(slots=True)
class _Piece:
    """A piece of a line: text still to be escaped, a mark of emphasis, or finished Markdown.

    ``bare_start`` and ``bare_end`` of a text are false when its first or last character has to be an entity.
    """

    text: str
    kind: str  # "text", "open", "close", "raw", "break"
    bare_start: bool = True
    bare_end: bool = True


def write_inlines(inlines: Iterable[Inline], *, indent: bool = False, breaks: bool = True) -> str:
    """Markdown for one run of inlines that stands in a paragraph of its own.

    ``indent`` is for flush blocks, where ideographic spaces at line starts stay; without ``breaks`` forced line breaks
    become spaces (headings and cells are one line).
    """
    return _write(tidy(inlines), indent=indent, breaks=breaks)


def tidy(inlines: Iterable[Inline]) -> Inlines:
    """The same inlines in the one form that Markdown can say: neighbours of one kind joined, empty marks dropped."""
    out: list[Inline] = []
    for item in _flat(inlines, frozenset()):
        before = out[-1] if out else None
        match before, item:
            case Text(), Text():
                out[-1] = replace(before, text=before.text + item.text)
            case Code(), Code():
                out[-1] = replace(before, text=before.text + item.text)
            case InlineFormula(), InlineFormula():
                out[-1] = replace(before, tex=f"{before.tex} {item.tex}")
            case Emphasis(), Emphasis():
                out[-1] = replace(before, content=tidy((*before.content, *item.content)))
            case Strong(), Strong():
                out[-1] = replace(before, content=tidy((*before.content, *item.content)))
            case _:
                out.append(item)
    while out and isinstance(out[-1], LineBreak):
        out.pop()
    return tuple(out)


def _flat(inlines: Iterable[Inline], inside: frozenset[type]) -> Iterable[Inline]:
    """Without empty things, and without a mark inside a mark of its own kind."""
    for item in inlines:
        match item:
            case Text(text="") | Code(text=""):
                pass
            case Emphasis(content=content) | Strong(content=content):
                if type(item) in inside:
                    yield from _flat(content, inside)
                elif content := tidy(_flat(content, inside | {type(item)})):
                    yield replace(item, content=content)
            case Mark(content=content):
                if content := tidy(_flat(content, inside)):
                    yield replace(item, content=content)
            case Ruby(content=content) if not any(text.text for text in content):
                pass
            case Link(content=content):
                if Link in inside:
                    yield from _flat(content, inside)
                else:
                    yield replace(item, content=tidy(_flat(content, frozenset((Link,)))))
            case _:
                yield item


def _write(inlines: Inlines, *, indent: bool = False, breaks: bool = True, before: str = " ", after: str = " ") -> str:
    pieces: list[_Piece] = []
    _add_pieces(pieces, inlines, breaks, "")
    line_starts = before == " "
    for _ in range(2):  # an entity that helps one mark changes what its other neighbour sees
        for index in range(len(pieces)):
            _secure(pieces, index, before, after)
    written = [_render(pieces, index, line_starts, indent) for index in range(len(pieces))]
    return "".join(written)


def _add_pieces(pieces: list[_Piece], inlines: Sequence[Inline], breaks: bool, parent: str) -> None:
    for index, item in enumerate(inlines):
        match item:
            case Text(text=text):
                pieces.append(_Piece(text, "text"))
            case Emphasis(content=content) | Strong(content=content):
                # Two runs of asterisks that touch would be read as one, so every second one is of underscores.
                last = index == len(inlines) - 1
                touched = pieces[-1].text[0] if pieces and pieces[-1].kind in ("open", "close") else ""
                marker = "_" if "*" in (touched, parent if last else "") else "*"
                marks = marker * (1 + isinstance(item, Strong))
                pieces.append(_Piece(marks, "open"))
                _add_pieces(pieces, content, breaks, marker)
                pieces.append(_Piece(marks, "close"))
            case Mark(kind=kind, content=content):
                pieces.append(_Piece("[", "raw"))
                _add_pieces(pieces, content, breaks, "")
                pieces.append(_Piece(f"]{{.{NAMES[kind][0]}}}", "raw"))
            case LineBreak():
                pieces.append(_Piece("\\\n", "break") if breaks else _Piece(" ", "text"))
            case _:
                pieces.append(_Piece(_single(item), "raw"))


def _single(item: Inline) -> str:
    match item:
        case Code(text=text):
            return code_span(text)
        case InlineFormula(tex=tex):
            return f"${tex}$"
        case Ruby(content=content, readings=readings):
            return _ruby("".join(text.text for text in content), " ".join(given.text for given in readings))
        case NoteCall(key=key):
            return f"[^{key}]"
        case Link(target=target, content=content):
            text = content[0].text if len(content) == 1 and isinstance(content[0], Text) else ""
            if text and target in (text, f"mailto:{text}") and _AUTOLINK.fullmatch(target):
                return f"<{text}>"
            return f"[{_write(content, breaks=False, before='[')}]({link_target(target)})"
        case InlineFigure(source=source, alternative=alternative, decorative=decorative):
            return f"![{escape(alternative)}]({picture_path(source)})" + "{.decorative}" * decorative
        case _:
            raise TypeError(item)


def _ruby(base: str, readings: str) -> str:
    written = re.sub(r"[|}]", lambda match: entity(match.group()), escape(base))
    return "{" + written + "|" + readings + "}"


def _first(pieces: list[_Piece], index: int, after: str) -> str:
    """The first character of the Markdown of a piece, as far as marks and formulas beside it care."""
    if index >= len(pieces):
        return after
    piece = pieces[index]
    if piece.kind != "text":
        return piece.text[0]
    return escape(piece.text)[0] if piece.bare_start and (len(piece.text) > 1 or piece.bare_end) else "&"


def _last(pieces: list[_Piece], index: int, before: str) -> str:
    if index < 0:
        return before
    piece = pieces[index]
    if piece.kind != "text":
        return piece.text[-1]
    return piece.text[-1] if piece.bare_end and (len(piece.text) > 1 or piece.bare_start) else ";"


def _secure(pieces: list[_Piece], index: int, before: str, after: str) -> None:
    """Make entities of the neighbours that would keep a mark from being one: `a**(b)**c` is no emphasis."""
    piece = pieces[index]
    if piece.kind == "raw" and piece.text.startswith("$"):
        if re.match(r"[0-9A-Za-z$]", _last(pieces, index - 1, before)):
            _spell(pieces, index - 1, start=False)
        if re.match(r"[0-9$]", _first(pieces, index + 1, after)):
            _spell(pieces, index + 1, start=True)
    if piece.kind not in ("open", "close"):
        return
    opening = piece.kind == "open"
    inner, outer = (index + 1, index - 1) if opening else (index - 1, index + 1)
    for neighbour in (inner, outer):
        around = _last(pieces, index - 1, before), _first(pieces, index + 1, after)
        if flanks(*around, inside_words=piece.text[0] == "*")[not opening]:
            return
        inside = neighbour == inner
        if not inside or (around[1] if opening else around[0]).isspace():
            _spell(pieces, neighbour, start=inside == opening)


def _spell(pieces: list[_Piece], index: int, *, start: bool) -> None:
    if 0 <= index < len(pieces) and pieces[index].kind == "text":
        if start:
            pieces[index].bare_start = False
        else:
            pieces[index].bare_end = False


def _render(pieces: list[_Piece], index: int, line_starts: bool, indent: bool) -> str:
    piece = pieces[index]
    if piece.kind != "text":
        return piece.text
    text = piece.text
    head = tail = ""
    if not piece.bare_start:
        head, text = entity(text[0]), text[1:]
    if not piece.bare_end and text:
        tail, text = entity(text[-1]), text[:-1]
    line_start = line_starts and not head and (index == 0 or pieces[index - 1].kind == "break")
    line_end = not tail and (index == len(pieces) - 1 or pieces[index + 1].kind == "break")
    written = escape(text, line_start=line_start, line_end=line_end, indent=indent)
    # `[^1]: …` at the start of a line would be the text of a note, `[^1](…)` is no link.
    after_call = bool(index) and pieces[index - 1].text.startswith("[^")
    in_label = (not index and not line_starts) or (index > 0 and pieces[index - 1].text == "[")
    if not head and ((after_call and written.startswith(":")) or (in_label and written.startswith("^"))):
        written = "\\" + written
    return head + written + tail
