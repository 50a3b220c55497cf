"""Lines and glyphs made by hand for the gauge: a page of 20 characters of 10 pt, leading 16 pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fuzi.check.gauge import gauge
from fuzi.model.gauge import Gauge
from fuzi.model.product import Glyph, LineFact, Manner, PageFact, PageFacts, Span
from fuzi.model.report import Report
from fuzi.model.source import Place

SIZE = 10.0
LEADING = 16.0
LEFT = 50.0
COUNT = 20
RIGHT = LEFT + COUNT * SIZE
PLACE = Place("text/01.md", 3, 1)


@dataclass
class Sheet:
    """Pages written line by line; every glyph stands where it is put."""

    manner: Manner = field(default_factory=lambda: Manner(LEADING, SIZE))
    lines: list[LineFact] = field(default_factory=list)
    pages: list[list[Glyph]] = field(default_factory=lambda: [[]])
    paragraph: int = 0

    def line(
        self,
        cells: str | Sequence[tuple[str, float]],
        *,
        closing: bool = False,
        first: bool = False,
        indent: float = 0.0,
        shift: float = 0.0,
        down: float = 0.0,
        width: float = SIZE,
        measure: float = RIGHT - LEFT,
        justified: bool = True,
        body: bool = True,
        notes: bool = False,
        calls: tuple[Span, ...] = (),
        marker: Span | None = None,
        solids: tuple[Span, ...] = (),
    ) -> Sheet:
        """One line. ``cells`` is a text set solid, or characters with the x of each from the left edge, in em."""
        if first or not self.paragraph:
            self.paragraph += 1
        page = len(self.pages) - 1
        row = sum(line.page == page for line in self.lines)
        baseline = 100.0 + row * LEADING + down
        solid = isinstance(cells, str)
        placed = [(character, float(place)) for place, character in enumerate(cells)] if solid else cells
        for character, place in placed:
            x = LEFT + indent + shift + place * SIZE
            self.pages[-1].append(Glyph(character, x, baseline, _advance(character), width))
        self.lines.append(
            LineFact(
                page=page,
                paragraph=self.paragraph,
                place=PLACE,
                left=LEFT,
                right=LEFT + measure,
                indent=indent,
                baseline=baseline,
                top=baseline - 11,
                bottom=baseline + 5,
                size=SIZE,
                extent=(LEFT, LEFT + measure),
                justified=justified,
                closing=closing,
                first=first,
                notes=notes,
                body=body,
                solids=solids,
                calls=calls,
                marker=marker,
            )
        )
        return self

    def page(self) -> Sheet:
        """A new page."""
        self.pages.append([])
        return self

    def measured(self) -> tuple[Gauge, Report]:
        """The figures, and what was found."""
        facts = tuple(
            PageFact(index, str(index + 1), "", False, None, None, 0, 0, 0.0, (LEFT, 80.0, RIGHT, 500.0))
            for index in range(len(self.pages))
        )
        known = PageFacts(facts, {}, {}, lines=tuple(self.lines), manner=self.manner)
        outcome = gauge(known, self.pages, "zh-Hans/pdf")
        return outcome.value, outcome.report


def codes(report: Report) -> list[str]:
    """The ids of the diagnostics, in order."""
    return [item.code.id for item in report.diagnostics]


def _advance(character: str) -> float:
    if character == "·":
        return 3.3
    return SIZE / 2 if character.isascii() else SIZE
