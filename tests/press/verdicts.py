"""What became of a random document: crashed, text lost, or badly set; the same verdict for tests and stress bench."""

from __future__ import annotations

import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fuzi.check.conservation import compare
from fuzi.check.gauge import gauge
from fuzi.formats import FORMATS
from fuzi.load import load
from fuzi.model.block import Inlines
from fuzi.model.book import Chapter
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.gauge import Gauge
from fuzi.model.inline import Code, Emphasis, Inline, Link, Mark, Strong, Text
from fuzi.model.product import SectionText
from fuzi.model.report import Diagnostic, Report, Severity
from fuzi.model.walk import map_chapter, plain, runs
from fuzi.pipeline import UNDATED
from fuzi.press import press
from fuzi.press.glyphs import read_glyphs
from fuzi.press.reader import read_text
from fuzi.render import render
from fuzi.transform import transform
from fuzi.variants import variant
from tests.press.random_books import random_book
from tests.press.random_text import RIGHT_TO_LEFT

VARIANTS = ("zh-Hans", "zh-Hant-TW")
DEFECTS = ("uneven", "kinsoku", "holes", "loose", "orphans", "astray")
"""The counts of the gauge that must be 0."""

COLUMN = 20
"""Characters; in a shorter line marks are drawn apart when there is nothing else to stretch."""

FOREIGN = frozenset({"flush", "uneven", "holes"})
"""Figures that words of other scripts may spoil: their fonts and their order are not ours."""


@dataclass(slots=True)
class Verdict:
    """One document: ``crash`` is a traceback, ``errors`` are diagnostics, ``said`` what the gauge's diagnostics say.

    ``exempt`` are figures that may be bad in this document (names of figures, or ``grid``).
    """

    name: str
    crash: str = ""
    errors: list[str] = field(default_factory=list)
    figures: Gauge = field(default_factory=Gauge)
    said: list[str] = field(default_factory=list)
    pages: int = 0
    warnings: list[str] = field(default_factory=list)
    exempt: frozenset[str] = frozenset()

    def faults(self) -> Iterator[str]:
        """All that must not be, in words."""
        if self.crash:
            yield self.crash.strip().splitlines()[-1]
        yield from self.errors
        yield from defects(self.figures, self.exempt)


def defects(figures: Gauge, exempt: frozenset[str] = frozenset()) -> Iterator[str]:
    """What the figures of the gauge must not show."""
    if "flush" not in exempt and figures.flush < figures.full:
        yield f"{figures.full - figures.flush} of {figures.full} lines not flush, by up to {figures.raggedest:.2f} pt"
    for name in DEFECTS:
        if name not in exempt and (value := getattr(figures, name)):
            yield f"{name}: {value}" + (f" (widest {figures.widest:.2f} em)" if name == "holes" else "")
    if "grid" not in exempt and (figures.phases > 1 or figures.off_grid):
        yield f"{figures.phases} grid phases, {figures.off_grid} lines off, spread {figures.spread:.2f} pt"
    if figures.calls != figures.notes:
        yield f"{figures.calls} calls, {figures.notes} notes"


def examine_book(seed: int) -> Verdict:
    """Send a random book through the press, read it back, compare and measure it."""
    tag = VARIANTS[seed % len(VARIANTS)]
    verdict = Verdict(f"book {seed} {tag}")
    try:
        _examine(seed, tag, verdict)
    except Exception:
        verdict.crash = traceback.format_exc()
    return verdict


def _examine(seed: int, tag: str, verdict: Verdict) -> None:
    sample = random_book(seed)
    verdict.name += f" {sample.trim}"
    if sample.small:
        verdict.exempt |= {"loose"}
    if any(RIGHT_TO_LEFT.intersection(data.decode()) for name, data in sample.files.items() if name.endswith(".md")):
        verdict.exempt |= FOREIGN
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(sample.write(Path(folder)))
    book = loaded.value
    assert book is not None, [item.message("en") for item in loaded.report.diagnostics]
    copy = transform(book, variant(tag), ("pdf",))
    edition = Edition(copy.value.variant, "pdf", FORMATS["pdf"].medium, UNDATED)
    galley = render(copy.value, edition)
    pages = press(galley.value, edition, copy.value.metadata["pdf"])
    facts = pages.value.facts
    lost = losses(copy.value, read_text(pages.value.pdf, facts), edition.name)
    measured = gauge(facts, read_glyphs(pages.value.pdf), edition.name)
    report = loaded.report + copy.report + galley.report + pages.report + lost
    verdict.errors = [told(item) for item in report.diagnostics if item.severity is Severity.ERROR]
    verdict.warnings = [told(item) for item in pages.report.diagnostics if item.severity is not Severity.ERROR]
    verdict.said = [told(item) for item in measured.report.diagnostics]
    verdict.figures = measured.value
    verdict.pages = facts.count


def losses(copy: FairCopy, readings: Sequence[SectionText], edition: str) -> Report:
    """What ``compare`` finds missing, words written from right to left left out.

    Readers of PDF disagree on the order of such words, and of the letters of a ligature, so that these are only
    counted: each must be drawn as often as it is written, at least.
    """
    read = Counter(character for item in readings for character in item.body + item.notes)
    written = Counter("".join(_right_to_left(copy)))
    assert not written - read, f"lost: {written - read}"
    bare = tuple(replace(item, body=_bare(item.body), notes=_bare(item.notes)) for item in readings)
    chapters = (*copy.front, *copy.body, *copy.back)
    assert all(isinstance(item, Chapter) for item in chapters), "random books have no parts"
    body = tuple(map_chapter(item, _bared) for item in chapters if isinstance(item, Chapter))
    return compare(replace(copy, front=(), body=body, back=()), bare, edition)


def _right_to_left(copy: FairCopy) -> Iterator[str]:
    for chapter in copy.chapters():
        blocks = [*chapter.blocks, *(block for note in chapter.notes for block in note.blocks)]
        for run in (chapter.title, chapter.subtitle, *runs(blocks)):
            yield from filter(RIGHT_TO_LEFT.__contains__, plain(run))


def _bare(text: str) -> str:
    return "".join(character for character in text if character not in RIGHT_TO_LEFT)


def _bared(content: Inlines) -> Inlines:
    return tuple(_bared_inline(item) for item in content)


def _bared_inline(item: Inline) -> Inline:
    match item:
        case Text() | Code():
            return replace(item, text=_bare(item.text))
        case Emphasis() | Strong() | Link() | Mark():
            return replace(item, content=_bared(item.content))
        case _:
            return item


def told(item: Diagnostic) -> str:
    """A diagnostic in one line."""
    return f"{item.code.id} {item.place or ''} {item.message('en')}"
