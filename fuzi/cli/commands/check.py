"""``fuzi check``: look for faults, measure the pages, build nothing."""

from __future__ import annotations

from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.commands.build import STAGES, exit_code
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.cli.gauges import gauge_tree
from fuzi.model.book import Book
from fuzi.model.walk import plain, runs
from fuzi.pipeline import examine


def command(language: str) -> click.Command:
    """The click command."""
    return options.make(
        "check",
        language,
        run,
        [options.book(language), options.encoding(language), options.no_pages(language), options.strict(language)],
    )


def run(
    language: str, *, book: Path, encoding: str | None, no_pages: bool, strict: bool, as_json: bool, quiet: bool
) -> int:
    """Load and check the book, set and measure its pages, show all diagnostics and figures; return the exit code."""
    console = Console(language, quiet=quiet, as_json=as_json)
    with console.progress(STAGES) as advance:
        found = examine(book, encoding=encoding, pages=not no_pages, watch=advance)
    console.report(found.report, book)
    console.tree(
        {
            "ok": not found.report.failed,
            "editions": [{"edition": edition, "gauge": gauge_tree(gauge)} for edition, gauge in found.gauges],
            "diagnostics": diagnostics_tree(found.report.sorted(), language),
        }
    )
    console.gauges(found.gauges)
    if found.book and not found.report.failed:
        chapters = sum(1 for _ in found.book.chapters())
        console.line("checked", title=found.book.metadata.title, chapters=chapters, han=_han(found.book))
    return exit_code(found.report, strict=strict)


def _han(book: Book) -> int:
    """How many Han characters the chapters hold, notes included."""
    text = (
        plain(run)
        for chapter in book.chapters()
        for blocks in (chapter.blocks, *(note.blocks for note in chapter.notes))
        for run in runs(blocks)
    )
    return sum("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for line in text for character in line)
