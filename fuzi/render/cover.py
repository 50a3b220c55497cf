"""The front of the cover: one design for the wrap of the printed book and for the picture of the e-book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Metadata
from fuzi.render import leaf
from fuzi.render.environment import BASE, environment, themes
from fuzi.render.labels import Labels
from fuzi.render.themes import cover_stylesheets
from fuzi.render.titles import mixed_lines, title_lines

MEASURE = 68.0
"""The room for the title, in hundredths of the width of the front: the share that the type area has of a page."""

LARGEST: Mapping[int, float] = {1: 26.0, 2: 22.0, 3: 18.0, 4: 15.2}
"""Characters of the longest line -> the largest size of a title, in hundredths of the width."""

MOST = 13.2
"""That of a title of one line that is longer."""

SEVERAL = 10.4
"""The largest size of a title of two lines or more."""

SERIES, HEAD, PEOPLE, PUBLISHER = "front-series", "front-head", "front-people", "front-publisher"
ZONES = (SERIES, HEAD, PEOPLE, PUBLISHER)
"""Ids of the zones that are set smaller when their text does not fit."""

SCALES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48)
"""How small a zone of the front may become, step by step."""

SUBTITLE_LINE = 17

_LATIN = re.compile(r"[\sA-Za-z0-9]")
_GAP = re.compile(r"(?<![!-~]) +(?![!-~])")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece of HTML with its stylesheets, and the texts that must be found in each panel of what is made from it.

    ``texts`` are panel, field of book.yaml and text.
    """

    html: str
    stylesheets: Mapping[str, str]
    texts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part of a cover is drawn with."""

    theme: str
    labels: Labels
    metadata: Metadata
    people: tuple[leaf.People, ...] = field(default=())

    @classmethod
    def of(cls, copy: FairCopy, edition: Edition) -> Desk:
        """The desk for one edition; people who answer for one part only are not named on a cover."""
        theme = copy.settings.theme if copy.settings.theme in themes() else BASE
        labels = Labels(copy.variant.tag, copy.variant.labels)
        metadata = copy.metadata[edition.product]
        if not copy.variant.title_leaf.pinyin:
            metadata = replace(metadata, pinyin_title="")
        named = leaf.people((item for item in metadata.contributors if not item.part), labels)
        return cls(theme, labels, metadata, named)

    def fill(self, template: str, **facts: object) -> str:
        """A template of the theme, filled in."""
        found = environment(self.theme).get_template(template)
        return found.render(book=self.metadata, labels=self.labels, **facts).strip()


def render_cover(copy: FairCopy, edition: Edition, steps: Mapping[str, int] | None = None) -> Drawn:
    """The front as one ``<section>``; one ``rem`` is a hundredth of its width, and it fills the page.

    ``steps`` says by how many steps each zone is to be set smaller. The families of its faces are the custom
    properties that press gives every page.
    """
    desk = Desk.of(copy, edition)
    html = desk.fill("sections/cover.j2", **front_facts(desk, steps or {}))
    return Drawn(html, cover_stylesheets(desk.theme), tuple(front_texts(desk)))


def front_facts(desk: Desk, steps: Mapping[str, int]) -> dict[str, object]:
    """What the template of the front is given."""
    lines = cover_lines(desk.metadata.title)
    return {
        "people": desk.people,
        "lines": lines,
        "title_size": f"{title_size(lines):.3f}",
        "subtitle": subtitle_lines(desk.metadata.subtitle),
        "scale": {zone: SCALES[steps.get(zone, 0)] for zone in ZONES},
    }


def front_texts(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """All that the front says."""
    book = desk.metadata
    stated = [("title", book.title), ("subtitle", book.subtitle)]
    stated += [("parallel_title", book.parallel_title), ("pinyin_title", book.pinyin_title)]
    stated += [("series", f"{book.series.name}{book.series.number}")] if book.series else []
    stated += [("contributors", name.text) for item in desk.people for name in item.names]
    stated += [("publisher", book.publisher.name)] if book.publisher else []
    return (("front", key, text) for key, text in stated if text)


def cover_lines(title: str) -> tuple[str, ...]:
    """The title in lines of about equal length; a space between two Chinese characters always breaks, one beside a
    Latin word need not."""
    lines: list[str] = []
    for piece in _GAP.split(title.strip()):
        lines += mixed_lines(piece) if _LATIN.search(piece) else title_lines(piece)
    return tuple(lines)


def subtitle_lines(subtitle: str) -> tuple[str, ...]:
    """The subtitle in lines of about equal length."""
    return mixed_lines(subtitle, SUBTITLE_LINE) if _LATIN.search(subtitle) else title_lines(subtitle, SUBTITLE_LINE)


def title_size(lines: tuple[str, ...]) -> float:
    """The size of the title in hundredths of the width: its longest line fills the measure, within reason."""
    widest = max(map(leaf.breadth, lines), default=1.0)
    largest = LARGEST.get(round(widest), MOST)
    if len(lines) > 1:
        largest = min(largest, SEVERAL)
    return min(largest, MEASURE / (widest * 1.02))
