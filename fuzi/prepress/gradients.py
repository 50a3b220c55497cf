"""Gradients in another colour space: sampled, the samples converted and joined again."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from fuzi.prepress.inks import Channels, Palette, UnconvertibleError
from fuzi.prepress.spaces import Space, space_of

PIECES = 64
"""Into how many straight pieces a gradient is cut: within one no eye sees that inks mix otherwise than light."""

_ALONG = (2, 3)
"""Shading types whose colour depends on one number: axial and radial (ISO 32000-1, 8.7.4.5)."""


def convert_gradient(pdf: pikepdf.Pdf, shading: Any, resources: Any, palette: Palette) -> None:
    """Put a shading dictionary into the palette's space; raises UnconvertibleError for meshes and unknown spaces."""
    space = space_of(shading.ColorSpace, resources)
    if space.kept or str(shading.ColorSpace) == palette.space:
        return
    kind = int(shading.ShadingType)
    if kind not in _ALONG:
        raise UnconvertibleError(f"Shading {kind}")
    low, high = (float(value) for value in shading.get("/Domain", [0, 1]))
    steps = [low + (high - low) * index / PIECES for index in range(PIECES + 1)]
    colours = ramp_of(space, [colour_at(shading.Function, step) for step in steps], palette)
    if "/Background" in shading:
        values = tuple(float(value) for value in shading.Background)
        shading.Background = Array(list(space.into(palette, values)))
    shading.ColorSpace = Name(palette.space)
    shading.Function = pdf.make_indirect(_pieces(steps, colours))


def ramp_of(space: Space, colours: list[Channels], palette: Palette) -> list[Channels]:
    """The colours of a gradient in the palette's space."""
    if space.channels == 3 and space.family != "/Lab":
        return palette.ramp(colours, space.icc)
    return [space.into(palette, item) for item in colours]


def colour_at(function: Any, position: float) -> Channels:
    """The value of a function of PDF, or of an array of functions, one for each channel."""
    if isinstance(function, Array):
        return tuple(colour_at(item, position)[0] for item in function)
    low, high = float(function.Domain[0]), float(function.Domain[1])
    position = min(high, max(low, position))
    kind = int(function.FunctionType)
    if kind == 2:
        return _between(function, position)
    if kind == 3:
        return _stitched(function, position, low, high)
    if kind == 0:
        return _sampled(function, position, low, high)
    raise UnconvertibleError(f"Function {kind}")


def _between(function: Any, position: float) -> Channels:
    power = position ** float(function.N) if position or float(function.N) > 0 else 1.0
    first = [float(value) for value in function.get("/C0", [0])]
    last = [float(value) for value in function.get("/C1", [1])]
    return tuple(start + power * (end - start) for start, end in zip(first, last, strict=True))


def _stitched(function: Any, position: float, low: float, high: float) -> Channels:
    bounds = [low, *(float(value) for value in function.Bounds), high]
    index = max(0, min(sum(position >= bound for bound in bounds[1:-1]), len(function.Functions) - 1))
    start, end = bounds[index], bounds[index + 1]
    to_low, to_high = (float(value) for value in list(function.Encode)[2 * index : 2 * index + 2])
    share = (position - start) / (end - start) if end > start else 0.0
    return colour_at(function.Functions[index], to_low + share * (to_high - to_low))


def _sampled(function: Any, position: float, low: float, high: float) -> Channels:
    if int(function.BitsPerSample) != 8 or len(function.Size) != 1:
        raise UnconvertibleError("Function 0")
    size, limits = int(function.Size[0]), [float(value) for value in function.Range]
    wide = len(limits) // 2
    data = function.read_bytes()
    at = (position - low) / (high - low) * (size - 1) if high > low else 0.0
    before = max(0, min(math.floor(at), size - 2)) if size > 1 else 0
    after = min(before + 1, size - 1)
    values = []
    for channel in range(wide):
        first, last = data[before * wide + channel] / 255, data[after * wide + channel] / 255
        value = first + (at - before) * (last - first)
        values.append(limits[2 * channel] + value * (limits[2 * channel + 1] - limits[2 * channel]))
    return tuple(values)


def _pieces(steps: list[float], colours: list[Channels]) -> Any:
    """A function that goes in straight pieces from colour to colour."""
    pieces = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(list(start)), C1=Array(list(end)), N=1)
        for start, end in pairwise(colours)
    ]
    return Dictionary(
        FunctionType=3,
        Domain=Array([steps[0], steps[-1]]),
        Functions=Array(pieces),
        Bounds=Array([round(step, 6) for step in steps[1:-1]]),
        Encode=Array([0, 1] * len(pieces)),
    )
