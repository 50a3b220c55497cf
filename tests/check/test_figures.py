"""Figures that book.yaml states, right and wrong, each said at its place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fuzi.check.figures import compare_figures
from fuzi.model.book import Settings
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Metadata, Printing, Sheet, Trim
from fuzi.model.product import PageFact, PageFacts
from fuzi.model.source import Place
from fuzi.variants import variant
from tests.load.folders import said

PLACES = {("printing", "sheets"): Place("book.yaml", 7, 11), ("trim",): Place("book.yaml", 4, 7)}
MATERIAL = Metadata(title="书", sheet=Sheet(Decimal(880), Decimal(1230), 32))


def facts(count: int = 240, grid: tuple[int, int] = (27, 27)) -> PageFacts:
    page = PageFact(0, "1", "c1", False, None, None, 0, 0, 0.0, (0, 0, 0, 0))
    return PageFacts((page,) * count, {}, {}, grid)


def found(printing: Printing, pages: PageFacts | None = None, tag: str = "zh-Hans", **more: object) -> list[str]:
    metadata = replace(MATERIAL, printing=printing, **more)  # type: ignore[arg-type]
    copy = FairCopy(variant(tag), Settings("b"), {"pdf": metadata}, (), (), (), (), (), places={"pdf": PLACES})
    return said(compare_figures(copy, "pdf", pages or facts()).diagnostics)


@pytest.mark.parametrize(
    "printing",
    [
        Printing(),
        Printing(sheets="auto", thousand_characters="auto"),
        Printing(sheets="7.5", thousand_characters="175"),
        Printing(sheets="7.50", thousand_characters="174"),  # 174 960 rounded down is as good
        Printing(thousand_characters="174.96"),
    ],
)
def test_figures_that_are_right(printing: Printing) -> None:
    assert found(printing) == []


def test_wrong_sheets_are_said_where_they_stand() -> None:
    assert found(Printing(sheets="8")) == ["C160 book.yaml:7:11"]
    assert found(Printing(sheets="7.5"), facts(242)) == ["C160 book.yaml:7:11"]


def test_both_figures_are_shown() -> None:
    copy = FairCopy(
        variant("zh-Hans"), Settings("b"), {"pdf": replace(MATERIAL, printing=Printing(sheets="8"))}, (), (), (), (), ()
    )
    message = compare_figures(copy, "pdf", facts()).diagnostics[0].message("zh")
    assert message == "印张写的是 8，按成品算是 7.5（240 面÷32 开）"


@pytest.mark.parametrize(("stated", "code"), [("224", "C161"), ("173", "C161"), ("174960", "C162"), ("175000", "C162")])
def test_wrong_characters(stated: str, code: str) -> None:
    assert found(Printing(thousand_characters=stated)) == [f"{code} book.yaml"]


def test_without_a_sheet_there_is_nothing_to_divide() -> None:
    assert found(Printing(sheets="8"), sheet=None) == []


def test_odd_half_sheets_once_a_print_run_is_stated() -> None:
    assert found(Printing(copies="1-3000"), facts(250)) == ["C163 book.yaml"]
    assert found(Printing(copies="1-3000"), facts(256)) == []
    assert found(Printing(), facts(250)) == []


def test_a_trim_that_the_sheet_cannot_give() -> None:
    assert found(Printing(), trim=Trim(Decimal(148), Decimal(215))) == ["C164 book.yaml:4:7"]
    assert found(Printing(), trim=Trim(Decimal(148), Decimal(210))) == []


def test_an_odd_number_of_pages_is_an_error() -> None:
    assert found(Printing(), facts(241)) == ["C165 book.yaml"]


@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_traditional_editions_state_none_of_this(tag: str) -> None:
    wrong = Printing(sheets="8", thousand_characters="1", copies="1-3000")
    assert found(wrong, facts(250), tag, trim=Trim(Decimal(300), Decimal(300))) == []
