"""What the book says of itself must stand on its title leaf, in the finished file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fuzi.check.codes import LEAF_LACKS
from fuzi.check.conservation import SHOWN, letters
from fuzi.model.metadata import Metadata
from fuzi.model.product import SectionText
from fuzi.model.report import Report
from fuzi.model.source import Place

BOOK_FILE = Place("book.yaml")


def compare_leaf(metadata: Metadata, readings: Sequence[SectionText], edition: str) -> Report:
    """Each field that GB/T 12450-2001 wants on the title leaf must be found in the text read back, wherever it stands.

    A page too full for its content would otherwise lose a line unseen.
    """
    stream = letters("".join(reading.body for reading in readings))
    return Report.of(
        LEAF_LACKS.at(BOOK_FILE, edition=edition, field=field, passage=text[:SHOWN])
        for field, text in _fields(metadata)
        if letters(text) not in stream
    )


def _fields(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Name of the field in book.yaml and its text; the lines of a long text one by one."""
    yield "title", metadata.title
    yield "subtitle", metadata.subtitle
    yield "isbn", metadata.isbn
    for line in metadata.cip.splitlines():
        yield "cip", line
    for contributor in metadata.contributors:
        for name in contributor.names:
            yield "contributors", name
    if metadata.series:
        yield "series.name", metadata.series.name
        yield "series.statement", metadata.series.statement
    if metadata.publisher:
        yield "publisher.name", metadata.publisher.name
        yield "publisher.address", metadata.publisher.address
    for notice in metadata.notices:
        yield "notices", notice
    yield "rights", metadata.rights
    yield "contract_number", metadata.contract_number
