"""The job sheet (印制单): what the printing house is told of one edition, as a sheet of A4 and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from fuzi.check.codes import COPIES_UNREAD, COVER_TOO_LARGE, NO_PRESS_FILES, PAPER_UNKNOWN
from fuzi.formats.format import Companion, Finished, Job
from fuzi.manufacture.job import PrintJob, reckon
from fuzi.model.product import PressedFile
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.press.ticket import print_ticket
from fuzi.render.jobsheet import PAPER, render_jobsheet
from fuzi.render.jobtree import job_json

JSON_SUFFIX = "_jobsheet.json"
FOR_PRESS = ("press-pdf", "cover-pdf")
"""What the printing house prints from."""

LISTED = (*FOR_PRESS, "pdf")
"""What it is sent, the pages to compare with at the end."""


def make(job: Job) -> Outcome[Finished | None]:
    """Reckon the job from the finished pages, set it on one sheet, and write it down as data."""
    copy, edition, watch = job.copy, job.edition, job.watch
    facts = job.made["pdf"].facts
    assert facts is not None
    metadata = copy.metadata[edition.product]
    settings = copy.settings
    reckoned = reckon(
        metadata,
        facts,
        settings.press,
        settings.binding,
        words=copy.binding,
        tag=copy.variant.tag,
        files=tuple(_files(job)),
    )
    report = Report.of(_unknown(reckoned, job))
    watch("render")
    html, stylesheets = render_jobsheet(reckoned, copy.variant, settings.theme)
    watch("press")
    title = f"{copy.variant.labels['job_title']}：{metadata.title}"
    sheet = print_ticket(html, stylesheets, PAPER, edition, title)
    data, extent = sheet.value
    beside = Companion(JSON_SUFFIX, "application/json", job_json(reckoned))
    return Outcome(Finished(data, extent, companions=(beside,)), report + sheet.report)


def _files(job: Job) -> Iterator[PressedFile]:
    """The files for the printing house that were ordered in this run, by the names under which they are published."""
    from fuzi.formats import FORMATS  # the registry names this module

    for product in LISTED:
        if product in job.ordered and product in job.made:
            yield FORMATS[product].described(job.made[product], job.copy, job.edition)


def _unknown(reckoned: PrintJob, job: Job) -> Iterator[Diagnostic]:
    """What the job sheet must leave open, at the place where it could be said."""
    copy, product = job.copy, job.edition.product
    copies = reckoned.metadata.printing.copies
    if copies and reckoned.copies is None:
        yield COPIES_UNREAD.at(copy.place(product, "printing", "copies"), copies=copies)
    for key, stock, what in (
        ("paper", reckoned.text, ("书脊厚", "the spine")),
        ("cover_paper", reckoned.cover, ("书脊厚和封面令数", "the spine and the reams of the cover")),
    ):
        if stock.thickness is None and reckoned.spine is None:
            paper = stock.paper
            facts = {"kind": paper.kind, "weight": paper.weight, "what_zh": what[0], "what_en": what[1], "key": key}
            yield PAPER_UNKNOWN.at(copy.place(product, "binding", key), **facts)
    if reckoned.cover_size and reckoned.cover_cut is None:
        yield COVER_TOO_LARGE.at(copy.place(product, "binding", "flaps"), cover=reckoned.cover_size)
    absent = [name for name in FOR_PRESS if name not in {file.product for file in reckoned.files}]
    if absent:
        yield NO_PRESS_FILES.at(None, absent="、".join(absent))
