"""``fuzi ingest``: from OCR text to a book folder."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.cli.words import say
from fuzi.ingest import files, ingest
from fuzi.store.folder import is_free, put_folder


def command(language: str) -> click.Command:
    """The click command."""
    scan = click.Argument(["scan"], type=click.Path(path_type=Path))
    into = click.Option(["--into"], type=click.Path(path_type=Path), required=True, help=say("option_into", language))
    return options.make("ingest", language, run, [scan, into, options.encoding(language)])


def run(language: str, *, scan: Path, into: Path, encoding: str | None, as_json: bool, quiet: bool) -> int:
    """Read the scan, repair it, write the book folder whole or not at all."""
    console = Console(language, quiet=quiet, as_json=as_json)
    if not scan.is_file():
        raise click.UsageError(say("not_a_file" if scan.exists() else "no_such_file", language, path=scan.as_posix()))
    if not is_free(into):
        raise click.UsageError(say("not_empty", language, folder=into.as_posix()))
    outcome = ingest(scan.read_bytes(), name=scan.name, encoding=encoding)
    console.report(outcome.report, scan.parent)
    if not outcome.report.failed and outcome.value is not None:
        written = files(outcome.value)
        put_folder(into, {name: text.encode() for name, text in written.items()})
        console.line("ingested", folder=into.as_posix(), files=len(written), quoted=shlex.quote(into.as_posix()))
    console.tree(
        {
            "ok": not outcome.report.failed,
            "folder": into.as_posix(),
            "diagnostics": diagnostics_tree(outcome.report.sorted(), language),
        }
    )
    return int(outcome.report.failed)
