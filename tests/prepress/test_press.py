"""The file for the printing house: PDF/X-4 in four inks with bleed and marks, and the same text."""

from __future__ import annotations

import os
import re
import time
from dataclasses import replace
from io import BytesIO

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from fuzi.model.production import PressWork
from fuzi.prepress import PressJob, choose_profile, for_press
from tests.prepress.pages import (
    BLEED,
    CROP,
    HEIGHT,
    MOMENT,
    PLAIN,
    WIDTH,
    boxes,
    data,
    new,
    operators,
    pressed,
    separated,
    showing,
)

TEXT = "BT /F 12 Tf 20 100 Td (river) Tj ET"


def written(content: str = TEXT, pages: int = 1) -> pikepdf.Pdf:
    """Pages with text in a font that need not be embedded here."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return new(content, resources={"/Font": Dictionary(F=font)}, pages=pages)


def text_of(pdf: bytes, clip: pymupdf.Rect | None = None) -> list[str]:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return [page.get_text(clip=clip) for page in document]


def test_boxes_hold_the_trim_and_three_millimetres_of_bleed() -> None:
    made = boxes(separated(written()).pages[0])
    around = [round(value, 2) for value in (-BLEED, -BLEED, WIDTH + BLEED, HEIGHT + BLEED)]
    assert made == {"MediaBox": around, "BleedBox": around, "TrimBox": [0, 0, WIDTH, HEIGHT]}


@pytest.mark.parametrize("bleed", [2, 5])
def test_the_bleed_is_the_one_asked_for(bleed: int) -> None:
    made = boxes(separated(written(), PressWork(bleed=bleed)).pages[0])
    assert made["BleedBox"][0] == pytest.approx(-bleed * 72 / 25.4, abs=0.01)


def test_crop_marks_stand_outside_the_bleed_and_are_five_millimetres_long() -> None:
    page = separated(written(), CROP).pages[0]
    made = operators(page)
    start = made.index("/FuziRegistration CS")
    assert made[start + 1] == "1 SCN"
    assert "0.25 w" in made[start:]
    lines = re.findall(r"(\S+) (\S+) m (\S+) (\S+) l", " ".join(made[start:]))
    assert len(lines) == 8
    sheet = boxes(page)
    for line in lines:
        x1, y1, x2, y2 = map(float, line)
        assert abs(x2 - x1) + abs(y2 - y1) == pytest.approx(5 * 72 / 25.4, abs=0.02)
        outside = max(x1, x2) < sheet["BleedBox"][0] or min(x1, x2) > sheet["BleedBox"][2]
        assert outside or max(y1, y2) < sheet["BleedBox"][1] or min(y1, y2) > sheet["BleedBox"][3]
        assert sheet["MediaBox"][0] <= min(x1, x2)
        assert max(x1, x2) <= sheet["MediaBox"][2]
    colour = page.obj.Resources.ColorSpace["/FuziRegistration"]
    assert [str(item) for item in list(colour)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


def test_marks_may_be_drawn_in_black_alone() -> None:
    page = separated(written(), replace(CROP, ink="black")).pages[0]
    assert "0 0 0 1 K" in operators(page)
    assert "/ColorSpace" not in page.obj.Resources


def test_what_lies_beyond_the_bleed_does_not_reach_the_marks() -> None:
    page = separated(new("1 0 0 rg -50 -50 300 400 re f"), CROP).pages[0]
    made = operators(page)
    left, bottom, right, top = boxes(page)["BleedBox"]
    clip = [float(word) for word in made[1].split()[:4]]
    assert clip == pytest.approx([left, bottom, right - left, top - bottom], abs=0.02)
    assert made[2:4] == ["W", "n"]


def test_boxes_that_came_with_a_bleed_are_kept_and_nothing_is_drawn_on() -> None:
    pdf = new("0.2 0.4 0.6 rg 0 0 200 300 re f")
    page = pdf.pages[0].obj
    page.MediaBox, page.BleedBox = Array([-20, -20, 220, 320]), Array([-10, -10, 210, 310])
    made = separated(pdf).pages[0]
    assert boxes(made) == {
        "MediaBox": [-20, -20, 220, 320],
        "BleedBox": [-10, -10, 210, 310],
        "TrimBox": [0, 0, 200, 300],
    }
    assert "0 0 200 300 re" in operators(made)
    marked = boxes(separated(pdf, CROP).pages[0])
    assert marked["BleedBox"] == [-10, -10, 210, 310]
    assert marked["MediaBox"][0] < -20


def test_a_ground_that_reaches_the_edge_is_drawn_on_into_the_bleed_whatever_the_matrix() -> None:
    made = operators(separated(new("q 2 0 0 -2 0 300 cm 1 0 0 rg 0 0 100 150 re f Q 10 10 50 50 re f")).pages[0])
    x, y, width, height = (float(word) for word in next(line for line in made if line.endswith(" re")).split()[:4])
    assert (x, y) == pytest.approx((-BLEED / 2, -BLEED / 2), abs=0.01)
    assert (width, height) == pytest.approx((100 + BLEED, 150 + BLEED), abs=0.02)
    assert "10 10 50 50 re" in made


def test_a_picture_that_reaches_an_edge_is_enlarged_in_proportion_and_that_is_said() -> None:
    pdf = showing(Image.new("RGB", (20, 30), (200, 10, 10)), "200 0 0 300 0 0")
    outcome = pressed(pdf)
    (note,) = outcome.report.diagnostics
    assert (note.code.id, note.severity) == ("X104", "note")
    with pikepdf.open(BytesIO(outcome.value)) as made:
        lines = operators(made.pages[0])
    outer, inner = (
        [float(word) for word in line.split()[:6]] for line in [item for item in lines if item.endswith("cm")]
    )
    # The whole matrix is the inner one times the outer.
    wide, high = inner[0] * outer[0], inner[3] * outer[3]
    assert wide / high == pytest.approx(200 / 300, rel=1e-3)
    assert wide >= 200 + 2 * BLEED - 0.05
    assert high >= 300 + 2 * BLEED - 0.05


def test_nothing_for_screens_is_left_but_outlines_and_page_labels() -> None:
    pdf = written()
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
    pdf.pages[0].obj.AA = Dictionary()
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(), Dests=Dictionary(Names=Array()))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    place = Array([pdf.pages[0].obj, Name.Fit])
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
    item = Dictionary(Title=String("a"), Parent=outlines, A=Dictionary(S=Name.GoTo, D=place))
    outlines.First = outlines.Last = pdf.make_indirect(item)
    pdf.Root.Outlines = outlines
    made = separated(pdf)
    assert "/Annots" not in made.pages[0].obj
    assert "/AA" not in made.pages[0].obj
    assert "/OpenAction" not in made.Root
    assert list(dict(made.Root.Names.items())) == ["/Dests"]
    assert "/PageLabels" in made.Root
    assert made.Root.ViewerPreferences.DisplayDocTitle
    assert "/A" not in made.Root.Outlines.First
    assert made.Root.Outlines.First.Dest[1] == Name.Fit
    assert b"JavaScript" not in pressed(pdf).value


def test_the_file_says_what_it_is() -> None:
    pdf = written()
    pdf.docinfo[Name.Title] = String("春 & 河")
    outcome = pressed(pdf)
    made = pikepdf.open(BytesIO(outcome.value))
    assert outcome.value.startswith(b"%PDF-1.6")
    assert not made.is_encrypted
    assert made.docinfo[Name.Trapped] == Name("/False")
    assert str(made.docinfo[Name.CreationDate]) == str(made.docinfo[Name.ModDate]) == "D:20261101000000Z"
    with made.open_metadata(set_pikepdf_as_editor=False) as metadata:
        assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert metadata["dc:title"] == "春 & 河"
        assert metadata["xmp:CreateDate"] == "2026-11-01T00:00:00Z"
        assert metadata["pdf:Trapped"] == "False"
        assert metadata["xmpMM:DocumentID"].startswith("uuid:")
    intent = made.Root.OutputIntents[0]
    assert intent.S == Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes()[16:20] == b"CMYK"


def test_equal_sources_give_equal_bytes_in_every_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = data(showing(Image.linear_gradient("L").convert("RGB")))
    made = []
    for zone in ("UTC", "Asia/Shanghai"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        made.append(pressed(pdf, CROP).value)
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != "Asia/Shanghai"
    assert made[0] == made[1]
    other = for_press(pdf, PressJob(choose_profile(None, PLAIN), replace(CROP, bleed=5), MOMENT)).value
    assert _document(other) != _document(made[0])


def _document(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as made:
        found = re.search(rb"DocumentID>([^<]+)", made.Root.Metadata.read_bytes())
        assert found is not None
        return found[1].decode()


def test_the_text_of_every_page_is_the_same() -> None:
    pdf = data(written(f"1 0 0 rg {TEXT} 0 g BT /F 9 Tf 20 50 Td [(sm) -20 (all)] TJ ET", pages=3))
    assert text_of(pressed(pdf).value) == text_of(pdf)
    assert text_of(pdf)[0].split() == ["river", "small"]


def test_a_slug_line_stands_below_the_bleed_on_its_own_page() -> None:
    slugs = data(written("BT /F 6 Tf 0 2 Td (slug) Tj ET", pages=2))
    made = pressed(written(pages=2), CROP, slugs=slugs).value
    with pymupdf.open(stream=made, filetype="pdf") as document:
        for page in document:
            (slug,) = page.search_for("slug")
            trim, bleed = page.trimbox, page.bleedbox
            assert slug.y1 > trim.y1
            assert not slug.intersects(bleed)
    assert text_of(pressed(written(pages=2), CROP).value)[0].split() == ["river"]


def test_a_profile_that_cannot_be_used_is_an_error() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for bad in (screen, b"no profile"):
        profile = replace(choose_profile(None, PLAIN), data=bad)
        outcome = for_press(data(written()), PressJob(profile, PLAIN, MOMENT))
        assert [item.code.id for item in outcome.report.diagnostics] == ["X105"]
        assert outcome.value == b""
