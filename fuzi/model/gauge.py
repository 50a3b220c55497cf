"""What was measured on the finished pages: how well they are set, in figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """The figures of one print edition, measured from the glyphs of its PDF.

    ``full``: lines that must reach both edges (those of justified blocks but the last of a paragraph and those ended by
    a forced break; a single item that cannot be broken is counted in ``unbreakable`` instead). ``flush``: those whose
    right edge does, within 0.1 pt; ``raggedest``: the largest miss, in pt. ``uneven``: lines whose left edge is off.
    ``kinsoku``: breaks that CLREQ or GB/T 15834 forbid. ``widest``: the widest gap in a full line of 20 characters or
    more, in em beyond the natural advances; ``holes``: gaps too wide. ``pairs``: adjacent marks; ``loose``: those that
    were not brought together. ``compressed``, ``natural``, ``stretched``: full lines by what became of their gaps;
    ``tightest``: the most taken from one line, in em. ``orphans``: 孤字, last lines of one character. ``phases``: how
    many phases the baselines of the body have in the grid (1 is right), ``spread``: how far they lie apart, in pt;
    ``off_grid``: lines that are not in the phase of most. ``calls`` and ``notes``: how many notes are called and how
    many stand at the foot; ``astray``: notes whose number is not that of their call. ``readings``: lines with readings
    above characters; ``collisions``: those whose readings touch the line above.
    """

    full: int = 0
    flush: int = 0
    raggedest: float = 0.0
    uneven: int = 0
    unbreakable: int = 0
    kinsoku: int = 0
    widest: float = 0.0
    holes: int = 0
    pairs: int = 0
    loose: int = 0
    compressed: int = 0
    natural: int = 0
    stretched: int = 0
    tightest: float = 0.0
    orphans: int = 0
    phases: int = 0
    spread: float = 0.0
    off_grid: int = 0
    calls: int = 0
    notes: int = 0
    astray: int = 0
    readings: int = 0
    collisions: int = 0

    @property
    def share(self) -> float:
        """The share of full lines that are flush, 0 to 1; 1 when there are none."""
        return self.flush / self.full if self.full else 1.0
