"""``fuzi check``: look for faults, build nothing."""

from __future__ import annotations

from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.commands.build import exit_code
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.model.book import Book
from fuzi.model.walk import plain, runs
from fuzi.pipeline import examine


def command(language: str) -> click.Command:
    """The click command."""
    return options.make(
        "check", language, run, [options.book(language), options.encoding(language), options.strict(language)]
    )


def run(language: str, *, book: Path, encoding: str | None, strict: bool, as_json: bool, quiet: bool) -> int:
    """Load and check the book, show all diagnostics, and return the exit code."""
    console = Console(language, quiet=quiet, as_json=as_json)
    outcome = examine(book, encoding=encoding)
    console.report(outcome.report, book)
    console.tree({"ok": not outcome.report.failed, "diagnostics": diagnostics_tree(outcome.report.sorted(), language)})
    if outcome.value and not outcome.report.failed:
        chapters = sum(1 for _ in outcome.value.chapters())
        console.line("checked", title=outcome.value.metadata.title, chapters=chapters, han=_han(outcome.value))
    return exit_code(outcome.report, strict=strict)


def _han(book: Book) -> int:
    """How many Han characters the chapters hold, notes included."""
    text = (
        plain(run)
        for chapter in book.chapters()
        for blocks in (chapter.blocks, *(note.blocks for note in chapter.notes))
        for run in runs(blocks)
    )
    return sum("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for line in text for character in line)
