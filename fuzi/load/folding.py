"""Undoing what YAML does to Chinese: a line break inside a value must not become a space between two characters."""

from __future__ import annotations

import re

from fuzi.dialect.width import is_wide_or_shared

_BREAK = re.compile(r"(\S)[ \t]*\n[ \t]*(?=(\S))")


def unfold(value: str, source: str, style: str) -> str:
    """The value of a scalar as it was meant: no line break at its end, no space where YAML folded wide characters.

    ``source`` is how the scalar stands in the file, ``style`` its YAML style (``|`` and ``>`` for block scalars).
    """
    value = value.rstrip("\n") if style in ("|", ">") else value
    if style == "|" or "\n" not in source:
        return value
    cursor = 0
    for before, after in _BREAK.findall(source):
        if is_wide_or_shared(before) and is_wide_or_shared(after):
            found = value.find(f"{before} {after}", cursor)
            if found >= 0:
                value = value[: found + 1] + value[found + 2 :]
                cursor = found + 1
    return value
