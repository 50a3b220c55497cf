"""Colours into inks: pure blacks, a total that can be printed, and greys without colour."""

from __future__ import annotations

import pytest
from PIL import Image, ImageMath

from fuzi.model.press_file import TOTAL_INK
from fuzi.prepress import choose_profile
from fuzi.prepress.inks import IMAGE_INK, Inks, Veil, is_grey, limited
from tests.prepress.pages import PLAIN

INKS = Inks(choose_profile(None, PLAIN))


@pytest.mark.parametrize("value", [0.0, 0.2, 0.6, 1.0])
def test_greys_need_one_plate(value: float) -> None:
    assert INKS.rgb((value, value, value)) == (0, 0, 0, pytest.approx(1 - value, abs=1e-4))


def test_no_flat_colour_has_more_ink_than_dries() -> None:
    steps = [index / 5 for index in range(6)]
    totals = [sum(INKS.rgb((r, g, b))) * 100 for r in steps for g in steps for b in steps]
    assert max(totals) <= TOTAL_INK
    assert max(totals) > 200  # dark colours keep their depth


def test_a_dark_picture_is_kept_under_the_limit_and_keeps_its_black() -> None:
    dark = Image.merge("RGB", [Image.linear_gradient("L").point(lambda v, k=k: v * k // 255) for k in (40, 30, 60)])
    made = INKS.picture(dark)
    assert made.mode == "CMYK"
    bands = dict(zip("cmyk", (band.convert("I") for band in made.split()), strict=True))
    total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **bands)
    assert total.getextrema()[1] <= IMAGE_INK * 2.55


def test_the_limit_takes_from_the_colours_and_not_from_black() -> None:
    heavy = Image.new("CMYK", (3, 3), (255, 200, 180, 240))
    cyan, magenta, yellow, black = limited(heavy, 300).getpixel((1, 1))
    assert black == 240
    assert cyan + magenta + yellow + black <= 765
    assert cyan > magenta > yellow > 100
    light = Image.new("CMYK", (3, 3), (100, 100, 100, 100))
    assert limited(light, 300).getpixel((0, 0)) == (100, 100, 100, 100)


def test_a_grey_gradient_is_of_black_and_a_coloured_one_does_not_jump() -> None:
    assert INKS.ramp([(1, 1, 1), (0.5, 0.5, 0.5), (0, 0, 0)]) == [(0, 0, 0, 0), (0, 0, 0, 0.5), (0, 0, 0, 1)]
    first, second = INKS.ramp([(0, 0, 0), (0.02, 0, 0)])
    assert max(abs(one - other) for one, other in zip(first, second, strict=True)) < 0.1


def test_paper_stays_paper() -> None:
    assert INKS.ramp([(1, 1, 1), (1, 0, 0)])[0] == (0, 0, 0, 0)


def test_grey_pictures_are_told_from_coloured_ones() -> None:
    grey = Image.linear_gradient("L").convert("RGB")
    assert is_grey(grey)
    grey.putpixel((3, 3), (120, 100, 100))
    assert not is_grey(grey)


def test_a_veil_weighs_colours_by_their_light() -> None:
    assert Veil().rgb((0, 1, 0)) == (0.59,)
    assert Veil().grey(0.5) == (0.5,)
