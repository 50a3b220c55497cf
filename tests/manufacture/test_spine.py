"""The spine: counted, stated, doubted, or none at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.manufacture.spine import COUNTED, NONE, STATED, UNKNOWN, spine
from fuzi.model.production import Binding, Paper

PLAIN = Binding(paper=Paper("双胶纸", 80), cover_paper=Paper("铜版纸", 250, Decimal("0.2")))


@pytest.mark.parametrize(
    ("pages", "computed", "width"),
    [(240, "12.4", "12.5"), (238, "12.3", "12.5"), (48, "2.8", "3.0"), (600, "30.4", "30.5"), (241, "12.5", "12.5")],
)
def test_leaves_and_twice_the_cover(pages: int, computed: str, width: str) -> None:
    found = spine(pages, PLAIN)
    assert (found.computed, found.width, found.source) == (Decimal(computed), Decimal(width), COUNTED)
    assert not found.doubtful


@pytest.mark.parametrize("pages", [0, 1, 3, 10])
def test_a_few_pages_have_no_spine(pages: int) -> None:
    found = spine(pages, PLAIN)
    assert (found.width, found.source) == (0, NONE)
    assert found.computed is not None
    assert found.computed < 1


@pytest.mark.parametrize("style", ["骑马订", "騎馬釘"])
def test_what_is_stitched_through_the_back_has_no_spine(style: str) -> None:
    found = spine(64, Binding(style=style))
    assert (found.width, found.source) == (0, NONE)


@pytest.mark.parametrize(("stated", "doubtful"), [("12", False), ("13.4", False), ("13.5", True), ("10", True)])
def test_what_is_stated_goes_first_and_is_doubted_beyond_a_millimetre(stated: str, doubtful: bool) -> None:
    found = spine(240, Binding(paper=PLAIN.paper, cover_paper=PLAIN.cover_paper, spine=Decimal(stated)))
    assert (found.width, found.source, found.doubtful) == (Decimal(stated), STATED, doubtful)
    assert found.computed == Decimal("12.4")


def test_unknown_papers_are_named() -> None:
    strange = Paper("云母纸", 80)
    found = spine(240, Binding(paper=strange))
    assert (found.source, found.computed, found.lacking) == (UNKNOWN, None, (strange,))
    stated = spine(240, Binding(paper=strange, spine=Decimal(12)))
    assert (stated.width, stated.computed, stated.doubtful) == (12, None, False)


def test_a_hardback_and_an_estimate_are_marked() -> None:
    assert spine(240, Binding(style="精装")).cased
    assert not spine(240, PLAIN).estimated
    assert spine(240, Binding(paper=Paper("轻型纸", 70), cover_paper=PLAIN.cover_paper)).estimated
