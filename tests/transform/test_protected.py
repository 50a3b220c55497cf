"""Addresses, numbers of record and names of files are found in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.transform.protected import merged, protected


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in protected(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见http://www.tjrm.com.cn，后面", ["http://www.tjrm.com.cn"]),
        ("见 https://zh.wikipedia.org/wiki/社区发展 里", ["https://zh.wikipedia.org/wiki/社区发展"]),
        ("https://a.cn/?q=头发&p=里面。", ["https://a.cn/?q=头发&p=里面"]),
        ("（https://a.cn/x）里", ["https://a.cn/x"]),
        ("(https://a.cn/x).", ["https://a.cn/x"]),
        ("www.a.cn里面", ["www.a.cn"]),
        ("写信到 fu.zi+a@mail.tj.cn 后", ["fu.zi+a@mail.tj.cn"]),
        ("书号 ISBN 978-7-201-05510-7，", ["ISBN 978-7-201-05510-7"]),
        ("ISBN：9787201055107", ["ISBN：9787201055107"]),
        ("见中国版本图书馆CIP数据核字（2007）第034734号。", ["中国版本图书馆CIP数据核字（2007）第034734号"]),
        ("中国国家版本馆CIP数据核字第2025NK7093号", ["中国国家版本馆CIP数据核字第2025NK7093号"]),
        ("打开“发布说明.docx”后", ["发布说明.docx"]),
        ("在 书稿/里.md 里", ["书稿/里.md"]),
        ("请打开发布说明.docx", []),
        ("没有. 什么@里", []),
        ("3.14和2.5", []),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_overlapping_stretches_become_one() -> None:
    assert merged([(5, 9), (0, 3), (2, 4), (6, 7)]) == [(0, 4), (5, 9)]


@given(st.text("里发a1./:@wISBNCP-（）《“=?", max_size=80))
def test_stretches_are_in_order_and_not_empty(text: str) -> None:
    at = 0
    for start, end in protected(text):
        assert at <= start < end <= len(text)
        at = end


def test_a_long_text_of_signs_is_read_at_once() -> None:
    assert protected("a" * 200_000 + ".@") == []
    assert protected("http://" + "/里" * 50_000)[0] == (0, 100_007)
