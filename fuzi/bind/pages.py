"""The page list: where the pages of the print edition begin in the e-book, and the marks that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import NamedTuple

from lxml import etree

from fuzi.bind.codes import PAGE_ASTRAY, PAGE_LOST
from fuzi.bind.documents import parse
from fuzi.bind.layout import CONTENTS_KIND
from fuzi.bind.markup import xhtml
from fuzi.bind.running_text import PICTURE, Spot, Text, aligned, read
from fuzi.bind.vocabulary import EPUB_TYPE, XHTML
from fuzi.model.galley import Galley, Section
from fuzi.model.metadata import Metadata
from fuzi.model.product import PageFact, PageFacts
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

PREFIX = "page-"
"""What the id of a mark begins with; the folio follows."""

COMPARED = 12
"""Characters at the head of a page that must be the same in print and in the e-book."""

RUBY, READING = f"{{{XHTML}}}ruby", f"{{{XHTML}}}rt"

_LEFT = frozenset(f"{{{XHTML}}}{name}" for name in ("a", "ruby", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Elements in which no mark may stand: a link and a heading would be called by it too, a base parted from its rt."""

_HEADED = frozenset(f"{{{XHTML}}}{name}" for name in ("figure", "table", "nav"))
"""Elements before which the mark of a page stands that begins with them."""


@dataclass(frozen=True, slots=True)
class PrintEdition:
    """The print edition of the same text, whose folios the e-book bears: its galley, its pages, what it says of
    itself."""

    galley: Galley
    facts: PageFacts
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class PageMark:
    """One mark: its id, the folio that it stands for, the section of the e-book that it stands in."""

    id: str
    folio: str
    section: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """All marks of a book in reading order, and what the edition is known by that they are the pages of."""

    marks: tuple[PageMark, ...] = ()
    source: str = ""


class _Wanted(NamedTuple):
    """A page, the section of the e-book that its mark belongs in, and before which character there; ``at`` is None
    where it belongs behind everything; ``says`` is what the page begins with, empty where that cannot be told."""

    page: PageFact
    section: str
    at: int | None
    says: str = ""


def mark_pages(
    sections: Sequence[Section], roots: Mapping[str, etree._Element], printed: PrintEdition
) -> tuple[tuple[PageMark, ...], list[Diagnostic]]:
    """Put a mark where each page of the print edition begins, and read them back; the marks are in reading order.

    ``sections`` are those of the e-book in reading order, ``roots`` their trees (the contents page too). A blank page,
    which counts as the others do, is marked behind the page before it; a page that exists in print only (the half
    title) at the beginning of what follows it; a page that holds the rest of a note only where the running text is
    interrupted by it. Empty pages that make up the last signature are no pages of the text and get no mark.
    """
    texts = {section.id: read(roots[section.id]) for section in sections if section.id in roots}
    wanted = list(_wanted(sections, texts, printed))
    prefix = _free_prefix(roots.values(), (page.folio for page in printed.facts.pages))
    found: list[PageMark] = []
    for section in (section.id for section in sections if section.id in texts):
        here = [item for item in wanted if item.section == section]
        for item in reversed(here):  # so that the spots before it stay where they are
            _put(_mark(prefix + item.page.folio, item.page.folio), item, texts[section], roots[section])
        found += [PageMark(prefix + item.page.folio, item.page.folio, section) for item in here]
    return tuple(found), list(_faults(found, wanted, roots, prefix, printed))


def href(mark: PageMark, paths: Mapping[str, str], base: str) -> str:
    """The address of a mark as seen from the document at ``base``."""
    path = paths[mark.section]
    return f"{'' if path == base else relpath(path, dirname(base) or '.')}#{mark.id}"


