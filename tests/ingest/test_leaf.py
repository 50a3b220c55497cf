"""Title leaves without labels."""

from collections.abc import Callable

import pytest

from fuzi.ingest.leaf import is_pinyin, read
from fuzi.ingest.scan import Items


def said(text: str, items: Callable[[str], Items]) -> list[tuple[str, str, str]]:
    return [(fact.field, fact.role, fact.value) for fact in read(items(text)).facts]


def test_series_editor_stands_before_the_title(items: Callable[[str], Items]) -> None:
    text = "某某重点工程\n\n“某某”丛书 NO.2\n\n王五六 主编\n\n# 某书\n\n张三四 著\n\n某某出版社"
    assert said(text, items) == [
        ("series.statement", "", "某某重点工程"),
        ("series.name", "", "“某某”丛书"),
        ("series.number", "", "NO.2"),
        ("series.contributors", "主编", "王五六"),
        ("title", "", "某书"),
        ("contributors", "著", "张三四"),
        ("publisher.name", "", "某某出版社"),
    ]


def test_title_page_twice(items: Callable[[str], Items]) -> None:
    found = said("# 某书\n\n张三四 著\n\n# 某 书\n\n张三四 著", items)
    assert found == [("title", "", "某书"), ("contributors", "著", "张三四")] * 2


def test_subtitle_and_place(items: Callable[[str], Items]) -> None:
    assert said("# 某书\n\n——又一个题目\n\n某某书局\n\n杭 州", items) == [
        ("title", "", "某书"),
        ("subtitle", "", "又一个题目"),
        ("publisher.name", "", "某某书局"),
        ("publisher.place", "", "杭州"),
    ]


def test_names_go_on_in_the_next_line(items: Callable[[str], Items]) -> None:
    assert said("# 某书\n\n副主编 张三四 李 五\n\n王 六", items)[1:] == [
        ("contributors", "副主编", "张三四、李五"),
        ("contributors", "副主编", "王六"),
    ]


def test_author_without_role_has_the_role_of_the_cip_text(items: Callable[[str], Items]) -> None:
    text = "某书\n\n张三四\n\n图书在版编目（CIP）数据\n\n某书/张三四著.—杭州：某某书局，2024.9"
    assert ("contributors", "著", "张三四") in said(text, items)[:2]


def test_pinyin_and_parallel_title(items: Callable[[str], Items]) -> None:
    assert said("# 水边的钟楼\n\nShuibian de Zhonglou\n\nThe Clock Tower", items)[1:] == [
        ("pinyin_title", "", "Shuibian de Zhonglou"),
        ("parallel_title", "", "The Clock Tower"),
    ]


def test_committee_and_summary(items: Callable[[str], Items]) -> None:
    summary = "这本书讲的是一座钟楼，讲它怎样造起来，怎样慢下来，怎样让全城的人都跟着它慢下来。"
    found = read(items(f"# 某书\n\n本书编委会\n\n主 任：张三四\n\n内容提要\n\n{summary}"))
    assert [(fact.field, fact.value) for fact in found.facts if fact.field != "title"] == [
        ("contributors", "张三四"),
        ("summary", summary),
    ]
    assert [entry.before for entry in found.entries] == ["本书编委会", "内容提要"]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Manle Si Fenzhong de Zhong", "慢了四分钟的钟", True),
        ("SHUIBIAN DE ZHONGLOU", "水边的钟楼", True),
        ("The Clock Tower", "水边的钟楼", False),
        ("Shuibian", "水边的钟楼", False),
        ("Lüxing", "旅行", True),
        ("", "书", False),
    ],
)
def test_is_pinyin(text: str, title: str, expected: bool) -> None:
    assert is_pinyin(text, title) is expected
