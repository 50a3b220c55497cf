"""Tables of contents in their many shapes."""

from collections.abc import Callable

import pytest

from fuzi.ingest.contents import Contents, Rank, Zone, find
from fuzi.ingest.scan import Items

PROSE = (
    "这里是一段正文，长得足以让人相信目录已经结束，书的正文已经开始了，不是标题，"
    "也不是人名，而是书里的一段很长很长的话，一直写到这里才完。"
)


def contents(text: str, items: Callable[[str], Items]) -> Contents:
    found = find(items(f"# 目录\n\n{text}\n\n{PROSE}\n"))
    assert found is not None
    return found


def rows(found: Contents) -> list[tuple[str, str, str]]:
    return [(line.title, line.subtitle, line.page) for line in found.lines]


@pytest.mark.parametrize(
    "text",
    [
        "第一章 开头 …… 1\n第二章 结尾 …… 25",
        "第一章 开头..........1\n第二章 结尾..........25",
        "第一章 开头 ⋯⋯⋯ 1  \n第二章 结尾 ⋯⋯⋯ 25  ",
        "第一章 开头 ·········· 1\n第二章 结尾 ·········· 25",
        "第一章 开头（1）\n第二章 结尾 (25)",
        "第一章 开头 /1\n第二章 结尾 /25",
        "第一章 开头 1\n第二章 结尾 25",
        "- 第一章 开头 …… 1\n- 第二章 结尾 …… 25",
        "| 第一章 开头 | 1 |\n|---|---|\n| 第二章 结尾···· | 25 |",
        "- 1 第一章 开头\n- 25 第二章 结尾",
        "## 第一章 开头 …… 1\n## 第二章 结尾 …… 25",
    ],
)
def test_shapes_of_pages(text: str, items: Callable[[str], Items]) -> None:
    found = contents(text, items)
    assert rows(found) == [("第一章　开头", "", "1"), ("第二章　结尾", "", "25")]
    assert {line.rank for line in found.lines} == {Rank.CHAPTER}


def test_subtitles_in_three_shapes(items: Callable[[str], Items]) -> None:
    text = "- 21 甲题\n  - 甲的副题\n\n- 30 乙题  \n——乙的副题\n\n44 丙题  \n——丙的副题  \n50 丁题"
    assert rows(contents(text, items)) == [
        ("甲题", "——甲的副题", "21"),
        ("乙题", "——乙的副题", "30"),
        ("丙题", "——丙的副题", "44"),
        ("丁题", "", "50"),
    ]


def test_parts_with_and_without_pages(items: Callable[[str], Items]) -> None:
    text = "## 1 总 论\n\n### 上 篇\n\n- 21 甲题\n\n下篇\n\n- 75 乙题\n\n后 记"
    found = contents(text, items)
    assert [(line.rank, line.title, line.page, line.zone) for line in found.lines] == [
        (Rank.PART, "总论", "1", Zone.BODY),
        (Rank.PART, "上篇", "", Zone.BODY),
        (Rank.CHAPTER, "甲题", "21", Zone.BODY),
        (Rank.PART, "下篇", "", Zone.BODY),
        (Rank.CHAPTER, "乙题", "75", Zone.BODY),
        (Rank.CHAPTER, "后记", "", Zone.BACK),
    ]


def test_three_ranks(items: Callable[[str], Items]) -> None:
    text = "前言 …… i\n第一篇 甲\n第一章 乙 …… 1\n一、丙 …… 2\n二、丁 …… 5\n第二章 戊 …… 9\n参考文献 …… 90"
    found = contents(text, items)
    assert [(line.rank, line.zone) for line in found.lines] == [
        (Rank.CHAPTER, Zone.FRONT),
        (Rank.PART, Zone.BODY),
        (Rank.CHAPTER, Zone.BODY),
        (Rank.SECTION, Zone.BODY),
        (Rank.SECTION, Zone.BODY),
        (Rank.CHAPTER, Zone.BODY),
        (Rank.CHAPTER, Zone.BACK),
    ]


def test_numbers_in_titles_are_no_pages(items: Callable[[str], Items]) -> None:
    assert rows(contents("算术平方根(1) 2\n习题21.1-21.2 62", items)) == [
        ("算术平方根（1）", "", "2"),
        ("习题21.1-21.2", "", "62"),
    ]


def test_contents_end_where_a_title_comes_again(items: Callable[[str], Items]) -> None:
    found = contents("甲题 …… 1\n乙题 …… 5\n\n# 甲题", items)
    assert len(found.lines) == 2
    assert found.end == 3


def test_pages_that_go_back_are_doubted(items: Callable[[str], Items]) -> None:
    found = contents("甲题 …… 11\n乙题 …… 5\n丙题 …… 20", items)
    assert [(entry.kind, entry.line) for entry in found.entries if entry.kind == "page-order"] == [("page-order", 4)]


def test_no_contents(items: Callable[[str], Items]) -> None:
    assert find(items(f"# 第一章\n\n{PROSE}")) is None
    assert find(items("# 目录\n\n" + PROSE)) is None
