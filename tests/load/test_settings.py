"""Names that may become paths, tags and choices."""

from __future__ import annotations

import pytest

from fuzi.load.settings import settings_of, slug_of
from fuzi.model.book import Settings, Typesetting
from tests.load.folders import marked, said


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("slug: tian-jin_2", []),
        ("slug: ../x", ["Y114 book.yaml:1:7"]),
        ("slug: 天津", ["Y114 book.yaml:1:7"]),
        ("theme: ../../etc", ["Y114 book.yaml:1:8"]),
        ("theme: unknown-yet", []),
        ("source_variant: zh-Hant-TW", []),
        ("source_variant: 简体", ["Y114 book.yaml:1:17"]),
        ("variants: [zh-Hans, zh_TW]", ["Y114 book.yaml:1:21"]),
        ("variants: []", ["Y114 book.yaml:1:11"]),
        ("variants: [zh-Hans, zh-Hans]", ["Y114 book.yaml:1:11"]),
        ("contents_depth: 9", ["Y114 book.yaml:1:17"]),
        ("contents_depth: -1", ["Y114 book.yaml:1:17"]),
        ("figure_numbering: none", []),
        ("figure_numbering: chapters", ["Y114 book.yaml:1:19"]),
    ],
)
def test_faults_fall_back_to_the_default(line: str, expected: list[str]) -> None:
    settings, found = settings_of(marked(line + "\n"), "name")
    assert said(found) == expected
    key = line.split(":")[0]
    if expected:
        assert getattr(settings, key) == getattr(Settings("name"), key)


@pytest.mark.parametrize(("folder", "slug"), [("tianjin", "tianjin"), ("my book!", "my-book"), ("...", "book-")])
def test_slug(folder: str, slug: str) -> None:
    assert slug_of(folder).startswith(slug)


def test_slug_of_chinese_names_is_ascii_stable_and_distinct() -> None:
    assert slug_of("天津") == slug_of("天津")
    assert slug_of("天津").isascii()
    assert len({slug_of("天津"), slug_of("北京"), slug_of("a天津"), slug_of("a北京")}) == 4


def test_the_words_for_a_wrong_slug_make_a_sentence() -> None:
    _, found = settings_of(marked("slug: 书"), "x")
    assert found[0].hint("en") == "Change it to a name of ASCII letters, digits, - and _"


def test_how_lines_and_notes_are_set() -> None:
    line = "typesetting: {punctuation: full, kinsoku: loose, hanging: true, notes: book}"
    settings, found = settings_of(marked(line), "x")
    assert found == []
    assert settings.typesetting == Typesetting("full", "loose", True, "book")


@pytest.mark.parametrize(
    ("line", "code", "place", "words"),
    [
        ("typesetting: {punctuation: kaimin, hanging: true}", "Y114", "1:28", "Change it to kaiming"),
        ("typesetting: {punctuation: 全角, hanging: true}", "Y114", "1:28", "Change it to full"),
        ("typesetting: {kinsoku: none, hanging: true}", "Y114", "1:24", "strict or loose"),
        ("typesetting: {notes: chapters, hanging: true}", "Y114", "1:22", "Change it to chapter"),
        ("typesetting: {hanging: maybe}", "Y114", "1:24", "true or false"),
        ("typesetting: {punctuaton: full}", "Y111", "1:15", "punctuation"),
        ("typesetting: {标点: full}", "Y111", "1:15", "punctuation"),
        ("typesetting: {punctuaton:}", "Y111", "1:15", "punctuation"),
        ("typesetting: full", "Y113", "1:14", "punctuation, kinsoku, hanging, notes"),
    ],
)
def test_a_wrong_way_of_setting_is_told_with_the_nearest_right_one(
    line: str, code: str, place: str, words: str
) -> None:
    settings, found = settings_of(marked(line), "x")
    assert said(found) == [f"{code} book.yaml:{place}"]
    assert words in found[0].message("en") + found[0].hint("en")
    assert settings.typesetting == Typesetting(hanging="true" in line)


def test_ways_of_setting_that_nothing_is_said_of_are_the_usual_ones() -> None:
    for line in ("typesetting:", "typesetting:\n  notes:\n  kinsoku:\n"):
        assert settings_of(marked(line), "x") == (Settings("x"), [])


def test_everything_wrong_in_a_group_is_said_at_once() -> None:
    line = "typesetting: {punctuation: kaimin, hanging: maybe, notes: pages, kinsoku: loose}"
    settings, found = settings_of(marked(line), "x")
    assert sorted(said(found)) == ["Y114 book.yaml:1:28", "Y114 book.yaml:1:45", "Y114 book.yaml:1:59"]
    assert settings.typesetting == Typesetting(kinsoku="loose")


@pytest.mark.parametrize(("area", "right"), [("28×27", True), ("28字×27行", True), ("28", False), ("满版", False)])
def test_type_area(area: str, right: bool) -> None:
    settings, found = settings_of(marked(f"typesetting: {{type_area: {area}, hanging: true}}"), "x")
    assert settings.typesetting.hanging
    assert settings.typesetting.type_area == (area if right else "")
    assert said(found) == ([] if right else ["Y114 book.yaml:1:26"])
