"""The real templates and styles on real pages: nothing is ignored, lost, or wider than the type area."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.check.conservation import compare
from fuzi.model.edition import Edition
from fuzi.press import press
from fuzi.press.reader import read_text
from fuzi.render import render
from fuzi.variants import variant
from tests.render.books import book, page


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_one_of_everything_goes_through(tag: str) -> None:
    copy = replace(book(), variant=variant(tag))
    edition: Edition = replace(page(), variant=copy.variant)
    galley = render(copy, edition)
    outcome = press(galley.value, edition, copy.metadata[edition.product])
    assert outcome.report.diagnostics == ()
    facts = outcome.value.facts
    assert compare(copy, read_text(outcome.value.pdf, facts), edition.name).diagnostics == ()
    assert [section.id for section in galley.value.sections] == list(
        dict.fromkeys(fact.section for fact in facts.pages)
    ), "every section stands on pages of its own, in order"
    assert sum(fact.section == "copyright-page" for fact in facts.pages if not fact.blank) == 1
    copyright_page = facts.pages[facts.anchors["copyright-page"]].index
    if copy.variant.title_leaf.last:
        assert copyright_page >= len(facts.pages) - 2, "the copyright page is on the last leaf"
    else:
        assert copyright_page % 2 == 1, "the copyright page is a verso"
    assert facts.pages[facts.anchors["title-page"]].index % 2 == 0, "the title page is a recto"
