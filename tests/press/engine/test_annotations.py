"""Readings, marks under the text and notes in two rows, as they stand in the PDF."""

from __future__ import annotations

from typing import Any

import pymupdf
import pytest
from weasyprint.formatting_structure import boxes

from tests.press.engine.test_lines import PROSE, lines_of, pressed

RUBY = "ruby, rt { line-height: 0 } rt { font-size: .5em } ruby.zhuyin rt { font-size: .44em } "
MARKS = "em { font-style: normal } .warichu { font-size: .5em; line-height: 0 } "
READ = "<ruby>付<rt>fù</rt>梓<rt>zǐ</rt></ruby>"


def text_of(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return "".join("".join(page.get_text().split()) for page in opened)


def drawings_of(pdf: bytes) -> list[Any]:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return [drawing for page in opened for drawing in page.get_drawings()]


def glyphs_of(pdf: bytes) -> list[tuple[str, float, float, float]]:
    """Character, x, y and size of everything that is drawn."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return [
            (chr(code), place[0], place[1], span["size"])
            for page in opened
            for span in page.get_texttrace()
            for code, _, place, _ in span["chars"]
        ]


def baselines(document: Any) -> list[float]:
    lines = [box for page in document.pages for box in page._page_box.descendants() if isinstance(box, boxes.LineBox)]
    return [line.position_y + line.baseline for line in lines]


def test_readings_stand_above_their_characters_and_are_no_text() -> None:
    _, pdf = pressed(f"<p>{READ}是刻书。</p>", RUBY)
    assert text_of(pdf) == "付梓是刻书。"
    drawn = glyphs_of(pdf)
    base = {character: (x, y) for character, x, y, size in drawn if size > 10}
    small = [(character, x, y) for character, x, y, size in drawn if size < 6]
    assert "".join(character for character, *_ in small) == "fùzǐ"
    assert all(base["付"][1] - y == pytest.approx(0.91 * 10.5 + 0.24 * 5.25, abs=0.05) for _, _, y in small)
    assert base["付"][0] <= small[0][1] < base["梓"][0] <= small[2][1] < base["是"][0]


def test_the_leading_is_that_of_lines_without_readings_or_marks() -> None:
    marks = f'<em class="dots">{PROSE}</em><span class="warichu">{PROSE}</span><span class="proper-name">{READ}</span>'
    plain, _ = pressed(f"<p>{PROSE * 4}</p>", RUBY + MARKS)
    marked, _ = pressed(f"<p>{PROSE}{READ}{marks}{PROSE}</p>", RUBY + MARKS)
    steps = [b - a for found in (baselines(plain), baselines(marked)) for a, b in zip(found, found[1:], strict=False)]
    assert max(steps) - min(steps) < 0.001


def test_wide_readings_make_room_and_the_edges_stay_straight() -> None:
    word = "<ruby>装<rt>zhuāng</rt>帧<rt>zhēn</rt></ruby>"
    _, pdf = pressed(f"<p>{(word + '之美，') * 30}</p>", RUBY)
    drawn = [glyph for glyph in glyphs_of(pdf) if glyph[3] < 6]
    assert min(x for _, x, _, _ in drawn) >= 30 - 0.05
    full = [line for line in lines_of(pdf) if "装" in line.text or "之" in line.text]
    assert len(full) > 4
    assert text_of(pdf) == "装帧之美，" * 30


def test_zhuyin_stands_beside_its_character() -> None:
    _, pdf = pressed('<p><ruby class="zhuyin">付<rt>ㄈㄨˋ</rt>梓<rt>ㄗˇ</rt></ruby>也</p>', RUBY)
    drawn = glyphs_of(pdf)
    assert text_of(pdf) == "付梓也"
    places = {character: (x, y) for character, x, y, _ in drawn}
    assert places["付"][0] + 10.5 <= places["ㄈ"][0] < places["梓"][0]
    assert places["ㄈ"][0] == pytest.approx(places["ㄨ"][0], abs=0.01)
    assert places["ㄈ"][1] < places["ㄨ"][1]
    assert places["ˋ"][0] > places["ㄨ"][0]


def test_a_group_with_one_reading_is_not_divided() -> None:
    group = "<ruby>千里长城<rt>the Great Wall</rt></ruby>"
    for before in range(20, 30):
        _, pdf = pressed(f"<p>{'天' * before}{group}{'地' * 20}</p>", RUBY)
        assert any("千里长城" in "".join(line.text.split()) for line in lines_of(pdf)), before


@pytest.mark.parametrize(("mark", "count"), [("dots", 4), ("proper-name", 1), ("wavy-title", 1)])
def test_marks_are_drawn_and_are_no_text(mark: str, count: int) -> None:
    tag = "em" if mark == "dots" else "span"
    _, pdf = pressed(f'<p>这是<{tag} class="{mark}">要紧，的话</{tag}>。</p>', MARKS)
    assert text_of(pdf) == "这是要紧，的话。"
    assert len(drawings_of(pdf)) == count


def test_lines_under_neighbouring_names_stay_apart_and_break_with_the_line() -> None:
    names = '<span class="proper-name">周作人</span><span class="proper-name">林语堂</span>'
    _, pdf = pressed(f"<p>{'天' * 22}{names}</p>")
    first, *rest = sorted((drawing["rect"] for drawing in drawings_of(pdf)), key=lambda rect: (round(rect.y0), rect.x0))
    assert len(rest) == 2, "three pieces: one name whole, one in two lines"
    assert rest[0].y0 == pytest.approx(first.y0, abs=0.1)
    assert rest[0].x0 > first.x1 + 0.5
    assert rest[1].y0 > first.y0 + 10


def test_a_note_in_two_rows_fills_the_height_of_a_line_and_goes_on_in_the_next() -> None:
    note = "习是温习，一说是实习，诵习的意思，注家说法很多，这里写得长一些，让它折到下一行去，看两行小字怎样断开"
    _, pdf = pressed(f'<p>{"学" * 20}<span class="warichu">{note}</span>{"乎" * 10}</p>', MARKS)
    assert text_of(pdf) == "学" * 20 + note + "乎" * 10
    small = [(x, y) for character, x, y, size in glyphs_of(pdf) if size < 6]
    assert len({round(y, 1) for _, y in small}) == 4
    assert max(x for x, _ in small) + 5.25 == pytest.approx(324, abs=0.02)
