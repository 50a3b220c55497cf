"""The reflowing edition: EPUB 3."""

from __future__ import annotations

from dataclasses import replace

from fuzi.bind import PrintEdition, bind
from fuzi.bind.reader import read_text
from fuzi.check.conservation import compare
from fuzi.check.leaf import compare_leaf
from fuzi.formats.cover import cover_of
from fuzi.formats.format import PRINT, Finished, Job
from fuzi.model.edition import Medium
from fuzi.model.report import Outcome
from fuzi.render import render

PAGES = "pdf"
"""The product whose pages the page list is of."""


def make(job: Job) -> Outcome[Finished | None]:
    """Render, bind, read back and compare; no artifact when any of them reports an error."""
    copy, edition, watch = job.copy, job.edition, job.watch
    watch("render")
    galley = render(copy, edition)
    watch("cover")
    cover = cover_of(copy, edition)
    report = galley.report + cover.report
    if report.failed or cover.value is None:
        return Outcome(None, report)
    watch("bind")
    metadata = copy.metadata[edition.product]
    package = bind(galley.value, edition, metadata, cover.value, _printed(job))
    report += package.report
    if report.failed:
        return Outcome(None, report)
    watch("check")
    readings = read_text(package.value.epub)
    report += compare(copy, readings, edition.name) + compare_leaf(metadata, readings, edition)
    return Outcome(Finished(package.value.epub, package.value.documents), report)


def _printed(job: Job) -> PrintEdition | None:
    """The print edition whose pages are listed, if the book wants a page list."""
    pages = job.made[PAGES].facts if job.copy.settings.page_list == PRINT else None
    if pages is None:
        return None
    galley = render(job.copy, replace(job.edition, product=PAGES, medium=Medium.PAGE), pages).value
    return PrintEdition(galley, pages, job.copy.metadata[PAGES])
