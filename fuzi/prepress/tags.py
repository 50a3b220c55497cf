"""Reads the structure of a tagged PDF back, as a voice reads it: elements in their order with the text of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from fuzi.model.product import PageFacts, SectionText
from fuzi.prepress.tags_text import marked_text

BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Lbl", "TOCI", "Caption", "LBody", "Note", "Div"}
"""Types after whose content a new line begins when the text is written out."""

SILENT = {"RT", "RP", "Figure", "Formula"}
"""Types whose content is no part of the running text: readings, and pictures, which speak by their alternative text."""

SIDE = "side-"
"""What the identifiers of notes at the side begin with."""


@dataclass(slots=True)
class Content:
    """Marked content: its page (from 0), its number there, its text."""

    page: int
    number: int
    text: str


@dataclass(slots=True)
class Annotated:
    """An annotation that belongs to a structure element: what it says of itself."""

    page: int
    contents: str


@dataclass(slots=True)
class Element:
    """A structure element."""

    role: str
    kids: list[Element | Content | Annotated] = field(default_factory=list)
    alternative: str = ""
    language: str = ""
    id: str = ""
    attributes: dict[str, str] = field(default_factory=dict)

    def all(self) -> Iterator[Element]:
        """This and every element below, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()

    def contents(self) -> Iterator[Content]:
        """All content, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents()
            elif isinstance(kid, Content):
                yield kid

    @property
    def text(self) -> str:
        """All text below, readings too."""
        return "".join(content.text for content in self.contents())


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged PDF as it was read.

    ``stray`` is text that is neither tagged nor an artifact, ``lost`` marked text that no element claims, ``twice``
    what two elements claim; each with its page (from 0).
    """

    root: Element
    stray: tuple[tuple[int, str], ...]
    lost: tuple[tuple[int, str], ...]
    twice: tuple[tuple[int, str], ...]

    def of(self, role: str) -> list[Element]:
        """All elements of a type, in reading order."""
        return [element for element in self.root.all() if element.role == role]


def read_tagged(pdf: bytes) -> Tagged:
    """The structure tree of a PDF with the text of its marked content, through the ToUnicode tables of the fonts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        texts: dict[tuple[int, int], str] = {}
        stray: list[tuple[int, str]] = []
        pages: dict[tuple[int, int], int] = {}
        fonts: dict[tuple[int, int], Any] = {}
        for number, page in enumerate(document.pages):
            pages[page.obj.objgen] = number
            found = marked_text(page, fonts)
            texts.update({(number, mark): text for mark, text in found.marked.items()})
            if found.stray.strip():
                stray.append((number, found.stray))
        reader = _Reader(texts, pages)
        tree = document.Root.get("/StructTreeRoot")
        root = Element("StructTreeRoot")
        if tree is not None:
            reader.kids(root, tree, None)
        if len(root.kids) == 1 and isinstance(root.kids[0], Element):
            root = root.kids[0]
    lost = tuple((key[0], text) for key, text in texts.items() if key not in reader.claimed and text.strip())
    twice = tuple((key[0], texts.get(key, "")) for key, count in reader.claimed.items() if count > 1)
    return Tagged(root, tuple(stray), lost, twice)


class _Reader:
    """Walks the tree; ``claimed`` counts how often each piece of content was met."""

    def __init__(self, texts: dict[tuple[int, int], str], pages: dict[tuple[int, int], int]) -> None:
        self.texts = texts
        self.pages = pages
        self.claimed: dict[tuple[int, int], int] = {}

    def kids(self, element: Element, source: Any, page: int | None) -> None:
        """Read what stands directly in an element."""
        kids = source.get("/K")
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._content(element, page, kid)
            elif kid.get("/Type") == "/MCR":
                self._content(element, self._page(kid, page), int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                element.kids.append(Annotated(self._page(kid, page) or 0, str(kid.Obj.get("/Contents", ""))))
            else:
                element.kids.append(self._element(kid, page))

    def _element(self, source: Any, page: int | None) -> Element:
        element = Element(
            str(source.S).removeprefix("/"),
            alternative=str(source.get("/Alt", "")),
            language=str(source.get("/Lang", "")),
            id=str(source.get("/ID", "")),
            attributes=_attributes(source.get("/A")),
        )
        self.kids(element, source, self._page(source, page))
        return element

    def _page(self, source: Any, page: int | None) -> int | None:
        reference = source.get("/Pg")
        return page if reference is None else self.pages.get(reference.objgen)

    def _content(self, element: Element, page: int | None, number: int) -> None:
        key = (page if page is not None else -1, number)
        self.claimed[key] = self.claimed.get(key, 0) + 1
        element.kids.append(Content(*key, self.texts.get(key, "")))


def _attributes(source: Any) -> dict[str, str]:
    if source is None:
        return {}
    found: dict[str, str] = {}
    for item in source if isinstance(source, pikepdf.Array) else [source]:
        for key in sorted(item.keys()):
            value = item[key]
            found[key.removeprefix("/")] = (
                " ".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value).removeprefix("/")
            )
    return found


def section_texts(tagged: Tagged, facts: PageFacts) -> tuple[SectionText, ...]:
    """Running text, notes and side notes of each section, in the order of the structure and not of the pages."""
    found: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for stream, page, text in _told(tagged.root, 0):
        section = facts.pages[page].section if 0 <= page < len(facts.pages) else ""
        found.setdefault(section, ([], [], []))[stream].append(text)
    return tuple(SectionText(section, *("".join(part) for part in parts)) for section, parts in found.items())


def _told(element: Element, stream: int) -> Iterator[tuple[int, int, str]]:
    """Pieces of text with their stream (0 running text, 1 notes, 2 side notes) and page."""
    if element.role in SILENT:
        return
    if element.role == "Note":
        stream = 2 if element.id.startswith(SIDE) else 1
    page = -1
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _told(kid, stream)
        elif isinstance(kid, Content):
            page = kid.page
            yield stream, page, kid.text
    if element.role in BLOCKS and page >= 0:
        yield stream, page, "\n"
