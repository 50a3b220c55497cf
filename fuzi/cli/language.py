"""Which language the tool speaks: --lang, then FUZI_LANG, LC_ALL, LC_MESSAGES, LANG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPTION = "--lang"
VARIABLES = ("FUZI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """``zh`` or ``en``. The option may stand anywhere on the command line."""
    for position, argument in enumerate(arguments):
        if argument == OPTION and position + 1 < len(arguments):
            return _supported(arguments[position + 1])
        if argument.startswith(f"{OPTION}="):
            return _supported(argument.partition("=")[2])
    for name in VARIABLES:
        if environment.get(name):
            return _supported(environment[name])
    return "en"


def is_supported(arguments: Sequence[str]) -> bool:
    """Whether the language that was asked for on the command line, if any, is one that the tool speaks."""
    for position, argument in enumerate(arguments):
        name = argument.partition("=")[2] if argument.startswith(f"{OPTION}=") else ""
        if argument == OPTION:
            name = arguments[position + 1] if position + 1 < len(arguments) else "?"
        if name and not name.lower().startswith(("zh", "en", "cn", "中")):
            return False
    return True


def without_language(arguments: Sequence[str]) -> list[str]:
    """The command line without the language option, wherever it stood."""
    kept: list[str] = []
    skip = False
    for position, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == OPTION and position + 1 < len(arguments):
            skip = True
        elif not argument.startswith(f"{OPTION}="):
            kept.append(argument)
    return kept


def _supported(name: str) -> str:
    return "zh" if name.lower().startswith(("zh", "cn", "中")) else "en"
