"""All that a pre-flight looks at: what is known of one variant and what was read back from its finished files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fuzi.model.gauge import Gauge
from fuzi.model.metadata import Metadata
from fuzi.model.preflight import PageText, ReadBarcode
from fuzi.model.press_file import PressFile
from fuzi.model.product import PageFacts
from fuzi.model.production import Binding, PressWork
from fuzi.model.source import Place

PROOF, BLOCK, COVER = "pdf", "press-pdf", "cover-pdf"
"""The products that are looked at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One variant: ``proof``, ``block`` and ``cover`` are the facts of the proof and of the two files for the press,
    None for one that could not be made.

    ``proof_pages`` and ``block_pages`` are the words of their pages; ``heads`` the titles of each section by its id;
    ``pictures`` where the raster pictures of the block come from by resource, ``vectors`` its vector figures by page;
    ``front`` is the picture of the cover, ``barcode`` that of the cover. ``places`` are those of keys of book.yaml.
    """

    tag: str
    metadata: Metadata
    press: PressWork
    binding: Binding
    proof: PageFacts | None = None
    gauge: Gauge | None = None
    block: PressFile | None = None
    cover: PressFile | None = None
    proof_pages: tuple[PageText, ...] = ()
    block_pages: tuple[PageText, ...] = ()
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: Mapping[str, Place] = field(default_factory=dict)
    vectors: Mapping[int, tuple[Place, ...]] = field(default_factory=dict)
    front: Place | None = None
    barcode: ReadBarcode | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def edition(self, product: str) -> str:
        """The name of an edition in diagnostics."""
        return f"{self.tag}/{product}"

    def has(self, product: str) -> bool:
        """Whether this file was made."""
        return {PROOF: self.proof, BLOCK: self.block, COVER: self.cover}[product] is not None

    def files(self) -> tuple[tuple[str, PressFile], ...]:
        """The files for the press that were made, with their products."""
        made = ((BLOCK, self.block), (COVER, self.cover))
        return tuple((product, file) for product, file in made if file is not None)

    def near(self, page: int, *, drawn: bool = False) -> Place | None:
        """The source of the first line on a leaf page (counted from 1); of its only vector figure for what is drawn."""
        figures = self.vectors.get(page - 1, ())
        if drawn and len(figures) == 1:
            return figures[0]
        lines = self.proof.lines if self.proof else ()
        return next((line.place for line in lines if line.page == page - 1 and line.place is not None), None)

    def folio(self, page: int) -> str:
        """What a leaf page (counted from 1) is called."""
        pages = self.proof.pages if self.proof else ()
        return pages[page - 1].folio if 0 < page <= len(pages) else ""
