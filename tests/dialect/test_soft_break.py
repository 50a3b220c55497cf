"""Where a line break of the source is a space and where it is nothing."""

from __future__ import annotations

import pytest

from fuzi.dialect.rules.soft_break import needs_space


@pytest.mark.parametrize(
    ("before", "after", "space"),
    [
        ("中", "文", False),
        ("，", "文", False),
        ("word", "word", True),
        ("word,", "word", True),
        ("中", "word", False),
        ("word", "中", False),
        ("“yes”", "and", True),
        ("是”", "他", False),
        ("……", "——", False),
        ("end—", "start", True),
        ("2006", "2007", True),
        ("한", "국", True),
        ("カ", "ナ", False),
        ("①", "中", False),
        ("①", "a", True),
    ],
)
def test_space(before: str, after: str, space: bool) -> None:
    assert needs_space(reversed(before), after) is space
