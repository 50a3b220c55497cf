"""Names that may become paths, tags and choices."""

from __future__ import annotations

import pytest

from fuzi.load.settings import settings_of, slug_of
from fuzi.model.book import Settings
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
