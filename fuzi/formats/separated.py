"""From an RGB PDF to one for the printing house, for every product that goes to the press."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.check.press_file import check_press_file
from fuzi.formats.format import Job
from fuzi.model.press_file import PressFile
from fuzi.model.report import Outcome, Report
from fuzi.model.source import Place
from fuzi.prepress.codes import CONDITION_WITHOUT_PROFILE
from fuzi.prepress.inspect import inspect
from fuzi.prepress.press import PressJob, for_press
from fuzi.prepress.profile import choose_profile


def separated(
    job: Job, pdf: bytes, places: Mapping[str, Place], slugs: bytes | None = None
) -> Outcome[tuple[bytes, PressFile] | None]:
    """The PDF as PDF/X-4 in four inks and what was read back from it, looked at as a printing house would.

    ``places`` are those of its pictures by resource name, ``slugs`` a PDF of the lines outside its trimmed pages.
    """
    copy, edition, work = job.copy, job.edition, job.copy.settings.press
    if edition.profile is None and work.asks_for_profile:
        place = copy.place(edition.product, "press", "condition")
        return Outcome(None, Report.of([CONDITION_WITHOUT_PROFILE.at(place, condition=work.condition)]))
    profile = choose_profile(edition.profile, work)
    made = for_press(pdf, PressJob(profile, work, edition.modified, places, slugs))
    if made.report.failed:
        return Outcome(None, made.report)
    job.watch("check")
    read = inspect(made.value)
    found = check_press_file(read, float(work.bleed), edition.name, places)
    return Outcome((made.value, read), made.report + found)