def _wanted(sections: Sequence[Section], texts: Mapping[str, Text], printed: PrintEdition) -> Iterator[_Wanted]:
    order = [section.id for section in sections if section.id in texts]
    contents = next((section.id for section in sections if section.kind == CONTENTS_KIND), "")
    own = {section.id: contents if section.kind == CONTENTS_KIND else section.id for section in printed.galley.sections}
    pages = printed.facts.pages[: printed.facts.set_count]
    reached: dict[str, int] = {}
    openings: dict[str, list[tuple[PageFact, int | None, str]]] = {
        section.id: list(_openings(section, own[section.id], pages, texts)) for section in printed.galley.sections
    }
    for number, page in enumerate(pages):
        section = own.get(page.section, page.section)
        if section not in texts:
            later = [name for item in pages[number:] if (name := own.get(item.section, "")) in texts]
            if later:
                yield _Wanted(page, min(later, key=order.index), 0)
            elif order:
                yield _Wanted(page, order[-1], None)
            continue
        _, at, says = next(item for item in openings[page.section] if item[0] is page)
        if at is not None:
            at = reached[section] = max(at, reached.get(section, 0))
        yield _Wanted(page, section, at, says)


def _openings(
    section: Section, own: str, pages: Sequence[PageFact], texts: Mapping[str, Text]
) -> Iterator[tuple[PageFact, int | None, str]]:
    """For each page of a printed section the character of the e-book that it begins with, and how it goes on."""
    here = [page for page in pages if page.section == section.id]
    root = parse(section)[0] if here and own in texts else None
    if root is None:
        yield from ((page, None, "") for page in here)
        return
    text = read(root)
    places = aligned(text, texts[own])
    end, until = None, len(text.row)
    found: list[tuple[PageFact, int | None, str]] = []
    for page in reversed(here):
        says = ""
        if page.opening is not None:
            end = places[min(page.opening, len(places) - 1)]
            says = text.after(page.opening, min(COMPARED, until - page.opening)) if section.source else ""
            until = page.opening
        elif not page.blank and end is None:
            end = len(texts[own].spots)
        found.append((page, end, says))
    yield from reversed(found)


def _mark(id: str, folio: str) -> etree._Element:
    about = {"id": id, EPUB_TYPE: "pagebreak", "role": "doc-pagebreak", "aria-label": folio}
    return xhtml("span", attributes=about)


def _free_prefix(roots: Iterable[etree._Element], folios: Iterable[str]) -> str:
    taken = {name for root in roots for element in root.iter("*") if (name := element.get("id"))}
    prefix, named = PREFIX, list(folios)
    while any(prefix + folio in taken for folio in named):
        prefix = f"print-{prefix}"
    return prefix


def _put(mark: etree._Element, item: _Wanted, text: Text, root: etree._Element) -> None:
    """Put a mark into the tree, before the first place that can hold it."""
    if item.at == 0:
        root.insert(0, mark)
        mark.tail, root.text = root.text, None
        return
    if item.at is None or item.at >= len(text.spots):
        behind = [child for child in root if child.get("hidden") is not None]  # landmarks
        if item.at is not None:
            behind = [*(child for child in root if "notes" in child.get("class", "").split()), *behind]
        _before(behind[0], mark) if behind else root.append(mark)
        return
    spot = _clear_of_ruby(text.spots[item.at])
    outer = _outer(spot, item.at, text, root)
    line = next((e for e in _holders(spot, root) if e.tag == f"{{{XHTML}}}li"), None)
    if line is not None and _in_nav(line):  # a nav holds lines and nothing between them
        target = line if line.get("id") is None else line[0]
        target.set("id", mark.get("id", ""))
    elif outer is not None:
        _before(outer, mark)
    else:
        _split(spot, mark)


