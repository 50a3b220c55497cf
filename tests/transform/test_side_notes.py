"""Notes at the side on the way of the text: runs of their own, no part of the text around them."""

from __future__ import annotations

from dataclasses import replace

from fuzi.model.inline import Mark, MarkKind, Ruby, Strong, Text
from fuzi.model.walk import plain, side_notes
from fuzi.transform.contents import entry_text
from tests.transform.copies import TW, book, chapter, only_block, paragraph, place, run, settled, term


def side(*items: object) -> Mark:
    return Mark(MarkKind.SIDE, run(*items), place())


def test_it_is_no_part_of_the_plain_text_nor_of_an_entry_in_the_contents() -> None:
    title = run("桥东", side("旁注"), Strong(run("书", side("又注"), "局"), place()))
    assert plain(title) == "桥东书局"
    assert not list(side_notes(entry_text(title)))
    assert [plain(mark.content) for mark in side_notes(title)] == ["旁注", "又注"]


def test_it_is_converted_by_itself_and_tears_no_word_around_it() -> None:
    copy, found = settled(
        book(
            chapter("c", "章", paragraph("皇", side("“头发”"), "后头发", Strong(run("头", side("面"), "发"), place())))
        )
    )
    content = only_block(copy).content
    assert not found
    assert plain(content) == "皇后頭髮頭髮"
    assert [plain(mark.content) for mark in side_notes(content)] == ["「頭髮」", "面"]


def test_no_word_reaches_across_its_borders() -> None:
    copy, _ = settled(book(chapter("c", "章", paragraph("头", side("发展"), "顶"))))
    assert [plain(mark.content) for mark in side_notes(only_block(copy).content)] == ["發展"]


def test_a_term_of_another_length_counts_in_it() -> None:
    terms = [term("信息", target="資訊科技")]
    copy, found = settled(book(chapter("c", "章", paragraph("文", side("信息"))), terms=terms))
    assert not found
    assert [plain(mark.content) for mark in side_notes(only_block(copy).content)] == ["資訊科技"]


def test_no_readings_stand_above_it() -> None:
    asked = book(chapter("c", "章", paragraph("小", side("旁注"), "河")))
    asked = replace(asked, settings=replace(asked.settings, pinyin="all"))
    copy, _ = settled(asked, TW)
    (mark,) = side_notes(only_block(copy).content)
    assert [type(item) for item in only_block(copy).content] == [Ruby, Mark, Ruby]
    assert [type(item) for item in mark.content] == [Text]
