"""All that a page paints, put into the inks of the press: its operators, forms, patterns, pictures and masks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Name

from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import Place
from fuzi.prepress import codes
from fuzi.prepress.content import Content
from fuzi.prepress.edges import Edges
from fuzi.prepress.entries import drop
from fuzi.prepress.gradients import convert_gradient
from fuzi.prepress.inks import Inks, Palette, UnconvertibleError, Veil
from fuzi.prepress.matrix import IDENTITY, Matrix, between, frame_of, inverse, matrix_of, placed, straight, times
from fuzi.prepress.plates import convert_picture

_Number = tuple[int, int]


@dataclass(slots=True)
class Separation:
    """The work on one file: what is done already, and what was found on the way.

    ``places`` say where the picture of a resource name comes from.
    """

    pdf: pikepdf.Pdf
    inks: Inks
    places: Mapping[str, Place]
    found: list[Diagnostic] = field(default_factory=list)
    _page: int = 0
    _edges: Edges | None = None
    _veil: Veil = field(default_factory=Veil)
    _done: set[_Number] = field(default_factory=set)

    def page(self, index: int, page: pikepdf.Page, edges: Edges | None) -> None:
        """Convert one page; with ``edges``, what reaches the trim edge is drawn on into the bleed."""
        self._page, self._edges = index, edges
        resources = page.obj.get("/Resources")
        content = self._converted(page, resources, IDENTITY, self.inks)
        page.obj.Contents = self.pdf.make_stream(content)
        group = page.obj.get("/Group")
        if group is not None:
            self._group(group, self.inks)

    def rest(self) -> None:
        """Convert what the file holds and no page shows, and take away what is needed no longer."""
        self._edges = None
        for thing in self.pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                self._unused(thing.get("/Resources", thing))
            if not isinstance(thing, pikepdf.Stream):
                continue
            if thing.get("/Subtype") == Name.Form:
                self.form(thing, None, IDENTITY, self.inks)
            elif thing.get("/Subtype") == Name.Image:
                self.picture(thing, "", None, self.inks)
            elif thing.get("/PatternType") == 1:
                self.pattern(thing, None, IDENTITY, self.inks)

    def _unused(self, thing: Any) -> None:
        """Take away spaces that no operator names any more, from a resource dictionary."""
        spaces = thing.get("/ColorSpace")
        if isinstance(spaces, pikepdf.Dictionary):
            drop(spaces, *[name for name, space in dict(spaces.items()).items() if not _stays(space)])
        shadings = thing.get("/Shading")
        for shading in shadings.values() if isinstance(shadings, pikepdf.Dictionary) else ():
            # One that stands here by itself may be that of a mask, which nothing but its use could tell.
            if isinstance(shading, pikepdf.Dictionary) and "/ShadingType" in shading and shading.is_indirect:
                self.gradient(shading, None, self.inks)

    def _converted(self, stream: Any, resources: Any, matrix: Matrix, palette: Palette) -> bytes:
        """The content of a page, form, pattern or glyph, in the inks of the press."""
        content = Content(self, resources, matrix, palette, self._edges)
        return content.converted(stream)

    def form(self, form: Any, above: Any, matrix: Matrix, palette: Palette) -> None:
        """Convert a form where it is first shown; ``above`` are the resources that it falls back on."""
        if self._before(form):
            return
        matrix = times(matrix_of(form.get("/Matrix")), matrix)
        if self._edges is not None and straight(matrix):
            box = frame_of(form.BBox)
            form.BBox = Array([round(value, 4) for value in self._drawn_on(box, matrix)])
        if "/Group" in form:
            self._group(form.Group, palette)
        form.write(self._converted(form, form.get("/Resources", above), matrix, palette))

    def _drawn_on(self, box: Any, matrix: Matrix) -> Any:
        """A box of a form with those sides moved that lie on the trim edge."""
        assert self._edges is not None
        back = inverse(matrix)
        frame = placed(box, matrix)
        wanted = self._edges.drawn_on(frame)
        return box if back is None or wanted == frame else placed(wanted, back)

    def _group(self, group: Any, palette: Palette) -> None:
        if "/CS" in group:
            group.CS = Name(palette.space)

    def pattern(self, pattern: Any, above: Any, matrix: Matrix, palette: Palette) -> None:
        """Convert a pattern; ``matrix`` is that of the content in which it is used, as it began."""
        if self._before(pattern):
            return
        whole = times(matrix_of(pattern.get("/Matrix")), matrix)
        if pattern.get("/PatternType") == 2:
            self.gradient(pattern.Shading, above, palette)
            return
        edges, self._edges = self._edges, None  # a cell is no page
        if edges is not None and straight(whole):
            frame = placed(frame_of(pattern.BBox), whole)
            back = inverse(matrix)
            if edges.spanned(frame) and edges.enlarged(frame) != frame and back is not None:
                grown = times(times(whole, between(frame, edges.enlarged(frame))), back)
                pattern.Matrix = Array([round(value, 6) for value in grown])
        pattern.write(self._converted(pattern, pattern.get("/Resources", above), whole, palette))
        self._edges = edges

    def gradient(self, shading: Any, resources: Any, palette: Palette) -> None:
        """Convert a gradient."""
        if self._before(shading):
            return
        try:
            convert_gradient(self.pdf, shading, resources, palette)
        except UnconvertibleError as error:
            self.failed(codes.COLOUR_UNCONVERTIBLE, space=error)

    def picture(self, picture: Any, name: str, resources: Any, palette: Palette) -> None:
        """Convert a raster picture."""
        if self._before(picture):
            return
        mask = picture.get("/SMask")
        if mask is not None:
            drop(mask, "/Interpolate")
            self._before(mask)
        try:
            if convert_picture(picture, resources, palette):
                self.failed(codes.FLATTENED, name)
        except UnconvertibleError as error:
            self.failed(codes.IMAGE_UNCONVERTIBLE, name, reason=error)

    def glyphs(self, font: Any) -> None:
        """Convert the glyphs of a font that draws them itself."""
        if font.get("/Subtype") != Name.Type3 or self._before(font):
            return
        for stream in font.CharProcs.values():
            stream.write(self._converted(stream, font.get("/Resources"), IDENTITY, self.inks))

    def state(self, state: Any, matrix: Matrix) -> None:
        """Convert the soft mask of a graphics state; a mask of luminosity is made of greys and not of inks."""
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            luminous = mask.get("/S") == Name.Luminosity
            self.form(mask.G, None, matrix, self._veil if luminous else self.inks)

    def enlarged(self, name: str, percent: float) -> None:
        """Say that a picture was enlarged into the bleed."""
        assert self._edges is not None
        bleed = (self._edges.trim[0] - self._edges.bleed[0]) / 72 * 25.4
        self.failed(codes.EXTENDED, name, percent=f"{percent:.1f}", bleed=f"{bleed:g}")

    def failed(self, code: Code, name: str = "", **facts: object) -> None:
        """Say something of what stands on this page, at the place of the picture if it is one."""
        self.found.append(code.at(self.places.get(name), page=self._page + 1, **facts))

    def _before(self, thing: Any) -> bool:
        """True when this object was met before."""
        key = thing.objgen
        if key == (0, 0):
            return False
        if key in self._done:
            return True
        self._done.add(key)
        return False


def _stays(space: Any) -> bool:
    return isinstance(space, Array) and str(space[0]) in ("/Separation", "/DeviceN", "/Pattern", "/Indexed")
