"""The stage as a whole: valid files, reported faults, same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from fuzi.bind import bind
from fuzi.bind.characters import FORBIDDEN
from fuzi.bind.reader import read_text
from fuzi.model.galley import Matter, Target
from fuzi.model.metadata import Metadata
from fuzi.model.product import SectionText
from tests.bind.galleys import COVER, METADATA, asset, codes, edition, galley, only, section, simple, whole
from tests.epubcheck import assert_valid_epub, epubcheck

ROOT = Path(__file__).parents[2]


def members(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_whole_book_passes_epubcheck() -> None:
    book, metadata = whole()
    outcome = bind(book, edition(), metadata, COVER)
    assert not codes(outcome)
    assert outcome.value.documents == 9
    assert_valid_epub(outcome.value.epub)


def test_least_book_passes_epubcheck() -> None:
    outcome = bind(simple(), edition("zh-Hant-TW"), Metadata("書名"), COVER)
    assert outcome.value.documents == 3
    assert_valid_epub(outcome.value.epub)


def test_epubcheck_sees_faults() -> None:
    """The checker that the other tests trust does check."""
    epub = bind(simple(), edition(), METADATA, COVER).value.epub
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members(epub).items():
            archive.writestr(name, data.replace(b'href="text/one.xhtml"', b'href="text/two.xhtml"'))
    assert any(finding.severity == "ERROR" for finding in epubcheck(target.getvalue()))


def test_text_is_kept_to_the_character() -> None:
    book, metadata = whole()
    texts = {text.section: text for text in read_text(bind(book, edition(), metadata, COVER).value.epub)}
    assert list(texts) == [
        *(
            "cover",
            "title-page",
            "preface",
            "contents",
            "part-heping",
            "heping-1",
            "part-hedong",
            "hedong-1",
            "afterword",
        )
    ]
    assert texts["afterword"] == SectionText("afterword", "后记写完了。", "")
    assert texts["heping-1"].body.startswith("和平的早晨——记一条街这是我想做的事。所以早起①，又见后一章")
    assert "𠮷野家 龘" in texts["heping-1"].body
    assert texts["heping-1"].notes == "①早起：晨也。"
    assert texts["contents"].body == "目录序和平篇和平的早晨一、图与表图二、式河东篇河东后记"


def test_nothing_comes_between_inline_elements() -> None:
    inner = "<p><strong>还</strong><em>开</em><ruby>孟<rt>mèng</rt></ruby><ruby>子<rt>zǐ</rt></ruby></p>"
    epub = bind(simple(inner), edition(), METADATA, COVER).value.epub
    assert inner.encode() in members(epub)["EPUB/text/one.xhtml"]


def test_links_lead_into_the_document_that_has_the_target() -> None:
    book, metadata = whole()
    files = members(bind(book, edition(), metadata, COVER).value.epub)
    hedong = files["EPUB/text/hedong-1.xhtml"].decode()
    assert 'href="heping-1.xhtml#fig-1"' in hedong
    assert 'href="../nav.xhtml"' in hedong
    heping = files["EPUB/text/heping-1.xhtml"].decode()
    assert 'href="#note-heping-1-1"' in heping
    assert 'href="#sec-2"' in heping
    assert 'href="hedong-1.xhtml"' in heping
    assert 'href="https://example.org/?a=1&amp;b=2"' in heping


def test_file_names_are_ascii_and_unused_assets_stay_out() -> None:
    book, metadata = whole()
    names = list(members(bind(book, edition(), metadata, COVER).value.epub))
    assert all(name.isascii() for name in names)
    assert sum(name.startswith("EPUB/assets/") for name in names) == 4  # cover, map, ornament, paper
    assert not any("unused" in name for name in names)


def test_manifest_declares_what_documents_embed() -> None:
    book, metadata = whole()
    package = etree.fromstring(members(bind(book, edition(), metadata, COVER).value.epub)["EPUB/content.opf"])
    found = {item.get("href"): item.get("properties") for item in package.iter("{*}item") if item.get("properties")}
    assert found == {
        "nav.xhtml": "nav",
        "text/heping-1.xhtml": "mathml svg",
        "assets/cover.png": "cover-image",
    }


def test_cover_has_a_name_and_a_document() -> None:
    files = members(bind(simple(), edition(), METADATA, COVER).value.epub)
    cover = etree.fromstring(files["EPUB/cover.xhtml"])
    image = next(cover.iter("{*}img"))
    assert (image.get("src"), image.get("alt")) == ("assets/cover.png", "《前进中的社区》封面")
    assert files["EPUB/assets/cover.png"] == COVER.data


def test_cover_that_is_shown_in_the_text_too() -> None:
    book = simple('<p><img src="assets/cover.png" alt="图"/></p>', assets=(asset("assets/cover.png"),))
    epub = bind(book, edition(), METADATA, COVER).value.epub
    assert len([name for name in members(epub) if name.startswith("EPUB/assets/")]) == 2
    assert_valid_epub(epub)


def test_sections_of_the_galley_for_cover_and_contents_are_replaced() -> None:
    book = galley(
        section("titre", "<h1>书名</h1>", kind="title", matter=Matter.FRONT),
        section("mulu", '<h1>目录</h1><p id="line-1">一</p>', kind="contents", matter=Matter.FRONT, title="目录"),
        section(
            "preface", '<p>见<a href="#mulu">目录</a><a href="#line-1">行</a></p>', kind="preface", matter=Matter.FRONT
        ),
        section("one", "<h1>一</h1>"),
    )
    epub = bind(book, edition(), METADATA, COVER).value.epub
    assert [text.section for text in read_text(epub)] == ["cover", "titre", "mulu", "preface", "one"]
    assert members(epub)["EPUB/text/preface.xhtml"].count(b'href="../nav.xhtml"') == 2


def test_a_chapter_may_be_called_contents_or_cover() -> None:
    book = galley(section("contents", "<p>甲</p>"), section("cover", "<p>乙</p>"))
    texts = read_text(bind(book, edition(), METADATA, COVER).value.epub)
    assert [text.section for text in texts] == ["cover-page", "contents-page", "contents", "cover"]


def test_same_bytes_in_another_process_zone_and_order_of_hashes() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from hashlib import sha256\n"
        "from fuzi.bind import bind\n"
        "from tests.bind.galleys import COVER, edition, whole\n"
        "book, metadata = whole()\n"
        "print(sha256(bind(book, edition(), metadata, COVER).value.epub).hexdigest())\n"
    )
    book, metadata = whole()
    digests = {sha256(bind(book, edition(), metadata, COVER).value.epub).hexdigest()}
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "77")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C"}
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT)], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<p>没有闭合", "E101"),
        ("<p>a &nbsp; b</p>", "E101"),
        ("</section><section>", "E101"),
        ("<svg viewBox='0 0 1 1'></svg>", "E101"),
        ("<p>不可见\x08字符</p>", "E102"),
        ("<p>\ud842</p>", "E102"),
        ("<p>\ufffe</p>", "E102"),
        ('<p><a href="#nowhere">x</a></p>', "E103"),
        ('<p><a href="other.html">x</a></p>', "E103"),
        ('<p><a href="javascript:x">x</a></p>', "E103"),
        ('<p><a href="">x</a></p>', "E103"),
        ('<p id="a">x</p><p id="a">y</p>', "E105"),
        ('<p id="1 2">x</p>', "E106"),
        ('<p><img src="assets/none.png" alt=""/></p>', "E107"),
        ('<p><img src="https://example.org/a.png" alt=""/></p>', "E107"),
        ('<p><img src="../../etc/passwd" alt=""/></p>', "E107"),
    ],
)
def test_faults_of_the_text_are_reported_with_their_file(inner: str, code: str) -> None:
    outcome = bind(simple(inner), edition(), METADATA, COVER)
    assert codes(outcome) == [code]
    assert outcome.value.epub == b""
    place = only(outcome).place
    assert place is not None
    assert place.file == "text/one.md"
    for language in ("zh", "en"):
        message = only(outcome).message(language) + only(outcome).hint(language)
        assert message.encode()  # printable: no lone surrogate in a message
        assert "{" not in only(outcome).message(language)


def test_all_faults_are_reported_together() -> None:
    book = galley(
        section("one", '<p id="a">x<a href="#nowhere">y</a></p>'),
        section("two", '<p id="a">x<img src="assets/none.png" alt=""/></p>'),
        section("three", '<p><a href="#a">x</a></p>'),
        navigation=(Target("一", "one", "one", (Target("二", "one", "zz"),)), Target("五", "five", "five")),
    )
    assert codes(bind(book, edition(), METADATA, COVER)) == ["E103", "E107", "E104", "E110", "E110"]


def test_a_link_prefers_its_own_document() -> None:
    book = galley(
        section("one", '<p id="a">x<a href="#a">y</a></p>'),
        section("two", '<p id="a">x</p>'),
    )
    assert b'href="#a"' in members(bind(book, edition(), METADATA, COVER).value.epub)["EPUB/text/one.xhtml"]


def test_forbidden_characters_outside_the_text() -> None:
    assert codes(bind(simple(), edition(), replace(METADATA, title="书\x00名"), COVER)) == ["E102"]
    assert codes(bind(simple(stylesheets={"a.css": "p{}\x01"}), edition(), METADATA, COVER)) == ["E102"]
    navigation = (Target("甲", "one", "one", (Target("乙\x0b", "one", "one"),)),)
    assert codes(bind(simple(navigation=navigation), edition(), METADATA, COVER)) == ["E102"]


def test_cover_must_be_a_picture_that_shops_take() -> None:
    svg = asset("figures/cover.svg", "image/svg+xml", b"<svg/>")
    assert codes(bind(simple(), edition(), METADATA, svg)) == ["E109"]
    assert codes(bind(simple(), edition(), METADATA, asset("c.png", data=b""))) == ["E109"]


def test_pictures_of_a_strange_kind() -> None:
    book = simple('<p><img src="assets/a.tif" alt="图"/></p>', assets=(asset("assets/a.tif", "image/tiff"),))
    assert codes(bind(book, edition(), METADATA, COVER)) == ["E108"]


def test_empty_and_doubled_galleys() -> None:
    assert codes(bind(galley(), edition(), METADATA, COVER)) == ["E112"]
    assert codes(bind(simple(), edition(), Metadata(" "), COVER)) == ["E112"]
    twice = galley(section("one", "<p>a</p>"), section("one", "<p>b</p>"))
    assert codes(bind(twice, edition(), METADATA, COVER)) == ["E111"]


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), TEXT)
def test_no_text_is_lost(paragraphs: list[str], note: str) -> None:
    """Whatever XML can hold comes back from the file, in order."""

    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    allowed = [FORBIDDEN.sub("", text) for text in (*paragraphs, note)]
    body = "".join(f"<p>{escaped(text)}</p>" for text in allowed[:-1])
    aside = f'<aside epub:type="footnote" role="doc-footnote"><p>{escaped(allowed[-1])}</p></aside>'
    outcome = bind(galley(section("one", body + aside)), edition(), METADATA, COVER)
    reading = read_text(outcome.value.epub)[-1]
    assert reading == SectionText("one", "".join(allowed[:-1]), allowed[-1])
