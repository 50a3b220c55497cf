"""Marks of the pages of print: before the very character, and where markup allows it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from fuzi.bind import PrintEdition, bind
from fuzi.model.galley import Galley, Matter, Section, Target
from fuzi.model.metadata import Metadata, Printing
from fuzi.model.product import PageFact, PageFacts, TextPosition
from fuzi.model.report import Report
from tests.bind.galleys import COVER, METADATA, asset, edition, galley, section

AREA = (0.0, 0.0, 300.0, 500.0)
MARK = '<span id="page-{0}" epub:type="pagebreak" role="doc-pagebreak" aria-label="{0}"></span>'


def page(number: int, section: str, opening: int | None, *, folio: str = "", blank: bool = False) -> PageFact:
    first = None if opening is None else TextPosition(f"text/{section}.md:{number}:1", 0)
    return PageFact(number - 1, folio or str(number), section, blank, first, first, 1, 1, 0.0, AREA, opening=opening)


def bound(
    book: Galley, pages: list[PageFact], printed: Galley | None = None, metadata: Metadata = METADATA, padding: int = 0
) -> tuple[dict[str, str], Report]:
    """The files of the package as text, with marks written short: ``|3|``."""
    facts = PageFacts(tuple(pages), {}, {}, padding=padding)
    outcome = bind(book, edition(), METADATA, COVER, PrintEdition(printed or book, facts, metadata))
    if not outcome.value.epub:
        return {}, outcome.report
    with zipfile.ZipFile(BytesIO(outcome.value.epub)) as archive:
        files = {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}
    texts = {name: data.decode() for name, data in files.items() if name.endswith((".xhtml", ".ncx", ".opf"))}
    for item in pages:
        texts = {name: text.replace(MARK.format(item.folio), f"|{item.folio}|") for name, text in texts.items()}
    return texts, outcome.report


def chapter(inner: str, printed: str = "", openings: tuple[int | None, ...] = (0,)) -> str:
    """The body of a chapter with its marks; ``printed`` is how print has it, when that is another thing."""
    body = galley(section("one", inner, title="第一章"), assets=(asset("assets/a.png"),))
    other = galley(section("one", printed or inner, title="第一章"), assets=(asset("assets/a.png"),))
    pages = [page(number, "one", opening) for number, opening in enumerate(openings, start=1)]
    files, report = bound(body, pages, other)
    assert not report.diagnostics
    text = files["text/one.xhtml"]
    start = text.index('class="chapter">') + len('class="chapter">')
    return text[start : text.index("</section>")]


@pytest.mark.parametrize(
    ("inner", "opening", "expected"),
    [
        ("<p>天地玄黄，宇宙洪荒。</p>", 5, "<p>天地玄黄，|2|宇宙洪荒。</p>"),
        ("<p>天地<strong>玄黄</strong>宇宙</p>", 3, "<p>天地<strong>玄|2|黄</strong>宇宙</p>"),
        ("<p>天地<strong>玄黄</strong>宇宙</p>", 5, "<p>天地<strong>玄黄</strong>宇|2|宙</p>"),
        ("<p>天地</p>\n<p>　玄黄</p>", 2, "<p>天地</p>\n<p>　|2|玄黄</p>"),
        ("<p>𠮷野𠮷家</p>", 2, "<p>𠮷野|2|𠮷家</p>"),
        (
            '<p>读<ruby class="z">渡<rt>dù</rt>口<rt>kǒu</rt></ruby>船</p>',
            2,
            '<p>读<ruby class="z">渡<rt>dù</rt></ruby>|2|<ruby class="z">口<rt>kǒu</rt></ruby>船</p>',
        ),
        ("<p>读<ruby>长城<rt>Wall</rt></ruby>船</p>", 2, "<p>读|2|<ruby>长城<rt>Wall</rt></ruby>船</p>"),
        (
            '<p>见<a href="https://e.org/">甲乙丙</a>处</p>',
            2,
            '<p>见|2|<a href="https://e.org/">甲乙丙</a>处</p>',
        ),
        ("<p>甲</p><h2>乙丙</h2>", 1, "<p>甲</p>|2|<h2>乙丙</h2>"),
        (
            '<p>甲</p><figure><img src="assets/a.png" alt=""/><figcaption>图</figcaption></figure>',
            1,
            '<p>甲</p>|2|<figure><img src="../assets/a.png" alt=""/><figcaption>图</figcaption></figure>',
        ),
        (
            '<p>甲</p><div class="table-block"><table><tr><td>一</td></tr><tr><td>二</td></tr></table></div>',
            1,
            '<p>甲</p>|2|<div class="table-block"><table><tr><td>一</td></tr><tr><td>二</td></tr></table></div>',
        ),
        (
            "<p>甲</p><table><tr><td>一</td></tr><tr><td>二</td></tr></table>",
            2,
            "<p>甲</p><table><tr><td>一</td></tr><tr><td>|2|二</td></tr></table>",
        ),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", 1, "<ul><li>甲</li><li><p>|2|乙</p></li></ul>"),
    ],
)
def test_a_mark_stands_before_the_character_that_the_page_begins_with(inner: str, opening: int, expected: str) -> None:
    assert chapter(inner, openings=(0, opening)) == f"|1|{expected}"


def test_what_print_alone_has_does_not_matter() -> None:
    printed = '<p class="item"><span class="marker">1.</span>甲乙丙</p><p>丁戊<span class="note">注</span>己</p>'
    inner = (
        '<ol><li><p class="item">甲乙丙</p></li></ol><p>丁戊<a class="noteref" href="#one">①</a>己</p>'
        '<div class="notes"><aside>注</aside></div>'
    )
    assert '<p class="item">甲|2|乙丙</p>' in chapter(inner, printed, (0, 3))
    assert '<p>丁戊<a class="noteref" href="#one">①</a>|2|己</p>' in chapter(inner, printed, (0, 7))


def test_a_page_with_nothing_but_a_note_stands_where_the_text_is_interrupted() -> None:
    inner = '<p>甲乙</p><div class="notes"><aside>注</aside></div>'
    printed = '<p>甲乙<span class="note">注</span></p>'
    assert "<p>甲|2||3|乙</p>" in chapter(inner, printed, (0, None, 1))
    assert '<p>甲乙</p>|2|<div class="notes">' in chapter(inner, printed, (0, None))


def test_two_pages_in_one_link_keep_their_order() -> None:
    assert "见|2||3|<a" in chapter('<p>见<a href="https://e.org/">甲乙丙丁</a></p>', openings=(0, 2, 4))


def front(*kinds: str) -> tuple[Section, ...]:
    return tuple(
        section(kind, f"<h1>{title}</h1>", kind=kind.removesuffix("-page"), matter=Matter.FRONT, title=title)
        for kind, title in (("half-title", "书名"), ("title-page", "书名"), ("series-page", "丛书"))
        if kind in kinds
    )


def test_pages_without_a_counterpart_and_blank_pages_and_padding() -> None:
    one, two = section("one", "<p>甲乙</p>", title="一"), section("two", "<p>丙</p>", title="二")
    contents = section(
        "contents", "<h1>目录</h1><p>一</p><p>二</p>", kind="contents", matter=Matter.FRONT, title="目录"
    )
    navigation = (Target("一", "one", "one"), Target("二", "two", "two"))
    printed = galley(*front("half-title", "title-page"), contents, one, two)
    book = galley(*front("title-page"), one, two, navigation=navigation)
    pages = [
        page(1, "half-title", 0, folio="i"),
        page(2, "half-title", None, folio="ii", blank=True),
        page(3, "title-page", 0, folio="iii"),
        page(4, "title-page", None, folio="iv", blank=True),
        page(5, "contents", 0, folio="v"),
        page(6, "contents", 3, folio="vi"),
        page(7, "one", 0, folio="1"),
        page(8, "one", None, folio="2", blank=True),
        page(9, "two", 0, folio="3"),
        page(10, "two", None, folio="4", blank=True),
    ]
    files, report = bound(book, pages, printed, padding=1)
    assert not report.diagnostics
    assert "|i||ii||iii|<h1>书名</h1>|iv|</section>" in files["text/title-page.xhtml"]
    assert "|1|<p>甲乙</p>|2|</section>" in files["text/one.xhtml"]
    assert "|3|<p>丙</p></section>" in files["text/two.xhtml"]
    nav = files["nav.xhtml"]
    assert '|v|<nav id="toc"' in nav
    assert '<li id="page-vi"><a href="text/two.xhtml">二</a></li>' in nav
    listed = etree.fromstring(nav.encode()).find(".//{*}nav[@id='page-list']")
    assert listed is not None
    assert listed.get("hidden") == "hidden"
    folios = ["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3"]
    assert [link.text for link in listed.iter("{*}a")] == folios
    ncx = files["toc.ncx"]
    assert '<meta name="dtb:totalPageCount" content="9"/><meta name="dtb:maxPageNumber" content="3"/>' in ncx
    assert ncx.count("<pageTarget ") == 9
    assert '<pageTarget id="target-page-3" type="normal" playOrder=' in ncx


def test_the_series_page_keeps_its_folio_behind_the_title() -> None:
    one = section("one", "<p>甲</p>", title="一")
    half, title, series = front("half-title", "title-page", "series-page")
    pages = [
        page(1, "half-title", 0, folio="i"),
        page(2, "series-page", 0, folio="ii"),
        page(3, "title-page", 0, folio="iii"),
        page(4, "one", 0, folio="1"),
    ]
    files, report = bound(galley(title, series, one), pages, galley(half, series, title, one))
    assert not report.diagnostics
    assert "|i||iii|<h1>" in files["text/title-page.xhtml"]
    assert "|ii|<h1>" in files["text/series-page.xhtml"]


def test_ids_of_the_book_are_left_alone() -> None:
    files, report = bound(galley(section("one", '<p id="page-1">甲</p>')), [page(1, "one", 0)])
    assert not report.diagnostics
    assert 'id="print-page-1"' in files["text/one.xhtml"]


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        (METADATA, "urn:isbn:9787201055107"),
        (Metadata("渡口", printing=Printing(edition=2)), "渡口"),
    ],
)
def test_the_source_of_the_pages(printed: Metadata, source: str) -> None:
    files, _ = bound(galley(section("one", "<p>甲</p>")), [page(1, "one", 0)], metadata=printed)
    package = files["content.opf"]
    assert f'<meta property="pageBreakSource">{source}</meta>' in package
    assert f'<dc:source id="pages">{source}</dc:source>' in package
    assert '<meta refines="#pages" property="source-of">pagination</meta>' in package
    assert "pageBreakMarkers" in package
    assert "pageNavigation" in package


def test_a_page_whose_text_is_not_in_the_book_is_reported_and_marked_all_the_same() -> None:
    printed = galley(section("one", "<p>天地玄黄</p><p>宇宙洪荒日月</p>"))
    pages = [page(1, "one", 0), page(2, "one", 4)]
    files, report = bound(galley(section("one", "<p>天地玄黄</p><p>寒来暑往秋收</p>")), pages, printed)
    assert [(item.code.id, str(item.place)) for item in report.diagnostics] == [("E121", "text/one.md:2")]
    assert "|2|" in files["text/one.xhtml"]


def test_two_pages_of_one_name_are_reported() -> None:
    pages = [page(1, "one", 0), page(2, "one", 1, folio="1")]
    files, report = bound(galley(section("one", "<p>甲乙</p>")), pages)
    assert not files
    assert [item.code.id for item in report.diagnostics] == ["E120"]
