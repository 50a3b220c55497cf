"""Papers: the table, what lies between its rows, and what it does not know."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.manufacture.papers import ESTIMATE, GIVEN, TRADE, kinds, leaf, leaf_thickness, unknown
from fuzi.model.production import Binding, Paper


@pytest.mark.parametrize(
    ("paper", "millimetres", "basis"),
    [
        (Paper("双胶纸", 80), "0.100", TRADE),
        (Paper("胶版纸", 60), "0.075", TRADE),
        (Paper("普通胶版纸", 80), "0.114", TRADE),
        (Paper("雙膠紙", 120), "0.150", TRADE),
        (Paper("铜版纸", 250), "0.213", ESTIMATE),
        (Paper(" 双胶纸 ", 70), "0.088", TRADE),
    ],
)
def test_the_table_says(paper: Paper, millimetres: str, basis: str) -> None:
    found = leaf(paper)
    assert found is not None
    assert (found.thickness, found.basis, found.between) == (Decimal(millimetres), basis, False)


def test_what_is_given_goes_first() -> None:
    found = leaf(Paper("云母纸", 80, Decimal("0.137")))
    assert found is not None
    assert (found.thickness, found.basis) == (Decimal("0.137"), GIVEN)
    assert leaf_thickness(Paper("双胶纸", 80, Decimal("0.11"))) == Decimal("0.11")


def test_between_two_rows_the_bulk_is_between_theirs() -> None:
    found = leaf(Paper("双胶纸", 100))
    assert found is not None
    assert found.between
    low, high = Decimal("0.113") / 90, Decimal("0.150") / 120
    assert min(low, high) * 100 - Decimal("0.001") <= found.thickness <= max(low, high) * 100 + Decimal("0.001")


def test_outside_the_table_the_nearest_bulk_serves() -> None:
    assert leaf_thickness(Paper("双胶纸", 160)) == Decimal("0.200")
    assert leaf_thickness(Paper("双胶纸", 40)) == Decimal("0.050")


@pytest.mark.parametrize("kind", kinds())
def test_heavier_paper_is_thicker(kind: str) -> None:
    rows = [leaf_thickness(Paper(kind, weight)) for weight in range(30, 400, 10)]
    known = [row for row in rows if row is not None]
    assert len(known) == len(rows)
    assert known == sorted(known)


def test_an_unknown_paper_has_no_thickness() -> None:
    strange = Paper("云母纸", 80)
    assert leaf(strange) is None
    assert leaf_thickness(strange) is None
    assert unknown((strange, Paper("双胶纸", 80))) == (strange,)


def test_the_papers_that_a_book_has_by_default_are_known() -> None:
    assert not unknown((Binding().paper, Binding().cover_paper))
