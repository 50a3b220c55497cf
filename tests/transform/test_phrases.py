"""Phrases are found from left to right, the longest first."""

from hypothesis import given
from hypothesis import strategies as st

from fuzi.transform.phrases import Phrases


def spans(table: dict[str, str], text: str) -> list[tuple[int, int, str]]:
    return [(hit.start, hit.end, hit.target) for hit in Phrases.of(table).hits(text)]


def test_the_longest_phrase_at_a_place_wins() -> None:
    assert spans({"瞭如": "了如", "瞭如指掌": "瞭如指掌"}, "瞭如指掌瞭如") == [(0, 4, "瞭如指掌"), (4, 6, "了如")]


def test_a_phrase_is_not_looked_for_inside_a_hit() -> None:
    assert spans({"甲乙": "1", "乙丙": "2"}, "甲乙丙") == [(0, 2, "1")]


def test_a_first_character_alone_is_no_hit() -> None:
    assert spans({"甲乙": "1"}, "甲甲甲乙甲") == [(2, 4, "1")]


def test_signs_of_patterns_are_plain_characters() -> None:
    assert Phrases.of({"]": "1", "^": "2", "-": "3", "\\": "4"}).replace("a]^-\\z") == "a1234z"


def test_an_empty_table_and_an_empty_phrase_find_nothing() -> None:
    assert Phrases.of({}).replace("甲") == "甲"
    assert Phrases.of({"": "x"}).replace("甲") == "甲"


@given(st.dictionaries(st.text("甲乙丙丁", min_size=1, max_size=3), st.text(max_size=3)), st.text("甲乙丙丁戊"))
def test_hits_are_in_order_and_true(table: dict[str, str], text: str) -> None:
    at = 0
    for start, end, target in spans(table, text):
        assert start >= at
        assert table[text[start:end]] == target
        assert not any(text.startswith(phrase, start) and len(phrase) > end - start for phrase in table)
        at = end


@given(st.text("甲乙丙丁戊"))
def test_a_table_that_changes_nothing_changes_nothing(text: str) -> None:
    assert Phrases.of({"甲乙": "甲乙", "丙": "丙"}).replace(text) == text
