"""Figures and tables with captions are numbered in reading order."""

import pytest

from fuzi.model.block import Document, Figure, List, ListItem, Quote, Table
from fuzi.model.book import Note
from fuzi.model.fair_copy import FairCopy
from fuzi.model.walk import blocks_in
from tests.transform.copies import HANS, TW, book, chapter, codes, figure, paragraph, part, place, run, settled, table


def labels(copy: FairCopy) -> list[str]:
    return [
        block.label
        for each in copy.chapters()
        for block in (*blocks_in(each.blocks), *(inner for note in each.notes for inner in blocks_in(note.blocks)))
        if isinstance(block, Figure | Table)
    ]


BODY = (
    chapter("c1", "一", figure("f1", "甲"), table("t1", "乙"), figure("f2", "")),
    part(
        "p1", "篇", chapter("c2", "二", figure("f3", "丙")), chapter("c3", "三", figure("f4", "丁"), table("t2", "戊"))
    ),
)


def test_through_the_book() -> None:
    copy, found = settled(book(*BODY), HANS)
    assert labels(copy) == ["图 1", "表 1", "", "图 2", "图 3", "表 2"]
    assert not found


def test_in_the_words_of_the_variant() -> None:
    assert labels(settled(book(*BODY), TW)[0])[:2] == ["圖 1", "表 1"]


def test_by_chapter_through_all_parts() -> None:
    copy, _ = settled(book(*BODY, numbering="chapter"), HANS)
    assert labels(copy) == ["图 1-1", "表 1-1", "", "图 2-1", "图 3-1", "表 3-1"]


def test_not_at_all() -> None:
    assert set(labels(settled(book(*BODY, numbering="none"), HANS)[0])) == {""}


def test_front_and_back_matter_have_no_chapter_number() -> None:
    front, back = chapter("a", "序", figure("f1", "甲")), chapter("z", "后记", figure("f2", "乙"))
    copy, _ = settled(book(*BODY, front=(front,), back=(back,), numbering="chapter"), HANS)
    assert (labels(copy)[0], labels(copy)[-1]) == ("图 1", "图 2")


def test_those_inside_other_blocks_and_notes_count_too() -> None:
    quote = Quote((figure("f1", "甲"),), place())
    listed = List(False, (ListItem((figure("f2", "乙"),), place()),), place())
    document = Document(run("文"), (), (table("t1", "丙"), figure("f3", "丁")), "d", place())
    note = Note("1", 1, (figure("f4", "戊"),), place())
    copy, _ = settled(book(chapter("c1", "一", quote, listed, document, notes=(note,))), HANS)
    assert labels(copy) == ["图 1", "图 2", "表 1", "图 3", "图 4"]


def test_the_page_of_a_part_is_counted() -> None:
    copy, _ = settled(
        book(part("p1", "篇", chapter("c1", "一", figure("f2", "乙")), introduction=(figure("f1", "甲"),))), HANS
    )
    assert labels(copy) == ["图 2"]


@pytest.mark.parametrize(
    "caption", ["图1 天津", "图 2-1　天津", "表三 人口", "圖３：甲", "附表1 甲", "Figure 2. X", "图1天津"]
)
def test_a_caption_with_a_number_of_its_own_gets_no_second_one(caption: str) -> None:
    copy, found = settled(book(chapter("c1", "一", figure("f1", caption), figure("f2", "甲"))), HANS)
    assert labels(copy) == ["", "图 1"]
    assert codes(found) == ["T106"]


@pytest.mark.parametrize(
    "caption", ["图书馆", "表一个样", "图一九四九年的天津", "图2007年的天津", "表面", "Tables of old"]
)
def test_a_caption_that_only_looks_like_it_is_numbered(caption: str) -> None:
    copy, found = settled(book(chapter("c1", "一", figure("f1", caption))), HANS)
    assert labels(copy) == ["图 1"]
    assert not found


def test_nothing_but_labels_changes() -> None:
    before = book(chapter("c1", "一", paragraph("甲"), figure("f1", "")))
    assert settled(before, HANS)[0].body == before.body
