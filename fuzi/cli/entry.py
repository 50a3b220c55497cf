"""One run of the command line, from the arguments to the exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from fuzi.cli.app import command_line
from fuzi.cli.console import Console
from fuzi.cli.language import chosen_language, is_supported, without_language
from fuzi.cli.trouble import report_bug
from fuzi.cli.words import say
from fuzi.formats import FORMATS
from fuzi.model.faults import DiskFault, Fault

DEFAULT = "build"
OF_THE_TOOL = ("--help", "-h", "--version")


def run(given: Sequence[str]) -> int:
    """Run one command and return its exit code; see ``fuzi.cli.main``."""
    language = chosen_language(given, os.environ)
    arguments = without_language(given)
    console = Console(language, as_json="--json" in arguments)
    try:
        return _run(arguments, given, language)
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
    except OSError as error:  # where a result was to be printed: a full disk, a closed terminal
        console.fault(DiskFault(zh=f"写不出结果：{error.strerror}", en=f"cannot write the result: {error.strerror}"))
        return 3
    except Exception as error:
        console.bug(report_bug(error, arguments), error, debug="--debug" in arguments)
        return 70


def _run(arguments: list[str], given: Sequence[str], language: str) -> int:
    if not is_supported(given):
        raise click.UsageError(say("unknown_language", language))
    group = command_line(language)
    if not arguments or arguments[0].startswith("-") or arguments[0] in FORMATS:
        if not arguments or arguments[0] not in OF_THE_TOOL:
            arguments.insert(0, DEFAULT)
    elif arguments[0] not in group.commands:
        raise click.UsageError(_unknown_command(arguments[0], sorted(group.commands), language))
    outcome = group.main(arguments, prog_name="fuzi", standalone_mode=False)
    return int(outcome or 0)


def _unknown_command(name: str, known: list[str], language: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    meant = say("did_you_mean", language, name=near[0]) if near else ""
    return say("unknown_command", language, name=name, known=", ".join(known)) + meant
