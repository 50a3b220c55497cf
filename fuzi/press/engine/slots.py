"""The room for each line beside floats: how wide it is, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.layout.float import avoid_collisions, float_layout
from weasyprint.text import line_break

from fuzi.press.composition import Widths

NARROWEST = 5.0
"""em below which text does not stand beside a float but under it."""

FINE = 1e-6


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one line: absolute left edge, top and width in px."""

    left: float
    top: float
    width: float


@dataclass(slots=True)
class Slots:
    """Slots of the lines from here down; after the last one all lines have the ``rest``, one under another."""

    beside: list[Slot]
    rest: Slot
    height: float

    def slot(self, line: int) -> Slot:
        """Room for the line of this number."""
        if line < len(self.beside):
            return self.beside[line]
        below = line - len(self.beside)
        return Slot(self.rest.left, self.rest.top + below * self.height, self.rest.width)

    def widths(self, indent: float) -> Widths:
        """Measures for the composition; the first line is indented."""
        measures = [slot.width for slot in self.beside] or [self.rest.width]
        measures[0] -= indent
        return Widths(self.rest.width, measures)

    def displaced(self, line: int, bottom: float) -> bool:
        """Whether a line that ends at ``bottom`` is so tall that the next one is not where it was planned."""
        return abs(self.slot(line + 1).top - bottom) > FINE and bottom > self.slot(line).top + self.height + FINE


def slots_beside(context: Any, line_box: Any, containing_block: Any, top: float) -> Slots:
    """The slots from ``top`` down to below the last float."""
    height, _ = line_break.strut(line_box.style)
    left, width = containing_block.content_box_x(), containing_block.width
    lowest = max(
        (shape.position_y + shape.margin_height() for shape in context.excluded_shapes if shape.margin_height() > 0),
        default=top,
    )
    beside: list[Slot] = []
    if height <= 0:
        return Slots(beside, Slot(left, top, width), 1.0)
    probe = line_box.copy()
    probe.children = []
    probe.width = min(NARROWEST * line_box.style["font_size"], width)
    probe.height = height
    unframe(probe)
    probe.position_x = left
    while top < lowest - FINE:
        probe.position_y = top
        x, y, available = avoid_collisions(context, probe, containing_block, outer=False)
        beside.append(Slot(x, y, available))
        top = y + height
    return Slots(beside, Slot(left, top, width), height)


def unframe(box: Any) -> None:
    """Take margins, borders and padding from a box that is made and not laid out."""
    for side in ("top", "right", "bottom", "left"):
        for name in (f"margin_{side}", f"padding_{side}", f"border_{side}_width"):
            setattr(box, name, 0)


def place_floats(compositor: Any, nodes: list[Any], top: float) -> list[tuple[Any, Any]]:
    """Lay out the floats that a line meets, at the height of that line; they narrow what stands beside them.

    Each comes back with its node in the paragraph.
    """
    placed = []
    for node in nodes:
        box = node.box
        box.position_x, box.position_y = compositor.block.content_box_x(), top
        laid, resume_at = float_layout(
            compositor.context, box, compositor.block, compositor.absolute_boxes, compositor.fixed_boxes,
            compositor.bottom_space, skip_stack=None,
        )  # fmt: skip
        if resume_at:
            compositor.context.add_broken_out_of_flow(laid, box, compositor.block, resume_at)
        placed.append((node, laid))
    return placed
