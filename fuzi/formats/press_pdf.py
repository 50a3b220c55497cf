"""The PDF for the printing house: the print edition in four inks, with bleed and marks, as PDF/X-4."""

from __future__ import annotations

from fuzi.formats.format import Finished, Job
from fuzi.formats.separated import separated
from fuzi.model.report import Outcome
from fuzi.prepress.press import CROP
from fuzi.press import figures_of, slugs

MARGIN = 20
"""pt of the trimmed width that the slug line leaves free."""


def make(job: Job) -> Outcome[Finished | None]:
    """The pages of the print edition made ready for the press, read back and looked at as a printing house would."""
    copy, edition, printed = job.copy, job.edition, job.made["pdf"]
    forme, work = printed.forme, copy.settings.press
    assert forme is not None
    assert printed.facts is not None
    job.watch("separate")
    lines = None
    if work.marks == CROP:
        lines = slugs(_slugs(job), forme.bed.page.width - MARGIN, edition)
    made = separated(job, printed.data, figures_of(forme), lines)
    if made.value is None:
        return Outcome(None, made.report)
    pdf, read = made.value
    return Outcome(Finished(pdf, printed.extent, printed.facts, press=read), made.report)


def _slugs(job: Job) -> list[str]:
    """What stands outside each page: title, variant, date, folio, and which of how many pages it is."""
    facts = job.made["pdf"].facts
    assert facts is not None
    title = job.copy.metadata[job.edition.product].title
    date = job.edition.modified.strftime("%Y-%m-%d")
    head = f"{title}　{job.edition.variant.tag}　{date}"
    return [f"{head}　p. {page.folio or '—'}　{page.index + 1}/{facts.count}" for page in facts.pages]
