"""The tool speaks the language that was asked for, wherever it was asked."""

from __future__ import annotations

import pytest

from fuzi.cli.language import chosen_language, without_language


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"FUZI_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
        (["build", "--lang", "zh"], {"LANG": "en_US"}, "zh"),
        (["--lang=en", "build"], {"LANG": "zh_TW"}, "en"),
    ],
)
def test_choice(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert chosen_language(arguments, environment) == expected


def test_the_option_is_taken_out() -> None:
    assert without_language(["--lang", "zh", "build", "--quiet", "--lang=en"]) == ["build", "--quiet"]
