"""What fuzi decided by itself where several answers were possible, for an editor to look over."""

from __future__ import annotations

from dataclasses import dataclass

from fuzi.model.source import Place


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice: what stood there, what it became and what else it could have become.

    ``kind`` is the sort of choice (``reading``); ``confidence`` runs from 0 to 1; ``doubtful`` says that an editor
    should look; ``context`` is the text around it, some characters on either side.
    """

    kind: str
    place: Place
    source: str
    result: str
    others: tuple[str, ...]
    confidence: float
    doubtful: bool
    context: str
