"""The command line as a whole: the group and its commands, in the language of the user."""

from __future__ import annotations

import click

from fuzi import __version__
from fuzi.cli.commands import build, check, decisions, doctor, ingest, new, themes
from fuzi.cli.help import speaking
from fuzi.cli.words import say

COMMANDS = (build, new, check, themes, decisions, ingest, doctor)


def command_line(language: str) -> click.Group:
    """The ``fuzi`` group with all its commands, speaking ``zh`` or ``en``."""
    group = click.Group(
        "fuzi",
        help=say("help_fuzi", language),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    group = click.version_option(__version__, help=say("option_version", language), message="fuzi %(version)s")(group)
    for module in COMMANDS:
        group.add_command(speaking(module.command(language), language))
    speaking(group, language)
    return group
