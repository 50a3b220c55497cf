"""A PDF of set pages becomes the file for the printing house: PDF/X-4 in four inks, with bleed and marks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
from PIL import ImageCms

from fuzi.model.production import PressWork
from fuzi.model.report import Outcome, Report
from fuzi.model.source import Place
from fuzi.prepress import codes
from fuzi.prepress.boxes import Sheet, set_boxes, sheet_of
from fuzi.prepress.identity import identify, set_intent, take_actions
from fuzi.prepress.inks import Inks, UnconvertibleError
from fuzi.prepress.marks import REGISTRATION, SLUG, add_resource, crop_marks, registration, slug_line
from fuzi.prepress.profile import Profile
from fuzi.prepress.separation import Separation

VERSION = "1.6"
"""Of PDF: the one that PDF/X-4 is built on."""

CROP = "crop"


@dataclass(frozen=True, slots=True)
class PressJob:
    """How a file is to be made ready for the press.

    ``moment`` (UTC) is the time written into it. ``places`` say where the picture of a resource name comes from.
    ``slugs`` is a PDF with the slug line of each page, in order, drawn from its lower left corner (None: no slug line).
    """

    profile: Profile
    work: PressWork
    moment: datetime
    places: Mapping[str, Place] = field(default_factory=dict)
    slugs: bytes | None = None


def for_press(pdf: bytes, job: PressJob) -> Outcome[bytes]:
    """The same pages as PDF/X-4 (ISO 15930-7): colours in CMYK, boxes, output intent, marks; nothing for screens.

    Pages whose BleedBox is larger than their TrimBox keep both; all others get ``work.bleed`` mm around the trim, and
    what reaches the trim edge is drawn on into it. Text is not touched. Equal arguments give equal bytes. Empty, with
    an error in the report, when the profile cannot be used.
    """
    try:
        inks = Inks(job.profile)
    except (UnconvertibleError, ImageCms.PyCMSError, OSError) as error:
        return Outcome(b"", Report.of([codes.PROFILE_REFUSED.at(None, reason=error)]))
    with pikepdf.open(BytesIO(pdf)) as file:
        take_actions(file)
        separation = Separation(file, inks, job.places)
        marked = job.work.marks == CROP
        sheets = [sheet_of(page, float(job.work.bleed), marked) for page in file.pages]
        for index, (page, sheet) in enumerate(zip(file.pages, sheets, strict=True)):
            separation.page(index, page, sheet.edges)
            set_boxes(page, sheet)
        if marked:
            _mark(file, sheets, job, separation)
        separation.rest()
        set_intent(file, job.profile)
        identify(file, job.moment, _seed(pdf, job))
        return Outcome(_written(file), Report.of(dict.fromkeys(separation.found)))


def _mark(file: pikepdf.Pdf, sheets: list[Sheet], job: PressJob, separation: Separation) -> None:
    """Draw marks and slug lines, and keep everything else inside the bleed."""
    colour = registration(file)
    slugs = pikepdf.open(BytesIO(job.slugs)) if job.slugs is not None else None
    for index, (page, sheet) in enumerate(zip(file.pages, sheets, strict=True)):
        left, bottom, right, top = sheet.bleed
        clip = "" if sheet.own else f"{left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n\n"
        content = b"q\n" + clip.encode("ascii") + page.obj.Contents.read_bytes() + b"\nQ\n"
        content += crop_marks(sheet, job.work.ink)
        if job.work.ink == "registration":
            add_resource(file, page, "/ColorSpace", REGISTRATION, colour)
        if slugs is not None and index < len(slugs.pages):
            form: Any = file.copy_foreign(slugs.pages[index].as_form_xobject())
            separation.form(form, None, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), separation.inks)
            add_resource(file, page, "/XObject", SLUG, form)
            content += slug_line(sheet)
        page.obj.Contents = file.make_stream(content)


def _seed(pdf: bytes, job: PressJob) -> bytes:
    """All that a file is made from."""
    parts = (pdf, job.profile.data, job.slugs or b"", repr((job.profile.condition, job.work, job.moment)).encode())
    return b"".join(hashlib.sha256(part).digest() for part in parts)


def _written(file: pikepdf.Pdf) -> bytes:
    """The bytes, without object streams: old workflow systems read a plain table of objects best."""
    file.remove_unreferenced_resources()
    target = BytesIO()
    file.save(
        target,
        force_version=VERSION,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return target.getvalue()
