"""How thick a leaf of a paper is: the table of the trade, and what lies between its rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from fuzi.model.production import Paper

GIVEN, TRADE, ESTIMATE = "given", "trade", "estimate"
"""Where a thickness comes from: book.yaml, the tables of the printing trade, or the usual bulk of such paper."""

_TABLE = Path(__file__).with_name("papers.tsv")
_STEP = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf (two pages) of a paper: its thickness in mm, and where the figure comes from.

    ``between`` is True when the table has the kind but not the grammage: thickness follows the bulk (thickness over
    grammage) of its neighbours.
    """

    thickness: Decimal
    basis: str
    between: bool = False


def leaf(paper: Paper) -> Leaf | None:
    """One leaf of this paper; None for a kind that the table does not know and that has no ``thickness``."""
    if paper.thickness:
        return Leaf(paper.thickness, GIVEN)
    kind = _names().get(paper.kind.strip())
    if kind is None:
        return None
    rows = _rows()[kind]
    basis = rows[0][2]
    exact = next((thickness for weight, thickness, _ in rows if weight == paper.weight), None)
    if exact is not None:
        return Leaf(exact, basis)
    return Leaf((_bulk(rows, paper.weight) * paper.weight).quantize(_STEP), basis, between=True)


def leaf_thickness(paper: Paper) -> Decimal | None:
    """Thickness of a leaf in mm; None for a kind that the table does not know and that has no ``thickness``."""
    found = leaf(paper)
    return found.thickness if found else None


def kinds() -> tuple[str, ...]:
    """The papers of the table by their first names."""
    return tuple(_rows())


def unknown(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Those whose thickness can be neither read nor looked up."""
    return tuple(paper for paper in papers if leaf(paper) is None)


Row = tuple[int, Decimal, str]


def _bulk(rows: tuple[Row, ...], weight: int) -> Decimal:
    """mm per g/m²: on the line between the two neighbours, or that of the nearest row outside the table."""
    below = [row for row in rows if row[0] < weight]
    above = [row for row in rows if row[0] > weight]
    if not below or not above:
        nearest = above[0] if above else below[-1]
        return nearest[1] / nearest[0]
    low, high = below[-1], above[0]
    share = Decimal(weight - low[0]) / (high[0] - low[0])
    return low[1] / low[0] * (1 - share) + high[1] / high[0] * share


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in _table():
        found.setdefault(row["kind"], []).append((int(row["weight"]), Decimal(row["thickness"]), row["basis"]))
    return {kind: tuple(sorted(rows)) for kind, rows in found.items()}


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Every name of a paper -> the first one."""
    return {name: row["kind"] for row in _table() for name in (row["kind"], *row["other names"].split())}


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t"))
