"""Operators in the inks of the press: black and greys in K alone, all else by the profile, nothing else touched."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from tests.prepress.pages import HEIGHT, WIDTH, new, operators, pressed, separated


def colours(content: str, **resources: pikepdf.Object) -> list[str]:
    """The operators that a page comes back with."""
    return operators(separated(new(content, resources={f"/{key}": value for key, value in resources.items()})).pages[0])


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("0 0 0 rg", "0 0 0 1 k"),
        ("1 1 1 rg", "0 0 0 0 k"),
        ("0.5 0.5 0.5 RG", "0 0 0 0.5 K"),
        ("0 g", "0 0 0 1 k"),
        ("0.25 G", "0 0 0 0.75 K"),
        ("0.1 0.2 0.3 0.4 k", "0.1 0.2 0.3 0.4 k"),
        ("/DeviceGray cs 0.5 sc", "0 0 0 0.5 k"),
        ("/DeviceRGB CS 0 0 0 SCN", "0 0 0 1 K"),
        ("/DeviceCMYK cs 0 0 0 1 scn", "0 0 0 1 scn"),
    ],
)
def test_greys_are_of_black_ink_alone_and_inks_stay(given: str, made: str) -> None:
    assert colours(f"{given} 10 10 m 20 20 l S")[-4] == made


def test_a_colour_goes_by_the_profile() -> None:
    (red,) = (item for item in colours("1 0 0 rg 10 10 9 9 re f") if item.endswith(" k"))
    cyan, magenta, yellow, black = (float(word) for word in red.split()[:4])
    assert cyan < 0.1
    assert magenta > 0.9
    assert yellow > 0.9
    assert black < 0.1


def test_spaces_of_profiles_and_of_lab_are_read() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pdf = new("/S cs 1 0 0 scn 9 9 9 9 re f /L cs 53.2 80.1 67.2 scn 9 9 9 9 re f /L cs 0 0 0 scn 9 9 9 9 re f")
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]), Range=Array([-125, 125, -125, 125]))])
    profile = pdf.make_indirect(pikepdf.Stream(pdf, screen, Dictionary(N=3)))
    pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=Array([Name.ICCBased, profile]), L=lab))
    made = separated(pdf)
    lines = operators(made.pages[0])
    inks = [[float(word) for word in line.split()[:4]] for line in lines if line.endswith(" k")]
    reds = [item for item in inks if item[1] > 0.8]
    assert len(reds) == 2
    assert reds[0] == pytest.approx(reds[1], abs=0.04)  # the same red in both
    assert inks[-1] == [0, 0, 0, 1]
    assert not [line for line in lines if line.endswith((" cs", " scn"))]
    assert "/ColorSpace" not in made.pages[0].obj.Resources or not dict(made.pages[0].obj.Resources.ColorSpace.items())


def test_strings_and_numbers_that_look_like_operators_are_left_alone() -> None:
    content = "BT /F 9 Tf (1 0 0 rg \\) 0 g) Tj <30206700> Tj ET"
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    made = colours(content, Font=font)
    assert made == operators(new(content).pages[0])


def test_what_is_wholly_transparent_is_not_painted() -> None:
    states = Dictionary(none=Dictionary(ca=0), full=Dictionary(ca=1), nowhere=Dictionary(CA=0))
    made = colours("q /none gs 1 0 0 rg 9 9 9 9 re f Q 9 9 9 9 re f q /nowhere gs 9 9 9 9 re B Q", ExtGState=states)
    assert "/none gs" not in made
    assert [item for item in made if item in ("f", "n", "B")] == ["n", "f", "f"]


def test_text_that_is_transparent_stays_so() -> None:
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    made = colours("/none gs BT /F 9 Tf (a) Tj ET", ExtGState=Dictionary(none=Dictionary(ca=0)), Font=font)
    assert made.index("/none gs") < made.index("a Tj")


def form(pdf: pikepdf.Pdf, content: str, **entries: pikepdf.Object) -> pikepdf.Object:
    head = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, WIDTH, HEIGHT]), **entries)
    return pdf.make_indirect(pikepdf.Stream(pdf, content.encode(), head))


def test_forms_groups_and_patterns_are_converted_too() -> None:
    pdf = new("/Inner Do /Pattern cs /P scn 50 50 20 20 re f")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    inner = form(pdf, "0 0 0 rg 0 0 200 300 re f", Group=group)
    tile = Dictionary(
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 5, 5]),
        XStep=5,
        YStep=5,
        Resources=Dictionary(),
    )
    pattern = pdf.make_indirect(pikepdf.Stream(pdf, b"1 1 0 rg 0 0 5 5 re f", tile))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Inner=inner), Pattern=Dictionary(P=pattern))
    resources = separated(pdf).pages[0].obj.Resources
    assert operators(resources.XObject.Inner)[0] == "0 0 0 1 k"
    assert str(resources.XObject.Inner.Group.CS) == "/DeviceCMYK"
    assert float(resources.XObject.Inner.BBox[0]) < -8  # reaches the edge: goes on into the bleed
    assert operators(resources.Pattern.P)[0].endswith(" k")
    assert [float(value) for value in resources.Pattern.P.BBox] == [0, 0, 5, 5]


def test_a_mask_of_luminosity_is_made_of_greys_and_not_of_inks() -> None:
    pdf = new("/M gs 0 1 0 rg 9 9 9 9 re f")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = form(pdf, "1 0 0 rg 9 9 9 9 re f 1 1 1 rg 9 9 9 9 re f", Group=group)
    state = Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
    pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(M=state))
    made = separated(pdf).pages[0].obj.Resources.ExtGState.M.SMask.G
    assert [line for line in operators(made) if line.endswith(" g")] == ["0.3 g", "1 g"]
    assert str(made.Group.CS) == "/DeviceGray"


def test_a_colour_that_cannot_be_converted_is_an_error_on_its_page() -> None:
    spot = Array([Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)])
    outcome = pressed(new("/S cs 1 scn 9 9 9 9 re f", resources={"/ColorSpace": Dictionary(S=spot)}))
    (fault,) = outcome.report.diagnostics
    assert fault.code.id == "X102"
    assert "Separation Gold" in fault.message("en")
    assert "leaf page 1" in fault.message("en")


def test_a_named_ink_with_inks_behind_it_stays() -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array([0, 0.2, 0.6, 0.2]))
    spot = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint])
    made = separated(new("/S cs 1 scn 9 9 9 9 re f", resources={"/ColorSpace": Dictionary(S=spot)}))
    assert operators(made.pages[0])[:2] == ["/S cs", "1 scn"]
    assert made.pages[0].obj.Resources.ColorSpace.S[1] == Name.Gold
