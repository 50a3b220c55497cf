"""The sections of a galley: what each of them is called, where it stands, and the template that sets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from fuzi.model.book import Chapter, Kind, Part
from fuzi.model.edition import Edition, Medium, TitleLeaf
from fuzi.model.fair_copy import FairCopy
from fuzi.model.galley import Matter, Section
from fuzi.model.metadata import Metadata
from fuzi.model.product import PageFacts
from fuzi.model.walk import plain
from fuzi.render import leaf
from fuzi.render.blocks import BlockWriter
from fuzi.render.cip import cip_parts
from fuzi.render.environment import section_template
from fuzi.render.labels import Labels
from fuzi.render.navigation import ids_in, title_of
from fuzi.render.numerals import parted
from fuzi.render.titles import balanced

TYPES: dict[str, tuple[str, str]] = {
    "half-title": ("halftitlepage", ""),
    "title": ("titlepage", ""),
    "series": ("seriespage", ""),
    "rights": ("imprint", ""),
    "copyright": ("copyright-page", ""),
    "contributors": ("contributors", ""),
    "contents": ("toc", ""),
    "part": ("part", "doc-part"),
    "colophon": ("colophon", "doc-colophon"),
    Kind.PREFACE: ("preface", "doc-preface"),
    Kind.FOREWORD: ("foreword", "doc-foreword"),
    Kind.INTRODUCTION: ("introduction", "doc-introduction"),
    Kind.DEDICATION: ("dedication", "doc-dedication"),
    Kind.CHAPTER: ("chapter", "doc-chapter"),
    Kind.AFTERWORD: ("afterword", "doc-afterword"),
    Kind.APPENDIX: ("appendix", "doc-appendix"),
    Kind.BIBLIOGRAPHY: ("bibliography", "doc-bibliography"),
    Kind.ACKNOWLEDGEMENTS: ("acknowledgments", "doc-acknowledgments"),
}
"""Kind of section -> epub:type (Structural Semantics Vocabulary) and DPUB-ARIA role."""

NOT_LANDMARKS = frozenset({"part", Kind.CHAPTER, "contributors", "rights"})
"""Kinds that a book may hold many of, or that reading systems have no use for as landmarks."""

ENTRY = 21
"""Characters of a title with its subtitle that fit in one line of the contents, beside leader and page number.

