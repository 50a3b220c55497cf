"""Contents page, landmarks and NCX."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from fuzi.bind import bind
from fuzi.model.galley import Galley, Matter, Target
from tests.bind.galleys import COVER, METADATA, edition, galley, section, whole

XHTML = "{http://www.w3.org/1999/xhtml}"


def document(book: Galley, name: str) -> etree._Element:
    outcome = bind(book, edition(), METADATA, COVER)
    assert not outcome.report.diagnostics
    with zipfile.ZipFile(BytesIO(outcome.value.epub)) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def tree(ordered: etree._Element) -> list[object]:
    """Nested lists of ``title -> href``."""
    found: list[object] = []
    for item in ordered:
        found.append(f"{item[0].text} -> {item[0].get('href')}")
        if len(item) > 1:
            found.append(tree(item[1]))
    return found


def test_contents_are_nested() -> None:
    nav = document(whole()[0], "nav.xhtml")
    toc, landmarks = nav.iter(f"{XHTML}nav")
    assert toc[0].text == "目录"
    assert tree(toc[1]) == [
        "序 -> text/preface.xhtml",
        "和平篇 -> text/part-heping.xhtml",
        [
            "和平的早晨 -> text/heping-1.xhtml",
            [
                "一、图与表 -> text/heping-1.xhtml#sec-1",
                ["图 -> text/heping-1.xhtml#fig-1"],
                "二、式 -> text/heping-1.xhtml#sec-2",
            ],
        ],
        "河东篇 -> text/part-hedong.xhtml",
        ["河东 -> text/hedong-1.xhtml"],
        "后记 -> text/afterword.xhtml",
    ]
    assert landmarks.get("hidden") == "hidden"


def test_landmarks() -> None:
    _, landmarks = document(whole()[0], "nav.xhtml").iter(f"{XHTML}nav")
    found = {link.get("{http://www.idpf.org/2007/ops}type"): link for link in landmarks.iter(f"{XHTML}a")}
    assert {name: link.get("href") for name, link in found.items()} == {
        "cover": "cover.xhtml",
        "toc": "nav.xhtml",
        "titlepage": "text/title-page.xhtml",
        "preface": "text/preface.xhtml",
        "afterword": "text/afterword.xhtml",
        "bodymatter": "text/part-heping.xhtml",
    }
    assert found["cover"].text == "封面"
    assert found["bodymatter"].text == "正文开始"


def test_ncx_has_three_levels_and_one_order_for_one_target() -> None:
    ncx = document(whole()[0], "toc.ncx")
    points = list(ncx.iter("{*}navPoint"))
    assert [point.findtext("{*}navLabel/{*}text") for point in points] == [
        *("序", "和平篇", "和平的早晨", "一、图与表", "二、式", "河东篇", "河东", "后记")
    ]
    assert ncx.find("{*}head/{*}meta[@name='dtb:depth']").get("content") == "3"  # type: ignore[union-attr]
    twice = galley(section("one", "<p>甲</p>"), navigation=(Target("甲", "one", "one"), Target("乙", "one", "one")))
    orders = [point.get("playOrder") for point in document(twice, "toc.ncx").iter("{*}navPoint")]
    assert orders == ["1", "1"]


def test_a_galley_without_lines_lists_its_body() -> None:
    book = galley(
        section("preface", "<p>序</p>", matter=Matter.FRONT), section("one", "<p>甲</p>", title="第一章　绪论")
    )
    toc = next(document(book, "nav.xhtml").iter(f"{XHTML}nav"))
    assert tree(toc[1]) == ["第一章　绪论 -> text/one.xhtml"]


def test_line_breaks_in_titles_become_spaces() -> None:
    book = galley(section("one", "<p>甲</p>"), navigation=(Target("上\n下", "one", "one"),))
    toc = next(document(book, "nav.xhtml").iter(f"{XHTML}nav"))
    assert toc[1][0][0].text == "上 下"


def test_the_space_between_title_and_subtitle_stays_in_both_lists() -> None:
    title = "上編　源流　從一口井說起"
    book = galley(section("one", "<p>甲</p>"), navigation=(Target(title, "one", "one"),))
    toc = next(document(book, "nav.xhtml").iter(f"{XHTML}nav"))
    assert toc[1][0][0].text == title
    assert title in [item.text for item in document(book, "toc.ncx").iter("{*}text")]
