"""Chinese paragraphs as they stand in the PDF: edges, nesting, floats, code, and nothing lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pymupdf
import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

import fuzi.press.engine  # noqa: F401  (puts the corrections in place)
from fuzi.press.engine.setting import Setting

LEFT, WIDTH = 30.0, 294.0
"""pt: 28 characters of 10.5 pt."""

STYLE = f"""
@page {{ size: {LEFT * 2 + WIDTH}pt 300pt; margin: 40pt {LEFT}pt }}
html {{ font-family: "Noto Serif CJK SC"; font-size: 10.5pt; line-height: 17.5pt }}
body, p {{ margin: 0 }}
p {{ text-indent: 2em; text-align: justify; overflow-wrap: anywhere }}
em, strong, code, sup, small {{ line-height: 0 }}
strong {{ font-family: "Noto Sans CJK SC" }}
code {{ font-family: "Noto Sans Mono CJK SC"; font-size: .86em; white-space: pre-wrap }}
.note {{ float: footnote }}
"""
PROSE = "天光渐渐亮了，街上还没有什么人。卖豆浆的老人把炉子捅旺，“来一碗吧。”他说，“今天的豆子（新收的）好。”"


@dataclass(frozen=True)
class Line:
    """The characters of one baseline, from left to right, with their origins and the right edge of the last."""

    text: str
    left: float
    right: float


def pressed(body: str, style: str = "", lang: str = "zh-Hans") -> tuple[Any, bytes]:
    html = f"<html lang={lang}><meta charset=utf-8><style>{STYLE}{style}</style><body>{body}"
    document = weasyprint.HTML(string=html).render()
    return document, document.write_pdf()


def lines_of(pdf: bytes) -> Iterator[Line]:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        for page in opened:
            rows: dict[float, list[tuple[float, float, str]]] = defaultdict(list)
            for span in page.get_texttrace():
                for code, _, (x, y), (_, _, end, _) in span["chars"]:
                    rows[round(y, 1)].append((x, end, chr(code)))
            for _, cells in sorted(rows.items()):
                cells.sort()
                seen = [cell for cell in cells if not cell[2].isspace()]
                if seen:
                    yield Line("".join(cell[2] for cell in cells), seen[0][0], _edge(seen[-1]))


def _edge(cell: tuple[float, float, str]) -> float:
    """The right edge; a mark at the end of a line is half as wide as its cell (GB/T 15834-2011, 5.1.10)."""
    return cell[1] - (5.25 if cell[2] in "，。、；：！？”’）》" else 0.0)


def text_of(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return "".join("".join(page.get_text() for page in opened).split())


def flush(lines: list[Line], right: float = LEFT + WIDTH) -> list[Line]:
    """Lines that do not reach the right edge within 0.02 pt."""
    return [line for line in lines if abs(line.right - right) > 0.02]


def test_every_line_but_the_last_reaches_the_edge() -> None:
    _, pdf = pressed(f"<p>{PROSE * 6}")
    lines = list(lines_of(pdf))
    assert len(lines) > 8
    assert flush(lines[:-1]) == []
    assert text_of(pdf) == PROSE * 6


def test_a_hundred_glyphs_do_not_add_up_an_error() -> None:
    _, pdf = pressed(f"<p>{PROSE * 6}", "@page { size: 1200pt 300pt }")
    lines = list(lines_of(pdf))
    assert flush(lines[:-1], 1200 - LEFT) == []


def test_marks_in_nested_boxes_change_nothing_at_the_edge() -> None:
    nested = "".join(f"<em>{'<strong>' * (n % 3)}{PROSE[n : n + 9]}{'</strong>' * (n % 3)}</em>" for n in range(40))
    _, pdf = pressed(f"<p>{nested}")
    lines = list(lines_of(pdf))
    assert flush(lines[:-1]) == []
    assert text_of(pdf) == "".join(PROSE[n : n + 9] for n in range(40))


def test_a_paragraph_goes_on_over_pages_without_loss() -> None:
    document, pdf = pressed(f"<p>{PROSE * 40}")
    assert len(document.pages) > 3
    assert text_of(pdf) == PROSE * 40
    assert flush(list(lines_of(pdf))[:-1]) == []


def test_lines_beside_floats_reach_the_float() -> None:
    block = "<div style='float:{0};width:84pt;height:52pt;margin-{1}:10.5pt;background:#eee'></div>"
    for side, margin in (("left", "right"), ("right", "left")):
        _, pdf = pressed(block.format(side, margin) + f"<p>{PROSE * 4}")
        lines = list(lines_of(pdf))
        right = LEFT + WIDTH - (94.5 if side == "right" else 0)
        assert flush(lines[:3], right) == []
        assert flush(lines[3:-1]) == []
        assert text_of(pdf) == PROSE * 4


def test_a_float_inside_a_paragraph_stands_beside_the_line_that_meets_it() -> None:
    float_box = "<span style='float:right;width:84pt;height:30pt'>旁</span>"
    document, pdf = pressed(f"<p>{PROSE * 2}{float_box}{PROSE * 2}")
    (placed,) = [box for box in document.pages[0]._page_box.descendants() if box.is_floated()]
    assert placed.position_x * 0.75 == pytest.approx(LEFT + WIDTH - 84)
    assert sorted(text_of(pdf)) == sorted(PROSE * 4 + "旁")
    assert [line for line in lines_of(pdf) if line.right > LEFT + WIDTH + 0.02] == []


def test_forced_breaks_end_lines_where_they_stand() -> None:
    _, pdf = pressed("<p>白日依山尽，<br>黄河入海流。<br>欲穷千里目，<br><br>更上一层楼。")
    assert [line.text for line in lines_of(pdf)] == ["白日依山尽，", "黄河入海流。", "欲穷千里目，", "更上一层楼。"]


def test_edges_of_boxes_in_the_line_take_their_room() -> None:
    boxed = f"<span style='padding:0 7pt;border:1pt solid'>{PROSE[:40]}</span>"
    _, pdf = pressed(f"<p>{PROSE}{boxed}{PROSE}")
    lines = list(lines_of(pdf))
    ends_inside = [line for line in flush(lines[:-1]) if line.right < LEFT + WIDTH - 8.02]
    assert ends_inside == []
    assert text_of(pdf) == PROSE + PROSE[:40] + PROSE


def test_links_cover_their_words() -> None:
    document, _ = pressed(f"<p>{PROSE}<a href='https://example.org'>一个很好的去处</a>{PROSE}")
    links = [item for page in document.pages for item in page.links]
    assert sum(item[2][2] - item[2][0] for item in links) == pytest.approx(7 * 14, abs=3)


def test_a_table_column_is_as_wide_as_its_longest_cell() -> None:
    document, _ = pressed("<table><tr><td>“甲”、《乙》（丙）1937年<td>丁</table>")
    (cell, _) = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, boxes.TableCellBox)]
    rows = [box for box in cell.descendants() if isinstance(box, boxes.LineBox)]
    assert len(rows) == 1
    assert rows[0].width == pytest.approx(cell.width, abs=0.01)


def test_spaces_of_code_are_kept_and_its_columns_stand() -> None:
    style = "white-space:pre-wrap;font-family:Noto Sans Mono CJK SC"
    code = f"<div style='{style}'>text:\n    一、二        # 甲\n    ab（c）       # 乙</div>"
    _, pdf = pressed(code)
    lines = [line.text for line in lines_of(pdf)]
    assert lines == ["text:", "    一、二        # 甲", "    ab（c）       # 乙"]
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        chars = [cell for span in opened[0].get_texttrace() for cell in span["chars"]]
    hashes = [cell[2][0] for cell in chars if chr(cell[0]) == "#"]
    assert hashes[0] == pytest.approx(hashes[1], abs=0.01)


def test_right_to_left_words_and_pictures_as_type_are_not_lost() -> None:
    text = "混排שלום עולם和مرحبا بالعالم结束，葛󠄀城、café与naïve。"
    _, pdf = pressed(f"<p>{text}")
    found = text_of(pdf)
    for piece in ("混排", "和", "结束", "城", "café", "naïve"):
        assert piece in found
    assert sorted(c for c in found if "\u0590" <= c <= "\u05ff") == sorted("שלוםעולם")


def test_long_words_are_hyphenated_and_addresses_are_not() -> None:
    words = "词internationalization与characteristically和https://example.org/a/very/long/path/to/it，"
    _, pdf = pressed(f"<p>{words * 6}")
    lines = [line.text for line in lines_of(pdf)]
    ends = [line for line in lines if line.endswith("-")]
    assert ends
    assert all(line[-2].isalpha() for line in ends)
    assert flush(list(lines_of(pdf))[:-1]) == []


def test_a_note_call_stays_with_its_word() -> None:
    body = "".join(f"{PROSE[n : n + 7]}<sup>\u2060①</sup>" for n in range(40))
    _, pdf = pressed(f"<p>{body}", "sup { font-size: .8em }")
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        calls = [
            cell[2][0]
            for page in opened
            for span in page.get_texttrace()
            for cell in span["chars"]
            if cell[0] == 0x2460
        ]
    assert len(calls) == 40
    assert min(calls) > LEFT + 5


def test_text_of_a_settled_box_changes_only_for_the_same_width() -> None:
    document, _ = pressed("<p>见注①。")
    (box,) = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, boxes.TextBox)]
    assert isinstance(box.pango_layout, Setting)
    assert box.pango_layout.retext("①", "②")
    assert box.pango_layout.text == "见注②。"
    assert not box.pango_layout.retext("②", "x")
    assert not box.pango_layout.retext("⑨", "①")


@pytest.mark.parametrize("align", ["center", "right", "start"])
def test_other_alignments_are_not_stretched(align: str) -> None:
    _, pdf = pressed(f"<p style='text-align:{align};text-indent:0'>短短的一行字")
    (line,) = lines_of(pdf)
    middle = {"center": LEFT + WIDTH / 2, "right": LEFT + WIDTH - 31.5, "start": LEFT + 31.5}[align]
    assert (line.left + line.right) / 2 == pytest.approx(middle, abs=0.01)


def test_decorations_run_under_the_whole_word() -> None:
    _, pdf = pressed("<p>划<u>一条线在下面</u>，<s>删去</s>。")
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        widths = sorted(drawing["rect"].width for drawing in opened[0].get_drawings())
    assert widths == pytest.approx([2 * 10.5, 6 * 10.5], abs=0.6)
