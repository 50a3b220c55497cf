"""Line boxes of Chinese paragraphs, made from the plan of the whole paragraph instead of the engine's next line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.layout import block, inline
from weasyprint.layout.leader import handle_leader
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from fuzi.press.composition import Widths
from fuzi.press.engine.emission import Emitter
from fuzi.press.engine.guard import require_source
from fuzi.press.engine.plans import Plan, plan_from, reading_of, resume_of, start_of, usable
from fuzi.press.engine.slots import Slots, place_floats, slots_beside

ITER_LINE_BOXES = "04aec48abfcad809"
SPLIT_INLINE_BOX = "3a0cb7ca7e34c7ef"
GET_NEXT_LINEBOX = "67af458c2545e74f"


def install() -> None:
    """Put the lines in place, once per process."""
    original = inline.iter_line_boxes
    if hasattr(block.iter_line_boxes, "corrected_by_fuzi"):
        return
    require_source(original, ITER_LINE_BOXES)
    require_source(inline.split_inline_box, SPLIT_INLINE_BOX)
    require_source(inline.get_next_linebox, GET_NEXT_LINEBOX)

    def iter_line_boxes(
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:
        lines = None
        if not first_letter_style and not first_line_style:
            compositor = Compositor(context, box, bottom_space, containing_block, absolute_boxes, fixed_boxes)
            lines = compositor.lines(position_y, skip_stack)
        if lines is None:
            lines = original(
                context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
                first_letter_style, first_line_style,
            )  # fmt: skip
        yield from lines

    iter_line_boxes.corrected_by_fuzi = True  # type: ignore[attr-defined]
    block.iter_line_boxes = iter_line_boxes


class Compositor:
    """Sets one paragraph, from where the engine takes it up to its end or to the end of the page."""

    def __init__(
        self,
        context: Any,
        box: Any,
        bottom_space: float,
        containing_block: Any,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
    ) -> None:
        self.context = context
        self.box = box
        self.bottom_space = bottom_space
        self.block = containing_block
        self.absolute_boxes = absolute_boxes
        self.fixed_boxes = fixed_boxes

    def lines(self, position_y: float, skip_stack: Any) -> Iterator[tuple[Any, Any]] | None:
        """Line boxes with the engine's marks of what follows each; None when the engine must set them."""
        reading = reading_of(self.context, self.box, self.block)
        if reading is None:
            return None
        resolve_percentages(self.box, self.block)
        if skip_stack is None:
            resolve_one_percentage(self.box, "text_indent", self.block.width)
        else:
            self.box.text_indent = 0
        plan = self.box.__dict__.get("fuzi_plan")
        if plan is not None and plan.reading is not reading:
            plan = None
        start = start_of(reading, plan, skip_stack)
        if start is None or start >= reading.root.stop:
            return None
        if self.context.excluded_shapes or self._pending(reading, start):
            return self._beside_floats(reading, position_y, start)
        plan = self._plan(reading, plan, start, skip_stack)
        number = next(number for number, line in enumerate(plan.lines) if line.first == start)
        return self._emit(plan, number, position_y)

    def _plan(self, reading: Any, plan: Plan | None, start: int, skip_stack: Any) -> Plan:
        width = self.block.width
        indent = self.box.text_indent if skip_stack is None else None
        if usable(plan, reading, width, indent):
            assert plan is not None
            if any(line.first == start for line in plan.lines):
                return plan
        first = self.box.text_indent
        plan = plan_from(reading, self.box, start, Widths(width, (width - first,)), first)
        self.box.fuzi_plan = plan
        return plan

    def _emit(self, plan: Plan, number: int, position_y: float) -> Iterator[tuple[Any, Any]]:
        emitter = Emitter(self.context, self.box, plan.reading, self.block, self.absolute_boxes, self.fixed_boxes)
        left, width = self.block.content_box_x(), self.block.width
        for index in range(number, len(plan.lines)):
            indent = plan.indent if index == 0 else 0.0
            line_box = emitter.line(plan.lines[index], index, position_y, left, width, indent)
            if plan.reading.leader:
                handle_leader(self.context, line_box, self.block)
            position_y = line_box.position_y + line_box.height
            yield line_box, resume_of(plan, index)
            self.box.text_indent = 0

    def _beside_floats(self, reading: Any, position_y: float, start: int) -> Iterator[tuple[Any, Any]]:
        """Lines whose measure depends on where they stand: the rest is planned anew whenever a float or a tall line
        has changed what lies below."""
        emitter = Emitter(self.context, self.box, reading, self.block, self.absolute_boxes, self.fixed_boxes)
        pending = self._pending(reading, start)
        indent = self.box.text_indent
        floated: list[tuple[Any, Any]] = []
        while True:
            floated += self._floats_before(pending, start, position_y)
            slots = slots_beside(self.context, self.box, self.block, position_y)
            plan = plan_from(reading, self.box, start, slots.widths(indent), indent, beside=True)
            emitted = 0
            for index, line in enumerate(plan.lines):
                slot = slots.slot(index)
                meets = [node for node in pending if line.first < node.start < line.after]
                if line.closing and line.after == reading.root.stop:
                    meets += [node for node in pending if node.start >= line.after]
                if meets:
                    floated += place_floats(self, meets, slot.top)
                    pending = [node for node in pending if node not in meets]
                    if self._narrowed(slots, index):
                        break
                line_box = emitter.line(line, -1, slot.top, slot.left, slot.width, indent if index == 0 else 0.0)
                line_box.children = (*line_box.children, *(laid for _, laid in floated))
                self._remember(floated, line.first)
                floated = []
                position_y = line_box.position_y + line_box.height
                resume = resume_of(plan, index)
                self.box.fuzi_plan = plan
                yield line_box, resume
                self.box.text_indent = 0
                emitted = index + 1
                if resume is None:
                    return
                if any(node.start == line.after for node in pending) or slots.displaced(index, position_y):
                    break
            if emitted:
                start = plan.lines[emitted].first
                indent = 0.0
                position_y = max(position_y, 0.0)

    def _pending(self, reading: Any, start: int) -> list[Any]:
        """Floats still to be placed when the paragraph is taken up at ``start``.

        A float stands beside the line that met it first; narrowed by it, that line may end before the place in the
        text that brought the float, and this place may come to the next page.
        """
        placed: dict[tuple[int, ...], int] = self.box.__dict__.get("fuzi_floated", {})
        return [
            node
            for node in reading.floats
            if node.start >= start and placed.get(node.path, len(reading.paragraph)) >= start
        ]

    def _remember(self, floated: list[tuple[Any, Any]], first: int) -> None:
        """Note which line, by its first sort, the floats stand beside."""
        if floated:
            self.box.__dict__.setdefault("fuzi_floated", {}).update({node.path: first for node, _ in floated})

    def _floats_before(self, pending: list[Any], start: int, top: float) -> list[tuple[Any, Any]]:
        """Floats that the text meets exactly here stand beside the line that begins here."""
        here = [node for node in pending if node.start == start]
        for node in here:
            pending.remove(node)
        return place_floats(self, here, top)

    def _narrowed(self, slots: Slots, index: int) -> bool:
        """Whether a float that was just placed takes room from the line beside it."""
        fresh = slots_beside(self.context, self.box, self.block, slots.slot(index).top)
        return fresh.slot(0) != slots.slot(index)
