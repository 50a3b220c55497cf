"""``fuzi decisions``: what fuzi decided by itself, as a table for an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.commands.build import exit_code
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.cli.words import say
from fuzi.model.decision import Decision
from fuzi.model.report import Report, Severity
from fuzi.pipeline import decisions

COLUMNS = ("doubtful", "kind", "place", "source", "result", "others", "confidence", "context", "variants")
"""The heads of the table; they are data for programs too, and so in one language."""


def command(language: str) -> click.Command:
    """The click command."""
    doubtful = click.Option(["--doubtful"], is_flag=True, help=say("option_doubtful", language))
    shared = [options.book(language), options.variant(language), options.encoding(language)]
    return options.make("decisions", language, run, [*shared, doubtful])


def run(
    language: str,
    *,
    book: Path,
    variant: tuple[str, ...],
    encoding: str | None,
    doubtful: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Print the decisions of a book; errors that kept it from being read go where they always go."""
    console = Console(language, quiet=quiet, as_json=as_json)
    found = decisions(book, variant, encoding=encoding)
    listed = [item for item in found.decisions if item[0].doubtful or not doubtful]
    console.report(Report.of(item for item in found.report.diagnostics if item.severity is Severity.ERROR), book)
    console.tree(
        {
            "ok": not found.report.failed,
            "decisions": [
                {**asdict(decision), "place": str(decision.place), "variants": tags} for decision, tags in listed
            ],
            "diagnostics": diagnostics_tree(found.report.sorted(), language),
        }
    )
    if not found.report.failed:
        console.table([COLUMNS, *_rows(listed)])
    return exit_code(found.report, strict=False)


def _rows(listed: Iterable[tuple[Decision, tuple[str, ...]]]) -> Iterable[tuple[str, ...]]:
    for item, tags in listed:
        mark = "?" if item.doubtful else ""
        trust = f"{item.confidence:.2f}"
        others, variants = " ".join(item.others), " ".join(tags)
        yield (mark, item.kind, str(item.place), item.source, item.result, others, trust, item.context, variants)
