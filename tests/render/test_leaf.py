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
from fuzi.render.cip import cip_parts
from fuzi.render.labels import KEYS, Labels
from fuzi.render.leaf import Group, Row, Word, paired, people, people_by_part, place_of_publisher, record
from fuzi.variants import LINES, tags, variant

from .books import CIP, METADATA, at, book, of, page, par, reflow, text

HANS = variant("zh-Hans")
LABELS = Labels("zh-Hans", HANS.labels)


def rows(metadata: Metadata, medium: Medium = Medium.PAGE, facts: PageFacts | None = None) -> dict[str, str]:
    groups = record(metadata, LABELS, medium, facts, HANS.title_leaf)
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
    assert [len(part) for part in parts] == [1, 1, 1, 1], "a turnover is no line of its own"
    words = "".join("".join(item.pieces) for part in parts for item in part)
    assert "".join(words.split()) == "".join(CIP.split())


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


REGIONS = {
    "zh-Hant-TW": [
        *("叢書", "書名", "主编", "副主编", "發行人", "責任編輯", "裝幀設計", "校對", "出版者", "地址", "郵遞區號"),
        *("電話", "網址", "電子信箱", "總經銷", "印刷", "初版日期", "版次", "定價", "ISBN"),
    ],
    "zh-Hant-HK": [
        *("叢書", "書名", "主编", "副主编", "責任編輯", "裝幀設計", "責任校對", "出版", "出版人", "地址", "電話"),
        *("網址", "電郵", "發行", "承印", "版次", "規格", "定價", "國際書號"),
    ],
}


@pytest.mark.parametrize("tag", REGIONS)
def test_the_record_by_local_custom(tag: str) -> None:
    wanted = variant(tag)
    groups = record(METADATA, Labels(tag, wanted.labels), Medium.PAGE, facts(360), wanted.title_leaf)
    lines = [row for group in groups for row in group.rows]
    assert [row.term.text for row in lines] == REGIONS[tag]
    assert not any(row.half for row in lines), "a last leaf has room for one line each"


def in_taiwan(printing: Printing, **changes: object) -> dict[str, str]:
    wanted = variant("zh-Hant-TW")
    metadata = replace(Metadata("書"), printing=printing, **changes)  # type: ignore[arg-type]
    groups = record(metadata, Labels("zh-Hant-TW", wanted.labels), Medium.PAGE, None, wanted.title_leaf)
    return {row.term.text: "|".join(row.values) for group in groups for row in group.rows}


@pytest.mark.parametrize(
    ("printing", "first", "version"),
    [
        (Printing(first_edition="2026-11"), "2026年11月", "2026年11月初版一刷"),
        (Printing(impression_date="2026-11"), "2026年11月", "2026年11月初版一刷"),
        (Printing(first_edition="2026-11", calendar="minguo"), "民國115年11月", "民國115年11月初版一刷"),
        (Printing(first_edition="1911-11", calendar="minguo"), "1911年11月", "1911年11月初版一刷"),
        (
            Printing(first_edition="2026", edition=2, edition_date="2027-03", impression=12, impression_date="2028-1"),
            "2026年",
            "2028年1月二版十二刷",
        ),
    ],
)
def test_first_edition_and_version(printing: Printing, first: str, version: str) -> None:
    made = in_taiwan(printing)
    assert (made["初版日期"], made["版次"]) == (first, version)


def test_no_date_no_version() -> None:
    assert not {"初版日期", "版次"} & set(in_taiwan(Printing()))


def test_one_character_of_a_role_becomes_a_word() -> None:
    people = (Contributor("著", ("吳甲",), nation="美"), Contributor("譯", ("乙", "丙")), Contributor("導讀", ("丁",)))
    made = in_taiwan(Printing(), contributors=people)
    assert (made["作者"], made["譯者"], made["導讀"]) == ("〔美〕吳甲", "乙|丙", "丁")


def test_prices_of_the_regions() -> None:
    assert in_taiwan(Printing(), price=Price(Decimal(320), "TWD"))["定價"] == "新臺幣320元"
    wanted = variant("zh-Hant-HK")
    hong_kong = replace(Metadata("書"), price=Price(Decimal(88), "HKD"))
    groups = record(hong_kong, Labels("zh-Hant-HK", wanted.labels), Medium.PAGE, None, wanted.title_leaf)
    assert ("HK$88",) in [row.values for group in groups for row in group.rows]


