"""Formulas: drawn on the baseline, spoken by their source, and refused with a reason."""

from __future__ import annotations

import pytest
from lxml import etree

from fuzi.model.block import Formula
from fuzi.model.inline import InlineFormula
from fuzi.render import render
from fuzi.render.formulas import FormulaError, draw, mathml, undrawable

from .books import at, of, page, par, reflow


@pytest.mark.parametrize(
    "tex", [r"\frac{1}{2", "x^", "x}", r"\foo x", r"\begin{matrix}1&2", "a&b", "", "{x"], ids=lambda tex: tex or "empty"
)
def test_broken(tex: str) -> None:
    with pytest.raises(FormulaError):
        mathml(tex, display=False)


@pytest.mark.parametrize("tex", [r"\frac{1}{2}", r"\{x\}", "a<b", r"\sum_{i=1}^{n} x_i", r"\sqrt{x}", r"\backslash"])
def test_good(tex: str) -> None:
    root = etree.fromstring(mathml(tex, display=True))
    assert root.get("alttext") == tex
    assert root.get("display") == "block"
    drawing = draw(tex, display=True)
    assert etree.fromstring(drawing.asset.data).tag.endswith("svg")
    assert min(drawing.height, drawing.width) > 0


def test_half_is_not_twelve() -> None:
    root = etree.fromstring(mathml(r"\frac{1}{2}", display=False))
    assert [item.text for item in root.iter("{*}mn")] == ["1", "2"]
    assert root.find(".//{*}mfrac") is not None


def test_depth_below_the_baseline() -> None:
    assert draw("y", display=False).depth > draw("x", display=False).depth
    assert 0 <= draw("x", display=False).depth < 0.2


def test_print_shows_a_picture_with_its_source() -> None:
    outcome = render(of(Formula(r"\frac{1}{2}", at(3)), par("设", InlineFormula("x<1", at(4)), "。")), page())
    html = outcome.value.sections[-1].html
    assert r'alt="\frac{1}{2}"' in html
    assert 'alt="x&lt;1"' in html
    assert "vertical-align:-" in html
    assert [asset.media_type for asset in outcome.value.assets] == ["image/svg+xml"] * 2


def test_reading_systems_get_mathematics() -> None:
    outcome = render(of(par(InlineFormula("x", at(4)))), reflow())
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" alttext="x">' in (
        outcome.value.sections[-1].html
    )
    assert outcome.value.assets == ()


@pytest.mark.parametrize("edition", [page(), reflow()], ids=["page", "reflow"])
def test_broken_formula_is_shown_and_reported(edition: object) -> None:
    outcome = render(of(Formula(r"\frac{1}{", at(7))), edition)  # type: ignore[arg-type]
    assert [(item.code.id, str(item.place)) for item in outcome.report.diagnostics] == [("R102", "text/one.md:7:1")]
    assert r'<code class="formula-source">\frac{1}{</code>' in outcome.value.sections[-1].html


def test_chinese_in_a_printed_formula_is_reported() -> None:
    assert undrawable(r"\text{速度}=α") == "速度"
    outcome = render(of(Formula(r"\text{速度}", at(7))), page())
    assert [item.code.id for item in outcome.report.diagnostics] == ["R103"]
    assert not render(of(Formula(r"\text{速度}", at(7))), reflow()).report.diagnostics
