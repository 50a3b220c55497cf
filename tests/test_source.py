"""Rules that hold for all of the source and that no linter knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "fuzi").rglob("*.py"))
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
POSSESSIVE = re.compile(r"r[f]?\".*(?:[+*?]|\{\d*,?\d*\})\+|\(\?>")


def possessive(line: str) -> bool:
    """Whether a line of source holds a raw string with a possessive repeat or an atomic group."""
    return POSSESSIVE.search(CLASS.sub("C", line).replace("\\+", "").replace("\\*", "").replace("\\?", "")) is not None


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_possessive_repeats(path: Path) -> None:
    """Python 3.11.0 to 3.11.3 (Debian 12 has 3.11.2) give up one character too many after a possessive group."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        assert not possessive(line), f"{path.name}:{number}: {line.strip()}"


def test_the_rule_sees_what_it_forbids() -> None:
    for pattern in ('r"[a-z]++"', 'r"(?:ab)*+"', 'r"a{1,3}+"', 'rf"{X}?+"', 'r"(?>ab)"'):
        assert possessive(pattern)
    for pattern in ('r"[*+-]"', 'r"a+b*"', 'r"([ \\t]*)[-*+]"'):
        assert not possessive(pattern)
