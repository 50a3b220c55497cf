"""Small whole books through the whole road: golden model, HTML and page facts, valid EPUBs, equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from fuzi.api import build, load
from fuzi.formats import FORMATS
from fuzi.model.edition import Edition
from fuzi.model.production import USUAL
from fuzi.pipeline import Result
from fuzi.render import render
from fuzi.transform import transform
from fuzi.variants import variant
from tests.epubcheck import assert_valid_epub
from tests.golden import check, dump

ROOT = Path(__file__).parents[1]
BOOKS = Path(__file__).parent / "books"
NAMES = sorted(path.name for path in BOOKS.iterdir())
VARIANTS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
MOMENT = datetime(2026, 11, 1, tzinfo=UTC)


@lru_cache
def built(name: str, output: str) -> Result:
    return build(BOOKS / name, output, variants=VARIANTS, moment=MOMENT)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("output"))


@pytest.mark.parametrize("name", NAMES)
def test_model(name: str) -> None:
    book = load(BOOKS / name).value
    assert book is not None
    check(BOOKS / name / "golden/model.txt", dump(book))


@pytest.mark.parametrize("tag", VARIANTS)
@pytest.mark.parametrize("product", USUAL)
@pytest.mark.parametrize("name", NAMES)
def test_html(name: str, product: str, tag: str) -> None:
    book = load(BOOKS / name).value
    assert book is not None
    copy = transform(book, variant(tag), (product,)).value
    galley = render(copy, Edition(copy.variant, product, FORMATS[product].medium, MOMENT)).value
    html = "\n\n".join(section.html for section in galley.sections)
    check(BOOKS / name / f"golden/{tag}.{product}.html", html.replace("</p>", "</p>\n") + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_page_facts(name: str, output: str) -> None:
    lines = []
    for made in built(name, output).made:
        if made.artifact.facts and made.artifact.edition.startswith(VARIANTS[0]):
            lines += [
                f"{page.index:3} {page.folio:>5} {page.section:<22} {'blank' if page.blank else ''}"
                f"{page.first.span if page.first else ''} … {page.last.span if page.last else ''}"
                for page in made.artifact.facts.pages
            ]
    assert lines
    check(BOOKS / name / "golden/pages.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_all_editions_are_made_and_valid(name: str, output: str) -> None:
    result = built(name, output)
    assert result.ok, [(item.place, item.message("en")) for item in result.report.sorted()]
    assert len(result.made) == len(VARIANTS) * len(USUAL)
    for made in result.made:
        if made.artifact.media_type == "application/epub+zip":
            assert_valid_epub(made.path.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_in_another_process_and_time_zone(name: str, output: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "TZ": "Asia/Shanghai",
        "PYTHONHASHSEED": "7",
        "LANG": "C",
        "SOURCE_DATE_EPOCH": str(int(MOMENT.timestamp())),
    }
    command = [sys.executable, str(ROOT / "build.py"), "--quiet"]
    command += ["--book", str(BOOKS / name), "--output", str(tmp_path)]
    for tag in VARIANTS:
        command += ["--variant", tag]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    for made in built(name, output).made:
        again = tmp_path / made.path.relative_to(output)
        assert again.read_bytes() == made.path.read_bytes(), made.artifact.edition
