"""The job: what the printing house is told of one edition, reckoned from its pages, its papers and its print run."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fuzi.manufacture.papers import ESTIMATE, leaf
from fuzi.manufacture.reams import CoverCut, Reams, copies_of, cover_cut, cover_reams, text_reams, unfolded
from fuzi.manufacture.sheets import characters, printing_sheets, thousands
from fuzi.manufacture.signatures import Scheme, scheme
from fuzi.manufacture.spine import NONE, UNKNOWN, spine
from fuzi.model.metadata import Metadata, Trim
from fuzi.model.product import PageFacts, PressedFile
from fuzi.model.production import FOGRA39, Binding, Paper, PressWork


@dataclass(frozen=True, slots=True)
class PageCounts:
    """Pages of the block: before the body, of body and back matter, and empty ones at the end."""

    front: int
    body: int
    blank: int

    @property
    def total(self) -> int:
        """面数."""
        return self.front + self.body + self.blank


@dataclass(frozen=True, slots=True)
class Stock:
    """A paper and what is used of it; None is not known. ``estimated``: its thickness (mm) is no measured one."""

    paper: Paper
    thickness: Decimal | None
    estimated: bool
    reams: Reams | None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What the job sheet says; None is not known and is filled in by hand.

    ``binding`` is in the words of the variant. ``spine`` is in mm (0: the book has none), ``cover_size`` the unfolded
    cover with its bleed in mm, ``cover_cut`` how covers lie on their sheet.
    """

    metadata: Metadata
    tag: str
    press: PressWork
    binding: Binding
    pages: PageCounts
    sheets: Decimal | None
    thousands: int
    copies: int | None
    text: Stock
    cover: Stock
    spine: Decimal | None
    spine_estimated: bool
    cover_size: Trim | None
    cover_cut: CoverCut | None
    scheme: Scheme | None
    files: tuple[PressedFile, ...] = ()

    @property
    def condition(self) -> str:
        """The printing condition by its name, or by that of its profile."""
        return self.press.condition or self.press.profile or FOGRA39


def reckon(
    metadata: Metadata,
    facts: PageFacts,
    press: PressWork,
    binding: Binding,
    *,
    words: Binding,
    tag: str,
    files: tuple[PressedFile, ...] = (),
) -> PrintJob:
    """The job of one edition; ``words`` is ``binding`` in the words of the variant ``tag``, to be shown."""
    sheet = metadata.sheet
    sheets = printing_sheets(facts.count, sheet.leaves) if sheet else None
    copies = copies_of(metadata.printing.copies)
    back = spine(facts.count, binding)
    width = None if back.source == UNKNOWN else back.width
    size = unfolded(metadata.trim, width, binding.flaps, press.bleed) if width is not None else None
    cut = cover_cut(size, sheet) if size else None
    text = text_reams(copies, sheets, binding.waste) if copies and sheets else None
    cover = cover_reams(copies, cut, binding.waste) if copies and cut else None
    return PrintJob(
        metadata,
        tag,
        press,
        words,
        _counts(facts),
        sheets,
        thousands(characters(facts)),
        copies,
        _stock(binding.paper, words.paper, text),
        _stock(binding.cover_paper, words.cover_paper, cover),
        width,
        back.estimated and back.source not in (UNKNOWN, NONE) and not binding.spine,
        size,
        cut,
        scheme(facts.count, facts.padding, press.signature),
        files,
    )


def _counts(facts: PageFacts) -> PageCounts:
    """The body begins where folios begin anew (``1``); a book without any is all front matter."""
    front = next((page.index for page in facts.pages if page.folio == "1"), facts.set_count)
    return PageCounts(front, facts.set_count - front, facts.padding)


def _stock(paper: Paper, words: Paper, reams: Reams | None) -> Stock:
    found = leaf(paper)
    return Stock(words, found.thickness if found else None, found is not None and found.basis == ESTIMATE, reams)