def _clear_of_ruby(spot: Spot) -> Spot:
    """A spot before the base that it is in; a ruby of several bases is parted there, for no mark may stand in it.

    The second part begins with a base of its own, so that nothing is read or shown in another way.
    """
    reading, ruby = spot.element, spot.element.getparent()
    if ruby is None or ruby.tag != RUBY or reading.tag != READING or (reading.tail or "")[: spot.offset].strip():
        return spot
    rest = xhtml("ruby", reading.tail or "", attributes={str(name): str(value) for name, value in ruby.attrib.items()})
    for element in [*reading.itersiblings()]:
        rest.append(element)
    reading.tail = None
    parent, rest.tail, ruby.tail = ruby.getparent(), ruby.tail, None
    assert parent is not None
    parent.insert(parent.index(ruby) + 1, rest)
    return Spot(rest, "before")


def _in_nav(element: etree._Element) -> bool:
    return any(outer.tag == f"{{{XHTML}}}nav" for outer in element.iterancestors())


def _holders(spot: Spot, root: etree._Element) -> Iterator[etree._Element]:
    """The elements around a spot below the root, from within outwards."""
    element = spot.element if spot.part == "text" else spot.element.getparent()
    while element is not None and element is not root:
        yield element
        element = element.getparent()


def _outer(spot: Spot, at: int, text: Text, root: etree._Element) -> etree._Element | None:
    """The outermost element that a mark must not stand in, if there is one around the spot."""
    found = spot.element if spot.part == "before" else None
    for element in _holders(spot, root):
        headed = element.tag in _HEADED or "table-block" in element.get("class", "").split()
        if element.tag in _LEFT or (headed and text.first[element] == at):
            found = element
    return found


def _before(element: etree._Element, mark: etree._Element) -> None:
    """Put a mark before an element, and before the marks of later pages that stand there."""
    previous = element.getprevious()
    while previous is not None and previous.get("role") == "doc-pagebreak" and not previous.tail:
        element, previous = previous, previous.getprevious()
    element.addprevious(mark)


def _split(spot: Spot, mark: etree._Element) -> None:
    """Put a mark into text, before the character at the spot."""
    element, offset = spot.element, spot.offset
    if spot.part == "text":
        whole = element.text or ""
        element.text = whole[:offset]
        element.insert(0, mark)
    else:
        parent, whole = element.getparent(), element.tail or ""
        assert parent is not None
        element.tail = whole[:offset]
        parent.insert(parent.index(element) + 1, mark)
    mark.tail = whole[offset:]


def _faults(
    marks: Sequence[PageMark],
    wanted: Sequence[_Wanted],
    roots: Mapping[str, etree._Element],
    prefix: str,
    printed: PrintEdition,
) -> Iterator[Diagnostic]:
    """Read the finished trees: every page has its one mark, in order, before the text that it begins with in print."""
    expected = [page.folio for page in printed.facts.pages[: printed.facts.set_count]]
    ids = [mark.id for mark in marks]
    names = {prefix + folio for folio in expected}
    standing = {section: read(root) for section, root in roots.items()}
    found: list[str] = []
    for section in dict.fromkeys(mark.section for mark in marks):
        found += [name for element in roots[section].iter("*") if (name := element.get("id", "")) in names]
    lost = [folio for folio in expected if found.count(prefix + folio) != 1]
    if not lost and found != ids:
        lost = [name.removeprefix(prefix) for name, other in zip(found, ids, strict=True) if name != other]
    if lost:
        yield PAGE_LOST.at(None, pages=", ".join(lost))
        return
    for item in wanted:
        text = standing[item.section]
        at = text.ids[prefix + item.page.folio]
        if item.says and item.at is not None and not _stands(item.says, text, at, item.at):
            place = _place(item.page)
            shown = item.says.replace(PICTURE, "")
            yield PAGE_ASTRAY.at(place, folio=item.page.folio, text=shown)


def _stands(says: str, text: Text, at: int, meant: int) -> bool:
    """Whether the page goes on as in print from the character that was meant, and its mark is before that."""
    return at <= meant and text.after(meant, len(says)) == says


def _place(page: PageFact) -> Place | None:
    if page.first is None:
        return None
    file, _, rest = page.first.span.partition(":")
    line = rest.partition(":")[0]
    return Place(file, int(line) if line.isdigit() else 0)
