"""``fuzi themes``: the themes that a book may be set in, in words and as pictures."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.console import Console, diagnostics_tree
from fuzi.cli.words import say
from fuzi.model.report import Report
from fuzi.render.environment import themes
from fuzi.render.themes import Theme, theme_named
from fuzi.specimens import SAMPLE, specimens
from fuzi.store.folder import is_free, put_folder
from fuzi.variants import tags

STAGES = 3
"""Stages that one theme goes through, for the progress bar."""


def command(language: str) -> click.Command:
    """The click command."""
    pictures = click.Option(["--pictures"], type=click.Path(path_type=Path), help=say("option_pictures", language))
    variant = click.Option(
        ["--variant"], type=click.Choice(tags()), default="zh-Hans", help=say("option_sample_variant", language)
    )
    return options.make("themes", language, run, [pictures, variant])


def run(language: str, *, pictures: Path | None, variant: str, as_json: bool, quiet: bool) -> int:
    """List the themes; with ``pictures`` set the sample text in each of them and write the pictures."""
    console = Console(language, quiet=quiet, as_json=as_json)
    if pictures is not None and not is_free(pictures):
        raise click.UsageError(say("not_empty", language, folder=pictures.as_posix()))
    described = [theme_named(name) for name in themes()]
    found = [outcome.value for outcome in described]
    report = Report.of(item for outcome in described for item in outcome.report.diagnostics)
    written: list[str] = []
    if pictures is not None and not report.failed:
        with console.progress(STAGES * len(found)) as advance:
            made = specimens([theme.name for theme in found], variant, advance)
        report += made.report
        if not report.failed:
            named = {f"theme-{name}.png": picture for name, picture in made.value.items()}
            put_folder(pictures, named)
            written = [(pictures / name).as_posix() for name in named]
    console.report(report, Path(SAMPLE))
    console.tree(
        {
            "ok": not report.failed,
            "themes": [
                {"name": theme.name, "title": theme.title(language), "line": theme.line(language)} for theme in found
            ],
            "pictures": written,
            "diagnostics": diagnostics_tree(report.sorted(), language),
        }
    )
    _show(console, found, language, written)
    return int(report.failed)


def _show(console: Console, found: list[Theme], language: str, written: list[str]) -> None:
    for theme in found:
        console.line("theme", name=theme.name, title=theme.title(language), line=theme.line(language))
    for path in written:
        console.line("theme_picture", path=path)
    if not written and sys.stdout.isatty():
        console.line("theme_hint")
