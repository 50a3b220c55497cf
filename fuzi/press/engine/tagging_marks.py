"""Marks every piece of content while it is drawn, as text of the book or as an artifact (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

import pydyf
from weasyprint.pdf.stream import Stream

from fuzi.press.engine.guard import require_source
from fuzi.press.engine.setting import Setting
from fuzi.press.engine.shaping import RIGHT_TO_LEFT
from fuzi.press.engine.tagging_tree import LAYOUT, READING, TEXT, Piece

MARKED = "3fa3acacbbf66422"


class Marking(NamedTuple):
    """What is known of the boxes before they are drawn: types and pieces by box and part, and which are artifacts."""

    pieces: Mapping[tuple[Any, str], tuple[str, Piece]]
    artifacts: Mapping[Any, str]


MARKING: ContextVar[Marking | None] = ContextVar("MARKING", default=None)
"""Set while pages are drawn with tags of ours."""


def install() -> None:
    """Put the marking in place, once per process."""
    original = Stream.marked
    if hasattr(original, "corrected_by_fuzi"):
        return
    require_source(original, MARKED)

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        marking = MARKING.get()
        if marking is None:
            with original(stream, box, tag):
                yield
            return
        found = marking.pieces.get((box, TEXT))
        if found is None:
            stream.begin_marked_content("Artifact", _artifact(marking.artifacts.get(box, LAYOUT)))
        else:
            _begin(stream, *found)
        yield
        stream.end_marked_content()

    marked.corrected_by_fuzi = True  # type: ignore[attr-defined]
    Stream.marked = marked


@contextmanager
def readings(stream: Any, box: Any) -> Iterator[None]:
    """Around the readings of a box, which are drawn after the text that they stand above.

    Without tags they say that they are none: who copies or searches the text meets the characters alone. With tags they
    are content of their own, which takes the place of that of their characters until the box is done.
    """
    marking = MARKING.get()
    if marking is None:
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String("")}))
        yield
        stream.end_marked_content()
        return
    found = marking.pieces.get((box, READING))
    if found is not None:
        stream.end_marked_content()
        _begin(stream, *found)
    yield


def _begin(stream: Any, role: str, piece: Piece) -> None:
    """Open marked content with the next number of the page; a word that is divided at the end of its line is said
    whole, and the space that fell away there is said too."""
    number = len(stream._tags)
    stream._tags[piece.box, piece.part] = number
    properties = pydyf.Dictionary({"MCID": number})
    said = _said(piece) if piece.part == TEXT else None
    if said is not None:
        properties["ActualText"] = pydyf.String(said)
    stream.begin_marked_content(role, properties)


def _said(piece: Piece) -> str | None:
    """The text of a piece where it differs from what its glyphs say; None where they say it all.

    Words from right to left are drawn from left to right, and some of their letters share a glyph.
    """
    setting = getattr(piece.box, "pango_layout", None)
    text, after, differs = piece.text, piece.after, bool(RIGHT_TO_LEFT.search(piece.text))
    if isinstance(setting, Setting):
        text, after = setting.text, piece.box.__dict__.get("dropped", "").replace("\n", " ")
        differs |= bool(setting.sorts) and setting.sorts[-1].text != text[-len(setting.sorts[-1].text) :]
    return piece.before + text + after if differs or piece.before or after else None


def _artifact(kind: str) -> Any:
    if kind == LAYOUT:
        return pydyf.Dictionary({"Type": "/Layout"})
    return pydyf.Dictionary({"Type": "/Pagination", "Subtype": f"/{kind}"})
