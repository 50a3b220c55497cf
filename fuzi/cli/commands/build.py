"""``fuzi build``: make editions."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.console import Console
from fuzi.cli.words import say
from fuzi.formats import FORMATS
from fuzi.model.report import Report, Severity
from fuzi.pipeline import Order, build

LATEST = 253402300799
"""The last second of the year 9999, in seconds since 1970."""

STAGES = 6
"""About how many stages one variant goes through, for the progress bar."""


def command(language: str) -> click.Command:
    """The click command."""
    products = click.Argument(["products"], type=click.Choice(list(FORMATS)), nargs=-1, metavar="[PRODUCT]...")
    return options.make(
        "build",
        language,
        run,
        [
            products,
            options.book(language),
            options.output(language),
            options.variant(language),
            options.encoding(language),
            options.strict(language),
        ],
    )


def run(
    language: str,
    *,
    products: tuple[str, ...],
    book: Path,
    output: Path,
    variant: tuple[str, ...],
    encoding: str | None,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Build, show the messages and the table, and return the exit code."""
    console = Console(language, quiet=quiet, as_json=as_json)
    moment = moment_of(os.environ.get("SOURCE_DATE_EPOCH"), language)
    order = Order(book, output, variant, products, encoding, moment)
    with console.progress(STAGES * max(1, len(variant))) as advance:
        result = build(order, advance)
    console.report(result.report, book)
    console.result(result)
    if result.folder:
        console.line("published", folder=result.folder.as_posix())
    return exit_code(result.report, strict=strict)


def exit_code(report: Report, *, strict: bool) -> int:
    """0, or 1 when there are errors (with ``strict``: warnings too)."""
    return int(report.failed or (strict and report.count(Severity.WARNING) > 0))


def moment_of(epoch: str | None, language: str) -> datetime | None:
    """SOURCE_DATE_EPOCH (seconds since 1970, UTC) as a moment; None when it is not set."""
    if not epoch:
        return None
    if not epoch.isascii() or not epoch.isdigit() or int(epoch) > LATEST:
        raise click.UsageError(say("bad_epoch", language, value=epoch))
    return datetime.fromtimestamp(int(epoch), UTC)
