"""One sheet of a free size: its boxes, its measures, and its text by panels."""

from __future__ import annotations

from typing import Any

import pymupdf
import pytest

from fuzi.press import Rect, SetSheet, SheetCopy, ems, lay_sheet, print_sheet, read_panels
from tests.press.samples import EDITION

HTML = """<section>
<div class="ground" style="left: -{bleed}mm; top: -{bleed}mm; width: {wide}mm; height: {high}mm"></div>
<div id="left" style="left: 5mm; top: 5mm; width: 40mm; height: 20mm; font-size: 12pt">桥上的灯</div>
<div id="full" style="left: 55mm; top: 5mm; width: 40mm; height: 10mm; font-size: 20pt">守灯的老人记得每一个人</div>
</section>"""
CSS = {"a.css": "section { font-family: var(--font-song) } div { position: absolute } .ground { background: #9c2b23 }"}


def sheet(bleed: float = 3, slug: float = 0) -> SetSheet:
    html = HTML.format(bleed=bleed, wide=100 + 2 * bleed, high=60 + 2 * bleed)
    return lay_sheet(SheetCopy(html, CSS, (), 100, 60, bleed, slug), EDITION)


@pytest.mark.parametrize(("bleed", "slug"), [(3, 0), (3, 8), (5, 0), (10, 8)])
def test_boxes(bleed: float, slug: float) -> None:
    made = print_sheet(sheet(bleed, slug))
    assert not made.report.diagnostics
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=made.value, filetype="pdf") as document:
        page = document[0]
        for box, outside in ((page.trimbox, 0), (page.bleedbox, bleed), (page.mediabox, bleed + slug)):
            size = [side / 72 * 25.4 for side in (box.width, box.height)]
            assert size == pytest.approx([100 + 2 * outside, 60 + 2 * outside], abs=0.01)
        pixmap = page.get_pixmap(dpi=72)
        corner = int((slug + bleed / 2) / 25.4 * 72)
        assert pixmap.pixel(corner, corner) == pytest.approx((0x9C, 0x2B, 0x23), abs=2)
        if slug:
            assert pixmap.pixel(2, 2) == (255, 255, 255)


def test_a_zone_knows_how_much_it_is_overrun() -> None:
    zones = sheet().zones
    assert zones["left"].excess == 0
    assert zones["left"].text is not None
    assert zones["left"].text.width == pytest.approx(4 * 12 * 25.4 / 72, abs=0.1)
    assert zones["full"].excess > 5


def test_widths_in_em() -> None:
    found = ems([("桥上的灯", "song"), ("Lamps", "song"), ("Lamps", "hei")], EDITION)
    assert found["桥上的灯", "song"] == pytest.approx(4, abs=0.01)
    assert 2 < found["Lamps", "song"] < 3.4
    assert found["Lamps", "song"] != found["Lamps", "hei"]
    assert ems([("Lamps", "song")], EDITION, weight=700)["Lamps", "song"] > found["Lamps", "song"]
    assert ems([], EDITION) == {}


def test_the_text_of_each_panel() -> None:
    pdf = print_sheet(sheet(3, 8)).value
    found = read_panels(pdf, {"left": Rect(0, 0, 50, 60), "right": Rect(50, 0, 100, 60)})
    assert found["left"].replace(" ", "") == "桥上的灯"
    assert found["right"].replace(" ", "") == "守灯的老人记得每一个人"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert print_sheet(sheet()).value == print_sheet(sheet()).value


def test_a_character_that_no_font_has_is_reported() -> None:
    html = '<section data-span="book.yaml"><div style="position: absolute">\U000f0000</div></section>'
    made = print_sheet(lay_sheet(SheetCopy(html, {}, (), 100, 60), EDITION))
    assert [item.code.id for item in made.report.diagnostics] == ["P102"]
    assert made.report.failed
