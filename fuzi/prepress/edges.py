"""What reaches the trim edge is drawn on into the bleed, so that no white shows where the knife strays."""

from __future__ import annotations

from dataclasses import dataclass

from fuzi.model.press_file import Frame

NEAR = 0.5
"""pt within which an edge counts as that of the page: engines round, and trims are given in whole millimetres."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The trimmed page and the bleed around it."""

    trim: Frame
    bleed: Frame

    def drawn_on(self, frame: Frame) -> Frame:
        """A rectangle with those of its sides that lie on the trim edge, or between it and the bleed, moved out to the
        bleed; one that does not stand on the page stays as it is."""
        left, bottom, right, top = frame
        trim, bleed = self.trim, self.bleed
        if right <= trim[0] + NEAR or left >= trim[2] - NEAR or top <= trim[1] + NEAR or bottom >= trim[3] - NEAR:
            return frame
        return (
            bleed[0] if bleed[0] < left <= trim[0] + NEAR else left,
            bleed[1] if bleed[1] < bottom <= trim[1] + NEAR else bottom,
            bleed[2] if bleed[2] > right >= trim[2] - NEAR else right,
            bleed[3] if bleed[3] > top >= trim[3] - NEAR else top,
        )

    def enlarged(self, frame: Frame) -> Frame:
        """The frame of a picture, enlarged in proportion until it covers what ``drawn_on`` asks for.

        A side that does not move stays where it is; where none of two opposite sides moves, both give alike.
        """
        wanted = self.drawn_on(frame)
        if wanted == frame:
            return frame
        width, height = frame[2] - frame[0], frame[3] - frame[1]
        scale = max((wanted[2] - wanted[0]) / width, (wanted[3] - wanted[1]) / height)
        left, right = _spread(frame[0], frame[2], wanted[0], wanted[2], width * scale)
        bottom, top = _spread(frame[1], frame[3], wanted[1], wanted[3], height * scale)
        return left, bottom, right, top

    def spanned(self, frame: Frame) -> bool:
        """True for what reaches from one edge of the page to the opposite one."""
        trim = self.trim
        across = frame[0] <= trim[0] + NEAR and frame[2] >= trim[2] - NEAR
        return across or (frame[1] <= trim[1] + NEAR and frame[3] >= trim[3] - NEAR)


def _spread(low: float, high: float, to_low: float, to_high: float, length: float) -> tuple[float, float]:
    """Both ends of a side that becomes so long: what is over after the asked growth goes where growth was asked for."""
    over = length - (to_high - to_low)
    if (to_low < low) == (to_high > high):
        return to_low - over / 2, to_high + over / 2
    return (to_low - over, to_high) if to_low < low else (to_low, to_high + over)
