"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from fuzi.cli.words import say
from fuzi.variants import tags


def book(language: str) -> click.Option:
    """``--book FOLDER``."""
    return click.Option(
        ["--book"], type=click.Path(path_type=Path), default=Path("content"), help=say("option_book", language)
    )


def output(language: str) -> click.Option:
    """``--output FOLDER``."""
    return click.Option(
        ["--output"], type=click.Path(path_type=Path), default=Path("output"), help=say("option_output", language)
    )


def variant(language: str) -> click.Option:
    """``--variant TAG``, repeatable."""
    known = ", ".join(tags())
    return click.Option(
        ["--variant"], type=click.Choice(tags()), multiple=True, help=say("option_variant", language, known=known)
    )


def encoding(language: str) -> click.Option:
    """``--encoding NAME``."""
    return click.Option(["--encoding"], default=None, help=say("option_encoding", language))


def common(language: str) -> list[click.Parameter]:
    """Options of every command: ``--json --quiet --debug --lang``."""
    return [
        click.Option(["--json", "as_json"], is_flag=True, help=say("option_json", language)),
        click.Option(["--quiet", "-q"], is_flag=True, help=say("option_quiet", language)),
        click.Option(["--debug"], is_flag=True, help=say("option_debug", language)),
        click.Option(["--lang"], help=say("option_lang", language), expose_value=False),
    ]


def strict(language: str) -> click.Option:
    """``--strict``."""
    return click.Option(["--strict"], is_flag=True, help=say("option_strict", language))


def no_pages(language: str) -> click.Option:
    """``--no-pages``."""
    return click.Option(["--no-pages"], is_flag=True, help=say("option_no_pages", language))


def press(language: str) -> list[click.Parameter]:
    """``--press`` and ``--report FILE.html``."""
    return [
        click.Option(["--press"], is_flag=True, help=say("option_press", language)),
        click.Option(["--report"], type=click.Path(path_type=Path), help=say("option_report", language)),
    ]


def make(name: str, language: str, callback: Callable[..., int], parameters: list[click.Parameter]) -> click.Command:
    """A command whose callback returns its exit code."""

    def run(**values: Any) -> int:
        values.pop("debug", None)
        return callback(language, **values)

    return click.Command(
        name,
        callback=run,
        params=[*parameters, *common(language)],
        help=say(f"help_{name}", language),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
