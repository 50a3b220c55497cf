"""How the room of a line is shared out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzi.press.composition import Kind, Style
from fuzi.press.composition.pairs import FORCED
from tests.press.composition.caster import paragraph, set_in, texts

HAN = "天地玄黄宇宙洪荒日月盈昃"
MARKS = "，。、；：！？“”‘’（）《》·…～"
ALPHABET = st.sampled_from([*HAN, *MARKS, "——", "a", "the", " ", "12", "%", "x-ray", "\n"])
TEXT = st.lists(ALPHABET, min_size=1, max_size=160).map("".join)
STYLES = st.builds(
    Style,
    punctuation=st.sampled_from(["full", "kaiming", "half"]),
    kinsoku=st.sampled_from(["strict", "loose"]),
    position=st.sampled_from(["corner", "centre"]),
    hanging=st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(text=TEXT, measure=st.floats(4, 40), style=STYLES)
def test_every_filled_line_is_as_wide_as_the_measure(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines:
        if not line.closing and line.fits and line.end > line.first:
            assert line.width == pytest.approx(measure, abs=1e-6)
            last = made.sorts[line.end - 1]
            end = line.places[-1] + (0.0 if last.hangs else last.end)
            hyphen = line.hyphen.end if line.hyphen else 0.0
            if not last.hangs:
                assert end + hyphen == pytest.approx(measure, abs=1e-6)


@settings(max_examples=400, deadline=None)
@given(text=TEXT, measure=st.floats(2, 40), style=STYLES)
def test_every_sort_stands_on_exactly_one_line(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    assert "".join(sort.text for sort in made.sorts) == text
    assert [line.first for line in lines] == [0, *(line.after for line in lines[:-1])]
    assert lines[-1].after == len(made)
    for line in lines:
        assert all(sort.kind in (Kind.SPACE, Kind.BREAK) for sort in made.sorts[line.end : line.after])


@settings(max_examples=300, deadline=None)
@given(text=TEXT, measure=st.floats(10, 40), style=STYLES)
def test_no_line_ends_where_none_may(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    assert all(made.price[line.after] is not None for line in lines)


@settings(max_examples=300, deadline=None)
@given(text=TEXT, measure=st.floats(8, 40), style=STYLES)
def test_compression_never_takes_more_than_a_mark_has(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines:
        steps = zip(line.places, line.places[1:], strict=False)
        for index, (a, b) in enumerate(steps, line.first):
            pair = made.pairs[index]
            least = made.sorts[index].width + pair.gap - pair.shrink
            moved = -made.sorts[index + 1].shift if index + 2 == line.end else 0.0
            started = 0.0
            assert b - a >= least - moved - started - 1e-6


@settings(max_examples=300, deadline=None)
@given(text=st.text("天地玄黄宇宙，。", min_size=30, max_size=200), measure=st.integers(8, 30))
def test_no_paragraph_ends_in_a_line_of_one_character(text: str, measure: int) -> None:
    made, lines = set_in(text, measure)
    last = [sort for sort in made.sorts[lines[-1].first :] if sort.kind is Kind.HAN]
    han = sum(sort.kind is Kind.HAN for sort in made.sorts)
    if len(lines) > 1 and han > 12:
        before = made.sorts[lines[-2].first + 1 : lines[-2].end]
        assert len(last) != 1 or all(sort.kind is not Kind.HAN for sort in before)


def test_the_order_of_compression() -> None:
    """Brackets before commas, commas before the gap between Han and Latin, that before stops (CLREQ 6.3)."""
    text = "天（地）玄，黄abc宇。宙洪荒"
    made = paragraph(text)
    order = sorted({pair.level for pair in made.pairs if pair.shrink})
    kinds = [
        made.sorts[index].text
        for level in order
        for index, pair in enumerate(made.pairs)
        if pair.shrink and pair.level == level
    ]
    assert kinds.index("天") < kinds.index("，") < kinds.index("黄") < kinds.index("。")


def test_word_spaces_open_before_gaps_and_gaps_before_letters() -> None:
    made, lines = set_in("天地玄黄 the cat sat on 宇宙洪荒日月盈昃辰宿列张", 14.4)
    (line, *_) = lines
    added = []
    for index in range(line.first, line.end - 1):
        pair = made.pairs[index]
        natural = made.sorts[index].width + pair.gap
        added.append((pair, line.places[index + 1 - line.first] - line.places[index - line.first] - natural))
    if any(amount > 1e-6 for pair, amount in added if pair.even):
        assert all(amount == pytest.approx(pair.words) for pair, amount in added if pair.words)
        assert all(amount == pytest.approx(pair.mixed) for pair, amount in added if pair.mixed)


def test_marks_may_hang_outside_the_measure() -> None:
    made, lines = set_in("天地玄黄，宇宙洪荒，日月盈昃", 4, Style(hanging=True))
    assert texts(made, lines) == ["天地玄黄，", "宇宙洪荒，", "日月盈昃"]
    assert lines[0].places == pytest.approx([0, 1, 2, 3, 4])
    assert lines[0].width == 4


def test_a_centred_stop_keeps_the_middle_of_its_cell_where_there_is_room() -> None:
    centred = Style(position="centre")
    made, lines = set_in("天地玄黄宇宙洪荒日月盈昃。", 27, centred)
    assert lines[0].places[-1] == 12
    made, lines = set_in("天地玄黄宇宙洪荒日月盈昃。天地", 12.5, centred)
    assert lines[0].places[-1] == pytest.approx(11.75)
    assert made.price[lines[0].after] != FORCED


def test_a_paragraph_of_a_book_is_no_matter() -> None:
    text = "天地玄黄，宇宙洪荒。" * 20_000
    made, lines = set_in(text, 27)
    assert lines[-1].after == len(made) == 200_000
