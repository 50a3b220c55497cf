"""The press PDF of a whole small book: text in black ink alone, figures in four, the same words on the same pages."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageDraw

from fuzi import api
from fuzi.pipeline import Made, Result
from fuzi.prepress.inspect import inspect
from tests.load.folders import write

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">
<defs><linearGradient id="g"><stop offset="0" stop-color="#d03020"/><stop offset="1" stop-color="#2040c0"/>
</linearGradient></defs>
<rect width="90" height="60" fill="#f4ead0"/><rect x="9" y="9" width="30" height="30" fill="url(#g)"/>
<circle cx="60" cy="30" r="20" fill="#0a7" opacity="0.5"/>
</svg>
"""
TEXT = """\
# 河边 {#river}

春天来到河边的小镇，人们把旧书搬到阳光下晾晒。见[下一章](#bridge)和[网页](https://example.org/)。[^1]

[^1]: 纸页之间夹着车票。

# 桥上 {#bridge}

![平面图](figures/plan.svg)

![照片](figures/photo.jpg)

![透明](figures/clear.png)

![线稿](figures/line.png)
"""
BOOK = """\
title: 河边小镇
text: [01.md, 02.md]
products: [pdf, press-pdf]
variants: [zh-Hans]
press: {marks: crop}
"""


def picture(image: Image.Image, form: str, dpi: int = 96) -> bytes:
    target = BytesIO()
    image.save(target, form, dpi=(dpi, dpi))
    return target.getvalue()


def files() -> dict[str, str | bytes]:
    photo = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])
    clear = Image.new("RGBA", (120, 80), (0, 0, 0, 0))
    ImageDraw.Draw(clear).ellipse((9, 9, 110, 70), fill=(200, 30, 30, 200))
    line = Image.new("1", (200, 60), 1)
    ImageDraw.Draw(line).line((0, 0, 199, 59), fill=0, width=3)
    first, _, second = TEXT.partition("# 桥上")
    return {
        "book.yaml": BOOK,
        "text/01.md": first,
        "text/02.md": "# 桥上" + second,
        "figures/plan.svg": DRAWING,
        "figures/photo.jpg": picture(photo, "JPEG"),
        "figures/clear.png": picture(clear, "PNG"),
        "figures/line.png": picture(line, "PNG"),
    }


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("press")
    made = api.build(write(folder / "book", files()), folder / "out", moment=datetime(2026, 11, 1, tzinfo=UTC))
    assert made.ok, [item.message("en") for item in made.report.diagnostics]
    return made


def product(result: Result, name: str) -> Made:
    return next(item for item in result.made if item.artifact.edition == f"zh-Hans/{name}")


def test_it_stands_beside_the_print_edition(result: Result) -> None:
    made = product(result, "press-pdf")
    assert made.path.name == "book_zh-Hans_press.pdf"
    assert made.path.is_file()
    assert made.artifact.extent == product(result, "pdf").artifact.extent


def test_the_report_says_only_that_a_picture_was_laid_on_white(result: Result) -> None:
    found = [f"{item.code.id} {item.place}" for item in product(result, "press-pdf").report.diagnostics]
    assert found == ["X103 text/02.md:7:1"]


def test_inside_the_trim_every_page_has_the_same_words(result: Result) -> None:
    plain, press = (product(result, name).artifact.data for name in ("pdf", "press-pdf"))
    with pymupdf.open(stream=plain, filetype="pdf") as one, pymupdf.open(stream=press, filetype="pdf") as other:
        assert len(one) == len(other)
        for index, (page, sheet) in enumerate(zip(one, other, strict=True)):
            words = [word[4] for word in page.get_text("words")]
            assert [word[4] for word in sheet.get_text("words", clip=sheet.trimbox)] == words
            slug = sheet.get_text(clip=pymupdf.Rect(0, sheet.bleedbox.y1, sheet.rect.x1, sheet.rect.y1))
            assert "河边小镇" in slug
            assert f"{index + 1}/{len(one)}" in slug
            assert "2026-11-01" in slug


def test_the_facts_of_the_file_are_those_of_a_press_file(result: Result) -> None:
    file = inspect(product(result, "press-pdf").artifact.data)
    assert (file.conformance, file.version) == ("PDF/X-4", "1.6")
    assert all(font.embedded and font.subset for font in file.fonts)
    assert all(page.spaces <= {"DeviceCMYK", "DeviceGray", "Pattern", "Separation"} for page in file.pages)
    assert all(page.annotations == () for page in file.pages)
    assert max(max(page.ink, *(image.ink for image in page.images), 0) for page in file.pages) <= 300
    bits = {image.width: (image.space, image.bits) for page in file.pages for image in page.images}
    assert bits == {256: ("DeviceCMYK", 8), 120: ("DeviceCMYK", 8), 200: ("DeviceGray", 1)}


def test_the_text_is_printed_with_one_plate(result: Result, tmp_path: Path) -> None:
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed: apt-get install ghostscript")
    path = tmp_path / "press.pdf"
    with pikepdf.open(BytesIO(product(result, "press-pdf").artifact.data)) as file:
        for page in file.pages:  # without the marks, which are of all inks
            page.obj.MediaBox = page.obj.CropBox = page.obj.TrimBox
        file.save(path)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dUseCropBox", "-sDEVICE=inkcov", "-o", "-", str(path)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    inks = [[float(word) for word in line.split()[:4]] for line in lines if "CMYK" in line]
    pictured = {page.index for page in inspect(path.read_bytes()).pages if page.inks - {"K"} - {"All"}}
    assert len(inks) == product(result, "pdf").artifact.extent
    assert len(pictured) in (1, 2, 3)
    for index, (cyan, magenta, yellow, _) in enumerate(inks):
        if index not in pictured:
            assert (cyan, magenta, yellow) == (0, 0, 0), index
    assert any(black > 0 for *_, black in inks)
    assert all(sum(inks[index][:3]) > 0 for index in pictured)


def test_the_plain_edition_is_not_changed_by_the_press(result: Result) -> None:
    with pikepdf.open(BytesIO(product(result, "pdf").artifact.data)) as file:
        assert any("/Annots" in page.obj for page in file.pages)
        assert "/OutputIntents" not in file.Root


def test_two_builds_give_the_same_bytes(result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    book = write(tmp_path / "book", files())
    again = api.build(book, tmp_path / "out", products=("press-pdf",), moment=datetime(2026, 11, 1, tzinfo=UTC))
    assert [item.artifact.edition for item in again.made] == ["zh-Hans/press-pdf"]
    assert again.made[0].artifact.data == product(result, "press-pdf").artifact.data


def test_a_bad_profile_is_an_error_at_its_key(tmp_path: Path) -> None:
    book = write(tmp_path / "book", {**files(), "press/a.icc": b"no profile"})
    (book / "book.yaml").write_text(BOOK.replace("marks: crop", "profile: press/a.icc"), encoding="utf-8")
    made = api.build(book, tmp_path / "out")
    assert not made.ok
    assert "L194 book.yaml:5:18" in [f"{item.code.id} {item.place}" for item in made.report.diagnostics]
