"""``fuzi check --press``: one run over a book full of faults names each with its place, and publishes nothing."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from fuzi.cli import main
from tests.load.folders import write

BOOK = """\
slug: bad
title: 处处有毛病的书
pinyin_title: Chuchu You Maobing de Shu
contributors:
  - {role: 著, names: [某某]}
publisher: {name: 某某出版社, place: 北京}
trim: 210×285
sheet: 787×1092 1/16
isbn: 978-7-100-00000-0
cip: |
  图书在版编目（CIP）数据

  处处有毛病的书/某某著.—北京：某某出版社，2026.11
  ISBN 978-7-5321-0001-0

  Ⅰ.①处… Ⅱ.①某… Ⅲ.①图书 Ⅳ.①G232

  中国版本图书馆CIP数据核字（2026）第000001号
printing: {first_edition: "2026-11", sheets: "5.5", copies: 1-3000}
price: 廿五元
press: {profile: press/rgb.icc}
binding: {style: 骑马订, blurb: BLURB}
variants: [zh-Hans]
text: [01.md, 02.md]
"""
FIRST = """\
# 粗糙的图

![四十线的照片](figures/coarse.jpg "太粗"){width=100%}

![透明的图](figures/clear.png "透明")
"""
SECOND = """\
# 墨太多的图

![墨太多](figures/ink.jpg "墨量")

![细线](figures/thin.svg "细线和彩色小字")
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60">'
    '<path d="M5 50H190" stroke="#000" stroke-width="0.1333" fill="none"/>'
    '<text x="10" y="30" font-size="9" fill="#2050c0">彩色小字</text></svg>'
)
EXPECTED = {
    "C149 text/01.md 3": "pictures",
    "X103 text/01.md 5": "transparency",
    "C144 text/02.md 3": "ink",
    "C147 text/02.md 5": "hairlines",
    "C153 text/02.md 5": "black",
    "L194 book.yaml 21": "intent",
    "C156 book.yaml 22": "signatures",
    "L203 book.yaml 20": "leaf",
    "C160 book.yaml 19": "figures",
    "C164 book.yaml 7": "figures",
    "Y123 book.yaml 9": "barcode",
    "X175 book.yaml None": "cover",
}


def picture(image: Image.Image, form: str, dpi: int) -> bytes:
    target = BytesIO()
    image.save(target, form, dpi=(dpi, dpi))
    return target.getvalue()


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    photo = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)]).resize((240, 160))
    clear = Image.new("RGBA", (1200, 800), (0, 0, 0, 0))
    ImageDraw.Draw(clear).ellipse((90, 90, 1100, 700), fill=(200, 30, 30, 200))
    return write(
        tmp_path_factory.mktemp("preflight") / "bad",
        {
            "book.yaml": BOOK.replace("BLURB", "这是一段太长的话，写得没完没了。" * 180),
            "text/01.md": FIRST,
            "text/02.md": SECOND,
            "figures/coarse.jpg": picture(photo, "JPEG", 40),
            "figures/clear.png": picture(clear, "PNG", 400),
            "figures/ink.jpg": picture(Image.new("CMYK", (900, 400), (255, 250, 240, 250)), "JPEG", 400),
            "figures/thin.svg": DRAWING,
            "press/rgb.icc": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        },
    )


@pytest.fixture
def good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["new", str(tmp_path / "good")]) == 0
    book = tmp_path / "good" / "book.yaml"
    text = book.read_text("utf-8").replace("slug: good", "slug: good\nisbn: 978-7-100-00000-0\nbinding: {spine: 6}")
    book.write_text(text, "utf-8")
    capsys.readouterr()
    return tmp_path / "good"


def check(book: Path, *more: str) -> int:
    return main(["check", "--press", "--book", str(book), *more])


def tree_of(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(capsys.readouterr().out)
    return tree


def test_every_fault_is_named_with_its_place_in_one_run(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(bad.parent.rglob("*"))
    assert check(bad, "--json") == 1
    tree = tree_of(capsys)
    assert tree["ok"] is False
    (variant,) = tree["variants"]
    rows = {row["id"]: row for row in variant["checks"]}
    found = {
        f"{spot['code']} {spot['file']} {spot['line']}": name for name, row in rows.items() for spot in row["places"]
    }
    assert {key: found.get(key) for key in EXPECTED} == EXPECTED
    assert all(spot["message"] and spot["hint"] for row in rows.values() for spot in row["places"])
    assert rows["pictures"]["verdict"] == rows["intent"]["verdict"] == "fail"
    assert rows["words"]["verdict"] == rows["folios"]["verdict"] == "pass"
    assert sorted(bad.parent.rglob("*")) == before
    assert [file["product"] for file in variant["files"]] == ["pdf", "press-pdf", "cover-pdf", "jobsheet"]


def test_the_report_is_whole_and_the_same_each_time(bad: Path, tmp_path: Path) -> None:
    pages = []
    for name in ("one.html", "two.html"):
        check(bad, "--lang", "zh", "--quiet", "--report", str(tmp_path / name))
        pages.append((tmp_path / name).read_text("utf-8"))
    assert pages[0] == pages[1]
    for wanted in ("处处有毛病的书", "bad_zh-Hans_press.pdf", "不合格", "text/01.md:3:1", "C149", "FOGRA39"):
        assert wanted in pages[0]
    assert "http" not in pages[0].partition("</style>")[2]


def test_a_good_book_passes(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(good, "--lang", "zh", "--variant", "zh-Hans") == 0
    shown = capsys.readouterr()
    assert "9787100000000，放大率 100%" in shown.out
    assert "不合格 0 项，未查 0 项" in shown.out
    assert "zh-Hant-TW" not in shown.out


def test_the_files_looked_at_are_those_that_are_built(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert check(good, "--json", "--variant", "zh-Hans") == 0
    (variant,) = tree_of(capsys)["variants"]
    output = tmp_path / "output"
    products = [file["product"] for file in variant["files"]]
    built = ["build", *products, "--book", str(good), "--output", str(output), "--variant", "zh-Hans", "--quiet"]
    assert main(built) == 0
    for file in variant["files"]:
        data = (output / "good" / "zh-Hans" / file["name"]).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (file["sha256"], file["size"])


def test_a_book_that_cannot_be_read_is_told_so(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good / "text" / "01.md").unlink()
    assert check(good, "--json", "--variant", "zh-Hans") == 1
    (variant,) = tree_of(capsys)["variants"]
    verdicts = [row["verdict"] for row in variant["checks"]]
    assert verdicts[0] == "fail"
    assert set(verdicts[1:]) == {"unseen"}


@pytest.mark.parametrize(
    "wrong",
    [
        ["check", "--press", "--no-pages"],
        ["check", "--report", "a.html"],
        ["check", "--press", "--report", "book.yaml"],
    ],
)
def test_options_that_do_not_go_together(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(wrong) == 2
    assert capsys.readouterr().err
