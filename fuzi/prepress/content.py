"""The operators of one content stream, rewritten for the press."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Name, Operator

from fuzi.prepress import codes
from fuzi.prepress.edges import Edges
from fuzi.prepress.entries import entry
from fuzi.prepress.inks import Channels, Palette, UnconvertibleError
from fuzi.prepress.matrix import UNIT, Matrix, between, inverse, matrix_of, placed, straight, times
from fuzi.prepress.spaces import GREY, RGB, Space, space_of

_FILLS = {"f", "F", "f*"}
_STROKES = {"S", "s"}
_BOTH = {"B": "S", "B*": "S", "b": "s", "b*": "s"}
_WITHOUT_STROKE = {"B": "f", "B*": "f*", "b": "f", "b*": "f*"}
_SHOWN = {"Tj", "TJ", "'", '"', "Do", "sh"}


class Painter(Protocol):
    """What converts the things that a content stream names."""

    def form(self, form: Any, above: Any, matrix: Matrix, palette: Palette) -> None:
        """A form, at the matrix under which it is shown."""

    def pattern(self, pattern: Any, above: Any, matrix: Matrix, palette: Palette) -> None:
        """A pattern, at the matrix with which the content began."""

    def gradient(self, shading: Any, resources: Any, palette: Palette) -> None:
        """A gradient."""

    def picture(self, picture: Any, name: str, resources: Any, palette: Palette) -> None:
        """A raster picture."""

    def glyphs(self, font: Any) -> None:
        """A font."""

    def state(self, state: Any, matrix: Matrix) -> None:
        """A graphics state."""

    def enlarged(self, name: str, percent: float) -> None:
        """Told of a picture that was enlarged."""

    def failed(self, code: Any, name: str = "", **facts: object) -> None:
        """Told of what cannot be converted."""


@dataclass(frozen=True, slots=True)
class _State:
    """What ``q`` saves; ``unseen`` and ``unstroked`` name the states that make fills and strokes invisible."""

    matrix: Matrix
    fill: Space = GREY
    stroke: Space = GREY
    unseen: str = ""
    unstroked: str = ""


class Content:
    """One content stream on its way; ``edges`` are those into whose bleed things are drawn on."""

    def __init__(self, painter: Painter, resources: Any, matrix: Matrix, palette: Palette, edges: Edges | None) -> None:
        self._painter = painter
        self._resources = resources
        self._base = matrix
        self._palette = palette
        self._edges = edges
        self._now = _State(matrix)
        self._saved: list[_State] = []
        self._out: list[Any] = []
        self._fonts: set[str] = set()
        self._extra = 0

    def converted(self, stream: Any) -> bytes:
        """The whole stream."""
        steps = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._transform,
            "re": self._rectangle,
            "gs": self._graphics_state,
            "rg": self._device,
            "RG": self._device,
            "g": self._device,
            "G": self._device,
            "cs": self._space,
            "CS": self._space,
            "sc": self._colour,
            "scn": self._colour,
            "SC": self._colour,
            "SCN": self._colour,
            "sh": self._gradient,
            "Do": self._show,
            "Tf": self._font,
            **dict.fromkeys((*_FILLS, *_STROKES, *_BOTH), self._paint),
        }
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, ContentStreamInlineImage):
                self._inline(instruction)
                continue
            operator = str(instruction.operator)
            if operator in _SHOWN and (self._now.unseen or self._now.unstroked):
                self._unhide()
            step = steps.get(operator)
            if step is None:
                self._out.append(instruction)
            else:
                step(instruction, operator)
        return pikepdf.unparse_content_stream(self._out)

    def _keep(self, instruction: Any) -> None:
        self._out.append(instruction)

    def _say(self, operator: str, *operands: Any) -> None:
        self._out.append(ContentStreamInstruction([_operand(value) for value in operands], Operator(operator)))

    def _save(self, instruction: Any, operator: str) -> None:
        self._saved.append(self._now)
        self._keep(instruction)

    def _restore(self, instruction: Any, operator: str) -> None:
        if self._saved:
            self._now = self._saved.pop()
        self._keep(instruction)

    def _transform(self, instruction: Any, operator: str) -> None:
        self._now = replace(self._now, matrix=times(matrix_of(instruction.operands), self._now.matrix))
        self._keep(instruction)

    def _rectangle(self, instruction: Any, operator: str) -> None:
        """A rectangle, filled or clipped to, that reaches the trim edge goes on to the bleed."""
        if self._edges is None or not straight(self._now.matrix):
            return self._keep(instruction)
        x, y, width, height = (float(value) for value in instruction.operands)
        frame = placed((x, y, x + width, y + height), self._now.matrix)
        wanted = self._edges.drawn_on(frame)
        back = inverse(self._now.matrix)
        if wanted == frame or back is None or not width or not height:
            return self._keep(instruction)
        left, bottom, right, top = placed(wanted, back)
        return self._say("re", left, bottom, right - left, top - bottom)

    def _graphics_state(self, instruction: Any, operator: str) -> None:
        """What is wholly transparent is not painted at all, rather than painted with live transparency."""
        name = str(instruction.operands[0])
        state = entry(self._resources, "/ExtGState", name)
        if state is None:
            return self._keep(instruction)
        self._painter.state(state, self._now.matrix)
        keys = set(state.keys()) - {"/Type"}
        if keys == {"/ca"}:
            unseen = name if float(state.ca) == 0 else ""
            self._now = replace(self._now, unseen=unseen)
            return None if unseen else self._keep(instruction)
        if keys == {"/CA"}:
            unstroked = name if float(state.CA) == 0 else ""
            self._now = replace(self._now, unstroked=unstroked)
            return None if unstroked else self._keep(instruction)
        return self._keep(instruction)

    def _unhide(self) -> None:
        """Let the states hold that were kept back: what comes cannot be left out."""
        for name in (self._now.unseen, self._now.unstroked):
            if name:
                self._say("gs", Name(name))
        self._now = replace(self._now, unseen="", unstroked="")

    def _paint(self, instruction: Any, operator: str) -> None:
        unseen, unstroked = bool(self._now.unseen), bool(self._now.unstroked)
        if operator in _BOTH:
            if unseen and unstroked:
                return self._say("n")
            if unseen:
                return self._say(_BOTH[operator])
            if unstroked:
                return self._say(_WITHOUT_STROKE[operator])
        elif unseen if operator in _FILLS else unstroked:
            return self._say("n")
        return self._keep(instruction)

    def _device(self, instruction: Any, operator: str) -> None:
        space = RGB if operator in ("rg", "RG") else GREY
        self._now = _with(self._now, operator.isupper(), space)
        self._set(space, tuple(float(value) for value in instruction.operands), operator.isupper())

    def _space(self, instruction: Any, operator: str) -> None:
        try:
            space = space_of(instruction.operands[0], self._resources)
        except UnconvertibleError as error:
            self._painter.failed(codes.COLOUR_UNCONVERTIBLE, space=error)
            return self._keep(instruction)
        self._now = _with(self._now, operator.isupper(), space)
        if space.kept:
            return self._keep(instruction)
        return self._set(space, space.start, operator.isupper())

    def _colour(self, instruction: Any, operator: str) -> None:
        stroke = operator.isupper()
        space = self._now.stroke if stroke else self._now.fill
        if not space.kept:
            return self._set(space, tuple(float(value) for value in instruction.operands), stroke)
        last = instruction.operands[-1] if instruction.operands else None
        if isinstance(last, Name):
            pattern = entry(self._resources, "/Pattern", str(last))
            if pattern is not None:
                self._painter.pattern(pattern, self._resources, self._base, self._palette)
        return self._keep(instruction)

    def _set(self, space: Space, values: Channels, stroke: bool) -> None:
        try:
            inks = space.into(self._palette, values)
        except UnconvertibleError as error:
            self._painter.failed(codes.COLOUR_UNCONVERTIBLE, space=error)
            return
        self._say(self._palette.stroke if stroke else self._palette.fill, *inks)

    def _gradient(self, instruction: Any, operator: str) -> None:
        shading = entry(self._resources, "/Shading", str(instruction.operands[0]))
        if shading is not None:
            self._painter.gradient(shading, self._resources, self._palette)
        self._keep(instruction)

    def _font(self, instruction: Any, operator: str) -> None:
        name = str(instruction.operands[0])
        if name not in self._fonts:
            self._fonts.add(name)
            font = entry(self._resources, "/Font", name)
            if font is not None:
                self._painter.glyphs(font)
        self._keep(instruction)

    def _show(self, instruction: Any, operator: str) -> None:
        name = str(instruction.operands[0])
        thing = entry(self._resources, "/XObject", name)
        if thing is None:
            return self._keep(instruction)
        if thing.get("/Subtype") == Name.Form:
            self._painter.form(thing, self._resources, self._now.matrix, self._palette)
            return self._keep(instruction)
        self._painter.picture(thing, name.lstrip("/"), self._resources, self._palette)
        return self._place(instruction, name)

    def _place(self, instruction: Any, name: str) -> None:
        """Show a picture; one that reaches the trim edge is enlarged in proportion until it covers the bleed."""
        matrix = self._now.matrix
        back = inverse(matrix)
        if self._edges is None or back is None or not straight(matrix):
            return self._keep(instruction)
        frame = placed(UNIT, matrix)
        wanted = self._edges.enlarged(frame)
        if wanted == frame:
            return self._keep(instruction)
        self._painter.enlarged(name.lstrip("/"), 100 * ((wanted[2] - wanted[0]) / (frame[2] - frame[0]) - 1))
        self._say("q")
        self._say("cm", *times(times(matrix, between(frame, wanted)), back))
        self._keep(instruction)
        self._say("Q")
        return None

    def _inline(self, instruction: ContentStreamInlineImage) -> None:
        """A picture that stands in the content itself: stencils, greys and inks may; our engine makes only these."""
        picture: Any = instruction.iimage
        if not picture.image_mask and picture.colorspace not in ("/DeviceGray", "/DeviceCMYK"):
            self._painter.failed(codes.IMAGE_UNCONVERTIBLE, reason="inline image")
        self._out.append(instruction)


def _with(state: _State, stroke: bool, space: Space) -> _State:
    return replace(state, stroke=space) if stroke else replace(state, fill=space)


def _operand(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    return int(value) if value == int(value) else round(value, 6)
