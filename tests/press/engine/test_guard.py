"""The corrections of the engine are only for the engine that they were written for."""

from __future__ import annotations

import pytest
import weasyprint

from fuzi.model.faults import ToolFault
from fuzi.press.engine import baseline, folios, footnotes, guard, subsets


def function() -> int:
    return 1


def test_another_version_is_a_fault_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(ToolFault) as caught:
        guard.require_engine()
    assert "71.0" in caught.value.zh
    assert caught.value.command == "pip install weasyprint==70.0"


def test_another_source_is_a_fault_that_names_the_function() -> None:
    guard.require_source(function, guard.source_digest(function))
    with pytest.raises(ToolFault, match="test_guard.function"):
        guard.require_source(function, "0" * 16)


def test_corrections_are_put_in_place_once() -> None:
    from weasyprint.layout import block, inline, page

    before = (block._linebox_layout, page.make_page, page.remake_page, inline.split_text_box)
    for module in (folios, footnotes, baseline, subsets):
        module.install()
    assert before == (block._linebox_layout, page.make_page, page.remake_page, inline.split_text_box)
    assert before[0].corrected_by_fuzi
