"""Raster pictures for the press: the same pixels in other channels, transparent ones on white."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Name, PdfImage
from PIL import Image, ImageCms, ImageDraw

from fuzi.model.source import Place
from fuzi.prepress.inks import IMAGE_INK
from tests.prepress.pages import new, picture_of, pressed, raster, separated, showing

COLOURED = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])


def test_a_coloured_picture_becomes_four_inks_of_the_same_pixels() -> None:
    made = picture_of(separated(showing(COLOURED, Interpolate=True)))
    assert (made.ColorSpace, made.Width, made.Height, made.BitsPerComponent) == (Name.DeviceCMYK, 256, 256, 8)
    assert "/Interpolate" not in made
    assert PdfImage(made).as_pil_image().size == (256, 256)


def test_a_jpeg_stays_a_jpeg_and_its_inks_are_the_right_way_round() -> None:
    made = picture_of(separated(showing(Image.new("RGB", (64, 64), (255, 0, 0)), form="jpeg")))
    assert made.Filter == Name.DCTDecode
    assert [int(value) for value in made.Decode] == [1, 0] * 4
    cyan, magenta, yellow, _ = PdfImage(made).as_pil_image().getpixel((32, 32))
    assert cyan < 40
    assert magenta > 220
    assert yellow > 220


@pytest.mark.parametrize("form", ["raw", "jpeg"])
def test_a_grey_picture_in_rgb_becomes_one_channel(form: str) -> None:
    made = picture_of(separated(showing(Image.linear_gradient("L").convert("RGB"), form=form)))
    assert made.ColorSpace == Name.DeviceGray
    assert PdfImage(made).as_pil_image().getpixel((9, 200)) == pytest.approx(200, abs=2)


def test_a_grey_jpeg_is_not_touched() -> None:
    pdf = showing(Image.linear_gradient("L"), form="jpeg")
    before = picture_of(pdf).read_raw_bytes()
    assert picture_of(separated(pdf)).read_raw_bytes() == before


def line_art(mode: str) -> Image.Image:
    image = Image.new("1", (40, 30), 1)
    ImageDraw.Draw(image).line((0, 0, 39, 29), fill=0)
    return image.convert(mode)


@pytest.mark.parametrize("mode", ["1", "RGB"])
def test_line_art_is_one_bit(mode: str) -> None:
    made = picture_of(separated(showing(line_art(mode))))
    assert (made.BitsPerComponent, made.ColorSpace) == (1, Name.DeviceGray)
    assert PdfImage(made).as_pil_image().convert("1").tobytes() == line_art("1").tobytes()


def test_inks_that_are_inks_already_stay() -> None:
    pdf = showing(Image.new("CMYK", (9, 9), (10, 20, 30, 40)))
    before = picture_of(pdf).read_bytes()
    assert picture_of(separated(pdf)).read_bytes() == before


def test_a_transparent_picture_is_laid_on_white_and_that_is_said_where_it_stands() -> None:
    mask = Image.new("L", (256, 256), 0)
    ImageDraw.Draw(mask).rectangle((0, 0, 127, 255), fill=255)
    place = Place("text/01.md", 7, 1)
    outcome = pressed(showing(COLOURED, mask=mask), places={"Pic": place})
    (note,) = outcome.report.diagnostics
    assert (note.code.id, note.severity, note.place) == ("X103", "note", place)
    made = picture_of(separated(showing(COLOURED, mask=mask)))
    assert "/SMask" not in made
    image = PdfImage(made).as_pil_image()
    assert image.getpixel((200, 100)) == (0, 0, 0, 0)
    assert sum(image.getpixel((60, 100))) > 50


def test_a_mask_that_hides_nothing_is_dropped_without_a_word() -> None:
    outcome = pressed(showing(COLOURED, mask=Image.new("L", (256, 256), 255)))
    assert outcome.report.diagnostics == ()


def test_a_mask_of_another_size_fits() -> None:
    made = picture_of(separated(showing(COLOURED, mask=Image.new("L", (10, 10), 0))))
    assert PdfImage(made).as_pil_image().convert("L").getextrema() == (255, 255)


def test_a_palette_is_read_through() -> None:
    pdf = new("q 50 0 0 50 20 20 cm /Pic Do Q")
    stream = raster(pdf, Image.frombytes("L", (2, 1), b"\0\1"))
    stream.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\xff\0\0\0\0\xff")])
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Pic=stream))
    image = PdfImage(picture_of(separated(pdf))).as_pil_image()
    red, blue = image.getpixel((0, 0)), image.getpixel((1, 0))
    assert red[1] > 200 > red[0]
    assert blue[0] > 200 > blue[2]


def test_a_damaged_picture_is_an_error_at_its_place() -> None:
    pdf = showing(COLOURED, form="jpeg")
    picture_of(pdf).write(b"\xff\xd8 no picture", filter=Name.DCTDecode)
    place = Place("text/01.md", 3, 1)
    outcome = pressed(pdf, places={"Pic": place})
    (fault,) = outcome.report.diagnostics
    assert (fault.code.id, fault.severity, fault.place) == ("X101", "error", place)


def test_a_dark_jpeg_keeps_under_the_limit_after_it_is_written() -> None:
    dark = Image.effect_noise((128, 128), 60).point(lambda value: value // 6)
    made = picture_of(separated(showing(Image.merge("RGB", (dark, dark.rotate(90), dark)), form="jpeg")))
    image = PdfImage(made).as_pil_image().reduce(4)
    totals = [sum(image.getpixel((x, y))) / 2.55 for x in range(image.width) for y in range(image.height)]
    assert max(totals) < IMAGE_INK + 10


def test_the_profile_inside_a_jpeg_is_heeded_and_a_broken_one_is_an_error() -> None:
    wide = bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    target = BytesIO()
    Image.new("RGB", (32, 32), (200, 40, 40)).save(target, "JPEG", icc_profile=wide)
    pdf = showing(Image.new("RGB", (32, 32)), form="jpeg")
    picture_of(pdf).write(target.getvalue(), filter=Name.DCTDecode)
    assert picture_of(separated(pdf)).ColorSpace == Name.DeviceCMYK
    target = BytesIO()
    Image.new("RGB", (32, 32), (200, 40, 40)).save(target, "JPEG", icc_profile=wide[:128] + bytes(200))
    picture_of(pdf).write(target.getvalue(), filter=Name.DCTDecode)
    outcome = pressed(pdf)
    assert [item.code.id for item in outcome.report.diagnostics] == ["X101"]
