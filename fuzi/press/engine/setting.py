"""What a text box of ours carries in place of the engine's layout: its sorts and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint.text.line_break import Layout

from fuzi.press.composition import Sort
from fuzi.press.engine.shaping import Face


class Setting:
    """Sorts at places counted from the left edge of their text box, in CSS px; in a note in two rows ``rises`` say how
    high above the baseline each stands.

    It answers what the engine asks of its own layouts where boxes of both kinds meet.
    """

    __slots__ = ("_metrics", "face", "max_width", "places", "rises", "sorts", "text")

    first_line_direction = 0
    justification_spacing = 0

    def __init__(
        self, face: Face, text: str, sorts: Sequence[Sort], places: Sequence[float], rises: Sequence[float] = ()
    ) -> None:
        self.face = face
        self.text = text
        self.sorts = sorts
        self.places = places
        self.rises = rises
        self.max_width: float | None = None
        self._metrics: Layout | None = None

    def retext(self, old: str, new: str) -> bool:
        """Put one character for another of the same advance; False when it is not here or not as wide."""
        if old == new:
            return True
        there = [index for index, sort in enumerate(self.sorts) if sort.text == old]
        fresh = self.face.sorts(new)
        if len(there) != 1 or len(fresh) != 1 or abs(fresh[0].width - self.sorts[there[0]].width) > 1e-6:
            return False
        self.sorts = [fresh[0] if index == there[0] else sort for index, sort in enumerate(self.sorts)]
        self.text = self.text.replace(old, new, 1)
        return True

    def deactivate(self) -> None:
        """Nothing is held that must be let go."""

    def reactivate(self, style: Any) -> None:
        """Nothing was let go."""

    @property
    def ascent(self) -> float:
        """Height of the face over the baseline, in px, for lines over text."""
        return float(self._decorations.ascent)

    @property
    def underline_position(self) -> float:
        """Place of an underline above the baseline (negative), in px."""
        return float(self._decorations.underline_position)

    @property
    def underline_thickness(self) -> float:
        """Thickness of an underline, in px."""
        return float(self._decorations.underline_thickness)

    @property
    def strikethrough_position(self) -> float:
        """Place of a line through text above the baseline, in px."""
        return float(self._decorations.strikethrough_position)

    @property
    def strikethrough_thickness(self) -> float:
        """Thickness of a line through text, in px."""
        return float(self._decorations.strikethrough_thickness)

    @property
    def _decorations(self) -> Any:
        if self._metrics is None:
            style = self.face.style.copy()
            style["text_decoration_line"] = {"underline"}
            self._metrics = Layout(style)
        return self._metrics
