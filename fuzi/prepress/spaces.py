"""Colour spaces of a PDF, as far as their colours can go into another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Name

from fuzi.prepress.entries import entry
from fuzi.prepress.inks import Channels, Palette, UnconvertibleError

PRINTED = ("/DeviceCMYK", "/Separation", "/DeviceN", "/Pattern")
"""Families that a press file may keep."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family (``/DeviceRGB``, ``/ICCBased`` …), number of channels, ICC profile and range of a, b.

    ``lookup`` are the colours of an indexed space, as colours of ``base``.
    """

    family: str
    channels: int
    icc: bytes | None = None
    base: Space | None = None
    lookup: bytes = b""

    @property
    def kept(self) -> bool:
        """True for what a press file may keep as it is."""
        return self.family in PRINTED or (self.family == "/Indexed" and self.base is not None and self.base.kept)

    def into(self, palette: Palette, values: Channels) -> Channels:
        """A colour of this space in the palette's."""
        if self.family == "/Indexed" and self.base is not None:
            return self.base.into(palette, self.entry(int(values[0])))
        if self.family == "/Lab":
            return palette.lab(values)
        if self.channels == 1:
            return palette.grey(values[0])
        if self.channels == 3:
            return palette.rgb(values, self.icc)
        raise UnconvertibleError(self.family.lstrip("/"))

    def entry(self, index: int) -> Channels:
        """A colour of the table of an indexed space."""
        if self.base is None:
            raise UnconvertibleError(self.family.lstrip("/"))
        wide = self.base.channels
        index = max(0, min(index, len(self.lookup) // wide - 1))
        values = tuple(value / 255 for value in self.lookup[index * wide : (index + 1) * wide])
        if self.base.family == "/Lab":
            return values[0] * 100, values[1] * 255 - 128, values[2] * 255 - 128
        return values

    @property
    def start(self) -> Channels:
        """The colour that holds before any is set."""
        return (0.0,) * max(1, self.channels)


GREY, RGB, CMYK = Space("/DeviceGray", 1), Space("/DeviceRGB", 3), Space("/DeviceCMYK", 4)

_DEVICES = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/CalGray": GREY,
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/CalRGB": RGB,
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Pattern": Space("/Pattern", 0),
}


def space_of(given: Any, resources: Any = None) -> Space:
    """The space that a name or an array of PDF means; names are looked up in the resources."""
    if isinstance(given, Name):
        name = str(given)
        if name in _DEVICES:
            return _DEVICES[name]
        named = entry(resources, "/ColorSpace", name)
        if named is None:
            raise UnconvertibleError(name.lstrip("/"))
        return space_of(named)
    if not isinstance(given, Array) or not len(given):
        raise UnconvertibleError("?")
    family = str(given[0])
    if family == "/ICCBased":
        return _of_profile(given[1])
    if family == "/Lab":
        return Space(family, 3)
    if family in ("/Indexed", "/I"):
        base = space_of(given[1], resources)
        table = given[3]
        return Space(
            "/Indexed", 1, None, base, table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        )
    if family == "/Separation":
        return _spot(family, 1, given, resources)
    if family == "/DeviceN":
        return _spot(family, len(given[1]), given, resources)
    if family == "/Pattern" and len(given) > 1:
        under = space_of(given[1], resources)
        if not under.kept:
            raise UnconvertibleError(f"Pattern, {under.family.lstrip('/')}")
    if family in _DEVICES:
        return _DEVICES[family]
    raise UnconvertibleError(family.lstrip("/"))


def _of_profile(stream: Any) -> Space:
    channels = int(stream.get("/N", 3))
    if channels == 4:
        raise UnconvertibleError("ICCBased CMYK")
    # Greys go by their values, whatever their profile: the press prints them with black ink.
    return Space("/ICCBased", channels, stream.read_bytes() if channels == 3 else None)


def _spot(family: str, channels: int, given: Any, resources: Any) -> Space:
    """A named ink: it stays, but what stands for it on a press without that ink must be of the four."""
    alternate = space_of(given[2], resources)
    if alternate.family not in ("/DeviceCMYK", "/DeviceGray"):
        raise UnconvertibleError(f"{family.lstrip('/')} {str(given[1]).lstrip('/')}")
    return Space(family, channels)
