"""Numbers in series as they are printed."""

from __future__ import annotations

import pytest

from fuzi.bind.series_number import group_position


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("NO.1", "1"),
        ("No. 012", "12"),
        ("第３种", "3"),
        ("第三种", "3"),
        ("之十二", "12"),
        ("第二十一册", "21"),
        ("第一百零五卷", "105"),
        ("二〇", "20"),
        ("第2.3辑", "2.3"),
        ("第一辑第二册", ""),
        ("甲种", ""),
        ("", ""),
    ],
)
def test_group_position(statement: str, expected: str) -> None:
    assert group_position(statement) == expected
