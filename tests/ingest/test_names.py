"""Lists of people."""

import pytest

from fuzi.ingest.names import Names, is_name_list, read_names, role_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("顾 满", ("顾满",)),
        ("顾小满 陆 遥 沈若棠", ("顾小满", "陆遥", "沈若棠")),
        ("白 鹭　孙 渡", ("白鹭", "孙渡")),
        ("甲乙丙、丁戊，己庚辛", ("甲乙丙", "丁戊", "己庚辛")),
        ("约翰·史密斯", ("约翰·史密斯",)),
        ("John Smith", ("John Smith",)),
        ("欧阳文静等", ("欧阳文静",)),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert read_names(text) == Names(names)


def test_nation() -> None:
    assert read_names("〔美〕约翰·史密斯") == Names(("约翰·史密斯",), "美")
    assert read_names("[清] 曹某某") == Names(("曹某某",), "清")


def test_what_is_no_list_of_names_is_not_clean() -> None:
    assert not read_names("顾 满 李").clean
    assert not read_names("江海书局印刷厂").clean
    assert not is_name_list("江海书局")
    assert is_name_list("顾小满 陆 遥 沈若棠")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主 编 刘某某", ("主编", "刘某某")),
        ("刘某某 主编", ("主编", "刘某某")),
        ("副主编 李某某 周某某", ("副主编", "李某某 周某某")),
        ("译者：沈若棠", ("译者", "沈若棠")),
        ("〔荷〕约斯特·范德梅 编著", ("编著", "〔荷〕约斯特·范德梅")),
        ("江海书局", None),
    ],
)
def test_roles(text: str, found: tuple[str, str] | None) -> None:
    assert role_of(text) == found
