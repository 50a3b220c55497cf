"""What must be true of any text in any measure and style."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzi.press.composition import Case, Kind, Line, Paragraph, Style, Widths, compose
from fuzi.press.composition.pairs import FORCED
from fuzi.press.composition.spacing import HOLE, WIDE
from tests.press.composition.caster import cast, set_in

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"
LATIN = (
    "a", "the", "Typst", "internationalization", "well-known", "12", "1,234.50", "36.5%", "￥5", "12345678901234567890",
    "https://www.example.org/a/b-c?d=e&f", "x_y", "(ab)", '"q"', "-", "/", "C#",
)  # fmt: skip
OTHERS = (
    "——",
    "……",
    "…",
    "·",
    "～",
    "—",
    "／",
    "×",
    "＝",
    " ",
    " ",
    "　",
    "\u2060",
    "\u200b",
    "\u00a0",
    "℃",
    "％",
    "々",
    "３",
)
CLOSED = "，。、；：！？”’）》」』】"
OPEN = "“‘（《「『【"
TOKENS = st.one_of(
    st.sampled_from(HAN),
    st.sampled_from(HAN),
    st.sampled_from(CLOSED),
    st.sampled_from(OPEN),
    st.sampled_from(LATIN),
    st.sampled_from(OTHERS),
)
TEXTS = st.lists(TOKENS, min_size=1, max_size=120).map("".join)
BROKEN = st.lists(st.one_of(TOKENS, TOKENS, TOKENS, st.just("\n")), min_size=1, max_size=80).map("".join)
STYLES = st.builds(
    Style,
    punctuation=st.sampled_from(["full", "kaiming", "half"]),
    kinsoku=st.sampled_from(["strict", "loose"]),
    position=st.sampled_from(["corner", "centre"]),
    hanging=st.booleans(),
)
MEASURES = st.floats(2, 45)
USUAL = settings(max_examples=300, deadline=None)


def edge(made: Paragraph, line: Line) -> float:
    """The right edge of a line: where its last sort that does not hang ends."""
    index = made.inner[line.after]
    end = line.places[index - line.first] + made.ends[index]
    return end - (0.0 if line.hyphen else made.sorts[index].hyphen.end if made.sorts[index].hyphen else 0.0)


@USUAL
@given(text=BROKEN, measure=MEASURES, style=STYLES, indent=st.floats(0, 4))
def test_a_filled_line_is_as_wide_as_its_measure_or_says_that_it_does_not_fit(
    text: str, measure: float, style: Style, indent: float
) -> None:
    case = Case(style)
    made = Paragraph(cast(case, text), case)
    widths = Widths(measure, (measure - indent,))
    for number, line in enumerate(compose(made, widths)):
        if line.end == line.first or made.sorts[line.end - 1].hangs:
            continue
        if line.fits and not line.closing:
            assert edge(made, line) == pytest.approx(widths(number), abs=1e-6)
        if line.fits:
            assert edge(made, line) <= widths(number) + 1e-6
            assert line.width == pytest.approx(edge(made, line), abs=1e-6)


@USUAL
@given(text=TEXTS, measure=MEASURES, style=STYLES)
def test_only_what_cannot_be_parted_does_not_fit(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines:
        if not line.fits and line.width > measure:
            assert all(made.price[index] is None for index in range(line.first + 1, line.after))
        elif not line.fits:  # short before something that cannot be broken: better than torn to pieces
            assert made.inner[line.after] == line.first or measure - line.width > WIDE


@USUAL
@given(text=BROKEN, measure=MEASURES, style=STYLES)
def test_origins_rise_along_the_line(text: str, measure: float, style: Style) -> None:
    """But for the blank in the cell of an opening bracket, which may lie over what has no width."""
    made, lines = set_in(text, measure, style)
    for line in lines:
        for index, (a, b) in enumerate(pairwise(line.places), line.first + 1):
            assert b >= a - made.sorts[index].left + min(0.0, made.sorts[index].before) - 1e-9


@USUAL
@given(text=BROKEN, measure=MEASURES, style=STYLES, justify=st.booleans())
def test_no_text_is_lost_or_moved(text: str, measure: float, style: Style, justify: bool) -> None:
    made, lines = set_in(text, measure, style, justify=justify)
    assert "".join(sort.text for sort in made.sorts) == text
    stops = [0, *(line.after for line in lines)]
    assert [line.first for line in lines] == stops[:-1]
    assert stops[-1] == len(made)
    for line in lines:
        assert len(line.places) == line.end - line.first
        assert not any(sort.stays for sort in made.sorts[line.end : line.after])


@USUAL
@given(text=TEXTS, measure=MEASURES, style=STYLES)
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str, measure: float, style: Style) -> None:
    """Not even in a measure that has no room for it: then the line is too wide."""
    made, lines = set_in(text, measure, style)
    strict = style.kinsoku == "strict"
    for line in lines[1:]:
        first = made.sorts[line.first]
        assert first.text not in (*CLOSED, "℃", "％", "／", "/")
        assert not (strict and first.text in ("·", "～", "—", "-", "々"))
    for line in lines[:-1]:
        visible = [sort.text for sort in made.sorts[line.first : line.after] if sort.text not in "\u200b 　"]
        assert not visible or visible[-1] not in (*OPEN, "￥")


@USUAL
@given(
    pieces=st.lists(st.tuples(st.text(HAN, min_size=5, max_size=12), st.sampled_from(["——", "……"])), min_size=2),
    measure=st.floats(10, 40),
)
def test_strict_lines_do_not_begin_with_dashes_or_dots_where_characters_can_give_way(
    pieces: list[tuple[str, str]], measure: float
) -> None:
    made, lines = set_in("".join(map("".join, pieces)), measure)
    for line in lines:
        assert made.sorts[line.first].kind not in (Kind.DASH, Kind.ELLIPSIS)


@USUAL
@given(text=TEXTS, measure=st.floats(4.5, 45), style=STYLES)
def test_dots_and_numbers_stay_whole(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines[:-1]:
        before, after = made.sorts[line.after - 1], made.sorts[line.after]
        if before.kind is after.kind is Kind.ELLIPSIS:
            run = line.after
            while run and made.sorts[run - 1].kind is Kind.ELLIPSIS:
                run -= 1
            assert (line.after - run) % 2 == 0
        assert not (before.text + after.text in ("1,234.50", "36.5%", "￥5", "(ab)") and before.kind is Kind.LATIN)


@USUAL
@given(text=TEXTS, measure=st.floats(6, 45), style=STYLES)
def test_nothing_is_compressed_beyond_its_limits(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines:
        for index, (a, b) in enumerate(pairwise(line.places), line.first):
            pair = made.pairs[index]
            least = made.sorts[index].width + pair.gap - pair.shrink
            if index + 2 == line.end and made.sorts[index + 1].shift:
                least = min(least, made.sorts[index].width + pair.gap + made.sorts[index + 1].shift)
            assert b - a >= least - 1e-6


@USUAL
@given(text=TEXTS, measure=st.floats(8, 45), style=STYLES)
def test_word_spaces_and_gaps_open_to_their_widest_before_letters_do(text: str, measure: float, style: Style) -> None:
    made, lines = set_in(text, measure, style)
    for line in lines:
        if line.closing or not line.fits or line.end - line.first < 3:
            continue
        end = made.inner[line.after]
        opened = [
            (made.pairs[index], line.places[index + 1 - line.first] - line.places[index - line.first] - step)
            for index in range(line.first, end)
            for step in [made.origins[index + 1] - made.origins[index]]
        ][: -1 if made.sorts[end].shift else None]
        evens = [amount for pair, amount in opened if pair.even and not pair.shrink]
        if evens and min(evens) > 1e-6:
            assert all(amount >= pair.words + pair.mixed - 1e-6 for pair, amount in opened)
            assert max(evens) - min(evens) < 1e-6
            if max(evens) < HOLE - 1e-6:
                assert all(amount <= pair.words + pair.mixed + 1e-6 for pair, amount in opened if not pair.even)


@USUAL
@given(text=st.text(HAN + "，。", min_size=12, max_size=200), measure=st.integers(4, 30))
def test_no_paragraph_ends_in_a_single_character(text: str, measure: int) -> None:
    made, lines = set_in(text, measure)
    if len(lines) < 2:
        return
    last = [sort for sort in made.sorts[lines[-1].first :] if sort.kind is Kind.HAN]
    if len(last) == 1:  # unless what goes before can give none: marks hold it together, or no line can give up more
        before = made.sorts[lines[-2].first : lines[-1].first]
        assert sum(sort.kind is Kind.HAN for sort in before) < 3 or before[-1].kind is not Kind.HAN


@USUAL
@given(text=TEXTS, measure=st.floats(8, 40), lines=st.integers(-2, 2))
def test_a_run_paragraph_has_the_lines_that_were_asked_for_or_stays_as_it_was(
    text: str, measure: float, lines: int
) -> None:
    made, usual = set_in(text, measure)
    _, run = set_in(text, measure, tighten=lines)
    assert len(run) in (len(usual), len(usual) - lines)
    assert run[-1].after == len(made)


@USUAL
@given(text=TEXTS, measure=st.floats(8, 40), style=STYLES, data=st.data())
def test_a_paragraph_taken_up_again_at_a_line_is_set_as_before(
    text: str, measure: float, style: Style, data: st.DataObject
) -> None:
    made, lines = set_in(text, measure, style)
    number = data.draw(st.integers(0, len(lines) - 1))
    again = compose(made, Widths(measure), start=lines[number].first)
    assert [(line.first, line.after) for line in again] == [(line.first, line.after) for line in lines[number:]]


@USUAL
@given(text=TEXTS, measure=st.floats(6, 40), style=STYLES, data=st.data())
def test_no_line_ends_inside_what_is_bound(text: str, measure: float, style: Style, data: st.DataObject) -> None:
    case = Case(style)
    sorts = cast(case, text)
    start = data.draw(st.integers(0, len(sorts)))
    end = data.draw(st.integers(start, len(sorts)))
    pads = {start: (0.7, 0.0)} if start < len(sorts) else {}
    made = Paragraph(sorts, case, pads, [(start, end)])
    for line in compose(made, Widths(measure)):
        assert not start < line.after < end or made.price[line.after] == FORCED


@pytest.mark.parametrize(
    "piece", ["天", "，", "——", "…", "（", "x", "1", " ", "　", "\n", "\u2060", "\u200b", "ab cd ", "甲/", "天地，a。"]
)
def test_a_long_row_of_anything_is_no_matter(piece: str) -> None:
    made, lines = set_in(piece * (20_000 // len(piece)), 28)
    assert lines[-1].after == len(made)


@USUAL
@given(text=BROKEN, measure=MEASURES, style=STYLES)
def test_upright_nothing_hangs_and_no_break_is_new(text: str, measure: float, style: Style) -> None:
    case = Case(replace(style, hanging=True, position="corner"))
    made = Paragraph(cast(case, text), case)
    upright = made.upright()
    assert [sort.text for sort in upright.sorts] == [sort.text for sort in made.sorts]
    assert not any(sort.hangs for sort in upright.sorts)
    assert [price is None for price in upright.price] == [price is None for price in made.price]
    for line in compose(upright, Widths(measure, (measure,))):
        if line.fits and line.end > line.first:
            assert edge(upright, line) <= measure + 1e-6


def test_a_comma_behind_a_space_does_not_hang() -> None:
    case = Case(Style(hanging=True))
    made = Paragraph(cast(case, "天地 ，玄黄，"), case)
    assert [sort.text for sort in made.sorts if sort.hangs] == ["，"]


def test_no_line_ends_in_spaces_after_an_opening_mark() -> None:
    _, lines = set_in("“ \u3000天", 2.0)
    assert len(lines) == 1


def test_an_opening_mark_behind_a_marker_stands_as_at_the_beginning_of_a_line() -> None:
    case = Case(Style())
    marker = case.object(1.5, 1.0, leads=True)
    made = Paragraph([marker, *cast(case, "《天地》玄黄宇宙洪荒日月盈昃")], case)
    for measure in (7.75, 8.0, 8.25):
        line = compose(made, Widths(measure))[0]
        assert line.places[1] == pytest.approx(1.0)
    assert made.price[1] is None
