"""What a press file is made of, read back from files of which it is known."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from fuzi.model.press_file import PressFile, PressPage
from fuzi.prepress.inspect import inspect
from tests.prepress.pages import BLEED, CROP, data, new, picture_of, pressed, raster, showing


def page_of(pdf: pikepdf.Pdf) -> PressPage:
    return inspect(data(pdf)).pages[0]


def bleeding(content: str, **resources: Any) -> PressPage:
    """A page with a bleed of 10 pt drawn by itself."""
    pdf = new(content, resources={f"/{key}": value for key, value in resources.items()})
    page = pdf.pages[0].obj
    page.MediaBox = page.BleedBox = Array([-10, -10, 210, 310])
    return page_of(pdf)


def test_a_press_file_is_read_back_as_it_was_asked_for() -> None:
    outcome = pressed(showing(Image.effect_noise((90, 90), 90).convert("RGB")), CROP)
    file = inspect(outcome.value)
    assert (file.version, file.conformance, file.trapped) == ("1.6", "PDF/X-4", "False")
    assert file.identifier.startswith("uuid:")
    assert file.intent is not None
    assert (file.intent.condition, file.intent.components) == ("FOGRA39", 4)
    assert len(file.intent.profile) == 64
    (page,) = file.pages
    assert page.trim == (0, 0, 200, 300)
    assert page.bleed is not None
    assert page.bleed[0] == pytest.approx(-BLEED, abs=0.01)
    assert page.media[0] < page.bleed[0]
    assert page.spaces <= {"DeviceCMYK", "DeviceGray", "Separation"}
    assert (file.actions, file.refused, page.short, page.hairlines, page.transparent) == ((), (), (), (), False)


@pytest.mark.parametrize(
    ("content", "space"),
    [("1 0 0 rg", "DeviceRGB"), ("0 G", "DeviceGray"), ("0 0 0 1 k", "DeviceCMYK"), ("/Pattern cs", "Pattern")],
)
def test_spaces_of_operators_are_told(content: str, space: str) -> None:
    assert page_of(new(f"{content} 9 9 m 20 20 l S")).spaces == {space}


def test_spaces_inside_forms_patterns_masks_and_groups_are_told() -> None:
    pdf = new("/F Do /Pattern cs /P scn 9 9 9 9 re f /M gs")
    box = Array([0, 0, 9, 9])
    form = pikepdf.Stream(pdf, b"1 0 0 RG", Dictionary(Subtype=Name.Form, BBox=box))
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = pikepdf.Stream(pdf, b"/DeviceN1 cs", Dictionary(Subtype=Name.Form, BBox=box, Group=group))
    head = Dictionary(PatternType=1, BBox=box, XStep=9, YStep=9, Resources=Dictionary())
    tile = pikepdf.Stream(pdf, b"/CalRGB cs", head)
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(mask)))
    pdf.pages[0].obj.Resources = Dictionary(
        XObject=Dictionary(F=pdf.make_indirect(form)),
        Pattern=Dictionary(P=pdf.make_indirect(tile)),
        ExtGState=Dictionary(M=state),
    )
    page = page_of(pdf)
    assert page.spaces == {"DeviceRGB", "Pattern", "CalRGB", "DeviceN1"}
    assert page.transparent
    assert inspect(data(pdf)).refused == ("RGB group",)


def test_inks_are_added_up() -> None:
    page = page_of(new("0.9 0.8 0.7 0.8 k 0 0 0 0.5 K"))
    assert page.ink == pytest.approx(320)
    assert page.inks == {"C", "M", "Y", "K"}
    assert page_of(new("0 0 0 1 k 0.5 g")).inks == {"K"}


@pytest.mark.parametrize(("matrix", "ppi"), [("144 0 0 144 9 9", 40), ("72 0 0 144 9 9", 40), ("0 72 -72 0 90 9", 80)])
def test_the_resolution_is_that_of_the_picture_as_it_stands(matrix: str, ppi: float) -> None:
    (image,) = page_of(showing(Image.effect_noise((80, 80), 9), matrix)).images
    assert image.ppi == pytest.approx(ppi)
    assert (image.width, image.height, image.bits, image.space) == (80, 80, 8, "DeviceGray")


def test_a_picture_in_a_form_is_measured_where_it_stands() -> None:
    pdf = new("q 2 0 0 2 10 10 cm /F Do Q")
    picture = raster(pdf, Image.new("CMYK", (80, 80), (255, 255, 255, 255)))
    head = Dictionary(
        Subtype=Name.Form, BBox=Array([0, 0, 99, 99]), Resources=Dictionary(XObject=Dictionary(P=picture))
    )
    form = pikepdf.Stream(pdf, b"q 72 0 0 72 5 5 cm /P Do Q", head)
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=pdf.make_indirect(form)))
    (image,) = page_of(pdf).images
    assert image.ppi == pytest.approx(40)
    assert image.frame == (20, 20, 164, 164)
    assert image.ink == 400


def test_a_jpeg_of_inks_is_read_the_right_way_round() -> None:
    (image,) = inspect(pressed(showing(Image.new("RGB", (64, 64), (255, 0, 0)), form="jpeg")).value).pages[0].images
    assert image.space == "DeviceCMYK"
    assert image.ink == pytest.approx(195, abs=8)


def test_transparency_and_smoothing_are_seen() -> None:
    shown = page_of(showing(Image.new("L", (9, 9)), mask=Image.new("L", (9, 9), 7), Interpolate=True))
    assert shown.transparent
    assert shown.images[0].transparent
    assert shown.interpolated == ("Pic",)
    states = Dictionary(half=Dictionary(ca=0.5), full=Dictionary(ca=1, CA=1))
    assert page_of(new("/half gs", resources={"/ExtGState": states})).transparent
    assert not page_of(new("/full gs", resources={"/ExtGState": Dictionary(full=Dictionary(ca=1))})).transparent


@pytest.mark.parametrize(
    ("content", "short"),
    [
        ("0 0 0 1 k 0 0 200 300 re f", 1),
        ("0 0 0 1 k -10 -10 220 320 re f", 0),
        ("0 0 0 1 k 20 20 160 260 re f", 0),
        ("0 0 0 1 k 20 20 180 20 re f", 1),
        ("0 0 0 0 k 0 0 200 300 re f", 0),  # paper
        ("q 0 0 200 300 re W n 0 0 0 1 k -10 -10 220 320 re f Q", 1),  # cut off at the trim
        ("0 0 0 1 K 100 0 m 100 200 l S", 1),
        ("0 0 0 1 K -9 0 m -4 0 l S", 0),  # a mark beside the page
    ],
)
def test_what_ends_at_the_trim_is_short(content: str, short: int) -> None:
    assert len(bleeding(content).short) == short


@pytest.mark.parametrize(
    ("content", "widths"),
    [
        ("0.1 w 9 9 m 99 9 l S", (0.1,)),
        ("0.25 w 9 9 m 99 9 l S", ()),
        ("q 0.5 0 0 0.5 0 0 cm 0.3 w 9 9 m 99 9 l S Q", (0.15,)),
        ("0 w 9 9 m 99 9 l S", (0,)),
        ("9 9 90 0.1 re f", (0.1,)),
        ("0.1 w 9 9 m 99 9 l n", ()),
    ],
)
def test_lines_that_print_does_not_hold_are_measured(content: str, widths: tuple[float, ...]) -> None:
    assert bleeding(content).hairlines == pytest.approx(widths)


def test_fonts_are_embedded_or_not() -> None:
    pdf = new()
    loose = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    file = pdf.make_indirect(pikepdf.Stream(pdf, b"x"))
    descriptor = Dictionary(Type=Name.FontDescriptor, FontFile2=file)
    inside = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Song"), FontDescriptor=descriptor)
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(A=pdf.make_indirect(loose), B=pdf.make_indirect(inside)))
    found = {font.name: (font.embedded, font.subset) for font in inspect(data(pdf)).fonts}
    assert found == {"Helvetica": (False, False), "ABCDEF+Song": (True, True)}


def whole(pdf: pikepdf.Pdf) -> PressFile:
    return inspect(data(pdf))


def test_things_for_screens_and_refused_techniques_are_found() -> None:
    pdf = new()
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link)])
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary())
    pdf.Root.Held = pdf.make_indirect(pikepdf.Stream(pdf, b"x", Dictionary(Subtype=Name.PS)))
    pdf.Root.Other = pdf.make_indirect(pikepdf.Stream(pdf, b"\x80\x0b\x60\x50", Dictionary(Filter=Name.LZWDecode)))
    file = whole(pdf)
    assert file.pages[0].annotations == ("Link",)
    assert file.actions == ("OpenAction", "JavaScript")
    assert set(file.refused) >= {"PostScript"}


def test_an_intent_of_three_channels_counts_for_nothing() -> None:
    pdf = new()
    profile = pdf.make_indirect(pikepdf.Stream(pdf, bytes(16) + b"RGB ", Dictionary(N=3)))
    condition = String("sRGB")
    intent = Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier=condition, DestOutputProfile=profile)
    pdf.Root.OutputIntents = Array([intent])
    found = whole(pdf).intent
    assert found is not None
    assert (found.condition, found.components) == ("sRGB", 0)
    assert whole(new()).intent is None


def test_a_picture_shown_twice_is_listed_twice() -> None:
    pdf = showing(Image.effect_noise((80, 80), 9))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 72 0 0 72 9 9 cm /Pic Do Q q 36 0 0 36 99 9 cm /Pic Do Q")
    assert [image.ppi for image in page_of(pdf).images] == [80, 160]
    assert picture_of(pdf).Width == 80


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("0 0 0 1 k BT /F 9 Tf (x) Tj ET", []),
        ("0 g BT /F 9 Tf (x) Tj ET", []),
        ("1 0.5 0 0 k BT /F 9 Tf (x) Tj ET", [(9, "CM")]),
        ("1 0.5 0 0 k BT /F 9 Tf [(x)] TJ ET 0 0 0 1 k BT /F 9 Tf (x) Tj ET", [(9, "CM")]),
        ("0 1 1 0.2 k BT /F 1 Tf 8 0 0 8 20 20 Tm (x) Tj ET", [(8, "MYK")]),
        ("2 0 0 2 0 0 cm 0 1 1 0 k BT /F 9 Tf (x) Tj ET", [(18, "MY")]),
        ("1 0.5 0 0 k BT 3 Tr /F 9 Tf (x) Tj ET", []),  # invisible
        ("0 0 0 1 k 1 1 0 0 K BT /F 9 Tf (x) Tj ET", []),  # strokes are no type
        ("0 1 1 0 k BT 4 0 0 4 0 0 Tm /F 3 Tf (x) Tj ET BT /F 3 Tf (x) Tj ET", [(12, "MY"), (3, "MY")]),
    ],
)
def test_type_in_several_inks_is_noted_with_its_size(content: str, found: list[tuple[float, str]]) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = page_of(new(content, resources={"/Font": Dictionary(F=font)}))
    assert [(text.size, text.inks) for text in page.mixed] == found
