"""The page list: every page of the printed PDF, read by another library, begins where its mark stands in the EPUB."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from lxml import etree

from fuzi.api import build
from fuzi.bind.reader import spine
from fuzi.model.product import Artifact, PageFact
from fuzi.pipeline import Order
from fuzi.pipeline import build as build_order
from tests.epubcheck import assert_valid_epub
from tests.press.random_books import random_book

BOOKS = Path(__file__).parent / "books"
# Books that are there, two made below, and two from the dice of tests/press/random_books.py by their seeds.
NAMES = [*sorted(path.name for path in BOOKS.iterdir()), "mixed", "series", "1", "4"]
VARIANTS = ("zh-Hans", "zh-Hant-TW")
XHTML, NCX = "{http://www.w3.org/1999/xhtml}", "{http://www.daisy.org/z3986/2005/ncx/}"
EPUB_TYPE, OPF = "{http://www.idpf.org/2007/ops}type", "{http://www.idpf.org/2007/opf}"
COUNT = 12
LINK = 200
"""The longest link in the books."""

UNLIKE = ("half-title", "contents", "copyright-page")
"""What print alone has, or the two editions have in other words."""

UNREAD = {f"{XHTML}{name}" for name in ("rt", "aside", "head", "img", "sup", "sub")} | {
    "{http://www.w3.org/1998/Math/MathML}math"
}
SERIES = """\
series: {name: 试样丛书, number: 第三种}
isbn: 978-7-5000-0001-3
editions: {epub: {isbn: none}}
"""

BODY = 0.75
"""Smaller type than this, in parts of the body size, is a reading or the call of a note."""


@dataclass(frozen=True)
class Made:
    """Both products of one variant."""

    pdf: Artifact
    epub: bytes


class Reading:
    """The characters of the EPUB in reading order, and before which of them each id stands."""

    def __init__(self, epub: bytes) -> None:
        self.text = ""
        self.at: dict[str, int] = {}
        self.markers: list[tuple[str, str]] = []
        self.heads: dict[str, str] = {}
        self.before_link: set[str] = set()
        self._head = ""
        self.held: dict[str, list[str]] = {}
        with zipfile.ZipFile(BytesIO(epub)) as archive:
            for path in spine(archive):
                self._read(etree.fromstring(archive.read(path)))

    def _read(self, element: etree._Element, above: tuple[str, ...] = ()) -> None:
        if element.tag in UNREAD or element.get("hidden") or not isinstance(element.tag, str):
            return
        names = set(element.get("class", "").split())
        if names & {"noteref", "side-note"}:
            return
        if name := element.get("id"):
            self.at[name] = len(self.text)
            self.held[name] = [etree.QName(tag).localname for tag in above]
            self.heads[name] = self._head
        if "pagebreak" in (element.get(EPUB_TYPE) or "").split():
            assert element.get("role") == "doc-pagebreak"
            assert not len(element)
            self.markers.append((element.get("id", ""), element.get("aria-label", "")))
            following = element.getnext()
            if following is not None and following.tag == f"{XHTML}a" and not element.tail:
                self.before_link.add(element.get("id", ""))
        start = len(self.text)
        self.text += kept(element.text)
        for child in element:
            self._read(child, (*above, element.tag))
            self.text += kept(child.tail)
        if element.tag == f"{XHTML}thead":
            self._head = self.text[start:]


def kept(text: str | None) -> str:
    """Han, Latin letters and digits: what no engine draws in another form, or in another order."""
    return "".join(
        item for item in text or "" if "\u3400" <= item <= "\U0003ffff" or (item.isascii() and item.isalnum())
    )


def printed_text(page: Any, fact: PageFact) -> str:
    """The first running text of a printed page, in the order of its lines."""
    left, top, right, bottom = fact.type_area
    lines = []
    sizes: dict[float, int] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for item in span["chars"]:
                    x, y = item["origin"]
                    if not (left - 30 < x < right + 30 and top - 2 <= y <= bottom + 4) or not kept(item["c"]):
                        continue
                    if fact.notes_top and y >= fact.notes_top or fact.side_notes[0] < x < fact.side_notes[1]:
                        continue
                    lines.append((y, x, item["c"], span["size"]))
                    sizes[round(span["size"], 1)] = sizes.get(round(span["size"], 1), 0) + 1
    if not lines:
        return ""
    usual = max(sizes, key=lambda size: sizes[size])
    return "".join(text for _, _, text, size in lines if size >= BODY * usual)


def write(folder: Path, name: str) -> Path:
    """A larger book with all that a page may begin with."""
    text = folder / "text"
    text.mkdir(parents=True)
    (folder / "figures").mkdir()
    image = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 600, 700), False)
    image.clear_with(90)
    image.save(folder / "figures/square.png")
    extra = SERIES if name == "series" else ""
    names = [f"c{number}.md" for number in range(6)]
    (folder / "book.yaml").write_text(
        f"slug: {name}\ntitle: 渡口纪事\ncontributors: [{{role: 著, names: [某某]}}]\n"
        f"publisher: {{name: 某某出版社, place: 北京}}\ntrim: 130×184\n{extra}"
        f"variants: [zh-Hans, zh-Hant-TW]\ncontents_depth: 2\n"
        f"text:\n  front: [preface.md]\n  body: [{', '.join(names)}]\n",
        encoding="utf-8",
    )
    (text / "preface.md").write_text("# 序\n\n" + "\n\n".join(prose(90, 5)) + "\n", encoding="utf-8")
    for number, file in enumerate(names):
        (text / file).write_text("\n\n".join(chapter(number)) + "\n", encoding="utf-8")
    return folder


def prose(seed: int, count: int) -> Iterator[str]:
    """Paragraphs that differ from character to character, with names in dots, readings and links."""
    words = "河水东流渡船来往两岸青山相对出雨后新晴行人少灯火渐明旧城墙外柳如烟石桥霜重马蹄轻夜半钟声到客船"
    for number in range(count):
        pieces = []
        for step in range(14):
            at = (seed * 7 + number * 13 + step * 5 + step * number) % (len(words) - 9)
            pieces.append(words[at : at + 4 + (seed + step) % 5])
            if step == 6 and number % 3 == 0:
                pieces.append("{渡口|dù kǒu}")
            if step == 11 and number % 2:
                pieces.append(f"[{words[at : at + 9]}](https://example.org/{seed})")
            if step == 9 and number % 4 == 1:
                pieces.append(f"**第{seed + number}号码头**")
        yield "，".join(pieces) + "。"


def chapter(seed: int) -> Iterator[str]:
    yield f"# 第{'一二三四五六'[seed]}章　渡口{seed}"
    notes = []
    for number in range(5):
        yield f"## 第{number + 1}节 {{#s{seed}-{number}}}"
        for paragraph in prose(seed * 11 + number, 3 + (seed + number) % 3):
            if number % 2:
                notes.append(
                    f"[^n{number}{len(notes)}]: " + next(prose(seed + 50 + len(notes), 1)) * (1 + 5 * (number == 3))
                )
                paragraph += notes[-1].partition(":")[0]
            yield paragraph
        if number == seed % 5:
            yield f"![{'方' * 3}](figures/square.png)"
        if number == (seed + 1) % 5:
            yield "\n".join(f"{item + 1}. 第{item}条，{next(prose(item + seed, 1))[:40]}" for item in range(9))
        if number == (seed + 2) % 5:
            rows = "\n".join(f"| 第{row}行 | {next(prose(row * 3 + seed, 1))[:24]} |" for row in range(14))
            yield f"| 名称 | 说明 |\n|---|---|\n{rows}"
    yield from notes


@lru_cache
def made(name: str, tag: str, folder: str) -> Made:
    source = BOOKS / name if (BOOKS / name).exists() else Path(folder, name)
    if name.isdecimal():
        random_book(int(name), size=40).write(source)
    elif not source.exists():
        write(source, name)
    result = build(source, Path(folder, "output"), variants=[tag], products=["pdf", "epub"])
    assert result.ok, [(item.place, item.message("en")) for item in result.report.sorted()]
    assert not [item.code.id for item in result.report.diagnostics if item.code.id.startswith("E12")]
    files = {item.artifact.edition.rpartition("/")[2]: item.artifact for item in result.made}
    return Made(files["pdf"], files["epub"].data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("books"))


@pytest.mark.parametrize("tag", VARIANTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_begins_at_its_mark(name: str, tag: str, folder: str) -> None:
    book = made(name, tag, folder)
    reading = Reading(book.epub)
    facts = book.pdf.facts
    assert facts is not None
    wrong, compared = [], 0
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=book.pdf.data, filetype="pdf") as document:
        for fact in facts.pages[: facts.set_count]:
            label = document[fact.index].get_label()
            assert label == fact.folio
            assert f"page-{label}" in reading.at, label
            if fact.section in UNLIKE:
                continue
            text = printed_text(document[fact.index], fact)
            at = reading.at[f"page-{label}"]
            compared += bool(text)
            holders = reading.held[f"page-{label}"]
            if "li" in holders:
                text = text.lstrip("0123456789")  # the number of the item, which reading systems draw
            if "td" in holders:
                text = text.removeprefix(reading.heads[f"page-{label}"])  # repeated on every page
            if f"page-{label}" in reading.before_link:  # a page that begins inside a link
                at = reading.text.find(text[:COUNT], at, at + LINK)
            text = text[:COUNT]
            if text != reading.text[at : at + len(text)]:
                wrong.append((label, fact.section, text, reading.text[at : at + COUNT]))
    assert not wrong
    assert compared >= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_lists_have_every_page_once_in_reading_order(name: str, folder: str) -> None:
    book = made(name, "zh-Hans", folder)
    facts = book.pdf.facts
    assert facts is not None
    reading = Reading(book.epub)
    folios = [fact.folio for fact in facts.pages[: facts.set_count]]
    with zipfile.ZipFile(BytesIO(book.epub)) as archive:
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
        ncx = etree.fromstring(archive.read("EPUB/toc.ncx"))
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    (listed,) = (item for item in nav.iter(f"{XHTML}nav") if item.get(EPUB_TYPE) == "page-list")
    links = list(listed.iter(f"{XHTML}a"))
    assert sorted(link.text or "" for link in links) == sorted(folios)
    order = [reading.at[(link.get("href") or "").partition("#")[2]] for link in links]
    assert order == sorted(order)
    if "series-page" not in {fact.section for fact in facts.pages}:  # which print has on the verso of the half title
        assert [link.text for link in links] == folios
    targets = list(ncx.iter(f"{NCX}pageTarget"))
    assert [target.findtext(f"{NCX}navLabel/{NCX}text") for target in targets] == [link.text for link in links]
    heads = {meta.get("name"): meta.get("content") for meta in ncx.iter(f"{NCX}meta")}
    assert heads["dtb:totalPageCount"] == str(len(folios))
    assert heads["dtb:maxPageNumber"] == str(max(int(folio) for folio in folios if folio.isdecimal()))
    properties = {meta.get("property"): meta.text for meta in package.iter(f"{OPF}meta")}
    features = [m.text for m in package.iter(f"{OPF}meta") if m.get("property") == "schema:accessibilityFeature"]
    assert {"pageBreakMarkers", "pageNavigation"} <= set(features)
    assert properties["source-of"] == "pagination"
    assert properties["pageBreakSource"] == package.findtext(".//{http://purl.org/dc/elements/1.1/}source")
    assert "印刷版的页码" in (properties["schema:accessibilitySummary"] or "")
    if name == "series":
        assert properties["pageBreakSource"] == "urn:isbn:9787500000013"


@pytest.mark.parametrize("tag", VARIANTS)
@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_where_they_may(name: str, tag: str, folder: str) -> None:
    reading = Reading(made(name, tag, folder).epub)
    assert reading.markers
    for id, label in reading.markers:
        assert id == f"page-{label}"
        assert not {"a", "ruby", "rt", "nav", "ul", "ol", "tr", "table"} & {*reading.held[id][-1:]}, id
        assert not {"a", "ruby", "rt", "nav", "h1", "h2", "h3"} & {*reading.held[id]}, id


@pytest.mark.parametrize("name", ["mixed", "series"])
def test_epubcheck_is_content(name: str, folder: str) -> None:
    assert_valid_epub(made(name, "zh-Hans", folder).epub)


def test_without_a_page_list_no_page_is_set(folder: str, tmp_path: Path) -> None:
    source = write(tmp_path / "mixed", "mixed")
    (source / "book.yaml").write_text((source / "book.yaml").read_text("utf-8") + "page_list: none\n", "utf-8")
    stages: list[str] = []
    order = Order(source, tmp_path / "output", ("zh-Hans",), ("epub",))
    result = build_order(order, lambda _, stage: stages.append(stage))
    assert result.ok
    assert "press" not in stages
    (only,) = result.made
    with zipfile.ZipFile(BytesIO(only.artifact.data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    for absent in (b"pagebreak", b"page-list", b"pageBreak", b"pageTarget", b"source-of"):
        assert absent not in whole
