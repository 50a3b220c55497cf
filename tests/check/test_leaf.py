"""The title leaf read back: what is missing, out of order or out of place is said, and a sound one is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from fuzi.check.leaf import compare_leaf
from fuzi.model.edition import Edition, Medium
from fuzi.model.metadata import Contributor, Metadata, Price, Publisher, Staff
from fuzi.model.product import SectionText
from fuzi.variants import variant

METADATA = Metadata(
    "渡口",
    subtitle="江边旧事",
    pinyin_title="Dukou",
    contributors=(Contributor("著", ("沈千里",)), Contributor("图", ("范里",), part="上篇")),
    publisher=Publisher("试样出版社", "北京", "样例街1号"),
    printer="试样印刷厂",
    staff=Staff(("钟谷",)),
    isbn="978-7-00-000000-1",
    cip="图书在版编目（CIP）数据\n\n渡口/沈千里著",
    price=Price(Decimal("39.00")),
    rights="不得复制",
)
TITLE = "渡口 江边旧事 Dukou 沈千里 著 试样出版社 北京"
RIGHTS, CIP = "不得复制", "图书在版编目（CIP）数据 渡口/沈千里著"
STAFF, PUBLISHER = "责任编辑 钟谷", "出版 试样出版社 北京 印刷 试样印刷厂 地址 样例街1号"
SIZE, PRICE = "成品尺寸 147毫米×210毫米", "定价 39.00元"
RECORD = [RIGHTS, CIP, STAFF, PUBLISHER, SIZE, PRICE, "ISBN 978-7-00-000000-1"]
PEOPLE = SectionText("contributors-page", "范里", "")


def edition(tag: str = "zh-Hans", medium: Medium = Medium.PAGE) -> Edition:
    return Edition(variant(tag), "pdf", medium, datetime(2026, 11, 1, tzinfo=UTC))


def said(
    record: list[str],
    title: str = TITLE,
    metadata: Metadata = METADATA,
    of: Edition | None = None,
    *,
    last: bool = False,
) -> list[str]:
    sections = [SectionText("title-page", title, ""), PEOPLE]
    sections.insert(2 if last else 1, SectionText("copyright-page", "\n".join(record), ""))
    found = compare_leaf(metadata, sections, of or edition())
    for item in found.diagnostics:
        for words in (item.message("zh"), item.hint("zh"), item.message("en"), item.hint("en")):
            assert "{" not in words
    return [f"{item.code.id} {dict(item.facts).get('field', '')}".strip() for item in found.diagnostics]


def test_a_sound_leaf() -> None:
    assert said(RECORD) == []


@pytest.mark.parametrize(
    ("lost", "field"),
    [
        (RIGHTS, "rights"),
        (CIP, "cip"),
        ("39.00", "price"),
        ("样例街1号", "publisher.address"),
        ("试样印刷厂", "printer"),
        ("钟谷", "staff.editors"),
        ("978-7-00-000000-1", "isbn"),
    ],
)
def test_a_field_that_is_lost(lost: str, field: str) -> None:
    assert f"C104 {field}" in said([line.replace(lost, "") for line in RECORD])


@pytest.mark.parametrize(
    ("order", "pair"),
    [
        ([CIP, RIGHTS, *RECORD[2:]], ("rights", "cip")),
        ([RIGHTS, *RECORD[2:], CIP], ("cip", "staff.editors")),
        ([*RECORD[:2], PUBLISHER, STAFF, *RECORD[4:]], ("staff.editors", "publisher.name")),
        ([*RECORD[:4], PRICE, SIZE, RECORD[6]], ("trim", "price")),
    ],
)
def test_another_order_than_that_of_the_standard(order: list[str], pair: tuple[str, str]) -> None:
    sections = [SectionText("title-page", TITLE, ""), SectionText("copyright-page", "\n".join(order), ""), PEOPLE]
    (item,) = compare_leaf(METADATA, sections, edition()).diagnostics
    facts = dict(item.facts)
    assert (item.code.id, facts["earlier"], facts["later"]) == ("C170", *pair)


def test_a_copyright_page_that_is_not_behind_the_title() -> None:
    assert said(RECORD, last=True) == ["C171"]
    assert said(RECORD, last=True, of=edition(medium=Medium.REFLOW)) == []


@pytest.mark.parametrize("lost", ["渡口", "沈千里", "试样出版社", "北京"])
def test_a_title_page_without_what_makes_it_one(lost: str) -> None:
    fields = {"渡口": "title", "沈千里": "contributors", "试样出版社": "publisher.name", "北京": "publisher.place"}
    assert said(RECORD, TITLE.replace(lost, "")) == [f"C172 {fields[lost]}"]


def test_a_traditional_edition_has_its_own_fields_and_place() -> None:
    metadata = replace(METADATA, cataloguing="渡口 / 沈千里著. -- 初版")
    record = [RIGHTS, PUBLISHER, STAFF, "39.00", "978-7-00-000000-1", "渡口 沈千里著 初版"]
    taiwan = edition("zh-Hant-TW")
    assert said(record, TITLE.replace("Dukou", ""), metadata, taiwan, last=True) == [], "no pinyin, no CIP, any order"
    assert said(record[:-1], TITLE, metadata, taiwan, last=True) == ["C104 cataloguing"]
    assert said(record, TITLE, metadata, taiwan) == ["C171"]
    assert "C104 pinyin_title" in said(RECORD, TITLE.replace("Dukou", ""))