When more than a quarter of the subtitles do not fit, all stand on lines of their own: one form for the whole list.
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What a section is. ``group`` is ``leaf`` (made by the tool), ``part`` or ``text``; ``above`` its part."""

    kind: str
    id: str
    title: str
    matter: Matter
    group: str
    file: str = ""
    first: bool = False
    above: str = ""

    @property
    def classes(self) -> str:
        """Everything that a style may ask about it."""
        told = (("in-part", bool(self.above)), ("first-body", self.first))
        names = (self.kind, self.group, f"matter-{self.matter.value}", *(name for name, holds in told if holds))
        return " ".join(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets the sections of one edition of a book."""

    copy: FairCopy
    edition: Edition
    metadata: Metadata
    labels: Labels
    writer: BlockWriter
    environment: Environment
    facts: PageFacts | None

    def sections(self) -> Iterator[Section]:
        """Every section in reading order."""
        yield from self._title_leaf()
        for chapter in self.copy.front:
            yield self._chapter(chapter, Matter.FRONT)
        if self._paged and self.copy.contents:
            yield self._contents()
        first = True
        for item in self.copy.body:
            chapters = item.chapters if isinstance(item, Part) else (item,)
            part = item if isinstance(item, Part) else None
            if part is not None:
                yield self._part(part, first)
                first = False
            for chapter in chapters:
                yield self._chapter(chapter, Matter.BODY, part, first)
                first = False
        for chapter in self.copy.back:
            yield self._chapter(chapter, Matter.BACK)
        if self._leaf.last:
            yield self._copyright(Matter.BACK)
        elif self.copy.settings.colophon:
            lines = leaf.dates(self.metadata, self.labels)
            yield self._page("colophon", "colophon", self.labels["colophon"], Matter.BACK, lines=lines)

    @property
    def _leaf(self) -> TitleLeaf:
        return self.copy.variant.title_leaf

    @property
    def _paged(self) -> bool:
        return self.edition.medium is Medium.PAGE

    def _title_leaf(self) -> Iterator[Section]:
        """书名半页, 附书名页, 扉页, 版本记录页 (GB/T 12450-2001), and who wrote which part."""
        metadata, labels = self.metadata, self.labels
        whole = leaf.people((item for item in metadata.contributors if not item.part), labels)
        original = leaf.original_rows(metadata.original, labels)
        if self._paged:
            yield self._page("half-title", "half-title", labels["half_title"])
        series = self._series(original)
        if series is not None and self._paged:  # the verso of the half title
            yield series
        place = leaf.place_of_publisher(metadata)
        pinyin = metadata.pinyin_title if self._leaf.pinyin else ""
        yield self._page("title", "title-page", labels["title_page"], people=whole, place=place, pinyin=pinyin)
        if series is not None and not self._paged:
            yield series
        if not self._leaf.last:
            yield self._copyright(Matter.FRONT)
        elif "rights" in self._leaf.verso and (metadata.rights or metadata.contract_number):
            yield self._page("rights", "rights-page", labels["rights"])
        groups = leaf.people_by_part(metadata.contributors, labels)
        if groups:
            yield self._page("contributors", "contributors-page", labels["contributors"], groups=groups)

    def _copyright(self, matter: Matter) -> Section:
        """The copyright page, where the custom of the variant has it: behind the title or on the last leaf."""
        metadata, labels = self.metadata, self.labels
        made_with = labels["made_with"] if self._leaf.last and self.copy.settings.colophon else ""
        return self._page(
            "copyright",
            "copyright-page",
            labels["copyright_page"],
            matter,
            parts=self._leaf.parts,
            people=leaf.people((item for item in metadata.contributors if not item.part), labels),
            cip=cip_parts(metadata.cip),
            groups=leaf.record(metadata, labels, self.edition.medium, self.facts, self._leaf),
            reserved=leaf.reserved(metadata, labels),
            cataloguing=leaf.cataloguing(metadata, labels),
            made_with=made_with,
        )

    def _series(self, original: tuple[leaf.Row, ...]) -> Section | None:
        series = self.metadata.series
        if series is None and not original:
            return None
        people = leaf.people(series.contributors, self.labels) if series else ()
        return self._page("series", "series-page", self.labels["series_page"], people=people, original=original)

    def _contents(self) -> Section:
        standing = dict(self._standing())
        entries = []
        for entry in self.copy.contents:
            matter, alone = standing.get(entry.target, (Matter.BODY, False))
            entries.append((entry, matter.value, max(0, entry.level - alone)))
        double = [entry for entry in self.copy.contents if entry.paged and entry.subtitle]
        long = sum(len(plain(entry.title)) + len(plain(entry.subtitle)) > ENTRY for entry in double)
        stacked = long * 4 > len(double)
        return self._page("contents", "contents", self.labels["contents"], entries=entries, stacked=stacked)

    def _standing(self) -> Iterator[tuple[str, tuple[Matter, bool]]]:
        """Where every id stands: the division of the book, which decides the form of page numbers, and whether it is
        outside all parts: such a chapter is no deeper in the contents than a part."""
        divisions = ((Matter.FRONT, self.copy.front), (Matter.BODY, self.copy.body), (Matter.BACK, self.copy.back))
        for matter, items in divisions:
            for item in items:
                alone = not isinstance(item, Part) and matter is Matter.BODY
                yield item.id, (matter, alone)
                for chapter in item.chapters if isinstance(item, Part) else (item,):
                    yield chapter.id, (matter, alone)
                    for id in ids_in(chapter.blocks):
                        yield id, (matter, alone)

    def _part(self, part: Part, first: bool) -> Section:
        self.writer.begin(part.id, ())
        head = Head("part", part.id, plain(part.title), Matter.BODY, "part", part.place.file, first)
        return self._made(head, "part", part=part)

    def _chapter(self, chapter: Chapter, matter: Matter, part: Part | None = None, first: bool = False) -> Section:
        self.writer.begin(chapter.id, chapter.notes)
        title, above = title_of(chapter, self.labels), plain(part.title) if part else ""
        head = Head(chapter.kind.value, chapter.id, title, matter, "text", chapter.place.file, first, above)
        return self._made(head, "chapter", chapter=chapter)

    def _page(self, kind: str, id: str, title: str, matter: Matter = Matter.FRONT, **context: object) -> Section:
        """A page that the tool makes out of the metadata."""
        return self._made(Head(kind, id, title, matter, "leaf"), kind, **context)

    def _made(self, head: Head, template: str, **context: object) -> Section:
        type_, role = TYPES[head.kind]
        shared = {
            "id": head.id,
            "classes": head.classes,
            "type": type_,
            "role": role,
            "title": head.title,
            "head": head.above or self.metadata.title,
            "book": self.metadata,
            "page": self._paged,
            "labels": self.labels,
            "inlines": self.writer.inlines.write,
            "bare": self.writer.inlines.bare,
            "blocks": self.writer.write,
            "notes": self.writer.notes,
            "span": self.writer.span,
            "length": length,
            "parted": parted,
            "balanced": lambda title, size: balanced(title, self.metadata.trim, size),
        }
        html = section_template(self.environment, self.edition.medium.value, template).render(shared | context)
        landmark = "bodymatter" if head.first else "" if head.kind in NOT_LANDMARKS else type_
        return Section(head.id, head.kind, head.matter, head.title, html.strip(), head.file, landmark)


def length(title: str) -> str:
    """How long a title is, for its size: a short one is set large."""
    count = len(title)
    return "short" if count <= 6 else "medium" if count <= 12 else "long"
