"""Random documents by the hundred: nothing may crash, no text be lost, and the gauge must find all of them well set."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import sys
from collections import Counter
from dataclasses import asdict, fields
from functools import partial
from pathlib import Path
from types import FrameType

from fuzi.model.gauge import Gauge
from tests.press.random_pages import examine_page
from tests.press.verdicts import Verdict, examine_book

LARGEST = {"raggedest", "widest", "tightest", "phases", "spread"}
"""Figures of which the largest is told; of the others it is the sum."""

KINDS = {"books": examine_book, "pages": examine_page}
SHOWN = 12

PATIENCE = 300
"""Seconds after which a document counts as one that never ends."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.stress", description=__doc__)
    options.add_argument("--seeds", type=int, default=200, help="documents of each kind (default %(default)s)")
    options.add_argument("--first", type=int, default=0, help="the first seed (default %(default)s)")
    options.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), help="books, raw pages, or both")
    options.add_argument("--processes", type=int, default=2, help="how many at a time (default %(default)s)")
    options.add_argument("--verdicts", type=Path, help="write every verdict to this JSON file")
    chosen = options.parse_args()
    failed = 0
    told: list[dict[str, object]] = []
    for kind in chosen.kinds:
        seeds = range(chosen.first, chosen.first + chosen.seeds)
        with multiprocessing.get_context("spawn").Pool(chosen.processes, maxtasksperchild=25) as pool:
            verdicts = pool.map(partial(_examine, kind), seeds, chunksize=1)
        failed += _tell(kind, verdicts)
        told += [{**asdict(verdict), "exempt": sorted(verdict.exempt)} for verdict in verdicts]
    if chosen.verdicts:
        chosen.verdicts.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.exit(1 if failed else 0)


def _examine(kind: str, seed: int) -> Verdict:
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(PATIENCE)
    try:
        return KINDS[kind](seed)
    finally:
        signal.alarm(0)


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {PATIENCE} seconds")


def _tell(kind: str, verdicts: list[Verdict]) -> int:
    """Print the totals of one kind and the documents that failed; their number."""
    bad = [verdict for verdict in verdicts if any(verdict.faults())]
    print(f"== {kind}: {len(verdicts)} documents, {sum(verdict.pages for verdict in verdicts)} pages")
    crashed, erring = sum(bool(item.crash) for item in verdicts), sum(bool(item.errors) for item in verdicts)
    print(f"   crashed {crashed}, with errors {erring}")
    total = _total(verdicts)
    print("   " + ", ".join(f"{name} {_shown(value)}" for name, value in asdict(total).items()))
    print(f"   flush {total.share:.3%} of {total.full} full lines; {len(bad)} documents below the mark")
    codes = Counter(error.split()[0] for verdict in verdicts for error in verdict.errors)
    if codes:
        print("   errors: " + ", ".join(f"{code} ×{count}" for code, count in codes.most_common()))
    for verdict in bad[:SHOWN]:
        print(f"   {verdict.name}: " + "; ".join(list(verdict.faults())[:4])[:400])
    if len(bad) > SHOWN:
        print(f"   … and {len(bad) - SHOWN} more")
    return len(bad)


def _total(verdicts: list[Verdict]) -> Gauge:
    values = {}
    for name in (item.name for item in fields(Gauge)):
        each = [getattr(verdict.figures, name) for verdict in verdicts]
        values[name] = max(each, default=0) if name in LARGEST else sum(each)
    return Gauge(**values)


def _shown(value: float) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
