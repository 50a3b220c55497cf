"""The figures of the gauge in a table and as a tree."""

from __future__ import annotations

import io

from rich.console import Console

from fuzi.cli.gauges import flush, gauge_table, gauge_tree, percent
from fuzi.model.gauge import Gauge


def test_a_hundred_per_cent_means_all() -> None:
    assert percent(9999, 10000) == "99.9 %"
    assert percent(3, 3) == "100 %"
    assert percent(0, 0) == "–"
    assert flush(Gauge(full=4, flush=3)) == "75.0 %"


def test_a_row_for_each_edition() -> None:
    out = io.StringIO()
    figures = Gauge(full=4, flush=3, kinsoku=2, widest=0.418, orphans=5, phases=1, calls=7, notes=6, astray=1)
    Console(file=out, width=200).print(gauge_table([("zh-Hans/pdf", figures), ("zh-Hant-TW/pdf", Gauge())], "zh"))
    head, first, second = out.getvalue().splitlines()
    assert head.split()[0] == "版本"
    assert first.split()[:4] == ["zh-Hans/pdf", "75.0", "%", "(3/4)"]
    assert "0.42" in first
    assert "7/6 !1" in first
    assert second.startswith("zh-Hant-TW/pdf")


def test_the_tree_has_all_figures() -> None:
    tree = gauge_tree(Gauge(full=3, flush=2, raggedest=1.23456))
    assert tree["share"] == 0.66667
    assert tree["raggedest"] == 1.235
    assert {"kinsoku", "widest", "orphans", "spread", "astray"} <= tree.keys()
