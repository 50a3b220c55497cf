"""The gauge on lines made by hand: for each figure a case that is right and one that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.check.codes import RAGGED
from fuzi.check.gauge import SHOWN
from fuzi.model.product import Glyph, Manner
from fuzi.model.report import Severity
from tests.check.lines import LEADING, LEFT, PLACE, RIGHT, SIZE, Sheet, codes

FULL = "春天来到河边的小镇人们把旧书搬到阳光下晾"
CENTRED = Manner(LEADING, SIZE, centred=True)


def test_the_line_of_the_examples_is_as_long_as_the_measure() -> None:
    assert LEFT + len(FULL) * SIZE == RIGHT


def test_a_solid_line_is_flush_and_natural() -> None:
    figures, report = Sheet().line(FULL).line("完了。", closing=True).measured()
    assert (figures.full, figures.flush, figures.natural, figures.share) == (1, 1, 1, 1.0)
    assert report.diagnostics == ()


def test_a_line_that_ends_early_is_ragged_at_its_place() -> None:
    figures, report = Sheet().line(FULL[:-1]).line("完了。", closing=True).measured()
    assert (figures.full, figures.flush, figures.raggedest) == (1, 0, SIZE)
    assert report.diagnostics[0].code is RAGGED
    assert report.diagnostics[0].place == PLACE
    assert "page 1 " in report.diagnostics[0].message("en")
    assert "10.00" in report.diagnostics[0].message("en")


@pytest.mark.parametrize(("miss", "flush"), [(0.09, 1), (-0.09, 1), (0.11, 0), (-0.11, 0)])
def test_a_tenth_of_a_point_is_the_limit(miss: float, flush: int) -> None:
    cells = [(character, float(place)) for place, character in enumerate(FULL)]
    cells[-1] = (cells[-1][0], cells[-1][1] - miss / SIZE)
    assert Sheet().line(cells).measured()[0].flush == flush


def test_last_lines_and_lines_not_justified_need_not_reach_the_edge() -> None:
    sheet = Sheet().line("短", closing=True).line("也短", first=True, justified=False)
    assert sheet.measured()[0].full == 0


@pytest.mark.parametrize("mark", "，。、；：！？”’）》")
def test_a_closing_mark_may_be_trimmed_at_the_end(mark: str) -> None:
    cells = [(character, place * 19.5 / 19) for place, character in enumerate(FULL[:-1])] + [(mark, 19.5)]
    assert Sheet().line(cells).measured()[0].flush == 1


def test_nothing_else_may_be_trimmed_at_the_end() -> None:
    cells = [(character, place * 19.5 / 19) for place, character in enumerate(FULL)]
    assert Sheet().line(cells).measured()[0].flush == 0


def test_a_centred_mark_is_trimmed_by_a_quarter_and_a_bracket_by_half() -> None:
    for mark, blank, flush in (("。", 0.25, 1), ("。", 0.5, 0), ("」", 0.5, 1), ("」", 0.25, 0)):
        cells = [(character, float(place)) for place, character in enumerate(FULL[:-1])] + [(mark, 19 + blank)]
        assert Sheet(CENTRED).line(cells).measured()[0].flush == flush, (mark, blank)


def test_an_interpunct_at_the_end_has_blank_sides() -> None:
    cells = [(character, float(place)) for place, character in enumerate(FULL[:-1])] + [("·", 19 + 0.335)]
    assert Sheet().line(cells).measured()[0].flush == 1


@pytest.mark.parametrize(("mark", "flush"), [("，", 1), ("。", 1), ("！", 0), ("人", 0)])
def test_only_commas_and_stops_may_hang(mark: str, flush: int) -> None:
    assert Sheet().line(FULL + mark).measured()[0].flush == flush


def test_a_picture_at_the_end_counts_as_the_end() -> None:
    sheet = Sheet().line(FULL[:-2], solids=((RIGHT - 2 * SIZE, RIGHT),))
    assert sheet.measured()[0].flush == 1


def test_the_left_edge_counts_with_indent_and_trimmed_bracket() -> None:
    assert Sheet().line(FULL[:-2], first=True, indent=2 * SIZE).measured()[0].uneven == 0
    assert Sheet().line("（" + FULL[:-1], shift=-SIZE / 2).measured()[0].uneven == 0
    figures, report = Sheet().line(FULL, shift=0.3).measured()
    assert figures.uneven == 1
    assert "C121" in codes(report)


def test_one_word_that_cannot_be_broken_is_listed_and_not_ragged() -> None:
    word = [(character, place / 2) for place, character in enumerate("x" * 30)]
    figures, report = Sheet().line(word).measured()
    assert (figures.full, figures.unbreakable, codes(report)) == (0, 1, [])
    wide = [(character, place / 2) for place, character in enumerate("x" * 24)]
    figures, report = Sheet().line(wide, measure=100.0).measured()
    assert (figures.full, figures.unbreakable, codes(report)) == (0, 1, ["C128"])


def test_one_word_with_its_marks_is_one_item() -> None:
    word = [("《", -0.5), *((character, 0.5 + place / 2) for place, character in enumerate("x" * 20)), ("》", 10.5)]
    figures, report = Sheet().line([*word, ("，", 11.0)]).measured()
    assert (figures.full, figures.unbreakable, codes(report)) == (0, 1, [])


def test_a_line_is_left_short_before_what_has_no_room_only() -> None:
    word = [(character, place / 2) for place, character in enumerate("x" * 30)]
    figures, report = Sheet().line(FULL[:10]).line(word, closing=True).measured()
    assert (figures.full, figures.unbreakable, codes(report)) == (0, 1, ["C130"])
    short = [(character, place / 2) for place, character in enumerate("x" * 18)]
    figures, report = Sheet().line(FULL[:10]).line([*short, ("天", 9.25)], closing=True).measured()
    assert (figures.full, figures.flush, codes(report)) == (1, 0, ["C120"])


def test_what_sticks_out_of_the_type_area_is_left_to_press() -> None:
    word = [(character, place / 2) for place, character in enumerate("x" * 60)]
    figures, report = Sheet().line(word).measured()
    assert (figures.unbreakable, codes(report)) == (1, [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("书", "，人"),
        ("书", "。"),
        ("书", "”说"),
        ("书", "》和"),
        ("书", "·特"),
        ("书", "～特"),
        ("书", "／特"),
        ("／", "书"),
        ("“", "书"),
        ("（", "书"),
        ("《", "书"),
        ("—", "—书"),
        ("…", "…书"),
        ("12", "%的"),
        ("36", "℃的"),
        ("￥", "12元"),
        ("共1,", "234元"),
        ("共12", ".5元"),
    ],
)
def test_forbidden_breaks(before: str, after: str) -> None:
    figures, report = Sheet().line(FULL[: -len(before)] + before).line(after, closing=True).measured()
    assert figures.kinsoku == 1
    said = next(item for item in report.diagnostics if item.code.id == "C122")
    assert f"{before[-2:]}│{after[:2]}" in said.message("zh")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("书", "“说"),
        ("。", "书"),
        ("”", "书"),
        ("书", "——走"),
        ("书", "……走"),
        ("12", "月"),
        ("a", "%"),
        ("v1.2", "3"),
    ],
)
def test_allowed_breaks(before: str, after: str) -> None:
    assert Sheet().line(FULL[: -len(before)] + before).line(after, closing=True).measured()[0].kinsoku == 0


def test_strict_rules_keep_dashes_and_ellipses_from_the_start() -> None:
    for mark in ("——", "……"):
        sheet = Sheet(Manner(LEADING, SIZE, strict=True)).line(FULL).line(mark + "走了", closing=True)
        assert sheet.measured()[0].kinsoku == 1


def test_loose_rules_let_interpuncts_and_connectors_begin_a_line() -> None:
    loose = Manner(LEADING, SIZE, loose=True)
    for mark, kinsoku in (("·", 0), ("～", 0), ("，", 1), ("／", 1)):
        assert Sheet(loose).line(FULL).line(mark + "特人", closing=True).measured()[0].kinsoku == kinsoku, mark


def test_a_break_on_the_next_page_counts_and_a_forced_one_does_not() -> None:
    assert Sheet().line(FULL).page().line("，人来", closing=True).measured()[0].kinsoku == 1
    assert Sheet().line(FULL, closing=True).line("，人来", closing=True).measured()[0].kinsoku == 0


def test_a_call_must_not_begin_a_line() -> None:
    sheet = Sheet().line(FULL).line("①人来", closing=True, calls=((LEFT, LEFT + SIZE),))
    assert sheet.measured()[0].kinsoku == 1


def stretched(gap: float) -> list[tuple[str, float]]:
    """A full line with one gap of so many em in it."""
    cells = [(character, float(place)) for place, character in enumerate(FULL[:10])]
    return cells + [(character, 10 + gap + place) for place, character in enumerate(FULL[10:19])]


def test_a_gap_is_measured_beyond_the_natural_advances() -> None:
    figures, report = Sheet().line(stretched(0.3)).measured()
    assert (figures.widest, figures.holes) == (pytest.approx(0.3), 0)
    figures, report = Sheet().line(stretched(0.5)).measured()
    assert (figures.widest, figures.holes) == (pytest.approx(0.5), 1)
    assert "C123" in codes(report)


def test_a_short_measure_may_have_holes() -> None:
    assert Sheet().line(stretched(0.5), measure=199.0).measured()[0].holes == 0


def test_a_word_space_counts_beyond_a_quarter() -> None:
    cells = [(character, place / 2) for place, character in enumerate("abc")]
    spaced = [*cells, (" ", 1.5), *((character, 2.1 + place / 2) for place, character in enumerate("def"))]
    tail = [(character, 3.6 + place) for place, character in enumerate(FULL[:16])]
    assert Sheet().line(spaced + tail).measured()[0].widest == pytest.approx(0.1)


def test_adjacent_marks_stand_half_an_em_apart() -> None:
    close = [*((c, float(i)) for i, c in enumerate(FULL[:8])), ("。", 8.0), ("”", 8.5), ("他", 9.5)]
    figures, report = Sheet().line(close, closing=True).measured()
    assert (figures.pairs, figures.loose, codes(report)) == (1, 0, [])
    figures, report = Sheet().line(FULL[:8] + "。”他", closing=True).measured()
    assert (figures.pairs, figures.loose, codes(report)) == (1, 1, ["C124"])


def test_centred_marks_keep_the_quarter_before_them() -> None:
    for distance, loose in ((0.75, 0), (1.0, 1)):
        cells = [("好", 0.0), ("。", 1.0), ("」", 1 + distance)]
        assert Sheet(CENTRED).line(cells, closing=True).measured()[0].loose == loose


def test_compressed_natural_and_stretched_lines_are_told_apart() -> None:
    sheet = Sheet()
    sheet.line(FULL)
    sheet.line([(character, place * 0.98) for place, character in enumerate(FULL)])
    sheet.line([(character, place * 1.02) for place, character in enumerate(FULL)])
    figures, _ = sheet.measured()
    assert (figures.compressed, figures.natural, figures.stretched) == (1, 1, 1)
    assert figures.tightest == pytest.approx(0.38)


def test_a_pair_brought_together_and_the_gap_beside_latin_are_natural() -> None:
    cells = [*((c, float(i)) for i, c in enumerate(FULL[:8])), ("。", 8.0), ("”", 8.5), ("他", 9.5)]
    cells += [("A", 10.75), ("B", 11.25), ("书", 12.0)]
    assert Sheet().line(cells).measured()[0].natural == 1


def test_what_is_natural_depends_on_the_style_of_punctuation() -> None:
    cells = [*((c, float(i)) for i, c in enumerate(FULL[:8])), ("，", 8.0), ("他", 8.5), ("。", 9.5), ("书", 10.5)]
    for style, figures in (("kaiming", (0, 1, 0)), ("full", (1, 0, 0)), ("half", (0, 0, 1))):
        found = Sheet(Manner(LEADING, SIZE, punctuation=style)).line(cells).measured()[0]
        assert (found.compressed, found.natural, found.stretched) == figures, style


@pytest.mark.parametrize(("last", "orphans"), [("了。", 1), ("了", 1), ("了。”", 1), ("好了。", 0), ("OK。", 0)])
def test_a_last_line_of_one_character(last: str, orphans: int) -> None:
    figures, report = Sheet().line(FULL).line(last, closing=True).measured()
    assert figures.orphans == orphans
    assert ("C125" in codes(report)) == bool(orphans)


def test_a_paragraph_of_one_line_or_a_forced_break_makes_no_orphan() -> None:
    assert Sheet().line("了。", closing=True).measured()[0].orphans == 0
    assert Sheet().line("春天", closing=True).line("了。", closing=True).measured()[0].orphans == 0


def test_one_grid_through_all_pages() -> None:
    figures, report = Sheet().line(FULL).line(FULL).page().line(FULL, down=3 * LEADING).measured()
    assert (figures.phases, figures.off_grid, figures.spread) == (1, 0, pytest.approx(0.0))
    figures, report = Sheet().line(FULL).line(FULL).page().line(FULL, down=4.0).measured()
    assert (figures.phases, figures.off_grid, figures.spread) == (2, 1, pytest.approx(4.0))
    assert "page 2 " in report.diagnostics[0].message("en")
    assert codes(report) == ["C126"]


def test_only_the_body_has_to_stand_on_the_grid() -> None:
    assert Sheet().line(FULL).line(FULL, down=4.0, body=False).measured()[0].phases == 1


def called(mark: str) -> Sheet:
    call = (LEFT + 2 * SIZE, LEFT + 3 * SIZE)
    return Sheet().line(f"书中{mark}", closing=True, calls=(call,))


def test_every_call_has_its_note() -> None:
    marker = (LEFT, LEFT + SIZE)
    sheet = called("①").line("①注文", first=True, closing=True, notes=True, body=False, marker=marker)
    figures, report = sheet.measured()
    assert (figures.calls, figures.notes, figures.astray, codes(report)) == (1, 1, 0, [])


def test_a_trimmed_mark_before_a_call_or_a_picture_is_not_part_of_it() -> None:
    marker = (LEFT, LEFT + SIZE)
    call = (LEFT + 1.5 * SIZE, LEFT + 2.5 * SIZE)
    sheet = Sheet().line([("书", 0.0), ("。", 1.0), ("①", 1.5)], closing=True, calls=(call,))
    sheet.line("①注文", first=True, closing=True, notes=True, body=False, marker=marker)
    assert sheet.measured()[0].astray == 0
    cells = [(character, float(place)) for place, character in enumerate(FULL[:9] + "，")]
    cells += [(character, 14.5 + place) for place, character in enumerate(FULL[:6])]
    picture = (LEFT + 9.5 * SIZE, LEFT + 14.5 * SIZE)
    assert Sheet().line(cells, solids=(picture,)).measured()[0].widest == 0
    cells = [(character, float(place)) for place, character in enumerate(FULL[:9])]
    cells += [("，", 8.75), ("，", 14.25), *((character, 15 + place) for place, character in enumerate(FULL[:5]))]
    assert Sheet(CENTRED).line(cells, solids=(picture,)).measured()[0].widest == 0


def test_bracketed_calls_side_by_side_are_two() -> None:
    first, second = (LEFT + SIZE, LEFT + 3 * SIZE), (LEFT + 3 * SIZE, LEFT + 5 * SIZE)
    cells = [("书", 0.0), ("〔", 0.5), ("9", 1.5), ("〕", 2.5), ("〔", 2.5), ("8", 3.5), ("〕", 4.5)]
    sheet = Sheet().line(cells, closing=True, calls=(first, second))
    for number, mark in enumerate("98"):
        cells = [("〔", -0.5), (mark, 0.5), ("〕", 1.5), ("注", 2.0)]
        marker = (LEFT, LEFT + 2 * SIZE)
        sheet.line(cells, first=True, closing=True, notes=True, body=False, marker=marker)
        assert sheet.lines[-1].paragraph == number + 2
    figures, report = sheet.measured()
    assert (figures.calls, figures.notes, figures.astray, codes(report)) == (2, 2, 0, [])


def test_a_note_may_stand_on_the_next_page() -> None:
    marker = (LEFT, LEFT + SIZE)
    sheet = called("①").page().line("①注文", first=True, closing=True, notes=True, body=False, marker=marker)
    assert sheet.measured()[0].astray == 0


def test_a_note_under_another_number_or_without_a_call_is_astray() -> None:
    marker = (LEFT, LEFT + SIZE)
    wrong = called("①").line("②注文", first=True, closing=True, notes=True, body=False, marker=marker)
    figures, report = wrong.measured()
    assert (figures.calls, figures.notes, figures.astray, codes(report)) == (1, 1, 1, ["C127"])
    assert called("①").measured()[0].astray == 1


def test_a_few_of_each_kind_and_a_count_of_the_rest() -> None:
    sheet = Sheet()
    for _ in range(SHOWN + 3):
        sheet.line(FULL[:-1])
    _, report = sheet.measured()
    assert codes(report) == ["C120"] * SHOWN + ["C129"]
    assert "3 more" in report.diagnostics[-1].message("en")
    assert all(item.severity is Severity.WARNING for item in report.diagnostics)


def test_lines_side_by_side_keep_their_own_glyphs() -> None:
    sheet = Sheet().line("甲" * 8, measure=80.0)
    sheet.line("乙" * 8, measure=80.0, down=-LEADING)
    other = sheet.lines.pop()
    sheet.lines.append(replace(other, left=LEFT + 100, right=LEFT + 180, extent=(LEFT + 100, LEFT + 180)))
    sheet.pages[0][8:] = [glyph._replace(x=glyph.x + 100) for glyph in sheet.pages[0][8:]]
    figures, _ = sheet.measured()
    assert (figures.full, figures.flush, figures.uneven) == (2, 2, 0)


def test_glyphs_outside_all_lines_are_none_of_the_gauge_s() -> None:
    sheet = Sheet().line(FULL)
    sheet.pages[0] += [glyph._replace(y=30.0) for glyph in sheet.pages[0]]
    assert sheet.measured()[0].full == 1


def test_an_empty_book_is_without_fault() -> None:
    figures, report = Sheet().measured()
    assert (figures.share, report.diagnostics) == (1.0, ())


def in_two_rows(upper: list[float]) -> Sheet:
    """A line with a note of two rows of 5 pt type: the upper one with its characters at these places (em of the line),
    the lower one set solid."""
    sheet = Sheet().line(FULL[:10], closing=True, solids=((LEFT + 10 * SIZE, LEFT + 12.5 * SIZE),))
    for text, places, rise in (("朋，同门为", upper, 4.4), ("同志为友。", [0.0, 0.5, 1.0, 1.5, 2.0], -0.6)):
        for character, place in zip(text, places, strict=True):
            x = LEFT + (10 + place) * SIZE
            sheet.pages[0].append(Glyph(character, x, sheet.lines[0].baseline - rise, SIZE / 2, SIZE / 2))
    return sheet


def test_characters_of_a_note_in_two_rows_must_not_lie_on_each_other() -> None:
    assert codes(in_two_rows([0.0, 0.5, 1.0, 1.5, 2.0]).measured()[1]) == []
    assert codes(in_two_rows([0.0, 0.5, 0.75, 1.25, 1.75]).measured()[1]) == []  # the comma has given up its blank
    report = in_two_rows([0.0, 0.5, 1.0, 1.25, 1.75]).measured()[1]
    assert codes(report) == ["C132"]
    assert "“同门” by 0.50 em" in report.diagnostics[0].message("en")


def test_characters_of_a_line_must_not_lie_on_each_other() -> None:
    cells = [("春", 0.0), ("天", 1.0), ("来", 1.7)]
    assert codes(Sheet().line(cells, closing=True).measured()[1]) == ["C132"]


def test_the_call_of_a_note_in_large_type_is_no_reading() -> None:
    """In type of 15 pt it is as small as a reading."""
    marker = (LEFT, LEFT + SIZE)
    sheet = called("①").line("①注文", first=True, closing=True, notes=True, body=False, marker=marker)
    sheet.lines[0] = replace(sheet.lines[0], read=True)
    page = sheet.pages[0]
    page[2] = page[2]._replace(size=0.48 * SIZE, advance=0.48 * SIZE, y=page[2].y - 0.3 * SIZE)
    reading = page[1]._replace(character="á", x=page[2].x, y=page[1].y - SIZE, size=SIZE / 2, advance=SIZE / 4)
    page.append(reading)
    figures, report = sheet.measured()
    assert (figures.calls, figures.astray, figures.readings, codes(report)) == (1, 0, 1, [])


def test_what_goes_on_behind_its_character_in_small_type_fills_the_line() -> None:
    sheet = Sheet().line(FULL[:18]).line("完了。", closing=True)
    sheet.lines[0] = replace(sheet.lines[0], read=True)
    y = sheet.lines[0].baseline
    sheet.pages[0][18:18] = [Glyph(c, LEFT + (18 + i / 2) * SIZE, y, SIZE / 2, SIZE / 2) for i, c in enumerate("abcd")]
    figures, report = sheet.measured()
    assert (figures.full, figures.flush, codes(report)) == (1, 1, [])
