"""What click finds wrong with a command line, in the words of the user."""

from __future__ import annotations

import click

from fuzi.cli.words import say


def usage_message(wrong: click.ClickException, language: str) -> str:
    """One sentence in ``zh`` or ``en``."""
    match wrong:
        case click.NoSuchOption():
            near = say("did_you_mean", language, name=wrong.possibilities[0]) if wrong.possibilities else ""
            return say("no_option", language, name=wrong.option_name) + near
        case click.MissingParameter():
            return say("missing", language, name=_name(wrong))
        case click.BadParameter():
            kind = wrong.param.type if wrong.param else None
            known = say("allowed", language, known=", ".join(kind.choices)) if isinstance(kind, click.Choice) else ""
            return say("bad_value", language, name=_name(wrong), value=_value(wrong)) + known
        case _:
            return wrong.format_message()


def _name(wrong: click.BadParameter) -> str:
    parameter = wrong.param
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return parameter.human_readable_name if parameter else str(wrong.param_hint or "")


def _value(wrong: click.BadParameter) -> str:
    """The value itself, which click quotes at the beginning of its message."""
    return wrong.message.split(" is not ")[0]
