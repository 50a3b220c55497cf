"""The report of a pre-flight as a page: every row, every place, in both languages, with nothing unescaped."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from fuzi.check.preflight_codes import IMAGE_COARSE, LIVE_TRANSPARENCY
from fuzi.model.preflight import Finding, Preflight, Spot, Verdict
from fuzi.model.product import PressedFile
from fuzi.model.source import Place
from fuzi.render.preflight import LABELS, render_preflight

PLACE = Place("text/01.md", 9, 1)


def spot(number: int, edition: str = "zh-Hans/press-pdf") -> Spot:
    item = IMAGE_COARSE.at(
        PLACE, edition=edition, page=number, ppi=40, least=300, width=9, height=9, across=9, down=9, wanted="99×99"
    )
    return Spot(item, number, str(number - 6), PLACE)


FAILED = Finding(
    "pictures", ("图片精度", "Pictures"), ("正文", "block"), ("40 ppi", "40 ppi"), ("300", "300"), Verdict.FAIL
)
FOUND = Preflight(
    "zh-Hans",
    "甲 & <乙>",
    (PressedFile("press-pdf", "a_press.pdf", "ab" * 32, 1234567, 16),),
    (
        replace(FAILED, id="fonts", title=("字体", "Fonts"), verdict=Verdict.PASS),
        replace(FAILED, spots=(spot(7), spot(8))),
        replace(FAILED, id="cover", title=("封面", "Cover"), verdict=Verdict.UNSEEN),
    ),
)


def tree(language: str, *found: Preflight) -> ElementTree.Element:
    page = render_preflight(found or (FOUND,), language)
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_check_is_a_row(language: str) -> None:
    rows = tree(language).findall(".//table[@class='checks']/tbody/tr")
    assert [row.get("class") for row in rows] == ["pass", "fail", "unseen"]
    assert ("不合格" if language == "zh" else "failed") in text(rows[1])
    assert text(rows[1]).endswith("2")


def test_each_place_stands_under_its_check() -> None:
    (section,) = tree("zh").findall(".//section[@class='open']")
    rows = section.findall(".//tbody/tr")
    cells = [[text(cell) for cell in row] for row in rows]
    assert [row[:3] for row in cells] == [["7", "1", "text/01.md:9:1"], ["8", "2", "text/01.md:9:1"]]
    assert cells[0][3].startswith("错误 C149 成品第 7 面的图只有 40 ppi")
    hints = [len(row.findall(".//p[@class='hint']")) for row in rows]
    assert hints == [1, 0]  # the same remedy is said once


def test_the_cover_has_no_leaf_page() -> None:
    item = LIVE_TRANSPARENCY.at(None, edition="zh-Hans/cover-pdf", page=1)
    cover = replace(FOUND, findings=(replace(FAILED, spots=(Spot(item),)),))
    (row,) = tree("zh", cover).findall(".//table[@class='places']/tbody/tr")
    assert [text(cell) for cell in row][:3] == ["封面", "–", "–"]


def test_files_are_named_with_their_digests() -> None:
    (row,) = tree("en").findall(".//table[@class='files']/tbody/tr")
    assert [text(cell) for cell in row] == ["a_press.pdf", "16", "1,234,567", "ab" * 32]


def test_titles_are_escaped_and_nothing_is_fetched() -> None:
    page = render_preflight((FOUND,), "zh")
    assert "甲 &amp; &lt;乙&gt;" in page
    assert "<link" not in page
    assert "src=" not in page
    assert "url(" not in page


def test_the_words_of_both_languages_are_there() -> None:
    assert all(zh.strip() and en.strip() for zh, en in LABELS.values())
    page = render_preflight((replace(FOUND, findings=(), files=()),), "en")
    assert "Nothing has to be mended" in page
    assert not any(
        "\u4e00" <= character <= "\u9fff"
        for character in page.partition("</style>")[2].replace("甲", "").replace("乙", "")
    )
