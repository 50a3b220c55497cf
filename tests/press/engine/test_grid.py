"""All body lines of a book stand on one grid, whatever stands between them."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from decimal import Decimal

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from fuzi.check.gauge import gauge
from fuzi.manufacture.type_area import geometry
from fuzi.model.book import Asset
from fuzi.model.metadata import Trim
from fuzi.press import press
from fuzi.press.engine import makeup
from fuzi.press.engine.grid import fit_rows
from fuzi.press.forme import lay
from fuzi.press.glyphs import read_glyphs
from tests.press.samples import EDITION, HAN, METADATA, galley, note, paragraph, section

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="61" viewBox="0 0 90 61">'
    b'<rect width="90" height="61"/></svg>'
)
PAGE = geometry(METADATA.trim)
assert PAGE is not None
LINES = PAGE.lines
DATA = "data:image/svg+xml;base64," + b64encode(SVG).decode()
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
    assert facts.pages[1].lines == LINES


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_picture_taller_than_its_line_takes_whole_rows_whoever_sets_the_line(language: str) -> None:
    html = (
        "<style>:root { --leading: 17.5pt; font-size: 10.5pt; line-height: 17.5pt } body, p { margin: 0 }"
        "@page { size: 200pt 400pt; margin: 30pt } img { height: 41pt; width: 20pt; vertical-align: -9pt }</style>"
        f'<body lang="{language}"><p>before</p><p>one <img src="{DATA}"> two</p><p>after</p></body>'
    )
    page = weasyprint.HTML(string=html).render().pages[0]._page_box
    lines = [box for box in page.descendants() if isinstance(box, boxes.LineBox)]
    baselines = [(line.position_y + line.baseline) * 0.75 for line in lines]
    assert len(lines) == 3
    assert [round((later - baselines[0]) / 17.5, 4) for later in baselines] == [0, 2, 4]


def gaps_around(html: str, kind: type[boxes.Box]) -> tuple[float, float]:
    """White in pt between the rows of text and a box between two paragraphs of one line."""
    book = galley(
        section(paragraph(10, 1) + html + paragraph(10, 2), first=True),
        assets=(Asset("assets/a.svg", "image/svg+xml", SVG, 90, 61),),
    )
    page = lay(book, EDITION, METADATA).laid_out.document.pages[0]._page_box.children[0]
    found = list(page.descendants())
    before, after = (box for box in found if isinstance(box, boxes.LineBox))
    middle = next(box for box in found if isinstance(box, kind))
    above = middle.position_y - before.position_y - before.height
    below = after.position_y - middle.position_y - middle.margin_height()
    return above * 0.75, below * 0.75


@pytest.mark.parametrize("height", [20, 61, 77])
def test_a_picture_has_as_much_white_above_as_below(height: int) -> None:
    image = f'<img src="assets/a.svg" alt="" style="height:{height}pt"/>'
    above, below = gaps_around(f'<figure class="figure">{image}</figure>', boxes.BlockReplacedBox)
    assert above == pytest.approx(below, abs=0.01)
    assert 17.5 <= above < 26.5
    above, below = gaps_around(
        f'<div class="formula">{image.replace("<img", "<img class=" + chr(34) + "formula-image" + chr(34))}</div>',
        boxes.BlockReplacedBox,
    )
    assert above == pytest.approx(below, abs=0.01)
    assert 8.75 <= above < 17.5


def table(rows: int, words: int) -> str:
    cell = HAN * words
    body = "".join(f"<tr><td>{number}</td><td>{cell}</td></tr>" for number in range(1, rows + 1))
    return (
        '<div class="table-block" data-span="text/01.md:9:1"><table class="columns-2"><caption>表</caption>'
        f"<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>{body}</tbody></table></div>"
    )


def test_a_table_is_divided_rather_than_leave_its_heading_alone_on_a_page() -> None:
    heading = '<h2 class="heading level-2" data-span="text/01.md:2:1">小镇</h2>'
    filler = "".join(paragraph(20, 1) for _ in range(LINES))
    book = galley(section(filler + heading + table(8, 2), first=True))
    pages = [fact.lines for fact in press(book, EDITION, METADATA).value.facts.pages if fact.lines]
    assert pages[0] == LINES
    assert pages[1] > LINES / 2


def test_a_short_table_goes_to_the_next_page_whole_with_its_heading() -> None:
    heading = '<h2 class="heading level-2" data-span="text/01.md:2:1">小镇</h2>'
    filler = "".join(paragraph(20, 1) for _ in range(LINES - 8))
    book = galley(section(filler + heading + table(8, 0), first=True))
    pages = [fact.lines for fact in press(book, EDITION, METADATA).value.facts.pages if fact.lines]
    assert pages == [LINES - 8, 1 + 1 + 2 + 8]  # heading, caption, two cells of the head, a number in each row


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


def test_paragraphs_of_earlier_pages_help_when_the_page_before_the_last_has_none() -> None:
    quiet = '<p class="flush" style="text-align:left" data-span="text/01.md:9:1">短</p>'
    spare = (3 - rows_of(short_end(0) + quiet * LINES)) % LINES
    text = short_end(0) + quiet * (LINES + spare)
    assert rows_of(text, mend=False) == 3
    assert rows_of(text) == 5


def rows_of(text: str, *, mend: bool = True) -> int:
    """Lines of the last page of a chapter."""
    with pytest.MonkeyPatch.context() as patch:
        if not mend:
            patch.setattr(makeup._MakeUp, "_mend", lambda self: None)
        facts = press(galley(section(text, first=True)), EDITION, METADATA).value.facts
    return [fact.lines for fact in facts.pages if fact.lines][-1]


def test_a_short_last_page_that_cannot_be_helped_is_named() -> None:
    single = '<p data-span="text/01.md:{0}:1">短</p>'
    text = "".join(single.format(number) for number in range(1, LINES + 4))
    report = press(galley(section(text, first=True)), EDITION, METADATA).report
    assert [(str(item.place), item.code.id, dict(item.facts)) for item in report.diagnostics] == [
        (f"text/01.md:{LINES + 3}:1", "P120", {"page": "2", "rows": "3"})
    ]
