"""The CIP text."""

import pytest

from fuzi.ingest.cip import clean, printed, read
from fuzi.ingest.scan import Item, Piece, Shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**图书在版编目 (CIP) 数据**", "图书在版编目（CIP）数据"),
        ("某书 / 某某主编. —杭州:某某出版社, 2007. 4", "某书/某某主编.—杭州：某某出版社，2007.4"),
        ("某书/某某著. -- 北京: 某某书局，2024.9", "某书/某某著.—北京：某某书局，2024.9"),
        ("ISBN 978 - 7 - 5555 - 0042 - 1", "ISBN 978-7-5555-0042-1"),
        ("ISBN978-7-5555-0042-1", "ISBN 978-7-5555-0042-1"),
        ("I . 水… II . 范… III . 城市史 - 研究 IV . K563. 9", "Ⅰ.水… Ⅱ.范… Ⅲ.城市史-研究 Ⅳ.K563.9"),
        ("Ⅰ. ①水… Ⅱ. ①范… Ⅲ. ①城市史—荷兰", "Ⅰ.①水… Ⅱ.①范… Ⅲ.①城市史—荷兰"),
        ("Ⅰ. K563.9", "Ⅰ.K563.9"),
        ("中国版本图书馆 CIP 数据核字 (2007) 第 012345 号", "中国版本图书馆CIP数据核字（2007）第012345号"),
        ("Core Java / 某某译", "Core Java/某某译"),
    ],
)
def test_clean(before: str, after: str) -> None:
    assert clean(before) == after


def test_numerals_out_of_order_are_left() -> None:
    assert clean("I . 甲… IV . 乙…") == "Ⅰ.甲…IV.乙…"


def test_blank_lines_between_the_parts() -> None:
    lines = ["图书在版编目（CIP）数据", "某书/某某著", "ISBN 1", "Ⅰ.甲", "中国国家版本馆CIP数据核字第2024AB7C31号"]
    assert printed(lines).split("\n") == [lines[0], "", lines[1], lines[2], "", lines[3], "", lines[4], ""]
    assert printed([]) == ""


def test_facts() -> None:
    lines = [
        "图书在版编目（CIP）数据",
        "某书=Some Book:副题/〔美〕约翰·史密斯著;张三,李四译.—2版.—北京:某某出版社,2010.3",
        "(某某文库;5/王五主编)",
    ]
    facts = read([Item(Shape.TEXT, (Piece(line, number),)) for number, line in enumerate(lines, 1)]).facts
    found = {(fact.field, fact.role): fact.value for fact in facts if fact.field != "cip"}
    assert found == {
        ("title", ""): "某书",
        ("parallel_title", ""): "Some Book",
        ("subtitle", ""): "副题",
        ("contributors", "著"): "约翰·史密斯",
        ("contributors", "译"): "张三、李四",
        ("publisher.place", ""): "北京",
        ("publisher.name", ""): "某某出版社",
        ("series.name", ""): "某某文库",
        ("series.number", ""): "5",
        ("series.contributors", "主编"): "王五",
    }
