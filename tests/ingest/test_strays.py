"""Folios and running heads without page marks."""

from collections.abc import Callable

from fuzi.ingest.contents import find
from fuzi.ingest.scan import Items
from fuzi.ingest.strays import repair
from fuzi.model.manuscript import Confidence, Fate

PROSE = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段话。"


def scan(*lines: str) -> str:
    return "\n\n".join(lines)


def kept(items: Items) -> list[str]:
    return [item.text for item in items if item.text != PROSE]


def test_three_numbers_that_grow(items: Callable[[str], Items]) -> None:
    done = repair(items(scan(PROSE, "7", PROSE, "8", PROSE, "· 31 ·", PROSE)), "", None)
    assert kept(done.items) == []
    assert [entry.confidence for entry in done.entries] == [Confidence.FAIR, Confidence.FAIR, Confidence.LOW]
    assert [item.page for item in done.items] == [0, 1, 2, 3]


def test_two_numbers_are_not_enough(items: Callable[[str], Items]) -> None:
    assert kept(repair(items(scan(PROSE, "7", PROSE, "8", PROSE)), "", None).items) == ["7", "8"]


def test_two_numbers_that_the_contents_confirm(items: Callable[[str], Items]) -> None:
    contents = find(items(scan("目录", "甲题 …… 1", "乙题 …… 8", "丙题 …… 20", "甲题", PROSE)))
    done = repair(items(scan("甲题", PROSE, "7", PROSE, "8", "乙题", PROSE)), "", contents)
    assert kept(done.items) == ["甲题", "乙题"]
    assert [entry.confidence for entry in done.entries] == [Confidence.FAIR, Confidence.SURE]


def test_numbers_that_start_anew_are_sections(items: Callable[[str], Items]) -> None:
    text = scan("1", PROSE, "2", PROSE, "3", PROSE, "1", PROSE, "2", PROSE)
    assert len(repair(items(text), "", None).items) == 10


def test_numbers_many_pages_apart_are_sections(items: Callable[[str], Items]) -> None:
    text = scan(*(line for number in "1234" for line in (number, *[PROSE] * 90)))
    assert kept(repair(items(text), "", None).items) == ["1", "2", "3", "4"]


def test_years_are_no_folios(items: Callable[[str], Items]) -> None:
    text = scan("1936", PROSE, "1937", PROSE, "1938", PROSE)
    assert kept(repair(items(text), "", None).items) == ["1936", "1937", "1938"]


def test_number_out_of_sequence_is_doubted(items: Callable[[str], Items]) -> None:
    done = repair(items(scan(PROSE, "7", PROSE, "8", PROSE, "3", PROSE, "9", PROSE, "10")), "", None)
    assert kept(done.items) == ["3"]
    assert [entry.before for entry in done.entries if entry.fate is Fate.DOUBT] == ["3"]


def test_title_of_the_book_beside_a_folio(items: Callable[[str], Items]) -> None:
    done = repair(items(scan(PROSE, "7", "水边", PROSE, "8", PROSE, "9", PROSE, "水边", PROSE)), "水边", None)
    assert kept(done.items) == ["水边"]
    assert [(entry.kind, entry.fate) for entry in done.entries if entry.before == "水边"] == [
        ("running-head", Fate.DROPPED),
        ("running-head", Fate.DOUBT),
    ]


def test_title_of_a_chapter_stays_and_its_repetitions_go(items: Callable[[str], Items]) -> None:
    text = scan("7", "第一章 钟", PROSE, "8", "第一章 钟", PROSE, "9", PROSE)
    assert kept(repair(items(text), "", None).items) == ["第一章 钟"]


def test_repetition_alone_takes_nothing_out(items: Callable[[str], Items]) -> None:
    text = scan(*["小结", PROSE] * 5, "7", PROSE, "8", PROSE, "9")
    assert kept(repair(items(text), "", None).items) == ["小结"] * 5
