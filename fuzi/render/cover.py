"""The cover of an e-book, made from what the book says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.render import leaf
from fuzi.render.environment import BASE, environment, themes
from fuzi.render.labels import Labels
from fuzi.render.themes import cover_stylesheets

LINE = 9
"""How many characters of the title a line of the cover takes."""


def render_cover(copy: FairCopy, edition: Edition) -> tuple[str, Mapping[str, str]]:
    """One ``<section>`` designed for 1600 × 2560 CSS pixels, and its stylesheets in cascade order.

    The families of its faces are the custom properties that press gives every page.
    """
    theme = copy.settings.theme if copy.settings.theme in themes() else BASE
    labels = Labels(copy.variant.tag, copy.variant.labels)
    metadata = copy.metadata[edition.product]
    lines = title_lines(metadata.title)
    html = (
        environment(theme)
        .get_template("sections/cover.j2")
        .render(
            book=metadata,
            labels=labels,
            people=leaf.people((item for item in metadata.contributors if not item.part), labels)[:3],
            lines=lines,
            widest=max(map(len, lines), default=1),
        )
    )
    return html.strip(), cover_stylesheets(theme)


def title_lines(title: str, limit: int = LINE) -> tuple[str, ...]:
    """A title cut into lines of about equal length, of ``limit`` characters at most; a space always breaks.

    A line rather ends after a particle or a colon than within a word, and no mark stands where it must not.
    """
    lines: list[str] = []
    for piece in title.split():
        while piece:
            end = _end_of_line(piece, limit)
            lines.append(piece[:end])
            piece = piece[end:]
    return tuple(lines)


def _end_of_line(piece: str, limit: int) -> int:
    if len(piece) <= limit:
        return len(piece)
    count = -(-len(piece) // limit)
    even = -(-len(piece) // count)
    allowed = [
        end
        for end in range(max(2, len(piece) - limit * (count - 1)), limit + 1)
        if piece[end] not in _NEVER_FIRST and piece[end - 1] not in _NEVER_LAST and not _inside_word(piece, end)
    ]
    return min(allowed, key=lambda end: abs(end - even) - _GOOD_LAST.get(piece[end - 1], 0), default=limit)


def _inside_word(piece: str, end: int) -> bool:
    """True between two letters or digits of a Western word or number."""
    return piece[end - 1 : end + 1].isascii() and piece[end - 1 : end + 1].isalnum()


_GOOD_LAST = dict.fromkeys("的之与與和及", 3) | dict.fromkeys("：，、·—", 6)
"""After what a line may end, and how many characters from the middle that is worth."""
_NEVER_FIRST = "。，、；：？！”’）》〉」』·—…"
_NEVER_LAST = "“‘（《〈「『"
