"""Quotation marks take the shape of the variant; lost halves are named."""

import pytest
from hypothesis import given

from fuzi.model.block import Inlines, Paragraph
from fuzi.model.inline import Code, Emphasis, InlineFormula, LineBreak, NoteCall, Strong, Text
from fuzi.model.metadata import Metadata
from fuzi.model.walk import plain
from fuzi.transform.quotes import settled_text
from fuzi.variants import variant
from tests.transform.copies import (
    HAN_TEXT,
    HANS,
    HK,
    TW,
    book,
    chapter,
    convert,
    inlines,
    only_block,
    paragraph,
    place,
    run,
    settled,
)


def quoted(text: str, tag: str = TW) -> str:
    return settled_text(text, variant(tag).quotes)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“社区”丛书", "「社区」丛书"),
        ("他说：“她说‘好’。”", "他说：「她说『好』。」"),
        ("他说：“她说：‘他说“好”。’”", "他说：「她说：『他说「好」。』」"),
        ("他说“Hello”。", "他说「Hello」。"),
        ("“Hello”，他说", "「Hello」，他说"),
        ("he said “yes” and ‘no’", "he said “yes” and ‘no’"),
        (
            "参见 Smith, “The Rise of Community,” Journal, 1999；后同",
            "参见 Smith, “The Rise of Community,” Journal, 1999；后同",
        ),
        ("他说：“He said ‘no’ to me.”", "他说：「He said ‘no’ to me.」"),
        ("他说：“‘No,’ he said.”", "他说：「‘No,’ he said.」"),
        ("“don’t”是英语", "「don’t」是英语"),
        ("它是 the students’ books", "它是 the students’ books"),
        ("‘90s’的歌", "『90s』的歌"),
        ("’90s 的歌", "’90s 的歌"),
        ("长 5’10” 的板", "长 5’10” 的板"),
        ("“1949”年", "「1949」年"),
        ("“……”", "「……」"),
        ("“有头无尾", "「有头无尾"),
        ("“https://a.cn/x’y”里", "「https://a.cn/x’y」里"),
        ("「已经是」“这样”", "「已经是」「这样」"),
        ('"直的"', '"直的"'),
        ("没有", "没有"),
        ("", ""),
    ],
)
def test_to_traditional(before: str, after: str) -> None:
    assert quoted(before) == after
    assert quoted(before, HK) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他說：「她說『好』。」", "他說：“她說‘好’。”"),
        ("「Hello」", "“Hello”"),
        ("he said “yes” and it’s", "he said “yes” and it’s"),
    ],
)
def test_to_simplified(before: str, after: str) -> None:
    assert quoted(before, HANS) == after


def test_pairs_across_nodes() -> None:
    assert convert("他说“", Strong(run("头", "发"), place()), "”。") == "他說「頭髮」。"
    assert convert("“见", Code("“x”", place()), "”，") == "「見“x”」，"
    assert convert("他说“", Emphasis(run("Hel"), place()), "lo”。") == "他說「Hello」。"


def test_metadata_has_the_marks_of_the_variant() -> None:
    metadata = Metadata("“社区”丛书", isbn="978-7-201-05510-7", cip="“社区”", subjects=("“党”",))
    copy, _ = settled(book(chapter("c1", ""), metadata=metadata))
    assert copy.metadata["pdf"].title == "「社區」叢書"
    assert copy.metadata["pdf"].subjects == ("「黨」",)
    assert copy.metadata["pdf"].cip == "“社区”"


def found(*paragraphs: str, tag: str = HANS) -> list[tuple[str, str, str]]:
    _, diagnostics = settled(book(chapter("c1", "", *(paragraph(item) for item in paragraphs))), tag)
    return [(item.code.id, str(item.place), dict(item.facts)["mark"]) for item in diagnostics]


def test_a_mark_without_its_other_half_has_its_place() -> None:
    assert found("他说“好。") == [("T104", "text/a.md:1:3", "“")]
    assert found("他说好”。") == [("T105", "text/a.md:1:4", "”")]
    assert found("“他说‘好”。") == [("T104", "text/a.md:1:4", "‘")]


def test_a_quotation_of_several_paragraphs_is_in_order() -> None:
    assert found("他说：“第一段。", "“第二段。", "“第三段。”") == []
    assert found("“第一段，‘内。", "“第二段。”") == []
    assert [item[0] for item in found("“第一段。", "第二段。”")] == ["T104", "T105"]
    assert [item[0] for item in found("“第一段。")] == ["T104"]


def test_latin_apostrophes_are_no_fault() -> None:
    assert found("it’s the students’ book", "’90s", "5’10”") == []


def test_every_edition_says_the_same_of_a_fault() -> None:
    written = book(chapter("c1", "", paragraph("头发“好")))
    assert settled(written, HANS)[1] == settled(written, TW)[1] == settled(written, HK)[1]


@given(inlines())
def test_nothing_but_marks_changes(content: Inlines) -> None:
    copy, _ = settled(book(chapter("c1", "", Paragraph(content, place())), source=TW), HANS)
    changed = only_block(copy).content
    assert not set(_text_only(changed)) & set("「」『』")
    assert len(plain(changed)) == len(plain(content))


def _text_only(content: Inlines) -> str:
    parts = []
    for item in content:
        match item:
            case Text(text=text):
                parts.append(text)
            case Code() | NoteCall() | InlineFormula() | LineBreak():
                pass
            case _:
                parts.append(_text_only(getattr(item, "content", ())))
    return "".join(parts)


@given(HAN_TEXT)
def test_settled_marks_are_settled(text: str) -> None:
    assert quoted(quoted(text)) == quoted(text)


def test_thousands_of_lost_halves_are_read_at_once() -> None:
    assert len(found("“" * 20_000 + "’" * 20_000)) == 40_000
    assert quoted("“" * 20_000 + "”" * 20_000 + "后") == "「" * 20_000 + "」" * 20_000 + "后"
