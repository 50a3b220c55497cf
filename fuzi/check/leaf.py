"""What the book says of itself must stand on its title leaf, in the finished file, in its place and order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fuzi.check.codes import LEAF_ASTRAY, LEAF_LACKS, LEAF_ORDER, TITLE_PAGE_LACKS
from fuzi.check.conservation import SHOWN, letters
from fuzi.model.edition import Edition, Medium, TitleLeaf
from fuzi.model.metadata import Metadata
from fuzi.model.product import SectionText
from fuzi.model.report import Diagnostic, Report
from fuzi.model.source import BOOK_FILE

TITLE, COPYRIGHT, SERIES = "title-page", "copyright-page", "series-page"


def compare_leaf(metadata: Metadata, readings: Sequence[SectionText], edition: Edition) -> Report:
    """Each field that the region wants on its title leaf must be found in the text read back.

    A page too full for its content would lose a line unseen, and a theme of its own may forget one. For a mainland
    edition the copyright page must have the order of GB/T 12450-2001 too.
    """
    bodies: dict[str, str] = {}
    for reading in readings:
        bodies[reading.section] = bodies.get(reading.section, "") + letters(reading.body)
    stream, leaf = "".join(bodies.values()), edition.variant.title_leaf
    found = [
        LEAF_LACKS.at(BOOK_FILE, edition=edition.name, field=field, passage=text[:SHOWN])
        for field, text in _fields(metadata, leaf, edition.medium)
        if letters(text) not in stream
    ]
    if TITLE in bodies:
        found += _title_page(metadata, bodies[TITLE], edition.name)
    if edition.medium is Medium.PAGE and COPYRIGHT in bodies:
        found += _standing(list(bodies), leaf, edition.name)
    if leaf.standard == "gb":
        found += _order(metadata, bodies.get(COPYRIGHT, ""), edition)
    return Report.of(found)


def _title_page(metadata: Metadata, body: str, edition: str) -> Iterator[Diagnostic]:
    """扉页: title, the people who answer for the whole, publisher and, where its name does not show it, its place."""
    stated = [("title", metadata.title)]
    stated += [("contributors", name) for item in metadata.contributors if not item.part for name in item.names]
    if metadata.publisher:
        stated += [("publisher.name", metadata.publisher.name), ("publisher.place", metadata.publisher.place)]
    for field, text in stated:
        if letters(text) not in body:
            yield TITLE_PAGE_LACKS.at(BOOK_FILE, edition=edition, field=field, passage=text[:SHOWN])


def _standing(sections: list[str], leaf: TitleLeaf, edition: str) -> Iterator[Diagnostic]:
    """The copyright page stands right behind the title page, or closes the book."""
    at = sections.index(COPYRIGHT)
    right = at == len(sections) - 1 if leaf.last else at and sections[at - 1] == TITLE
    if not right:
        zh, en = ("书末一叶", "last leaf") if leaf.last else ("扉页背面", "verso of the title page")
        yield LEAF_ASTRAY.at(BOOK_FILE, edition=edition, zh=zh, en=en)


def _order(metadata: Metadata, body: str, edition: Edition) -> Iterator[Diagnostic]:
    """Rights, CIP data, record; in the record responsibility, publication, physical description, history."""
    standing = [(field, body.find(letters(text))) for field, text in _marks(metadata, edition)]
    for (earlier, first), (later, second) in pairwise((field, at) for field, at in standing if at >= 0):
        if second < first:
            yield LEAF_ORDER.at(BOOK_FILE, edition=edition.name, earlier=earlier, later=later)


def _marks(metadata: Metadata, edition: Edition) -> Iterator[tuple[str, str]]:
    """A text for each clause of the standard, by the name of its field in book.yaml, in order."""
    labels = edition.variant.labels
    if metadata.rights:
        yield "rights", metadata.rights.splitlines()[0]
    if metadata.cip:
        yield "cip", metadata.cip.strip().splitlines()[0]
    staff, publisher = metadata.staff, metadata.publisher
    for field, label, value in (
        ("staff.editors", "responsible_editor", "".join(staff.editors[:1])),
        ("publisher.name", "publisher", publisher.name if publisher else ""),
        ("printer", "printer", metadata.printer),
        ("trim", "trim", str(metadata.trim.width)),
        ("price", "price", f"{metadata.price.amount:f}" if metadata.price and not metadata.price.words else ""),
    ):
        if value:
            yield field, labels[label] + value


def _fields(metadata: Metadata, leaf: TitleLeaf, medium: Medium) -> Iterator[tuple[str, str]]:
    """Name of the field in book.yaml and its text; the lines of a long text one by one."""
    yield "title", metadata.title
    yield "subtitle", metadata.subtitle
    yield "parallel_title", metadata.parallel_title
    if leaf.pinyin:
        yield "pinyin_title", metadata.pinyin_title
    for contributor in metadata.contributors:
        for name in contributor.names:
            yield "contributors", name
    if metadata.series:
        yield "series.name", metadata.series.name
        yield "series.statement", metadata.series.statement
    yield from _shown(metadata, leaf, medium)


def _shown(metadata: Metadata, leaf: TitleLeaf, medium: Medium) -> Iterator[tuple[str, str]]:
    """What the copyright page of this region shows."""
    staff, publisher = metadata.staff, metadata.publisher
    stated: list[tuple[str, str, str]] = [("cip", "cip", line) for line in metadata.cip.splitlines()]
    stated += [("cataloguing", "cataloguing", line) for line in metadata.cataloguing.splitlines()]
    stated += [("notices", "notices", notice) for notice in metadata.notices]
    stated += [("responsible_editor", "staff.editors", name) for name in staff.editors]
    stated += [("designer", "staff.designers", name) for name in staff.designers]
    stated += [("proofreader", "staff.proofreaders", name) for name in staff.proofreaders]
    stated += [("others", "staff.others", name) for item in staff.others for name in item.names]
    stated += [
        ("rights", "rights", metadata.rights),
        ("rights", "contract_number", metadata.contract_number),
        ("printer", "printer", metadata.printer),
        ("binder", "binder", metadata.binder),
        ("distributor", "distributor", metadata.distributor),
        ("enclosures", "enclosures", metadata.enclosures),
    ]
    if publisher:
        stated += [("publisher", "publisher.name", publisher.name), ("address", "publisher.address", publisher.address)]
        stated += [("publisher_head", "publisher.head", publisher.head)]
    if medium is Medium.PAGE:
        stated += [("copies", "printing.copies", metadata.printing.copies)]
    if metadata.price:
        price = metadata.price
        stated += [("price", "price", price.words or f"{price.amount:f}")]
    for line, field, text in stated:
        if leaf.shows(line):
            yield field, text
    if leaf.shows("number") or leaf.shows("isbn"):
        yield "isbn", metadata.isbn
