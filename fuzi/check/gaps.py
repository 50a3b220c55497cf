"""Text that the source lacks is listed on every build, so that nobody takes a gap for the book."""

from __future__ import annotations

from fuzi.check.codes import GAP
from fuzi.model.block import Gap
from fuzi.model.book import Book
from fuzi.model.report import Report
from fuzi.model.walk import blocks_in, plain


def gaps(book: Book) -> Report:
    """One warning for each gap of the book."""
    return Report.of(
        GAP.at(block.place, text=plain(block.content))
        for chapter in book.chapters()
        for block in blocks_in(chapter.blocks)
        if isinstance(block, Gap)
    )
