"""The metadata of the package document (EPUB 3.3 §5.5, appendix D), from what the book says of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from fuzi.bind.roles import Role, role_of
from fuzi.bind.series_number import group_position
from fuzi.bind.vocabulary import XML_LANG
from fuzi.model.edition import Edition
from fuzi.model.metadata import Contributor, Metadata, Printing, Series

PINYIN = "zh-Latn-pinyin"
"""BCP 47 tag of Chinese in Hanyu Pinyin."""

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:fuzi:book")
_W3C_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of the metadata: ``dc:…`` or ``meta``, its text and its attributes."""

    name: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


def identifier(metadata: Metadata, edition: Edition) -> str:
    """The unique identifier: a ``urn:uuid:`` that the same book and edition always gets.

    It is not the ISBN: editions that share one (or a new ISBN of the same text) would be mixed up by reading systems,
    which keep bookmarks under this name. The ISBN stands beside it.
    """
    publisher = metadata.publisher.name if metadata.publisher else ""
    names = (metadata.title, metadata.subtitle, publisher, edition.variant.tag, edition.product)
    return f"urn:uuid:{uuid5(_NAMESPACE, chr(0x1F).join(names))}"


def isbn_urn(metadata: Metadata) -> str:
    """``urn:isbn:`` with the digits of the ISBN; empty when there is none that has the form of one."""
    isbn = re.sub(r"[\s\-‐-―]", "", unicodedata.normalize("NFKC", metadata.isbn)).upper()
    return f"urn:isbn:{isbn}" if re.fullmatch(r"\d{13}|\d{9}[\dX]", isbn) else ""


def page_source(printed: Metadata, labels: Mapping[str, str]) -> str:
    """What the print edition is known by whose pages are marked: its ISBN, or its title and edition in words."""
    words = labels.get("page_source", "{title}")
    return isbn_urn(printed) or words.format(title=printed.title, edition=printed.printing.edition)


def entries(
    metadata: Metadata,
    edition: Edition,
    accessibility: Iterable[tuple[str, str]],
    cover_id: str,
    pages: str = "",
) -> tuple[Entry, ...]:
    """All of the metadata but the identifier and the date of modification, which the packager writes.

    ``pages`` is the source of the page list (EPUB Accessibility 1.1, ``pageBreakSource``), empty without one; it is
    said once more in the form that older systems read (``dc:source`` with ``source-of``).
    """
    isbn = isbn_urn(metadata)
    found = [
        *([Entry("dc:identifier", isbn, {"id": "isbn"})] if isbn else []),
        *_titles(metadata),
        Entry("dc:language", edition.variant.tag),
        *_people(metadata.contributors),
        *_publication(metadata),
        *(_series(metadata.series) if metadata.series and metadata.series.name else ()),
        *(_property(name, value) for name, value in accessibility),
        *(_pagination(pages) if pages else ()),
        Entry("meta", "", {"name": "cover", "content": cover_id}),
    ]
    return tuple(found)


def _pagination(source: str) -> list[Entry]:
    return [
        _property("pageBreakSource", source),
        Entry("dc:source", source, {"id": "pages"}),
        _property("source-of", "pagination", "pages"),
    ]


def _property(name: str, value: str, refines: str = "", **attributes: str) -> Entry:
    """A ``meta`` with a property, about the book or about the element with the id ``refines``."""
    about = {"refines": f"#{refines}"} if refines else {}
    return Entry("meta", value, {**about, "property": name, **attributes})


def _alternate(text: str, refines: str, language: str) -> Entry:
    return Entry("meta", text, {"refines": f"#{refines}", "property": "alternate-script", XML_LANG: language})


def _titles(metadata: Metadata) -> list[Entry]:
    found = [
        Entry("dc:title", metadata.title, {"id": "title"}),
        _property("title-type", "main", "title"),
        _property("display-seq", "1", "title"),
    ]
    if metadata.pinyin_title:
        found.append(_alternate(metadata.pinyin_title, "title", PINYIN))
    if metadata.parallel_title:
        found.append(_alternate(metadata.parallel_title, "title", _undetermined(metadata.parallel_title)))
    if metadata.subtitle:
        found += [
            Entry("dc:title", metadata.subtitle, {"id": "subtitle"}),
            _property("title-type", "subtitle", "subtitle"),
            _property("display-seq", "2", "subtitle"),
        ]
    return found


def _undetermined(text: str) -> str:
    """The tag of a text whose language nobody stated: the script is known if all its letters are Latin."""
    letters = [character for character in text if character.isalpha()]
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return "und-Latn" if latin else "und"


@dataclass(slots=True)
class _Person:
    """A name with all its roles, in the order of the title page; ``original`` is the name in its own script."""

    roles: dict[str, Role] = field(default_factory=dict)
    original: str = ""

    @property
    def principal(self) -> bool:
        return any(role.principal for role in self.roles.values())


def _people(contributors: Sequence[Contributor]) -> list[Entry]:
    """Creators and contributors, each name once with all its roles; the first named is a creator if nobody else is."""
    people: dict[str, _Person] = {}
    for contributor in contributors:
        originals = contributor.original_names
        paired = originals if len(originals) == len(contributor.names) else ()
        for position, name in enumerate(contributor.names):
            if name:
                person = people.setdefault(name, _Person())
                person.roles.setdefault(contributor.role, role_of(contributor.role))
                person.original = person.original or (paired[position] if paired else "")
    creators = [name for name, person in people.items() if person.principal] or list(people)[:1]
    others = [name for name in people if name not in creators]
    found: list[Entry] = []
    for element, names in (("creator", creators), ("contributor", others)):
        for number, name in enumerate(names, start=1):
            found += _person(element, f"{element}-{number}", name, people[name], number)
    return found


def _person(element: str, id: str, name: str, person: _Person, sequence: int) -> list[Entry]:
    """A role that the table does not know is ``ctb``, and its word is kept as a role without a scheme."""
    found = [Entry(f"dc:{element}", name, {"id": id})]
    codes = dict.fromkeys(role.relator for role in person.roles.values())
    found += [_property("role", code, id, scheme="marc:relators") for code in codes]
    found += [_property("role", word, id) for word, role in person.roles.items() if not role.known and word]
    found.append(_property("display-seq", str(sequence), id))
    if person.original:
        found.append(_alternate(person.original, id, _undetermined(person.original)))
    return found


def _publication(metadata: Metadata) -> list[Entry]:
    pairs = [
        ("dc:publisher", metadata.publisher.name if metadata.publisher else ""),
        ("dc:date", _date(metadata.printing)),
        ("dc:rights", metadata.rights),
        ("dc:description", metadata.summary),
        *(("dc:subject", subject) for subject in metadata.subjects),
    ]
    return [Entry(name, text.strip()) for name, text in pairs if text.strip()]


def _date(printing: Printing) -> str:
    """When this edition (版) appeared; a reprint is no new publication of an e-book."""
    stated = (printing.edition_date, printing.first_edition, printing.impression_date)
    return next((text for text in stated if _W3C_DATE.fullmatch(text)), "")


def _series(series: Series) -> list[Entry]:
    """The series for EPUB 3, and once more in the form that older systems read."""
    position = group_position(series.number) if series.number else ""
    found = [
        Entry("meta", series.name, {"property": "belongs-to-collection", "id": "series"}),
        _property("collection-type", "series", "series"),
    ]
    if position:
        found.append(_property("group-position", position, "series"))
    found.append(Entry("meta", "", {"name": "calibre:series", "content": series.name}))
    if position and position.count(".") < 2:
        found.append(Entry("meta", "", {"name": "calibre:series_index", "content": position}))
    return found
