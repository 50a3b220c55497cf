"""Readings above characters: those that the editor wrote, in the spelling of the variant, and those that fuzi makes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fuzi.model.block import Inlines, Letter, LetterKind, List, ListItem, Paragraph, Pinyin, PinyinScope
from fuzi.model.book import Book, Note, SettledReading, Typesetting
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Inline, Mark, MarkKind, NoteCall, Ruby, Strong, Text
from fuzi.model.report import Outcome
from fuzi.model.walk import plain
from fuzi.transform import transform
from fuzi.variants import variant
from tests.transform.copies import HANS, TW, book, chapter, heading, paragraph, place, run, table, text


def ruby(base: str, *readings: str) -> Ruby:
    return Ruby((text(base),), tuple(map(text, readings)), place())


def made(asked: Book, tag: str = HANS) -> Outcome[FairCopy]:
    return transform(asked, variant(tag), ("pdf",))


def shown(run: Inlines) -> str:
    """Text as it is, readings in braces."""
    return "".join(map(_shown, run))


def _shown(item: Inline) -> str:
    match item:
        case Ruby(content=content, readings=readings):
            return f"{{{plain(content)}|{' '.join(reading.text for reading in readings)}}}"
        case Text(text=words):
            return words
        case NoteCall():
            return "¹"
        case _:
            inner: Any = item
            return f"<{shown(inner.content)}>"


def only(outcome: Outcome[FairCopy]) -> str:
    (only_chapter,) = outcome.value.chapters()
    (block,) = only_chapter.blocks
    assert isinstance(block, Paragraph)
    return shown(block.content)


def codes(outcome: Outcome[FairCopy]) -> list[str]:
    return [item.code.id for item in outcome.report.diagnostics]


def with_settings(asked: Book, **settings: Any) -> Book:
    return replace(asked, settings=replace(asked.settings, **settings))


@pytest.mark.parametrize("reading", ["fù zǐ", "fu4 zi3", "fùzǐ", "ㄈㄨˋ ㄗˇ", "Fù Zǐ"])
def test_every_spelling_gives_one_syllable_for_each_character(reading: str) -> None:
    asked = book(chapter("c", "章", paragraph("把书", ruby("付梓", *reading.split()), "了")))
    assert only(made(asked)) == "把书{付梓|fù zǐ}了"
    assert only(made(asked, TW)) == "把書{付梓|ㄈㄨˋ ㄗˇ}了"


def test_the_spelling_can_be_asked_for() -> None:
    asked = book(chapter("c", "章", paragraph(ruby("付梓", "fù", "zǐ"))))
    zhuyin = with_settings(asked, typesetting=Typesetting(readings="zhuyin"))
    pinyin = with_settings(asked, typesetting=Typesetting(readings="pinyin"))
    assert (only(made(zhuyin)), only(made(pinyin, TW))) == ("{付梓|ㄈㄨˋ ㄗˇ}", "{付梓|fù zǐ}")


@pytest.mark.parametrize("reading", ["Peking", "the Great Wall", "はせがわ"])
def test_what_is_no_mandarin_stays_as_it_is(reading: str) -> None:
    asked = book(chapter("c", "章", paragraph(Strong((ruby("长城", reading),), place()))))
    for tag in (HANS, TW):
        outcome = made(asked, tag)
        assert only(outcome).endswith(f"|{reading}}}>")
        assert "T108" not in codes(outcome)


def test_what_is_meant_as_mandarin_and_is_none_is_named() -> None:
    outcome = made(book(chapter("c", "章", paragraph(ruby("付梓", "fu4", "zzi3")))))
    assert only(outcome) == "{付梓|fu4 zzi3}"
    assert codes(outcome) == ["T108"]


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        (["fu44"], ["fu44"]),
        (["cuoo"], ["cuoo"]),
        (["zij"], ["zij"]),
        (["fuù", "hǎo3"], ["fuù", "hǎo3"]),
        (["cwuo", *["fù"] * 5], ["cwuo"]),
        (["cwuo", "fù"], []),
        (["rain", "moon", "hill"], []),
        (["hill", "Peking", "fu", "kʰàt"], []),
    ],
)
def test_slips_are_told_and_foreign_words_are_not(readings: list[str], told: list[str]) -> None:
    outcome = made(book(chapter("c", "章", paragraph(*(ruby("付", reading) for reading in readings)))))
    assert [dict(item.facts)["reading"] for item in outcome.report.diagnostics if item.code.id == "T108"] == told


def test_readings_in_small_type_follow_their_characters_in_brackets() -> None:
    note = Mark(MarkKind.WARICHU, (text("乐，音"), ruby("洛", "luo4"), text("。")), place())
    side = Mark(MarkKind.SIDE, (ruby("付梓", "fù", "zǐ"),), place())
    asked = book(chapter("c", "章", paragraph("学而", note, Strong((ruby("时", "shí"), side), place()))))
    assert only(made(asked)) == "学而<乐，音洛（luò）。><{时|shí}<付梓（fù zǐ）>>"
    assert only(made(asked, TW)) == "學而<樂，音洛（ㄌㄨㄛˋ）。><{時|ㄕˊ}<付梓（ㄈㄨˋ ㄗˇ）>>"


def test_readings_in_the_marks_of_small_type_follow_their_characters_too() -> None:
    name = Mark(MarkKind.NAME, (ruby("朱", "zhū"), text("熹")), place())
    title = Mark(MarkKind.TITLE, (Mark(MarkKind.NAME, (ruby("礼", "lǐ"),), place()), text("记")), place())
    note = Mark(MarkKind.WARICHU, (name, text("说"), title), place())
    asked = book(
        chapter("c", "章", paragraph("学而", note)),
    )
    assert only(made(asked)) == "学而<<朱（zhū）熹>说<<礼（lǐ）>记>>"
    assert only(made(asked, TW)) == "學而<<朱（ㄓㄨ）熹>說<<禮（ㄌㄧˇ）>記>>"


def test_the_base_is_converted_in_its_sentence() -> None:
    asked = book(chapter("c", "章", paragraph("头", ruby("发", "fà"), "很长")))
    assert only(made(asked, TW)) == "頭{髮|ㄈㄚˋ}很長"


def test_every_character_is_read_and_marks_go_without() -> None:
    asked = with_settings(
        book(chapter("c", "章", paragraph("小河，", Strong(run("流水"), place()), "2条。"))), pinyin="all"
    )
    assert only(made(asked)) == "{小河|xiǎo hé}，<{流水|liú shuǐ}>2{条|tiáo}。"
    assert only(made(asked, TW)) == "{小河|ㄒㄧㄠˇ ㄏㄜˊ}，<{流水|ㄌㄧㄡˊ ㄕㄨㄟˇ}>2{條|ㄊㄧㄠˊ}。"


def test_readings_that_are_there_stay_and_small_type_has_none() -> None:
    note = Note("1", 1, (paragraph("注文"),), place())
    written = paragraph(ruby("小", "Tiny"), Mark(MarkKind.WARICHU, run("夹注"), place()), NoteCall("1", place()), "水")
    asked = with_settings(book(chapter("c", "章", written, table("t", "题"), notes=(note,))), pinyin="all")
    (found,) = made(asked).value.chapters()
    assert shown(found.blocks[0].content) == "{小|Tiny}<夹注>¹{水|shuǐ}"  # type: ignore[union-attr]
    assert "{" not in shown(found.blocks[1].caption)  # type: ignore[union-attr]
    assert "{" not in shown(found.notes[0].blocks[0].content)  # type: ignore[union-attr]
    assert shown(found.title) == "{章|zhāng}"


def test_only_rare_characters_are_read_and_only_the_first_time_in_a_chapter() -> None:
    first = chapter("a", "甲", paragraph("饕餮是怪兽，饕餮很贪吃"))
    second = chapter("b", "乙", paragraph("又见饕餮"))
    asked = with_settings(book(first, second), pinyin="rare")
    found = [shown(item.blocks[0].content) for item in made(asked).value.chapters()]  # type: ignore[union-attr]
    assert found == ["{饕餮|tāo tiè}是怪兽，饕餮很贪吃", "又见{饕餮|tāo tiè}"]


def test_what_the_book_has_settled_counts() -> None:
    asked = with_settings(book(chapter("c", "章", paragraph("重重大山"))), pinyin="all")
    settled = replace(asked, readings=(SettledReading("重重", ("chóng", "chóng"), place()),))
    assert only(made(settled)) == "{重重大山|chóng chóng dà shān}"
    assert not codes(made(settled))


def test_doubtful_readings_are_named_with_place_and_choice() -> None:
    asked = with_settings(book(chapter("c", "章", paragraph("他数了一遍，又数一遍"))), pinyin="all")
    outcome = made(asked)
    doubts = [item for item in outcome.report.diagnostics if item.code.id == "T109"]
    assert doubts
    assert all("数" in item.message("zh") and "sh" in item.message("zh") for item in doubts)
    assert doubts[0].place == place(1, 2)


def test_doubts_of_one_kind_are_told_once_with_their_number() -> None:
    asked = with_settings(
        book(chapter("c", "章", paragraph("阿满来了"), paragraph("阿满走了"), paragraph("阿满"))), pinyin="all"
    )
    (doubt,) = (item for item in made(asked).report.diagnostics if item.code.id == "T109")
    assert "另有 2 处" in doubt.message("zh")
    assert "2 more places" in doubt.message("en")
    assert len([item for item in made(asked).value.decisions if item.doubtful]) == 3


def test_a_character_that_nobody_can_read_is_named_and_stays() -> None:
    asked = with_settings(book(chapter("c", "章", paragraph("这个\U00030000字"))), pinyin="all")
    outcome = made(asked)
    assert "T111" in codes(outcome)
    assert "\U00030000" in only(outcome)


def test_nothing_is_read_unless_it_is_asked_for() -> None:
    asked = book(chapter("c", "章", heading("节", "s"), paragraph("饕餮")))
    assert "{" not in "".join(shown(block.content) for item in made(asked).value.chapters() for block in item.blocks)  # type: ignore[union-attr]


def test_a_block_may_ask_for_other_readings_than_the_book() -> None:
    loud = Pinyin(PinyinScope.ALL, (paragraph("小河"), table("t", "题")), place())
    quiet = Pinyin(PinyinScope.NONE, (paragraph("小河"),), place())
    rare = Pinyin(PinyinScope.RARE, (paragraph("饕餮来"), quiet), place())
    asked = book(chapter("c", "章", paragraph("小河"), loud, rare))
    (found,) = made(asked).value.chapters()
    texts = [shown(block.content) for block in found.blocks if isinstance(block, Paragraph)]
    assert texts == ["小河", "{小河|xiǎo hé}", "{饕餮|tāo tiè}来", "小河"]
    assert shown(found.title) == "章"
    (read,) = made(with_settings(asked, pinyin="all")).value.chapters()
    texts = [shown(block.content) for block in read.blocks if isinstance(block, Paragraph)]
    assert texts == ["{小河|xiǎo hé}", "{小河|xiǎo hé}", "{饕餮|tāo tiè}来", "小河"]
    assert [type(block).__name__ for block in read.blocks] == [
        "Paragraph",
        "Paragraph",
        "Table",
        "Paragraph",
        "Paragraph",
    ]


def test_blocks_that_ask_for_readings_are_put_away_wherever_they_stand() -> None:
    loud = Pinyin(PinyinScope.ALL, (paragraph("小河"),), place())
    item = List(False, (ListItem((loud,), place()),), place())
    letter = Letter(LetterKind.LETTER, (), (), (), (item, loud), place())
    (found,) = made(book(chapter("c", "章", letter))).value.chapters()
    (kept,) = found.blocks
    assert isinstance(kept, Letter)
    inner, last = kept.blocks
    assert isinstance(inner, List)
    assert isinstance(inner.items[0].blocks[0], Paragraph)
    assert isinstance(last, Paragraph)
    assert shown(last.content) == "{小河|xiǎo hé}"


def test_every_choice_between_readings_is_on_record() -> None:
    asked = with_settings(book(chapter("c", "章", paragraph("小河长，他数了一遍"))), pinyin="all")
    decisions = {item.source: item for item in made(asked).value.decisions}
    assert set(decisions) >= {"长", "数"}
    assert "小" not in decisions
    assert (decisions["长"].kind, decisions["长"].result, decisions["长"].place) == ("reading", "cháng", place(1, 3))
    assert "zhǎng" in decisions["长"].others
    assert "小河长" in decisions["长"].context
    assert all(item.doubtful == (item.confidence < 0.8) for item in decisions.values())
