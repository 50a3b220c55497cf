"""The only place that imports EbookLib: it packs finished files into an EPUB and adds nothing to them.

EbookLib 0.20 re-parses and re-indents what it is given as chapters, so everything here is a raw item. The zip has
fixed dates and attributes, so that the same items give the same bytes on every machine.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ebooklib import epub
from lxml import etree

from fuzi.bind.package_metadata import Entry
from fuzi.bind.vocabulary import OPF, XML_LANG

MIMETYPE = b"application/epub+zip"
FOLDER = "EPUB"
PACKAGE_PATH = f"{FOLDER}/content.opf"
CONTAINER_PATH = "META-INF/container.xml"
IDENTIFIER_ID = "book-id"

_COMPRESSED = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".woff", ".woff2")
_LEVEL = 9


class PackingError(Exception):
    """The packager did not write what it was given: our fault, never the book's."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the package: its manifest id, its path below the package folder, its bytes."""

    id: str
    path: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that goes into one package. ``spine`` are ids of items in reading order; ``guide`` is for EPUB 2 systems:
    type, title and path of each entry."""

    identifier: str
    language: str
    modified: datetime
    metadata: tuple[Entry, ...]
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    ncx: str
    guide: tuple[tuple[str, str, str], ...] = field(default=())


def pack(manifest: Manifest) -> bytes:
    """The EPUB file. Raises PackingError when a member of it is not what the manifest says."""
    _check_manifest(manifest)
    target = BytesIO()
    writer = _Writer(target, _book(manifest), manifest)
    writer.process()
    writer.write()
    data = target.getvalue()
    _check(data, manifest)
    return data


def utc(moment: datetime) -> datetime:
    """``moment`` in UTC; a moment without a zone is taken for UTC, as EPUB writes it."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _book(manifest: Manifest) -> Any:
    book = epub.EpubBook()
    book.metadata.clear()  # drops the generator and the random identifier
    book.FOLDER_NAME = FOLDER
    book.IDENTIFIER_ID = IDENTIFIER_ID
    book.set_identifier(manifest.identifier)
    book.language = manifest.language
    for entry in manifest.metadata:
        namespace, _, name = entry.name.rpartition(":")
        book.add_metadata(namespace.upper() or None, name, entry.text, dict(entry.attributes))
    items = {}
    for item in manifest.items:
        raw = epub.EpubItem(uid=item.id, file_name=item.path, media_type=item.media_type, content=item.data)
        raw.properties = list(item.properties)
        items[item.id] = book.add_item(raw)
    book.spine = [items[name] for name in manifest.spine]
    book.guide = [{"type": type, "title": title, "href": href} for type, title, href in manifest.guide]
    return book


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
    """Writes a dated archive, and the package document with what EbookLib leaves out of it."""

    def __init__(self, target: BytesIO, book: Any, manifest: Manifest) -> None:
        self._manifest = manifest
        super().__init__(target, book, {"mtime": utc(manifest.modified), "raise_exceptions": True})

    def write(self) -> None:
        with _Archive(self.file_name, self._manifest.modified) as self.out:
            self.out.writestr("mimetype", MIMETYPE)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set(XML_LANG, self._manifest.language)
        del root.attrib["prefix"]  # declares what nothing here uses
        spine = root.find("spine")
        if spine is not None:
            spine.set("toc", self._manifest.ncx)
        super()._write_opf_file(root)


class _Archive:
    """A zip whose members all bear one date, as files of a Unix system that everybody may read."""

    def __init__(self, target: BytesIO, modified: datetime) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        moment = utc(modified)
        year = min(max(moment.year, 1980), 2107)  # what a zip can say
        self._date = (year, moment.month, moment.day, moment.hour, moment.minute, moment.second // 2 * 2)

    def __enter__(self) -> _Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def writestr(self, name: str, data: bytes | str) -> None:
        """One member; the mimetype and what is compressed already are stored as they are (OCF §4.2.2)."""
        info = zipfile.ZipInfo(name, self._date)
        stored = name == "mimetype" or name.lower().endswith(_COMPRESSED)
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = (stat.S_IFREG | 0o644) << 16
        self._zip.writestr(info, data, compresslevel=None if stored else _LEVEL)


def _check_manifest(manifest: Manifest) -> None:
    """EbookLib writes duplicate ids and paths without a word."""
    ids = [item.id for item in manifest.items]
    paths = [item.path.casefold() for item in manifest.items]
    for kind, names in (("id", ids), ("path", paths)):
        if len(set(names)) != len(names):
            raise PackingError(f"an item {kind} is not unique: {sorted(names)}")
    unknown = {*manifest.spine, manifest.ncx} - set(ids)
    if unknown:
        raise PackingError(f"not in the manifest: {sorted(unknown)}")
    for item in manifest.items:
        if not item.data:
            raise PackingError(f"empty file: {item.path}")


def _check(data: bytes, manifest: Manifest) -> None:
    """Every member is there once, with the bytes that were given; no metadata were dropped on the way."""
    given: Mapping[str, bytes] = {f"{FOLDER}/{item.path}": item.data for item in manifest.items}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        names = [member.filename for member in members]
        if names != ["mimetype", CONTAINER_PATH, PACKAGE_PATH, *given]:
            raise PackingError(f"unexpected members: {names}")
        first = members[0]
        if first.compress_type != zipfile.ZIP_STORED or first.extra or archive.read(first) != MIMETYPE:
            raise PackingError("the mimetype is not stored plainly at the beginning")
        for name, content in given.items():
            if archive.read(name) != content:
                raise PackingError(f"{name} is not what was given: {len(content)} bytes")
        package = etree.fromstring(archive.read(PACKAGE_PATH))
    _check_package(package, manifest)


def _check_package(package: etree._Element, manifest: Manifest) -> None:
    metadata = package.find(f"{{{OPF}}}metadata")
    written = [] if metadata is None else sorted(element.text or "" for element in metadata)
    modified = utc(manifest.modified).strftime("%Y-%m-%dT%H:%M:%SZ")
    expected: Sequence[str] = sorted([modified, manifest.identifier, *(entry.text for entry in manifest.metadata)])
    if written != expected:
        raise PackingError(f"metadata were lost: {sorted(set(expected) ^ set(written))}")
    if [item.get("href") for item in package.iter(f"{{{OPF}}}item")] != [item.path for item in manifest.items]:
        raise PackingError("the manifest does not list every item")
    if [item.get("idref") for item in package.iter(f"{{{OPF}}}itemref")] != list(manifest.spine):
        raise PackingError("the spine is not in reading order")
