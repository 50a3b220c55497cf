"""Which script a text is in."""

import pytest

from fuzi.ingest.script import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这本书说的是过去", "zh-Hans"),
        ("這本書說的是過去", "zh-Hant-TW"),
        ("abc", "zh-Hans"),
        ("他引了一句“這書”，说这书不对", "zh-Hans"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script
