"""The screen PDF: what validators say of a book with every block and mark, and whether they and we see its faults."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page as validator
import pikepdf
import pymupdf
import pytest

from fuzi.api import build
from fuzi.pipeline import Result
from fuzi.prepress.screen import for_screen
from fuzi.prepress.screen_check import screen_faults
from fuzi.prepress.screen_xmp import packet
from fuzi.prepress.tags import read_tagged
from tests.prepress.screen_book import write_book

ROOT = Path(__file__).parents[2]
GENRES = ROOT / "tests/books/genres"
Change = Callable[[pikepdf.Pdf], None]


def failures(pdf: bytes, profile: str) -> list[str]:
    report = validator.validate_pdf_bytes(pdf, profile=profile)
    return [f"{failure.rule_id} {failure.message}" for failure in report.failures]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    home = tmp_path_factory.mktemp("screen")
    made = build(write_book(home / "book"), home / "output", products=("pdf", "screen-pdf"))
    assert made.ok, [item.message("en") for item in made.report.sorted()]
    return made


def file_of(result: Result, edition: str) -> bytes:
    return next(made.artifact.data for made in result.made if made.artifact.edition == edition)


@pytest.fixture(scope="module")
def pdf(result: Result) -> bytes:
    return file_of(result, "zh-Hans/screen-pdf")


def changed(pdf: bytes, change: Change) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def codes_of(pdf: bytes) -> set[str]:
    return {item.code.id for item in screen_faults(pdf, read_tagged(pdf), "x").diagnostics}


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_book_with_every_block_and_mark_is_valid(result: Result, tag: str, profile: str) -> None:
    assert not failures(file_of(result, f"{tag}/screen-pdf"), profile)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_book_of_genres_is_valid(tmp_path: Path, profile: str) -> None:
    made = build(GENRES, tmp_path, variants=("zh-Hant-HK",), products=("screen-pdf",)).made
    assert [item.artifact.path for item in made] == ["zh-Hant-HK/genres_zh-Hant-HK_screen.pdf"]
    assert not failures(made[0].artifact.data, profile)


def test_the_pages_look_as_they_do_in_the_plain_pdf(result: Result, pdf: bytes) -> None:
    plain = file_of(result, "zh-Hans/pdf")
    with pymupdf.open(stream=plain, filetype="pdf") as first, pymupdf.open(stream=pdf, filetype="pdf") as second:
        assert len(first) == len(second)
        for number, page in enumerate(first):
            assert page.get_pixmap(dpi=60).samples == second[number].get_pixmap(dpi=60).samples, number


def test_the_file_says_what_it_is(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        assert document.pdf_version == "1.7"
        assert str(root.Lang) == "zh-Hans"
        assert root.PageLayout == "/SinglePage"
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.MarkInfo.Marked
        assert root.OutputIntents[0].S == "/GTS_PDFA1"
        assert b"sRGB" in root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert "/Filter" not in root.Metadata
        text = root.Metadata.read_bytes().decode()
        for mark in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "pdfaExtension:schemas"):
            assert mark in text
        assert "<rdf:li>zh-Hans</rdf:li>" in text
        assert "灯下杂记" in text
        assert all(page.obj.Tabs == "/S" for page in document.pages)
        assert not any(isinstance(item, pikepdf.Stream) and "/Interpolate" in item for item in document.objects)


def test_each_variant_names_its_language(result: Result) -> None:
    with pikepdf.open(BytesIO(file_of(result, "zh-Hant-TW/screen-pdf"))) as document:
        assert str(document.Root.Lang) == "zh-Hant-TW"


def test_bookmarks_have_three_levels_and_pages_their_folios(pdf: bytes) -> None:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        bookmarks = [(level, title) for level, title, _ in document.get_toc()]
        labels = [page.get_label() for page in document]
    assert max(level for level, _ in bookmarks) == 3
    assert (1, "上篇　河边") in bookmarks
    assert (2, "诗文") in bookmarks
    assert (3, "二、表") in bookmarks
    assert "跳了一级的标题" not in [title for _, title in bookmarks]
    assert labels[:9] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "1"]


def test_every_link_is_told_in_words(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        told = [str(item.Contents) for page in document.pages for item in page.obj.get("/Annots", [])]
        flags = {int(item.F) for page in document.pages for item in page.obj.get("/Annots", [])}
        names = {str(name) for name in document.Root.Names.Dests.Names[::2]}
        targets = {str(item.Dest) for page in document.pages for item in page.obj.get("/Annots", []) if "/Dest" in item}
    assert flags == {4}
    assert "官网 https://example.org/" in told
    assert "前言 v" in told
    assert told.count("前言 v") == 1  # the engine makes a second annotation for the title inside the entry
    assert targets <= names


def test_the_same_pages_give_the_same_file(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        out = BytesIO()
        document.save(out)
    assert for_screen(out.getvalue()) == for_screen(out.getvalue())


def test_time_zones_make_no_difference(tmp_path: Path) -> None:
    found = []
    for zone in ("Asia/Shanghai", "America/New_York"):
        output = tmp_path / zone.replace("/", "-")
        command = [sys.executable, "build.py", "build", "screen-pdf", "--book", str(GENRES), "--variant", "zh-Hans"]
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(found))}
        subprocess.run([*command, "--output", str(output)], cwd=ROOT, env=environment, check=True, capture_output=True)
        found.append((output / "genres/zh-Hans/genres_zh-Hans_screen.pdf").read_bytes())
    assert found[0] == found[1]


def test_no_stream_ends_in_half_a_line_end(pdf: bytes) -> None:
    """A quarter of a per cent of all streams would, by chance."""
    assert b"\r\nendstream" not in pdf

    def tear(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Contents = pikepdf.Stream(document, b"q Q\r")

    torn = for_screen(changed(pdf, tear))
    assert b"\r\nendstream" not in torn


def _title(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]
    text = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(re.sub(rb"<dc:title>.*?</dc:title>", b"", text, flags=re.DOTALL))


def _elements(document: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    found = [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem" and role == item.S
    ]
    assert found
    return found


def _alternative(document: pikepdf.Pdf) -> None:
    del _elements(document, "/Figure")[0]["/Alt"]


def _heading(document: pikepdf.Pdf) -> None:
    for element in _elements(document, "/H2"):
        element["/S"] = pikepdf.Name("/H5")


def _language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def _contents(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        for item in page.obj.get("/Annots", []):
            del item["/Contents"]


def _intent(document: pikepdf.Pdf) -> None:
    del document.Root["/OutputIntents"]


@pytest.mark.parametrize(
    ("change", "profile", "code"),
    [
        (_title, "ua1", "X144"),
        (_language, "ua1", "X144"),
        (_alternative, "ua1", "X142"),
        (_heading, "ua1", "X143"),
        (_contents, "ua1", "X145"),
        (_intent, "3a", "X144"),
    ],
)
def test_what_is_taken_away_is_missed_by_the_validator_and_by_us(
    pdf: bytes, change: Change, profile: str, code: str
) -> None:
    assert not codes_of(pdf)
    broken = changed(pdf, change)
    assert failures(broken, profile)
    assert code in codes_of(broken)


def _unmark(document: pikepdf.Pdf) -> None:
    stream = document.pages[9].obj.Contents
    data, count = re.subn(rb"/P\s<</MCID \d+>>\sBDC", b"/P BMC", stream.read_bytes(), count=1)
    assert count
    stream.write(data)


def _orphan(document: pikepdf.Pdf) -> None:
    element = next(item for item in _elements(document, "/P") if isinstance(item.K[0], int))
    element["/K"] = pikepdf.Array([])


def _double(document: pikepdf.Pdf) -> None:
    element = next(item for item in _elements(document, "/P") if isinstance(item.K[0], int))
    element.K.append(element.K[0])


def _unnamed(document: pikepdf.Pdf) -> None:
    for item in list(document.objects):
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            del item["/ToUnicode"]


@pytest.mark.parametrize(
    ("change", "code"), [(_unmark, "X140"), (_orphan, "X140"), (_double, "X141"), (_unnamed, "X146")]
)
def test_text_that_is_not_read_or_read_twice_is_found(pdf: bytes, change: Change, code: str) -> None:
    assert code in codes_of(changed(pdf, change))


def test_the_packet_escapes_what_titles_hold() -> None:
    text = packet({"/Title": "甲 & <乙>", "/ModDate": "D:20260102030405Z"}, "zh-Hans").decode()
    assert "甲 &amp; &lt;乙&gt;" in text
    assert "<xmp:ModifyDate>2026-01-02T03:04:05Z</xmp:ModifyDate>" in text
    assert "xmp:CreateDate" not in text
