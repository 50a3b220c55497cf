"""A run becomes one string and goes back into its nodes."""

from hypothesis import given

from fuzi.model.block import Inlines
from fuzi.model.inline import Code, Emphasis, Link, NoteCall, Strong, Text
from fuzi.transform.strand import BARRIER, Piece, rebuild, strand, texts
from tests.transform.copies import inlines, place, run


def test_text_is_joined_across_marks_lines_and_notes() -> None:
    whole = strand(run("头", Emphasis(run("发"), place()), NoteCall("1", place()), Strong(run("长"), place())))
    assert whole.text == "头发长"
    assert whole.cuts() == [0, 1, 2, 3]


def test_what_is_not_text_stands_between() -> None:
    assert strand(run("头", Code("x", place()), "发")).text == f"头{BARRIER}发"


def test_the_text_of_an_autolink_is_literal_and_that_of_another_link_is_not() -> None:
    auto = Link("https://a.cn/里", run("https://a.cn/里"), place())
    mail = Link("mailto:a@b.cn", run("a@b.cn"), place())
    other = Link("https://a.cn/里", run("里面"), place())
    assert strand(run("见", auto, mail, other)).literal == ((1, 15), (15, 21))


def test_places_point_at_the_character() -> None:
    whole = strand((Text("头\u200b发", place(3, 5)), Text("长", place(4, 1))))
    assert [str(whole.place_at(at)) for at in range(3)] == ["text/a.md:3:5", "text/a.md:3:7", "text/a.md:4:1"]


def test_a_piece_of_equal_length_is_cut_where_the_nodes_meet() -> None:
    whole = strand(run("一二", "三", Code("x", place()), "四"))
    assert texts(whole, [Piece(whole.text, f"甲乙丙{BARRIER}丁")]) == ["甲乙", "丙", "丁"]


def test_a_piece_of_another_length_goes_to_the_node_where_it_begins() -> None:
    whole = strand(run("一二", "三四"))
    assert texts(whole, [Piece("一", "甲"), Piece("二三", "乙乙乙", term=True), Piece("四", "丁")]) == [
        "甲乙乙乙",
        "丁",
    ]


def test_characters_without_width_go_back_to_their_places() -> None:
    whole = strand(run("\ufeff头\u200b发\ufe0f"))
    assert whole.text == "头发"
    assert texts(whole, [Piece("头发", "頭髮")]) == ["\ufeff頭\u200b髮\ufe0f"]


def test_an_unchanged_node_is_the_same_node() -> None:
    node = Text("甲", place())
    assert rebuild((node,), iter(["甲"]), str)[0] is node


@given(inlines())
def test_taken_apart_and_put_back_a_run_is_the_same(content: Inlines) -> None:
    whole = strand(content)
    assert rebuild(content, iter(texts(whole, [Piece(whole.text, whole.text)])), str) == content


@given(inlines())
def test_cut_anywhere_the_nodes_get_their_own_characters(content: Inlines) -> None:
    whole = strand(content)
    letters = [Piece(character, character) for character in whole.text]
    assert texts(whole, letters) == texts(whole, [Piece(whole.text, whole.text)])
