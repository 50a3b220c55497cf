"""What the press PDF and the screen PDF cost on top of the plain PDF, from the same set pages in the same run."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import book
from bench.measure import run
from fuzi.pipeline import Order, build

ROOT = Path(__file__).parents[1]
PRODUCTS = ("pdf", "press-pdf", "screen-pdf")
TARGET = 1.5


def table(folder: Path) -> Iterable[str]:
    """The section of docs/performance.md about the book in ``folder``."""
    seconds: dict[str, float] = run("bench.press", str(folder)).told["seconds"]
    plain = seconds["pdf"]
    yield "The simplified edition in one process; the press PDF (PDF/X-4) and the screen PDF (tags, PDF/UA-1, PDF/A-3a)"
    yield "are printed from the pages of the plain one, each read back and checked."
    yield ""
    yield "| product | seconds | ratio to the plain PDF |"
    yield "|---|--:|--:|"
    for product in PRODUCTS:
        yield f"| {product} | {seconds[product]:.2f} | {seconds[product] / plain:.2f} |"
    whole = sum(seconds.values())
    yield f"| **all three** (target: under {TARGET}) | {whole:.2f} | **{whole / plain:.2f}** |"


def measured(folder: str, told: str) -> None:
    """Build the three products and write down how long each took."""
    with tempfile.TemporaryDirectory() as output:
        result = build(Order(Path(folder), Path(output), ("zh-Hans",), PRODUCTS))
    if not result.ok:
        raise SystemExit("\n".join(f"{item.place} {item.message('en')}" for item in result.report.sorted()))
    seconds = {made.artifact.edition.partition("/")[2]: made.seconds for made in result.made}
    Path(told).write_text(json.dumps({"seconds": seconds}))


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.press", description=__doc__)
    options.add_argument("--characters", type=int, default=260_000, help="length of the book (default %(default)s)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzi-press-") as folder:
        home = Path(folder) / "book"
        book.write_fuzi(book.make(chosen.characters, ROOT / "content/text"), home)
        print("\n".join(table(home)))


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[1].startswith("-"):
        measured(*sys.argv[1:])
    else:
        main()
