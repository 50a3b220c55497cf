"""Reads the line box of a paragraph as the composition wants it: a row of sorts, and which box each belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text import line_break

from fuzi.press.composition import Case, Kind, Paragraph, Sort
from fuzi.press.engine.annotations import OVERLONG, Unset, annotate, divided, few, is_warichu, peeled, units
from fuzi.press.engine.linemarks import mark_of, reach
from fuzi.press.engine.places import classes
from fuzi.press.engine.shaping import Face, composition_of, face_of, foundry_of, word

BEGUN, ENDED = 3.5, 2.5
"""em of its own type that stand of a note in two rows before the end of a line at least, and after it."""

LONG, MARGIN = 8.0, 2.0
"""em from which on a reading may be wider than its line, and that the line has less at the beginning of a paragraph."""

ZHUYIN = "zhuyin"
"""Class of ruby whose readings stand beside the characters."""

SIDE_NOTE = "side-note"
"""Class of the element of a note at the side."""

KEEPING = ("pre", "pre-wrap")
"""Values of ``white-space`` under which spaces are kept."""

BESIDE_HAN = ("touch", "gap", "lead")
"""Values of ``--beside-han``: whether a picture in the line keeps from Han as a Latin word does; what is set behind
one that leads (the marker of a list item or note) stands as at the beginning of a line."""

_TEXT: dict[str, Any] = {
    **{f"{edge}_{side}": 0 for edge in ("margin", "padding") for side in ("top", "right", "bottom", "left")},
    **{f"border_{side}_width": 0 for side in ("top", "right", "bottom", "left")},
    "width": "auto",
    "height": "auto",
}
"""What every text box has in place of edges: its style is anonymous."""

Atomic = Callable[[Any], tuple[float, Any]]
"""Gives the width in px of a box that stands in the line as one piece, and that box laid out at 0 if it may be used."""


@dataclass(slots=True)
class Node:
    """A box of the paragraph with the range of sorts that it holds; ``path`` leads to it from the line box."""

    box: Any
    start: int
    stop: int = 0
    children: list[Node] = field(default_factory=list)
    face: Face | None = None
    left: float = 0.0
    right: float = 0.0
    path: tuple[int, ...] = ()
    text: str = ""
    silent: bool = False
    """True for a reading, which belongs to the sort before it."""
    flows: bool = False
    """True for the line box and boxes in the line, whose children are read."""
    laid: Any = None
    """Of a box in one piece: the box as it was laid out to be measured, until it is used."""
    strut: tuple[float, float] = (0.0, 0.0)
    """Of a text: the height that it gives its line, and its baseline from the top of that (px)."""


@dataclass(slots=True)
class Reading:
    """A paragraph read: its tree, its sorts ready for composition, floats by the sort they meet."""

    root: Node
    paragraph: Paragraph
    floats: list[Node]
    leaves: list[Node]
    plain: bool
    """True when the line box holds nothing but one text."""
    leader: bool
    """True when dots fill a line of it."""
    elastic: bool
    """True when something in it takes its size from the width of the block."""
    asides: list[Node] = field(default_factory=list)
    """Notes at the side, by the sort that comes after them."""
    apart: dict[int, float] = field(default_factory=dict)
    """By the first sort of a note in two rows: how far (em) below its characters lines and dots reach."""
    _upright: Paragraph | None = None

    def upright(self) -> Paragraph:
        """The paragraph where nothing hangs, sort for sort the same."""
        if self._upright is None:
            self._upright = self.paragraph.upright()
        return self._upright

    def holds(self) -> bool:
        """Whether the boxes are still those that were read: page numbers in the text come in a later round."""
        return _unchanged(self.root)


def _unchanged(node: Node) -> bool:
    if node.face is not None:
        return node.box.text is node.text
    if len(node.box.children) != len(node.children) or not node.flows:
        return not node.flows
    return all(
        child.box is box and _unchanged(child) for child, box in zip(node.children, node.box.children, strict=True)
    )


class Unreadable(Exception):
    """The paragraph has something in it that only the engine can set."""


def is_side_note(element: Any) -> bool:
    """True for the element of a note at the side, which is set in the margin (旁注)."""
    return SIDE_NOTE in classes(element)


def is_chinese(style: Any) -> bool:
    """True for text that we set: Chinese, from left to right."""
    return (style["lang"] or "").startswith("zh") and style["direction"] == "ltr"


class Reader:
    """Walks a line box once. Raises Unreadable when the engine must set it."""

    def __init__(self, case: Case, containing_block: Any, atomic: Atomic) -> None:
        self.case = case
        self.block = containing_block
        self.atomic = atomic
        self.sorts: list[Sort] = []
        self.floats: list[Node] = []
        self.asides: list[Node] = []
        self.pads: dict[int, tuple[float, float]] = {}
        self.bound: list[tuple[int, int]] = []
        self.opening = 0.0
        self.raised = 0
        self.in_rows = False
        self.marked: list[Any] = []
        self.apart: dict[int, float] = {}
        self.elastic = False
        self.leader = False
        self.verbatim = False

    def read(self, line_box: Any) -> Reading:
        """The reading of a line box."""
        root = Node(line_box, 0, flows=True)
        self.verbatim = line_box.style["white_space"] in KEEPING
        self._children(root)
        root.stop = len(self.sorts)
        if not self.sorts:
            raise Unreadable
        self.sorts = self.case.spread(self.sorts)
        plain = len(root.children) == 1 and root.children[0].face is not None
        paragraph = Paragraph(self.sorts, self.case, self.pads, self.bound)
        leaves = list(_leaves(root))
        more = (self.leader, self.elastic, self.asides, self.apart)
        return Reading(root, paragraph, self.floats, leaves, plain, *more)

    def _children(self, node: Node) -> None:
        for index, box in enumerate(node.box.children):
            child = Node(box, len(self.sorts), path=(*node.path, index))
            if not box.is_in_normal_flow():
                self._out_of_flow(box, child)
            elif isinstance(box, boxes.TextBox):
                self._text(box, child)
            elif isinstance(box, boxes.InlineBox):
                if box.element_tag == "ruby":
                    self._ruby(box, child)
                else:
                    self._inline(box, child)
            elif isinstance(box, boxes.ReplacedBox | boxes.InlineBlockBox):
                self._atomic(box, child)
            else:
                raise Unreadable
            child.stop = len(self.sorts)
            node.children.append(child)
        if node.box.style["white_space"] in ("nowrap", "pre"):
            self.bound.append((node.start, len(self.sorts)))

    def _out_of_flow(self, box: Any, node: Node) -> None:
        if box.is_floated():
            self.floats.append(node)
        elif is_side_note(box.element):
            self.asides.append(node)
        elif not (box.is_running() or box.is_note()):
            raise Unreadable

    def _text(self, box: Any, node: Node) -> None:
        style = box.style
        box.__dict__.update(_TEXT)
        if not style["font_size"]:
            return
        node.face, node.text = face_of(style), box.text
        node.strut = line_break.strut(style)
        fresh = node.face.sorts(box.text)
        if style["white_space"] in KEEPING:
            keep = self.case.verbatim if self.verbatim else self.case.kept
            fresh = [keep(sort) for sort in fresh]
        if self.in_rows:
            fresh = self._units(node.face, box.text)
        if self.raised:
            fresh = [self.case.touching(sort) for sort in fresh]
        if fresh and self.opening:
            self._pad(len(self.sorts), self.opening, 0.0)
            self.opening = 0.0
        self.sorts += fresh

    def _inline(self, box: Any, node: Node) -> None:
        if box.style["direction"] != "ltr":
            raise Unreadable
        self._open(box, node)
        node.left = box.margin_left + box.border_left_width + box.padding_left
        node.right = box.margin_right + box.border_right_width + box.padding_right
        self.opening += node.left
        self.elastic |= bool(node.left or node.right)
        raised = box.style["vertical_align"] != "baseline"
        self.raised += raised
        marked = [box] if mark_of(box) else []
        self.marked += marked
        if is_warichu(box) and not self.in_rows:
            self._note(node)
        else:
            self._children(node)
        del self.marked[len(self.marked) - len(marked) :]
        self.raised -= raised
        if box.is_leader:
            self.leader = True
            self.bound.append((node.start, len(self.sorts) + 1))  # what it leads to stays with it
        if len(self.sorts) == node.start:
            self.opening += node.right
        elif node.right:
            self._pad(len(self.sorts) - 1, 0.0, node.right)

    def _note(self, node: Node) -> None:
        """A note in two rows, whatever boxes its text is in; it is not parted where next to nothing of it would stand
        on one of the lines."""
        self.in_rows = True
        self._children(node)
        self.in_rows = False
        start, stop, style = node.start, len(self.sorts), node.box.style
        parts = self.sorts[start:]
        if any(part.kind is Kind.OBJECT or part.annotation is not None for part in parts):
            raise Unreadable
        if not parts:
            return
        em = parts[0].em
        self.bound.append((start, start + few(parts, BEGUN * em)))
        self.bound.append((stop - few(parts[::-1], ENDED * em), stop))
        self.sorts[start:] = self.case.columns(parts, float((style.parent_style or style)["font_size"]))
        self.apart[start] = reach([*self.marked, node.box][0])

    def _units(self, face: Face, text: str) -> list[Sort]:
        """The small sorts of a text in such a note."""
        width = getattr(self.block, "width", 0.0)
        parts = units(face, text, width if isinstance(width, float | int) and width else float("inf"))
        self.elastic |= any(len(part.text) > 1 for part in parts)
        return parts

    def _open(self, box: Any, node: Node) -> None:
        node.flows = True
        resolve_percentages(box, self.block)
        for side in ("left", "right"):
            if getattr(box, f"margin_{side}") == "auto":
                setattr(box, f"margin_{side}", 0)

    def _ruby(self, box: Any, node: Node) -> None:
        """Characters and their readings in turn: each reading becomes part of the sorts before it."""
        self._open(box, node)
        base: list[Node] = []
        for index, inner in enumerate(box.children):
            child = Node(inner, len(self.sorts), path=(*node.path, index))
            if isinstance(inner, boxes.TextBox):
                self._text(inner, child)
                base.append(child)
            elif inner.element_tag == "rt" and base:
                child.silent = True
                self._annotate(base, inner, beside=ZHUYIN in classes(box.element))
                base, child.start = [], len(self.sorts)
            else:
                raise Unreadable
            child.stop = len(self.sorts)
            node.children.append(child)

    def _annotate(self, base: list[Node], reading: Any, *, beside: bool) -> None:
        start = base[0].start
        texts = [box for box in reading.descendants() if isinstance(box, boxes.TextBox)]
        if not texts or start == len(self.sorts):
            return
        text = "".join(box.text for box in texts)
        before, core, after = peeled(self.sorts[start:])
        try:
            read = self._read(core, face_of(texts[0].style), text, reading, beside=beside)
        except Unset:
            raise Unreadable from None
        self.sorts[start:] = [*before, *read, *after]
        for number, node in enumerate(base):  # the first holds it all
            node.start, node.stop = len(self.sorts) if number else start, len(self.sorts)

    def _read(self, base: list[Sort], face: Face, text: str, reading: Any, *, beside: bool) -> list[Sort]:
        """The base with its reading: one sort, or several where it is wider than the line."""
        whole = annotate(self.case, base, face, text, beside=beside)
        if beside or whole.width + 2 * max(0.0, whole.over) <= LONG * base[0].em:
            return [whole]
        self.elastic = True
        room = getattr(self.block, "width", 0.0)
        room = (room if isinstance(room, float | int) and room else 2 * LONG * base[0].em) - MARGIN * base[0].em
        if whole.width + 2 * max(0.0, whole.over) <= room:
            return [whole]
        reading.element.set(OVERLONG, text)
        return divided(self.case, base, face, text, room)

    def _atomic(self, box: Any, node: Node) -> None:
        em = float(box.style.parent_style["font_size"]) if box.style.parent_style else float(box.style["font_size"])
        self.elastic = True
        width, node.laid = self.atomic(box)
        manner = word(box.style, "__beside_han", BESIDE_HAN, "touch")
        sort = self.case.object(width, em, spaced=manner == "gap", leads=manner == "lead")
        if self.opening:
            self._pad(len(self.sorts), self.opening, 0.0)
            self.opening = 0.0
        self.sorts.append(sort)

    def _pad(self, index: int, before: float, after: float) -> None:
        old = self.pads.get(index, (0.0, 0.0))
        self.pads[index] = (old[0] + before, old[1] + after)


def case_of(line_box: Any) -> Case:
    """The case that all sorts of this line box come from."""
    return foundry_of(line_box.style.font_config).case(composition_of(line_box.style))


def resume_point(reading: Reading, index: int) -> dict[int, Any]:
    """The engine's own mark for a line that begins at this sort: nested indices of children, then bytes of text."""
    leaves = reading.leaves
    place = bisect_right(leaves, index, key=lambda node: node.start) - 1
    while place > 0 and leaves[place - 1].start == index:
        place -= 1  # empty boxes before the sort come with it
    node = leaves[place]
    stack: dict[int, Any] | None = None
    if node.face is not None and index > node.start:
        before = "".join([sort.text for sort in reading.paragraph.sorts[node.start : index]])
        stack = {len(before.encode()): None}
    for number in reversed(node.path):
        stack = {number: stack}
    assert stack is not None
    return stack


def resumed_at(reading: Reading, stack: dict[int, Any] | None) -> int:
    """The sort that such a mark stands before."""
    node = reading.root
    while stack:
        ((number, stack),) = stack.items()
        if node.face is not None:
            return _sort_at(reading, node, number)
        if number >= len(node.children):
            return node.stop
        node = node.children[number]
    return node.start


def _sort_at(reading: Reading, node: Node, byte: int) -> int:
    index = node.start
    while byte > 0 and index < node.stop:
        byte -= len(reading.paragraph.sorts[index].text.encode())
        index += 1
    return index


def _leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.children:
            yield from _leaves(child)
        else:
            yield child


def point_key(stack: dict[int, Any] | None) -> tuple[int, ...]:
    """The nested mark of a place as a flat key; zeros at the end say nothing and are left out."""
    out: list[int] = []
    while stack:
        ((number, stack),) = stack.items()
        out.append(number)
    while out and out[-1] == 0:
        out.pop()
    return tuple(out)
