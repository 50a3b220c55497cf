"""Builds all four editions of a bench book in this process and reports seconds and peak memory for each stage."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import peak, reset_peak
from fuzi.pipeline import Order, build


def main(folder: str, told: str) -> None:
    rows: list[dict[str, object]] = []
    begun: list[tuple[str, str, float]] = []

    def close() -> None:
        if begun:
            edition, stage, started = begun.pop()
            rows.append(
                {"edition": edition, "stage": stage, "seconds": time.perf_counter() - started, "memory": peak()}
            )

    def watch(edition: str, stage: str) -> None:
        close()
        reset_peak()
        begun.append((edition, stage, time.perf_counter()))

    with tempfile.TemporaryDirectory() as output:
        result = build(Order(Path(folder), Path(output)), watch)
        close()
    if not result.ok:
        for item in result.report.sorted():
            print(item.place, item.message("en"), file=sys.stderr)
        raise SystemExit(1)
    editions = [
        {"edition": made.artifact.edition, "extent": made.artifact.extent, "bytes": len(made.artifact.data)}
        for made in result.made
    ]
    Path(told).write_text(json.dumps({"stages": rows, "editions": editions}))


if __name__ == "__main__":
    main(*sys.argv[1:])
