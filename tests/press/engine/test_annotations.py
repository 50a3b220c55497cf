"""Readings, marks under the text and notes in two rows, as they stand in the PDF."""

from __future__ import annotations

import re
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


NAMED = (
    '<span class="warichu"><u class="proper-name">{0}</u><u class="proper-name">{1}</u>{2}'
    '<cite class="wavy-title">{3}</cite>{4}<em class="dots">{5}</em>{6}</span>'
)
PLAIN_MARKS = MARKS + "u { text-decoration: none } cite { font-style: normal } "
SCRIPTS = [
    ("zh-Hans", ("朱熹", "程颐", "曰：见", "论语集注", "，", "要紧", "。")),
    ("zh-Hant-TW", ("朱熹", "程頤", "曰：見", "論語集注", "，", "要緊", "。")),
]


def lines_under(pdf: bytes) -> list[tuple[float, float, float]]:
    """Left and right end and height (pt) of all lines under characters of 5.25 pt, row by row; dots are left out."""
    found = [drawing for drawing in drawings_of(pdf) if drawing["type"] == "s"]
    assert all(drawing["width"] == pytest.approx(0.25, abs=0.01) for drawing in found)
    ends = [(drawing["rect"].x0, drawing["rect"].x1, drawing["rect"].y0) for drawing in found]
    return sorted(ends, key=lambda end: (round(end[2] / 3), end[0]))


@pytest.mark.parametrize(("lang", "words"), SCRIPTS)
def test_names_and_titles_have_their_lines_in_the_rows_of_a_note(lang: str, words: tuple[str, ...]) -> None:
    document, pdf = pressed(f"<p>学{NAMED.format(*words)}{'乎' * 30}</p>", PLAIN_MARKS, lang)
    bare, plain = pressed(f'<p>学<span class="warichu">{"".join(words)}</span>{"乎" * 30}</p>', PLAIN_MARKS, lang)
    assert text_of(pdf) == text_of(plain) == "学" + "".join(words) + "乎" * 30
    assert [(char, round(x, 2)) for char, x, *_ in glyphs_of(pdf)] == [
        (char, round(x, 2)) for char, x, *_ in glyphs_of(plain)
    ], "boxes inside it change nothing in how a note is dealt to its rows"
    assert baselines(document) == baselines(bare)
    small = {char: (x, y) for char, x, y, size in glyphs_of(pdf) if size < 6}
    first, second, over, under = lines_under(pdf)
    begun, ended = (small[words[3][index]] for index in (0, 3))
    short = 0.06 * 5.25
    assert first[:2] == pytest.approx((small[words[0][0]][0] + short, small[words[0][1]][0] + 5.25 - short), abs=0.02)
    assert second[0] == pytest.approx(first[1] + 2 * short, abs=0.02), "two names have two lines"
    assert begun[1] + 3 < ended[1], "the title goes on in the second row"
    assert over[:2] == pytest.approx((begun[0] + short, begun[0] + 5.25 - short), abs=0.1)
    assert under[:2] == pytest.approx((small[words[3][1]][0] + short, ended[0] + 5.25 - short), abs=0.1)
    assert over[2] + 0.8 < ended[1] - 0.88 * 5.25, "clear of the characters in the row below"
    assert len([drawing for drawing in drawings_of(pdf) if drawing["type"] == "f"]) == 2
    line = next(y for _, _, y, size in glyphs_of(pdf) if size > 10)
    assert line - begun[1] < 10.5 / 2, "readers that go by baselines find it in the line"


@pytest.mark.parametrize(("lang", "words"), SCRIPTS)
def test_a_title_in_a_note_goes_on_in_the_next_line(lang: str, words: tuple[str, ...]) -> None:
    title = words[3] * 8
    note = f'<span class="warichu">{words[0]}<cite class="wavy-title">{title}</cite></span>'
    _, pdf = pressed(f"<p>{'学' * 20}{note}{'乎' * 30}</p>", PLAIN_MARKS, lang)
    assert text_of(pdf) == "学" * 20 + words[0] + title + "乎" * 30
    drawn = lines_under(pdf)
    rows = sorted({round(y, 1) for _, _, y, size in glyphs_of(pdf) if size < 6})
    assert len(rows) == len(drawn) == 4
    for (left, right, high), row in zip(drawn, rows, strict=True):
        there = [x for char, x, y, size in glyphs_of(pdf) if size < 6 and round(y, 1) == row and char in title]
        assert (left, right) == pytest.approx((min(there) + 0.315, max(there) + 5.25 - 0.315), abs=0.1)
        assert row < high < row + 0.4 * 5.25


