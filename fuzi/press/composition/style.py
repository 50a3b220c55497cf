"""How a book wants its marks and lines set: the styles of punctuation, the rules of line ends, the gaps."""

from __future__ import annotations

from dataclasses import dataclass

PUNCTUATION = ("kaiming", "full", "half")
KINSOKU = ("strict", "loose")
POSITIONS = ("corner", "centre")


@dataclass(frozen=True, slots=True)
class Style:
    """One way of setting lines; lengths in em.

    ``punctuation``: ``full`` 全角, each mark a character wide until compression needs its blank; ``half`` 半角,
    each mark half a character; ``kaiming`` 开明, stops (。！？) a character, all others half. ``kinsoku``: ``loose``
    lets connectors, interpuncts and dashes begin a line. ``position``: where ，。、 stand in their cells, at the
    lower left (``corner``, mainland) or in the middle (``centre``, Taiwan and Hong Kong). ``hanging`` lets 、，。
    at the end of a line stand outside the measure, in the corner of their cells only and not behind another
    mark (CLREQ 6.3.3). ``gap``, ``gap_least`` and ``gap_most`` part Han from Latin (CLREQ 3.2.2: 1/4 em, 1/8 to
    1/3); ``word_least`` and ``word_most`` bound a word space.
    """

    punctuation: str = "full"
    kinsoku: str = "strict"
    position: str = "corner"
    hanging: bool = False
    gap: float = 0.25
    gap_least: float = 0.125
    gap_most: float = 1 / 3
    word_least: float = 0.25
    word_most: float = 0.5
