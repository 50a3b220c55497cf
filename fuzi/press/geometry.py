"""The page of an edition as the press needs it: its box, its margins, its type area, in CSS."""

from __future__ import annotations

from fuzi.manufacture.type_area import Geometry


def page_css(page: Geometry) -> str:
    """The page box and the type area as CSS: ``@page`` size and margins, and custom properties for the theme."""
    return f"""\
:root {{
  --size: {_pt(page.size)};
  --leading: {_pt(page.leading)};
  --measure: {_pt(page.measure)};
  --characters: {page.characters};
  --lines: {page.lines};
  --depth: {_pt(page.depth)};
}}
@page {{ size: {_pt(page.width)} {_pt(page.height)} }}
@page :right {{ margin: {_margins(page.head, page.fore_edge, page.foot, page.gutter)} }}
@page :left {{ margin: {_margins(page.head, page.gutter, page.foot, page.fore_edge)} }}
"""


def _margins(*sides: float) -> str:
    return " ".join(_pt(side) for side in sides)


def _pt(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") + "pt"
