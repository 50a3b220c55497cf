"""Paragraphs torn by a page end."""

from collections.abc import Callable

import pytest

from fuzi.ingest.repairs.tears import repair
from fuzi.ingest.scan import Items
from fuzi.model.manuscript import Confidence

LEFT = "这一段文字写得相当长，足够算作正文，它在页尾的地方断开了，后面还有"
RIGHT = "半句话印在下一页的上面，也足够长，可以看出是正文而不是标题或者人名，写完了。"


def texts(items: Items) -> list[str]:
    return [item.text for item in items]


def test_torn_sentence(items: Callable[[str], Items]) -> None:
    done = repair(items(f"{LEFT}\n\n{RIGHT}"))
    assert texts(done.items) == [LEFT + RIGHT]
    (entry,) = done.entries
    assert (entry.line, entry.confidence) == (3, Confidence.FAIR)
    assert entry.before == LEFT[-8:] + "⏎" + RIGHT[:8]


def test_page_mark_makes_it_sure_and_allows_a_short_rest(items: Callable[[str], Items]) -> None:
    done = repair(items(f"{LEFT}\n\n<!-- page 2 -->\n\n半句。"))
    assert texts(done.items) == [LEFT + "半句。"]
    assert done.entries[0].confidence is Confidence.SURE


def test_over_three_pages(items: Callable[[str], Items]) -> None:
    assert len(repair(items(f"{LEFT}\n\n{RIGHT[:-4]}\n\n{RIGHT}")).items) == 1


def test_figure_at_the_tear_moves_behind(items: Callable[[str], Items]) -> None:
    done = repair(items(f"{LEFT}\n\n![](a.png)\n\n{RIGHT}"))
    assert texts(done.items) == [LEFT + RIGHT, "![](a.png)"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LEFT + "。", RIGHT),  # ends a sentence
        (LEFT + "：", RIGHT),  # a list or a speech follows
        (LEFT + "”", RIGHT),
        (LEFT, "“" + RIGHT),  # a speech begins
        (LEFT, "3." + RIGHT),
        (LEFT, "孙大川"),  # a signature
        ("尊敬的各位读者", RIGHT),  # a salutation
        (LEFT, "## " + RIGHT),
        (LEFT, "| 甲 | 乙 |"),
        (LEFT, "- " + RIGHT),
        ("白日依山尽", "黄河入海流"),  # verse
        ("1月3日 星期日", RIGHT),  # a date in a diary
    ],
)
def test_what_is_not_torn(items: Callable[[str], Items], left: str, right: str) -> None:
    done = repair(items(f"{left}\n\n{right}"))
    assert len(done.items) == 2
    assert done.entries == ()
