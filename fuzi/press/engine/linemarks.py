"""Draws the marks that stand under the characters: emphasis dots, proper-name lines, wavy title lines (CLREQ 3.4;
GB/T 15834-2011, 4.14, 4.16, 4.17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from weasyprint import draw
from weasyprint.formatting_structure import boxes

from fuzi.press.composition import Kind
from fuzi.press.engine.annotations import is_warichu
from fuzi.press.engine.grid import POINTS, UNDER
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.places import classes
from fuzi.press.engine.setting import Setting

DRAW_INLINE_LEVEL = "068162a401d00efd"

CLASSES = {"dots": "dots", "proper-name": "name", "wavy-title": "title"}
"""Class of the element: its mark."""

DOT, DOT_RADIUS = 0.19, 0.07
"""em from the square down to the centre of a dot, and its radius."""

LINE, THICKNESS = 0.1, 0.045
"""em from the square down to a line, and its thickness."""

FINEST = 0.25 / POINTS
"""px: no line is thinner, however small its characters are."""

WAVE, AMPLITUDE = 0.28, 0.055
"""em: the length of a wave, and its height on either side of the line."""

SHORTER = 0.06
"""em by which a line ends before its characters do: so the lines of two neighbouring names stay apart."""

CLEAR = 0.1
"""em between a line and another inside it, from ink to ink."""

DOT_CLEAR = 0.04
"""em between a line and the dots below it."""

ROUND = 0.5523
"""Distance of the handles of a Bézier curve that makes a quarter of a circle of radius 1."""


class _Cell(NamedTuple):
    """A character that is marked: its left and right edge and its baseline (px), and the size of the text."""

    left: float
    right: float
    baseline: float
    em: float


def install() -> None:
    """Put the drawing in place, once per process."""
    original = draw.draw_inline_level
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, DRAW_INLINE_LEVEL)

    above: list[float] = []  # how deep the lines go that the boxes around have

    def draw_inline_level(stream: Any, page: Any, box: Any, *rest: Any, **named: Any) -> None:
        mark = mark_of(box) if isinstance(box, boxes.InlineBox) else ""
        if not mark:
            original(stream, page, box, *rest, **named)
            return
        above.append(_bottom(box))
        try:
            original(stream, page, box, *rest, **named)
            _draw(stream, box, mark, max(above))
        finally:
            above.pop()

    draw_inline_level.corrected_by_fuzi = True  # type: ignore[attr-defined]
    draw.draw_inline_level = draw_inline_level


def mark_of(box: Any) -> str:
    """The mark that a box in the line has below its characters; empty where it has none."""
    if "::" in (box.element_tag or ""):
        return ""
    return next((CLASSES[name] for name in classes(box.element) if name in CLASSES), "")


def _bottom(box: Any) -> float:
    """How far below the square (em) the lines of this box and of those inside it reach; 0 when they have none."""
    inner = _inside(box)
    mark = mark_of(box)
    if mark not in ("name", "title"):
        return inner
    return _top(inner) + THICKNESS + (2 * AMPLITUDE if mark == "title" else 0.0)


def reach(box: Any, around: float = 0.0) -> float:
    """How far below the square (em) lines and dots of this box and of those inside it reach, in boxes whose lines reach
    down to ``around``; 0 when there are none."""
    mark = mark_of(box)
    deepest = max(around, _bottom(box)) if mark else around
    own = deepest if mark else 0.0
    if mark == "dots":
        own = deepest + DOT_CLEAR + 2 * DOT_RADIUS if deepest else DOT + DOT_RADIUS
    return max([own, *(reach(child, deepest) for child in box.children if isinstance(child, boxes.InlineBox))])


def _inside(box: Any) -> float:
    return max((_bottom(child) for child in box.children if isinstance(child, boxes.InlineBox)), default=0.0)


def _top(inner: float) -> float:
    """Where the ink of a line begins (em below the square) around lines that reach down to ``inner``."""
    return inner + CLEAR if inner else LINE - THICKNESS / 2


def _draw(stream: Any, box: Any, mark: str, deepest: float) -> None:
    """``deepest`` is how far down the lines go that the characters have, in em: dots stand below them all."""
    pieces = list(_pieces(_cells(box, float(box.style["font_size"]))))
    if not pieces:
        return
    with stream.artifact(), stream.stacked():
        stream.set_color(box.style["color"])
        if mark == "dots":
            depth = UNDER + (deepest + DOT_CLEAR + DOT_RADIUS if deepest else DOT)
            for cell in (cell for piece in pieces for cell in piece):
                _dot(stream, (cell.left + cell.right) / 2, cell.baseline + depth * cell.em, DOT_RADIUS * cell.em)
            return
        stream.set_color(box.style["color"], stroke=True)
        depth = UNDER + _top(_inside(box)) + THICKNESS / 2
        for piece in pieces:
            _line(stream, piece, mark, depth)


def _line(stream: Any, piece: Sequence[_Cell], mark: str, depth: float) -> None:
    """A line or wave below characters that stand in one row."""
    em, baseline = piece[0].em, piece[0].baseline
    stream.set_line_width(max(THICKNESS * em, FINEST))
    start, end = min(cell.left for cell in piece) + SHORTER * em, max(cell.right for cell in piece) - SHORTER * em
    if mark == "name":
        stream.move_to(start, baseline + depth * em)
        stream.line_to(end, baseline + depth * em)
    else:
        _wave(stream, start, end, baseline + (depth + AMPLITUDE) * em, em)
    stream.stroke()


def _pieces(cells: Iterable[_Cell]) -> Iterator[list[_Cell]]:
    """Characters of one size in one row: a note in two rows has pieces of a mark in both."""
    piece: list[_Cell] = []
    for cell in cells:
        if piece and (cell.em != piece[0].em or abs(cell.baseline - piece[0].baseline) > cell.em / 2):
            yield piece
            piece = []
        piece.append(cell)
    if piece:
        yield piece


def _cells(box: Any, em: float) -> Iterator[_Cell]:
    """Every character that is marked: no punctuation, spaces and raised calls. ``em`` is the size of the text."""
    for inner in box.children:
        if isinstance(inner, boxes.TextBox):
            if isinstance(inner.pango_layout, Setting):
                yield from _set(inner, inner.pango_layout, em)
            elif inner.text.strip():
                left = inner.position_x
                yield _Cell(left, left + inner.width, inner.position_y + inner.baseline, em)
        elif _is_level(inner):
            yield from _cells(inner, float(inner.style["font_size"]) if is_warichu(inner) else em)


def _is_level(box: Any) -> bool:
    """True for a box in the line that is neither raised nor generated."""
    level = isinstance(box, boxes.InlineBox) and box.style["vertical_align"] == "baseline"
    return level and "::" not in (box.element_tag or "")


def _set(box: Any, setting: Setting, em: float) -> Iterator[_Cell]:
    baseline = box.position_y + box.baseline
    rises = setting.rises or [0.0] * len(setting.sorts)
    for sort, place, rise in zip(setting.sorts, setting.places, rises, strict=False):
        left, width = box.position_x + place, sort.width - sort.beside
        if sort.kind is Kind.HAN or (sort.kind is Kind.LATIN and any(map(str.isalnum, sort.text))):
            count = len(sort.text)
            for index in range(count):
                yield _Cell(left + width * index / count, left + width * (index + 1) / count, baseline - rise, em)


def _dot(stream: Any, x: float, y: float, radius: float) -> None:
    handle = ROUND * radius
    stream.move_to(x + radius, y)
    stream.curve_to(x + radius, y + handle, x + handle, y + radius, x, y + radius)
    stream.curve_to(x - handle, y + radius, x - radius, y + handle, x - radius, y)
    stream.curve_to(x - radius, y - handle, x - handle, y - radius, x, y - radius)
    stream.curve_to(x + handle, y - radius, x + radius, y - handle, x + radius, y)
    stream.fill()


def _wave(stream: Any, start: float, end: float, y: float, em: float) -> None:
    """Half waves of about WAVE / 2, so many that they fill the line."""
    count = max(2, round((end - start) / (WAVE * em / 2)))
    step = (end - start) / count
    height = AMPLITUDE * em / 0.75  # a curve reaches three quarters of the way to its handles
    stream.move_to(start, y)
    for index in range(count):
        x, side = start + index * step, -height if index % 2 else height
        stream.curve_to(x + step * 0.36, y + side, x + step * 0.64, y + side, x + step, y)
