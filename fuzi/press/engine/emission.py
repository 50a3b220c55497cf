"""Makes the engine's boxes for one planned line: the tree of the paragraph cut to what stands on the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break

from fuzi.press.composition import Line
from fuzi.press.engine.annotations import Dealt, in_rows
from fuzi.press.engine.grid import fit_rows
from fuzi.press.engine.paragraph import Node, Reading, is_side_note
from fuzi.press.engine.setting import Setting

_OWN = ("fuzi_plan", "fuzi_reading", "fuzi_run", "fuzi_floated")


class Emitter:
    """Makes line boxes of one paragraph."""

    def __init__(
        self,
        context: Any,
        box: Any,
        reading: Reading,
        containing_block: Any,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
    ) -> None:
        self.context = context
        self.box = box
        self.reading = reading
        self.block = containing_block
        self.absolute_boxes = absolute_boxes
        self.fixed_boxes = fixed_boxes
        style = box.style
        self.align = style["text_align_all"]
        self.align_last = self.align if style["text_align_last"] == "auto" else style["text_align_last"]
        self.height, self.baseline = line_break.strut(style)
        self.em = float(style["font_size"])
        self.dealt: tuple[Line, int, Dealt] | None = None

    def line(self, line: Line, number: int, top: float, left: float, width: float, indent: float) -> Any:
        """The line box at this height (px), in the room that begins at ``left`` and is ``width`` wide.

        It knows the paragraph that it comes from (``origin``), which of its lines it is (``number``) and the notes at
        the side of it (``asides``).
        """
        offset = self._offset(line, width - indent)
        new = boxes.LineBox.__new__(boxes.LineBox)
        state = new.__dict__
        state.update(self.box.__dict__)
        for name in _OWN:
            state.pop(name, None)
        state["remove_decoration_sides"] = set()
        state["position_x"] = left + offset
        state["measure_left"] = -offset
        state["measure_width"] = width
        state["text_indent"] = indent
        state["closing"] = line.closing
        state["origin"], state["number"] = self.box, number
        state["asides"] = self._asides(line)
        pen = left + offset + indent
        state["children"] = self._children(self.reading.root, line, pen)
        state["width"] = indent + line.width
        state["height"], state["baseline"] = self.em, self.baseline
        half = (self.height - self.em) / 2
        state["margin_top"] = half - new.border_top_width - new.padding_top
        state["margin_bottom"] = half - new.border_bottom_width - new.padding_bottom
        self._stand(new, top)
        return new

    def _asides(self, line: Line) -> tuple[Any, ...]:
        """The boxes of the side notes whose call is on the line: they belong to the sort before them."""
        if not self.reading.asides:
            return ()
        opening = self.reading.paragraph.skip_spaces(0)
        return tuple(
            node.box for node in self.reading.asides if line.first <= max(node.start - 1, opening) < line.after
        )

    def _offset(self, line: Line, room: float) -> float:
        align = self.align_last if line.closing else self.align
        if align in ("start", "left", "justify") or line.width >= room:
            return 0.0
        return (room - line.width) / (2 if align == "center" else 1)

    def _stand(self, new: Any, top: float) -> None:
        """Put the boxes of the line on its baseline."""
        if self.reading.plain and len(new.children) == 1:
            child = new.children[0]
            if child.style["vertical_align"] == "baseline":
                high = min(-child.baseline, -self.baseline)
                low = max(child.margin_height() - child.baseline, self.height - self.baseline)
                child.position_y = top - high - child.baseline
                self._settle(new, top, high, low)
                return
        low, high = inline.line_box_verticality(new)
        high, low = fit_rows(high, low, self.height, self.baseline)
        for child in new.children:
            child.translate(0, top - high)
        self._settle(new, top, high, low)

    @staticmethod
    def _settle(new: Any, top: float, high: float, low: float) -> None:
        new.baseline = -high
        new.position_y = top
        new.height = low - high
        new.margin_top = new.margin_bottom = 0

    def _children(self, node: Node, line: Line, pen: float) -> list[Any]:
        """The children of a node that stand on the line; ``pen`` is where the line begins (px)."""
        out: list[Any] = []
        for child in node.children:
            if child.stop <= line.first and child.start < line.first:
                continue
            if child.start >= line.after and not (child.start == child.stop and self._ends_here(line, child)):
                if child.start > line.after:
                    break
                continue
            made = self._make(child, line, pen)
            if made is not None:
                out.append(made)
        return out

    def _ends_here(self, line: Line, child: Node) -> bool:
        """Empty boxes after all text stand on the last line."""
        return child.start == line.after == self.reading.root.stop

    def _make(self, node: Node, line: Line, pen: float) -> Any:
        box = node.box
        if node.silent:
            return None
        if node.face is not None:
            return self._text(node, line, pen)
        if isinstance(box, boxes.InlineBox) and box.is_in_normal_flow():
            return self._inline(node, line, pen)
        if not box.is_in_normal_flow():
            if not (box.is_floated() or is_side_note(box.element)):
                self.context.add_running_element(box)
            return None
        if isinstance(box, boxes.TextBox) or node.start >= line.end:
            return None
        return self._atomic(node, pen + line.places[node.start - line.first])

    def _atomic(self, node: Node, x: float) -> Any:
        """The box that was laid out to be measured serves once; a line that is set again needs a new one."""
        made, node.laid = node.laid, None
        if made is None:
            made = inline.atomic_box(self.context, node.box, x, None, self.block, self.absolute_boxes, self.fixed_boxes)
            made.position_x = x
        else:
            made.translate(x - made.position_x, 0)
        return made

    def _text(self, node: Node, line: Line, pen: float) -> Any:
        first, end = max(node.start, line.first), min(node.stop, line.end)
        if first >= end:
            return None
        sorts = self.reading.paragraph.sorts[first:end]
        begin = line.places[first - line.first]
        if first == line.first:
            begin -= min(0.0, self.reading.paragraph.sorts[first].start)  # what is trimmed stands outside the box
        places = [place - begin for place in line.places[first - line.first : end - line.first]]
        text = "".join([sort.text for sort in sorts])
        new = boxes.TextBox.__new__(boxes.TextBox)
        state = new.__dict__
        state.update(node.box.__dict__)
        right = self._edge(line, end)
        if end == line.end and line.hyphen is not None:
            sorts = [*sorts, line.hyphen]
            places.append(line.hyphen_place - begin)
        face = node.face
        assert face is not None
        if end == line.end < line.after:
            state["dropped"] = "".join([sort.text for sort in self.reading.paragraph.sorts[end : line.after]])
        rises: Sequence[float] = ()
        if sorts[0].part is not None:
            sorts, there, rises = self._in_rows(line, first, end)
            places = [place - begin for place in there]
        line_height, baseline = node.strut
        height = face.height
        state["text"] = text
        state["pango_layout"] = Setting(face, text, sorts, places, rises)
        state["position_x"] = pen + begin
        state["position_y"] = 0
        state["width"] = right - begin
        state["height"] = height
        state["baseline"] = baseline
        state["margin_top"] = state["margin_bottom"] = (line_height - height) / 2
        return new

    def _in_rows(self, line: Line, first: int, end: int) -> Dealt:
        """What a text has of a note in two rows, its places counted from the beginning of the line: all of the note
        that stands on the line is dealt at once, whatever boxes it is in."""
        paragraph = self.reading.paragraph
        note, stop = next((start, stop) for start, stop, _ in paragraph.notes if start <= first < stop)
        start, stop = max(note, line.first), min(stop, line.end)
        if self.dealt is None or self.dealt[0] is not line or self.dealt[1] != start:
            sorts, places = paragraph.sorts[start:stop], line.places[start - line.first : stop - line.first]
            apart = self.reading.apart.get(note, 0.0)
            dealt = in_rows(paragraph.case, sorts, places, at_edge=stop == line.end, apart=apart)
            self.dealt = line, start, dealt
        share = slice(first - start, end - start)
        _, _, (sorts, places, rises) = self.dealt
        return Dealt(sorts[share], places[share], rises[share])

    def _edge(self, line: Line, end: int) -> float:
        """Where the box of the sort before ``end`` has its right edge, from the beginning of the line."""
        paragraph = self.reading.paragraph
        after = paragraph.pads.get(end - 1, (0.0, 0.0))[1]
        if end >= line.end:
            return line.width - after
        before = paragraph.pads.get(end, (0.0, 0.0))[0]
        return line.places[end - line.first] - before - after

    def _inline(self, node: Node, line: Line, pen: float) -> Any:
        box = node.box
        begins = node.start >= line.first
        ends = node.stop <= line.after
        children = self._children(node, line, pen)
        new = box.copy_with_children(children)
        new.remove_decoration(start=not begins, end=not ends)
        flowing = [child for child in children if child.is_in_normal_flow()]
        if flowing:
            new.position_x = flowing[0].position_x - (node.left if begins else 0.0)
            new.width = flowing[-1].position_x + flowing[-1].margin_width() - new.content_box_x()
        else:
            new.position_x = pen + self._point(line, node.start)
            new.width = 0
        new.position_y = 0
        inline._adjust_line_height(new)
        return new

    def _point(self, line: Line, index: int) -> float:
        """Where an empty box stands that comes before this sort."""
        if line.first <= index < line.end:
            return line.places[index - line.first]
        return line.width
