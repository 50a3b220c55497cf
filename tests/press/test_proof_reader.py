"""What a pre-flight reads back: heads and feet of pages, words inside the trim, and the bars of a cover."""

from __future__ import annotations

from typing import Any

import pymupdf
import pytest

from fuzi.model.product import PageFact
from fuzi.press.proof_reader import read_barcode, read_pages
from fuzi.render.barcode import barcode

MM = 72 / 25.4
FACT = PageFact(0, "1", "c1", False, None, None, 3, 9, 0.0, (40, 60, 260, 340))


def page(bleed: float = 0.0) -> tuple[Any, Any]:
    open_pdf: Any = pymupdf.open
    document = open_pdf()
    made = document.new_page(width=300 + 2 * bleed, height=400 + 2 * bleed)
    made.set_trimbox(pymupdf.Rect(bleed, bleed, 300 + bleed, 400 + bleed))
    return document, made


def drawn(isbn: str = "9787100000000", *, ground: Any = None, beside: float = 0.0, box: float = 60.0) -> bytes:
    """A symbol at 100 % on a white box of so many mm, on a coloured ground or on none; a bar of text so far beside."""
    document, made = page()
    rect: Any = pymupdf.Rect
    if ground is not None:
        made.draw_rect(made.rect, color=None, fill=ground)
        left = 100 - (box - 95 * 0.33) / 2 * MM
        made.draw_rect(rect(left, 90, left + box * MM, 190), color=None, fill=(1, 1, 1))
    symbol = barcode(isbn)
    assert symbol is not None
    module = 0.33 * MM
    for bar in symbol.bars:
        foot = 100 + (24 if bar.guard else 22) * MM
        at = 100 + bar.left * module
        made.draw_rect(rect(at, 100, at + bar.width * module, foot), color=None, fill=(0, 0, 0))
    if beside:
        made.draw_rect(rect(60, 110, 100 - beside * module, 120), color=None, fill=(0.2, 0.2, 0.8))
    data: bytes = document.tobytes()
    return data


def test_the_bars_give_digits_size_and_margins() -> None:
    read = read_barcode(drawn())
    assert read is not None
    assert read.digits == "9787100000000"
    assert read.module == pytest.approx(0.33, abs=0.002)
    assert read.left > 50  # nothing stands beside it


def test_what_stands_beside_it_takes_from_the_margin() -> None:
    read = read_barcode(drawn(beside=4))
    assert read is not None
    assert read.left == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize("ground", [(0.9, 0.3, 0.2), (0.1, 0.1, 0.1)])
def test_on_a_coloured_ground_the_white_box_is_the_margin(ground: tuple[float, float, float]) -> None:
    read = read_barcode(drawn(ground=ground, box=95 * 0.33 + 2 * 5 * 0.33))
    assert read is not None
    assert (read.left, read.right) == (pytest.approx(5, abs=0.1), pytest.approx(5, abs=0.1))


def test_a_page_without_bars_has_no_symbol() -> None:
    document, _ = page()
    assert read_barcode(document.tobytes()) is None


def test_heads_and_feet_are_told_apart_by_the_type_area() -> None:
    document, made = page(bleed=10)
    for x, y, word in ((60, 40, "Head"), (60, 200, "Body"), (60, 385, "12"), (2, 8, "Slug")):
        made.insert_text((x, y), word, fontsize=9)
    (text,) = read_pages(document.tobytes(), [FACT])
    assert (text.words, text.head, text.foot) == (("Head", "Body", "12"), ("Head",), ("12",))


def test_pages_without_facts_are_read_too() -> None:
    document, made = page()
    made.insert_text((60, 40), "Head", fontsize=9)
    document.new_page(width=300, height=400).insert_text((60, 40), "More", fontsize=9)
    first, second = read_pages(document.tobytes(), [FACT])
    assert (first.head, second.words, second.head) == (("Head",), ("More",), ())
