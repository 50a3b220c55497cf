"""How the book is manufactured: what is decided for the printing house and not printed in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

PRODUCTS = ("pdf", "epub", "press-pdf", "screen-pdf", "cover-pdf", "jobsheet", "booklet")
"""Every product that can be made, by the name that it has on the command line and in ``products:`` of book.yaml."""

USUAL = ("pdf", "epub")
"""The products of a book that does not name any."""

OF_PRINT = ("press-pdf", "screen-pdf", "cover-pdf", "jobsheet", "booklet")
"""Products that are the print edition in another form, or go with it: they bear its metadata."""


FOGRA39 = "FOGRA39"
"""The printing condition (coated paper, sheet-fed offset) of a book that names none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its kind as the trade calls it, grammage in g/m², thickness of a leaf in mm (0: from the table)."""

    kind: str
    weight: int
    thickness: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class PressWork:
    """What the printing house asks of the files.

    ``bleed`` is in mm; ``marks`` is ``none`` or ``crop``, ``ink`` what they are drawn in (``registration`` or
    ``black``); ``profile`` an ICC file in the book folder for the printing condition named ``condition`` (both empty:
    the machine's own); ``signature`` the number of pages to which the block is padded (0: an even number).
    """

    bleed: Decimal = Decimal(3)
    marks: str = "none"
    ink: str = "registration"
    profile: str = ""
    condition: str = ""
    signature: int = 0

    @property
    def asks_for_profile(self) -> bool:
        """Whether the printing condition is another than the machine knows, so that its ICC file must be there."""
        return bool(self.condition) and not self.condition.upper().startswith(FOGRA39)


@dataclass(frozen=True, slots=True)
class Binding:
    """The finished copy: papers, cover and binding.

    ``flaps`` (勒口) and ``spine`` (0: counted from the pages and the paper) are in mm; ``waste`` is in percent;
    ``colours`` and ``cover_colours`` are inks on either side (1+1, 4+0); ``blurb`` stands on the back cover (empty: the
    summary of the metadata).
    """

    style: str = "平装"
    paper: Paper = Paper("双胶纸", 80)
    cover_paper: Paper = Paper("铜版纸", 250)
    flaps: Decimal = Decimal(0)
    spine: Decimal = Decimal(0)
    finishing: tuple[str, ...] = ()  # 覆膜, 烫金 …
    colours: str = "1+1"
    cover_colours: str = "4+0"
    waste: Decimal = Decimal(3)
    blurb: str = ""
    barcode: Decimal = Decimal(100)  # magnification of the barcode, percent
