"""The order of the stages: the one file that knows what comes after what, and where a build stops."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from fuzi import __version__
from fuzi.check.gaps import gaps
from fuzi.check.preflight import report_of, stops
from fuzi.codes import UNKNOWN_VARIANT
from fuzi.formats import FORMATS, Finished, Format, Job, in_order
from fuzi.formats.preflight import LOOKED, look_over, unmade
from fuzi.load import load
from fuzi.load.nearest import nearest
from fuzi.model.book import Book
from fuzi.model.decision import Decision
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.gauge import Gauge
from fuzi.model.metadata import impression_date
from fuzi.model.preflight import Preflight
from fuzi.model.product import Artifact
from fuzi.model.production import USUAL
from fuzi.model.report import Outcome, Report
from fuzi.render import render
from fuzi.render.environment import themes
from fuzi.render.themes import unknown_theme
from fuzi.store import reserved
from fuzi.store.sources import digest_of_sources
from fuzi.transform import transform
from fuzi.variants import tags, variant

Watch = Callable[[str, str], None]
"""Told the edition (``zh-Hans/pdf``, or empty for the book) and the stage that begins."""

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment written into products of a book that states no date."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: empty ``variants``/``products`` mean all that the book names; ``moment`` goes into the files."""

    folder: Path
    output: Path
    variants: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    encoding: str | None = None
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One finished edition: the file, its time in seconds and its own diagnostics."""

    artifact: Artifact
    path: Path
    seconds: float
    report: Report


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gave: ``made`` is empty when anything was wrong, for a set is published whole or not at all."""

    book: Book | None = field(repr=False)
    made: tuple[Made, ...]
    folder: Path | None
    report: Report

    @property
    def ok(self) -> bool:
        """True when every edition that was asked for stands in the output folder."""
        return not self.report.failed


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in a book; ``gauges`` are edition (``zh-Hans/pdf``) and figures of each whose pages were set."""

    book: Book | None = field(repr=False)
    gauges: tuple[tuple[str, Gauge], ...]
    report: Report


def examine(
    folder: Path,
    *,
    variants: tuple[str, ...] = (),
    encoding: str | None = None,
    pages: bool = False,
    watch: Watch = lambda edition, stage: None,
) -> Examination:
    """Load a book, settle and render all its editions, and publish nothing.

    With ``pages`` the print editions are set and measured too, in memory; without, this is all that can be seen
    without pages.
    """
    watch("", "load")
    loaded = _loaded(folder, encoding)
    book, report = loaded.value, loaded.report
    if book is None or report.failed:
        return Examination(book, (), report)
    gauges: list[tuple[str, Gauge]] = []
    for tag in variants or book.settings.variants:
        watch(tag, "transform")
        copy = transform(book, variant(tag), USUAL)
        report += copy.report
        for item in map(FORMATS.__getitem__, USUAL if not copy.report.failed else ()):
            edition = _edition(book, copy.value, item, None)
            if not pages or item.medium is not Medium.PAGE:
                watch(edition.name, "render")
                report += render(copy.value, edition).report
                continue
            made = item.make(Job(copy.value, edition, partial(watch, edition.name)))
            report += made.report
            if made.value is not None and made.value.gauge is not None:
                gauges.append((edition.name, made.value.gauge))
    return Examination(book, tuple(gauges), report)


@dataclass(frozen=True, slots=True)
class Preflighted:
    """What was found before a book goes to the printing house, one pre-flight for each variant."""

    book: Book | None = field(repr=False)
    found: tuple[Preflight, ...]
    report: Report


def preflight(
    folder: Path,
    *,
    variants: tuple[str, ...] = (),
    encoding: str | None = None,
    moment: datetime | None = None,
    watch: Watch = lambda edition, stage: None,
) -> Preflighted:
    """Make all that goes to the printing house, byte for byte as a build would, look at it, and publish nothing."""
    watch("", "load")
    loaded = _loaded(folder, encoding)
    book, report = loaded.value, loaded.report
    if book is None:
        return Preflighted(None, (), report)
    found: list[Preflight] = []
    for tag in variants or book.settings.variants:
        if stops(report):
            found.append(unmade(book, tag, report))
            continue
        watch(tag, "transform")
        copy = transform(book, variant(tag), LOOKED)
        editions = {name: _edition(book, copy.value, FORMATS[name], moment) for name in LOOKED}
        found.append(look_over(copy.value, editions, report + copy.report, watch))
    return Preflighted(book, tuple(found), sum(map(report_of, found), Report() if found else report))


@dataclass(frozen=True, slots=True)
class Decided:
    """What fuzi decided in a book, in reading order, each with the variants in which it did so."""

    book: Book | None = field(repr=False)
    decisions: tuple[tuple[Decision, tuple[str, ...]], ...]
    report: Report


def decisions(folder: Path, variants: tuple[str, ...] = (), *, encoding: str | None = None) -> Decided:
    """Load a book and settle the text of these variants (empty: all of the book); render and publish nothing."""
    loaded = _loaded(folder, encoding)
    book, report = loaded.value, loaded.report
    if book is None or report.failed:
        return Decided(book, (), report)
    found: dict[Decision, list[str]] = {}
    for tag in variants or book.settings.variants:
        for decision in transform(book, variant(tag), ()).value.decisions:
            found.setdefault(decision, []).append(tag)
    return Decided(book, tuple((decision, tuple(named)) for decision, named in found.items()), report)


def _loaded(folder: Path, encoding: str | None) -> Outcome[Book | None]:
    loaded = load(folder, encoding=encoding)
    if loaded.value is None:
        return loaded
    book = loaded.value
    return Outcome(book, loaded.report + _known_variants(book) + _known_theme(book) + gaps(book))


def build(order: Order, watch: Watch = lambda edition, stage: None) -> Result:
    """Build the editions that were ordered and publish them as one set; old editions survive any failure."""
    watch("", "load")
    loaded = _loaded(order.folder, order.encoding)
    book, report = loaded.value, loaded.report
    if book is None or report.failed:
        return Result(book, (), None, report)
    with reserved(order.output, book.settings.slug, order.folder) as shelf:
        sources = digest_of_sources(order.folder, __version__, order.moment.isoformat() if order.moment else "")
        made: list[Made] = []
        for tag in order.variants or book.settings.variants:
            editions = _make(order, book, tag, watch)
            made += editions.value
            report += editions.report
        if report.failed:
            return Result(book, (), None, report)
        watch("", "publish")
        artifacts = [item.artifact for item in made]
        published = shelf.publish(book.metadata.title, f"fuzi {__version__}", artifacts, sources=sources)
    return Result(book, tuple(made), published.folder, report)


def _make(order: Order, book: Book, tag: str, watch: Watch) -> Outcome[list[Made]]:
    """All ordered formats of one variant."""
    ordered = order.products or book.settings.products
    formats = list(in_order(ordered, book.settings))
    started = time.perf_counter()
    watch(tag, "transform")
    copy = transform(book, variant(tag), tuple(item.product for item in formats))
    report = copy.report
    made: list[Made] = []
    finished: dict[str, Finished] = {}
    for item in formats if not report.failed else ():
        edition = _edition(book, copy.value, item, order.moment)
        outcome = item.make(Job(copy.value, edition, partial(watch, edition.name), finished, frozenset(ordered)))
        report += outcome.report
        if outcome.value is None:
            break  # what needs it cannot be made; the book is not published anyway
        finished[item.product] = outcome.value
        if item.product in ordered:
            seconds = time.perf_counter() - started
            artifacts = item.artifacts(outcome.value, copy.value, edition)
            places = (order.output / book.settings.slug / artifact.path for artifact in artifacts)
            made += [Made(*pair, seconds, outcome.report) for pair in zip(artifacts, places, strict=True)]
        started = time.perf_counter()
    return Outcome(made, report)


def _edition(book: Book, copy: FairCopy, item: Format, moment: datetime | None) -> Edition:
    stated = impression_date(copy.metadata[item.product].printing)
    dated = datetime(stated.year, stated.month, stated.day, tzinfo=UTC) if stated else UNDATED
    fonts = {role: names for role, names in asdict(book.settings.fonts).items() if names}
    return Edition(copy.variant, item.product, item.medium, moment or dated, fonts, book.font_files, book.profile)


def _known_variants(book: Book) -> Report:
    """Every variant that the book names must be one that exists."""
    known = tags()
    listed = (*book.settings.variants, book.settings.source_variant)  # each of these has editions, named or not
    places = {(field, tag): place for field, tag, place in reversed(book.variant_places)}
    named = [
        *((tag, "variants", book.place) for tag in book.settings.variants),
        (book.settings.source_variant, "source_variant", book.place),
        *((item.variant, "editions", book.place) for item in book.editions if item.variant not in ("", *listed)),
        *((tag, "terms", term.place) for term in book.terms for tag, _ in term.targets),
    ]
    return Report.of(
        UNKNOWN_VARIANT.at(places.get((field, tag), place), tag=tag, field=field, known=", ".join(known))
        for tag, field, place in dict.fromkeys(named)
        if tag not in known
    )


def _known_theme(book: Book) -> Report:
    """The theme that the book asks for must be one that exists."""
    name, known = book.settings.theme, themes()
    wrong = () if name in known else (unknown_theme(name, book.places.get(("theme",)), nearest(name, known)),)
    return Report.of(wrong)
