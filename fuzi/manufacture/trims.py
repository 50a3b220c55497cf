"""The sizes of books by the names of the trade: trim, sheet, and the type area that suits them (``trims.tsv``)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from fuzi.model.metadata import Sheet, Trim

TABLE = "trims.tsv"
NEAR = 2
"""mm: printing houses trim the same sheet to 145×208 or 147×210 (GB/T 788-1999 allows ±1 mm for each size)."""
NONE = "-"
"""Stands in the table for a sheet that custom does not settle."""


@dataclass(frozen=True, slots=True)
class NamedTrim:
    """A size that has a name.

    ``trim`` and ``sheet`` are in mm (GB/T 788-1999 for A5, A4, B5 …, house practice for the others); ``characters``
    and ``lines`` are the type area that suits it, ``leading`` and ``size`` in pt.
    """

    name: str
    aliases: tuple[str, ...]
    trim: Trim
    sheet: Sheet | None
    characters: int
    lines: int
    leading: float
    size: float


@cache
def trims() -> tuple[NamedTrim, ...]:
    """The table; of sizes that share a name the commonest comes first."""
    text = resources.files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    return tuple(_named(line) for line in text.splitlines() if line and not line.startswith("#"))


def called(name: str) -> tuple[NamedTrim, ...]:
    """The sizes that go by this name, the commonest first; empty when there is none.

    Spaces, the width of letters and digits, 開 for 开 and a closing 本 (32开本) do not count.
    """
    wanted = _folded(name)
    return tuple(item for item in trims() if wanted in map(_folded, (item.name, *item.aliases)))


def of_size(trim: Trim) -> NamedTrim | None:
    """The named size of exactly these measures, None when they have no name."""
    return next((item for item in trims() if item.trim == trim), None)


def near(trim: Trim) -> NamedTrim | None:
    """The named size that this one is a house's version of: ``NEAR`` mm off at most, the nearest of them."""
    apart = [(max(abs(item.trim.width - trim.width), abs(item.trim.height - trim.height)), item) for item in trims()]
    distance, item = min(apart, key=lambda pair: pair[0])
    return item if distance <= NEAR else None


def names() -> tuple[str, ...]:
    """Every name that can be asked for, aliases included, in the order of the table."""
    return tuple(dict.fromkeys(name for item in trims() for name in (item.name, *item.aliases)))


def _named(line: str) -> NamedTrim:
    name, aliases, width, height, sheet, characters, lines, leading, size = line.split("\t")
    return NamedTrim(
        name,
        tuple(aliases.split(",")),
        Trim(Decimal(width), Decimal(height)),
        None if sheet == NONE else _sheet(sheet),
        int(characters),
        int(lines),
        float(leading),
        float(size),
    )


def _sheet(text: str) -> Sheet:
    """``880×1230 1/32``."""
    measures, _, leaves = text.partition(" 1/")
    width, _, height = measures.partition("×")
    return Sheet(Decimal(width), Decimal(height), int(leaves))


def _folded(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold().replace("開", "开")
    return "".join(text.split()).removesuffix("本")
