"""Looks at a finished press file as the printing house does when it comes in (pre-flight)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fuzi.check import codes
from fuzi.model.press_file import HAIRLINE, TOTAL_INK, PressFile, PressPage
from fuzi.model.report import Diagnostic, Report
from fuzi.model.source import Place
from fuzi.model.units import POINTS_PER_MM

PRINTED = frozenset({"DeviceCMYK", "DeviceGray", "Separation", "DeviceN", "Pattern"})
"""Colour spaces that need no conversion at the printing house."""


_NEAR = 0.5  # pt
_CONFORMANCE = "PDF/X-4"
_NEWEST = "1.6"


def check_press_file(file: PressFile, bleed: float, edition: str, places: Mapping[str, Place] | None = None) -> Report:
    """All that a printing house would send the file back for; ``bleed`` is what it asks for, in mm.

    ``places`` say where the picture of a resource name comes from.
    """
    found = list(_whole(file, edition))
    for page in file.pages:
        found += _colours(page, edition, places or {})
        found += _edges(page, bleed, edition)
        found += _details(page, edition)
    return Report.of(dict.fromkeys(found))


def _whole(file: PressFile, edition: str) -> Iterator[Diagnostic]:
    intent = file.intent
    if intent is None or intent.components != 4 or not intent.condition:
        yield codes.PRESS_NO_INTENT.at(None, edition=edition)
    for font in file.fonts:
        if not font.embedded:
            yield codes.PRESS_FONT.at(None, edition=edition, font=font.name)
    wrong = list(file.refused)
    if file.conformance != _CONFORMANCE:
        wrong.append(f"GTS_PDFXVersion “{file.conformance}”")
    if file.version > _NEWEST:
        wrong.append(f"PDF {file.version}")
    if file.trapped not in ("True", "False"):
        wrong.append(f"Trapped “{file.trapped}”")
    if wrong:
        yield codes.PRESS_REFUSED.at(None, edition=edition, what=", ".join(wrong))
    if file.actions:
        yield codes.PRESS_SCREEN.at(None, edition=edition, what=", ".join(file.actions), page="—")


def _colours(page: PressPage, edition: str, places: Mapping[str, Place]) -> Iterator[Diagnostic]:
    number = page.index + 1
    left = page.spaces - PRINTED
    for image in page.images:
        if image.space in left:
            place = places.get(image.name)
            yield codes.PRESS_COLOUR.at(place, edition=edition, space=image.space, page=number)
        if image.ink > TOTAL_INK:
            place = places.get(image.name)
            yield codes.PRESS_INK.at(place, edition=edition, ink=f"{image.ink:.0f}", most=TOTAL_INK, page=number)
    for space in sorted(left - {image.space for image in page.images}):
        yield codes.PRESS_COLOUR.at(None, edition=edition, space=space, page=number)
    if page.ink > TOTAL_INK:
        yield codes.PRESS_INK.at(None, edition=edition, ink=f"{page.ink:.0f}", most=TOTAL_INK, page=number)


def _edges(page: PressPage, bleed: float, edition: str) -> Iterator[Diagnostic]:
    number = page.index + 1
    has = page.least_bleed
    if has is None or has < bleed * POINTS_PER_MM - _NEAR:
        found = 0.0 if has is None else has / POINTS_PER_MM
        yield codes.PRESS_NO_BLEED.at(None, edition=edition, found=f"{found:.1f}", bleed=f"{bleed:g}", page=number)
    elif page.short:
        yield codes.PRESS_SHORT.at(None, edition=edition, page=number)


def _details(page: PressPage, edition: str) -> Iterator[Diagnostic]:
    number = page.index + 1
    what = list(dict.fromkeys(page.annotations))
    if what:
        yield codes.PRESS_SCREEN.at(None, edition=edition, what=", ".join(what), page=number)
    if page.interpolated:
        yield codes.PRESS_REFUSED.at(None, edition=edition, what=f"Interpolate ({number})")
    if page.hairlines:
        width = f"{min(page.hairlines):g}"
        yield codes.PRESS_HAIRLINE.at(None, edition=edition, width=width, least=f"{HAIRLINE:g}", page=number)
