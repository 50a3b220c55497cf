"""The only place that prints: tables and messages for people, JSON for programs."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console as RichConsole
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from fuzi.cli.gauges import flush, gauge_table, gauge_tree
from fuzi.cli.preflights import preflight_table
from fuzi.cli.usage import usage_message
from fuzi.cli.words import say
from fuzi.model.faults import Fault
from fuzi.model.gauge import Gauge
from fuzi.model.preflight import Preflight
from fuzi.model.report import Diagnostic, Report, Severity
from fuzi.pipeline import Result

WIDE = 200
"""Characters in a line when the output goes to a file or a pipe, which have no edge."""

UNITS = {"application/pdf": "pages", "application/epub+zip": "documents"}
"""What the extent of a file counts; any other is one file."""

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


class Console:
    """Results go to standard output, progress and messages to standard error; ``NO_COLOR`` is honoured."""

    def __init__(self, language: str, *, quiet: bool = False, as_json: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self.as_json = as_json
        width = None if sys.stdout.isatty() else WIDE
        self._out = RichConsole(soft_wrap=True, highlight=False, width=width)
        self._err = RichConsole(stderr=True, soft_wrap=True, highlight=False)

    def line(self, key: str, **facts: object) -> None:
        """One line of the result, in the language of the user."""
        if not self.quiet and not self.as_json:
            self._out.print(Text(say(key, self.language, **facts)))

    def usage(self, wrong: click.ClickException) -> None:
        """What is wrong with the command line."""
        message = usage_message(wrong, self.language)
        self._failed("usage", message, 2)
        self._err.print(Text(say("see_help", self.language)))

    def fault(self, fault: Fault) -> None:
        """What is wrong with the machine, and the command that mends it."""
        self._failed("machine", fault.message(self.language), 3)
        if fault.command:
            self._err.print(Text(f"    → {fault.command}"))

    def bug(self, path: Path, error: BaseException, *, debug: bool) -> None:
        """A fault of our own: one line with the report file, the traceback only on request."""
        message = f"{type(error).__name__}: {error} {say('bug_report', self.language, path=path)}"
        self._failed("bug", message, 70)
        if debug:
            traceback.print_exception(error, file=sys.stderr)

    def _failed(self, key: str, message: str, code: int) -> None:
        """A run that did not get as far as a result."""
        if self.as_json:
            self._print_json({"ok": False, "exit": code, "error": message})
        self._err.print(Text.assemble((say(key, self.language), "bold red"), " ", message))

    def say_interrupted(self) -> None:
        """The user stopped the work."""
        self._err.print(Text(say("interrupted", self.language)))

    def report(self, report: Report, folder: Path) -> None:
        """All diagnostics in the order of their places, each with its remedy, then a count."""
        if self.as_json:
            return
        shown = [item for item in report.sorted() if not self.quiet or item.severity is Severity.ERROR]
        hinted: set[str] = set()
        for item in shown:
            where = f"{folder.as_posix().rstrip('/')}/{item.place}" if item.place else folder.as_posix()
            word = f"{say(item.severity.value, self.language)} {item.code.id}"
            parts = ((where, "bold"), ": ", (word, COLOURS[item.severity]), ": ", item.message(self.language))
            self._err.print(Text.assemble(*parts))
            hint = item.hint(self.language)
            if hint not in hinted:  # forty gaps of a scan want one remedy, said once
                self._err.print(Text(f"    → {hint}", style="dim"))
                hinted.add(hint)
        if shown:
            errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
            self._err.print(Text(say("counts", self.language, errors=errors, warnings=warnings)))

    def result(self, result: Result) -> None:
        """The table of the editions made."""
        if self.as_json:
            self._print_json(_result_tree(result, self.language))
            return
        if self.quiet or not result.made:
            return
        table = Table(box=None, pad_edge=False)
        for key in ("edition", "file"):
            table.add_column(say(key, self.language), no_wrap=True)
        for key in ("extent", "gauge_flush", "size", "seconds", "warnings"):
            table.add_column(say(key, self.language), justify="right", no_wrap=True)
        for item in result.made:
            unit = UNITS.get(item.artifact.media_type, "files")
            table.add_row(
                item.artifact.edition,
                Text(item.artifact.path),
                say(unit, self.language, count=item.artifact.extent if unit != "files" else 1),
                flush(item.artifact.gauge) if item.artifact.gauge else "",
                f"{len(item.artifact.data) / 1024:,.0f} KiB",
                f"{item.seconds:.1f}",
                str(item.report.count(Severity.WARNING)),
            )
        self._out.print(table, crop=False)

    def gauges(self, gauges: Sequence[tuple[str, Gauge]]) -> None:
        """The table of what was measured on the pages of each edition."""
        if gauges and not self.quiet and not self.as_json:
            self._out.print(gauge_table(gauges, self.language), crop=False)

    def preflights(self, found: Sequence[Preflight]) -> None:
        """The table of what was looked at before a book goes to the printing house, for each variant."""
        for item in found if not self.quiet and not self.as_json else ():
            self._out.print(preflight_table(item, self.language), crop=False)

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """Rows with tabs between their cells, for spreadsheets: asked for, so that ``--quiet`` does not silence it."""
        if not self.as_json:
            lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
            self._out.file.write("".join(f"{line}\n" for line in lines))

    def tree(self, tree: dict[str, Any]) -> None:
        """A result of another command for programs."""
        if self.as_json:
            self._print_json(tree)

    @contextmanager
    def progress(self, steps: int) -> Iterator[Any]:
        """A progress line on a terminal; yields ``advance(edition, stage)``."""
        if self.quiet or self.as_json or not self._err.is_terminal:
            yield lambda edition, stage: None
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=self._err, transient=True) as bar:
            task = bar.add_task("", total=steps)

            def advance(edition: str, stage: str) -> None:
                bar.update(task, advance=1, description=f"{say(f'stage_{stage}', self.language)} {edition}")

            yield advance

    def _print_json(self, tree: dict[str, Any]) -> None:
        self._out.file.write(json.dumps(tree, ensure_ascii=False, indent=2) + "\n")


def diagnostics_tree(diagnostics: Iterable[Diagnostic], language: str) -> list[dict[str, Any]]:
    """Diagnostics for programs: code, severity, place, message, hint."""
    return [
        {
            "code": item.code.id,
            "severity": item.severity.value,
            "file": item.place.file if item.place else None,
            "line": (item.place.line or None) if item.place else None,
            "column": (item.place.column or None) if item.place else None,
            "message": item.message(language),
            "hint": item.hint(language),
        }
        for item in diagnostics
    ]


def _result_tree(result: Result, language: str) -> dict[str, Any]:
    return {
        "ok": result.ok,
        "folder": result.folder.as_posix() if result.folder else None,
        "editions": [
            {
                "edition": item.artifact.edition,
                "file": item.path.as_posix(),
                "media_type": item.artifact.media_type,
                "extent": item.artifact.extent,
                "size": len(item.artifact.data),
                "seconds": round(item.seconds, 3),
                "warnings": item.report.count(Severity.WARNING),
                "gauge": gauge_tree(item.artifact.gauge) if item.artifact.gauge else None,
            }
            for item in result.made
        ],
        "diagnostics": diagnostics_tree(result.report.sorted(), language),
    }
