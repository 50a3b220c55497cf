"""The load stage: a book folder becomes a ``Book``, with every fault of its files reported together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fuzi.dialect import read_chapter
from fuzi.load import codes
from fuzi.load.chapters import ChapterReader, Divisions
from fuzi.load.decoding import Encoding, decode, encoding_named
from fuzi.load.editions import editions_of, variant_places
from fuzi.load.figures import read_assets
from fuzi.load.folder import BookFolder
from fuzi.load.fonts import read_fonts
from fuzi.load.marked_yaml import Marked, parse
from fuzi.load.products import check_products
from fuzi.load.readings import read_readings
from fuzi.load.references import Named, check_references, pictures
from fuzi.load.schema import BOOK_KEYS, METADATA_KEYS, STRUCTURE_KEYS, read_metadata, unknown_key
from fuzi.load.semantics import check
from fuzi.load.sequence import sequence_of
from fuzi.load.settings import settings_of
from fuzi.load.terms import read_terms
from fuzi.model.book import Book, EditionMetadata, Settings
from fuzi.model.metadata import Metadata
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import Place

BOOK_YAML = "book.yaml"


@dataclass(frozen=True, slots=True)
class _Record:
    """What book.yaml says."""

    settings: Settings
    metadata: Metadata
    editions: tuple[EditionMetadata, ...]


def load(folder: Path, *, encoding: str | None = None) -> Outcome[Book | None]:
    """The book in this folder, or None when its book.yaml cannot be read at all.

    ``encoding`` declares the encoding of text files that are not UTF-8 and goes before ``encoding:`` in book.yaml. The
    report holds the faults of all files; the value leaves out what could not be used. Nothing outside of the folder is
    read. Raises ``DiskFault`` for a file that is there but cannot be read.
    """
    if not folder.is_dir():
        return _nothing([codes.NO_FOLDER.at(None, name=folder.name or str(folder))])
    book_folder = BookFolder(folder)
    declared, found = _declared(encoding, None)
    marked, faults = _book_yaml(book_folder, declared)
    found += faults
    if marked is None:
        return _nothing(found)
    if encoding is None:
        declared, faults = _declared_in(marked)
        found += faults
    record, faults = _record(marked, book_folder)
    found += faults
    divisions, faults = _text(marked, book_folder, declared)
    found += faults
    matter = (*divisions.front, *divisions.body, *divisions.back)
    sources = list(pictures(matter))
    if record.settings.cover:
        sources.insert(0, Named(record.settings.cover, marked.place(("cover",))))
    assets, faults = read_assets(book_folder, sources)
    found += [*faults, *check_references(matter, whole=divisions.whole)]
    font_files, faults = read_fonts(book_folder, marked, record.settings.fonts)
    found += faults
    terms, faults = read_terms(book_folder, record.settings, declared)
    found += faults
    readings, faults = read_readings(book_folder, declared)
    found += faults
    book = Book(
        record.settings,
        record.metadata,
        record.editions,
        divisions.front,
        divisions.body,
        divisions.back,
        assets,
        terms,
        Place(BOOK_YAML, 1, 1),
        tuple(variant_places(marked)),
        font_files,
        readings,
        marked.values.get(("theme",)),
    )
    return Outcome(book, Report.of(dict.fromkeys(found)))


def _nothing(found: list[Diagnostic]) -> Outcome[Book | None]:
    return Outcome(None, Report.of(dict.fromkeys(found)))


def _declared(name: str | None, place: Place | None) -> tuple[Encoding | None, list[Diagnostic]]:
    if not name:
        return None, []
    encoding, found = encoding_named(name, place)
    return encoding, list(found)


def _declared_in(marked: Marked) -> tuple[Encoding | None, list[Diagnostic]]:
    name = marked.tree.get("encoding", "") if isinstance(marked.tree, dict) else ""
    return _declared(name if isinstance(name, str) else ", ".join(map(str, name)), marked.place(("encoding",)))


def _book_yaml(folder: BookFolder, declared: Encoding | None) -> tuple[Marked | None, list[Diagnostic]]:
    """The tree of book.yaml, if it is a mapping."""
    place = Place(BOOK_YAML)
    file = folder.read(BOOK_YAML, place, example=BOOK_YAML)
    if file.problem is not None:
        return None, [file.problem]
    if file.data is None:
        return None, [codes.NO_BOOK_YAML.at(None, name=folder.name)]
    text, diagnostics = decode(file.data, BOOK_YAML, declared, remark=False)
    if text is None:
        return None, list(diagnostics)
    marked, faults = parse(text, BOOK_YAML)
    found = [*diagnostics, *faults]
    if marked is not None and not isinstance(marked.tree, dict):
        return None, [*found, codes.NOT_MAPPING.at(marked.place(()))]
    return marked, found


def _record(marked: Marked, folder: BookFolder) -> tuple[_Record, list[Diagnostic]]:
    """Settings, metadata and editions; a book without a usable title goes by its slug until it is mended."""
    tree = marked.tree if isinstance(marked.tree, dict) else {}
    found = [unknown_key(marked, (key,), BOOK_KEYS) for key in tree if key not in BOOK_KEYS]
    settings, faults = settings_of(marked, folder.name)
    found += faults
    base = marked.only(frozenset(METADATA_KEYS))
    metadata, faults = read_metadata(base, further=STRUCTURE_KEYS)
    found += faults
    if metadata is None:
        metadata = Metadata(title=settings.slug)
    else:
        found += check(metadata, base)
    editions, faults = editions_of(marked, settings)
    found += [*faults, *check_products(marked, settings, metadata, editions)]
    return _Record(settings, metadata, editions), found


def _text(marked: Marked, folder: BookFolder, declared: Encoding | None) -> tuple[Divisions, list[Diagnostic]]:
    """The chapters, front to back."""
    sequence, found = sequence_of(marked, folder)
    refused = Report.of(found).failed
    reader = ChapterReader(folder, declared, read_chapter)
    divisions = reader.read(sequence)
    if refused:
        divisions = replace(divisions, whole=False)
    found += reader.found
    if not (divisions.front or divisions.body or divisions.back):
        found.append(codes.NO_TEXT.at(marked.key_place(("text",))))
    return divisions, found
