"""The job sheet and the booklet of a small book, built whole and read back."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pymupdf
import pytest

from fuzi.pipeline import Order, build
from tests.load.folders import PLAIN_CHAPTER, said, write

YAML = """\
title: 桥上的灯
subtitle: 一个小镇的二十年
isbn: 978-7-00-000000-1
contributors:
  - {role: 主编, names: [林知远, 何素笺]}
publisher: {name: 样例出版社}
printer: 样例印刷厂
price: 39.00 CNY
trim: 147×210
sheet: 880×1230 1/32
printing:
  first_edition: "2026-11"
  impression_date: "2026-11"
  sheets: auto
  copies: 1-3000
press: {signature: 16, marks: crop, condition: JC2011}
binding:
  paper: {kind: 纯质纸, weight: 100}
  cover_paper: {kind: 白卡纸, weight: 300}
  spine: 12.5
  flaps: 80
  waste: 5
  finishing: [覆亚膜, 书名烫金]
variants: [zh-Hans, zh-Hant-TW]
"""
EDITED = YAML.replace("copies: 1-3000", "copies: 约3千").replace("  spine: 12.5\n", "").replace("纯质纸", "手抄纸")

Files = dict[str, bytes]


@cache
def made(yaml: str, *products: str) -> tuple[Files, list[str]]:
    """The files of a build by name, and what was said."""
    with TemporaryDirectory() as folder:
        book = write(Path(folder) / "b", {"book.yaml": yaml, "text/a.md": PLAIN_CHAPTER})
        result = build(Order(book, Path(folder) / "out", products=products))
        assert result.ok
        files = {item.path.name: item.path.read_bytes() for item in result.made}
        return files, said(dict.fromkeys(result.report.diagnostics))


def text(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        assert document.page_count == 1
        return re.sub(r"\s+", "", "".join(page.get_text() for page in document))


def keys(tree: Any, path: str = "") -> set[str]:
    if isinstance(tree, dict):
        return {found for key, value in tree.items() for found in keys(value, f"{path}.{key}")}
    if isinstance(tree, list):
        return set().union(*(keys(item, f"{path}[]") for item in tree)) or {f"{path}[]"}
    return {path.removeprefix(".")}


SCHEMA = [
    "schema",
    "book.title",
    "book.subtitle",
    "book.isbn",
    "book.contributors[].role",
    "book.contributors[].names[]",
    "book.publisher",
    "book.printer",
    "book.variant",
    "book.price.amount",
    "book.price.currency",
    "edition.edition",
    "edition.edition_date",
    "edition.impression",
    "edition.impression_date",
    "trim_mm.width",
    "trim_mm.height",
    "sheet_mm.width",
    "sheet_mm.height",
    "leaves_per_sheet",
    "pages.total",
    "pages.front",
    "pages.body",
    "pages.blank",
    "printing_sheets",
    "thousand_characters",
    "copies",
    "text_paper.kind",
    "text_paper.weight_gsm",
    "text_paper.thickness_mm",
    "text_paper.thickness_estimated",
    "text_paper.reams_net",
    "text_paper.waste_percent",
    "text_paper.reams",
    "cover_paper.kind",
    "cover_paper.weight_gsm",
    "cover_paper.thickness_mm",
    "cover_paper.thickness_estimated",
    "cover_paper.reams_net",
    "cover_paper.waste_percent",
    "cover_paper.reams",
    "cover_paper.covers_per_sheet",
    "cover_paper.cover_sheet_mm.width",
    "cover_paper.cover_sheet_mm.height",
    "inks.text",
    "inks.cover",
    "binding.style",
    "binding.spine_mm",
    "binding.spine_estimated",
    "binding.flaps_mm",
    "binding.cover_mm.width",
    "binding.cover_mm.height",
    "binding.finishing[]",
    "press.bleed_mm",
    "press.marks",
    "press.condition",
    "signatures.pages_each",
    "signatures.count",
    "signatures.last_pages",
    "signatures.last_blank",
    "files[].product",
    "files[].name",
    "files[].sha256",
    "files[].size_bytes",
    "files[].pages",
]


def test_the_keys_of_the_data_stay_as_they_are() -> None:
    """Others read them: a key that is renamed or taken away needs a new schema number."""
    files, _ = made(YAML, "pdf", "jobsheet")
    tree = json.loads(files["b_zh-Hans_jobsheet.json"])
    assert tree["schema"] == 1
    assert keys(tree) == set(SCHEMA)


def test_the_figures_of_the_data() -> None:
    files, _ = made(YAML, "pdf", "jobsheet")
    tree = json.loads(files["b_zh-Hans_jobsheet.json"])
    assert tree["pages"]["total"] == 16
    assert tree["pages"]["front"] + tree["pages"]["body"] + tree["pages"]["blank"] == 16
    assert (tree["printing_sheets"], tree["thousand_characters"], tree["copies"]) == (0.5, 12, 3000)
    assert (tree["text_paper"]["reams_net"], tree["text_paper"]["reams"]) == (1.5, 1.575)
    assert tree["binding"]["cover_mm"] == {"width": 472.5, "height": 216}
    assert tree["cover_paper"]["covers_per_sheet"] == 8
    assert (tree["cover_paper"]["reams_net"], tree["cover_paper"]["reams"]) == (0.75, 0.788)
    assert tree["signatures"] == {
        "pages_each": 16,
        "count": 1,
        "last_pages": 16 - tree["pages"]["blank"],
        "last_blank": tree["pages"]["blank"],
    }


def test_the_sheet_holds_every_figure() -> None:
    files, _ = made(YAML, "pdf", "jobsheet")
    shown = text(files["b_zh-Hans_jobsheet.pdf"])
    pdf = files["b_zh-Hans.pdf"]
    for figure in (
        *(
            "印制单",
            "桥上的灯",
            "一个小镇的二十年",
            "978-7-00-000000-1",
            "林知远何素笺主编",
            "样例出版社",
            "样例印刷厂",
        ),
        *("2026年11月第1版", "2026年11月第1次印刷", "3,000册", "39.00元", "简体中文"),
        *("147×210毫米", "880毫米×1230毫米1/32", "16面", "印张0.5", "12千字", "每帖16面，1帖"),
        *("出血3毫米", "有，在出血之外", "JC2011", "100克纯质纸", "300克白卡纸", "0.13毫米（估）", "0.4毫米（估）"),
        *("1+1", "4+0", "每册0.5印张", "889×1194，每张8个", "1.5令", "5%", "1.575令", "0.75令", "0.788令"),
        *("平装", "12.5毫米", "80毫米", "472.5×216毫米", "覆亚膜、书名烫金"),
        *("b_zh-Hans.pdf", hashlib.sha256(pdf).hexdigest(), f"{len(pdf):,}"),
    ):
        assert figure in shown, figure


def test_a_traditional_edition_has_its_own_words() -> None:
    files, _ = made(YAML, "pdf", "jobsheet")
    shown = text(files["b_zh-Hant-TW_jobsheet.pdf"])
    for word in (
        "印製工單",
        "橋上的燈",
        "100克純質紙",
        "300克白卡紙",
        "平裝",
        "覆亞膜、書名燙金",
        "書背厚",
        "12.5公釐",
    ):
        assert word in shown, word
    assert not re.search("[书灯纸厂样册张]", shown)
    assert json.loads(files["b_zh-Hant-TW_jobsheet.json"])["text_paper"]["thickness_mm"] == 0.13


def test_black_is_the_only_ink() -> None:
    files, _ = made(YAML, "pdf", "jobsheet")
    with pikepdf.open(BytesIO(files["b_zh-Hans_jobsheet.pdf"])) as document:
        drawn = document.pages[0].Contents.read_bytes().decode("latin1")
        assert not re.findall(r"\b(?:rg|RG)\n", drawn)
        colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ (?:scn|SCN|k|K)\n", drawn)
        assert colours
        assert set(colours) == {("0", "0", "0")}


def test_what_is_not_known_is_left_open_and_said() -> None:
    files, found = made(EDITED, "jobsheet")
    tree = json.loads(files["b_zh-Hans_jobsheet.json"])
    assert (tree["copies"], tree["binding"]["spine_mm"], tree["binding"]["cover_mm"]) == (None, None, None)
    assert (tree["text_paper"]["thickness_mm"], tree["text_paper"]["reams"]) == (None, None)
    assert tree["cover_paper"]["reams"] is None
    assert tree["files"] == []  # the PDF was needed, but will not be published
    line = next(number for number, text in enumerate(EDITED.splitlines(), 1) if "copies" in text)
    assert f"C166 book.yaml:{line}:11" in found
    assert f"C167 book.yaml:{line + 3}:10" in found
    assert "C169 -" in found
    assert "None" not in text(files["b_zh-Hans_jobsheet.pdf"])


def test_the_same_book_gives_the_same_bytes() -> None:
    first, _ = made(YAML, "pdf", "jobsheet")
    second, _ = made.__wrapped__(YAML, "pdf", "jobsheet")
    assert first == second


def test_a_long_job_still_goes_on_one_sheet() -> None:
    people = "\n".join(
        f"  - {{role: 撰稿人{n}, names: [林知远, 何素笺, 周念慈, 沈旧雨, 陆青简, 苏叶]}}" for n in range(30)
    )
    files, _ = made(YAML.replace("publisher:", f"{people}\npublisher:", 1), "jobsheet")
    assert "撰稿人29" in text(files["b_zh-Hans_jobsheet.pdf"])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_the_booklet_folds_into_the_book(tag: str) -> None:
    files, _ = made(YAML, "pdf", "booklet")
    book, booklet = files[f"b_{tag}.pdf"], files[f"b_{tag}_booklet.pdf"]
    assert len(booklet) < 1.1 * len(book)
    with (
        pymupdf.open(stream=book, filetype="pdf") as pages,
        pymupdf.open(stream=booklet, filetype="pdf") as sides,
    ):
        assert (pages.page_count, sides.page_count) == (16, 8)
        title = next(page.number for page in pages if "978-7" in page.get_text())
        front = sides[0].rect
        assert (round(front.width / 72 * 25.4), round(front.height / 72 * 25.4)) == (297, 210)
        where = next(side.number for side in sides if "978-7" in side.get_text())
        assert where == (title if title < 8 else 15 - title)
