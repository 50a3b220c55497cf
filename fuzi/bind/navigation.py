"""How readers find their way: the navigation document (EPUB 3.3 §7), which is also the contents page, and the NCX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from fuzi.bind.codes import LOST_NAVIGATION
from fuzi.bind.documents import Document, Frame, page
from fuzi.bind.links import Directory
from fuzi.bind.markup import ncx, xhtml
from fuzi.bind.pages import PageMark, href
from fuzi.bind.vocabulary import EPUB_TYPE, NCX, NCX_TYPE, XML_LANG
from fuzi.model.galley import Galley, Matter, Section, Target
from fuzi.model.report import Diagnostic

NCX_DEPTH = 3
"""Part, chapter, section: what old systems show; deeper lines stand in the navigation document only."""

CLASSES = "contents leaf matter-front"
TITLE_CLASS = "leaf-title"
"""The classes of the contents page and its title, which are those of print."""

_GUIDE_TYPES = {"cover": "cover", "titlepage": "title-page", "toc": "toc", "bodymatter": "text"}
_BREAK = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that reading systems offer by its function: epub:type, title and path with fragment."""

    type: str
    title: str
    href: str

    @property
    def guide_type(self) -> str:
        """Its name in the guide of EPUB 2, empty if it has none."""
        return _GUIDE_TYPES.get(self.type, "")


def lines(galley: Galley) -> tuple[Target, ...]:
    """The lines of navigation; a galley without any gets one for each section of its body."""
    return galley.navigation or tuple(
        Target(section.title, section.id, section.id) for section in galley.sections if section.matter is Matter.BODY
    )


def lost(targets: Sequence[Target], where: Directory) -> Iterator[Diagnostic]:
    """Lines that lead to no section, or to an id that its section does not have."""
    for target in targets:
        known = target.section in where.paths and (
            target.section in where.replaced or target.target in where.ids.get(target.section, frozenset())
        )
        if not known or not target.title.strip():
            yield LOST_NAVIGATION.at(None, title=target.title, target=f"{target.section}#{target.target}")
        yield from lost(target.children, where)


def landmarks(
    sections: Sequence[Section], where: Directory, cover: str, contents: str, labels: Mapping[str, str]
) -> tuple[Landmark, ...]:
    """The first section of each landmark type; cover, contents and beginning of the body are always among them."""
    found = {
        "cover": Landmark("cover", labels.get("cover", ""), cover),
        "toc": Landmark("toc", labels.get("contents", ""), contents),
    }
    for section in sections:
        if section.landmark and section.id not in where.replaced:
            href = where.href(section.id, section.id, "")
            title = section.title or labels.get(section.landmark, "")
            found.setdefault(section.landmark, Landmark(section.landmark, title, href))
    first = next((section for section in sections if section.matter is Matter.BODY), None)
    if first is not None:
        title = labels.get("start_of_text", "") or first.title
        found.setdefault("bodymatter", Landmark("bodymatter", title, where.href(first.id, first.id, "")))
    return tuple(Landmark(item.type, item.title.strip() or item.type, item.href) for item in found.values())


def contents_page(
    section: str, title: str, targets: Sequence[Target], marks: Sequence[Landmark], path: str, where: Directory
) -> etree._Element:
    """The root of ``nav.xhtml``: the contents page that readers see, and the landmarks that they do not."""
    toc = {"id": "toc", "role": "doc-toc", EPUB_TYPE: "toc"}
    contents = xhtml(
        "nav", xhtml("h1", title, attributes={"class": TITLE_CLASS}), _list(targets, path, where), attributes=toc
    )
    return xhtml("section", contents, _landmarks(marks), attributes={"id": section, "class": CLASSES})


def navigation_document(
    section: str,
    title: str,
    root: etree._Element,
    pages: Sequence[PageMark],
    paths: Mapping[str, str],
    path: str,
    frame: Frame,
) -> Document:
    """``nav.xhtml`` from its contents page, with the list of the pages of print, which readers do not see either."""
    if pages:
        root.append(_page_list(pages, path, paths))
    body = xhtml("body", root, attributes={EPUB_TYPE: "frontmatter"})
    return Document(section, path, page(body, title, path, frame), ("nav",))


