"""What the themes look like: the sample text set in each of them by the real press, as pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib.resources import as_file, files

from fuzi.formats import FORMATS, Job
from fuzi.load import load
from fuzi.model.book import Book
from fuzi.model.edition import Edition
from fuzi.model.product import PageFacts
from fuzi.model.report import Outcome, Report
from fuzi.pipeline import UNDATED, Watch
from fuzi.transform import transform
from fuzi.variants import variant

SAMPLE = "sample"
"""The folder of the package with the sample book."""

WIDTH = 1200
"""Pixels; as wide as the type area of a 32开 book it is 300 to the inch."""


def specimens(
    themes: Iterable[str], tag: str, watch: Watch = lambda edition, stage: None
) -> Outcome[Mapping[str, bytes]]:
    """A PNG for each theme: title page, opening of a chapter, two facing pages; in the variant of this tag."""
    with as_file(files("fuzi") / SAMPLE) as folder:
        loaded = load(folder)
    report, made = loaded.report, {}
    if loaded.value is None or report.failed:
        return Outcome({}, report)
    for theme in themes:
        outcome = _specimen(loaded.value, theme, tag, watch)
        report += outcome.report
        if outcome.value is not None:
            made[theme] = outcome.value
    return Outcome(made, Report.of(dict.fromkeys(report.diagnostics)))


def _specimen(book: Book, theme: str, tag: str, watch: Watch) -> Outcome[bytes | None]:
    from fuzi.press.specimen import specimen  # the engine takes two seconds to load, which no other command must wait

    book = replace(book, settings=replace(book.settings, theme=theme))
    item = FORMATS["pdf"]
    copy = transform(book, variant(tag), (item.product,))
    edition = Edition(variant(tag), item.product, item.medium, UNDATED)
    finished = item.make(Job(copy.value, edition, partial(watch, theme)))
    report = copy.report + finished.report
    if report.failed or finished.value is None or finished.value.facts is None:
        return Outcome(None, report)
    return Outcome(specimen(finished.value.data, list(_rows(finished.value.facts)), WIDTH), report)


def _rows(facts: PageFacts) -> Iterator[tuple[int, int, bool]]:
    """The title page beside the opening of the first chapter, then the first two pages that face each other in it."""
    opening = next(page.index for page in facts.pages if page.folio == "1")
    title = facts.anchors["title-page"]
    verso = opening + 1 + opening % 2
    yield title, opening, False
    yield verso, verso + 1, True
