"""Small galleys made by hand, in the vocabulary of the templates."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fuzi.model.book import Asset
from fuzi.model.edition import Edition, Medium
from fuzi.model.galley import Galley, Matter, Section
from fuzi.model.metadata import Contributor, Metadata
from fuzi.variants import variant

STYLES = Path(__file__).parents[2] / "styles" / "base"
EDITION = Edition(variant("zh-Hans"), "pdf", Medium.PAGE, datetime(2026, 11, 1, tzinfo=UTC))
METADATA = Metadata(title="桥上的灯", contributors=(Contributor("著", ("林知远",)),))
HAN = "春天来到河边的小镇人们把旧书搬到阳光下晾晒纸页之间夹着多年以前的车票与便条孩子们在桥上数船"


def stylesheets() -> dict[str, str]:
    """The base theme's styles for pages."""
    names = ("page.css", "text.css", "blocks.css", "matter.css")
    return {name: (STYLES / name).read_text(encoding="utf-8") for name in names}


def section(
    html: str,
    *,
    id: str = "c1",
    kind: str = "chapter",
    matter: Matter = Matter.BODY,
    group: str = "text",
    first: bool = False,
) -> Section:
    """One section with its root element."""
    classes = f"{kind} {group} matter-{matter}" + (" first-body" if first else "")
    title = f"{kind} {id}"
    root = f'<section id="{id}" class="{classes}" data-title="{title}" data-head="桥上的灯">{html}</section>'
    return Section(id, kind, matter, title, root)


def galley(*sections: Section, assets: tuple[Asset, ...] = (), css: dict[str, str] | None = None) -> Galley:
    """A galley of these sections with the base styles."""
    sheets = css if css is not None else stylesheets()
    return Galley("zh-Hans", "桥上的灯", sections, (), sheets, assets, dict(EDITION.variant.labels))


def paragraph(length: int, line: int, start: int = 0) -> str:
    """A paragraph of ``length`` Han characters with its place."""
    text = "".join(HAN[(start + index) % len(HAN)] for index in range(length))
    return f'<p data-span="text/01.md:{line}:1">{text}</p>'


def note(number: int, text: str, line: int, chapter: str = "c1") -> str:
    """A note at its first call."""
    mark = chr(0x245F + number)
    return (
        f'<span class="note" id="note-{chapter}-{number}" data-mark="{mark}" data-number="{number}"'
        f' data-span="text/01.md:{line}:9"><span class="note-par">{text}</span></span>'
    )
