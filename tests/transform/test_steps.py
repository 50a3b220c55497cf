"""The steps together: nothing is lost, and a book in its own variant is what it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.model.block import Block, Inlines, Paragraph, Quote
from fuzi.model.fair_copy import FairCopy
from fuzi.model.walk import plain
from fuzi.transform import steps, transform
from fuzi.transform.task import Done, Task
from fuzi.variants import variant
from tests.transform.copies import (
    HANS,
    HK,
    TW,
    all_text,
    book,
    chapter,
    codes,
    figure,
    inlines,
    paragraph,
    part,
    place,
    settled,
)

CHAPTERS = st.lists(inlines(), max_size=4).map(
    lambda found: chapter("c1", "头发", *(Paragraph(item, place()) for item in found))
)


@pytest.mark.parametrize("tag", [HANS, TW, HK])
@given(written=CHAPTERS)
def test_a_book_in_its_own_variant_is_unchanged(tag: str, written: object) -> None:
    before = book(written, source=tag)  # type: ignore[arg-type]
    copy, _ = settled(before, tag)
    assert (copy.front, copy.body, copy.back) == (before.front, before.body, before.back)
    assert copy.metadata == {"pdf": before.metadata}


@pytest.mark.parametrize("tag", [TW, HK])
@given(content=inlines())
def test_no_character_is_lost(tag: str, content: Inlines) -> None:
    before = book(chapter("c1", "", Paragraph(content, place())))
    copy, found = settled(before, tag)
    assert "T101" not in codes(found)
    assert [len(text) for text in all_text(copy)] == [len(text) for text in all_text(before)]


def test_a_step_that_loses_a_character_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(copy: FairCopy, task: Task) -> Done:
        return Done(replace(copy, body=tuple(replace(item, blocks=()) for item in copy.body)))  # type: ignore[call-arg]

    monkeypatch.setitem(steps.STEPS, "quotes", lossy)
    outcome = transform(book(chapter("c1", "题", paragraph("四个汉字"))), variant(TW), ("pdf",))
    (error,) = outcome.report.diagnostics
    assert outcome.report.failed
    assert (error.code.id, dict(error.facts)) == ("T101", {"step": "quotes", "before": "5", "after": "1"})
    assert error.place == place()


def test_a_step_that_loses_a_chapter_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(steps.STEPS, "quotes", lambda copy, task: Done(replace(copy, body=())))
    outcome = transform(book(part("p1", "篇", chapter("c1", "题"))), variant(TW), ("pdf",))
    assert codes(outcome.report.diagnostics) == ["T101", "T101"]


def test_the_copy_carries_settings_assets_and_variant() -> None:
    before = book(chapter("c1", "题", figure("f", "图")))
    copy, _ = settled(before, TW, ("pdf", "epub"))
    assert (copy.settings, copy.assets, copy.variant.tag) == (before.settings, before.assets, TW)
    assert set(copy.metadata) == {"pdf", "epub"}


def test_parts_keep_their_chapters_and_introduction() -> None:
    before = book(part("p1", "和平篇", chapter("c1", "头"), chapter("c2", "发"), introduction=(paragraph("里"),)))
    copy, _ = settled(before)
    assert [plain(each.title) for each in copy.chapters()] == ["頭", "發"]
    assert copy.body[0].introduction == (paragraph("裡"),)  # type: ignore[union-attr]


def test_quotations_within_quotations_go_deep() -> None:
    block: Block = paragraph("头发")
    for _ in range(120):
        block = Quote((block,), place())
    _, found = settled(book(chapter("c1", "", block)))
    assert not found
