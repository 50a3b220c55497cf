"""The check of press files: a good one passes, and each fault that is put into it is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.check.press_file import check_press_file
from fuzi.model.press_file import Intent, PlacedImage, PressFile, PressFont, PressPage
from fuzi.model.source import Place

BLEED = 3.0
IMAGE = PlacedImage("Pic", (20, 20, 90, 90), 300, 300, 8, "DeviceCMYK", 308.6, 280)
PAGE = PressPage(
    0,
    (-9, -9, 209, 309),
    (0, 0, 200, 300),
    (-8.504, -8.504, 208.504, 308.504),
    frozenset({"DeviceCMYK", "DeviceGray", "Separation", "Pattern"}),
    frozenset("CMYK"),
    290,
    (IMAGE,),
)
GOOD = PressFile(
    "1.6",
    "PDF/X-4",
    "uuid:1",
    "False",
    Intent("FOGRA39", "Coated FOGRA39", "http://www.color.org", 4, "ab"),
    (PAGE,),
    (PressFont("ABCDEF+Song", "CIDFontType0", True, True),),
)


def said(file: PressFile) -> list[str]:
    report = check_press_file(file, BLEED, "zh-Hans/press-pdf", {"Pic": Place("text/01.md", 5, 1)})
    return [f"{item.code.id} {item.place or '-'}" for item in report.diagnostics]


def test_a_good_file_passes() -> None:
    assert said(GOOD) == []


@pytest.mark.parametrize(
    ("fault", "codes"),
    [
        ({"spaces": frozenset({"DeviceRGB"})}, ["C140 -"]),
        ({"spaces": frozenset({"ICCBased", "Lab"})}, ["C140 -", "C140 -"]),
        (
            {"images": (replace(IMAGE, space="DeviceRGB"),), "spaces": frozenset({"DeviceRGB"})},
            ["C140 text/01.md:5:1"],
        ),
        ({"bleed": None}, ["C142 -"]),
        ({"trim": None}, ["C142 -"]),
        ({"bleed": (-8.5, -8.5, 208.5, 306)}, ["C142 -"]),
        ({"short": ((0, 0, 200, 300),)}, ["C143 -"]),
        ({"ink": 301}, ["C144 -"]),
        ({"images": (replace(IMAGE, ink=320),)}, ["C144 text/01.md:5:1"]),
        ({"annotations": ("Link", "Link")}, ["C146 -"]),
        ({"hairlines": (0.1, 0.15)}, ["C147 -"]),
        ({"interpolated": ("Pic",)}, ["C148 -"]),
    ],
)
def test_a_fault_of_a_page_is_found(fault: dict[str, object], codes: list[str]) -> None:
    assert said(replace(GOOD, pages=(replace(PAGE, **fault),))) == codes


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"intent": None}, "C141 -"),
        ({"intent": replace(GOOD.intent, components=0)}, "C141 -"),
        ({"intent": replace(GOOD.intent, condition="")}, "C141 -"),
        ({"fonts": (PressFont("Helvetica", "Type1", False, False),)}, "C145 -"),
        ({"actions": ("OpenAction",)}, "C146 -"),
        ({"refused": ("LZW",)}, "C148 -"),
        ({"conformance": ""}, "C148 -"),
        ({"version": "1.7"}, "C148 -"),
        ({"trapped": ""}, "C148 -"),
    ],
)
def test_a_fault_of_the_file_is_found(fault: dict[str, object], code: str) -> None:
    assert said(replace(GOOD, **fault)) == [code]


def test_messages_name_the_page_and_the_measure() -> None:
    report = check_press_file(
        replace(GOOD, pages=(replace(PAGE, index=6, hairlines=(0.1,)),)), BLEED, "zh-Hans/press-pdf"
    )
    (item,) = report.diagnostics
    assert "第 7 面有 0.1 磅的线" in item.message("zh")
    assert "0.1 pt" in item.message("en")
