"""Ids are ASCII, unique, and stay when other files come or go."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.load.ids import RESERVED, Ids


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("text/preface.md", "preface"),
        ("text/heping-1.md", "heping-1"),
        ("text/01.md", "c-01"),
        ("text/part1/intro.md", "part1-intro"),
        ("text/a b.md", "a-b"),
        ("text/Upper.md", "Upper"),
    ],
)
def test_from_the_name_of_the_file(path: str, expected: str) -> None:
    assert Ids().chapter(path) == expected


def test_chinese_names_have_a_digest_that_stays() -> None:
    first, second = Ids(), Ids()
    second.chapter("text/第二章.md")
    assert first.chapter("text/第一章.md") == second.chapter("text/第一章.md")
    assert re.fullmatch(r"c-[0-9a-f]{8}", Ids().chapter("text/第一章.md"))
    assert re.fullmatch(r"c-01-[0-9a-f]{8}", Ids().chapter("text/01第一章.md"))


def test_names_of_the_tools_own_pages_are_kept_free() -> None:
    for name in RESERVED:
        assert Ids().chapter(f"text/{name}.md") not in RESERVED


def test_parts_of_one_title_are_told_apart() -> None:
    ids = Ids()
    given_out = {ids.part("上篇", "text/a.md"), ids.part("上篇", "text/b.md"), ids.part("上篇", "text/b.md")}
    assert len(given_out) == 3
    assert all(name.startswith("part-") for name in given_out)


@given(st.lists(st.text(max_size=8), max_size=12), st.lists(st.text(max_size=4), max_size=6))
def test_always_ascii_and_unique_even_without_capitals(names: list[str], titles: list[str]) -> None:
    ids = Ids()
    given_out = [ids.chapter(f"text/{name}.md") for name in names] + [ids.part(title, "text/a.md") for title in titles]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name) for name in given_out)
    assert len({name.casefold() for name in given_out}) == len(given_out)
