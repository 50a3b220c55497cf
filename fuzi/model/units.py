"""How the units of the trade turn into one another."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4

MM_PER_PIXEL = 25.4 / 96
"""Of a pixel of CSS."""
