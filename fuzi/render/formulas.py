"""Formulas: drawn as SVG for print, as MathML for reading systems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from latex2mathml import converter
from lxml import etree
from markupsafe import Markup, escape
from ziamath.zmath import Latex

from fuzi.model.book import Asset
from fuzi.model.edition import Medium
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.render.codes import FORMULA_BROKEN, FORMULA_GLYPH

SIZE = 10.0
"""The size a formula is drawn in; the HTML gives every length in em, so that it follows the type around it."""

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_VIEW_BOX = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_ESCAPED = re.compile(r"\\.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as SVG; ``width``, ``height`` and ``depth`` (below the baseline) in em."""

    asset: Asset
    width: float
    height: float
    depth: float


class FormulaError(Exception):
    """The TeX of a formula cannot be read; the text says why."""


@dataclass(slots=True)
class FormulaWriter:
    """Writes the formulas of one edition and keeps their drawings and what was wrong with them."""

    medium: Medium
    drawings: dict[tuple[str, bool], Drawing] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def write(self, tex: str, place: Place, *, display: bool) -> Markup:
        """The HTML of a formula; one that cannot be read is shown as its source."""
        try:
            if self.medium is Medium.REFLOW:
                return Markup(mathml(tex, display=display))
            return _image(self._drawing(tex, place, display), tex, display)
        except FormulaError as error:
            self.diagnostics.append(FORMULA_BROKEN.at(place, tex=tex, reason=str(error)))
            return Markup('<code class="formula-source">{}</code>').format(tex)

    def _drawing(self, tex: str, place: Place, display: bool) -> Drawing:
        key = (tex, display)
        if key not in self.drawings:
            strange = undrawable(tex)
            if strange:
                self.diagnostics.append(FORMULA_GLYPH.at(place, tex=tex, characters=strange))
            self.drawings[key] = draw(tex, display=display)
        return self.drawings[key]


def mathml(tex: str, *, display: bool) -> str:
    """Presentation MathML with its TeX source as ``alttext``; raises FormulaError."""
    _check_braces(tex)
    try:
        text = converter.convert(tex, display="block" if display else "inline")
        root = etree.fromstring(text)
    except etree.XMLSyntaxError:
        raise FormulaError("&") from None
    except Exception as error:  # the converter fails in many undocumented ways on broken TeX
        raise FormulaError(type(error).__name__.removesuffix("Error")) from error
    for token in root.iter(f"{_NAMESPACE}mi", f"{_NAMESPACE}mo"):
        # A command that the converter does not know comes back as its own name.
        if token.text and len(token.text) > 1 and token.text.startswith("\\"):
            raise FormulaError(token.text)
    root.set("alttext", tex)
    return etree.tostring(root, encoding="unicode")


def draw(tex: str, *, display: bool) -> Drawing:
    """A formula as SVG with its place on the baseline; raises FormulaError."""
    mathml(tex, display=display)
    try:
        svg = Latex(tex, size=SIZE, inline=not display, margin=0.4).svg()
    except Exception as error:  # see mathml()
        raise FormulaError(type(error).__name__.removesuffix("Error")) from error
    box = _VIEW_BOX.search(svg)
    if box is None:
        raise FormulaError("SVG")
    _, top, width, height = (float(number) for number in box.groups())
    name = sha256(f"{display}{tex}".encode()).hexdigest()[:16]
    asset = Asset(f"assets/formula-{name}.svg", "image/svg+xml", svg.encode(), 0, 0)
    return Drawing(asset, width / SIZE, height / SIZE, (top + height) / SIZE)


def undrawable(tex: str) -> str:
    """The characters of a formula that the mathematics font has no glyph for, each once."""
    font = Latex("x").font
    wanted = dict.fromkeys(character for character in tex if not character.isascii() and not character.isspace())
    return "".join(character for character in wanted if not font.glyphindex(character))


def _check_braces(tex: str) -> None:
    """The converter takes unpaired braces for text; an author never means that."""
    if not tex.strip():
        raise FormulaError("∅")
    depth = 0
    for character in _ESCAPED.sub("", tex):
        depth += (character == "{") - (character == "}")
        if depth < 0:
            raise FormulaError("}")
    if depth:
        raise FormulaError("{")


def _image(drawing: Drawing, tex: str, display: bool) -> Markup:
    name = "formula-image" if display else "formula-inline"
    style = f"height:{drawing.height:.3f}em;width:{drawing.width:.3f}em"
    if not display:
        style += f";vertical-align:{-drawing.depth:.3f}em"
    return Markup(f'<img class="{name}" src="{drawing.asset.path}" alt="{escape(tex)}" style="{style}"/>')
