"""The table of contents follows the parts, chapters and sections of the settled text."""

from fuzi.model.block import Document, Quote
from fuzi.model.book import Chapter, Kind
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Emphasis, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.walk import note_calls, plain
from fuzi.transform.contents import entry_text
from tests.transform.copies import HANS, TW, book, chapter, heading, paragraph, part, place, run, settled


def listed(copy: FairCopy) -> list[tuple[int, str, str, bool]]:
    return [(item.level, plain(item.title), item.target, item.paged) for item in copy.contents]


BODY = (
    chapter("c1", "总论", heading("一、缘起", "s1"), heading("（一）细目", "s2", 3)),
    part("p1", "和平篇", chapter("c2", "社区党建工作"), chapter("c3", "创建特色楼门", subtitle="——纪实")),
)
FRONT = (chapter("a", "序言", kind=Kind.PREFACE), chapter("b", "", paragraph("献给"), kind=Kind.DEDICATION))
BACK = (chapter("z", "后记", kind=Kind.AFTERWORD),)


def test_parts_chapters_front_and_back_matter() -> None:
    copy, _ = settled(book(*BODY, front=FRONT, back=BACK), TW)
    assert listed(copy) == [
        (0, "序言", "a", True),
        (1, "總論", "c1", True),
        (0, "和平篇", "p1", False),
        (1, "社區黨建工作", "c2", True),
        (1, "創建特色樓門", "c3", True),
        (0, "後記", "z", True),
    ]
    assert plain(copy.contents[4].subtitle) == "——紀實"


def test_depth_counts_levels_below_the_part() -> None:
    assert [item[0] for item in listed(settled(book(*BODY, depth=0))[0])] == [0]
    assert [item[2] for item in listed(settled(book(*BODY, depth=2))[0])][:2] == ["c1", "s1"]
    assert listed(settled(book(*BODY, depth=3), HANS)[0])[:3] == [
        (1, "总论", "c1", True),
        (2, "一、缘起", "s1", True),
        (3, "（一）细目", "s2", True),
    ]


def test_a_part_with_one_chapter_of_the_same_title_is_one_paged_entry() -> None:
    copy, _ = settled(
        book(part("p1", "总　论", chapter("c1", "总论", heading("一", "s1")), subtitle="——副题"), depth=2)
    )
    assert listed(copy) == [(0, "總論", "c1", True), (2, "一", "s1", True)]
    assert plain(copy.contents[0].subtitle) == "——副題"


def test_a_part_without_chapters_is_listed() -> None:
    assert listed(settled(book(part("p1", "和平篇")))[0]) == [(0, "和平篇", "p1", False)]


def test_reprinted_documents_are_listed_with_the_sections_and_quoted_headings_are_not() -> None:
    document = Document(run("报告"), (), (heading("一、办法", "s2"),), "d1", place())
    quote = Quote((heading("引文题", "q1"),), place())
    body = chapter("c1", "总论", heading("甲", "s1"), quote, document)
    assert [(item[0], item[2]) for item in listed(settled(book(body, depth=3))[0])] == [
        (1, "c1"),
        (2, "s1"),
        (2, "d1"),
        (3, "s2"),
    ]
    assert [item[2] for item in listed(settled(book(body, depth=1))[0])] == ["c1"]


def test_titles_lose_notes_formulas_and_links_and_keep_emphasis() -> None:
    title = run(
        "论",
        Strong(run("社区", NoteCall("1", place())), place()),
        InlineFormula("x^2", place()),
        Link("#a", run("党建", Emphasis(run("工作"), place())), place()),
        NoteCall("2", place()),
        LineBreak(place()),
        "纪实",
    )
    entry = entry_text(title)
    assert plain(entry) == "论社区党建工作 纪实"
    assert not list(note_calls(entry))
    assert entry[1] == Strong(run("社区"), place())
    assert not any(isinstance(item, Link) for item in entry)
    assert isinstance(entry[-2], Text)


def test_a_note_in_a_title_stays_in_the_chapter() -> None:
    noted = Chapter("c1", Kind.CHAPTER, run("总论", NoteCall("1", place())), (), (), (), place())
    copy, _ = settled(book(noted))
    assert list(note_calls(copy.contents[0].title)) == []
    assert len(list(note_calls(next(copy.chapters()).title))) == 1
