"""Sorts with readings: how far they keep apart, and what they take at the ends of a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.press.composition import Case, Paragraph, Sort, Style, Widths, compose, deal
from fuzi.press.composition.case import TRACK
from fuzi.press.composition.pairs import APART, OVERHANG
from tests.press.composition.caster import cast


def read(case: Case, text: str, reading: float) -> Sort:
    """Characters of 1 em each with a reading of this width above them."""
    over = (reading - len(text)) / 2
    return case.annotated(text, float(len(text)), 1.0, payload=None, annotation=reading, over=over)


def places(case: Case, *sorts: Sort, measure: float = 40.0) -> list[float]:
    (line,) = compose(Paragraph(list(sorts), case), Widths(measure))
    return line.places


def test_narrow_readings_change_nothing() -> None:
    case = Case(Style())
    assert places(case, read(case, "天", 0.8), read(case, "地", 0.6), *cast(case, "玄黄")) == [0.0, 1.0, 2.0, 3.0]


def test_wide_readings_keep_apart() -> None:
    case = Case(Style())
    first, second = places(case, read(case, "装", 1.6), read(case, "帧", 1.4))
    assert first == pytest.approx(0.3)
    assert (second + 0.5 - 0.7) - (first + 0.5 + 0.8) == pytest.approx(APART)


def test_a_reading_may_reach_over_a_neighbour_without_one() -> None:
    case = Case(Style())
    assert places(case, *cast(case, "天"), read(case, "装", 1 + 2 * OVERHANG), *cast(case, "地")) == [0.0, 1.0, 2.0]
    wide = places(case, *cast(case, "天"), read(case, "装", 2.0), *cast(case, "地"))
    assert wide == pytest.approx([0.0, 1.5 - OVERHANG, 3 - 2 * OVERHANG])


@given(readings=st.lists(st.floats(0.3, 2.4), min_size=2, max_size=60), measure=st.floats(4, 30))
def test_no_reading_leaves_the_measure_or_touches_another(readings: list[float], measure: float) -> None:
    case = Case(Style())
    for line in compose(Paragraph([read(case, "天", width) for width in readings], case), Widths(measure)):
        spans = [
            (place + 0.5 - width / 2, place + 0.5 + width / 2)
            for place, width in zip(line.places, readings[line.first : line.end], strict=True)
        ]
        assert spans[0][0] >= -2e-3
        if line.fits:
            assert spans[-1][1] <= measure + 2e-3
        assert all(b[0] - a[1] >= APART - 4e-3 for a, b in pairwise(spans))


def test_a_reading_beside_takes_its_room_at_the_right() -> None:
    case = Case(Style())
    beside = case.annotated("天", 1.0, 1.0, payload=None, annotation="ㄊ", beside=0.5)
    assert places(case, beside, *cast(case, "地")) == [0.0, 1.5]


def test_where_every_character_is_read_they_stand_evenly() -> None:
    case = Case(Style())
    sorts = case.spread([read(case, "河", 0.6), read(case, "边", 1.2), read(case, "住", 1.0), *cast(case, "。")])
    assert places(case, *sorts) == pytest.approx([0.0, 1 + TRACK, 2 + 2 * TRACK, 3 + 2 * TRACK])
    wide = case.spread([read(case, "装", 1.6), read(case, "装", 1.6)])
    first, second = places(case, *wide)
    assert second - first == pytest.approx(1 + 0.6 + APART)  # a long reading still has all its room


def test_a_few_readings_in_a_paragraph_set_nothing_apart() -> None:
    case = Case(Style())
    few = [read(case, "装", 0.8), read(case, "帧", 0.8), *cast(case, "的书很好看")]
    assert case.spread(few) is few
    group = [read(case, "装帧", 1.6), read(case, "印刷", 1.6)]
    assert case.spread(group) is group


def small(text: str) -> list[Sort]:
    return cast(Case(Style()), text)


@pytest.mark.parametrize(
    ("text", "cut"),
    [("天地玄黄", 2), ("天地玄黄宇", 3), ("天", 1), ("天地玄，黄宇", 4), ("天地（玄黄宇", 4), ("天地玄黄宇。", 3)],
)
def test_a_note_in_two_rows_is_halved_by_the_rules_of_lines(text: str, cut: int) -> None:
    first, second = deal(small(text), len(text) / 2, closing=True)
    assert (len(first), len(second)) == (cut, len(text) - cut)


@given(st.text("天地玄黄，。（）", min_size=1, max_size=40), st.booleans())
def test_both_rows_stand_in_their_room(text: str, closing: bool) -> None:
    width = (len(text) + 1) // 2
    first, second = deal(small(text), float(width), closing=closing)
    assert len(first) + len(second) == len(text)
    assert first[0] == 0
    for row in filter(None, (first, second)):
        assert all(b >= a for a, b in pairwise(row)) or len(row) > 2 * width
        assert row[-1] + 1 <= width + 1e-6 or len(row) == 1


def test_columns_of_a_note_begin_no_line_with_a_mark_that_may_not() -> None:
    case = Case(Style())
    parts = cast(case, "天地，玄黄宇（宙洪")
    columns = [case.column(tuple(parts[at : at + 2]), 2.0) for at in range(0, len(parts), 2)]
    assert "".join(column.text for column in columns) == "天地，玄黄宇（宙洪"
    made = Paragraph(columns, case)
    assert made.price[1] is None
    assert [line.first for line in compose(made, Widths(2.0))][1] != 1
