"""Help pages in the language of the user: click speaks English alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from fuzi.cli.words import say

HEADS = {"Options": "head_options", "Commands": "head_commands"}


def formatter(language: str) -> type[click.HelpFormatter]:
    """A formatter whose headings are in ``zh`` or ``en``."""

    class Formatter(click.HelpFormatter):
        """Writes help pages."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            """The line that shows how a command is called."""
            super().write_usage(prog, args, f"{say('head_usage', language)} ")

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            """A part of the page under its heading."""
            with super().section(say(HEADS[name], language) if name in HEADS else name):
                yield

    return Formatter


def speaking(command: click.Command, language: str) -> click.Command:
    """The same command with its help page, and those of its subcommands, in ``zh`` or ``en``."""

    class Context(click.Context):
        """Carries the formatter."""

        formatter_class = formatter(language)

    original = command.get_help_option

    def help_option(context: click.Context) -> click.Option | None:
        option = original(context)
        if option is not None:
            option.help = say("option_help", language)
        return option

    spoken: Any = command
    spoken.context_class = Context
    spoken.get_help_option = help_option
    return command
