"""Random documents by the dozen; ``python -m bench.stress`` does the same by the hundred."""

from __future__ import annotations

import pytest

from tests.press.random_books import random_book
from tests.press.random_pages import examine_page, random_page
from tests.press.verdicts import Verdict, examine_book


def assert_sound(verdict: Verdict) -> None:
    """Nothing wrong; else all of it, with the gauge's own words where it is the setting."""
    faults = list(verdict.faults())
    assert not faults, "\n".join([verdict.name, *faults, *verdict.said, verdict.crash])


@pytest.mark.parametrize("seed", range(10))
def test_a_random_book_loses_nothing_and_is_set_as_it_should_be(seed: int) -> None:
    assert_sound(examine_book(seed))


@pytest.mark.parametrize("seed", range(10))
def test_a_random_page_loses_nothing_and_is_set_as_it_should_be_beside_floats_too(seed: int) -> None:
    assert_sound(examine_page(seed))


def test_the_same_seed_gives_the_same_documents() -> None:
    assert random_book(7) == random_book(7)
    assert random_page(7) == random_page(7)


def test_the_random_books_hold_all_that_they_promise() -> None:
    books = [random_book(seed).files for seed in range(40)]
    text = "".join(data.decode() for files in books for name, data in files.items() if name.endswith(".md"))
    for mark in ("^[", "[^n1]:", "|---", "![", "](https", "**", "$$", "```", "> ", "- ", "\\\n", ":::顶格"):
        assert mark in text, mark
    pages = "".join(random_page(seed).html for seed in range(40))
    for mark in ('class="left"', 'class="right"', 'class="block"', 'class="framed"', 'class="wide"', "<sup>", "<td"):
        assert mark in pages, mark
