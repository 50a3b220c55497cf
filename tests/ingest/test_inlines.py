"""Marks inside a line."""

import pytest

from fuzi.ingest.inlines import read_inlines
from fuzi.model.inline import Code, Emphasis, InlineFormula, LineBreak, Link, Strong, Text
from fuzi.model.source import Place
from fuzi.model.walk import plain

HERE = Place("scan.md", 1, 1)


@pytest.mark.parametrize(
    ("text", "kinds", "words"),
    [
        ("甲**乙**丙", [Text, Strong, Text], "甲乙丙"),
        ("甲*乙*丙", [Text, Emphasis, Text], "甲乙丙"),
        ("3*4*5", [Text], "3*4*5"),
        ("`a*b*`", [Code], "a*b*"),
        ("见<http://a.example>", [Text, Link], "见http://a.example"),
        ("[a@b.example](mailto:a@b.example)", [Link], "a@b.example"),
        ("[1](javascript:x)", [Text], "[1](javascript:x)"),
        ("$x^2$和$5 和 $6", [InlineFormula, Text], "和$5 和 $6"),
        ("甲\n乙", [Text, LineBreak, Text], "甲 乙"),
        (r"\*不是\*", [Text], "*不是*"),
        ("", [Text], ""),
    ],
)
def test_cases(text: str, kinds: list[type], words: str) -> None:
    inlines = read_inlines(text, HERE)
    assert [type(item) for item in inlines] == kinds
    assert plain(inlines) == words
