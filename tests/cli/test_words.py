"""Every word of the command line exists in both languages and asks for the same facts."""

from __future__ import annotations

import string

import pytest

from fuzi.cli.words import WORDS


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages(key: str) -> None:
    zh, en = WORDS[key]
    assert zh.strip()
    assert en.strip()
    assert fields(zh) == fields(en)
