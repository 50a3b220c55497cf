"""Titles."""

import pytest

from fuzi.ingest.titles import alike, close_up, distance, number_rank, set_title


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("上 半 篇", "上半篇"),
        ("序　　言", "序言"),
        ("**后 记**", "后记"),
        ("造一座高楼 装一口旧钟", "造一座高楼　装一口旧钟"),
        ("第一章 总 论", "第一章　总论"),
        ("第 3 章 题", "第3章　题"),
        ("第一章", "第一章"),
        ("Python 入门", "Python入门"),
        ("走近 Core Java 之二", "走近Core Java之二"),
        ("1.1 概述", "1.1概述"),
    ],
)
def test_set_title(before: str, after: str) -> None:
    assert set_title(before) == after


def test_only_wholly_spaced_titles_are_closed_up() -> None:
    assert close_up("上 半 篇") == "上半篇"
    assert close_up("上半 篇章") == "上半 篇章"


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("第一节 甲", 0),
        ("一、甲", 1),
        ("（一）甲", 2),
        ("(一) 甲", 2),
        ("1. 甲", 3),
        ("1.1 甲", 0),
        ("1.1.2 甲", 1),
        ("甲", None),
        ("2007年", None),
    ],
)
def test_number_rank(title: str, rank: int | None) -> None:
    assert number_rank(title) == rank


def test_alike() -> None:
    assert alike("第四童　守钟人", "第四章 守钟人")
    assert alike("钟楼宣讲第一课", "钟楼宜讲第一课")
    assert not alike("第三章　守钟人", "第四章　守钟人")
    assert not alike("总论", "总沦")
    assert not alike("", "")


def test_distance() -> None:
    assert distance("", "三个字") == 3
    assert distance("贵任编辑", "责任编辑") == 1
    assert distance("甲乙丙", "甲丙") == 1
