"""``make bench``: four editions of a made-up book of 260,000 characters, stage by stage, beside the peers."""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import book, press, ratio
from bench.html import write_html
from bench.measure import Figures, run

ROOT = Path(__file__).parents[1]
SIZE = 260_000


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--characters", type=int, default=SIZE, help="length of the book (default %(default)s)")
    options.add_argument("--write", type=Path, help="write the table to this Markdown file too")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzi-bench-") as folder:
        lines = [*_head(chosen.characters), *_tables(Path(folder), chosen.characters)]
    text = "\n".join(lines) + "\n"
    print(text)
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")


def _head(characters: int) -> list[str]:
    return [
        "# Performance",
        "",
        f"Written by `make bench`: a made-up book of {characters:,} characters with footnotes and sections. Every line "
        "is a process of its own, run one after another on the same machine "
        f"(Python {platform.python_version()}, {platform.machine()}). Compare the ratios, not the seconds.",
        "",
    ]


def _tables(folder: Path, characters: int) -> list[str]:
    chapters = book.make(characters, ROOT / "content/text")
    ours = folder / "fuzi"
    book.write_fuzi(chapters, ours)
    mine = run("bench.ours", str(ours))
    lines = ["## fuzi, stage by stage", "", *_stages(mine, characters), ""]
    rows = [("fuzi: PDF and EPUB, simplified and traditional", mine, _extent(mine))]
    rows += _peers(folder, chapters, ours)
    lines += ["## Beside the peers", "", *_comparison(rows, mine), ""]
    lines += ["## Layout and drawing beside plain WeasyPrint", "", *ratio.table(ours, folder / "parts"), ""]
    return [*lines, "## Press and screen PDF beside the plain one", "", *press.table(ours)]


def _stages(mine: Figures, characters: int) -> Iterable[str]:
    yield "| edition | stage | seconds | peak memory, MB | characters per second |"
    yield "|---|---|--:|--:|--:|"
    for row in mine.told["stages"]:
        seconds = float(row["seconds"])
        rate = f"{characters / seconds:,.0f}" if seconds > 0.001 else ""
        yield f"| {row['edition'] or 'all'} | {row['stage']} | {seconds:.2f} | {row['memory']:.0f} | {rate} |"
    yield f"| **whole process** | | **{mine.wall:.2f}** | **{mine.memory:.0f}** | |"


def _extent(mine: Figures) -> str:
    pages = [str(item["extent"]) for item in mine.told["editions"] if item["edition"].endswith("pdf")]
    return " + ".join(pages)


def _peers(folder: Path, chapters: tuple[book.Chapter, ...], ours: Path) -> list[tuple[str, Figures, str]]:
    rows: list[tuple[str, Figures, str]] = []
    for language, region, font in (("zh", "CN", "Noto Serif CJK SC"), ("zh", "TW", "Noto Serif CJK TC")):
        source = folder / f"book-{region}.typ"
        source.write_text(book.typst(chapters, language=language, region=region, font=font), encoding="utf-8")
        figures = run("bench.peers", "typst", str(source))
        rows.append((f"Typst: one PDF ({region})", figures, str(figures.told.get("pages", ""))))
    markdown = folder / "book.md"
    markdown.write_text(_joined(chapters), encoding="utf-8")
    rows += [
        (f"pandoc: one EPUB ({language})", run("bench.peers", "pandoc", str(markdown)), "")
        for language in ("simplified", "traditional")
    ]
    rows.append(("OpenCC: the text alone", run("bench.peers", "opencc", str(markdown)), ""))
    html = folder / "book.html"
    write_html(ours, html)
    figures = run("bench.peers", "weasyprint", str(html))
    rows.append(("plain WeasyPrint: one PDF from fuzi's own HTML", figures, str(figures.told.get("pages", ""))))
    return rows


def _joined(chapters: tuple[book.Chapter, ...]) -> str:
    """All chapters as one Markdown file; the numbers of the notes go through."""
    parts: list[str] = []
    for number, chapter in enumerate(chapters):
        parts.append(book.markdown(chapter).replace("[^", f"[^{number}-"))
    return "\n\n".join(parts)


def _comparison(rows: list[tuple[str, Figures, str]], mine: Figures) -> Iterable[str]:
    yield "| what | pages | seconds | ratio to fuzi | processor seconds | peak memory, MB |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, figures, pages in rows:
        yield (
            f"| {name} | {pages} | {figures.wall:.2f} | {figures.wall / mine.wall:.2f} | {figures.processor:.2f} | "
            f"{figures.memory:.0f} |"
        )
    road = [figures for name, figures, _ in rows if name.startswith(("Typst", "pandoc", "OpenCC"))]
    total = sum(figures.wall for figures in road)
    yield f"| **the peers' road to the same four files** | | **{total:.2f}** | **{total / mine.wall:.2f}** | | |"


if __name__ == "__main__":
    main()
