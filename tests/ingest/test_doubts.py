"""Doubts."""

from collections.abc import Callable

import pytest

from fuzi.ingest.doubts import look
from fuzi.ingest.scan import Items


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("请他入门、入座、人席，然后", "人席", "入席"),
        ("请他入门、入座、人席以后再说", "人席", "入席"),
        ("他说己经走了", "己经", "已经"),
    ],
)
def test_suggestions(items: Callable[[str], Items], text: str, before: str, after: str) -> None:
    (entry,) = look(items(text))
    assert before in entry.before
    assert after in entry.after


@pytest.mark.parametrize(
    "text",
    [
        "人民、人才、人口",
        "工人、农民、士兵",
        "入门、人席",
        "知己经年不见",
        "关于预算",
        "（一）甲（二）乙",
        "一）甲，二）乙",
        "《书》和“话”",
    ],
)
def test_no_doubt(items: Callable[[str], Items], text: str) -> None:
    assert look(items(text)) == ()


def test_unpaired_marks_and_unreadable_characters(items: Callable[[str], Items]) -> None:
    assert [entry.kind for entry in look(items("他说“走吧。"))] == ["unpaired-quote"]
    assert [entry.kind for entry in look(items("他说走吧。”"))] == ["unpaired-quote"]
    assert [entry.kind for entry in look(items("这个\ufffd字"))] == ["unreadable"]
