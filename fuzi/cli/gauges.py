"""The figures of the gauge: a small table for people, a tree for programs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rich.table import Table

from fuzi.cli.words import say
from fuzi.model.gauge import Gauge

COLUMNS = ("flush", "kinsoku", "gap", "compressed", "pairs", "orphans", "phases", "calls")


def gauge_table(gauges: Iterable[tuple[str, Gauge]], language: str) -> Table:
    """One row for each edition."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("edition", language), no_wrap=True)
    for key in COLUMNS:
        table.add_column(say(f"gauge_{key}", language), justify="right", no_wrap=True)
    for edition, gauge in gauges:
        table.add_row(
            edition,
            f"{flush(gauge)} ({gauge.flush}/{gauge.full})",
            str(gauge.kinsoku),
            f"{gauge.widest:.2f}",
            percent(gauge.compressed, gauge.compressed + gauge.natural + gauge.stretched),
            percent(gauge.pairs - gauge.loose, gauge.pairs),
            str(gauge.orphans),
            f"{gauge.phases} ({gauge.spread:.2f})",
            f"{gauge.calls}/{gauge.notes}" + (f" !{gauge.astray}" if gauge.astray else ""),
        )
    return table


def flush(gauge: Gauge) -> str:
    """The share of flush lines in words: 100 % only when all are."""
    return percent(gauge.flush, gauge.full)


def percent(part: int, whole: int) -> str:
    """A share with one decimal place, rounded down; a dash when there is nothing to share."""
    if not whole:
        return "–"
    return "100 %" if part == whole else f"{math.floor(part / whole * 1000) / 10:.1f} %"


def gauge_tree(gauge: Gauge) -> dict[str, Any]:
    """All figures by name, lengths rounded to a thousandth."""
    figures = {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(gauge).items()}
    return {"share": round(gauge.share, 5), **figures}
