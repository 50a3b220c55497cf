"""The print edition: a PDF with fixed pages."""

from __future__ import annotations

from fuzi.check.conservation import compare
from fuzi.check.figures import compare_figures
from fuzi.check.gauge import gauge
from fuzi.check.leaf import compare_leaf
from fuzi.formats.format import Finished, Job
from fuzi.manufacture.signatures import Padding
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Outcome
from fuzi.press import Forme, lay, print_off, relay
from fuzi.press.glyphs import read_glyphs
from fuzi.press.reader import read_text
from fuzi.render import render

COPYRIGHT = "copyright-page"
ROUNDS = 3


def make(job: Job) -> Outcome[Finished | None]:
    """Render, press, read back, compare and measure; no artifact when any of them reports an error."""
    copy, edition, watch = job.copy, job.edition, job.watch
    watch("render")
    metadata = copy.metadata[edition.product]
    galley = render(copy, edition)
    if galley.report.failed:
        return Outcome(None, galley.report)
    watch("press")
    signature = Padding(copy.settings.press.signature, copy.place(edition.product, "press", "signature"))
    forme = lay(galley.value, edition, metadata, signature)
    if metadata.printing.counted and copy.variant.title_leaf.shows("sheets"):
        forme = _counted(copy, edition, forme)
    pages = print_off(forme)
    report = galley.report + pages.report
    if report.failed:
        return Outcome(None, report)
    watch("check")
    readings = read_text(pages.value.pdf, pages.value.facts)
    report += compare(copy, readings, edition.name) + compare_leaf(metadata, readings, edition)
    report += compare_figures(copy, edition.product, pages.value.facts)
    measured = gauge(pages.value.facts, read_glyphs(pages.value.pdf), edition.name)
    report += measured.report
    facts = pages.value.facts
    return Outcome(Finished(pages.value.pdf, facts.count, facts, measured.value, forme=forme), report)


def _counted(copy: FairCopy, edition: Edition, forme: Forme) -> Forme:
    """Put 印张 and 字数, which only the pages know, on the copyright page; the page count must not change by it."""
    for _ in range(ROUNDS):
        galley = render(copy, edition, forme.facts).value
        again = relay(forme, galley, COPYRIGHT)
        if again.facts.count == forme.facts.count:
            return again
        forme = again
    raise RuntimeError("the copyright page does not come to rest")
