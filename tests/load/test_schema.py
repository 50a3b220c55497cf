"""book.yaml against the classes of the model: each fault at its place, with what was expected and the nearest key."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.load.schema import read_metadata, read_settings
from fuzi.model.metadata import Contributor, OriginalWork, Price, Publisher, Series, Sheet, Trim
from tests.load.folders import marked, said

WHOLE = """\
title: 前进中的天津社区党建
subtitle: 副题
pinyin_title: Qianjin
series: {name: 丛书, number: NO.1, statement: 重点学科, contributors: [{role: 主编, names: [刘]}]}
contributors:
  - {role: 主编, names: [刘树森]}
  - {role: 撰稿人, names: [李春武, 王], part: 和平篇}
publisher: {name: 天津人民出版社, place: 天津, postcode: 300051, telephone: 022-23332446}
staff: {editors: [甲], others: [{role: 责任印制, names: [乙]}]}
isbn: 0306406152
cip: |
  图书在版编目（CIP）数据

  前进/刘.—
trim: 147×210
sheet: 880×1230 1/32
printing: {first_edition: 2007年6月, edition: 2, edition_date: 2008-1, sheets: auto, copies: 1-1000}
price: 25.00元
original: {title: X, authors: [Y], year: 1999}
subjects: [党建]
"""


def test_a_whole_record() -> None:
    metadata, found = read_metadata(marked(WHOLE))
    assert not found
    assert metadata is not None
    assert metadata.isbn == "0306406152"
    assert metadata.publisher == Publisher("天津人民出版社", "天津", postcode="300051", telephone="022-23332446")
    assert metadata.series == Series("丛书", "NO.1", "重点学科", (Contributor("主编", ("刘",)),))
    assert metadata.contributors[1] == Contributor("撰稿人", ("李春武", "王"), "和平篇")
    assert metadata.trim == Trim(Decimal(147), Decimal(210))
    assert metadata.sheet == Sheet(Decimal(880), Decimal(1230), 32)
    assert metadata.price == Price(Decimal("25.00"), "CNY")
    assert metadata.cip == "图书在版编目（CIP）数据\n\n前进/刘.—"
    assert (metadata.printing.first_edition, metadata.printing.edition) == ("2007-06", 2)
    assert metadata.printing.edition_date == "2008-01"
    assert metadata.original == OriginalWork("X", ("Y",), year="1999")
    assert metadata.staff.others == (Contributor("责任印制", ("乙",)),)


@pytest.mark.parametrize(
    ("line", "place", "code", "words"),
    [
        ("titel: x", "2:1", "Y111", "title"),
        ("pinyin-title: x", "2:1", "Y111", "pinyin_title"),
        ("书名: x", "2:1", "Y111", "title"),
        ("出版社: {name: x}", "2:1", "Y111", "publisher"),
        ("address: x", "2:1", "Y111", "publisher.address"),
        ("punctuation: x", "2:1", "Y111", "typesetting.punctuation"),
        ("titel:", "2:1", "Y111", "title"),
        ("publisher: {name: x, adress: none}", "2:22", "Y111", "address"),
        ("zzzzzz: x", "2:1", "Y111", "subtitle"),
        ("publisher: {name: x, adress: y}", "2:22", "Y111", "address"),
        ("contributors: [{role: 主编, names: [a], parts: b}]", "2:39", "Y111", "part"),
        ("series: {nmae: x, name: y}", "2:10", "Y111", "name"),
        ("publisher: {place: x}", "2:1", "Y112", "name"),
        ("contributors: [{names: [a]}]", "2:16", "Y112", "role"),
        ("publisher: 天津", "2:12", "Y113", "name"),
        ("contributors: 刘", "2:15", "Y113", "[甲, 乙]"),
        ("contributors: [刘]", "2:16", "Y113", "- {role"),
        ("contributors: [{role: x, names: 刘}]", "2:33", "Y113", "names: [甲, 乙]"),
        ("isbn: [a, b]", "2:7", "Y113", "列表"),
        ("subtitle: {a: b}", "2:11", "Y113", "一段文字"),
        ("printing: {edition: 第二版}", "2:21", "Y114", "整数"),
        ("price: {amount: abc}", "2:17", "Y114", "数字"),
        ("price: {amount: NaN}", "2:17", "Y114", "数字"),
        ("subjects: [a, '']", "2:15", "Y115", "空"),
        ("trim: 大33开", "2:7", "Y130", "147×210"),
        ("trim: 大32开", "2:7", "L200", "140×203"),
        ("sheet: 880×1230", "2:8", "Y132", "1/32"),
        ("price: 25", "2:8", "L204", "25 CNY"),
        ("price: 廿五元", "2:8", "L203", "25.00 CNY"),
        ("price: 面议", "2:8", "Y133", "25.00 CNY"),
        ("price: 25 XYZ", "2:8", "Y134", "TWD"),
        ("printing: {impression_date: 2007-13}", "2:29", "Y135", "2007-06"),
    ],
)
def test_faults(line: str, place: str, code: str, words: str) -> None:
    metadata, found = read_metadata(marked(f"title: 甲\n{line}\n"))
    assert said(found) == [f"{code} book.yaml:{place}"]
    assert words in found[0].message("zh") + found[0].hint("zh")
    assert metadata is not None
    assert metadata.title == "甲"


def test_all_faults_at_once_and_the_rest_is_kept() -> None:
    metadata, found = read_metadata(marked("titel: x\ntitle: 甲\nisbn: []\nprice: x\nsubtitle: 乙\n"))
    assert said(found) == ["Y111 book.yaml:1:1", "Y113 book.yaml:3:7", "Y133 book.yaml:4:8"]
    assert metadata is not None
    assert metadata.subtitle == "乙"


@pytest.mark.parametrize("text", ["subtitle: 乙\n", "title:\n", "title: none\n"])
def test_no_title(text: str) -> None:
    metadata, found = read_metadata(marked(text))
    assert metadata is None
    assert said(found) == ["Y112 book.yaml:1:1"]


@pytest.mark.parametrize("value", ["", "none", "None", "~", "null"])
def test_none_or_nothing_removes_a_field(value: str) -> None:
    text = f"title: 甲\ncip: {value}\npublisher: {value}\nseries: {{name: a, number: {value}}}\n"
    metadata, found = read_metadata(marked(text))
    assert not found
    assert metadata is not None
    assert (metadata.cip, metadata.publisher, metadata.series) == ("", None, Series("a"))


def test_a_quoted_none_is_a_text() -> None:
    metadata, _ = read_metadata(marked("title: 'none'\n"))
    assert metadata is not None
    assert metadata.title == "none"


def test_settings() -> None:
    settings, found = read_settings(marked("contents_depth: 2\ncolophon: true\nvariants: [zh-Hans]\ntheme:\n"), "name")
    assert not found
    assert settings is not None
    assert (settings.slug, settings.contents_depth, settings.colophon, settings.variants, settings.theme) == (
        *("name", 2, True, ("zh-Hans",)),
        "base",
    )


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("contents_depth: x", "Y114", "1:17"),
        ("colophon: perhaps", "Y114", "1:11"),
        ("variants: zh-Hans", "Y113", "1:11"),
        ("theme: [a]", "Y113", "1:8"),
    ],
)
def test_settings_of_the_wrong_shape(line: str, code: str, place: str) -> None:
    settings, found = read_settings(marked(line + "\n"), "name")
    assert said(found) == [f"{code} book.yaml:{place}"]
    assert settings is not None


@pytest.mark.parametrize(
    ("text", "trim", "sheet", "codes"),
    [
        ("trim: A5", "148×210", "890×1240", []),
        ("trim: 32开本", "130×184", "787×1092", []),
        ("trim: 大32开", "147×210", "880×1230", ["L200 book.yaml:2:7"]),
        ("trim: 大32开\nsheet: 850×1168 1/32", "140×203", "850×1168", []),
        ("trim: A5\nsheet: 880×1230 1/32", "148×210", "880×1230", []),
        ("trim: A5\nsheet: none", "148×210", None, []),
        ("trim: 25開", "148×210", None, []),
        ("trim: 148×210", "148×210", None, []),
    ],
)
def test_a_trim_by_its_name_brings_its_sheet(text: str, trim: str, sheet: str | None, codes: list[str]) -> None:
    metadata, found = read_metadata(marked(f"title: 甲\n{text}\n"))
    assert metadata is not None
    assert str(metadata.trim) == trim
    assert (str(metadata.sheet) if metadata.sheet else None) == sheet
    assert said(found) == codes
