"""Sorts with readings: how far they keep apart, and what they take at the ends of a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.press.composition import Case, Paragraph, Rows, Sort, Style, Widths, compose
from fuzi.press.composition.case import TRACK
from fuzi.press.composition.pairs import APART, OVER_MARK, OVERHANG
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


def test_a_reading_reaches_half_a_character_over_a_mark() -> None:
    case = Case(Style())
    quoted = places(case, *cast(case, "说“"), read(case, "窗", 1 + 2 * OVER_MARK), *cast(case, "”字"))
    assert quoted == [0.0, 1.0, 2.0, 3.0, 4.0]  # it needs no room of its own between the quotation marks
    wider = places(case, *cast(case, "“"), read(case, "窗", 2.4), *cast(case, "”"))
    assert wider[2] - wider[1] == pytest.approx(1 + 0.7 - OVER_MARK)


@given(first=st.floats(1.0, 3.0), second=st.floats(1.0, 3.0), mark=st.sampled_from("，”（。："), room=st.floats(5.5, 9))
def test_readings_that_meet_over_a_mark_do_not_touch(first: float, second: float, mark: str, room: float) -> None:
    case = Case(Style())
    sorts = [
        *cast(case, "天"),
        read(case, "窗", first),
        *cast(case, mark),
        read(case, "霜", second),
        *cast(case, "天地人"),
    ]
    line = compose(Paragraph(sorts, case), Widths(room))[0]
    if line.end > 3:
        distance = line.places[3] + 0.5 - second / 2 - (line.places[1] + 0.5 + first / 2)
        assert distance >= APART - 2e-3


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


def small(text: str) -> Rows:
    case = Case(Style())
    return Rows(cast(case, text), case)


def noted(before: str, note: str, after: str) -> Paragraph:
    """A text with a note in two rows of type half as large."""
    case = Case(Style())
    return Paragraph([*cast(case, before), *case.columns(cast(case, note), 2.0), *cast(case, after)], case)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("天地玄黄", 2),
        ("天地玄黄宇", 3),
        ("天", 1),
        ("天地玄，黄宇", 4),
        ("天地（玄黄宇", 4),
        ("天地玄黄宇。", 3),
        ("天 地玄黄宇宙", 4),
        ("见2026年", 2),
    ],
)
def test_a_note_in_two_rows_is_halved_by_the_rules_of_lines(text: str, cut: int) -> None:
    rows = small(text)
    first, second = rows.deal(0, len(rows.parts), 40.0, closing=True, at_edge=False)
    assert (len(first), len(second)) == (cut, len(rows.parts) - cut)


@given(st.text("天地玄黄，。（）a1 ", min_size=1, max_size=40), st.booleans(), st.booleans(), st.floats(0, 2))
def test_both_rows_stand_in_their_room_and_nothing_in_them_overlaps(
    text: str, closing: bool, at_edge: bool, more: float
) -> None:
    rows = small(text)
    parts, case = rows.parts, rows.case
    width = max(rows.lengths(0, len(parts), at_edge=at_edge)) + more
    first, second = rows.deal(0, len(parts), width, closing=closing, at_edge=at_edge)
    assert len(first) + len(second) == len(parts)
    for row, sorts in ((first, parts[: len(first)]), (second, parts[len(first) :])):
        seen = [(place, sort) for place, sort in zip(row, sorts, strict=True) if sort.stays]
        for (place, sort), (following, other) in pairwise(seen):
            assert following - place >= sort.width + min(0.0, case.pair(sort, other).gap) - 1e-6
        for place, sort in seen[-1:]:
            assert place + sort.width - (sort.right if at_edge else 0.0) <= width + 1e-6


@given(st.text("天地玄黄，。（）", min_size=1, max_size=60), st.integers(0, 12), st.integers(8, 20))
def test_a_line_with_a_piece_of_a_note_has_room_for_its_longer_row(note: str, before: int, measure: int) -> None:
    made = noted("学" * before, note, "乎" * 9)
    for line in compose(made, Widths(float(measure))):
        for after, more in made.widened(line.first, line.end):
            start, stop, rows = next(found for found in made.notes if found[0] < after <= found[1])
            first = max(start, line.first)
            room = line.places[after - 1 - line.first] - line.places[first - line.first] + made.sorts[after - 1].width
            longest = max(rows.lengths(first - start, after - start, at_edge=after == line.end))
            assert room + more >= longest - 1e-6
            if after < line.end:
                assert line.places[after - line.first] >= line.places[first - line.first] + longest - 1e-6


def test_a_note_is_parted_where_its_rows_are_about_equal() -> None:
    made = noted("学" * 8, "朋同门为朋同志为友都是远方来的人说起来话就很长了", "乎")
    for measure in range(11, 16):
        lines = compose(made, Widths(float(measure)))
        assert made.uneven(lines[0].first, lines[0].end) <= 1.0
        assert 0 < lines[0].end < len(made)


def test_a_note_begins_no_line_with_a_mark_that_may_not() -> None:
    made = noted("", "天地，玄黄宇（宙洪", "")
    assert made.price[2] is None
    assert made.price[7] is None
