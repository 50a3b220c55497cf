"""The PDF for the printing house: the print edition in four inks, with bleed and marks, as PDF/X-4."""

from __future__ import annotations

from fuzi.check.press_file import check_press_file
from fuzi.formats.format import Finished, Job
from fuzi.model.production import FOGRA39
from fuzi.model.report import Outcome, Report
from fuzi.prepress.codes import CONDITION_WITHOUT_PROFILE
from fuzi.prepress.inspect import inspect
from fuzi.prepress.press import CROP, PressJob, for_press
from fuzi.prepress.profile import choose_profile
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
    if edition.profile is None and work.condition and not work.condition.upper().startswith(FOGRA39):
        place = copy.place(edition.product, "press", "condition")
        return Outcome(None, Report.of([CONDITION_WITHOUT_PROFILE.at(place, condition=work.condition)]))
    profile = choose_profile(edition.profile, work)
    lines = None
    if work.marks == CROP:
        words = _slugs(job)
        lines = slugs(words, forme.bed.page.width - MARGIN, edition)
    places = figures_of(forme)
    made = for_press(printed.data, PressJob(profile, work, edition.modified, places, lines))
    if made.report.failed:
        return Outcome(None, made.report)
    job.watch("check")
    report = made.report + check_press_file(inspect(made.value), float(work.bleed), edition.name, places)
    return Outcome(Finished(made.value, printed.extent, printed.facts), report)


def _slugs(job: Job) -> list[str]:
    """What stands outside each page: title, variant, date, folio, and which of how many pages it is."""
    facts = job.made["pdf"].facts
    assert facts is not None
    title = job.copy.metadata[job.edition.product].title
    date = job.edition.modified.strftime("%Y-%m-%d")
    head = f"{title}　{job.edition.variant.tag}　{date}"
    return [f"{head}　p. {page.folio or '—'}　{page.index + 1}/{facts.count}" for page in facts.pages]
