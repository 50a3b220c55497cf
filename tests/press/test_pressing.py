"""The stage as a whole: pages, faults with their places, the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from fuzi.model.book import Asset
from fuzi.model.galley import Matter, Section
from fuzi.model.metadata import Contributor, Metadata, Trim
from fuzi.model.product import Pages
from fuzi.model.report import Report
from fuzi.press import press
from tests.press.samples import EDITION, HAN, METADATA, galley, note, paragraph, section, stylesheets

ROOT = Path(__file__).parents[2]


def png() -> bytes:
    data = BytesIO()
    Image.new("RGB", (900, 500), (120, 140, 160)).save(data, "PNG")
    return data.getvalue()


PICTURE = Asset("assets/a.png", "image/png", png(), 900, 500)
HEADING = '<h2 class="heading level-2" id="h1" data-title="一、桥" data-span="t.md:9:1">一、桥</h2>'


def whole() -> tuple[Section, ...]:
    """One of everything."""
    html = [
        '<header class="chapter-head"><h1 class="chapter-title length-short" data-span="t.md:1:1">章</h1></header>',
        paragraph(300, 2),
        HEADING,
        f'<p data-span="t.md:3:1">读 <em>The Book</em>{note(1, HAN, 3)}，H<sub>2</sub>O 与<code>make</code>。</p>',
        f'<blockquote class="quote">{paragraph(80, 4)}<p class="attribution">——某书</p></blockquote>',
        '<figure class="figure" id="f1"><img src="assets/a.png" alt="桥"/><figcaption>桥</figcaption></figure>',
        '<pre class="code" data-span="t.md:6:1"><code><span class="code-line"><span class="code-text">'
        + "abcdefgh " * 30
        + "</span></span></code></pre>",
    ]
    entries = '<p class="entry level-0 matter-body"><a href="#c1"><span class="entry-title">第一章</span></a></p>'
    contents = Section(
        "contents",
        "contents",
        Matter.FRONT,
        "目录",
        '<section id="contents" class="contents leaf matter-front" data-title="目录" data-head="桥上的灯">'
        f'<h1 class="leaf-title">目录</h1><div class="contents-list">{entries}</div></section>',
    )
    return contents, section("".join(html), first=True)


def codes(report: Report) -> list[tuple[str, str]]:
    return [(item.code.id, str(item.place or "")) for item in report.diagnostics]


@pytest.fixture(scope="module")
def pages() -> Pages:
    outcome = press(galley(*whole(), assets=(PICTURE,)), EDITION, METADATA)
    assert outcome.report.diagnostics == (), "neither the sample nor the styles of the base theme raise anything"
    return outcome.value


def test_the_pdf_says_what_it_is(pages: Pages) -> None:
    with pymupdf.open(stream=pages.pdf, filetype="pdf") as document:
        assert document.metadata["title"] == "桥上的灯"
        assert document.metadata["author"] == "林知远"
        assert document.metadata["creationDate"] == document.metadata["modDate"] == "D:20261101000000Z"
        assert [page.get_label() for page in document] == [page.folio for page in pages.facts.pages]
        assert document.get_toc() == [[1, "contents contents", 1], [1, "chapter c1", 3], [2, "一、桥", 3]] or [
            line[0] for line in document.get_toc()
        ] == [1, 1, 2]
        assert document[0].rect.width == pytest.approx(147 / 25.4 * 72, abs=0.01)


def test_the_contents_print_the_folio_of_their_target(pages: Pages) -> None:
    with pymupdf.open(stream=pages.pdf, filetype="pdf") as document:
        words = document[0].get_text().split()
        assert words[-2].strip("·") in {"", "1"} or "1" in words
        assert document[0].get_links()[0]["nameddest"] == "c1"


def test_running_heads_and_folios_stand_where_they_should() -> None:
    head = '<header class="chapter-head"><h1 class="chapter-title length-short">章</h1></header>'
    outcome = press(galley(section(head + paragraph(2000, 1))), EDITION, METADATA)
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        for page, fact in zip(document, outcome.value.facts.pages, strict=True):
            if fact.blank:
                assert page.get_text() == ""
                continue
            left, top, right, bottom = fact.type_area
            above = page.get_text(clip=(0, 0, 420, top - 4)).split()
            below = page.get_text("words", clip=(0, bottom + 4, 420, 600))
            assert [word[4] for word in below] == [fact.folio]
            outside = below[0][0] == pytest.approx(left, abs=1) or below[0][2] == pytest.approx(right, abs=1)
            assert outside
            expected = [[], ["桥上的灯"], ["chapter", "c1"], ["桥上的灯"]][min(fact.index, 3)]
            assert above == expected, "none on the opening page, the book on versos, the chapter on rectos"


def test_every_line_stands_on_the_grid_whatever_fonts_are_in_it() -> None:
    inline = "<em>Rivers 河</em>甲<strong>Bold 黑</strong><code>make</code>H<sub>2</sub>O"
    mixed = f'<p data-span="t.md:1:1">{HAN}{inline}{HAN}</p>'
    outcome = press(galley(section(mixed * 3)), EDITION, METADATA)
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        lines = document[0].get_text("dict")["blocks"]
    baselines = sorted(
        {
            round(span["origin"][1], 2)
            for block in lines
            for line in block["lines"]
            for span in line["spans"]
            if span["font"].startswith("Noto-Serif") and span["size"] > 10 and span["origin"][1] < 500
        }
    )
    steps = {round(after - before, 1) for before, after in zip(baselines, baselines[1:], strict=False)}
    assert steps == {17.5}


def test_the_same_galley_gives_the_same_bytes_in_another_process_time_zone_and_hash_seed(pages: Pages) -> None:
    script = (
        "import sys; from hashlib import sha256; from tests.press.test_pressing import *; "
        "sys.stdout.write(sha256(press(galley(*whole(), assets=(PICTURE,)), EDITION, METADATA).value.pdf).hexdigest())"
    )
    for zone, seed in (("Asia/Tokyo", "1"), ("America/Lima", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout == sha256(pages.pdf).hexdigest()


def test_a_character_no_font_has_is_an_error_at_its_block() -> None:
    outcome = press(
        galley(section('<p data-span="t.md:4:1">甲\ue123乙</p><p data-span="t.md:5:1">丙</p>')), EDITION, METADATA
    )
    assert codes(outcome.report) == [("P102", "t.md:4:1")]
    assert "U+E123" in outcome.report.diagnostics[0].message("zh")


def test_a_font_outside_the_theme_is_a_warning_that_names_the_characters() -> None:
    css = {**stylesheets(), "other.css": '.x { font-family: "LXGW WenKai Mono" }'}
    html = '<p data-span="t.md:4:1"><span class="x">甲乙</span></p>'
    outcome = press(galley(section(html), css=css), EDITION, METADATA)
    (diagnostic,) = outcome.report.diagnostics
    assert (diagnostic.code.id, str(diagnostic.place)) == ("P103", "t.md:4:1")
    assert "乙" in diagnostic.message("en")
    assert "LXGW WenKai Mono" in diagnostic.message("en")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'


@pytest.mark.parametrize(
    ("html", "assets", "code"),
    [
        ('<img src="assets/none.png" alt=""/>', (), "P105"),
        ('<img src="http://127.0.0.1/a.png" alt=""/>', (), "P104"),
        ('<img src="file:///etc/passwd" alt=""/>', (), "P104"),
        ('<img src="../../etc/passwd" alt=""/>', (), "P104"),
        ('<object data="file:///etc/passwd">甲</object>', (), "P104"),
        ('<a href="file:///etc/passwd" rel="attachment">甲</a>', (), "P104"),
        ('<img src="assets/t.png" alt=""/>', (replace(PICTURE, path="assets/t.png", data=png()[:300]),), "P106"),
        ('<img src="assets/t.jpg" alt=""/>', (Asset("assets/t.jpg", "image/jpeg", b"<html>404", 9, 9),), "P106"),
    ],
)
def test_pictures_that_cannot_be_had_are_errors_at_their_block(html: str, assets: tuple[Asset, ...], code: str) -> None:
    outcome = press(galley(section(f'<p data-span="t.md:4:1">{html}</p>'), assets=assets), EDITION, METADATA)
    assert (code, "t.md:4:1") in codes(outcome.report)
    assert outcome.report.failed


def test_a_drawing_cannot_fetch_anything_either() -> None:
    for inner in (
        '<image x:href="file:///etc/passwd" width="9" height="9"/>',
        '<image href="http://127.0.0.1/x.png" width="9" height="9"/>',
    ):
        drawing = Asset("assets/d.svg", "image/svg+xml", SVG.format(inner).encode(), 9, 9)
        html = '<p data-span="t.md:4:1"><img src="assets/d.svg" alt=""/></p>'
        outcome = press(galley(section(html), assets=(drawing,)), EDITION, METADATA)
        assert "P104" in [code for code, _ in codes(outcome.report)]


def test_links_that_lead_nowhere_are_errors() -> None:
    html = "".join(
        f'<p data-span="t.md:{line}:1"><a class="link" href="{target}">甲</a></p>'
        for line, target in ((4, "#none"), (5, "ch2.html"))
    )
    outcome = press(galley(section(html)), EDITION, METADATA)
    assert codes(outcome.report) == [("P107", "t.md:4:1"), ("P107", "t.md:5:1")]


def test_a_style_that_the_engine_does_not_know_is_named_with_its_sheet() -> None:
    css = {**stylesheets(), "house.css": "p { text-autospace: normal }"}
    outcome = press(galley(section(paragraph(5, 1)), css=css), EDITION, METADATA)
    (diagnostic,) = outcome.report.diagnostics
    assert diagnostic.code.id == "P110"
    assert "house.css" in diagnostic.message("en")


def test_a_trim_size_without_room_is_an_error_and_the_rest_is_still_looked_at() -> None:
    small = replace(METADATA, trim=Trim(Decimal(20), Decimal(20)))
    outcome = press(galley(section('<p data-span="t.md:4:1">\ue123</p>')), EDITION, small)
    assert sorted(code for code, _ in codes(outcome.report)) == ["P101", "P102"]


def test_something_too_wide_is_a_warning_with_its_place() -> None:
    cells = "".join(f"<td>{'x' * 12}<span style='white-space:nowrap'>{'甲' * 12}</span></td>" for _ in range(4))
    html = f'<div class="table-block"><table data-span="t.md:4:1"><tbody><tr>{cells}</tr></tbody></table></div>'
    outcome = press(galley(section(html)), EDITION, METADATA)
    assert codes(outcome.report) == [("P112", "t.md:4:1")]


def test_contributors_of_a_part_are_not_authors_of_the_pdf() -> None:
    metadata = Metadata(
        "书", contributors=(Contributor("主编", ("甲", "乙")), Contributor("撰稿人", ("丙",), part="上篇"))
    )
    outcome = press(galley(section(paragraph(5, 1))), EDITION, metadata)
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        assert document.metadata["author"] == "甲, 乙"


def test_deep_lists_and_quotations_lose_nothing() -> None:
    html = '<p data-span="t.md:1:1">核</p>'
    for _ in range(12):
        html = f'<blockquote class="quote">{html}</blockquote>'
    for depth in range(6):
        item = f'<li><p class="item"><span class="marker">•</span>层</p>{html}</li>'
        html = f'<ul class="list depth-{5 - depth} tight">{item}</ul>'
    outcome = press(galley(section(html)), EDITION, METADATA)
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        text = "".join(page.get_text() for page in document)
    assert text.count("层") == 6
    assert text.count("核") == 1
