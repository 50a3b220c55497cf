"""Where pages may break in verse, plays, questions, annotated texts and chronologies, pressed at every offset."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pymupdf
import pytest

from fuzi.api import build

BOOK = "slug: x\ntitle: 试书\nvariants: [zh-Hans]\ntext: {body: [a.md]}\n"
OFFSETS = range(26)
LONG = "这是一句很长的话它要排满两行还要多一些才好看出分在两页上会是什么样子所以又添上了这几个字还不够再添"


def sample(n: int) -> str:
    """One of each block, every line with a word of its own."""
    filling = "".join(f"第{n}组垫行{row}。\n\n" for row in range(n % 5 + 1))
    long_stanza = "\n".join(f"长{n}号{row}行" for row in range(9))
    return f"""
{filling}
:::verse 诗题{n}号
诗甲{n}号
诗乙{n}号
诗丙{n}号
诗丁{n}号

{long_stanza}
——作者{n}号
:::

:::drama
掌柜{n}：话头{n}号{LONG}话尾{n}号
学徒不语{n}号：
（下文{n}号）
:::

:::qa
问：问头{n}号？

答：答头{n}号{LONG}
:::

:::annotated
经文{n}号。

> 注头{n}号{LONG}
:::

:::couplet 横批{n}号
上联{n}号
下联{n}号
:::

:::chronology
19{n:02}年　年头{n}号{LONG}年尾{n}号
:::
"""


@lru_cache
def pages(folder: str) -> tuple[str, ...]:
    home = Path(folder)
    (home / "text").mkdir()
    (home / "book.yaml").write_text(BOOK, encoding="utf-8")
    text = "# 试章\n\n" + "\n".join(map(sample, OFFSETS))
    (home / "text/a.md").write_text(text, encoding="utf-8")
    result = build(home, home / "output", products=("pdf",))
    assert result.ok, [item.message("en") for item in result.report.sorted()]
    with pymupdf.open(stream=result.made[0].artifact.data, filetype="pdf") as document:
        return tuple(re.sub(r"\s+", "", page.get_text()) for page in document)


@pytest.fixture(scope="module")
def page_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The page of every numbered word."""
    found: dict[str, int] = {}
    for index, text in enumerate(pages(str(tmp_path_factory.mktemp("book")))):
        for word in re.findall(r"[诗话问答经注横上下年作长不][甲乙丙丁题头尾文批联者语]?\d+号(?:\d行)?", text):
            found[word] = index
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("诗题", "诗甲", "诗乙", "诗丙", "诗丁"),
        ("问头", "答头"),
        ("经文", "注头"),
        ("横批", "上联", "下联"),
        ("年头", "年尾"),
        ("不语", "下文"),
    ],
    ids="-".join,
)
def test_these_stand_on_one_page(page_of: dict[str, int], words: tuple[str, ...]) -> None:
    for n in OFFSETS:
        assert len({page_of[f"{word}{n}号"] for word in words}) == 1, n


def test_no_line_of_verse_stands_alone(page_of: dict[str, int]) -> None:
    for n in OFFSETS:
        lines = [page_of[f"长{n}号{row}行"] for row in range(9)]
        assert lines == sorted(lines)
        assert lines[0] == lines[1]
        assert lines[7] == lines[8] == page_of[f"作者{n}号"]
