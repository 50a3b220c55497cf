"""The stage itself: from a galley to the bytes of an EPUB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fuzi.bind import accessibility, documents, links, navigation, package_metadata, stylesheets
from fuzi.bind.characters import forbidden_characters
from fuzi.bind.codes import DUPLICATE_SECTION, NOTHING_TO_BIND, UNFIT_COVER
from fuzi.bind.documents import Document, Frame
from fuzi.bind.engine import Item, Manifest, pack
from fuzi.bind.layout import CONTENTS_KIND, COVER_KIND, COVER_PATH, NAV_PATH, NCX_PATH, Layout, lay_out
from fuzi.bind.names import item_id
from fuzi.bind.vocabulary import COVER_TYPES, CSS_TYPE
from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.galley import Galley, Target
from fuzi.model.metadata import Metadata
from fuzi.model.product import Package
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import Place

_NOTHING = Package(b"", 0)


def bind(galley: Galley, edition: Edition, metadata: Metadata, cover: Asset) -> Outcome[Package]:
    """The EPUB 3.3 of one edition; with errors in the report it is empty.

    Sections of kind ``contents`` and ``cover`` become the navigation document and the cover page that bind makes. A
    galley without a ``contents`` section has its contents page before the body.
    """
    unfit = (*forbidden_characters(galley, metadata), *_unfit(galley, metadata, cover))
    if unfit:
        return Outcome(_NOTHING, Report(unfit))
    layout, problems = lay_out(galley, cover)
    if layout.unreadable:  # every link into such a section would be reported as lost
        return Outcome(_NOTHING, Report.of(problems))
    for section in galley.sections:
        if section.id in layout.roots:
            problems += links.settle(section, layout.roots[section.id], layout.where)
    styles, style_problems = _styles(layout)
    targets = navigation.lines(galley)
    problems += [*style_problems, *navigation.lost(targets, layout.where)]
    if problems:
        return Outcome(_NOTHING, Report.of(problems))
    labels = {**edition.variant.labels, **galley.labels}
    text = tuple(_documents(layout, galley, metadata, targets, labels))
    manifest = _manifest(layout, edition, metadata, labels, text, (*_pictures(layout, cover), *styles), targets)
    return Outcome(Package(pack(manifest), len(text)))


def _unfit(galley: Galley, metadata: Metadata, cover: Asset) -> Iterator[Diagnostic]:
    """What keeps a package from being made at all."""
    if not galley.sections or not metadata.title.strip():
        yield NOTHING_TO_BIND.at(Place("book.yaml"))
    if cover.media_type not in COVER_TYPES or not cover.data:
        yield UNFIT_COVER.at(Place(cover.path), path=cover.path, media_type=cover.media_type)
    seen: set[str] = set()
    for section in galley.sections:
        if section.id in seen:
            yield DUPLICATE_SECTION.at(Place(section.source) if section.source else None, id=section.id)
        seen.add(section.id)


def _styles(layout: Layout) -> tuple[list[Item], list[Diagnostic]]:
    items: list[Item] = []
    problems: list[Diagnostic] = []
    for path, css in layout.styles.items():
        settled, found = stylesheets.settle(css, path, layout.where.assets)
        problems += found
        items.append(Item(item_id(path), path, CSS_TYPE, (settled or "/**/").encode()))
    return items, problems


def _pictures(layout: Layout, cover: Asset) -> Iterator[Item]:
    yield Item(item_id(layout.cover_path), layout.cover_path, cover.media_type, cover.data, ("cover-image",))
    for path, asset in layout.pictures.items():
        yield Item(item_id(path), path, asset.media_type, asset.data)


def _documents(
    layout: Layout, galley: Galley, metadata: Metadata, targets: tuple[Target, ...], labels: Mapping[str, str]
) -> Iterator[Document]:
    """Every document in reading order."""
    frame = Frame(galley.language, metadata.title, tuple(layout.styles))
    for section in layout.sections:
        if section.kind == COVER_KIND:
            alternative = labels.get("cover_alternative", "{title}").format(title=metadata.title)
            title = labels.get("cover") or metadata.title
            yield documents.cover_document(section.id, title, layout.cover_path, alternative, COVER_PATH, frame)
        elif section.kind == CONTENTS_KIND:
            title = section.title or labels.get("contents") or metadata.title
            marks = navigation.landmarks(layout.sections, layout.where, COVER_PATH, NAV_PATH, labels)
            yield navigation.navigation_document(section.id, title, targets, marks, NAV_PATH, layout.where, frame)
        else:
            path = layout.where.paths[section.id]
            yield documents.section_document(section, layout.roots[section.id], path, frame)


def _manifest(
    layout: Layout,
    edition: Edition,
    metadata: Metadata,
    labels: Mapping[str, str],
    text: tuple[Document, ...],
    others: tuple[Item, ...],
    targets: tuple[Target, ...],
) -> Manifest:
    contents = accessibility.Contents()
    for root in layout.roots.values():
        contents |= accessibility.contents_of(root)
    about = accessibility.properties(contents, layout.pictures.values(), labels)
    identifier = package_metadata.identifier(metadata, edition)
    language = edition.variant.tag
    ncx = navigation.ncx_document(metadata.title, identifier, targets, NCX_PATH, layout.where, language)
    marks = navigation.landmarks(layout.sections, layout.where, COVER_PATH, NAV_PATH, labels)
    return Manifest(
        identifier=identifier,
        language=language,
        modified=edition.modified,
        metadata=package_metadata.entries(metadata, edition, about, item_id(layout.cover_path)),
        items=(*map(_item, (*text, ncx)), *others),
        spine=tuple(item_id(document.path) for document in text),
        ncx=item_id(ncx.path),
        guide=tuple((mark.guide_type, mark.title, mark.href) for mark in marks if mark.guide_type),
    )


def _item(document: Document) -> Item:
    return Item(item_id(document.path), document.path, document.media_type, document.data, document.properties)
