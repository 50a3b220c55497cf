"""How thick a bound book is at its spine."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from fuzi.manufacture.papers import ESTIMATE, leaf, unknown
from fuzi.model.production import Binding, Paper

STATED, COUNTED, NONE, UNKNOWN = "stated", "counted", "none", "unknown"
"""Where the width of a spine comes from: book.yaml, pages and paper, no spine at all, or nothing to count it from."""

TOLERANCE = Decimal(1)
"""mm by which spines of one impression may differ; a stated spine that is further off than this is doubted."""

LEAST = Decimal(1)
"""mm below which a book has no spine: it is folded and stitched through the back (骑马订)."""

FOLDED = ("骑马", "騎馬")
"""How a style is called whose sheets are folded once and stitched through the back."""

_CASED = ("精装", "精裝")
_FINE, _STEP = Decimal("0.1"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Spine:
    """The spine of a book; ``width`` and ``computed`` are in mm.

    ``width`` is what the cover is made for: as stated, or counted and rounded to half a millimetre, or 0 where there
    is no spine (``source`` says which). ``computed`` is what pages and papers give, to a tenth, None when ``lacking``
    papers have no known thickness. ``estimated``: a paper's thickness is an estimate. ``cased``: a hardback, whose
    boards are not in the figure.
    """

    width: Decimal
    computed: Decimal | None
    source: str
    lacking: tuple[Paper, ...] = ()
    estimated: bool = False
    cased: bool = False

    @property
    def doubtful(self) -> bool:
        """True when the stated width is more than a millimetre off the computed one."""
        return self.source == STATED and self.computed is not None and abs(self.width - self.computed) > TOLERANCE


def spine(pages: int, binding: Binding) -> Spine:
    """The spine of a book of ``pages`` pages: leaves × thickness + twice the cover; glue is within the rounding.

    What ``binding.spine`` states goes first. A book that is stitched through the back, or thinner than a millimetre,
    has none.
    """
    papers = (binding.paper, binding.cover_paper)
    block, cover = map(leaf, papers)
    cased = any(word in binding.style for word in _CASED)
    exact: Decimal | None = None
    if block and cover:
        exact = (pages + 1) // 2 * block.thickness + 2 * cover.thickness
    computed = None if exact is None else exact.quantize(_FINE, ROUND_HALF_UP)
    estimated = any(item is not None and item.basis == ESTIMATE for item in (block, cover))
    if binding.spine:
        return Spine(binding.spine, computed, STATED, unknown(papers), estimated, cased)
    if exact is None:
        return Spine(Decimal(0), None, UNKNOWN, unknown(papers), False, cased)
    if any(word in binding.style for word in FOLDED) or exact < LEAST:
        return Spine(Decimal(0), computed, NONE, (), estimated, cased)
    steps = (exact / _STEP).quantize(Decimal(1), ROUND_HALF_UP)
    return Spine(steps * _STEP, computed, COUNTED, (), estimated, cased)
