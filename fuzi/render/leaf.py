"""What stands on the title leaf and the copyright page, put in the words and the order of the trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fuzi.model.edition import Medium
from fuzi.model.metadata import AUTO, Contributor, Metadata, OriginalWork, Printing
from fuzi.model.product import PageFacts
from fuzi.render.labels import Labels

PENDING = "—"
"""Stands for a fact that only the pressed pages know, in a first pass: it keeps the line's place."""


HALF = 8.5
"""Characters of a value that leave room for another row beside it."""


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
    """One line of the record: a term and its values; two neighbours that are ``half`` share a line."""

    term: Word
    values: tuple[str, ...]
    link: str = ""
    half: bool = False

    @property
    def short(self) -> bool:
        """True when the value takes no more than half a line of the record."""
        return breadth("\u3000".join(self.values)) <= HALF


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together (GB/T 12450-2001: responsibility, publication, physical description, history)."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CipLine:
    """One line of the CIP text, cut around each ``.—`` (never broken); ``turnover``: it goes on from the last."""

    pieces: tuple[str, ...]
    turnover: bool


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


def cip_parts(text: str) -> tuple[tuple[CipLine, ...], ...]:
    """The parts of the CIP text, between its blank lines, word for word (GB/T 12451-2023, 8.3)."""
    parts: list[list[CipLine]] = [[]]
    for line in text.splitlines():
        if line.strip():
            parts[-1].append(CipLine(_cut(line.strip()), bool(parts[-1]) and line[:1].isspace()))
        elif parts[-1]:
            parts.append([])
    return tuple(tuple(part) for part in parts if part)


def record(metadata: Metadata, labels: Labels, medium: Medium, facts: PageFacts | None) -> tuple[Group, ...]:
    """版本记录 in the order of GB/T 12450-2001; what is not stated leaves no line.

    An e-book has no leaves and no copies: it shows neither size nor sheets.
    """
    groups = (
        Group("staff", tuple(_staff(metadata, labels))),
        Group("publisher", paired(_publisher(metadata, labels))),
        Group("format", paired(_format(metadata, labels, medium, facts))),
        Group("history", paired(_history(metadata, labels, medium))),
    )
    return tuple(group for group in groups if group.rows)


def paired(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The same rows, short neighbours marked to share a line: a copyright page has to go on one page."""
    found = list(rows)
    at = 0
    while at + 1 < len(found):
        if found[at].short and found[at + 1].short:
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


def _staff(metadata: Metadata, labels: Labels) -> Iterator[Row]:
    staff = metadata.staff
    yield from _row(labels, "responsible_editor", *staff.editors)
    yield from _row(labels, "designer", *staff.designers)
    yield from _row(labels, "proofreader", *staff.proofreaders)
    for item in staff.others:
        yield Row(Word.of(item.role), item.names)


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
        size: dict[str, object] = {"width": _number(trim.width), "height": _number(trim.height)}
        yield from _row(labels, "trim", labels.fill("trim_line", **size))
        if sheet:
            size = {"width": _number(sheet.width), "height": _number(sheet.height), "leaves": sheet.leaves}
            yield from _row(labels, "sheet", labels.fill("sheet_line", **size))
        yield from _row(labels, "sheets", _sheets(metadata, facts))
    count = _thousands(printing, facts) if printing.thousand_characters == AUTO else printing.thousand_characters
    if count and not (count == PENDING and medium is Medium.REFLOW):
        yield from _row(labels, "characters", labels.fill("characters_line", n=count))
    yield from _row(labels, "enclosures", metadata.enclosures)


def _history(metadata: Metadata, labels: Labels, medium: Medium) -> Iterator[Row]:
    printing = metadata.printing
    yield from _row(labels, "edition", *_editions(printing, labels))
    yield from _row(labels, "impression", _impression(printing, labels))
    if medium is Medium.PAGE and printing.copies:
        yield from _row(labels, "copies", labels.fill("copies_line", copies=printing.copies))
    yield from _row(labels, "price", price(metadata, labels))


def price(metadata: Metadata, labels: Labels) -> str:
    """The price in the words of its currency, empty when the book states none."""
    if metadata.price is None:
        return ""
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
    return tuple(_dated(labels["edition_line"], date, n) for n, date in stated.items() if date)


def _impression(printing: Printing, labels: Labels) -> str:
    date = printing.impression_date
    return _dated(labels["impression_line"], date, printing.impression) if date else ""


def _row(labels: Labels, key: str, *values: str, link: str = "") -> Iterator[Row]:
    stated = tuple(value for value in values if value)
    if stated:
        yield Row(Word.of(labels[key]), stated, link)


def _sheets(metadata: Metadata, facts: PageFacts | None) -> str:
    """印张: 面数 divided by 开数, to five places at most: a page of 32开 is 0.03125."""
    if metadata.printing.sheets != AUTO:
        return metadata.printing.sheets
    if metadata.sheet is None:
        return ""
    if facts is None:
        return PENDING
    return _number((Decimal(facts.count) / metadata.sheet.leaves).quantize(Decimal("0.00001")))


def _thousands(printing: Printing, facts: PageFacts | None) -> str:
    """字数 in thousands: characters per line × lines per page × pages, blank places counted, as the trade does."""
    if facts is None:
        return PENDING
    across, down = facts.grid
    full = across * down or max((page.characters for page in facts.pages), default=0)
    return str(max(1, round(full * facts.count / 1000)))


def _dated(pattern: str, date: str, n: int) -> str:
    """A date such as 2007-06 in a pattern; one without a month drops it from the pattern."""
    year, _, month = date.partition("-")
    month = month.partition("-")[0].lstrip("0")
    if not month:
        head, _, rest = pattern.partition("{month}")
        pattern = head + rest[1:]
    return pattern.format(year=year, month=month, n=n)


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _web(url: str) -> str:
    return url if "://" in url else f"http://{url}"


def _cut(line: str) -> tuple[str, ...]:
    """The line with every ``.—`` as a piece of its own, at odd places."""
    first, *others = line.split(".—")
    pieces = [first]
    for other in others:
        pieces += [".—", other]
    return tuple(pieces)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"
