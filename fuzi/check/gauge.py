"""The gauge: measures the finished pages from the glyphs of their PDF and says where they are set badly."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from fuzi.check import codes, edges
from fuzi.check.breaks import broken_wrongly, is_orphan, left_short, unbreakable
from fuzi.check.rows import Row, rows
from fuzi.model.gauge import Gauge
from fuzi.model.product import Glyph, LineFact, PageFacts
from fuzi.model.report import Code, Diagnostic, Outcome, Report

FLUSH = 0.1
"""pt by which an edge may be missed unseen."""

WIDEST = 0.35
"""em: the widest gap inside a line that does not show as a hole; a third of an em is CLREQ's limit between Han and
Latin."""

SHORT_MEASURE = 20
"""Characters: a shorter line may need wider gaps."""

APART = 0.3
"""em that lie between characters that are all read, before anything is stretched."""

LOOSE = 0.1
"""em by which adjacent marks may stand farther apart than when they are brought together."""

GRID = 0.1
"""pt by which a baseline may stand beside the grid."""

STANDS_OUT = 2.25
"""pt beyond the type area from which on press has reported an item as too wide itself (3 CSS pixels)."""

SHOWN = 5
"""Diagnostics of one kind; the rest is one line."""

EXCERPT = 12

REACH = 3.0
"""em: how far above a line another may stand that its readings could touch."""

TOP, BOTTOM = 0.8, 0.12
"""em from the baseline up to the tone above a vowel, and down to the lower edge of the square of a Han character."""


@dataclass(slots=True)
class _Found:
    """The diagnostics of one edition, each kind cut off after a few."""

    edition: str
    items: dict[Code, list[Diagnostic]] = field(default_factory=dict)

    def add(self, code: Code, row: Row | None, **facts: object) -> None:
        place = row.fact.place if row else None
        page = {"page": row.fact.page + 1} if row else {}
        self.items.setdefault(code, []).append(code.at(place, edition=self.edition, **page, **facts))

    def report(self) -> Report:
        return Report.of(self._shown())

    def _shown(self) -> Iterator[Diagnostic]:
        for code, found in self.items.items():
            yield from found[:SHOWN]
            if len(found) > SHOWN:
                yield codes.MORE_OF_THIS.at(None, edition=self.edition, code=code.id, count=len(found) - SHOWN)


def gauge(facts: PageFacts, pages: Iterable[Sequence[Glyph]], edition: str) -> Outcome[Gauge]:
    """Measure an edition: ``pages`` are the glyphs of each page of its PDF, in order.

    The report names the worst by page and place of the source, a few of each kind.
    """
    lines: dict[int, list[LineFact]] = defaultdict(list)
    for line in facts.lines:
        lines[line.page].append(line)
    read = [tuple(rows(lines[index], glyphs)) for index, glyphs in enumerate(pages)]
    measured = [row for page in read for row in page]
    found = _Found(edition)
    figures = _edges(Gauge(), measured, facts, found)
    figures = _gaps(figures, measured, facts, found)
    figures = _breaks(figures, measured, facts, found)
    figures = _grid(figures, measured, facts, found)
    figures = _notes(figures, read, found)
    figures = _readings(figures, read, found)
    return Outcome(figures, found.report())


def _edges(figures: Gauge, measured: Sequence[Row], facts: PageFacts, found: _Found) -> Gauge:
    """Whether the lines reach both edges."""
    centred = facts.manner.centred
    full = flush = uneven = solid = 0
    raggedest = 0.0
    for row, following in zip_longest(measured, measured[1:]):
        if row.fact.justified and abs(miss := edges.left_miss(row, centred=centred)) > FLUSH:
            uneven += 1
            found.add(codes.UNEVEN_LEFT, row, miss=f"{miss:+.2f}", text=row.words[:EXCERPT])
        if not edges.full(row):
            continue
        miss = edges.right_miss(row, centred=centred)
        if left_short(row, following, miss):
            solid += 1
            found.add(codes.LEFT_SHORT, row, miss=f"{miss:.1f}", text=following.words[:EXCERPT])
            continue
        if abs(miss) > FLUSH and unbreakable(row):
            solid += 1
            if miss < 0 and row.fact.right - miss <= facts.pages[row.fact.page].type_area[2] + STANDS_OUT:
                found.add(codes.WIDER_THAN_MEASURE, row, excess=f"{-miss:.1f}", text=row.words[:EXCERPT])
            continue
        full += 1
        raggedest = max(raggedest, abs(miss))
        if abs(miss) <= FLUSH:
            flush += 1
        else:
            found.add(codes.RAGGED, row, miss=f"{miss:+.2f}", text=row.words[-EXCERPT:])
    return replace(figures, full=full, flush=flush, raggedest=raggedest, uneven=uneven, unbreakable=solid)


def _gaps(figures: Gauge, measured: Sequence[Row], facts: PageFacts, found: _Found) -> Gauge:
    """Holes, compression, and marks that were not brought together."""
    centred = facts.manner.centred
    widest = tightest = 0.0
    holes = pairs = loose = 0
    flexed: Counter[int] = Counter()
    for row in measured:
        for pair in edges.pairs(row, centred=centred):
            pairs += 1
            if pair.distance > pair.wanted + LOOSE:
                loose += 1
                found.add(codes.LOOSE_MARKS, row, text=pair.text, distance=f"{pair.distance:.2f}")
        for text, over in edges.overlaps(row, centred=centred):
            found.add(codes.OVERLAP, row, text=text, overlap=f"{over:.2f}")
        if not edges.full(row) or unbreakable(row):
            continue
        change = edges.flexed(row, facts.manner)
        flexed[0 if abs(change) <= edges.FLEXED else (1 if change > 0 else -1)] += 1
        tightest = min(tightest, change)
        if row.fact.measure >= SHORT_MEASURE * row.fact.size - FLUSH:
            gap = max(edges.gaps(row), default=0.0) - (APART if row.read_throughout else 0.0)
            widest = max(widest, gap)
            if gap > WIDEST:
                holes += 1
                found.add(codes.HOLE, row, gap=f"{gap:.2f}", text=row.words[:EXCERPT])
    return replace(
        figures,
        widest=widest,
        holes=holes,
        pairs=pairs,
        loose=loose,
        compressed=flexed[-1],
        natural=flexed[0],
        stretched=flexed[1],
        tightest=-tightest,
    )


def _breaks(figures: Gauge, measured: Sequence[Row], facts: PageFacts, found: _Found) -> Gauge:
    """Breaks that are forbidden, and last lines of one character."""
    paragraphs: dict[int, list[Row]] = defaultdict(list)
    for row in measured:
        paragraphs[row.fact.paragraph].append(row)
    kinsoku = orphans = 0
    for paragraph in paragraphs.values():
        for row, text in broken_wrongly(paragraph, facts.manner):
            kinsoku += 1
            found.add(codes.KINSOKU, row, text=text)
        if is_orphan(paragraph):
            orphans += 1
            found.add(codes.ORPHAN, paragraph[-1], text=paragraph[-1].text)
    return replace(figures, kinsoku=kinsoku, orphans=orphans)


def _grid(figures: Gauge, measured: Sequence[Row], facts: PageFacts, found: _Found) -> Gauge:
    """Whether the baselines of the body stand on one grid through all pages."""
    leading = facts.manner.leading
    body = [(row, _baseline(row)) for row in measured if row.fact.body and row.words] if leading else []
    if not body:
        return figures
    usual = Counter(round(baseline % leading, 1) % leading for _, baseline in body).most_common(1)[0][0]
    offsets = [(row, (baseline - usual + leading / 2) % leading - leading / 2) for row, baseline in body]
    middle = sorted(offset for _, offset in offsets if abs(offset) <= GRID)
    centre = middle[len(middle) // 2] if middle else 0.0
    off: dict[int, Row] = {}
    count = 0
    for row, offset in offsets:
        if abs(offset - centre) > GRID:
            count += 1
            off.setdefault(row.fact.page, row)
    for row in off.values():
        offset = next(value for own, value in offsets if own is row) - centre
        found.add(codes.OFF_GRID, row, offset=f"{offset:+.2f}", text=row.words[:EXCERPT])
    values = [offset for _, offset in offsets]
    phases = len({round(value - centre, 1) + 0.0 for value in values})
    return replace(figures, phases=phases, spread=max(values) - min(values), off_grid=count)


def _baseline(row: Row) -> float:
    """The baseline that most of its characters of full size stand on, in pt from the top of the page."""
    heights = Counter(
        round(cell.y, 3)
        for index, cell in enumerate(row.cells)
        if cell.size > row.fact.size - GRID and not row.is_call(index)
    )
    return heights.most_common(1)[0][0] if heights else row.fact.baseline


def _notes(figures: Gauge, pages: Iterable[Sequence[Row]], found: _Found) -> Gauge:
    """Whether every call has its note, in order and under the same number; a note may go on to the next page."""
    waiting: deque[tuple[str, Row]] = deque()
    calls = notes = astray = 0
    for page in pages:
        for row in page:
            calls += len(row.calls)
            waiting.extend((call, row) for call in row.calls)
        for row in page:
            if row.marker is None:
                continue
            notes += 1
            call, _ = waiting.popleft() if waiting else ("", row)
            if call != row.marker:
                astray += 1
                found.add(codes.NOTE_ASTRAY, row, call=call, mark=row.marker)
    for call, row in waiting:
        astray += 1
        found.add(codes.NOTE_ASTRAY, row, call=call, mark="")
    return replace(figures, calls=calls, notes=notes, astray=astray)


def _readings(figures: Gauge, pages: Iterable[Sequence[Row]], found: _Found) -> Gauge:
    """Whether readings above characters keep clear of the line above."""
    readings = collisions = 0
    for page in pages:
        for row in page:
            if not row.readings:
                continue
            readings += 1
            above = [other for other in page if 0 < row.fact.baseline - other.fact.baseline < REACH * row.fact.size]
            if any(_touch(row, other) for other in above):
                collisions += 1
                found.add(codes.COLLISION, row, text=row.words[:EXCERPT])
    return replace(figures, readings=readings, collisions=collisions)


def _touch(row: Row, above: Row) -> bool:
    return any(
        cell.y + BOTTOM * cell.size > reading.y - TOP * reading.size
        and reading.x < cell.x + cell.advance
        and cell.x < reading.x + reading.advance
        for reading in row.readings
        if reading.y < row.fact.baseline - row.fact.size / 2
        for cell in above.cells
    )
