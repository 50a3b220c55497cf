"""The packager writes what it was given, or nothing."""

from __future__ import annotations

import stat
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from lxml import etree

from fuzi.bind.engine import Item, Manifest, PackingError, pack, utc
from fuzi.bind.package_metadata import Entry

MANIFEST = Manifest(
    identifier="urn:uuid:1",
    language="zh-Hans",
    modified=datetime(2026, 11, 22, 8, 30, 1, tzinfo=UTC),
    metadata=(Entry("dc:title", "书名\n第二行"), Entry("dc:language", "zh-Hans"), Entry("meta", "", {"name": "a"})),
    items=(
        Item("nav", "nav.xhtml", "application/xhtml+xml", b"<?xml version='1.0'?>\n<html/>", ("nav",)),
        Item("ncx", "toc.ncx", "application/x-dtbncx+xml", b"<ncx/>"),
        Item("picture", "a.png", "image/png", b"\x89PNG"),
    ),
    spine=("nav",),
    ncx="ncx",
)


def test_members_are_dated_and_in_order() -> None:
    with zipfile.ZipFile(BytesIO(pack(MANIFEST))) as archive:
        members = archive.infolist()
    assert [member.filename for member in members] == [
        *("mimetype", "META-INF/container.xml", "EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/a.png")
    ]
    assert {member.date_time for member in members} == {(2026, 11, 22, 8, 30, 0)}
    assert {member.create_system for member in members} == {3}
    assert {member.external_attr >> 16 for member in members} == {stat.S_IFREG | 0o644}
    assert members[0].compress_type == zipfile.ZIP_STORED
    assert not members[0].extra


def test_the_first_bytes_are_the_mimetype() -> None:
    assert pack(MANIFEST)[30:58] == b"mimetypeapplication/epub+zip"


def test_package_has_language_identifier_and_date() -> None:
    with zipfile.ZipFile(BytesIO(pack(MANIFEST))) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    identifiers = [e.text for e in package.iter("{*}identifier")]
    assert identifiers == ["urn:uuid:1"]
    modified = [e.text for e in package.iter("{*}meta") if e.get("property") == "dcterms:modified"]
    assert modified == ["2026-11-22T08:30:01Z"]
    assert not [e for e in package.iter("{*}meta") if e.get("name") == "generator"]


def test_modified_in_another_zone_is_the_same_moment() -> None:
    shanghai = MANIFEST.modified.astimezone(timezone(timedelta(hours=8)))
    assert pack(replace(MANIFEST, modified=shanghai)) == pack(MANIFEST)
    assert utc(datetime(2026, 1, 1)) == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("year", [1970, 1979, 2200])
def test_moments_that_a_zip_cannot_say(year: int) -> None:
    assert pack(replace(MANIFEST, modified=datetime(year, 5, 6, tzinfo=UTC)))


@pytest.mark.parametrize(
    "broken",
    [
        replace(MANIFEST, items=(*MANIFEST.items, Item("nav", "b.png", "image/png", b"x"))),
        replace(MANIFEST, items=(*MANIFEST.items, Item("other", "A.png", "image/png", b"x"))),
        replace(MANIFEST, items=(*MANIFEST.items, Item("empty", "e.xhtml", "application/xhtml+xml", b""))),
        replace(MANIFEST, spine=("nowhere",)),
        replace(MANIFEST, metadata=(*MANIFEST.metadata, Entry("dc:title", "控制\x01字符"))),
    ],
)
def test_what_ebooklib_takes_in_silence_is_refused(broken: Manifest) -> None:
    with pytest.raises(PackingError):
        pack(broken)
