"""The screen edition: the pages of the print edition as one accessible file, for readers, libraries and voices."""

from __future__ import annotations

from fuzi.check.conservation import compare
from fuzi.check.leaf import compare_leaf
from fuzi.formats.format import Finished, Job
from fuzi.model.report import Outcome
from fuzi.prepress.screen import for_screen
from fuzi.prepress.screen_check import screen_faults
from fuzi.prepress.tags import read_tagged, section_texts
from fuzi.press import print_tagged

PAGES = "pdf"
"""The product whose set pages are printed off once more."""


def make(job: Job) -> Outcome[Finished | None]:
    """Print the set pages with tags, make the file one for the screen, read it back as a voice does, and compare.

    No artifact when anything of the text is missing from the structure, or read twice.
    """
    copy, edition, watch = job.copy, job.edition, job.watch
    printed = job.made[PAGES]
    if printed.forme is None or printed.facts is None:
        raise RuntimeError("the print edition left no pages")
    watch("press")
    data = for_screen(print_tagged(printed.forme))
    watch("check")
    tagged = read_tagged(data)
    readings = section_texts(tagged, printed.facts)
    report = screen_faults(data, tagged, edition.name) + compare(copy, readings, edition.name)
    report += compare_leaf(copy.metadata[edition.product], readings, edition)
    return Outcome(Finished(data, printed.extent, printed.facts), report)
