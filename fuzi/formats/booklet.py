"""The booklet: the pages of the print edition two by two on office paper, to be folded into a dummy of the book."""

from __future__ import annotations

from fuzi.formats.format import Finished, Job
from fuzi.model.report import Outcome, Report
from fuzi.prepress.impose import impose
from fuzi.prepress.impose_booklet import booklet, remarks


def make(job: Job) -> Outcome[Finished | None]:
    """Impose the pages of the PDF; nothing is set anew."""
    copy, product = job.copy, job.edition.product
    file = job.made["pdf"]
    trim = copy.metadata[product].trim
    asked = copy.settings.press.signature
    job.watch("press")
    scheme = booklet(file.extent, trim, asked)
    said = remarks(file.extent, trim, asked, copy.place(product, "trim"), copy.place(product, "press", "signature"))
    return Outcome(Finished(impose(file.data, scheme), len(scheme.sides)), Report.of(said))