def test_a_mark_around_a_note_goes_on_in_its_rows() -> None:
    around = '<u class="proper-name">韩愈<span class="warichu">字退之河阳人</span>柳宗元</u>'
    document, pdf = pressed(f"<p>{around}{'乎' * 30}</p>", PLAIN_MARKS)
    pieces = [(round(drawing["rect"].width / 5.25), round(drawing["width"], 2)) for drawing in drawings_of(pdf)]
    assert pieces == [(4, 0.47), (3, 0.25), (3, 0.25), (6, 0.47)]
    assert len({round(step, 3) for step in map(float.__sub__, baselines(document)[1:], baselines(document))}) == 1


VERSE = (
    ".verse { width: 100% } .verse-body { max-width: 100%; width: 5em; margin: 0 auto; --fit: lines } "
    ".stanza { --fit: none } .verse-line { margin-left: 1em; text-align: start; text-indent: -1em } "
    ".by { --fit: beside; text-align: right; text-indent: 0; padding-right: calc((100% - 5em) / 2) } "
)


def poem(*lines: str) -> str:
    made = "".join(f'<p class="verse-line">{line}</p>' for line in lines)
    return (
        f'<div class="verse"><div class="verse-body"><div class="stanza">{made}</div></div><p class="by">李白</p></div>'
    )


def with_readings(text: str, kind: str = "", reading: str = "chuáng") -> str:
    return f"<ruby{kind}>{''.join(f'{character}<rt>{reading}</rt>' for character in text)}</ruby>"


@pytest.mark.parametrize(("kind", "reading"), [("", "chuáng"), (' class="zhuyin"', "ㄔㄨㄤˊ"), ("", "a")])
def test_a_line_of_verse_is_one_line_however_wide_its_readings_are(kind: str, reading: str) -> None:
    first, second = (with_readings(text, kind, reading) + "，" for text in ("床前明月光", "疑是地上霜"))
    _, pdf = pressed(poem(first, second), RUBY + VERSE)
    base = [(character, x, y) for character, x, y, size in glyphs_of(pdf) if size > 10]
    assert len({y for character, _, y in base if character not in "李白"}) == 2
    left = min(x for _, x, _ in base)
    right = max(x + 5.25 for character, x, _ in base if character == "，")
    assert left - 30 == pytest.approx(324 - right, abs=6), "in the middle"
    by = max(x + 10.5 for character, x, _ in base if character in "李白")
    assert by == pytest.approx(right, abs=4), "the author stands at its edge"


def test_verse_that_is_wider_than_the_measure_is_turned_over() -> None:
    _, pdf = pressed(poem(with_readings("床前明月光" * 5)), RUBY + VERSE)
    assert max(x for _, x, _, _ in glyphs_of(pdf)) < 324
    assert min(x for _, x, _, _ in glyphs_of(pdf)) >= 30 - 0.05


def test_nothing_of_a_note_in_two_rows_is_printed_on_its_neighbour() -> None:
    note = "朋，同门为朋，同志为友。夹注很长，一行排不完的时候，先排满这一行里的上下两行小字，再从下一行接着排"
    for before in range(8, 28):
        _, pdf = pressed(f'<p>{"学" * before}<span class="warichu">{note}</span>{"乎" * 10}</p>', MARKS)
        assert text_of(pdf) == "学" * before + note + "乎" * 10
        rows: dict[float, list[tuple[float, str]]] = {}
        for character, x, y, size in glyphs_of(pdf):
            if size < 6:
                rows.setdefault(round(y, 1), []).append((x, character))
        for row in rows.values():
            row.sort()
            for (x, character), (following, _) in zip(row, row[1:], strict=False):
                assert following - x >= (2.6 if character in "，。" else 5.2), (before, character)
                assert following - x <= 8, (before, character)


@pytest.mark.parametrize(
    "note", ["见p. 123，共12345人", "see Supercalifragilistic and 2026", "978-7-02-000001-2 978-7", "甲乙丙"]
)
def test_numbers_and_words_of_a_note_in_two_rows_stay_whole(note: str) -> None:
    words = note.replace("，", " ").replace("见", "").replace("共", "").replace("人", "").split()
    for before in range(10, 28):
        _, pdf = pressed(f'<p>{"学" * before}（<span class="warichu">{note}</span>）{"乎" * 30}</p>', MARKS)
        drawn = [glyph for glyph in glyphs_of(pdf) if glyph[3] < 6]
        text = "".join(glyph[0] for glyph in drawn)
        for word in words if note != "甲乙丙" else []:
            at = text.index(word)
            assert len({round(glyph[2], 1) for glyph in drawn[at : at + len(word)]}) == 1, (before, word)
        if note == "甲乙丙":
            assert max(glyph[2] for glyph in drawn) - min(glyph[2] for glyph in drawn) < 10, before


