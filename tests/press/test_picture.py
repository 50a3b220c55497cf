"""A cover drawn from HTML: the right size, the same bytes, nothing from outside."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from fuzi.press import picture
from tests.press.samples import EDITION

HTML = '<section id="cover" class="cover"><h1>桥上的灯</h1></section>'
CSS = {
    "cover.css": ".cover { width: 160px; height: 256px; background: #123456 }"
    "h1 { margin: 0; color: white; font-family: var(--font-hei) }"
}


def test_one_css_pixel_is_one_pixel() -> None:
    data = picture(HTML, CSS, 160, 256, EDITION)
    with Image.open(BytesIO(data)) as image:
        assert image.format == "PNG"
        assert image.size == (160, 256)
        assert image.convert("RGB").getpixel((2, 250)) == pytest.approx((0x12, 0x34, 0x56), abs=1)
        assert image.convert("RGB").getpixel((158, 2)) == pytest.approx((0x12, 0x34, 0x56), abs=1)


def test_the_same_cover_gives_the_same_bytes() -> None:
    assert picture(HTML, CSS, 160, 256, EDITION) == picture(HTML, CSS, 160, 256, EDITION)


def test_nothing_is_fetched() -> None:
    html = '<section class="cover"><img src="file:///etc/passwd"/></section>'
    assert picture(html, CSS, 160, 256, EDITION)
