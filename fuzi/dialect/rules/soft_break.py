"""A line break of the source: nothing between full-width characters, one space between Latin words."""

from __future__ import annotations

from collections.abc import Iterable

from fuzi.dialect.width import reads_as_wide


def needs_space(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether joining two source lines needs a space; ``before`` runs backwards from the break, ``after`` forwards.

    Quotation marks, dashes and dots belong to both scripts, so the letters behind them decide. Where one side is
    full-width there is no space: the composition adds the gap between Han and Latin by itself.
    """
    left, right = reads_as_wide(before), reads_as_wide(after)
    if left is None or right is None:
        return left is False or right is False
    return not left and not right
