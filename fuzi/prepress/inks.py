"""From the colours of a screen to the four inks of one printing condition."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Protocol

from PIL import Image, ImageChops, ImageCms, ImageMath

from fuzi.model.press_file import TOTAL_INK
from fuzi.prepress.profile import Profile

Channels = tuple[float, ...]
"""Values of 0–1, as operators of PDF take them."""

GREYS = 2
"""Steps of 255 by which the channels of a grey picture may differ: JPEG does not keep them quite equal."""

IMAGE_INK = TOTAL_INK - 10
"""Percent: a little below the limit, for a JPEG may come out a little darker than it went in."""

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC

_STRIP = 1_000_000
"""Pixels that are counted at a time: sums of inks take four bytes each."""

_LUMINANCE = (0.3, 0.59, 0.11)
"""ISO 32000-1, 11.5.3: the weights of red, green and blue in a luminosity mask."""


class UnconvertibleError(ValueError):
    """A colour, a gradient or a picture that is in no space that we can read; the text names it."""


class Palette(Protocol):
    """A device colour space into which all colours go; ``fill`` and ``stroke`` are the operators that set it."""

    space: str
    fill: str
    stroke: str
    black: Channels

    def rgb(self, values: Channels, icc: bytes | None = None) -> Channels:
        """A colour of sRGB, or of the space of an ICC profile."""

    def grey(self, value: float) -> Channels:
        """A grey; 0 is black."""

    def lab(self, values: Channels) -> Channels:
        """A colour of CIE L*a*b* (D50)."""

    def picture(self, image: Image.Image, icc: bytes | None = None) -> Image.Image:
        """An RGB or grey picture in this space."""

    def ramp(self, colours: list[Channels], icc: bytes | None = None) -> list[Channels]:
        """The colours of a gradient."""


class Inks:
    """The four inks: black and greys in K alone, so that text needs one plate; all else through the profile.

    Relative colorimetric with black point compensation; the sum of the inks is kept under the limit by taking back
    cyan, magenta and yellow where they lie under black.
    """

    space, fill, stroke = "/DeviceCMYK", "k", "K"
    black: Channels = (0.0, 0.0, 0.0, 1.0)

    def __init__(self, profile: Profile) -> None:
        self._output = ImageCms.ImageCmsProfile(BytesIO(profile.data))
        self._screen = ImageCms.createProfile("sRGB")
        self._ways: dict[tuple[str, bytes | None], Any] = {}
        self._known: dict[tuple[Channels, bytes | None], Channels] = {}
        self._way("RGB", None)  # a profile that cannot be used is found out at once

    def rgb(self, values: Channels, icc: bytes | None = None) -> Channels:
        """A colour of sRGB, or of the space of an ICC profile."""
        key = values, icc
        if key not in self._known:
            if icc is None and max(values) - min(values) < 0.5 / 255:
                self._known[key] = self.grey(values[0])
            else:
                self._known[key] = self.ramp([values], icc)[0]
        return self._known[key]

    def grey(self, value: float) -> Channels:
        """A grey; 0 is black."""
        return (0.0, 0.0, 0.0, round(1 - _within(value), 4))

    def lab(self, values: Channels) -> Channels:
        """A colour of CIE L*a*b* (D50)."""
        lightness, a, b = values
        if abs(a) < 0.5 and abs(b) < 0.5:  # neutral: as grey as sRGB would be of this lightness
            return self.grey(_companded(lightness))
        pixel = (round(lightness * 2.55), round(a) + 128, round(b) + 128)
        return self._counted(Image.new("LAB", (1, 1), pixel), "LAB", None)[0]

    def picture(self, image: Image.Image, icc: bytes | None = None) -> Image.Image:
        """An RGB picture in four inks; a grey one stays grey, for a single channel is printed in K alone."""
        if image.mode == "L" or (image.mode == "RGB" and is_grey(image)):
            return image.convert("L")
        source = image if image.mode == "CMYK" else image.convert("RGB")
        return limited(ImageCms.applyTransform(source, self._way(source.mode, icc)) or source, IMAGE_INK)

    def ramp(self, colours: list[Channels], icc: bytes | None = None) -> list[Channels]:
        """The colours of a gradient: in K alone if all are grey, else all through the profile, so that none jumps."""
        if icc is None and all(max(item) - min(item) < 0.5 / 255 for item in colours):
            return [self.grey(item[0]) for item in colours]
        row = Image.new("RGB", (len(colours), 1))
        row.putdata([_bytes(item) for item in colours])
        return self._counted(row, "RGB", icc)

    def _counted(self, row: Image.Image, mode: str, icc: bytes | None) -> list[Channels]:
        inks = limited(ImageCms.applyTransform(row, self._way(mode, icc)) or row, TOTAL_INK)
        flat = inks.tobytes()
        return [tuple(round(value / 255, 4) for value in flat[at : at + 4]) for at in range(0, len(flat), 4)]

    def _way(self, mode: str, icc: bytes | None) -> Any:
        key = mode, icc
        if key not in self._ways:
            source: Any = ImageCms.createProfile("LAB", 5000) if mode == "LAB" else self._screen
            try:
                source = source if icc is None else ImageCms.ImageCmsProfile(BytesIO(icc))
                way = (source, self._output, mode, "CMYK", _INTENT, ImageCms.Flags.BLACKPOINTCOMPENSATION)
                self._ways[key] = ImageCms.buildTransform(*way)
            except (ImageCms.PyCMSError, OSError) as error:
                raise UnconvertibleError(f"ICC: {error}") from error
        return self._ways[key]


class Veil:
    """The greys of a soft mask, whose luminosity is a degree of cover and no colour to be printed."""

    space, fill, stroke = "/DeviceGray", "g", "G"
    black: Channels = (0.0,)

    def rgb(self, values: Channels, icc: bytes | None = None) -> Channels:
        """Its luminance."""
        weighed = sum(weight * value for weight, value in zip(_LUMINANCE, values, strict=True))
        return (round(_within(weighed), 4),)

    def grey(self, value: float) -> Channels:
        """The same grey."""
        return (round(_within(value), 4),)

    def lab(self, values: Channels) -> Channels:
        """The grey of the same lightness."""
        return self.grey(_companded(values[0]))

    def picture(self, image: Image.Image, icc: bytes | None = None) -> Image.Image:
        """The picture in greys."""
        return image.convert("L")

    def ramp(self, colours: list[Channels], icc: bytes | None = None) -> list[Channels]:
        """The luminance of each."""
        return [self.rgb(item) for item in colours]


def is_grey(image: Image.Image) -> bool:
    """True for an RGB picture without colour."""
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return all(_most(ImageChops.difference(*pair)) <= GREYS for pair in pairs)


def limited(image: Image.Image, most: float) -> Image.Image:
    """The same CMYK picture, changed so that its inks add up to ``most`` percent or less at every pixel."""
    rows = max(1, _STRIP // image.width)
    for top in range(0, image.height, rows):
        box = (0, top, image.width, min(top + rows, image.height))
        strip = image.crop(box)
        less = _less(strip, int(most * 2.55))
        if less is not strip:
            image.paste(less, box)
    return image


def _less(image: Image.Image, limit: int) -> Image.Image:
    cyan, magenta, yellow, black = (band.convert("I") for band in image.split())

    def count(bands: dict[str, Any]) -> Any:
        return bands["c"] + bands["m"] + bands["y"]

    given = {"c": cyan, "m": magenta, "y": yellow, "k": black}
    coloured = ImageMath.lambda_eval(count, **given)
    over = ImageMath.lambda_eval(lambda a: a["max"](a["s"] + a["k"] - limit, 0), s=coloured, **given)
    if _most(over) == 0:
        return image
    divisor = ImageMath.lambda_eval(lambda a: a["max"](a["s"], 1), s=coloured)

    def less(band: Image.Image) -> Image.Image:
        taken: Image.Image = ImageMath.lambda_eval(
            lambda a: a["b"] - (a["b"] * a["o"] + a["d"] - 1) / a["d"], b=band, o=over, d=divisor
        )
        return taken.convert("L")

    return Image.merge("CMYK", (less(cyan), less(magenta), less(yellow), image.getchannel("K")))


def _most(band: Image.Image) -> int:
    low_high: Any = band.getextrema()
    return int(low_high[1])


def _within(value: float) -> float:
    return min(1.0, max(0.0, float(value)))


def _bytes(values: Channels) -> tuple[int, ...]:
    return tuple(round(_within(value) * 255) for value in values)


def _companded(lightness: float) -> float:
    """The value in sRGB of a neutral of this L*."""
    height = (lightness + 16) / 116
    luminance = height**3 if height > 6 / 29 else 3 * (6 / 29) ** 2 * (height - 4 / 29)
    return _within(12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055)
