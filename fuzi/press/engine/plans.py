"""The plan of a paragraph: its lines for one measure, found again wherever the engine takes the paragraph up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred
from weasyprint.layout.percent import resolve_percentages

from fuzi.press.composition import Line, Widths, compose
from fuzi.press.engine.paragraph import (
    Reader,
    Reading,
    Unreadable,
    case_of,
    is_chinese,
    point_key,
    resume_point,
    resumed_at,
)
from fuzi.press.engine.shaping import word

ALIGNMENTS = ("justify", "start", "left", "center", "end", "right")
FINE = 1e-6


@dataclass(slots=True)
class Plan:
    """Lines of a paragraph from sort ``start`` on, for a measure in px and an indent of the first line."""

    reading: Reading
    start: int
    width: float
    indent: float
    lines: list[Line]
    resumes: dict[tuple[int, ...], int]
    """Where lines begin, as the engine marks it: number of the line."""
    begins: list[int]
    """Bytes of text before each line, in a paragraph that is one text."""


def reading_of(context: Any, line_box: Any, containing_block: Any) -> Reading | None:
    """The paragraph as sorts, read once for each width that percentages refer to; None when the engine must set it."""
    known: tuple[float | None, Reading | None] | None = line_box.__dict__.get("fuzi_reading")
    if known is not None and known[0] in (None, containing_block.width) and (known[1] is None or known[1].holds()):
        return known[1]
    reading = _read(context, line_box, containing_block)
    _remember(line_box, containing_block.width, reading)
    return reading


def _remember(line_box: Any, width: float, reading: Reading | None) -> None:
    """A reading without edges and boxes in it holds for every width."""
    if reading is None or not reading.elastic:
        line_box.fuzi_reading = (None, reading)
    elif width:
        line_box.fuzi_reading = (width, reading)


def _read(context: Any, line_box: Any, containing_block: Any) -> Reading | None:
    if not _ours(line_box):
        return None

    def lay_atomic(box: Any) -> tuple[float, Any]:
        positioned: list[Any] = []
        resolve_percentages(box, containing_block)
        laid = inline.atomic_box(context, box, 0, None, containing_block, positioned, positioned)
        if isinstance(laid, boxes.ReplacedBox):
            laid.position_x = laid.position_y = 0
        return float(laid.margin_width()), None if positioned else laid

    try:
        return Reader(case_of(line_box), containing_block, lay_atomic).read(line_box)
    except Unreadable:
        return None


def _ours(line_box: Any) -> bool:
    style = line_box.style
    plain = line_box.block_ellipsis == "none" and line_box.text_overflow == "clip"
    return plain and is_chinese(style) and style["text_align_all"] in ALIGNMENTS


def reading_for_widths(context: Any, line_box: Any) -> Reading | None:
    """The paragraph as sorts before any width is known: atomic boxes take their preferred width, percentages none."""
    known: tuple[float | None, Reading | None] | None = line_box.__dict__.get("fuzi_reading")
    if known is not None and known[0] is None and (known[1] is None or known[1].holds()):
        return known[1]
    if not _ours(line_box):
        return None

    def measure_atomic(box: Any) -> tuple[float, Any]:
        return float(preferred.max_content_width(context, box)), None

    try:
        reading = Reader(case_of(line_box), (0, 0), measure_atomic).read(line_box)
    except Unreadable:
        return None
    _remember(line_box, 0, reading)
    return reading


def start_of(reading: Reading, plan: Plan | None, skip_stack: dict[int, Any] | None) -> int:
    """The sort at which the engine takes the paragraph up again."""
    if skip_stack is None:
        return reading.paragraph.skip_spaces(0)
    key = point_key(skip_stack)
    if plan is not None and key in plan.resumes:
        number = plan.resumes[key]
        return plan.lines[number].first
    return reading.paragraph.skip_spaces(resumed_at(reading, skip_stack))


def plan_from(
    reading: Reading, line_box: Any, start: int, widths: Widths, indent: float, *, beside: bool = False
) -> Plan:
    """Set the paragraph from one of its sorts on; the first of ``widths`` is already without the indent.

    ``beside`` a float nothing hangs: it would stand in what the float shows.
    """
    style = line_box.style
    align = style["text_align_all"]
    last = align if style["text_align_last"] == "auto" else style["text_align_last"]
    lines = compose(
        reading.upright() if beside else reading.paragraph,
        widths,
        start=start,
        justify=align == "justify",
        justify_last=last == "justify",
        tighten=line_box.__dict__.get("fuzi_run", 0),
        balance=align == "center" or word(style, "__heading_lines", ("usual", "even"), "usual") == "even",
    )
    begins = _begins(reading, start, lines)
    resumes: dict[tuple[int, ...], int] = {(0, byte): number for number, byte in enumerate(begins) if byte}
    return Plan(reading, start, widths.rest, indent, lines, resumes, begins)


def usable(plan: Plan | None, reading: Reading, width: float, indent: float | None) -> bool:
    """Whether a plan made before still holds for this measure."""
    return (
        plan is not None
        and plan.reading is reading
        and abs(plan.width - width) < FINE
        and (indent is None or abs(plan.indent - indent) < FINE)
    )


def resume_of(plan: Plan, number: int) -> dict[int, Any] | None:
    """The engine's mark for what comes after a line; it is remembered, so that the line can be found by it."""
    if number + 1 >= len(plan.lines):
        return None
    if plan.begins:
        return {0: {plan.begins[number + 1]: None}}
    stack = resume_point(plan.reading, plan.lines[number].after)
    plan.resumes[point_key(stack)] = number + 1
    return stack


def _begins(reading: Reading, start: int, lines: list[Line]) -> list[int]:
    """The byte of the text at which each line of a plain paragraph begins."""
    if not reading.plain:
        return []
    sorts = reading.paragraph.sorts
    spans = [(0, start), *((line.first, line.after) for line in lines[:-1])]
    return list(accumulate(len("".join([sort.text for sort in sorts[a:b]]).encode()) for a, b in spans))
