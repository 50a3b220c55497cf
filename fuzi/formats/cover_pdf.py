"""The wrap of the printed book: back, spine and front, with flaps or without, as one page with bleed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fuzi.check.conservation import SHOWN, letters
from fuzi.formats import cover_codes as codes
from fuzi.formats.cover import FRONT_STEPS, Settled, Steps, settle, shop_picture
from fuzi.formats.format import Finished, Job
from fuzi.formats.separated import separated
from fuzi.manufacture.papers import kinds, leaf
from fuzi.manufacture.spine import LEAST, NONE, STATED, Spine, spine
from fuzi.model.book import Asset
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import BOOK_FILE, Place
from fuzi.press import Rect, SetSheet, SheetCopy, ems, lay_sheet, print_sheet, read_panels
from fuzi.render import render_wrap, wrap_widths
from fuzi.render.wrap import BLURB, FLAP, SIZES, SMALLEST, STAFF, Wrap, WrapSize, picture_box

SLUG = 8.0
"""mm outside the bleed for the marks of the folds."""

RESOLUTION = 300
"""Pixels to the inch that a picture needs in print."""

SPINE_WEIGHT = 600
"""The heaviest face on a spine: what is measured in it has room in any other."""

CUT = 0.05
"""The share of a picture that may be cut off without a word."""

STEPS: Mapping[str, int] = {**FRONT_STEPS, BLURB: len(SIZES) - 1, FLAP: len(SIZES) - 3, STAFF: 1}
"""How many steps each zone of the wrap knows."""

_SVG = "image/svg+xml"


def make(job: Job) -> Outcome[Finished | None]:
    """Count the spine, draw, set, read back and compare; no artifact when any of them reports an error."""
    copy, edition, watch = job.copy, job.edition, job.watch
    facts = job.made["pdf"].facts
    assert facts is not None
    watch("render")
    thickness = spine(facts.count, copy.settings.binding)
    report = Report.of(_spine_faults(thickness, copy, edition.product, facts.count))
    if report.failed:
        return Outcome(None, report)
    size = wrap_size(copy, edition.product, thickness)
    picture = _picture(copy)
    report += Report.of(_picture_faults(copy, picture, size))
    widths = ems(wrap_widths(copy, edition), edition, SPINE_WEIGHT)

    def draw(steps: Mapping[str, int]) -> Outcome[Wrap]:
        return render_wrap(copy, edition, size, widths, steps, picture)

    def lay(steps: Steps) -> SetSheet:
        drawn = draw(steps).value.drawn
        sheet = SheetCopy(
            drawn.html, drawn.stylesheets, (picture,) if picture else (), size.total, size.height, size.bleed, size.slug
        )
        return lay_sheet(sheet, edition, _head(job), copy.metadata[edition.product].title)

    watch("press")
    sheet, settled = settle(lay, STEPS)
    wrap = draw(settled.steps)
    report += wrap.report + Report.of(_fit_faults(settled, wrap.value, sheet))
    printed = print_sheet(sheet)
    report += printed.report
    if report.failed:
        return Outcome(None, report)
    watch("separate")
    made = separated(job, printed.value, {})
    report += made.report
    if made.value is None:
        return Outcome(None, report)
    pdf, read = made.value
    report += Report.of(_lacking(wrap.value, pdf))
    if picture is not None:
        return Outcome(Finished(pdf, 1, press=read), report)
    beside = shop_picture(copy, edition)
    return Outcome(Finished(pdf, 1, companions=(beside.value,), press=read), report + beside.report)


def wrap_size(copy: FairCopy, product: str, thickness: Spine, *, bound_right: bool = False) -> WrapSize:
    """The wrap of a book of this thickness; a slug for the marks of the folds where crop marks are asked for."""
    trim, asked = copy.metadata[product].trim, copy.settings.press
    return WrapSize(
        width=float(trim.width),
        height=float(trim.height),
        spine=float(thickness.width),
        flaps=float(copy.settings.binding.flaps),
        bleed=float(asked.bleed),
        slug=SLUG if asked.marks == "crop" else 0.0,
        bound_right=bound_right,
    )


def _head(job: Job) -> Iterator[tuple[str, str]]:
    """What the PDF says of itself; dates come from the edition alone."""
    moment = job.edition.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    for contributor in job.copy.metadata[job.edition.product].contributors:
        if not contributor.part:
            yield from (("author", name) for name in contributor.names)
    yield from (("generator", "fuzi"), ("dcterms.created", moment), ("dcterms.modified", moment))


def _picture(copy: FairCopy) -> Asset | None:
    """The publisher's front, under a name that the engine may read."""
    given = next((asset for asset in copy.assets if asset.path == copy.settings.cover), None)
    if given is None:
        return None
    return replace(given, path=f"assets/cover.{given.media_type.rpartition('/')[2].partition('+')[0]}")


