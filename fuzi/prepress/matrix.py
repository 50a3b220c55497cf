"""Matrices of PDF, and the frames that rectangles take on the page."""

from __future__ import annotations

from typing import Any

from fuzi.model.press_file import Frame

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT: Frame = (0.0, 0.0, 1.0, 1.0)

_STRAIGHT = 1e-6


def matrix_of(values: Any) -> Matrix:
    """A matrix from the six numbers of an operand or entry; identity when there are none."""
    if values is None:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """``first`` applied before ``then``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that undoes another; None when nothing can."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-12:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def straight(matrix: Matrix) -> bool:
    """True when edges of a rectangle stay parallel to those of the page."""
    a, b, c, d, _, _ = matrix
    return (abs(b) < _STRAIGHT and abs(c) < _STRAIGHT) or (abs(a) < _STRAIGHT and abs(d) < _STRAIGHT)


def placed(frame: Frame, matrix: Matrix) -> Frame:
    """The frame around a rectangle that goes through a matrix."""
    left, bottom, right, top = frame
    points = [through((x, y), matrix) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def through(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """Where a point goes."""
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def between(old: Frame, new: Frame) -> Matrix:
    """The matrix that takes one frame to another."""
    across = (new[2] - new[0]) / (old[2] - old[0])
    up = (new[3] - new[1]) / (old[3] - old[1])
    return across, 0.0, 0.0, up, new[0] - old[0] * across, new[1] - old[1] * up


def frame_of(values: Any) -> Frame:
    """A box of PDF, its corners put in order."""
    left, bottom, right, top = (float(value) for value in values)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def grown(frame: Frame, by: float) -> Frame:
    """The frame that is larger by so much on each side."""
    return frame[0] - by, frame[1] - by, frame[2] + by, frame[3] + by
