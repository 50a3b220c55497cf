"""What stands on the spine (GB/T 11668-1989): title, author, publisher from top to bottom, each character upright."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fuzi.render.cover import Desk
from fuzi.render.leaf import People

LEAST = 5.0
"""mm: a thinner spine bears no text."""

CLEARANCE = 1.0
"""mm free on either side of the text: by so much a fold may be off."""

TITLE_SHARE, OTHERS_SHARE = 0.56, 0.64
"""The title to the width of the spine, and the other parts to the title."""

LARGEST = 0.044
"""The largest title, as a share of the height of the spine."""

SMALLEST = 1.77
"""mm (5 pt): nothing on a spine is smaller."""

HEAD, FOOT, AUTHORS = 0.08, 0.085, 0.66
"""Where the title begins, how far from below the publisher ends, and where the authors begin when there is room: the
places of series, publisher and authors on the front, as shares of the height."""

SCALES = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48, 0.42, 0.36)
"""By how much the title may become smaller than its largest, step by step."""

REQUIRED = frozenset({"title", "contributors", "publisher"})

OTHERS = "等"
APART = 0.15
"""em before and behind a Latin word."""

_OPENING, _CLOSING = "（《〈「『“‘〔【", "）》〉」』”’〕】，、。·"
_SHORT_NUMBER = re.compile(r"[0-9]{1,2}")
_TRACKING = ((2, 1.0), (4, 0.6), (6, 0.3), (10, 0.12))

Widths = Mapping[tuple[str, str], float]
"""Text and role of its face -> width in one line, in em."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A character that stands upright, or a Latin word turned to the right; lengths in mm.

    ``at`` is its place from the top of the spine, ``length`` its extent downwards, ``shift`` where the square of a
    mark begins that has been halved.
    """

    text: str
    field: str
    face: str
    turned: bool
    at: float
    length: float
    size: float
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class SpineText:
    """The cells of a spine; ``left_out`` are the parts for which there was no room (``lacks``: one that the standard
    wants is among them), ``texts`` those that stand there (field of book.yaml and text)."""

    cells: tuple[Cell, ...] = ()
    left_out: tuple[str, ...] = ()
    lacks: bool = False
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    field: str
    text: str
    face: str
    share: float  # of the size of the title
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to fill the spine: what follows the title, the authors, the publisher."""

    head: tuple[_Part, ...]
    authors: tuple[_Part, ...]
    foot: tuple[_Part, ...]
    least: float = 0.0  # the smallest title that it is worth, as a share of the height

    def parts(self) -> tuple[_Part, ...]:
        return (*self.head, *self.authors, *self.foot)


