"""Copyright pages in the forms that OCR gives them."""

import pytest

from fuzi.ingest.copyright import isbn, read
from fuzi.ingest.facts import Gathered
from fuzi.ingest.labels import number
from fuzi.ingest.scan import Item, Piece, Shape


def page(text: str) -> Gathered:
    rows = [Item(Shape.TEXT, (Piece(line, at),)) for at, line in enumerate(text.split("\n"), 1)]
    return read(rows)


def fields(text: str) -> dict[str, str]:
    return {fact.field + (f"[{fact.role}]" if fact.role else ""): fact.value for fact in page(text).facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "186mm×240mm·22印张·474千字",
            {"trim": "186×240", "printing.sheets": "22", "printing.thousand_characters": "474"},
        ),
        (
            "2025年7月第1版第1次印刷",
            {
                "printing.edition": "1",
                "printing.edition_date": "2025-07",
                "printing.first_edition": "2025-07",
                "printing.impression": "1",
                "printing.impression_date": "2025-07",
            },
        ),
        ("标准书号：ISBN978-7-111-78565-1", {"isbn": "978-7-111-78565-1"}),
        (
            "开本：787×980 1/16 印张：20 字数：512千字",
            {"sheet": "787×980 1/16", "printing.sheets": "20", "printing.thousand_characters": "512"},
        ),
        ("开 本：750毫米×980毫米16开本", {"sheet": "750×980 1/16"}),
        ("印数：0001—2500册", {"printing.copies": "0001-2500"}),
        ("著作权合同登记图字：01-2024-1241号", {"contract_number": "图字：01-2024-1241号"}),
        ("2021 年 1 月北京第 1 次印刷", {"printing.impression": "1", "printing.impression_date": "2021-01"}),
        (
            "2020年5月第2版 2021年8月第十二次印刷",
            {
                "printing.edition": "2",
                "printing.edition_date": "2020-05",
                "printing.impression": "12",
                "printing.impression_date": "2021-08",
            },
        ),
        ("责任编辑 何某某 责任印制 孙某", {"staff.editors": "何某某", "staff.others[责任印制]": "孙某"}),
        ("装顿设计：何某某", {"staff.designers": "何某某"}),
        ("定价：NT$350元", {"price": "350 TWD"}),
        ("定　价 ￥ 88.70", {"price": "88.70 CNY"}),
        ("丛书主编：王五六", {"series.contributors[主编]": "王五六"}),
        ("某某印务有限公司印刷", {"printer": "某某印务有限公司"}),
        (
            "出版发行：某某出版社（杭州市河东路 8 号）",
            {"publisher.name": "某某出版社", "publisher.address": "杭州市河东路8号"},
        ),
        ("字数：25万字", {"printing.thousand_characters": "250"}),
    ],
)
def test_lines(text: str, expected: dict[str, str]) -> None:
    assert fields(text) == expected


def test_people_by_part_with_lines_that_go_on() -> None:
    found = page("上篇主编：王一二\n撰稿人：李 三 赵四五\n周六七\n下篇主编：吴八九")
    assert [(fact.part, fact.role, fact.value) for fact in found.facts] == [
        ("上篇", "主编", "王一二"),
        ("上篇", "撰稿人", "李三、赵四五"),
        ("上篇", "撰稿人", "周六七"),
        ("下篇", "主编", "吴八九"),
    ]


def test_what_fits_nowhere_is_reported() -> None:
    found = page("天地玄黄宇宙洪荒日月盈昃")
    assert found.facts == ()
    assert [(entry.kind, entry.before) for entry in found.entries] == [("unresolved", "天地玄黄宇宙洪荒日月盈昃")]


def test_isbn() -> None:
    assert isbn("978 - 7 - 5555 - 0042 - 1") == "978-7-5555-0042-1"
    assert isbn("7-214-02438-1") == "7-214-02438-1"
    assert isbn("978-7-5555-0042-2") == "9787555500422"


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21)]
)
def test_number(text: str, value: int) -> None:
    assert number(text) == value
