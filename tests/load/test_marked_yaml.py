"""Every scalar stays a string, everything has its place, and what YAML can do beyond that is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.load.marked_yaml import DEEPEST, LARGEST, parse
from fuzi.model.source import Place
from tests.load.folders import marked, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("isbn: 0306406152", "0306406152"),
        ("isbn: 0x1F", "0x1F"),
        ("lang: no", "no"),
        ("date: 2007-06-01", "2007-06-01"),
        ("price: 25.00", "25.00"),
        ("time: 12:30:45", "12:30:45"),
        ("empty: ", ""),
        ("empty: ~", "~"),
        ("quoted: '0306406152'", "0306406152"),
        ("infinite: .inf", ".inf"),
    ],
)
def test_scalars_stay_strings(text: str, value: str) -> None:
    tree = marked(text).tree
    assert isinstance(tree, dict)
    assert list(tree.values()) == [value]


def test_places_of_keys_and_values() -> None:
    tree = marked("title: 甲\npublisher:\n  name: 乙\nnames: [丙, 丁]\n")
    assert tree.keys[("title",)] == Place("book.yaml", 1, 1)
    assert tree.values[("title",)] == Place("book.yaml", 1, 8)
    assert tree.keys[("publisher", "name")] == Place("book.yaml", 3, 3)
    assert tree.values[("publisher", "name")] == Place("book.yaml", 3, 9)
    assert tree.values[("names", 1)] == Place("book.yaml", 4, 12)
    assert tree.place(("publisher", "nothing")) == tree.values[("publisher",)]
    assert tree.at("publisher").place(("name",)) == Place("book.yaml", 3, 9)


def test_columns_count_characters_beyond_the_first_plane() -> None:
    assert marked("{𠮷: 甲, b: 乙}").keys[("b",)] == Place("book.yaml", 1, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: 2\n", ["Y104 book.yaml:1:4"]),
        ("a: &x [1]\nb: *x\n", ["Y104 book.yaml:1:4", "Y104 book.yaml:2:4"]),
        ("a: 1\nb: 2\na: 3\n", ["Y106 book.yaml:3:1"]),
        ("p: {a: 1, a: 2}", ["Y106 book.yaml:1:11"]),
        ("a: !!python/object:os.system x", ["Y105 book.yaml:1:4"]),
        ("a: !x 1", ["Y105 book.yaml:1:4"]),
        ("a: 1\n---\nb: 2\n", ["Y107 book.yaml:2:1"]),
        ("? [a]\n: 1\nb: 2\n", ["Y110 book.yaml:1:3"]),
        ("? {a: 1, a: 2}\n: {c: 1}\nb: 2\n", ["Y110 book.yaml:1:3"]),
        ("", ["Y102 book.yaml:1:1"]),
        ("# nothing\n", ["Y102 book.yaml:1:1"]),
        ('a: "x\\0y"', ["L130 book.yaml:1:4"]),
        ('a: "x\\u202ey"', ["L130 book.yaml:1:4"]),
        ('a: "x\\uD800y"', ["L130 book.yaml:1:4"]),
        ("[" * (DEEPEST + 1), [f"Y109 book.yaml:1:{DEEPEST + 1}"]),
        ("a: " + "x" * LARGEST, ["Y108 book.yaml"]),
    ],
)
def test_refused(text: str, expected: list[str]) -> None:
    assert said(parse(text, "book.yaml")[1]) == expected


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True)
    )
    _, found = parse(bomb, "book.yaml")
    assert {item.code.id for item in found} == {"Y104"}


def test_the_value_of_a_key_that_is_none_goes_nowhere() -> None:
    tree, _ = parse("? [a]\n: {x: 1}\nb: 2\n", "book.yaml")
    assert tree is not None
    assert tree.tree == {"b": "2"}
    assert set(tree.values) == {(), ("b",)}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a:\n\tb: 1", "book.yaml:2:1", "Tab"),
        ("title: 甲: 乙", "book.yaml:1:9", "冒号"),
        ("a: 1\ntitle：甲\nb: 2", "book.yaml:2:6", "全角冒号"),
        ("title:甲\nb: 2\n", "book.yaml:1:7", "缺一个空格"),
        ("a: [1, 2\nb: 3", "book.yaml:1:4", "括号"),
        ("a: 'x\nb: 1\n", "book.yaml:1:4", "引号"),
        ("a: @x", "book.yaml:1:4", "开头"),
        ("a:\n  - x\n - y\n", "book.yaml:3:2", "缩进"),
        ('a: "甲" 乙\n', "book.yaml:1:8", "引号后面"),
        ("a: 1\n...\nb", "book.yaml:3:1", "文档结束"),
        ("a: |x\n  b", "book.yaml:1:5", "后面不能有"),
        ('a: "\\q"', "book.yaml:1:6", "反斜杠"),
    ],
)
def test_syntax_errors_in_plain_words(text: str, place: str, words: str) -> None:
    tree, found = parse(text, "book.yaml")
    assert tree is None
    assert said(found) == [f"Y101 {place}"]
    assert words in found[0].message("zh") + found[0].hint("zh")
    assert "while scanning" not in found[0].message("en")


def test_folded_chinese_has_no_spaces() -> None:
    tree = marked("a: 甲乙\n  丙丁 abc\n  def\nb: >\n  甲“乙”\n  丙\n\n  丁 戊\nc: |\n  甲\n   乙\n\n").tree
    assert tree == {"a": "甲乙丙丁 abc def", "b": "甲“乙”丙\n丁 戊", "c": "甲\n 乙"}


@given(st.text(max_size=60))
def test_any_text_gives_a_tree_or_a_message(text: str) -> None:
    tree, found = parse(text.encode("utf-8", errors="replace").decode(), "book.yaml")
    assert tree is not None or found
    said(found)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@, \n\t甲：\0\ufeff\x85", max_size=40))
def test_any_tangle_of_signs_gives_a_tree_or_a_message(text: str) -> None:
    tree, found = parse(text, "book.yaml")
    assert tree is not None or found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('title: "书名\nsubtitle: "副"\n', "book.yaml:2:12"),
        ('title: "书名\nisbn: ""\nslug: x\n', "book.yaml:2:8"),
    ],
)
def test_a_quotation_mark_that_a_later_line_closes(text: str, place: str) -> None:
    _, found = parse(text, "book.yaml")
    assert [f"{item.code.id} {item.place}" for item in found] == [f"Y101 {place}"]
    assert "第 1 行" in found[0].message("zh")
    assert "line 1" in found[0].hint("en")


def test_the_place_of_a_character_in_lines() -> None:
    tree, _ = parse("a: |\n    甲乙\n      丙\n\n    丁\nb: '甲\n\n  乙'\nc: {d: 甲}\n", "book.yaml")
    assert tree is not None
    text = "甲乙\n  丙\n\n丁\n"
    assert str(tree.place_in(("a",), text, text.index("乙"))) == "book.yaml:2:6"
    assert str(tree.place_in(("a",), text, text.index("丙"))) == "book.yaml:3:7"
    assert str(tree.place_in(("a",), text, text.index("丁"))) == "book.yaml:5:5"
    assert tree.place_in(("b",), "甲\n乙", 2) == tree.place(("b",)), "what is folded has no lines of its own"
    assert tree.at("c").place_in(("d",), "甲", 0) == tree.place(("c", "d"))
