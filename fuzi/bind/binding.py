"""The stage itself: from a galley to the bytes of an EPUB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from fuzi.bind import accessibility, documents, links, navigation, package_metadata, stylesheets
from fuzi.bind.characters import forbidden_characters
from fuzi.bind.codes import DUPLICATE_SECTION, NOTHING_TO_BIND, UNFIT_COVER
from fuzi.bind.documents import Document, Frame
from fuzi.bind.engine import Item, Manifest, pack
from fuzi.bind.layout import CONTENTS_KIND, COVER_KIND, COVER_PATH, NAV_PATH, NCX_PATH, Layout, lay_out
from fuzi.bind.names import item_id
from fuzi.bind.pages import PageMark, Pagination, PrintEdition, mark_pages
from fuzi.bind.vocabulary import COVER_TYPES, CSS_TYPE
from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.galley import Galley, Section, Target
from fuzi.model.metadata import Metadata
from fuzi.model.product import Package
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import BOOK_FILE, Place

_NOTHING = Package(b"", 0)


def bind(
    galley: Galley, edition: Edition, metadata: Metadata, cover: Asset, printed: PrintEdition | None = None
) -> Outcome[Package]:
    """The EPUB 3.3 of one edition; with errors in the report it is empty.

    Sections of kind ``contents`` and ``cover`` become the navigation document and the cover page that bind makes. A
    galley without a ``contents`` section has its contents page before the body. The pages of ``printed`` are
    marked and listed.
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
    roots = {**layout.roots, **_contents_page(layout, metadata, targets, labels)}
    pages, astray = mark_pages(layout.sections, roots, printed) if printed else ((), [])
    report = Report.of(astray)
    if report.failed:
        return Outcome(_NOTHING, report)
    text = tuple(_documents(layout, roots, galley, metadata, pages, labels))
    source = package_metadata.page_source(printed.metadata, labels) if printed and pages else ""
    others = (*_pictures(layout, cover), *styles)
    manifest = _manifest(layout, edition, metadata, labels, text, others, targets, Pagination(pages, source))
    return Outcome(Package(pack(manifest), len(text)), report)


def _contents_page(
    layout: Layout, metadata: Metadata, targets: tuple[Target, ...], labels: Mapping[str, str]
) -> dict[str, etree._Element]:
    """The tree of the contents page, by the id of its section."""
    marks = navigation.landmarks(layout.sections, layout.where, COVER_PATH, NAV_PATH, labels)
    return {
        section.id: navigation.contents_page(
            section.id, _contents_title(section, metadata, labels), targets, marks, NAV_PATH, layout.where
        )
        for section in layout.sections
        if section.kind == CONTENTS_KIND
    }


def _contents_title(section: Section, metadata: Metadata, labels: Mapping[str, str]) -> str:
    return section.title or labels.get("contents") or metadata.title


def _unfit(galley: Galley, metadata: Metadata, cover: Asset) -> Iterator[Diagnostic]:
    """What keeps a package from being made at all."""
    if not galley.sections or not metadata.title.strip():
        yield NOTHING_TO_BIND.at(BOOK_FILE)
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
    layout: Layout,
    roots: Mapping[str, etree._Element],
    galley: Galley,
    metadata: Metadata,
    pages: tuple[PageMark, ...],
    labels: Mapping[str, str],
) -> Iterator[Document]:
    """Every document in reading order."""
    frame = Frame(galley.language, metadata.title, tuple(layout.styles))
    for section in layout.sections:
        if section.kind == COVER_KIND:
            alternative = labels.get("cover_alternative", "{title}").format(title=metadata.title)
            title = labels.get("cover") or metadata.title
            yield documents.cover_document(section.id, title, layout.cover_path, alternative, COVER_PATH, frame)
        elif section.kind == CONTENTS_KIND:
            title, paths = _contents_title(section, metadata, labels), layout.where.paths
            yield navigation.navigation_document(section.id, title, roots[section.id], pages, paths, NAV_PATH, frame)
        else:
            path = layout.where.paths[section.id]
            yield documents.section_document(section, roots[section.id], path, frame)


def _manifest(
    layout: Layout,
    edition: Edition,
    metadata: Metadata,
    labels: Mapping[str, str],
    text: tuple[Document, ...],
    others: tuple[Item, ...],
    targets: tuple[Target, ...],
    pages: Pagination,
) -> Manifest:
    contents = accessibility.Contents()
    for root in layout.roots.values():
        contents |= accessibility.contents_of(root)
    about = accessibility.properties(contents, layout.pictures.values(), labels, pages=bool(pages.marks))
    identifier = package_metadata.identifier(metadata, edition)
    language = edition.variant.tag
    ncx = navigation.ncx_document(metadata.title, identifier, targets, NCX_PATH, layout.where, language, pages.marks)
    marks = navigation.landmarks(layout.sections, layout.where, COVER_PATH, NAV_PATH, labels)
    return Manifest(
        identifier=identifier,
        language=language,
        modified=edition.modified,
        metadata=package_metadata.entries(metadata, edition, about, item_id(layout.cover_path), pages.source),
        items=(*map(_item, (*text, ncx)), *others),
        spine=tuple(item_id(document.path) for document in text),
        ncx=item_id(ncx.path),
        guide=tuple((mark.guide_type, mark.title, mark.href) for mark in marks if mark.guide_type),
    )


def _item(document: Document) -> Item:
    return Item(item_id(document.path), document.path, document.media_type, document.data, document.properties)
