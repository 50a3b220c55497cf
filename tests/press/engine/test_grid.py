"""All body lines of a book stand on one grid, whatever stands between them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fuzi.check.gauge import gauge
from fuzi.model.book import Asset
from fuzi.model.metadata import Trim
from fuzi.press import press
from fuzi.press.engine import makeup
from fuzi.press.engine.grid import fit_rows
from fuzi.press.geometry import geometry
from fuzi.press.glyphs import read_glyphs
from tests.press.samples import EDITION, METADATA, galley, note, paragraph, section

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="61" viewBox="0 0 90 61">'
    b'<rect width="90" height="61"/></svg>'
)
ROWS = "".join(f"<tr><td>{number}</td><td>春天来到河边的小镇</td></tr>" for number in range(1, 12))
TABLE = (
    '<div class="table-block" data-span="text/01.md:9:1"><table class="columns-2"><caption>表</caption>'
    f"<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>{ROWS}</tbody></table></div>"
)
FIGURE = (
    '<figure class="figure" data-span="text/01.md:10:1"><img src="assets/a.svg" alt="图"/>'
    "<figcaption>图题在下</figcaption></figure>"
)
CODE = (
    '<pre class="code" data-span="text/01.md:11:1"><code><span class="code-line">'
    '<span class="code-text">a = 1</span></span></code></pre>'
)
QUOTE = f'<blockquote class="quote" data-span="text/01.md:12:1">{paragraph(60, 12)}</blockquote>'
HEADINGS = "".join(
    f'<h{level} class="heading level-{level}" data-span="text/01.md:{level}:1">小镇</h{level}>{paragraph(50, level)}'
    for level in (2, 3, 4, 5)
)


def pieces(count: int) -> str:
    """One round of everything, with a note of its own number."""
    noted = paragraph(40, 13).replace("</p>", note(count, "注文在页脚。", 13) + "春天来到</p>")
    text = [paragraph(120, 1), FIGURE, paragraph(80, 2), TABLE, noted, CODE, paragraph(70, 3), QUOTE, HEADINGS]
    return "".join(text)


@pytest.mark.parametrize("size", ["147×210", "105×144", "184×260"])
def test_body_lines_keep_one_phase_around_figures_tables_code_and_headings(size: str) -> None:
    width, height = size.split("×")
    metadata = replace(METADATA, trim=Trim(Decimal(width), Decimal(height)))
    book = galley(
        section("".join(map(pieces, (1, 2, 3))), first=True),
        assets=(Asset("assets/a.svg", "image/svg+xml", SVG, 90, 61),),
    )
    pages = press(book, EDITION, metadata).value
    figures = gauge(pages.facts, read_glyphs(pages.pdf), "test").value
    assert pages.facts.count > 3
    assert figures.phases == 1
    assert figures.off_grid == 0
    assert figures.spread < 0.01
    assert figures.flush == figures.full


def test_a_full_page_has_all_its_rows() -> None:
    book = galley(section("".join(paragraph(400, line) for line in range(1, 9)), first=True))
    facts = press(book, EDITION, METADATA).value.facts
    page = geometry(METADATA.trim)
    assert page is not None
    assert facts.pages[1].lines == page.lines


def test_a_little_height_goes_into_the_white_between_the_lines() -> None:
    assert fit_rows(-15.0, 7.0, 20.0, 14.0) == (-14.0, 6.0)


def test_what_is_taller_takes_rows_and_keeps_the_phase() -> None:
    high, low = fit_rows(-30.0, 9.0, 20.0, 14.0)
    assert (high, low) == (-34.0, 6.0)
    assert fit_rows(-14.0, 31.0, 20.0, 14.0) == (-14.0, 46.0)


def short_end(extra: int) -> str:
    """A chapter whose last page has few lines: one full page and a little more, in paragraphs of all lengths."""
    return "".join(paragraph(78 + 5 * (line % 9), line) for line in range(1, 7)) + paragraph(extra, 20)


def rows_of_last_page(extra: int) -> tuple[int, int, int]:
    """Pages, lines on the last one, and characters of the chapter."""
    book = galley(section(short_end(extra), first=True))
    facts = press(book, EDITION, METADATA).value.facts
    pages = [fact for fact in facts.pages if fact.lines]
    return len(pages), pages[-1].lines, sum(fact.characters for fact in pages)


def test_a_chapter_does_not_end_in_a_few_lines_where_that_can_be_helped(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = range(103, 160, 9)
    mended = [rows_of_last_page(extra) for extra in lengths]
    monkeypatch.setattr(makeup._MakeUp, "_mend", lambda self: None)
    before = [rows_of_last_page(extra) for extra in lengths]
    assert all(rows < 5 for _, rows, _ in before)
    assert all(rows >= 5 for _, rows, _ in mended)
    assert [text for _, _, text in mended] == [text for _, _, text in before]
