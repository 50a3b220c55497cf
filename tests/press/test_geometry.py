"""The page box in CSS."""

from __future__ import annotations

from decimal import Decimal

from fuzi.manufacture.type_area import geometry
from fuzi.model.metadata import Trim
from fuzi.press.geometry import page_css


def test_css_mirrors_the_margins() -> None:
    page = geometry(Trim(Decimal(147), Decimal(210)))
    assert page is not None
    css = page_css(page)
    assert "--characters: 27;" in css
    right, left = (line for line in css.splitlines() if line.startswith(("@page :right", "@page :left")))
    rights, lefts = (line[line.index("margin:") + 7 : -1].split() for line in (right, left))
    assert (rights[0], rights[2]) == (lefts[0], lefts[2]), "head and foot are the same on both sides"
    assert (rights[1], rights[3]) == (lefts[3], lefts[1]), "gutter and fore-edge change places"