def _spine_faults(thickness: Spine, copy: FairCopy, product: str, pages: int) -> Iterator[Diagnostic]:
    binding = copy.settings.binding
    computed = f"{thickness.computed}"
    if thickness.source != STATED:
        for key, paper in (("binding.paper", binding.paper), ("binding.cover_paper", binding.cover_paper)):
            if leaf(paper) is None:
                place = copy.place(product, *key.split("."))
                yield codes.PAPER_UNKNOWN.at(place, key=key, kind=paper.kind, known="、".join(kinds()))
        if thickness.cased and thickness.computed is not None:
            yield codes.CASED.at(copy.place(product, "binding", "style"), style=binding.style, computed=computed)
    if thickness.doubtful:
        yield codes.SPINE_DOUBTFUL.at(
            copy.place(product, "binding", "spine"), stated=f"{thickness.width}", computed=computed, pages=pages
        )
    if thickness.source == NONE:
        yield codes.SPINE_NONE.at(BOOK_FILE, style=binding.style, pages=pages, computed=computed, least=LEAST)


def _picture_faults(copy: FairCopy, picture: Asset | None, size: WrapSize) -> Iterator[Diagnostic]:
    """A picture too coarse for print, or of other proportions than the front with its bleed."""
    if picture is None or not picture.width or not picture.height:
        return
    path, (width, height) = copy.settings.cover, picture_box(size)
    across, down = width / picture.width, height / picture.height  # mm that one pixel would take
    ppi = 25.4 / max(across, down)
    if picture.media_type != _SVG and ppi < RESOLUTION:
        pixels = (-int(-side / 25.4 * RESOLUTION // 1) for side in (width, height))
        facts = dict(zip(("width", "height"), pixels, strict=True))
        yield codes.PICTURE_COARSE.at(Place(path), path=path, ppi=int(ppi), least=RESOLUTION, **facts)
    share = 1 - min(across, down) / max(across, down)
    if share > CUT:
        zh, en = ("左右", "width") if across < down else ("上下", "height")
        yield codes.PICTURE_CUT.at(
            Place(path),
            path=path,
            side_zh=zh,
            side_en=en,
            percent=round(share * 100),
            width=f"{width:g}",
            height=f"{height:g}",
        )


def _fit_faults(settled: Settled, wrap: Wrap, sheet: SetSheet) -> Iterator[Diagnostic]:
    """Zones that do not hold their text, and texts that are too small to read."""
    for name in settled.full:
        if name in codes.FIELDS:
            zh, en = codes.FIELDS[name]
            yield codes.ZONE_FULL.at(BOOK_FILE, zone_zh=zh, zone_en=en)
    for name, first, paragraphs in ((BLURB, 0, wrap.blurb), (FLAP, 2, wrap.flap)):
        step = first + settled.steps.get(name, 0)
        if step > SMALLEST and name not in settled.full:
            zh, en = codes.FIELDS[name]
            excess = _excess(paragraphs, sheet.zones[name].room, SIZES[SMALLEST])
            least = SIZES[SMALLEST][0]
            facts = {"size": SIZES[step][0], "least": least, "excess": excess}
            yield codes.BLURB_LONG.at(BOOK_FILE, zone_zh=zh, zone_en=en, **facts)


def _excess(paragraphs: tuple[str, ...], room: Rect, kind: tuple[float, float]) -> int:
    """About how many characters a zone cannot hold in this size and leading (pt); paragraphs are indented by two."""
    size, leading = (value * 25.4 / 72 for value in kind)
    across, down = int(room.width / size), int(room.height / leading)
    lines = sum(-(-(len(text) + 2) // across) for text in paragraphs)
    return max(1, lines - down) * across


def _lacking(wrap: Wrap, pdf: bytes) -> Iterator[Diagnostic]:
    """Each text must be found in its panel of the finished page."""
    size = wrap.size
    rects = {panel.name: Rect(panel.left, 0, panel.right, size.height) for panel in size.panels()}
    found = {name: letters(text) for name, text in read_panels(pdf, rects).items()}
    for panel, field, text in wrap.drawn.texts:
        if letters(text) not in found.get(panel, ""):
            yield codes.COVER_LACKS.at(BOOK_FILE, panel=panel, field=field, passage=text[:SHOWN])
