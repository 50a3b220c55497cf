"""Characters that XML cannot hold."""

from __future__ import annotations

import pytest
from lxml import etree

from fuzi.bind.characters import FORBIDDEN, printable


@pytest.mark.parametrize("code", [0x00, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFE, 0xFDD0, 0x10FFFF])
def test_forbidden(code: int) -> None:
    text = chr(code)
    assert FORBIDDEN.search(f"甲{text}乙")
    assert printable(f"甲{text}乙") == "甲□乙"


@pytest.mark.parametrize("text", ["\t\n\r", "　", "\u200b", "𠮷", "\ue000", "\ufeff", "\U0002a6d6"])
def test_allowed(text: str) -> None:
    assert not FORBIDDEN.search(text)
    assert etree.fromstring(f"<p>{text}x</p>".encode()) is not None
