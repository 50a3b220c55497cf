"""The themes: only what differs from base, said in both languages, and as good on the pages as base."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from fuzi.model.block import Inlines
from fuzi.model.edition import Medium
from fuzi.model.inline import Strong, Text
from fuzi.model.report import Severity
from fuzi.model.source import Place
from fuzi.pipeline import Order, build, examine
from fuzi.render.environment import BASE, resources, themes
from fuzi.render.numerals import parted
from fuzi.render.themes import ROLES, font_sheet, stylesheets, theme_named, unknown_theme
from tests.epubcheck import assert_valid_epub

OTHERS = tuple(name for name in themes() if name != BASE)
SAMPLE = Path(__file__).parents[2] / "fuzi" / "sample"
OWN: frozenset[str] = frozenset()
"""Files that a theme has and base has not."""

AT = Place("text/01.md", 1, 3)


def files(kind: str, theme: str) -> dict[str, bytes]:
    root = resources(kind) / theme
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def book(folder: Path, theme: str, more: str = "") -> Path:
    """The sample book in a theme."""
    shutil.copytree(SAMPLE, folder)
    text = (folder / "book.yaml").read_text(encoding="utf-8").replace("trim: 147×210\n", more or "trim: 147×210\n")
    (folder / "book.yaml").write_text(f"theme: {theme}\n{text}", encoding="utf-8")
    return folder


def test_there_are_three() -> None:
    assert themes() == ("base", "academic", "literary")


@pytest.mark.parametrize("theme", OTHERS)
@pytest.mark.parametrize("kind", ["templates", "styles"])
def test_a_theme_holds_only_what_differs(theme: str, kind: str) -> None:
    base, own = files(kind, BASE), files(kind, theme)
    assert own
    assert own.keys() - OWN <= base.keys()
    for name in own.keys() & base.keys():
        assert own[name] != base[name], f"{theme}/{name} is a copy"


@pytest.mark.parametrize("theme", OTHERS)
def test_no_rule_is_copied_from_base(theme: str) -> None:
    base, own = files("styles", BASE), files("styles", theme)
    rule = re.compile(r"^[.a-z][^{}@]*\{[^{}]+\}$", re.MULTILINE)
    for name in own:
        if name.endswith(".css"):
            known = set(rule.findall(base[name].decode()))
            assert not known.intersection(rule.findall(own[name].decode())), name


@pytest.mark.parametrize("theme", themes())
def test_a_theme_says_what_it_is_in_both_languages(theme: str) -> None:
    found = theme_named(theme)
    assert not found.report.diagnostics
    assert re.search("[一-鿿]", found.value.title("zh"))
    assert found.value.title("en").isascii()
    assert "。" not in found.value.line("zh")
    assert "\n" not in found.value.line("zh")
    assert len(found.value.line("en")) > 20
    assert found.value.line("en").isascii()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: {zh: 夜, en: Night}\nline: {zh: 黑, en: dark}\nink: red\n", ["ink"]),
        ("name: {zh: 夜}\nline: {zh: 黑, en: dark}\n", ["name"]),
        ("name: 夜\n", ["name", "line"]),
        ("name: {zh: 夜, en: Night}\nline: {zh: 黑, en: dark}\nfaces: {brush: h1}\n", ["brush"]),
        ("name: {zh: 夜, en: Night}\nline: {zh: 黑, en: dark}\nfaces: [h1]\n", ["faces"]),
        ("name: [\n", ["flow node"]),
    ],
)
def test_a_wrong_theme_file_is_said(tmp_path: Path, text: str, said: list[str]) -> None:
    (tmp_path / "night").mkdir()
    (tmp_path / "night/theme.yaml").write_text(text, encoding="utf-8")
    found = theme_named("night", tmp_path)
    assert [item.code.id for item in found.report.diagnostics] == ["R140"] * len(said)
    for item, word in zip(found.report.diagnostics, said, strict=True):
        assert word in item.message("zh")
        assert word in item.message("en")
    assert found.value.title("zh") == "night"


def test_a_theme_that_says_nothing_goes_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "night").mkdir()
    found = theme_named("night", tmp_path)
    assert (found.value.title("zh"), found.value.line("en"), found.report.failed) == ("night", "", False)


def test_an_unknown_theme_names_the_nearest() -> None:
    found = unknown_theme("literery", AT, "literary")
    assert "是不是想写“literary”？" in found.hint("zh")
    assert "Did you mean “literary”?" in found.hint("en")
    assert "academic" in unknown_theme("x").hint("en")


def test_an_unknown_theme_is_shown_where_it_is_named(tmp_path: Path) -> None:
    report = examine(book(tmp_path / "b", "literery")).report
    (found,) = [item for item in report.diagnostics if item.severity is Severity.ERROR]
    assert (found.code.id, str(found.place)) == ("R101", "book.yaml:1:8")
    assert "literary" in found.hint("zh")


def test_the_faces_of_a_theme_come_after_those_of_base() -> None:
    fonts = {"song": ("Song",), "hei": ("Hei",)}
    sheet = font_sheet(fonts, {"song": "h1", "kai": ".letter"}).splitlines()
    assert sheet[-1] == 'h1 { font-family: "Song", serif; }', "kai is left out: the variant has no fonts for it"
    assert len(sheet) == len(ROLES.keys() & fonts.keys()) + 1


@pytest.mark.parametrize("theme", OTHERS)
def test_reading_systems_keep_their_colours_and_sizes(theme: str) -> None:
    sheet = stylesheets(theme, Medium.REFLOW, {"song": ("Song",)})[f"{theme}-reflow.css"]
    assert "color:" not in sheet
    assert "background" not in sheet
    assert not re.search(r"font-size:\s*[\d.]+(?:px|pt)", sheet)


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("第一章　书船", "第一章", "书船"),
        ("第十二回 书船", "第十二回", "书船"),
        ("上编　水路", "上编", "水路"),
        ("上編　水路", "上編", "水路"),
        ("卷三　诗", "卷三", "诗"),
        ("附录二　年表", "附录二", "年表"),
        ("附錄　年表", "附錄", "年表"),
        ("7　灯", "7", "灯"),
        ("Chapter 3 Lamps", "Chapter 3", "Lamps"),
        ("第一章", "", "第一章"),
        ("第一章书船", "", "第一章书船"),
        ("1949　夏", "", "1949　夏"),
        ("一、书船", "", "一、书船"),
        ("书　船", "", "书　船"),
    ],
)
def test_the_number_of_a_title_apart(title: str, number: str, rest: str) -> None:
    found, words = parted((Text(title, AT),))
    assert (found, [word.text for word in words if isinstance(word, Text)]) == (number, [rest])


def test_what_follows_the_number_stays() -> None:
    strong = Strong((Text("灯", AT),), AT)
    run: Inlines = (Text("第一章　马", AT), strong)
    assert parted(run) == ("第一章", (Text("马", AT), strong))
    assert parted((strong,)) == ("", (strong,))
    assert parted(()) == ("", ())


@pytest.mark.parametrize("trim", ["147×210", "92×126", "185×260"])
@pytest.mark.parametrize("theme", OTHERS)
def test_pages_are_as_good_as_with_base(tmp_path: Path, theme: str, trim: str) -> None:
    found = examine(book(tmp_path / "b", theme, f"trim: {trim}\n"), pages=True)
    assert [item for item in found.report.diagnostics if item.severity is not Severity.NOTE] == []
    assert [edition for edition, _ in found.gauges] == ["zh-Hans/pdf", "zh-Hant-TW/pdf"]
    for _, gauge in found.gauges:
        assert gauge.flush == gauge.full > 0
        assert (gauge.phases, gauge.off_grid, gauge.holes, gauge.kinsoku, gauge.astray) == (1, 0, 0, 0, 0)
        assert gauge.spread < 0.01


@pytest.mark.parametrize("theme", OTHERS)
def test_the_book_and_its_character(tmp_path: Path, theme: str) -> None:
    order = Order(book(tmp_path / "b", theme), tmp_path / "out", variants=("zh-Hans",))
    result = build(order)
    assert result.ok
    pdf, epub = (item.artifact for item in result.made)
    assert_valid_epub(epub.data)
    assert pdf.facts is not None
    opening = next(page for page in pdf.facts.pages if page.folio == "1")
    verso = pdf.facts.pages[opening.index + 1]
    left, top, _, foot = verso.type_area
    open_pdf: Any = pymupdf.open  # has no types
    with open_pdf(stream=pdf.data, filetype="pdf") as document:
        words = {word[4]: word[:4] for word in document[opening.index].get_text("words")}
        facing = [(word[4], *word[:4]) for word in document[verso.index].get_text("words")]
        rules = [item["rect"].y1 for item in document[verso.index].get_drawings() if item["rect"].width > 100]
    title, number = words["书船靠岸的日子"], words["第一章"]
    assert number[3] <= title[1] + 1, "the number stands above its words"
    folio = next(word for word in facing if word[0].strip("-\u2002") == "2")
    if theme == "literary":
        assert title[1] > top + (foot - top) / 4, "chapters open low on the page"
        assert folio[2] > foot
        assert not [y for y in rules if y < top], "no rule under the running head"
    else:
        assert abs(title[0] - opening.type_area[0]) < 2, "titles stand at the edge of the type area"
        assert folio[4] < top
        assert abs(folio[1] - left) < 2, "the folio stands in the head, at the fore-edge"
        assert [y for y in rules if y < top], "a rule under the running head"
