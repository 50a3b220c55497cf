"""Layout and drawing by fuzi's engine against plain WeasyPrint: the same document, the same run, turn by turn."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench import book
from bench.html import write_parts
from bench.measure import run

ROOT = Path(__file__).parents[1]
ROUNDS = 3
TARGET = 0.8
PHASES = (("layout", "lines and pages (`layout_document`)"), ("drawing", "drawing (`Page.paint`)"))


def compare(parts: Path, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """The best of ``rounds`` turns for each engine, phase by phase; a phase's best may come from any turn."""
    best: dict[str, dict[str, float]] = {"plain": {}, "fuzi": {}}
    for _ in range(rounds):
        for engine, figures in best.items():
            told: dict[str, Any] = run("bench.layout", engine, str(parts)).told
            assert min(told["layout"], told["drawing"]) > 0, f"{engine} has left the functions that are timed"
            told["both"] = told["layout"] + told["drawing"]
            for name, value in told.items():
                figures[name] = min(value, figures.get(name, value))
    return best


def table(folder: Path, parts: Path) -> Iterable[str]:
    """The section of docs/performance.md: the book in ``folder`` is written to ``parts`` and set by both engines."""
    write_parts(folder, parts)
    best = compare(parts)
    plain, ours = best["plain"], best["fuzi"]
    yield f"The bench book as fuzi hands it to its engine (simplified print edition): best of {ROUNDS}, turn by turn, "
    yield "each in a process of its own. Only the first two phases count towards the ratio; the whole adds what both "
    yield "engines do alike: styles, cascade, box tree, font subsets, compression and writing."
    yield ""
    yield "| phase | plain WeasyPrint, s | fuzi, s | ratio |"
    yield "|---|--:|--:|--:|"
    for name, label in (*PHASES, ("both", f"**both** (target: at most {TARGET})"), ("whole", "HTML to PDF, whole")):
        mark = "**" if name == "both" else ""
        yield f"| {label} | {plain[name]:.2f} | {ours[name]:.2f} | {mark}{ours[name] / plain[name]:.2f}{mark} |"
    yield f"| pages | {plain['pages']:.0f} | {ours['pages']:.0f} | |"


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.ratio", description=__doc__)
    options.add_argument("--characters", type=int, default=260_000, help="length of the book (default %(default)s)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzi-ratio-") as folder:
        home = Path(folder)
        book.write_fuzi(book.make(chosen.characters, ROOT / "content/text"), home / "book")
        print("\n".join(table(home / "book", home / "parts")))


if __name__ == "__main__":
    main()
