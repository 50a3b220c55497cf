"""What one page leaves on the paper, followed operator by operator."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Name, PdfImage
from PIL import Image, ImageMath

from fuzi.model.press_file import HAIRLINE, Frame, InkedText, PlacedImage
from fuzi.prepress.entries import entry
from fuzi.prepress.matrix import IDENTITY, UNIT, Matrix, frame_of, grown, matrix_of, placed, through, times

_OPERATORS = (
    "q Q cm w gs m l c v y h re W W* n f F f* S s B B* b b* sh Do "
    "BT Tf Tm Tr Tj TJ ' \" g G rg RG k K cs CS sc SC scn SCN BI ID EI INLINE"
)
_FILL, _STROKE = {"f", "F", "f*", "B", "B*", "b", "b*"}, {"S", "s", "B", "B*", "b", "b*"}
_TYPE = {"BT", "Tf", "Tm", "Tr", "Tj", "TJ", "'", '"'}
_NAMES = ("C", "M", "Y", "K")
_DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_SAMPLE = 400
"""Pixels of the longer side to which a picture is averaged before its inks are added up."""

SLIVER = 0.01
"""pt below which a bar is what a clip has left of another, and prints nothing."""

_TOUCH = 0.5
"""pt within which an edge counts as reached."""

_EVERYWHERE: Frame = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class _Ink:
    """A colour: the name of its space, how much ink it leaves in percent (None: it cannot be told), and which inks."""

    space: str = "DeviceGray"
    amount: float | None = 100.0
    names: str = "K"


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix
    clip: Frame = _EVERYWHERE
    fill: _Ink = _Ink()
    stroke: _Ink = _Ink()
    width: float = 1.0
    seen: tuple[float, float] = (1.0, 1.0)  # opacity of fills and strokes
    size: float = 0.0  # of the type, before the matrix
    text: float = 1.0  # by how much the matrix of the text enlarges it
    hidden: bool = False  # text is neither filled nor stroked


@dataclass(frozen=True, slots=True)
class _Sample:
    space: str
    ink: float
    inks: frozenset[str]


class Sampler:
    """Pictures are read once though many pages show them."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], _Sample] = {}

    def sample(self, picture: Any, resources: Any) -> _Sample:
        """The colour space of a picture and the inks that it leaves."""
        key = picture.objgen
        if key not in self._known or key == (0, 0):
            self._known[key] = self._read(picture, resources)
        return self._known[key]

    def _read(self, picture: Any, resources: Any) -> _Sample:
        if picture.get("/ImageMask", False):
            return _Sample("Mask", 0.0, frozenset())
        space = family(picture.get("/ColorSpace"), resources)
        try:
            image = PdfImage(picture).as_pil_image()
            image = image.reduce(max(1, max(image.size) // _SAMPLE)) if image.mode in ("L", "CMYK") else image
            if image.mode == "CMYK":
                if _inverted(picture, image):
                    image = Image.eval(image, lambda value: 255 - value)
                bands = dict(zip(_NAMES, image.split(), strict=True))
                total = ImageMath.lambda_eval(lambda a: a["C"] + a["M"] + a["Y"] + a["K"], **_wide(bands))
                inks = frozenset(name for name, band in bands.items() if _highest(band))
                return _Sample(space, round(_highest(total) / 2.55, 1), inks)
            grey = image.convert("L")
        except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, OSError, ValueError, NotImplementedError):
            return _Sample(space, 0.0, frozenset())
        if space != "DeviceGray":
            return _Sample(space, 0.0, frozenset())
        lowest: Any = grey.getextrema()
        ink = round((255 - lowest[0]) / 2.55, 1)
        return _Sample(space, ink, frozenset("K") if ink else frozenset())


def family(space: Any, resources: Any) -> str:
    """The family of a colour space, a table counted as its colours: ``DeviceRGB``, ``ICCBased``, ``Separation`` …"""
    if isinstance(space, Array) and len(space) > 1 and str(space[0]) in ("/Indexed", "/I"):
        return family(space[1], resources)
    if isinstance(space, Array) and len(space):
        return str(space[0]).lstrip("/")
    name = str(space) if space is not None else "?"
    named = entry(resources, "/ColorSpace", name)
    return family(named, None) if named is not None else name.lstrip("/")


class PageReader:
    """Follows one page; its attributes are those of ``PressPage``."""

    def __init__(self, page: pikepdf.Page, sampler: Sampler) -> None:
        self._page, self._sampler = page, sampler
        self.media = frame_of(page.mediabox)
        self.trim = frame_of(page.obj.TrimBox) if "/TrimBox" in page.obj else None
        self.bleed = frame_of(page.obj.BleedBox) if "/BleedBox" in page.obj else None
        self.spaces: set[str] = set()
        self.inks: set[str] = set()
        self.ink = 0.0
        self.images: list[PlacedImage] = []
        self.short: list[Frame] = []
        self.hairlines: list[float] = []
        self.transparent = False
        self.interpolated: list[str] = []
        self.mixed: dict[InkedText, None] = {}
        self._read: set[tuple[int, int]] = set()

    def read(self) -> None:
        """Follow the content of the page and all that it shows."""
        self._follow(self._page, self._page.obj.get("/Resources"), _State(IDENTITY, self.media))

    def _follow(self, stream: Any, resources: Any, state: _State) -> None:
        saved: list[_State] = []
        path: list[tuple[float, float]] = []
        bars: list[Frame] = []
        clipping = False
        base = state.matrix
        for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
            if isinstance(instruction, ContentStreamInlineImage):
                self._inline(instruction)
                continue
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "q":
                saved.append(state)
            elif operator == "Q":
                state = saved.pop() if saved else state
            elif operator == "cm":
                state = replace(state, matrix=times(matrix_of(operands), state.matrix))
            elif operator == "w":
                state = replace(state, width=float(operands[0]))
            elif operator == "gs":
                state = self._graphics_state(entry(resources, "/ExtGState", str(operands[0])), state)
            elif operator == "re":
                x, y, width, height = (float(value) for value in operands)
                frame = placed((x, y, x + width, y + height), state.matrix)
                bars.append(frame)
                path += [(frame[0], frame[1]), (frame[2], frame[3])]
            elif operator in ("m", "l", "c", "v", "y"):
                numbers = [float(value) for value in operands]
                path += [through((x, y), state.matrix) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            elif operator in ("W", "W*"):
                clipping = True
            elif operator in _FILL or operator in _STROKE or operator == "n":
                self._painted(operator, path, bars, state)
                if clipping and path:
                    state = replace(state, clip=_common(state.clip, _around(path)))
                path, bars, clipping = [], [], False
            elif operator.lower() in _DEVICES:
                space = _DEVICES[operator.lower()]
                state = self._coloured(state, operator, space, [float(value) for value in operands])
            elif operator in ("cs", "CS"):
                state = self._coloured(state, operator, family(operands[0], resources), None)
            elif operator in ("sc", "scn", "SC", "SCN"):
                state = self._special(operator, operands, resources, base, state)
            elif operator == "sh":
                self._gradient(entry(resources, "/Shading", str(operands[0])), resources)
                self._reached(state.clip, state)
            elif operator in _TYPE:
                state = self._typed(operator, operands, resources, state)
            elif operator == "Do":
                self._shown(str(operands[0]), resources, state)

    def _coloured(self, state: _State, operator: str, space: str, values: list[float] | None) -> _State:
        self.spaces.add(space)
        amount: float | None = None
        printed = ""
        if values is not None:
            tints = [1 - values[0]] if space == "DeviceGray" else values if space == "DeviceCMYK" else []
            names = _NAMES[3:] if space == "DeviceGray" else _NAMES
            printed = "".join(name for name, tint in zip(names, tints, strict=False) if tint > 0)
            self.inks.update(printed)
            amount = 100 * sum(tints) if tints else None
            self.ink = max(self.ink, round(amount or 0.0, 1))
        ink = _Ink(space, amount, printed)
        return replace(state, stroke=ink) if operator.isupper() else replace(state, fill=ink)

    def _special(self, operator: str, operands: Any, resources: Any, base: Matrix, state: _State) -> _State:
        ink = state.stroke if operator.isupper() else state.fill
        last = operands[-1] if len(operands) else None
        if isinstance(last, Name):
            self._pattern(entry(resources, "/Pattern", str(last)), resources, base)
            return state
        return self._coloured(state, operator, ink.space, [float(value) for value in operands])

    def _pattern(self, pattern: Any, resources: Any, base: Matrix) -> None:
        if pattern is None or self._before(pattern):
            return
        if pattern.get("/PatternType") == 2:
            self._gradient(pattern.Shading, resources)
            return
        short = len(self.short)
        matrix = times(matrix_of(pattern.get("/Matrix")), base)
        self._follow(pattern, pattern.get("/Resources", resources), _State(matrix))
        del self.short[short:]  # where a cell ends, the next one begins

    def _gradient(self, shading: Any, resources: Any) -> None:
        if shading is not None:
            self.spaces.add(family(shading.get("/ColorSpace"), resources))

    def _glyphs(self, font: Any, state: _State) -> None:
        if font is None or font.get("/Subtype") != Name.Type3 or self._before(font):
            return
        for glyph in font.CharProcs.values():
            self._follow(glyph, font.get("/Resources"), _State(IDENTITY, fill=state.fill))

    def _typed(self, operator: str, operands: Any, resources: Any, state: _State) -> _State:
        if operator == "BT":
            return replace(state, text=1.0)
        if operator == "Tf":
            self._glyphs(entry(resources, "/Font", str(operands[0])), state)
            return replace(state, size=float(operands[1]))
        if operator == "Tm":
            return replace(state, text=_enlarged(matrix_of(operands)))
        if operator == "Tr":
            return replace(state, hidden=int(operands[0]) in (3, 7))
        self._set(state)
        return state

    def _set(self, state: _State) -> None:
        """Note type that needs more than one ink, which must meet on every stroke of every character."""
        if len(state.fill.names) > 1 and state.seen[0] > 0 and not state.hidden:
            size = round(state.size * state.text * _enlarged(state.matrix), 1)
            self.mixed[InkedText(size, state.fill.names)] = None

    def _graphics_state(self, given: Any, state: _State) -> _State:
        if given is None:
            return state
        fills = float(given.get("/ca", state.seen[0]))
        strokes = float(given.get("/CA", state.seen[1]))
        blend = given.get("/BM", Name.Normal)
        mask = given.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            self.transparent = True
            short, spaces, inks, ink = len(self.short), set(self.spaces), set(self.inks), self.ink
            if not self._before(mask.G):
                self._follow(mask.G, mask.G.get("/Resources"), _State(state.matrix))
            del self.short[short:]  # a mask leaves no ink of its own
            self.inks, self.ink = inks, ink
            self.spaces = spaces | (self.spaces - {"DeviceGray"})
        odd = blend not in (Name.Normal, Name.Compatible)
        self.transparent = self.transparent or odd or fills < 1 or strokes < 1
        return replace(state, seen=(fills, strokes), width=float(given.get("/LW", state.width)))

    def _painted(self, operator: str, path: list[tuple[float, float]], bars: list[Frame], state: _State) -> None:
        if not path:
            return
        filled = operator in _FILL and state.seen[0] > 0 and state.fill.amount != 0
        stroked = operator in _STROKE and state.seen[1] > 0 and state.stroke.amount != 0
        width = state.width * _enlarged(state.matrix)
        if filled or stroked:
            self._reached(grown(_around(path), width / 2 if stroked else 0.0), state)
        if stroked:
            self._thin(width)
        if filled and len(bars) * 2 == len(path):
            for left, bottom, right, top in (_common(bar, state.clip) for bar in bars):
                if right - left > SLIVER and top - bottom > SLIVER:
                    self._thin(min(right - left, top - bottom))

    def _thin(self, width: float) -> None:
        if width < HAIRLINE - 0.005:
            self.hairlines.append(round(width, 3))

    def _reached(self, frame: Frame, state: _State) -> None:
        """Note what reaches the trim edge and ends before the bleed does."""
        frame = _common(frame, state.clip)
        trim, bleed = self.trim, self.bleed
        if trim is None or frame[2] - frame[0] <= 0 or frame[3] - frame[1] <= 0:
            return
        if not (frame[0] < trim[2] and frame[2] > trim[0] and frame[1] < trim[3] and frame[3] > trim[1]):
            return
        edge = bleed or trim
        low = any(edge[side] + _TOUCH < frame[side] <= trim[side] + _TOUCH for side in (0, 1))
        if low or any(edge[side] - _TOUCH > frame[side] >= trim[side] - _TOUCH for side in (2, 3)):
            self.short.append(_rounded(frame))

    def _shown(self, name: str, resources: Any, state: _State) -> None:
        thing = entry(resources, "/XObject", name)
        if thing is None:
            return
        if thing.get("/Subtype") != Name.Form:
            self._picture(thing, name.lstrip("/"), resources, state)
            return
        matrix = times(matrix_of(thing.get("/Matrix")), state.matrix)
        group = thing.get("/Group")
        if group is not None and "/CS" in group:
            self.spaces.add(family(group.CS, None))
        clip = _common(state.clip, placed(frame_of(thing.BBox), matrix))
        self._follow(thing, thing.get("/Resources", resources), replace(state, matrix=matrix, clip=clip))

    def _picture(self, picture: Any, name: str, resources: Any, state: _State) -> None:
        sample = self._sampler.sample(picture, resources)
        frame = placed(UNIT, state.matrix)
        a, b, c, d, _, _ = state.matrix
        width, height = int(picture.Width), int(picture.Height)
        across, up = math.hypot(a, b) / 72, math.hypot(c, d) / 72
        ppi = min(width / across, height / up) if across and up else 0.0
        clear = "/SMask" in picture
        bits = 1 if sample.space == "Mask" else int(picture.get("/BitsPerComponent", 8))
        self.images.append(
            PlacedImage(name, _rounded(frame), width, height, bits, sample.space, round(ppi, 1), sample.ink, clear)
        )
        self.transparent = self.transparent or clear
        if sample.space != "Mask":
            self.spaces.add(sample.space)
        self.inks |= sample.inks
        if picture.get("/Interpolate", False):
            self.interpolated.append(name)
        self._reached(frame, state)

    def _inline(self, instruction: ContentStreamInlineImage) -> None:
        picture: Any = instruction.iimage
        if not picture.image_mask:
            self.spaces.add(str(picture.colorspace).lstrip("/"))

    def _before(self, thing: Any) -> bool:
        key = thing.objgen
        if key != (0, 0) and key in self._read:
            return True
        self._read.add(key)
        return False


def _enlarged(matrix: Matrix) -> float:
    """By how much a matrix enlarges lengths, whatever their direction."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def _inverted(picture: Any, image: Image.Image) -> bool:
    """True when the file means the opposite of what the reader of JPEG gives, which turns Adobe's inks by itself."""
    decode = [float(value) for value in picture.get("/Decode", [])]
    turned = bool(decode) and decode[0] > decode[1]
    adobe = getattr(image, "app", {}).get("APP14") is not None or "adobe" in image.info
    return turned != adobe


def _wide(bands: dict[str, Image.Image]) -> dict[str, Image.Image]:
    return {name: band.convert("I") for name, band in bands.items()}


def _highest(band: Image.Image) -> int:
    lowest_highest: Any = band.getextrema()
    return int(lowest_highest[1])


def _around(path: list[tuple[float, float]]) -> Frame:
    across, up = [x for x, _ in path], [y for _, y in path]
    return min(across), min(up), max(across), max(up)


def _common(first: Frame, second: Frame) -> Frame:
    """What two frames have in common; of negative size where that is nothing."""
    return (
        max(first[0], second[0]),
        max(first[1], second[1]),
        min(first[2], second[2]),
        min(first[3], second[3]),
    )


def _rounded(frame: Frame) -> Frame:
    left, bottom, right, top = (round(value, 2) for value in frame)
    return left, bottom, right, top
