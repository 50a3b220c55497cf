"""The gate sees a passage that is missing, moved or changed, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from fuzi.check.conservation import compare, letters
from fuzi.model.block import Paragraph, Table, TableCell
from fuzi.model.book import Chapter, Kind, Note, Settings
from fuzi.model.edition import Quotes, Variant
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Mark, MarkKind, NoteCall, Text
from fuzi.model.metadata import Metadata
from fuzi.model.product import SectionText
from fuzi.model.source import Place

PLACE = Place("text/01.md", 3, 1)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LABELS = {"note_see": "见第{page}页注{mark}", "note_see_here": "见本页注{mark}"}
PLAIN = Variant("zh-Hans", "", {}, {}, Quotes(("“", "”"), ("‘", "’")), LABELS, {})


def copy_of(paragraphs: list[str], notes: list[str]) -> FairCopy:
    blocks = tuple(Paragraph((Text(text, PLACE), NoteCall("1", PLACE)), PLACE) for text in paragraphs)
    made = tuple(Note(str(n), n, (Paragraph((Text(text, PLACE),), PLACE),), PLACE) for n, text in enumerate(notes, 1))
    chapter = Chapter("c1", Kind.CHAPTER, (Text("第一章", PLACE),), (), blocks, made, PLACE)
    return FairCopy(PLAIN, Settings("x"), MappingProxyType({"pdf": Metadata("x")}), (), (chapter,), (), (), ())


def test_everything_there_is_no_message() -> None:
    reading = SectionText("c1", "第一章\n甲乙丙，①丁戊 己。②", "①注文在此")
    assert not compare(copy_of(["甲乙丙", "丁戊己"], ["注文在此"]), [reading], "e").diagnostics


def test_a_missing_passage_is_named_with_its_place() -> None:
    reading = SectionText("c1", "第一章甲乙丙①", "①注文在此")
    report = compare(copy_of(["甲乙丙", "丁戊己"], ["注文在此"]), [reading], "e")
    assert [(item.code.id, item.place) for item in report.diagnostics] == [("C101", PLACE)]
    assert "丁戊己" in report.diagnostics[0].message("zh")


def table_of(rows: list[tuple[str, ...]]) -> FairCopy:
    cells = tuple(tuple(TableCell((Text(text, PLACE),), PLACE) for text in row) for row in rows)
    table = Table((), cells, (), (), "", PLACE)
    copy = copy_of([], [])
    (chapter,) = copy.chapters()
    after = Paragraph((Text("表后的话在这里", PLACE),), PLACE)
    return replace(copy, body=(replace(chapter, blocks=(table, after)),))


def test_a_row_that_is_divided_between_pages_is_there_with_its_head_repeated() -> None:
    first, second = "天地玄黄宇宙洪荒" * 20, "日月盈昃辰宿列张" * 20
    printed = f"第一章甲{first[:90]}{second[:50]}表头{first[90:]}{second[50:]}乙表后的话在这里"
    copy = table_of([("甲", first, second), ("乙",)])
    assert not compare(copy, [SectionText("c1", printed, "")], "e").diagnostics
    for lost in (printed.replace(first[90:], first[95:]), printed.replace(second[:50], ""), printed.replace("乙", "")):
        assert compare(copy, [SectionText("c1", lost, "")], "e").failed


def test_lam_and_alef_may_come_back_in_either_order() -> None:
    copy = copy_of(["سلام الأول"], [])
    assert not compare(copy, [SectionText("c1", "第一章 سالم ألاول", "")], "e").failed
    assert compare(copy, [SectionText("c1", "第一章 سلم الأول", "")], "e").failed


def test_a_lost_note_is_seen() -> None:
    report = compare(copy_of(["甲乙丙"], ["注文在此"]), [SectionText("c1", "第一章甲乙丙①", "")], "e")
    assert [item.code.id for item in report.diagnostics] == ["C101"]


def test_notes_that_only_say_where_another_is_are_not_in_the_way() -> None:
    sent = "".join(f"②见第{page}页注①。" for page in range(1, 40)) + "③见本页注㊿。④见第iv页注51。"
    reading = SectionText("c1", "第一章甲乙丙①", f"①注文在此。{sent}⑤见第3页注①的话")
    assert not compare(copy_of(["甲乙丙"], ["注文在此", "见第3页注①的话"]), [reading], "e").diagnostics
    assert compare(copy_of(["甲乙丙"], ["注文在此", "另一条注"]), [reading], "e").failed


def test_a_note_on_a_note_may_follow_it_or_come_last() -> None:
    outer = (Text("外层", PLACE), NoteCall("3", PLACE), Text("再说", PLACE))
    copy = copy_of(["甲乙丙"], ["外层再说", "第二条", "里层"])
    (chapter,) = copy.body
    assert isinstance(chapter, Chapter)
    notes = (replace(chapter.notes[0], blocks=(Paragraph(outer, PLACE),)), *chapter.notes[1:])
    copy = replace(copy, body=(replace(chapter, notes=notes),))
    for printed in ("①外层②再说②里层③第二条", "①外层③再说②第二条③里层"):
        assert not compare(copy, [SectionText("c1", "第一章甲乙丙①", printed)], "e").diagnostics
    assert compare(copy, [SectionText("c1", "第一章甲乙丙①", "①外层②再说③第二条")], "e").failed


def test_a_lost_chapter_is_seen() -> None:
    report = compare(copy_of(["甲"], []), [SectionText("c2", "甲", "")], "e")
    assert [item.code.id for item in report.diagnostics] == ["C102"]


def test_changed_order_is_seen() -> None:
    reading = SectionText("c1", "第一章" + "丁戊己①甲乙丙②", "")
    assert compare(copy_of(["甲乙丙", "丁戊己"], []), [reading], "e").failed


@given(st.lists(st.text("甲乙丙丁戊己abc123", min_size=1, max_size=40), min_size=1, max_size=8), st.data())
def test_one_dropped_character_is_always_seen(paragraphs: list[str], data: st.DataObject) -> None:
    """Drop one character of a text whose every paragraph ends in a mark of its own."""
    marked = [f"{text}终{number}章" for number, text in enumerate(paragraphs)]
    whole = "第一章" + "".join(marked)
    assert not compare(copy_of(marked, []), [SectionText("c1", whole, "")], "e").diagnostics
    at = data.draw(st.integers(0, len(whole) - 1))
    assert compare(copy_of(marked, []), [SectionText("c1", whole[:at] + whole[at + 1 :], "")], "e").failed


def test_letters_drops_only_marks_and_space() -> None:
    assert letters("“付梓” fuzi—2026。") == "付梓fuzi2026"


def test_notes_at_the_side_are_looked_for_by_themselves_in_any_order() -> None:
    sides = [Mark(MarkKind.SIDE, (Text(text, PLACE),), PLACE) for text in ("旁注甲", "旁注")]
    copy = copy_of([], [])
    (chapter,) = copy.chapters()
    block = Paragraph((Text("甲乙", PLACE), sides[0], Text("丙", PLACE), sides[1]), PLACE)
    copy = replace(copy, body=(replace(chapter, blocks=(block,)),))
    assert not compare(copy, [SectionText("c1", "第一章甲乙丙", "", "旁注 旁注甲")], "e").diagnostics
    assert compare(copy, [SectionText("c1", "第一章甲乙丙", "", "旁注甲")], "e").failed
    assert compare(copy, [SectionText("c1", "第一章甲乙旁注甲丙旁注", "")], "e").failed
