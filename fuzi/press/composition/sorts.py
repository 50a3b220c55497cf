"""Sorts of type: the cells that lines are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fuzi.press.composition.classes import Kind


@dataclass(slots=True, eq=False)
class Sort:
    """One piece of type; all lengths in the unit of the measure.

    ``width`` is its advance, ``left`` and ``right`` the blanks that compression may take, ``before`` and ``after`` what
    its style takes (negative) or adds in any place. ``start`` is where its origin stands at the beginning of a line,
    ``shift`` by how much it moves at the end of one, ``end`` what it then takes from there. ``parted`` is
    the price of ending a line after this part of a word (None: never), ``hyphen`` the sort that is then added.
    ``payload`` belongs to the engine.
    """

    text: str
    width: float
    em: float
    kind: Kind
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0
    shift: float = 0.0
    end: float = 0.0
    no_start: bool = False
    no_end: bool = False
    gap_left: bool = False
    gap_right: bool = False
    parted: float | None = None
    hyphen: Sort | None = None
    stays: bool = True
    """False for what falls away at the end of a line."""
    tail: float = 0.0
    """What its end has more than its advance: kerning and letter-spacing that nothing follows."""
    hangs: bool = False
    """True for what stands outside the measure at the end of a line."""
    leads: bool = False
    """True for the marker of a list item or a note: what follows stands as at the beginning of a line."""
    firm: bool = False
    """True for a mark whose blanks give way to a neighbouring mark only, never to the measure."""
    settles: bool = False
    """True for what may have to be changed for the sake of its neighbours in the paragraph."""
    payload: Any = None
    annotation: Any = None
    """What stands above it or beside it and is no text (ruby); it belongs to the engine."""
    over: float = 0.0
    """By how much the annotation reaches out on either side (negative: by how much it is narrower)."""
    track: float = 0.0
    """How far apart it stands at least from a neighbour that is read too, where all characters are."""
    beside: float = 0.0
    """What of the width the annotation takes, at the right."""
    part: Sort | None = None
    """The small sort of a note in two rows (夹注) that it stands for, with half its width."""
    closes: bool = False
    """True for the last sort of such a note."""
    key: int = 0
    narrow: Sort | None = None
    """The same mark trimmed on both sides: a centred mark before a closing one."""
