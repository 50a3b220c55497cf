"""A sheet as a picture: the right size, the same bytes, nothing from outside; and large pictures made smaller."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from fuzi.model.book import Asset
from fuzi.model.units import MM_PER_PIXEL
from fuzi.press import SetSheet, SheetCopy, lay_sheet, picture, reduced
from tests.press.samples import EDITION

HTML = '<section id="cover" class="cover"><h1>桥上的灯</h1></section>'
CSS = {
    "cover.css": ".cover { width: 160px; height: 256px; background: #123456 }"
    "h1 { margin: 0; color: white; font-family: var(--font-hei) }"
}


def sheet(html: str = HTML) -> SetSheet:
    return lay_sheet(SheetCopy(html, CSS, (), 160 * MM_PER_PIXEL, 256 * MM_PER_PIXEL), EDITION)


@pytest.mark.parametrize("scale", [1, 3])
def test_the_picture_has_the_pixels_that_are_asked_for(scale: int) -> None:
    with Image.open(BytesIO(picture(sheet(), 160 * scale, 256 * scale))) as image:
        assert image.format == "PNG"
        assert image.size == (160 * scale, 256 * scale)
        for point in ((2, 250), (158, 2)):
            pixel = image.convert("RGB").getpixel((point[0] * scale, point[1] * scale))
            assert pixel == pytest.approx((0x12, 0x34, 0x56), abs=1)


def test_the_same_cover_gives_the_same_bytes() -> None:
    assert picture(sheet(), 160, 256) == picture(sheet(), 160, 256)


def test_nothing_is_fetched() -> None:
    made = sheet('<section class="cover"><img src="file:///etc/passwd"/></section>')
    assert picture(made, 160, 256)
    assert made.laid_out.fetcher.denied


def asset(form: str, width: int, height: int) -> Asset:
    target = BytesIO()
    Image.new("RGB", (width, height), "#9c2b23").save(target, form)
    return Asset(f"figures/a.{form.lower()}", f"image/{form.lower()}", target.getvalue(), width, height)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_large_picture_is_made_smaller_in_its_proportions(form: str) -> None:
    small = reduced(asset(form, 400, 600), 60_000)
    assert (small.width, small.height) == (200, 300)
    with Image.open(BytesIO(small.data)) as image:
        assert (image.format, image.size) == (form, (200, 300))
    assert small == reduced(asset(form, 400, 600), 60_000)


def test_a_picture_that_is_small_enough_is_left_alone() -> None:
    given = asset("PNG", 200, 300)
    assert reduced(given, 60_000) is given
