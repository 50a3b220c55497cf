"""From the tokens of ruby and of marks on a stretch of text to the inlines of the model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.reading import Reading
from fuzi.dialect.rules.names import NAMES
from fuzi.dialect.rules.slips import Slip
from fuzi.model.block import Inlines
from fuzi.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlineFigure,
    InlineFormula,
    LineBreak,
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

PART = 6
"""How many characters stand above and below the bar of a fraction."""

_FRACTION = re.compile(rf"[^/⁄\s]{{1,{PART}}}[/⁄][^/⁄\s]{{1,{PART}}}")
_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_VOWELS = re.compile("[aeiouvê\u00fc]+")
_TONE = re.compile("[\u0300\u0301\u0304\u0306\u030c]|(?<=[a-z\u00fc])[0-5]")

_UNDER = frozenset({MarkKind.NAME, MarkKind.TITLE, MarkKind.DOTS})
"""Marks below the characters, which a note in two rows may hold."""

_TEXT_ALONE = {MarkKind.WARICHU: codes.WARICHU_MARKS, MarkKind.SIDE: codes.SIDE_MARKS}
"""Marks that hold text and readings, and hardly anything else."""

_PLACES = {MarkKind.WARICHU: "note in the line", MarkKind.SIDE: "side note"}
_NEEDS_WORDS = frozenset({MarkKind.FRACTION, MarkKind.CIRCLED, MarkKind.SIDE})


def report_unknown(reading: Reading, name: str, place: Place) -> None:
    """A name in braces behind brackets that is none of ours: everything is text."""
    known = " ".join(f".{names[0]}" for names in NAMES.values())
    reading.report(codes.MARK_UNKNOWN, place, name=name, known=known)


def report_slip(reading: Reading, slip: Slip, place: Place) -> None:
    """Something that looks like ruby or a mark and is none: everything is text."""
    reading.report(codes.RUBY_ILL if slip.ruby else codes.MARK_ILL, place, text=slip.text[:20], **slip.facts)


def marked(reading: Reading, kind: MarkKind, content: Inlines, place: Place) -> Inlines:
    """The content with its mark; without it where the mark makes no sense."""
    sides = tuple(item for item in content if isinstance(item, Mark) and item.kind is MarkKind.SIDE)
    if sides and kind in (MarkKind.FRACTION, MarkKind.CIRCLED):
        return (*marked(reading, kind, tuple(item for item in content if item not in sides), place), *sides)
    words = plain(content).strip()
    if mend := _mend(kind, words, content):
        facts = {"mend_zh": mend[0], "mend_en": mend[1]}
        reading.report(codes.MARK_WRONG, place, name=NAMES[kind][0], text=words or "[]", **facts)
        return content
    if kind in _TEXT_ALONE:
        return _text_alone(reading, kind, content, place)
    return (Mark(kind, content, place),)


def _mend(kind: MarkKind, words: str, content: Inlines) -> tuple[str, str] | None:
    """How to mend content of which this mark makes no sense; None where it does."""
    if not words and (kind in _NEEDS_WORDS or all(isinstance(item, Text) for item in content)):
        return "方括号里要有文字；没有就整个删去", "write text between the brackets, or delete them"
    if kind is MarkKind.CIRCLED and len(words) > CIRCLE:
        return f"圈里至多 {CIRCLE} 个字", f"a circle holds at most {CIRCLE} characters"
    if kind is not MarkKind.FRACTION or _FRACTION.fullmatch(words):
        return None
    if "／" in words:
        return "用半角斜线，例如“1/2”", "use the ASCII slash, as in “1/2”"
    if re.search(r"\s", words):
        return "去掉空格，例如“3/4”", "leave out the spaces, as in “3/4”"
    if re.fullmatch("[^/⁄]+[/⁄][^/⁄]+", words):
        return (
            f"分子、分母至多 {PART} 个字；更长的用公式“$\\frac{{…}}{{…}}$”",
            f"at most {PART} characters above and below the bar; for more use a formula “$\\frac{{…}}{{…}}$”",
        )
    return "分子和分母之间写一条斜线，例如“1/2”", "write one slash between the two numbers, as in “1/2”"


def _text_alone(reading: Reading, kind: MarkKind, content: Inlines, place: Place) -> Inlines:
    """Small type holds text and readings, in two rows with what stands below the characters; all other marks are taken
    off, and what is no text stands behind it."""
    allowed = _UNDER if kind is MarkKind.WARICHU else frozenset[MarkKind]()
    texts = tuple(_texts(content, readings=True))
    readings = [item for item in texts if isinstance(item, Ruby)]
    where = {"where_zh": NAMES[kind][0], "where_en": _PLACES[kind]}
    said = any(item.code is codes.READING_BEHIND and set(where.items()) <= set(item.facts) for item in reading.problems)
    if readings and not said:
        shown = plain(readings[0].content) + "（" + " ".join(given.text for given in readings[0].readings) + "）"
        reading.report(codes.READING_BEHIND, readings[0].place, text=shown, **where)
    strays = tuple(_strays(content, allowed))
    if not strays:
        return (Mark(kind, content, place),)
    kinds = dict.fromkeys(map(_called, strays))
    listed = {"marks_zh": "、".join(zh for zh, _ in kinds), "marks_en": ", ".join(en for _, en in kinds)}
    reading.report(_TEXT_ALONE[kind], place, text=plain(content).strip(), **listed)
    rest = tuple(item for item in strays if isinstance(item, NoteCall | InlineFormula | InlineFigure))
    return (*((Mark(kind, tuple(_kept(content, allowed)), place),) if texts else ()), *rest, *side_notes(content))


def _strays(content: Inlines, allowed: frozenset[MarkKind]) -> Iterator[Inline]:
    """What stands in small type and cannot, in marks that can too."""
    for item in content:
        if isinstance(item, Mark) and item.kind in allowed:
            yield from _strays(item.content, allowed)
        elif not isinstance(item, Text | Ruby):
            yield item


def _kept(content: Inlines, allowed: frozenset[MarkKind]) -> Iterator[Inline]:
    """The texts and readings of small type, in those marks that may stand there."""
    for item in content:
        match item:
            case Mark(kind=kind) if kind in allowed:
                if inner := tuple(_kept(item.content, allowed)):
                    yield replace(item, content=inner)
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Link() | Mark():
                yield from _kept(item.content, allowed)
            case _:
                yield from _texts((item,), readings=True)


def _called(item: Inline) -> tuple[str, str]:
    """What stands in small type and cannot, in Chinese and English."""
    match item:
        case Mark(kind=kind):
            return NAMES[kind][0], f"“{kind.value}”"
        case NoteCall():
            return "注码", "calls of notes"
        case InlineFormula():
            return "公式", "formulas"
        case InlineFigure():
            return "图", "pictures"
        case Link():
            return "链接", "links"
        case Code():
            return "代码", "code"
        case LineBreak():
            return "强行换行", "line breaks"
        case _:
            return "强调", "emphasis"


def ruby(reading: Reading, places: TextPlaces, token: Token, base: Inlines) -> Inlines:
    """A base with its readings; too many or too few are one reading for the whole base."""
    place = places.place(token.meta["at"])
    if any(not isinstance(item, Text) for item in base):
        reading.report(codes.RUBY_MARKS, place, text=token.markup)
    texts = tuple(text for text in _texts(base) if isinstance(text, Text) and text.text)
    readings = tuple(Text(given, places.place(at)) for given, at in token.meta["readings"])
    if not readings or not texts:
        reading.report(codes.RUBY_EMPTY, place, text=token.markup)
        return texts
    written = plain(texts)
    if len(readings) not in (1, len(written)):
        size = len("".join(written.split()))
        if _HAN.search(written) and _syllables(readings, written) != size:
            reading.report(codes.RUBY_COUNT, place, text=token.markup, readings=len(readings), size=size)
        readings = (Text(" ".join(given.text for given in readings), readings[0].place),)
    return (Ruby(texts, readings, place),)


def _syllables(readings: Sequence[Text], base: str) -> int:
    """How many syllables are written, those that are joined (``xī'ān``) and 儿 as a mere r (``huìr``) included."""
    words = [unicodedata.normalize("NFD", reading.text.lower()) for reading in readings]
    words = [word.replace("u\u0308", "\u00fc") for word in words]
    bare = [_VOWELS.findall(re.sub("[\u0300-\u036f]", "", word)) for word in words]
    count = sum(max(1, len(_TONE.findall(word)), len(found)) for word, found in zip(words, bare, strict=True))
    suffixes = sum(word.rstrip("012345").endswith("r") and len(word) > 3 for word in words)
    return count + min(suffixes, len(re.findall("(?<=.)[儿兒]", base)))


def _texts(inlines: Inlines, *, readings: bool = False) -> Iterator[Text | Ruby]:
    """The texts of a run without their marks, with ``readings`` those with ruby too; notes, formulas and pictures have
    none."""
    for item in inlines:
        match item:
            case Text():
                yield item
            case Ruby() if readings:
                yield item
            case Code(text=text, place=place):
                yield Text(text, place)
            case Mark(kind=MarkKind.SIDE):
                pass
            case Emphasis() | Strong() | Link() | Mark() | Ruby():
                yield from _texts(item.content, readings=readings)
            case _:
                pass
