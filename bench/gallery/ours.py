"""The samples as a book of ours, through the whole road: settled chapters for the other engines, and our own pages."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bench.gallery.raster import SIDE, page_of, stacked
from bench.gallery.samples import Sample
from fuzi.api import build
from fuzi.manufacture.type_area import Geometry, geometry
from fuzi.model.book import Chapter
from fuzi.model.product import PageFacts
from fuzi.transform import transform
from fuzi.variants import variant

TITLE = 15.0
"""pt: a line of larger type is the title of the sample and is cut off."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sample in one variant: its settled text, its page, and our picture of it."""

    sample: Sample
    chapter: Chapter
    page: Geometry
    picture: Image.Image


def draw(samples: Sequence[Sample], tag: str) -> Iterator[Drawn]:
    """Build one book for each trim size among the samples, and cut the samples out of its pages."""
    for trim in dict.fromkeys(sample.trim for sample in samples):
        yield from _book([sample for sample in samples if sample.trim == trim], trim, tag)


def _book(samples: Sequence[Sample], trim: str, tag: str) -> Iterator[Drawn]:
    with tempfile.TemporaryDirectory(prefix="fuzi-gallery-") as folder:
        home = Path(folder)
        (home / "text").mkdir()
        for sample in samples:
            (home / f"text/{sample.name}.md").write_text(f"# 样张\n\n{sample.text}\n", encoding="utf-8")
        names = ", ".join(f"{sample.name}.md" for sample in samples)
        settings = f"slug: gallery\ntitle: 样张\ntrim: {trim}\ntext: {{body: [{names}]}}\n"
        (home / "book.yaml").write_text(settings, encoding="utf-8")
        result = build(home, home / "output", products=("pdf",), variants=(tag,))
    if not result.ok or result.book is None:
        raise SystemExit("\n".join(f"{item.place} {item.message('en')}" for item in result.report.sorted()))
    for item in result.report.sorted():
        print(f"  {tag} {item.code.id} {item.place} {item.message('en')}", file=sys.stderr)
    artifact = result.made[0].artifact
    assert artifact.facts is not None
    copy = transform(result.book, variant(tag), ("pdf",)).value
    page = geometry(copy.metadata["pdf"].trim)
    assert page is not None
    for sample, chapter in zip(samples, copy.chapters(), strict=True):
        yield Drawn(sample, chapter, page, _cut(artifact.data, artifact.facts, chapter.id))


def _cut(pdf: bytes, facts: PageFacts, section: str) -> Image.Image:
    """The type area of the pages of one section, without the chapter title and the white above the notes."""
    parts: list[Image.Image] = []
    for fact in (page for page in facts.pages if page.section == section and not page.blank):
        lines = [line for line in facts.lines if line.page == fact.index and line.size < TITLE]
        left, right = fact.type_area[0] - SIDE, fact.type_area[2] + SIDE
        body = [line for line in lines if not line.notes]
        notes = [line for line in lines if line.notes]
        if body:
            top, bottom = min(line.top for line in body), max(line.bottom for line in body)
            parts.append(page_of(pdf, fact.index, (left, top - SIDE, right, bottom + SIDE / 2)))
        if notes:
            top, bottom = min(line.top for line in notes), max(line.bottom for line in notes)
            parts.append(page_of(pdf, fact.index, (left, top - SIDE / 2, right, bottom + SIDE / 2)))
    return stacked(parts)