def test_a_book_that_is_not_sold_says_so() -> None:
    assert rows(Metadata("书", price=Price(Decimal(0), words="赠阅")))["定价"] == "赠阅"


def of_region(tag: str, metadata: Metadata, edition: Edition) -> dict[str, str]:
    copy = replace(of(par("甲")), variant=variant(tag), metadata={"pdf": metadata, "epub": metadata})
    edition = replace(edition, variant=copy.variant)
    return {item.id: item.html for item in render(copy, edition).value.sections}


@pytest.mark.parametrize("edition", [page(), reflow()], ids=["page", "reflow"])
def test_where_the_copyright_page_stands(edition: Edition) -> None:
    metadata = replace(METADATA, pinyin_title="Chunshui Jie", cataloguing="書 / 甲著. -- 初版\n  面;  公分")
    mainland, taiwan = (list(of_region(tag, metadata, edition)) for tag in ("zh-Hans", "zh-Hant-TW"))
    assert mainland.index("copyright-page") < mainland.index("one")
    assert taiwan[-1] == "copyright-page"
    assert taiwan[taiwan.index("title-page") + (1 if edition.medium is Medium.PAGE else 2)] == "rights-page"


def test_what_only_one_region_prints() -> None:
    metadata = replace(METADATA, pinyin_title="Chunshui Jie", cataloguing="書 / 甲著. -- 初版\n  面;  公分")
    mainland, taiwan = (of_region(tag, metadata, page()) for tag in ("zh-Hans", "zh-Hant-TW"))
    assert "Chunshui Jie" in mainland["title-page"]
    assert "Chunshui Jie" not in taiwan["title-page"]
    last = taiwan["copyright-page"]
    for words in ("图书在版编目", "核字第", "印張", "字數", "1/32"):
        assert words not in last
    assert "國家圖書館出版品預行編目資料" in last
    assert '<p class="cataloguing-line">  面;  公分</p>' in last, "its spaces are those of the library"
    assert "版權所有．翻印必究" in last
    assert "預行編目" not in mainland["copyright-page"]


def test_rights_are_not_reserved_twice() -> None:
    said = replace(METADATA, notices=("版權所有‧翻印必究",))
    assert of_region("zh-Hant-TW", said, page())["copyright-page"].count("翻印必究") == 1


def test_no_statement_of_rights_no_page_for_it() -> None:
    assert "rights-page" not in of_region("zh-Hant-TW", replace(METADATA, rights="", contract_number=""), page())


def test_cip_of_the_old_form_has_lines_for_series_and_number() -> None:
    parts = cip_parts("图书在版编目（CIP）数据\n\n甲/乙著.—北京：丙\n  社，2010.5\n（丛书）\nISBN 978-7-00-000000-1\n")
    assert ["".join(item.pieces) for item in parts[1]] == [
        "甲/乙著.—北京：丙社，2010.5",
        "（丛书）",
        "ISBN 978-7-00-000000-1",
    ]


def test_latin_turnovers_keep_their_space() -> None:
    (part,) = cip_parts("Ferry and\n  Fair/Wu.—\n  ISBN\n  978-7-00-000000-1")
    assert "".join(part[0].pieces) == "Ferry and Fair/Wu.—ISBN 978-7-00-000000-1"
    assert part[0].pieces[1::2] == (".—", "ISBN 978-7-00-000000-1")


@pytest.mark.parametrize("tag", tags())
def test_every_line_that_a_variant_can_have_is_known_here(tag: str) -> None:
    """A name in the data that render does not make would leave a hole in the page."""
    made = {row.key for group in record_of_everything(tag) for row in group.rows}
    assert made == set(LINES)


def record_of_everything(tag: str) -> tuple[Group, ...]:
    full = replace(METADATA, binder="装订厂", enclosures="附光盘1张")
    full = replace(full, staff=replace(full.staff, others=(Contributor("责任印制", ("丁一",)),)))
    leaf = replace(variant(tag).title_leaf, record={"all": LINES})
    return record(full, Labels(tag, variant(tag).labels), Medium.PAGE, facts(32), leaf)


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
