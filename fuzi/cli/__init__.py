"""The command line: words in, words out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from fuzi.cli.app import command_line
from fuzi.cli.console import Console
from fuzi.cli.language import chosen_language, without_language
from fuzi.cli.trouble import report_bug
from fuzi.model.faults import Fault

__all__ = ["command_line", "main"]

DEFAULT = "build"
OF_THE_TOOL = ("--help", "-h", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 all is well; 1 the book has faults; 2 the command line is wrong; 3 the machine is at fault; 70 fuzi is at fault;
    130 stopped by the user. Without a command name, ``build`` is meant.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = chosen_language(arguments, os.environ)
    arguments = without_language(arguments)
    group = command_line(language)
    if not arguments or (arguments[0] not in group.commands and arguments[0] not in OF_THE_TOOL):
        arguments.insert(0, DEFAULT)
    console = Console(language)
    try:
        outcome = group.main(arguments, prog_name="fuzi", standalone_mode=False)
        return int(outcome or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        console.say_interrupted()
        return 130
    except click.ClickException as wrong:
        console.usage(wrong)
        return 2
    except Fault as fault:
        console.fault(fault)
        return 3
    except KeyboardInterrupt:
        console.say_interrupted()
        return 130
    except Exception as error:
        console.bug(report_bug(error, arguments), error, debug="--debug" in arguments)
        return 70