@pytest.mark.parametrize(
    ("base", "reading"),
    [
        ("一二三四五六七八九十" * 4, "a reading of several words for all of this"),
        ("一二三四五六七八九十" * 4, "x"),
        ("字", "verylongreading" * 9),
        ("天地", "verylongreading" * 9),
    ],
)
def test_a_reading_that_is_longer_than_the_line_stays_in_the_measure(base: str, reading: str) -> None:
    _, pdf = pressed(f"<p>前面有字<ruby>{base}<rt>{reading}</rt></ruby>后面也有字。</p>", RUBY)
    assert text_of(pdf).replace("-", "") == f"前面有字{base}后面也有字。"
    drawn = glyphs_of(pdf)
    assert "".join(reading.split()) in "".join(c for c, _, _, size in drawn if size < 6 and c not in "（）- ")
    assert min(x for _, x, _, _ in drawn) >= 30 - 0.05
    assert max(x for _, x, _, _ in drawn) < 324


def test_marks_have_no_reading() -> None:
    _, pdf = pressed("<p>那里<ruby>“付”<rt>fù</rt></ruby>。</p>", RUBY)
    places = {character: x for character, x, _, _ in glyphs_of(pdf)}
    assert places["。"] - places["”"] == pytest.approx(5.25, abs=0.01)
    assert places["付"] <= places["f"] < places["ù"] < places["”"]


def test_lines_and_dots_that_meet_keep_apart() -> None:
    inner = '<span class="proper-name">项羽</span>'
    marked = f'<em class="dots"><span class="wavy-title">史记{inner}</span></em>'
    _, pdf = pressed(f"<p>读{marked}</p>", MARKS)
    rects = [drawing["rect"] for drawing in drawings_of(pdf)]
    name = next(rect for rect in rects if rect.width < 25 and rect.height < 1)
    title = next(rect for rect in rects if rect.width > 35)
    dots = [rect for rect in rects if rect.width < 2]
    assert len(dots) == 4
    assert title.y0 - name.y1 >= 0.1 * 10.5 - 0.1
    assert min(rect.y0 for rect in dots) >= title.y1
    assert max(rect.y1 for rect in dots) < name.y0 + 0.5 * 10.5


def test_characters_that_are_read_are_as_wide_as_their_places_for_who_copies_the_text() -> None:
    """The white between them belongs to each as its spacing, inside a span that says which character it is."""
    _, pdf = pressed(f"<p>{with_readings('河边小路')}</p>", RUBY)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        stream = opened[0].read_contents().decode("latin-1")
    spacings = [float(found) for found in re.findall(r"([\d.]+) Tc", stream)]
    assert len([spacing for spacing in spacings if spacing > 3]) == 4  # px
    assert spacings[1::2] == [0.0] * (len(spacings) // 2)
    assert text_of(pdf) == "河边小路"


ENTRIES = (
    ".entries { --fit: heads } .unit { --fit: none; margin-left: 3em } .entry-first { text-indent: -3em } "
    ".entry-head { display: inline-block; min-width: 3em; text-indent: 0; line-height: 0; --beside-han: lead } "
)


@pytest.mark.parametrize("kind", ["", ' class="zhuyin"'])
def test_entries_begin_behind_the_longest_head_with_its_readings(kind: str) -> None:
    def entry(head: str, text: str) -> str:
        return f'<div class="unit"><p class="entry-first"><span class="entry-head">{head}：</span>{text}</p></div>'

    read = with_readings("掌柜", kind, "ㄔㄨㄤˊ" if kind else "zhuang")
    _, pdf = pressed(f'<div class="entries">{entry(read, "天" * 40)}{entry("我", "地" * 40)}</div>', RUBY + ENTRIES)
    starts = {round(min(x for _, x, other, _ in rows if other == y), 1) for rows in [
        [glyph for glyph in glyphs_of(pdf) if glyph[0] in "天地"]
    ] for y in {glyph[2] for glyph in rows}}  # fmt: skip
    assert len(starts) == 1
    assert starts.pop() > 30 + 3 * 10.5 + 1
