"""The title leaf and the copyright page: what is stated stands there in order, what is not leaves no trace."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from fuzi.model.block import Heading
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import ContentsEntry
from fuzi.model.metadata import Contributor, Metadata, Price, Printing, Publisher, Staff
from fuzi.model.product import PageFact, PageFacts
from fuzi.render import render
from fuzi.render.labels import KEYS, Labels
from fuzi.render.leaf import Row, Word, cip_parts, paired, people, people_by_part, place_of_publisher, record
from fuzi.variants import tags, variant

from .books import CIP, METADATA, at, book, of, page, par, reflow, text

LABELS = Labels("zh-Hans", variant("zh-Hans").labels)


def rows(metadata: Metadata, medium: Medium = Medium.PAGE, facts: PageFacts | None = None) -> dict[str, str]:
    groups = record(metadata, LABELS, medium, facts)
    return {row.term.text: "|".join(row.values) for group in groups for row in group.rows}


def facts(count: int, grid: tuple[int, int] = (27, 27)) -> PageFacts:
    fact = PageFact(0, "1", "one", False, None, None, 0, 0, 0.0, (0.0, 0.0, 0.0, 0.0))
    return PageFacts((fact,) * count, {}, {}, grid)


def section(metadata: Metadata, id: str, edition: Edition) -> str:
    copy = replace(of(par("甲")), metadata={"pdf": metadata, "epub": metadata})
    return next((item.html for item in render(copy, edition).value.sections if item.id == id), "")


def test_order_of_the_standard() -> None:
    html = section(METADATA, "copyright-page", page())
    marks = ["不得复制", "图字02", "图书在版编目", "核字第", "责任编辑", "装帧设计", "责任校对", "印刷厂", "成品尺寸"]
    marks += ["版次", "印次", "印数", "定价", 'class="isbn"', "侵权必究"]
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_every_line_of_the_record() -> None:
    assert rows(METADATA) == {
        "责任编辑": "陈静",
        "装帧设计": "吴桐",
        "责任校对": "马小川|丁一",
        "出版": "海河样书出版社|天津",
        "出版人": "方文",
        "印刷": "海河样书印刷厂",
        "发行": "各地新华书店",
        "地址": "天津市河北区春水街35号",
        "邮政编码": "300051",
        "电话": "(022) 5555 0100",
        "网址": "www.example.com",
        "电子邮箱": "books@example.com",
        "成品尺寸": "147毫米×210毫米",
        "开本": "880毫米×1230毫米　1/32",
        "印张": "—",
        "字数": "—千字",
        "版次": "2026年11月第1版",
        "印次": "2026年11月第1次印刷",
        "印数": "1—1000册",
        "定价": "25.00元",
    }


def test_an_e_book_has_no_leaves() -> None:
    assert not {"成品尺寸", "开本", "印张", "字数", "印数"} & set(rows(METADATA, Medium.REFLOW))


def test_counted_facts() -> None:
    counted = rows(METADATA, facts=facts(360))
    assert counted["印张"] == "11.25"
    assert counted["字数"] == "262千字"


def test_stated_facts_are_not_counted_again() -> None:
    stated = replace(METADATA, printing=replace(METADATA.printing, sheets="11.5", thousand_characters="260"))
    counted = rows(stated, facts=facts(360))
    assert (counted["印张"], counted["字数"]) == ("11.5", "260千字")


@pytest.mark.parametrize(
    ("printing", "line"),
    [
        (Printing(first_edition="2001-01", edition=2, edition_date="2007-06"), "2001年1月第1版|2007年6月第2版"),
        (Printing(first_edition="2007-06"), "2007年6月第1版"),
        (Printing(edition_date="2007"), "2007年第1版"),
        (Printing(edition=3, edition_date="2010-12"), "2010年12月第3版"),
    ],
)
def test_history(printing: Printing, line: str) -> None:
    assert rows(Metadata("书", printing=printing))["版次"] == line


@pytest.mark.parametrize(
    ("price", "line"),
    [
        (Price(Decimal("25.00")), "25.00元"),
        (Price(Decimal(250), "TWD"), "新台币250元"),
        (Price(Decimal("9.5"), "NZD"), "NZD 9.5"),
    ],
)
def test_price(price: Price, line: str) -> None:
    assert rows(Metadata("书", price=price))["定价"] == line


def test_bare_metadata_leaves_no_empty_line() -> None:
    for edition in (page(), reflow()):
        for section_made in render(of(par("甲")), edition).value.sections:
            assert not re.search(r"<(p|div|span|h1)[^>]*>\s*</\1>", section_made.html), section_made.html


def test_cip_is_kept_word_for_word() -> None:
    parts = cip_parts(CIP)
    assert len(parts) == 4
    assert [line.turnover for line in parts[1]] == [False, True]
    words = "\n".join("".join(line.pieces) for part in parts for line in part)
    assert words.split() == CIP.split()


def test_cip_sign_is_never_broken() -> None:
    html = section(METADATA, "copyright-page", page())
    assert html.count('<span class="nobreak">.—</span>') == CIP.count(".—")


def test_short_neighbours_share_a_line() -> None:
    short, long = Row(Word.of("印数"), ("1—1000册",)), Row(Word.of("地址"), ("天津市河北区春水街三十五号院内",))
    assert [row.half for row in paired([short, short, short, long])] == [True, True, False, False]


def test_place_is_left_out_when_the_name_shows_it() -> None:
    assert place_of_publisher(Metadata("书", publisher=Publisher("天津人民出版社", "天津"))) == ""
    assert place_of_publisher(Metadata("书", publisher=Publisher("商务印书馆", "北京"))) == "北京"


def test_people() -> None:
    editor, author = people((Contributor("主编", ("刘森", "Li Si")), Contributor("著", ("鲁迅",), nation="清")), LABELS)
    assert (editor.after, author.after) == (False, True)
    assert [name.characters for name in editor.names] == [2, 0]
    assert author.nation == "〔清〕"


def test_people_by_part() -> None:
    assert [group.part for group in people_by_part(METADATA.contributors, LABELS)] == ["", "河边篇", "山上篇"]
    assert people_by_part((Contributor("著", ("鲁迅",)),), LABELS) == ()


def test_staff_of_other_kinds() -> None:
    assert rows(Metadata("书", staff=Staff(others=(Contributor("责任印制", ("丁一",)),))))["责任印制"] == "丁一"


def test_series_page_only_for_a_series_or_a_translation() -> None:
    assert "某市哲学社会科学" in section(METADATA, "series-page", page())
    assert "原书名" in section(replace(METADATA, series=None), "series-page", page())
    assert section(replace(METADATA, series=None, original=None), "series-page", page()) == ""


@pytest.mark.parametrize("tag", tags())
def test_every_variant_has_every_label(tag: str) -> None:
    assert [key for key in KEYS if key not in variant(tag).labels] == []


def test_chapter_outside_parts_is_no_deeper_than_a_part() -> None:
    copy = of(par("甲"), Heading(2, (), "s", at(2)))
    entries = (ContentsEntry(1, text("一"), (), "one"), ContentsEntry(2, text("节"), (), "s"))
    html = next(s.html for s in render(replace(copy, contents=entries), page()).value.sections if s.id == "contents")
    assert re.findall(r"level-\d", html) == ["level-0", "level-1"]


def test_contents_say_where_each_line_stands() -> None:
    html = next(item.html for item in render(book(), page()).value.sections if item.id == "contents")
    assert '<p class="entry level-0 matter-body unpaged"><a href="#part-river">' in html
    assert '<span class="entry-title">灯下</span><span class="entry-subtitle">——春水街读书会纪实</span></a></p>' in html
    assert 'class="entry level-0 matter-back"' in html
