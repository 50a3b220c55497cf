"""What a finished file for the press is made of, as read back from the file itself."""

from __future__ import annotations

from dataclasses import dataclass

Frame = tuple[float, float, float, float]
"""Left, bottom, right and top in pt, in the coordinates of the page."""

TOTAL_INK = 300
"""Percent: the most that the four inks may add up to on coated paper, or the sheets set off on one another."""

HAIRLINE = 0.2
"""pt: a thinner line may break off or vanish on the plate."""


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """One raster image as it stands on a page.

    ``name`` is that of the resource, ``frame`` where it stands; ``width`` × ``height`` are pixels of ``bits`` bits in
    each channel; ``space`` is its colour space (``DeviceCMYK``, ``DeviceGray``, ``Mask`` for a stencil, else the name
    of the family). ``ppi`` is its effective resolution, the lower of both directions. ``ink`` is the most that its inks
    add up to, in percent. ``transparent``: it has a soft mask.
    """

    name: str
    frame: Frame
    width: int
    height: int
    bits: int
    space: str
    ppi: float
    ink: float
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class InkedText:
    """Type of one size in pt that is printed in these ``inks`` (``MYK``)."""

    size: float
    inks: str


@dataclass(frozen=True, slots=True)
class PressPage:
    """One page: ``index`` counts from 0, the boxes are as given in the file (None: not given).

    ``spaces`` are the colour spaces that its operators, images and shadings use, forms and patterns included;
    ``inks`` those of C, M, Y, K and named inks that it leaves ink on; ``ink`` is the most that a flat colour adds up
    to, in percent. ``annotations`` are their subtypes. ``short`` are things that reach the trim edge and end before the
    bleed does. ``hairlines`` are widths in pt of lines under ``HAIRLINE``. ``transparent``: something on it is.
    ``interpolated`` are images that ask to be smoothed. ``mixed`` is type that needs more than one ink.
    """

    index: int
    media: Frame
    trim: Frame | None
    bleed: Frame | None
    spaces: frozenset[str]
    inks: frozenset[str]
    ink: float
    images: tuple[PlacedImage, ...] = ()
    annotations: tuple[str, ...] = ()
    short: tuple[Frame, ...] = ()
    hairlines: tuple[float, ...] = ()
    transparent: bool = False
    interpolated: tuple[str, ...] = ()
    mixed: tuple[InkedText, ...] = ()

    @property
    def least_bleed(self) -> float | None:
        """The least bleed of the four sides in pt; None without the boxes."""
        if self.trim is None or self.bleed is None:
            return None
        trim, bleed = self.trim, self.bleed
        return min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])


@dataclass(frozen=True, slots=True)
class PressFont:
    """A font of the file: ``kind`` is its subtype (``CIDFontType0`` …)."""

    name: str
    kind: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent of subtype GTS_PDFX: the printing condition that the colours are made for.

    ``components`` is the number of inks of the embedded profile (0: none is embedded), ``profile`` its SHA-256 in hex.
    """

    condition: str
    info: str
    registry: str
    components: int
    profile: str


@dataclass(frozen=True, slots=True)
class PressFile:
    """A whole file. ``version`` is that of PDF, ``conformance`` what its metadata claim (``PDF/X-4``).

    ``actions`` are what the file would do when opened or clicked at (``OpenAction``, ``JavaScript`` …); ``refused`` are
    techniques that a press file must not use (``LZW``, ``PostScript``, ``encryption``). ``identifier`` is the
    DocumentID of its metadata, ``trapped`` as stated (``True``, ``False``, empty).
    """

    version: str
    conformance: str
    identifier: str
    trapped: str
    intent: Intent | None
    pages: tuple[PressPage, ...]
    fonts: tuple[PressFont, ...]
    actions: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
