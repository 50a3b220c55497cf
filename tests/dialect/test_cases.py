"""The text cases in tests/cases/dialect: a source, the model it gives, and what is reported, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fuzi.dialect import read_chapter, write_chapter
from fuzi.model.book import Chapter
from fuzi.model.report import Outcome


def test_the_source_gives_the_model_and_the_report(
    case: Any,
    read_case: Callable[[str], Outcome[Chapter]],
    dump_chapter: Callable[[Chapter], str],
    dump_report: Callable[[Outcome[Chapter]], str],
) -> None:
    outcome = read_case(case.source)
    assert dump_chapter(outcome.value) == case.model
    assert dump_report(outcome) == case.report


def test_what_was_read_can_be_written_and_read_again(
    case: Any, read_case: Callable[[str], Outcome[Chapter]], bare: Callable[[Any], Any]
) -> None:
    chapter = read_case(case.source).value
    again = read_chapter(write_chapter(chapter), file="text/a.md", chapter_id=chapter.id, kind=chapter.kind).value
    assert bare(again) == bare(chapter)