def latin_of(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The stretches whose widths must be known before a spine can be set, each with the role of its face."""
    parts = (part for choice in _choices(desk) for part in choice.parts())
    runs = ((run, part.face) for part in parts for run, upright in _runs(part.text) if not upright and run.strip())
    return tuple(dict.fromkeys(runs))


def set_spine(desk: Desk, width: float, height: float, widths: Widths) -> SpineText:
    """The text of a spine of this size in mm; empty below 5 mm.

    Parts are left out in a set order, so that the title need not become too small: subtitle, people of a second role,
    series number, roles, further authors; last of all authors and publisher.
    """
    if width < LEAST:
        return SpineText()
    size = min(width * TITLE_SHARE, width - 2 * CLEARANCE, height * LARGEST)
    choices = _choices(desk)
    for choice in choices:
        for scale in SCALES:
            if scale < 1 and size * scale < choice.least * height:
                break
            cells = _set(choice, size * scale, height, widths)
            if cells is not None:
                return _filled(choice, choices[0], cells)
    return SpineText(left_out=tuple(part.text for part in choices[0].parts()), lacks=True)


def _filled(choice: _Choice, full: _Choice, cells: tuple[Cell, ...]) -> SpineText:
    here = {(part.field, part.text) for part in choice.parts()}
    absent = [part for part in full.parts() if (part.field, part.text) not in here]
    shown = tuple((part.field, part.text) for part in choice.parts())
    fields, wanted = {part.field for part in choice.parts()}, {part.field for part in full.parts()} & REQUIRED
    return SpineText(cells, tuple(part.text for part in absent), not wanted <= fields, shown)


def _choices(desk: Desk) -> tuple[_Choice, ...]:
    """The ways to fill the spine, the fullest first."""
    book = desk.metadata
    title = _Part("title", book.title, "song", 1.0, _tracking(book.title))
    subtitle = (_Part("subtitle", book.subtitle, "kai", OTHERS_SHARE),) if book.subtitle else ()
    number = (_Part("series", book.series.number, "song", OTHERS_SHARE),) if book.series and book.series.number else ()
    foot = (_Part("publisher", book.publisher.name, "song", OTHERS_SHARE, 0.06),) if book.publisher else ()
    first, second = desk.people[:1], desk.people[:2]
    rest = (title, *number)
    found = [
        _Choice((title, *subtitle, *number), _authors(second, roles=True), foot, 0.024),
        _Choice(rest, _authors(second, roles=True), foot, 0.024),
        _Choice(rest, _authors(first, roles=True), foot, 0.024),
        _Choice((title,), _authors(first, roles=True), foot, 0.022),
        _Choice((title,), _authors(first, roles=False), foot, 0.02),
        _Choice((title,), _authors(first, roles=False, most=2), foot, 0.018),
        _Choice((title,), _authors(first, roles=False, most=1), foot),
        _Choice((title,), (), foot),
        _Choice((title,), (), ()),
    ]
    return tuple(found)


def _authors(people: tuple[People, ...], *, roles: bool, most: int = 0) -> tuple[_Part, ...]:
    """The people as parts; ``most`` names of the first role, the others being 等."""
    parts: list[_Part] = []
    for item in people:
        names = [name.text for name in item.names]
        if most and len(names) > most:
            names = [*names[:most], OTHERS]
        parts += [_Part("contributors", name, "song", OTHERS_SHARE) for name in names]
        if roles:
            parts.append(_Part("contributors", item.role.text, "kai", OTHERS_SHARE * 0.9))
    return tuple(parts)


def _tracking(text: str) -> float:
    return next((gap for most, gap in _TRACKING if len(text) <= most), 0.0)


def _set(choice: _Choice, size: float, height: float, widths: Widths) -> tuple[Cell, ...] | None:
    """The cells of one choice at one size of the title in mm; None when it does not go on the spine."""
    small = size * OTHERS_SHARE
    if size < SMALLEST or (small < SMALLEST and len(choice.parts()) > 1):
        return None
    gap = small
    top, bottom = height * HEAD, height * (1 - FOOT)
    head = _stack(choice.head, size, gap * 1.2, widths)
    authors = _stack(choice.authors, size, gap * 0.7, widths)
    foot = _stack(choice.foot, size, gap, widths)
    free = bottom - top - head.length - authors.length - foot.length
    gaps = bool(choice.authors) + bool(choice.foot)
    if free < gaps * gap * 1.6:
        return None
    head_end, foot_start = top + head.length, bottom - foot.length
    at = height * AUTHORS
    if at < head_end + gap * 1.6 or at + authors.length > foot_start - gap * 1.6:
        at = head_end + free / 2
    return (*head.at(top), *authors.at(at), *foot.at(foot_start))


@dataclass(frozen=True, slots=True)
class _Stack:
    cells: tuple[Cell, ...]
    length: float

    def at(self, top: float) -> Iterator[Cell]:
        for cell in self.cells:
            yield Cell(cell.text, cell.field, cell.face, cell.turned, cell.at + top, cell.length, cell.size, cell.shift)


def _stack(parts: tuple[_Part, ...], title: float, gap: float, widths: Widths) -> _Stack:
    """Parts one below the other, ``gap`` mm apart."""
    cells: list[Cell] = []
    at = 0.0
    for number, part in enumerate(parts):
        at += gap if number else 0.0
        size = title * part.share
        row = list(_cells(part, widths))
        for place, (text, turned, length, shift) in enumerate(row):
            at += part.tracking * size if place else 0.0
            if text.strip():
                cells.append(Cell(text, part.field, part.face, turned, at, length * size, size, shift * size))
            at += length * size
    return _Stack(tuple(cells), at)


def _cells(part: _Part, widths: Widths) -> Iterator[tuple[str, bool, float, float]]:
    """Text, whether it is turned, length and shift in em."""
    for run, upright in _runs(part.text):
        if not run.strip():
            yield run, False, 0.5, 0.0
        elif _SHORT_NUMBER.fullmatch(run):
            yield run, False, 1.0, 0.0
        elif not upright:
            yield run, True, widths[run, part.face] + 2 * APART, 0.0
        else:
            for character in run:
                half = character in _OPENING or character in _CLOSING
                shift = -0.5 if character in _OPENING else -0.25 if character == "·" else 0.0
                yield character, False, 0.5 if half else 1.0, shift


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of one kind: characters that stand upright (True), Latin words with what is between them, or spaces."""
    run, kind = "", False
    for character in text:
        upright = _upright(character)
        if run and upright != kind:
            yield from _trimmed(run, kind)
            run = ""
        run, kind = run + character, upright
    if run:
        yield from _trimmed(run, kind)


def _trimmed(run: str, upright: bool) -> Iterator[tuple[str, bool]]:
    """A Latin stretch without the spaces at its ends, which are stretches of their own."""
    bare = run.strip()
    if not bare:
        yield " ", False
        return
    if run[0].isspace():
        yield " ", False
    yield bare, upright
    if run[-1].isspace():
        yield " ", False


def _upright(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in "—…·“”‘’"
