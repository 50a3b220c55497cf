"""Ids, links and pictures over the whole book."""

from __future__ import annotations

from fuzi.load.references import Named, check_references, pictures
from fuzi.model.block import Document, Figure, Heading, List, ListItem, Paragraph, Quote, Table, TableCell
from fuzi.model.book import Chapter, Kind, Note, Part
from fuzi.model.inline import InlineFigure, Link, Strong, Text
from fuzi.model.source import Place
from tests.load.folders import said


def at(line: int, file: str = "text/a.md") -> Place:
    return Place(file, line, 1)


def chapter(name: str, *blocks: object, notes: tuple[Note, ...] = ()) -> Chapter:
    return Chapter(name, Kind.CHAPTER, (Text("题", at(1)),), (), blocks, notes, at(1))  # type: ignore[arg-type]


def link(target: str, line: int) -> Link:
    return Link(target, (Text("x", at(line)),), at(line))


def test_ids_are_compared_over_chapters_parts_and_kinds_of_blocks() -> None:
    cell = TableCell((), at(9))
    first = chapter(
        "one",
        Heading(2, (), "same", at(3)),
        Figure("figures/a.png", "", True, (), "fig", at(4)),
        Document((), (), (Heading(3, (), "inner", at(6)),), "doc", at(5)),
        Heading(2, (), "", at(7)),
        Heading(2, (), "", at(8)),
    )
    second = chapter(
        "two", Table((cell,), (), (), (), "same", at(9)), Heading(2, (), "one", at(10)), Heading(2, (), "inner", at(11))
    )
    part = Part("part-x", (), (), (second,), at(1), (Heading(2, (), "fig", at(12)),))
    found = check_references([first, part], whole=True)
    assert said(found) == [f"L150 text/a.md:{line}:1" for line in (10, 11, 12, 9)]
    assert "text/a.md:3:1" in next(item for item in found if item.place == at(9)).message("zh")


def test_ids_of_the_tools_own_pages_are_refused() -> None:
    assert said(check_references([chapter("c", Heading(2, (), "contents", at(3)))], whole=True)) == [
        "L151 text/a.md:3:1"
    ]


def test_links_wherever_they_stand() -> None:
    note = Note("1", 1, (Paragraph((link("#gone", 8),), at(8)),), at(8))
    blocks = (
        Heading(2, (link("#here", 3),), "here", at(3)),
        Paragraph((Strong((link("#her", 4),), at(4)), link("https://example.org/#x", 4), link("#c", 4)), at(4)),
        Quote((List(False, (ListItem((Paragraph((link("#gone", 6),), at(6)),), at(6)),), at(6)),), at(6)),
    )
    matter = [chapter("c", *blocks, notes=(note,))]
    found = check_references(matter, whole=True)
    assert said(found) == ["L152 text/a.md:4:1", "L152 text/a.md:6:1", "L152 text/a.md:8:1"]
    assert "here" in found[0].hint("zh")
    assert "{#gone}" in found[1].hint("en")
    assert check_references(matter, whole=False) == []


def test_every_picture_with_its_place() -> None:
    quote = Quote((Figure("a.png", "", True, (InlineFigure("b.png", "x", False, at(4)),), "", at(4)),), at(4))
    note = Note("1", 1, (Paragraph((InlineFigure("c.png", "x", False, at(9)),), at(9)),), at(9))
    part = Part("p", (), (), (chapter("c", quote, notes=(note,)),), at(1), (Figure("d.png", "", True, (), "", at(2)),))
    assert sorted(pictures([part]), key=lambda item: item.name) == [
        Named("a.png", at(4)),
        Named("b.png", at(4)),
        Named("c.png", at(9)),
        Named("d.png", at(2)),
    ]
