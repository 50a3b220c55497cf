"""The two files that go to the press, against what was asked for: pictures, type, sizes, barcode."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from fuzi.check import preflight_codes as codes
from fuzi.check.evidence import BLOCK, COVER, Evidence
from fuzi.manufacture.ean import QUIET_LEFT, QUIET_RIGHT, thirteen
from fuzi.manufacture.spine import FOLDED, spine
from fuzi.model.press_file import Frame, PlacedImage
from fuzi.model.report import Diagnostic
from fuzi.model.units import POINTS_PER_MM

TONE, LINE_ART = 300, 600
"""Pixels to the inch that pictures in tones and line art of one bit need; under half of it they cannot be printed."""

SMALL_TYPE = 14.0
"""pt (四号): smaller type should need one plate only."""

LEAST_FOLD = 4
"""Pages of a sheet that is folded once."""

_NEAR = 0.15  # mm
_SLACK = 0.99
_QUIET_SLACK = 0.1  # modules


def least_of(image: PlacedImage) -> int:
    """The resolution that a picture needs."""
    return LINE_ART if image.bits == 1 else TONE


def look_at_pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """C149, C150. That the picture of the cover is below 300 ppi was said when the cover was made."""
    for product, file in evidence.files():
        for page in file.pages:
            worst: dict[str, PlacedImage] = {}
            for image in page.images:
                worst[image.name] = min(worst.get(image.name, image), image, key=lambda item: item.ppi)
            for image in worst.values():
                least = least_of(image)
                coarse = image.ppi < least / 2 * _SLACK
                if coarse or (image.ppi < least * _SLACK and product == BLOCK):
                    yield _coarse(image, coarse, product, page.index + 1, evidence)


def _coarse(image: PlacedImage, coarse: bool, product: str, page: int, evidence: Evidence) -> Diagnostic:
    least = least_of(image)
    more = least / image.ppi if image.ppi else 0.0
    across, down = (image.frame[2] - image.frame[0], image.frame[3] - image.frame[1])
    place = evidence.front if product == COVER else evidence.pictures.get(image.name)
    return (codes.IMAGE_COARSE if coarse else codes.IMAGE_LOW).at(
        place,
        edition=evidence.edition(product),
        page=page,
        ppi=f"{image.ppi:.0f}",
        least=least,
        width=image.width,
        height=image.height,
        across=f"{across / POINTS_PER_MM:.0f}",
        down=f"{down / POINTS_PER_MM:.0f}",
        wanted=f"{ceil(image.width * more)}×{ceil(image.height * more)}",
    )


def look_at_fonts(evidence: Evidence) -> Iterator[Diagnostic]:
    """C151: those that are not embedded at all are told by the check of the file."""
    for product, file in evidence.files():
        for font in file.fonts:
            if font.embedded and not font.subset:
                yield codes.FONT_WHOLE.at(None, edition=evidence.edition(product), font=font.name)


def look_at_type(evidence: Evidence) -> Iterator[Diagnostic]:
    """C153: small type in several inks."""
    for product, file in evidence.files():
        for page in file.pages:
            small = [text for text in page.mixed if text.size < SMALL_TYPE]
            if small:
                text = min(small, key=lambda item: (item.size, item.inks))
                place = None if product == BLOCK else evidence.front
                facts = {"size": f"{text.size:g}", "inks": "+".join(text.inks), "least": f"{SMALL_TYPE:g}"}
                yield codes.MIXED_TEXT.at(place, edition=evidence.edition(product), page=page.index + 1, **facts)


def look_for_transparency(evidence: Evidence) -> Iterator[Diagnostic]:
    """C154."""
    for product, file in evidence.files():
        for page in file.pages:
            if page.transparent:
                place = None if product == BLOCK else evidence.front
                yield codes.LIVE_TRANSPARENCY.at(place, edition=evidence.edition(product), page=page.index + 1)


def look_at_trim(evidence: Evidence) -> Iterator[Diagnostic]:
    """C152: each page of the block is as large as book.yaml says."""
    trim = evidence.metadata.trim
    width, height = float(trim.width), float(trim.height)
    for page in evidence.block.pages if evidence.block else ():
        size = size_of(page.trim)
        if size is not None and not _alike(size, (width, height)):
            place, name = evidence.places.get("trim"), evidence.edition(BLOCK)
            yield codes.TRIM_SIZE.at(place, edition=name, page=page.index + 1, found=shown(size), trim=trim)


def cover_size(evidence: Evidence) -> tuple[float, float] | None:
    """What the cover of this block measures unfolded, in mm: two trims, spine and flaps."""
    if evidence.proof is None:
        return None
    trim, thickness = evidence.metadata.trim, spine(evidence.proof.count, evidence.binding).width
    return float(2 * trim.width + thickness + 2 * evidence.binding.flaps), float(trim.height)


def look_at_cover(evidence: Evidence) -> Iterator[Diagnostic]:
    """C183."""
    wanted, file = cover_size(evidence), evidence.cover
    if wanted is None or file is None:
        return
    found = size_of(file.pages[0].trim)
    if found is None or not _alike(found, wanted):
        facts = {"found": shown(found) if found else "—", "wanted": shown(wanted)}
        yield codes.COVER_SIZE.at(evidence.places.get("binding"), edition=evidence.edition(COVER), **facts)


def look_at_barcode(evidence: Evidence) -> Iterator[Diagnostic]:
    """C180–C182: the bars themselves, read back from the finished cover."""
    isbn, read = thirteen(evidence.metadata.isbn), evidence.barcode
    edition, place = evidence.edition(COVER), evidence.places.get("isbn")
    if read is None or not read.digits:
        if isbn:
            yield codes.BARCODE_NONE.at(place, edition=edition, isbn=evidence.metadata.isbn)
        return
    if read.digits != isbn:
        yield codes.BARCODE_DIFFERS.at(place, edition=edition, found=read.digits, isbn=evidence.metadata.isbn or "—")
    if read.left < QUIET_LEFT - _QUIET_SLACK or read.right < QUIET_RIGHT - _QUIET_SLACK:
        facts = {"left": f"{read.left:.1f}", "right": f"{read.right:.1f}"}
        least = {"least_left": QUIET_LEFT, "least_right": QUIET_RIGHT}
        yield codes.BARCODE_QUIET.at(place, edition=edition, **facts, **least)


def look_at_folds(evidence: Evidence) -> Iterator[Diagnostic]:
    """C156: sheets that are folded once have four pages."""
    style = evidence.binding.style
    if evidence.proof is None or not any(word in style for word in FOLDED):
        return
    pages = evidence.proof.count
    if rest := pages % LEAST_FOLD:
        total = pages + LEAST_FOLD - rest
        yield codes.FOLDED_PAGES.at(evidence.places.get("binding"), style=style, pages=pages, total=total)


def size_of(trim: Frame | None) -> tuple[float, float] | None:
    """Width and height in mm."""
    if trim is None:
        return None
    return (trim[2] - trim[0]) / POINTS_PER_MM, (trim[3] - trim[1]) / POINTS_PER_MM


def shown(size: tuple[float, float]) -> str:
    """A size as the trade writes it."""
    return f"{round(size[0], 1):g}×{round(size[1], 1):g}"


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))