def _list(targets: Sequence[Target], path: str, where: Directory) -> etree._Element:
    items = xhtml("ol")
    for target in targets:
        href = where.href(target.section, target.target, path)
        item = xhtml("li", xhtml("a", one_line(target.title), attributes={"href": href}))
        if target.children:
            item.append(_list(target.children, path, where))
        items.append(item)
    return items


def _landmarks(marks: Sequence[Landmark]) -> etree._Element:
    items = xhtml("ol")
    for mark in marks:
        link = {EPUB_TYPE: mark.type, "href": mark.href}
        items.append(xhtml("li", xhtml("a", one_line(mark.title), attributes=link)))
    return xhtml("nav", items, attributes={"id": "landmarks", "hidden": "hidden", EPUB_TYPE: "landmarks"})


def _page_list(pages: Sequence[PageMark], path: str, paths: Mapping[str, str]) -> etree._Element:
    items = xhtml("ol")
    for mark in pages:
        items.append(xhtml("li", xhtml("a", mark.folio, attributes={"href": href(mark, paths, path)})))
    about = {"id": "page-list", "role": "doc-pagelist", "hidden": "hidden", EPUB_TYPE: "page-list"}
    return xhtml("nav", items, attributes=about)


def ncx_document(
    title: str,
    identifier: str,
    targets: Sequence[Target],
    path: str,
    where: Directory,
    language: str,
    pages: Sequence[PageMark] = (),
) -> Document:
    """``toc.ncx`` for systems that do not know EPUB 3 (OPF 2.0.1 §2.4.1)."""
    orders: dict[str, int] = {}
    points = [_point(target, path, where, orders, 1) for target in targets]
    highest = max((int(mark.folio) for mark in pages if mark.folio.isdecimal()), default=0)
    facts = {
        "uid": identifier,
        "depth": str(_depth(targets)),
        "totalPageCount": str(len(pages)),
        "maxPageNumber": str(highest),
    }
    root = ncx(
        "ncx",
        ncx(
            "head", *(ncx("meta", attributes={"name": f"dtb:{name}", "content": fact}) for name, fact in facts.items())
        ),
        ncx("docTitle", ncx("text", one_line(title))),
        ncx("navMap", *points),
        *([_page_targets(pages, path, where, orders)] if pages else ()),
        attributes={"version": "2005-1", XML_LANG: language},
    )
    for number, point in enumerate(root.iter(f"{{{NCX}}}navPoint"), start=1):
        point.set("id", f"line-{number}")
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return Document("", path, data, media_type=NCX_TYPE)


def _page_targets(pages: Sequence[PageMark], path: str, where: Directory, orders: dict[str, int]) -> etree._Element:
    """``pageList``: roman folios are those of the front matter, the others have their value."""
    found = ncx("pageList", attributes={"id": "page-list", "class": "page-list"})
    for mark in pages:
        address = href(mark, where.paths, path)
        order = orders.setdefault(address, len(orders) + 1)
        normal = mark.folio.isdecimal()
        about = {"id": f"target-{mark.id}", "type": "normal" if normal else "front", "playOrder": str(order)}
        about |= {"value": mark.folio} if normal else {}
        label = ncx("navLabel", ncx("text", mark.folio))
        found.append(ncx("pageTarget", label, ncx("content", attributes={"src": address}), attributes=about))
    return found


def _point(target: Target, path: str, where: Directory, orders: dict[str, int], level: int) -> etree._Element:
    """One line; lines with the same target share their place in the play order."""
    href = where.href(target.section, target.target, path)
    order = orders.setdefault(href, len(orders) + 1)
    label = ncx("navLabel", ncx("text", one_line(target.title)))
    point = ncx("navPoint", label, ncx("content", attributes={"src": href}), attributes={"playOrder": str(order)})
    if level < NCX_DEPTH:
        for child in target.children:
            point.append(_point(child, path, where, orders, level + 1))
    return point


def _depth(targets: Sequence[Target]) -> int:
    return min(NCX_DEPTH, 1 + max((_depth(target.children) for target in targets), default=-1))


def one_line(title: str) -> str:
    """A title for a list: line breaks become spaces, full-width spaces stay."""
    return _BREAK.sub(" ", title).strip(" ")
