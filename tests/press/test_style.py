"""The settings of a book and the habits of its variant reach the engine as custom properties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.model.book import Typesetting
from fuzi.press import lay
from fuzi.press.engine.shaping import composition_of
from fuzi.press.style import style_css
from fuzi.variants import variant
from tests.press.samples import EDITION, METADATA, galley, paragraph, section


def test_every_setting_is_a_custom_property() -> None:
    css = style_css(Typesetting("half", "loose", True), "centre")
    for line in ("--punctuation: half;", "--kinsoku: loose;", "--hanging: allow;", "--mark-position: centre;"):
        assert line in css
    assert "--hanging: none;" in style_css(Typesetting(), "corner")


@pytest.mark.parametrize(("tag", "position"), [("zh-Hans", "corner"), ("zh-Hant-TW", "centre")])
def test_the_composition_of_lines_is_told(tag: str, position: str) -> None:
    sample = replace(galley(section(paragraph(30, 1))), typesetting=Typesetting("full", "loose", True))
    laid_out = lay(sample, replace(EDITION, variant=variant(tag)), METADATA).laid_out
    style = composition_of(laid_out.document.pages[0]._page_box.children[0].style)
    assert (style.punctuation, style.kinsoku, style.hanging, style.position) == ("full", "loose", True, position)


def test_the_usual_style_is_full_width_and_strict() -> None:
    laid_out = lay(galley(section(paragraph(30, 1))), EDITION, METADATA).laid_out
    style = composition_of(laid_out.document.pages[0]._page_box.children[0].style)
    assert (style.punctuation, style.kinsoku, style.hanging, style.position) == ("full", "strict", False, "corner")
