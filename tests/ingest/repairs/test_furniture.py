"""Folios and running heads."""

from collections.abc import Callable

from fuzi.ingest.repairs.furniture import repair
from fuzi.ingest.scan import Items
from fuzi.model.manuscript import Fate

PROSE = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段话。"


def page(number: int, *lines: str) -> str:
    return f"<!-- page {number} -->\n\n" + "\n\n".join(lines) + "\n\n"


def kept(items: Items) -> list[str]:
    return [item.text for item in items]


def test_folios_that_go_up_with_the_pages(items: Callable[[str], Items]) -> None:
    done = repair(items(page(1, PROSE, "11") + page(2, PROSE, "12") + page(4, PROSE, "14")))
    assert kept(done.items) == [PROSE] * 3
    assert [(entry.fate, entry.kind, entry.before) for entry in done.entries] == [
        (Fate.DROPPED, "folio", "11"),
        (Fate.DROPPED, "folio", "12"),
        (Fate.DROPPED, "folio", "14"),
    ]


def test_roman_and_garbled_folios(items: Callable[[str], Items]) -> None:
    done = repair(items(page(1, PROSE, "。 iv 。") + page(2, PROSE, "• V •") + page(3, PROSE, "« 6 «")))
    assert kept(done.items) == [PROSE] * 3


def test_lone_number_out_of_sequence_is_doubted(items: Callable[[str], Items]) -> None:
    done = repair(items(page(1, PROSE, "11") + page(2, PROSE, "1958") + page(3, PROSE)))
    assert "1958" in kept(done.items)
    assert {(entry.fate, entry.before) for entry in done.entries} == {(Fate.DOUBT, "11"), (Fate.DOUBT, "1958")}


def test_number_inside_a_page_stays(items: Callable[[str], Items]) -> None:
    texts = [page(number, PROSE, PROSE, str(number), PROSE, PROSE) for number in (1, 2, 3)]
    assert len(repair(items("".join(texts))).items) == 15


def test_scan_without_page_marks_is_left_alone(items: Callable[[str], Items]) -> None:
    assert len(repair(items("\n\n".join((PROSE, "7", PROSE, "8", PROSE, "9")))).items) == 6


def test_running_head_on_three_pages(items: Callable[[str], Items]) -> None:
    text = "".join(
        page(number, head, PROSE) for number, head in enumerate(("水边的钟楼", "2 水边的钟楼", "水边的钟楼 3"), 1)
    )
    assert kept(repair(items(text)).items) == [PROSE] * 3


def test_title_with_heading_mark_stays_and_its_repetitions_go(items: Callable[[str], Items]) -> None:
    text = page(1, "# 第一章 钟", PROSE) + page(2, "第一章 钟", PROSE)
    assert kept(repair(items(text)).items) == ["第一章 钟", PROSE, PROSE]


def test_dates_of_a_diary_and_exam_items_stay(items: Callable[[str], Items]) -> None:
    text = "".join(page(number, f"{number}月3日 星期日", PROSE, "(A);") for number in range(1, 6))
    assert len(repair(items(text)).items) == 15


def test_title_leaf_has_no_running_heads(items: Callable[[str], Items]) -> None:
    text = page(1, "水边的钟楼", "江海书局") + "".join(page(number, "水边的钟楼", PROSE) for number in (2, 3, 4))
    assert kept(repair(items(text)).items) == ["水边的钟楼", "江海书局", PROSE, PROSE, PROSE]
