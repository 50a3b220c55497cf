"""What stands on the title leaf and the copyright page, put in the words and the order of the trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fuzi.manufacture.sheets import characters, plain, printing_sheets, thousands
from fuzi.model.edition import Medium, TitleLeaf
from fuzi.model.metadata import AUTO, Contributor, Metadata, OriginalWork, Printing
from fuzi.model.numerals import chinese
from fuzi.model.product import PageFacts
from fuzi.render.labels import Labels

PENDING = "—"
"""Stands for a fact that only the pressed pages know, in a first pass: it keeps the line's place."""


MINGUO = 1912
"""The first year of 民國."""

HALF = 8.5
"""Characters of a value that leave room for another row beside it, on pages that are not small."""

PER_MM, TERM = 0.128, 6.0
"""Characters of the record in half a line for each mm of the trim, and those that a term takes of them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A short text with its number of Han characters (0: it holds others too), so that a style can spread it."""

    text: str
    characters: int

    @classmethod
    def of(cls, text: str) -> Word:
        """The word of a text."""
        return cls(text, len(text) if text and all(_is_han(character) for character in text) else 0)


@dataclass(frozen=True, slots=True)
class People:
    """The people of one role; ``after`` has the role behind the names (鲁迅 著)."""

    role: Word
    nation: str
    names: tuple[Word, ...]
    original_names: tuple[str, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class PartPeople:
    """The people who answer for one part; an empty ``part`` is the whole book."""

    part: str
    people: tuple[People, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the record: a term and its values; two neighbours that are ``half`` share a line.

    ``key`` is the name that the variants know the line by.
    """

    term: Word
    values: tuple[str, ...]
    link: str = ""
    half: bool = False
    key: str = ""

    def short(self, half: float = HALF) -> bool:
        """True when the value takes no more than half a line of the record, ``half`` in characters."""
        return breadth("\u3000".join(self.values)) <= half


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together (GB/T 12450-2001: responsibility, publication, physical description, history)."""

    name: str
    rows: tuple[Row, ...]


def people(contributors: Iterable[Contributor], labels: Labels) -> tuple[People, ...]:
    """Contributors as the title page sets them, in the order given."""
    return tuple(
        People(
            Word.of(item.role),
            labels.fill("nation", nation=item.nation) if item.nation else "",
            tuple(Word.of(name) for name in item.names),
            item.original_names,
            len(item.role) == 1,
        )
        for item in contributors
    )


def people_by_part(contributors: Iterable[Contributor], labels: Labels) -> tuple[PartPeople, ...]:
    """Contributors of the whole book, then part by part in order of first mention; empty when no part is named."""
    by_part: dict[str, list[Contributor]] = {"": []}
    for item in contributors:
        by_part.setdefault(item.part, []).append(item)
    if len(by_part) == 1:
        return ()
    return tuple(PartPeople(part, people(items, labels)) for part, items in by_part.items() if items)


def place_of_publisher(metadata: Metadata) -> str:
    """The place, unless the name of the publisher shows it (GB/T 12450-2001)."""
    publisher = metadata.publisher
    return publisher.place if publisher and publisher.place not in publisher.name else ""


def record(
    metadata: Metadata, labels: Labels, medium: Medium, facts: PageFacts | None, leaf: TitleLeaf
) -> tuple[Group, ...]:
    """The record of the copyright page, in the groups and the order of the variant; what is not stated leaves no line.

    For the mainland that is 版本记录 by GB/T 12450-2001, short neighbours sharing a line, for all must go on one page;
    a last leaf has room for one line each. An e-book has no leaves and no copies: it shows neither size nor sheets.
    """
    calendar = metadata.printing.calendar or leaf.calendar
    metadata = replace(metadata, printing=replace(metadata.printing, calendar=calendar))
    half = min(HALF, float(metadata.trim.width) * PER_MM - TERM)
    lines: dict[str, list[Row]] = {}
    for row in (
        *_title(metadata, labels, leaf),
        *_staff(metadata, labels),
        *_publisher(metadata, labels),
        *_format(metadata, labels, medium, facts),
        *_history(metadata, labels, medium),
    ):
        lines.setdefault(row.key, []).append(row)
    groups = []
    for name, keys in leaf.record.items():
        rows = tuple(row for key in keys for row in lines.get(key, ()))
        if rows or not keys:
            groups.append(Group(name, rows if leaf.last or name == "staff" else paired(rows, half)))
    return tuple(groups)


def paired(rows: Iterable[Row], half: float = HALF) -> tuple[Row, ...]:
    """The same rows, short neighbours marked to share a line: a copyright page has to go on one page."""
    found = list(rows)
    at = 0
    while at + 1 < len(found):
        if found[at].short(half) and found[at + 1].short(half):
            found[at : at + 2] = (replace(found[at], half=True), replace(found[at + 1], half=True))
            at += 1
        at += 1
    return tuple(found)


def breadth(text: str) -> float:
    """About how wide a text is, in characters."""
    return sum(1.0 if ord(character) > 0x2000 else 0.55 for character in text)


def original_rows(original: OriginalWork | None, labels: Labels) -> tuple[Row, ...]:
    """The work that was translated, for the added title page."""
    if original is None:
        return ()
    stated = (
        ("original_title", (original.title,)),
        ("original_author", original.authors),
        ("original_publisher", (original.publisher,)),
        ("original_year", (original.year,)),
    )
    return tuple(row for key, values in stated for row in _row(labels, key, *values))


def reserved(metadata: Metadata, labels: Labels) -> str:
    """版權所有．翻印必究, unless the book says so itself in other punctuation."""
    words = _han(labels["rights_reserved"])
    said = (metadata.rights, *metadata.notices)
    return "" if any(words in _han(line) for line in said) else labels["rights_reserved"]


def cataloguing(metadata: Metadata, labels: Labels) -> tuple[str, ...]:
    """The lines of the library's cataloguing data as it issued them, under their heading."""
    lines = tuple(line.rstrip() for line in metadata.cataloguing.strip("\n").splitlines())
    if not lines or _han(labels["cip"]) in _han(lines[0]):
        return lines
    return (labels["cip"], *lines)


def _title(metadata: Metadata, labels: Labels, leaf: TitleLeaf) -> Iterator[Row]:
    """The book itself, where the record begins with it: series, title and people, as lines."""
    if metadata.series:
        yield from _row(labels, "series", metadata.series.name, metadata.series.number)
    yield Row(Word.of(labels["book"]), tuple(filter(None, (metadata.title, metadata.subtitle))), key="title")
    for item in metadata.contributors:
        if not item.part:
            nation = labels.fill("nation", nation=item.nation) if item.nation else ""
            names = (nation + item.names[0], *item.names[1:]) if item.names else ()
            yield Row(Word.of(leaf.roles.get(item.role, item.role)), names, key="contributors")


def _staff(metadata: Metadata, labels: Labels) -> Iterator[Row]:
    staff = metadata.staff
    yield from _row(labels, "responsible_editor", *staff.editors)
    yield from _row(labels, "designer", *staff.designers)
    yield from _row(labels, "proofreader", *staff.proofreaders)
    for item in staff.others:
        yield Row(Word.of(item.role), item.names, key="others")


def _publisher(metadata: Metadata, labels: Labels) -> Iterator[Row]:
    publisher = metadata.publisher
    if publisher:
        place = place_of_publisher(metadata)
        yield from _row(labels, "publisher", publisher.name, place)
        yield from _row(labels, "publisher_head", publisher.head)
    yield from _row(labels, "printer", metadata.printer)
    yield from _row(labels, "binder", metadata.binder)
    yield from _row(labels, "distributor", metadata.distributor)
    if publisher:
        yield from _row(labels, "address", publisher.address)
        yield from _row(labels, "postcode", publisher.postcode)
        yield from _row(labels, "telephone", publisher.telephone)
        yield from _row(labels, "url", publisher.url, link=_web(publisher.url))
        yield from _row(labels, "email", publisher.email, link=f"mailto:{publisher.email}")


def _format(metadata: Metadata, labels: Labels, medium: Medium, facts: PageFacts | None) -> Iterator[Row]:
    printing = metadata.printing
    if medium is Medium.PAGE:
        trim, sheet = metadata.trim, metadata.sheet
        size: dict[str, object] = {"width": plain(trim.width), "height": plain(trim.height)}
        yield from _row(labels, "trim", labels.fill("trim_line", **size))
        if sheet:
            size = {"width": plain(sheet.width), "height": plain(sheet.height), "leaves": sheet.leaves}
            yield from _row(labels, "sheet", labels.fill("sheet_line", **size))
        yield from _row(labels, "sheets", _sheets(metadata, facts))
    count = _thousands(facts) if printing.thousand_characters == AUTO else printing.thousand_characters
    if count and not (count == PENDING and medium is Medium.REFLOW):
        yield from _row(labels, "characters", labels.fill("characters_line", n=count))
    yield from _row(labels, "enclosures", metadata.enclosures)


def _history(metadata: Metadata, labels: Labels, medium: Medium) -> Iterator[Row]:
    printing = metadata.printing
    yield from _row(labels, "first_edition", _first(printing, labels))
    yield from _row(labels, "version", _version(printing, labels))
    yield from _row(labels, "edition", *_editions(printing, labels))
    yield from _row(labels, "impression", _impression(printing, labels))
    if medium is Medium.PAGE and printing.copies:
        yield from _row(labels, "copies", labels.fill("copies_line", copies=printing.copies))
    yield from _row(labels, "price", price(metadata, labels))
    yield from _row(labels, "isbn", metadata.isbn)


def price(metadata: Metadata, labels: Labels) -> str:
    """The price in the words of its currency, empty when the book states none."""
    if metadata.price is None:
        return ""
    if metadata.price.words:
        return metadata.price.words
    key = f"price_{metadata.price.currency}"
    key = key if key in labels else "price_other"
    return labels.fill(key, amount=f"{metadata.price.amount:f}", currency=metadata.price.currency)


def dates(metadata: Metadata, labels: Labels) -> tuple[str, ...]:
    """When this book was made, for its last page: the edition and the impression."""
    printing = metadata.printing
    stated = (*_editions(printing, labels)[-1:], _impression(printing, labels))
    return tuple(text for text in stated if text)


def _editions(printing: Printing, labels: Labels) -> tuple[str, ...]:
    """第1版 and this 版; one line when they are the same."""
    stated = {1: printing.first_edition}
    stated[printing.edition] = printing.edition_date or stated.get(printing.edition, "")
    line, calendar = labels["edition_line"], printing.calendar
    return tuple(_dated(line, date, labels, calendar, n=str(n)) for n, date in stated.items() if date)


def _impression(printing: Printing, labels: Labels) -> str:
    date = printing.impression_date
    if not date:
        return ""
    return _dated(labels["impression_line"], date, labels, printing.calendar, n=str(printing.impression))


def _first(printing: Printing, labels: Labels) -> str:
    """初版日期; a first edition may state it as that of this edition or impression."""
    date = printing.first_edition
    if not date and printing.edition == 1:
        date = printing.edition_date or (printing.impression_date if printing.impression == 1 else "")
    return _dated(labels["date_line"], date, labels, printing.calendar) if date else ""


def _version(printing: Printing, labels: Labels) -> str:
    """This edition and this impression in one line: 2027年3月二版三刷; nothing when no date at all is stated."""

    def written(date: str) -> str:
        return _dated(labels["date_line"], date, labels, printing.calendar) if date else ""

    first = printing.edition == 1
    edition_date = printing.edition_date or (printing.first_edition if first else "")
    date = printing.impression_date or (edition_date if printing.impression == 1 else "")
    if not (date or edition_date):
        return ""
    edition = labels["first_words"] if first else labels.fill("edition_words", n=chinese(printing.edition))
    again = printing.impression > 1
    facts = {"edition": edition, "n": chinese(printing.impression), "edition_date": written(edition_date)}
    return labels.fill("version_again_line" if again else "version_line", date=written(date), **facts)


def _row(labels: Labels, key: str, *values: str, link: str = "") -> Iterator[Row]:
    stated = tuple(value for value in values if value)
    if stated:
        yield Row(Word.of(labels[key]), stated, link, key=key)


def _sheets(metadata: Metadata, facts: PageFacts | None) -> str:
    """印张 as stated, or counted."""
    if metadata.printing.sheets != AUTO:
        return metadata.printing.sheets
    if metadata.sheet is None:
        return ""
    if facts is None:
        return PENDING
    return plain(printing_sheets(facts.count, metadata.sheet.leaves))


def _thousands(facts: PageFacts | None) -> str:
    """字数 in thousands, counted."""
    return PENDING if facts is None else str(thousands(characters(facts)))


def _dated(pattern: str, date: str, labels: Labels, calendar: str, n: str = "") -> str:
    """A date such as 2007-06 in a pattern; one without a month drops it from the pattern."""
    year, _, month = date.partition("-")
    month = month.partition("-")[0].lstrip("0")
    if not month:
        head, _, rest = pattern.partition("{month}")
        pattern = head + rest[1:]
    if calendar == "minguo" and int(year) >= MINGUO:
        year = labels.fill("minguo_year", year=int(year) - MINGUO + 1)
    return pattern.format(year=year, month=month, n=n)


def _web(url: str) -> str:
    return url if "://" in url else f"http://{url}"


def _han(text: str) -> str:
    return "".join(filter(_is_han, text))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"
