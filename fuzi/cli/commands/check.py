"""``fuzi check``: look for faults, measure the pages, build nothing."""

from __future__ import annotations

import os
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.commands.build import STAGES, exit_code, moment_of
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.cli.gauges import gauge_tree
from fuzi.cli.preflights import preflight_tree, totals
from fuzi.cli.words import say
from fuzi.model.book import Book
from fuzi.model.preflight import Verdict
from fuzi.model.walk import plain, runs
from fuzi.pipeline import examine, preflight
from fuzi.render.preflight import render_preflight
from fuzi.store.single import put_file


def command(language: str) -> click.Command:
    """The click command."""
    shared = [options.book(language), options.variant(language), options.encoding(language)]
    return options.make(
        "check",
        language,
        run,
        [*shared, options.no_pages(language), *options.press(language), options.strict(language)],
    )


def run(
    language: str,
    *,
    book: Path,
    variant: tuple[str, ...],
    encoding: str | None,
    no_pages: bool,
    press: bool,
    report: Path | None,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Load and check the book, set and measure its pages, show all diagnostics and figures; return the exit code."""
    _usable(language, no_pages=no_pages, press=press, report=report)
    console = Console(language, quiet=quiet, as_json=as_json)
    if press:
        return _press(console, book, variant, encoding, report, strict=strict)
    with console.progress(STAGES) as advance:
        found = examine(book, variants=variant, encoding=encoding, pages=not no_pages, watch=advance)
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


def _usable(language: str, *, no_pages: bool, press: bool, report: Path | None) -> None:
    """Refuse options that do not go together."""
    if press and no_pages:
        raise click.UsageError(say("press_pages", language))
    if report is not None and not press:
        raise click.UsageError(say("press_needed", language))
    if report is not None and report.suffix.lower() not in (".html", ".htm"):
        raise click.UsageError(say("report_suffix", language, path=report.as_posix()))


def _press(
    console: Console, book: Path, variants: tuple[str, ...], encoding: str | None, path: Path | None, *, strict: bool
) -> int:
    """Look at everything that goes to the printing house; a check that failed or could not be made is a failure."""
    moment = moment_of(os.environ.get("SOURCE_DATE_EPOCH"), console.language)
    with console.progress(STAGES) as advance:
        found = preflight(book, variants=variants, encoding=encoding, moment=moment, watch=advance)
    ok = bool(found.found) and all(item.verdict is not Verdict.FAIL for item in found.found)
    console.preflights(found.found)
    console.report(found.report, book)
    console.tree(
        {
            "ok": ok,
            "variants": [preflight_tree(item, console.language) for item in found.found],
            "diagnostics": diagnostics_tree(found.report.sorted(), console.language),
        }
    )
    for item in found.found:
        console.line("preflight_sum", tag=item.tag, **totals(item))
    if path is not None and found.found:
        put_file(path, render_preflight(found.found, console.language).encode())
        console.line("preflight_report", path=path.as_posix())
    return 1 if not ok else exit_code(found.report, strict=strict)


def _han(book: Book) -> int:
    """How many Han characters the chapters hold, notes included."""
    text = (
        plain(run)
        for chapter in book.chapters()
        for blocks in (chapter.blocks, *(note.blocks for note in chapter.notes))
        for run in runs(blocks)
    )
    return sum("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for line in text for character in line)
