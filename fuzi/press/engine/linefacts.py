"""What every laid-out line had room for: the ground on which the gauge stands its ruler.

Every line box carries three attributes, in CSS pixels where they are lengths:

- ``measure_left``: the left edge of the room that the line had, before text-indent, as an OFFSET from the line's final
  ``position_x`` (left edge minus ``position_x``, once text-align has moved the line). It stays true when the line is
  moved with its block or page.
- ``measure_width``: the width of that room; beside a float, what the float left.
- ``closing``: True for the last line of a paragraph and for a line ended by a forced break.

``install`` makes the engine's own line layout mark its lines; a line made elsewhere is marked by its maker. A line
without these attributes is not measured. ``text_indent`` must be that of the line itself, 0 but on first lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break

from fuzi.model.product import LineFact, Manner, Span
from fuzi.model.source import Place
from fuzi.press.engine.annotations import is_warichu
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.grid import POINTS
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.places import SPAN, classes, place_of
from fuzi.press.engine.setting import Setting

TEXT_ALIGN = "e953d41b87ccfc30"

FLOWING = ("normal", "nowrap", "pre-line")
"""Values of white-space under which lines are justified (CSS 2.1, 16.2)."""

CALL = "::footnote-call"
MARKER = "::footnote-marker"
RUNNING = "text"
"""The class of sections that hold running text, and not a title leaf."""


def install() -> None:
    """Let the engine mark the lines that it makes itself, once per process."""
    original = inline.text_align
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, TEXT_ALIGN)

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        offset: float = original(context, line, available_width, last)
        mark(line, available_width, offset, closing=last)
        return offset

    text_align.corrected_by_fuzi = True  # type: ignore[attr-defined]
    inline.text_align = text_align


def mark(line: Any, width: float, offset: float, *, closing: bool) -> None:
    """Mark a line that stands at the start of its room of ``width`` and is about to be moved by ``offset``."""
    line.measure_left = -offset if line.style["direction"] == "ltr" else offset + line.width - width
    line.measure_width = width
    line.closing = closing


@dataclass(frozen=True, slots=True)
class _Where:
    """What a box inherits from those around it."""

    place: Place | None = None
    notes: bool = False
    running: bool = False
    floated: bool = False


@dataclass(slots=True)
class _Paragraphs:
    """Numbers the paragraphs: the lines of one element go on over pages until one of them is closing."""

    count: int = 0
    open: dict[Any, tuple[int, Any, bool]] = field(default_factory=dict)

    def number(self, line: Any, block: Any) -> tuple[int, bool]:
        """The number of the paragraph of this line, and whether it is its first line."""
        number, last_block, closed = self.open.get(line.element, (0, None, True))
        first = last_block is not block and closed
        if first:
            self.count += 1
            number = self.count
        self.open[line.element] = (number, block, line.closing)
        return number, first


def line_facts(laid_out: LaidOut) -> tuple[LineFact, ...]:
    """Every line with text or pictures in it, in the order of pages, running text before notes.

    Left out are heads and folios, lines with leaders, and text whose white space is kept (code).
    """
    paragraphs = _Paragraphs()
    return tuple(
        fact
        for index, page in enumerate(laid_out.document.pages)
        for fact in _page(page._page_box, index, paragraphs, manner(laid_out))
    )


def manner(laid_out: LaidOut) -> Manner:
    """How the pages are meant to be set, from the style of the root."""
    style = _root(laid_out.document.pages[0]._page_box).style
    position = _word(style["__mark_position"])
    return Manner(
        leading=_points(style["line_height"].value) if style["line_height"] != "normal" else 0.0,
        size=_points(style["font_size"]),
        centred=position == "centre" or (not position and str(style["lang"]).startswith("zh-Hant")),
        strict=_word(style["__kinsoku"]) == "strict",
        loose=_word(style["__kinsoku"]) == "loose",
        punctuation=_word(style["__punctuation"]) or "full",
    )


def _root(page: Any) -> Any:
    return next(child for child in page.children if not isinstance(child, boxes.MarginBox | boxes.FootnoteAreaBox))


def _word(tokens: Any) -> str:
    """The value of a custom property; empty when it is not set."""
    return "".join(token.serialize() for token in tokens or ()).strip()


def _page(page: Any, index: int, paragraphs: _Paragraphs, manner: Manner) -> Iterator[LineFact]:
    areas = [child for child in page.children if not isinstance(child, boxes.MarginBox)]
    for area in sorted(areas, key=lambda child: isinstance(child, boxes.FootnoteAreaBox)):
        notes = isinstance(area, boxes.FootnoteAreaBox)
        for line, block, where in _lines(area, _Where(notes=notes)):
            if not hasattr(line, "measure_left") or line.style["white_space"] not in FLOWING:
                continue
            fact = _fact(line, block, where, index, paragraphs, manner)
            if fact is not None:
                yield fact


def _lines(area: Any, where: _Where) -> Iterator[tuple[Any, Any, _Where]]:
    """The lines below a box with the block that each stands in; those inside an inline block belong to its line."""
    stack: list[tuple[Any, Any, _Where]] = [(area, None, where)]
    while stack:
        box, parent, above = stack.pop()
        here = _inside(box, above)
        if isinstance(box, boxes.LineBox):
            yield box, parent, here
            stack.extend((child, box, here) for child in reversed(_out_of_line(box)))
        elif isinstance(box, boxes.ParentBox):
            stack.extend((child, box, here) for child in reversed(box.children))


def _inside(box: Any, above: _Where) -> _Where:
    """What the boxes in this one inherit."""
    element = box.element
    span = element.get(SPAN) if element is not None else None
    floated = above.floated or box.is_floated()
    running = above.running or (element is not None and element.tag == "section" and RUNNING in classes(element))
    if not span and floated == above.floated and running == above.running:
        return above
    return _Where(place_of(span) if span else above.place, above.notes, running, floated)


def _out_of_line(line: Any) -> list[Any]:
    """Floats and the like that hang on a line but do not stand in it."""
    found: list[Any] = []
    stack = list(reversed(line.children))
    while stack:
        box = stack.pop()
        if not box.is_in_normal_flow():
            found.append(box)
        elif isinstance(box, boxes.InlineBox):
            stack.extend(reversed(box.children))
    return found


@dataclass(slots=True)
class _Content:
    """What stands in one line."""

    text: bool = False
    leader: bool = False
    solids: list[Span] = field(default_factory=list)
    calls: list[Span] = field(default_factory=list)
    marker: Span | None = None
    read: bool = False
    first: Any = None
    last: Any = None

    def reach(self) -> Span:
        """How far readings stand out beyond the first and the last character."""
        before = max(0.0, self.first.over) if self.first is not None and self.first.annotation is not None else 0.0
        after = 0.0
        if self.last is not None and self.last.annotation is not None:
            after = max(0.0, self.last.over) + self.last.beside
        return _points(before), _points(after)


def _content(line: Any) -> _Content:
    content = _Content()
    stack = list(reversed(line.children))
    while stack:
        box = stack.pop()
        if not box.is_in_normal_flow():
            continue
        tag = box.element_tag or ""
        content.leader |= bool(getattr(box, "is_leader", False))
        if isinstance(box, boxes.TextBox):
            content.text |= bool(box.text.strip())
            if isinstance(box.pango_layout, Setting) and box.pango_layout.sorts:
                content.first = content.first or box.pango_layout.sorts[0]
                content.last = box.pango_layout.sorts[-1]
                content.read |= any(sort.annotation is not None for sort in box.pango_layout.sorts)
        else:
            if tag.endswith(CALL):
                content.calls.append(_span(box))
            elif tag.endswith(MARKER):
                content.marker = _span(box)
            if isinstance(box, boxes.InlineBox) and is_warichu(box):
                content.solids.append(_span(box))
                content.text = True
            elif isinstance(box, boxes.InlineBox):
                stack.extend(reversed(box.children))
            else:
                content.solids.append(_span(box))
                content.calls += [_span(inner) for inner in _calls(box)]
    return content


def _calls(box: Any) -> Iterator[Any]:
    """The calls of notes inside a box that stands in the line as one piece: who speaks, with a note on him."""
    if isinstance(box, boxes.ParentBox):
        for inner in box.descendants():
            if isinstance(inner, boxes.InlineBox) and (inner.element_tag or "").endswith(CALL):
                yield inner


def _span(box: Any) -> Span:
    return _points(box.position_x), _points(box.position_x + box.margin_width())


def _fact(line: Any, block: Any, where: _Where, index: int, paragraphs: _Paragraphs, manner: Manner) -> LineFact | None:
    content = _content(line)
    if content.leader or not (content.text or content.solids):
        return None
    number, first = paragraphs.number(line, block)
    style = line.style
    left = _points(line.position_x + line.measure_left)
    size = _points(style["font_size"])
    on_grid = style["line_height"] != "normal" and abs(_points(line_break.strut(style)[0]) - manner.leading) < 0.01
    return LineFact(
        page=index,
        paragraph=number,
        place=where.place,
        left=left,
        right=left + _points(line.measure_width),
        indent=_points(line.text_indent) if first else 0.0,
        baseline=_points(line.position_y + line.baseline),
        top=_points(line.position_y),
        bottom=_points(line.position_y + line.height),
        size=size,
        extent=(_points(line.position_x), _points(line.position_x + line.width)),
        justified=style["text_align_all"] == "justify",
        closing=line.closing,
        first=first,
        notes=where.notes,
        body=where.running and not where.notes and not where.floated and on_grid and abs(size - manner.size) < 0.01,
        solids=tuple(content.solids),
        calls=tuple(content.calls),
        marker=content.marker,
        read=content.read,
        reach=content.reach(),
    )


def _points(pixels: float) -> float:
    return round(pixels * POINTS, 4)
