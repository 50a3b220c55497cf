"""``python -m bench.gauge BOOK_FOLDER|PDF …``: how well pages are set, measured from the glyphs of their PDF.

A book folder is set twice, by fuzi and by plain WeasyPrint from the very same document, each in a process of its own.
Of a PDF from elsewhere the lines are guessed (``bench.guess``), so it must be a plain book with indented paragraphs.
Without arguments: the bench book of 260,000 characters and the handbook.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.measure import run

ROOT = Path(__file__).parents[1]
TAGS = ("zh-Hans", "zh-Hant-TW")

COLUMNS = {
    "full lines": lambda f: f"{f['full']:,}",
    "flush": lambda f: f"{100 * f['flush'] / max(1, f['full']):.2f} %",
    "raggedest, pt": lambda f: f"{f['raggedest']:.2f}",
    "left uneven": lambda f: f["uneven"],
    "unbreakable": lambda f: f["unbreakable"],
    "bad breaks": lambda f: f["kinsoku"],
    "widest gap, em": lambda f: f"{f['widest']:.2f}",
    "holes": lambda f: f["holes"],
    "loose marks": lambda f: f"{f['loose']}/{f['pairs']}",
    "compressed / natural / stretched": lambda f: f"{f['compressed']} / {f['natural']} / {f['stretched']}",
    "孤字": lambda f: f["orphans"],
    "off the grid": lambda f: f["off_grid"],
    "phases": lambda f: f["phases"],
    "calls/notes/astray": lambda f: f"{f['calls']}/{f['notes']}/{f['astray']}",
}
"""Heading of a column -> what it says of the figures."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.gauge", description=__doc__)
    options.add_argument("sources", nargs="*", type=Path, help="book folders and PDF files")
    options.add_argument("--variant", action="append", help=f"variants of the books (default {', '.join(TAGS)})")
    options.add_argument("--characters", type=int, default=260_000, help="length of the bench book (%(default)s)")
    options.add_argument("--write", type=Path, help="write the table to this Markdown file too")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzi-gauge-") as folder:
        sources = chosen.sources or [_bench_book(Path(folder) / "bench", chosen.characters), ROOT / "content"]
        measured = [row for source in sources for row in _rows(source, chosen.variant or TAGS, Path(folder))]
    text = "\n".join(table(measured)) + "\n"
    print(text)
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")


def table(measured: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """A Markdown table of names and figures."""
    yield "| what | " + " | ".join(COLUMNS) + " |"
    yield "|---|" + "--:|" * len(COLUMNS)
    for name, figures in measured:
        yield f"| {name} | " + " | ".join(str(column(figures)) for column in COLUMNS.values()) + " |"


def _bench_book(folder: Path, characters: int) -> Path:
    from bench import book

    book.write_fuzi(book.make(characters, ROOT / "content/text"), folder)
    return folder


def _rows(source: Path, tags: Iterable[str], folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if source.suffix.lower() == ".pdf":
        yield source.stem, run("bench.gauge", "--in-this-process", "pdf", str(source)).told
        return
    for tag in tags:
        for engine in ("plain", "fuzi"):
            arguments = (engine, str(source), tag)
            if engine == "plain":
                parts = folder / f"{source.name}-{tag}"
                run("bench.gauge", "--in-this-process", "parts", str(source), tag, str(parts))
                arguments = (engine, str(parts))
            name = "plain WeasyPrint" if engine == "plain" else "fuzi"
            yield f"{source.name}, {tag}: {name}", run("bench.gauge", "--in-this-process", *arguments).told


def _parts(source: str, tag: str, parts: str) -> None:
    from bench.html import write_parts

    write_parts(Path(source), Path(parts), tag)


def _fuzi(source: str, tag: str) -> dict[str, Any]:
    """The print edition as the tool makes it."""
    from fuzi.formats import FORMATS, Job
    from fuzi.load import load
    from fuzi.model.edition import Edition
    from fuzi.pipeline import UNDATED
    from fuzi.transform import transform
    from fuzi.variants import variant

    book = load(Path(source)).value
    assert book is not None
    copy = transform(book, variant(tag), ("pdf",)).value
    edition = Edition(copy.variant, "pdf", FORMATS["pdf"].medium, UNDATED)
    made = FORMATS["pdf"].make(Job(copy, edition, lambda stage: None))
    assert made.value is not None, [item.message("en") for item in made.report.diagnostics]
    assert made.value.gauge is not None
    return asdict(made.value.gauge)


def _plain(parts: str) -> dict[str, Any]:
    """The same document set and printed by WeasyPrint as it comes; its lines are only marked, as fuzi marks them."""
    from weasyprint.layout import inline

    from bench import layout

    align = inline.text_align

    def text_align(context: Any, line: Any, width: float, last: bool) -> float:
        offset: float = align(context, line, width, last)
        line.measure_left, line.measure_width, line.closing = -offset, width, last
        return offset

    inline.text_align = text_align
    home = Path(parts)
    root = ElementTree.fromstring((home / layout.TREE).read_bytes())
    sheets = [(name, css) for name, css in json.loads((home / layout.SHEETS).read_text(encoding="utf-8"))]
    document, write = layout.plain(root, sheets, home)
    pdf = write()
    inline.text_align = align
    # Only now, for this import mends WeasyPrint.
    from fuzi.check.gauge import gauge
    from fuzi.model.galley import Galley
    from fuzi.model.product import PageFacts
    from fuzi.press.engine.document import LaidOut
    from fuzi.press.engine.facts import page_facts
    from fuzi.press.engine.fetcher import BookFetcher
    from fuzi.press.engine.linefacts import line_facts, manner
    from fuzi.press.glyphs import read_glyphs

    laid_out = LaidOut(document, root, BookFetcher({}))
    pages = page_facts(laid_out, Galley("", "", (), (), {}, (), {}), (0, 0)).pages
    facts = PageFacts(pages, {}, {}, lines=line_facts(laid_out), manner=manner(laid_out))
    return asdict(gauge(facts, read_glyphs(pdf), "").value)


def _pdf(source: str) -> dict[str, Any]:
    from bench.guess import guess
    from fuzi.check.gauge import gauge
    from fuzi.press.glyphs import read_glyphs

    pages = list(read_glyphs(Path(source).read_bytes()))
    return asdict(gauge(guess(pages), pages, "").value)


def _in_this_process(what: str, *arguments: str) -> None:
    """One piece of the work; ``run`` adds the file that the figures are told to."""
    *given, told = arguments
    if what == "parts":
        _parts(*given)
    else:
        figures = {"fuzi": _fuzi, "plain": _plain, "pdf": _pdf}[what](*given)
        Path(told).write_text(json.dumps(figures))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in-this-process"]:
        _in_this_process(*sys.argv[2:])
    else:
        main()
