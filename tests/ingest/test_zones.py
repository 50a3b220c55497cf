"""Where the text begins, and where it ends."""

from collections.abc import Callable

import pytest

from fuzi.ingest.scan import Items
from fuzi.ingest.zones import colophon_at_end, first_page_of_text

PROSE = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段很长很长的话，一直写到这里。"
COLOPHON = "责任编辑：某某\n版次：1995年3月第1版\n定价：2.80元"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"# 某书\n\n张三 著\n\n## 序 言\n\n{PROSE}", "序 言"),
        ("# 某书\n\n张三 著\n\n目 录\n\n第一章 甲 …… 1", "目 录"),
        (f"# 某书\n\n张三 著\n\n# 一 上山\n\n{PROSE}", "一 上山"),
        (f"# 某书\n\n内容提要\n\n{PROSE}\n\n{COLOPHON}\n\n# 前言\n\n{PROSE}", "前言"),
        (f"# 某书\n\n{COLOPHON}\n\n{PROSE}", PROSE),
        (f"# 第一章 甲\n\n{PROSE}", "第一章 甲"),
    ],
)
def test_first_page_of_text(items: Callable[[str], Items], text: str, first: str) -> None:
    found = items(text)
    assert found[first_page_of_text(found)].text == first


def test_colophon_at_the_end(items: Callable[[str], Items]) -> None:
    found = items(f"# 某书\n\n# 一\n\n{PROSE}\n\n书名：某书\n{COLOPHON}")
    assert found[colophon_at_end(found)].text == "书名：某书"


def test_colophon_in_front_leaves_the_end_alone(items: Callable[[str], Items]) -> None:
    found = items(f"# 某书\n\n{COLOPHON}\n\n# 一\n\n{PROSE}\n\n{COLOPHON}")
    assert colophon_at_end(found) == len(found)
