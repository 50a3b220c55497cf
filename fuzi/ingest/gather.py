"""Facts of the first pages to the metadata of the book, with what had to be assumed and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from stdnum import isbn as isbn_numbers

from fuzi.ingest import cip, codes, sizes
from fuzi.ingest.facts import Fact, choose, people
from fuzi.model.manuscript import Confidence, Entry, Fate
from fuzi.model.metadata import (
    Contributor,
    Metadata,
    OriginalWork,
    Price,
    Printing,
    Publisher,
    Series,
    Sheet,
    Staff,
    Trim,
)
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

TRIM = "trim"
ABSENT = "absent"
WRONG_ISBN = "wrong-isbn"
SHEET = "sheet-size"
EXTENT = "extent"
TITLE = "title"
NAMELESS = "nameless"


@dataclass(frozen=True, slots=True)
class Described:
    """The metadata, and what there is to say about it."""

    metadata: Metadata
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Work:
    facts: tuple[Fact, ...]
    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def take(self, path: str) -> str:
        """The value of a field, its disagreements going to the doubts."""
        value, doubts = choose(self.facts, path)
        self.entries += doubts
        return value

    def take_people(self, path: str) -> tuple[Contributor, ...]:
        """The people of a field."""
        found, doubts = people(self.facts, path)
        self.entries += doubts
        return found

    def leave(self, prefix: str) -> None:
        """Facts about a thing that has no name cannot be said in book.yaml: they become doubts."""
        for fact in self.facts:
            if fact.field.startswith(prefix):
                self.entries.append(
                    Entry(Fate.DOUBT, NAMELESS, fact.line, fact.value, confidence=Confidence.LOW, field=fact.field)
                )

    def names(self, path: str) -> tuple[str, ...]:
        """All names of a field whose label is its role."""
        values = [fact.value.split("、") for fact in self.facts if fact.field == path]
        return tuple(dict.fromkeys(name for value in values for name in value if name))


def describe(facts: Iterable[Fact], scan: str, stem: str, last_page: int | None) -> Described:
    """Metadata from facts; ``stem`` stands in for a title that was not found, ``last_page`` is the last folio known."""
    work = _Work(tuple(facts))
    title = work.take("title")
    if not title:
        title = stem
        work.diagnostics.append(codes.NO_TITLE.at(Place(scan)))
        work.entries.append(Entry(Fate.ASSUMED, TITLE, 0, "", stem, Confidence.LOW, field="title"))
    sheet = _sheet(work)
    metadata = Metadata(
        title=title,
        subtitle=work.take("subtitle"),
        parallel_title=work.take("parallel_title"),
        pinyin_title=work.take("pinyin_title"),
        contributors=work.take_people("contributors"),
        series=_series(work),
        publisher=_publisher(work),
        printer=work.take("printer"),
        binder=work.take("binder"),
        distributor=work.take("distributor"),
        staff=_staff(work),
        isbn=_isbn(work, scan),
        cip=cip.printed([fact.value for fact in work.facts if fact.field == "cip"]),
        contract_number=work.take("contract_number"),
        trim=_trim(work, sheet),
        sheet=sheet,
        printing=_printing(work),
        enclosures=work.take("enclosures"),
        price=_price(work),
        rights=work.take("rights"),
        summary="\n".join(fact.value for fact in work.facts if fact.field == "summary"),
        original=OriginalWork(title=original) if (original := work.take("original.title")) else None,
        notices=tuple(dict.fromkeys(fact.value for fact in work.facts if fact.field == "notices")),
    )
    _absent(metadata, work)
    _extent(metadata, last_page, work)
    return Described(metadata, tuple(work.entries), tuple(work.diagnostics))


def _series(work: _Work) -> Series | None:
    name = work.take("series.name")
    if not name:
        work.leave("series.")
        return None
    statement, number = work.take("series.statement"), work.take("series.number")
    return Series(name, number, statement, work.take_people("series.contributors"))


def _publisher(work: _Work) -> Publisher | None:
    name = work.take("publisher.name")
    if not name:
        work.leave("publisher.")
        return None
    names = ("place", "address", "postcode", "telephone", "url", "email", "head")
    return Publisher(name, **{key: work.take(f"publisher.{key}") for key in names})


def _staff(work: _Work) -> Staff:
    others = work.take_people("staff.others")
    return Staff(work.names("staff.editors"), work.names("staff.designers"), work.names("staff.proofreaders"), others)


def _isbn(work: _Work, scan: str) -> str:
    """The first number whose check digit is right; when none is, the book goes without and the editor is told."""
    here = sorted((fact for fact in work.facts if fact.field == "isbn"), key=lambda fact: fact.rank)
    right = [fact for fact in here if isbn_numbers.is_valid(fact.value)]
    chosen = right[0].value if right else ""
    for fact in here:
        if fact.value != chosen:
            work.entries.append(
                Entry(Fate.DOUBT, WRONG_ISBN, fact.line, fact.value, chosen, Confidence.LOW, field="isbn")
            )
            if not chosen:
                work.diagnostics.append(codes.ISBN.at(Place(scan, fact.line), isbn=fact.value))
    return chosen


def _printing(work: _Work) -> Printing:
    edition, impression = work.take("printing.edition"), work.take("printing.impression")
    edition_date, impression_date = work.take("printing.edition_date"), work.take("printing.impression_date")
    return Printing(
        first_edition=work.take("printing.first_edition"),
        edition=int(edition or 1),
        edition_date=edition_date,
        impression=int(impression or 1),
        impression_date=impression_date,
        sheets=work.take("printing.sheets"),
        thousand_characters=work.take("printing.thousand_characters"),
        copies=work.take("printing.copies"),
    )


def _price(work: _Work) -> Price | None:
    match = re.fullmatch(r"(\d+(?:\.\d+)?) ([A-Z]{3})", work.take("price"))
    return Price(Decimal(match[1]), match[2]) if match else None


def _sheet(work: _Work) -> Sheet | None:
    text, leaves = work.take("sheet"), work.take("format")
    match = re.fullmatch(r"(\d+)×(\d+)(?: 1/(\d+))?", text)
    if not match or not (match[3] or leaves):
        work.leave("sheet")
        work.leave("format")
        return None
    sheet = Sheet(Decimal(match[1]), Decimal(match[2]), int(match[3] or leaves))
    if not sizes.is_known(sheet):
        line = next(fact.line for fact in work.facts if fact.field == "sheet")
        work.entries.append(Entry(Fate.DOUBT, SHEET, line, str(sheet), "", Confidence.LOW, field="sheet"))
    return sheet


def _trim(work: _Work, sheet: Sheet | None) -> Trim:
    """As stated; else what the sheet usually gives; else the commonest size. Both are assumptions and said to be."""
    stated = work.take("trim")
    match = re.fullmatch(r"([1-9]\d{1,2})×([1-9]\d{1,2})", stated)
    if match:
        return Trim(Decimal(match[1]), Decimal(match[2]))
    if stated:
        work.leave("trim")  # no leaf has this size
    usual = sizes.usual_trim(sheet) if sheet else None
    trim = usual or Trim(Decimal(147), Decimal(210))
    fact = next((fact for fact in work.facts if fact.field == "sheet"), None)
    before = f"{sheet} 1/{sheet.leaves}" if sheet else ""
    confidence = Confidence.FAIR if usual else Confidence.LOW
    work.entries.append(
        Entry(Fate.ASSUMED, TRIM, fact.line if fact else 0, before, str(trim), confidence, field="trim")
    )
    return trim


def _absent(metadata: Metadata, work: _Work) -> None:
    """What GB/T 12450 wants on the title leaf and the scan does not say."""
    wanted = {
        "pinyin_title": metadata.pinyin_title,
        "contributors": metadata.contributors,
        "publisher.name": metadata.publisher,
        "publisher.place": metadata.publisher.place if metadata.publisher else "",
        "staff.editors": metadata.staff.editors,
        "isbn": metadata.isbn,
        "cip": metadata.cip,
        "printing.edition_date": metadata.printing.edition_date,
        "price": metadata.price,
    }
    for path, value in wanted.items():
        if not value:
            work.entries.append(Entry(Fate.ASSUMED, ABSENT, 0, "", "", Confidence.LOW, field=path))


def _extent(metadata: Metadata, last_page: int | None, work: _Work) -> None:
    """印张 × 开数 is the number of pages; a folio beyond it shows that one of the three was misread."""
    sheets, sheet = metadata.printing.sheets, metadata.sheet
    if not (sheets and sheet and last_page and re.fullmatch(r"\d+(\.\d+)?", sheets)):
        return
    pages = float(sheets) * sheet.leaves
    if last_page > pages:
        fact = next(fact for fact in work.facts if fact.field == "printing.sheets")
        text = f"{sheets} × {sheet.leaves} = {pages:g}"
        work.entries.append(
            Entry(Fate.DOUBT, EXTENT, fact.line, text, f"{last_page}", Confidence.LOW, field="printing.sheets")
        )
