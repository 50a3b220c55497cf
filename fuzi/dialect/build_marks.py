"""From the tokens of ruby and of marks on a stretch of text to the inlines of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.reading import Reading
from fuzi.dialect.rules.spans import NAMES
from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    InlineFigure,
    InlineFormula,
    Link,
    Mark,
    MarkKind,
    NoteCall,
    Ruby,
    Strong,
    Text,
)
from fuzi.model.source import Place
from fuzi.model.walk import plain, side_notes

CIRCLE = 3
"""How many characters a circle holds."""

_FRACTION = re.compile(r"[^/⁄\s]{1,6}[/⁄][^/⁄\s]{1,6}")

_TEXT_ALONE = {MarkKind.WARICHU: codes.WARICHU_MARKS, MarkKind.SIDE: codes.SIDE_MARKS}
"""Marks that hold nothing but text."""


def report_unknown(reading: Reading, name: str, place: Place) -> None:
    """A name in braces behind brackets that is none of ours: everything is text."""
    known = " ".join(f".{names[0]}" for names in NAMES.values())
    reading.report(codes.MARK_UNKNOWN, place, name=name, known=known)


def marked(reading: Reading, kind: MarkKind, content: Inlines, place: Place) -> Inlines:
    """The content with its mark; without it where the mark makes no sense."""
    sides = tuple(item for item in content if isinstance(item, Mark) and item.kind is MarkKind.SIDE)
    if sides and kind in (MarkKind.FRACTION, MarkKind.CIRCLED):
        return (*marked(reading, kind, tuple(item for item in content if item not in sides), place), *sides)
    words = plain(content).strip()
    wrong = kind is MarkKind.FRACTION and not _FRACTION.fullmatch(words)
    wrong = wrong or (kind is MarkKind.SIDE and not words)
    wrong = wrong or (kind is MarkKind.CIRCLED and not 0 < len(words) <= CIRCLE)
    if not content or wrong:
        reading.report(codes.MARK_WRONG, place, name=NAMES[kind][0], text=words)
        return content
    if kind in _TEXT_ALONE and any(not isinstance(item, Text) for item in content):
        reading.report(_TEXT_ALONE[kind], place, text=words)
        rest = tuple(item for item in content if isinstance(item, NoteCall | InlineFormula | InlineFigure))
        texts = tuple(_texts(content))
        return (*((Mark(kind, texts, place),) if texts else ()), *rest, *side_notes(content))
    return (Mark(kind, content, place),)


def ruby(reading: Reading, places: TextPlaces, token: Token, base: Inlines) -> Inlines:
    """A base with its readings; too many or too few are one reading for the whole base."""
    place = places.place(token.meta["at"])
    if any(not isinstance(item, Text) for item in base):
        reading.report(codes.RUBY_MARKS, place, text=token.markup)
    texts = tuple(text for text in _texts(base) if text.text)
    readings = tuple(Text(given, places.place(at)) for given, at in token.meta["readings"])
    if not readings or not texts:
        reading.report(codes.RUBY_EMPTY, place, text=token.markup)
        return texts
    size = sum(len(text.text) for text in texts)
    if len(readings) not in (1, size):
        reading.report(codes.RUBY_COUNT, place, text=token.markup, readings=len(readings), size=size)
        readings = (Text(" ".join(given.text for given in readings), readings[0].place),)
    return (Ruby(texts, readings, place),)


def _texts(inlines: Inlines) -> Iterator[Text]:
    """The texts of a run without their marks; notes, formulas and pictures have none."""
    for item in inlines:
        match item:
            case Text():
                yield item
            case Code(text=text, place=place):
                yield Text(text, place)
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Link() | Mark() | Ruby():
                yield from _texts(item.content)
            case _:
                pass
