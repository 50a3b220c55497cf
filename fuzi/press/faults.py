"""All that went wrong on the way to the pages, as diagnostics at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import Place
from fuzi.press import codes
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.fetcher import BASE
from fuzi.press.engine.fontuse import strays
from fuzi.press.engine.messages import Messages
from fuzi.press.engine.notes import note_faults
from fuzi.press.engine.places import address_is, places_of_text, places_where
from fuzi.press.engine.sidenotes import narrow_side_notes, side_note_faults
from fuzi.press.engine.widths import long_readings, overfull
from fuzi.press.fonts import Fonts, rare_remedy

SHOWN = 20
"""How many of the characters that a font lacks are named."""


def faults(
    laid_out: LaidOut, messages: Messages, fonts: Fonts, broken: Mapping[str, str], edition: str
) -> Iterator[Diagnostic]:
    """Missing characters, pictures, links and notes, what is too wide, and what the engine could not use.

    ``broken`` are pictures that cannot be decoded: name -> reason; ``edition`` is named where another edition of the
    book may have room. Complete only once the PDF is written.
    """
    yield from _character_faults(laid_out, messages, fonts)
    yield from _picture_faults(laid_out, messages, broken)
    yield from _link_faults(laid_out, messages)
    for fault in note_faults(laid_out):
        code = codes.LOST_NOTE if fault.lost else codes.OVERFULL_NOTE
        yield code.at(fault.place, text=fault.text)
    narrow = narrow_side_notes(laid_out)
    if narrow is not None:
        yield codes.SIDE_NOTES_NARROW.at(narrow[0], characters=narrow[1])
    for side in side_note_faults(laid_out):
        if side.lost:
            yield codes.LOST_SIDE_NOTE.at(side.place, text=side.text)
        else:
            yield codes.SIDE_NOTES_FULL.at(side.place, edition=edition, text=side.text, page=side.page + 1)
    for excess in overfull(laid_out):
        miss, page = f"{excess.millimetres:.1f}", excess.page + 1
        yield codes.WIDE.at(excess.place, edition=edition, excess=miss, text=excess.text, page=page)
    for place, reading in long_readings(laid_out):
        shown = reading if len(reading) <= SHOWN else f"{reading[:SHOWN]}……"
        yield codes.LONG_READING.at(place, edition=edition, reading=shown)
    for sheet, message in dict.fromkeys(messages.styles):
        yield codes.STYLE_IGNORED.at(None, sheet=sheet, message=message)
    for message in dict.fromkeys(messages.others):
        yield codes.ENGINE_SAID.at(None, message=message)


def _character_faults(laid_out: LaidOut, messages: Messages, fonts: Fonts) -> Iterator[Diagnostic]:
    named: set[str] = set()
    for stray in strays(laid_out, fonts.families):
        if stray.family:
            page = stray.page + 1
            yield codes.FOREIGN_FONT.at(stray.place, characters=stray.characters, family=stray.family, page=page)
            continue
        named.update(stray.characters)
        for character in stray.characters:
            yield _missing(stray.place, character)
    for fault in _drawing_faults(laid_out, messages, fonts):
        named.update(value for key, value in fault.facts if key == "character")
        yield fault
    for character in dict.fromkeys(messages.missing_characters):
        if character not in named:
            for place in places_of_text(laid_out.root, character):
                yield _missing(place, character)
    for name in dict.fromkeys(messages.refused_fonts):
        yield codes.FONT_REFUSED.at(None, name=name)
    if fonts.fangsong_lacks is not None:
        yield _fangsong(fonts.fangsong_lacks)


def _missing(place: Place | None, character: str) -> Diagnostic:
    zh, en = rare_remedy(character)
    return codes.MISSING_CHARACTER.at(place, character=character, point=_point(character), remedy_zh=zh, remedy_en=en)


def _drawing_faults(laid_out: LaidOut, messages: Messages, fonts: Fonts) -> Iterator[Diagnostic]:
    """Text in drawings that is not set in a font of the edition, or in none at all."""
    for address, families, characters in messages.drawn_texts:
        name = unquote(address.removeprefix(BASE))
        asked = families[0]
        known = asked.casefold() in fonts.families or asked.casefold() in fonts.setup.generic
        foreign: dict[str, str] = {}
        for character, got in characters:
            if not got:
                point = _point(character)
                yield from _at(laid_out, address, codes.DRAWING_CHARACTER, name=name, character=character, point=point)
            elif not character.isspace() and (not known or got.casefold() not in fonts.families):
                family = got if known else asked
                foreign[family] = foreign.get(family, "") + character
        for family, text in foreign.items():
            own = fonts.chains["hei"][0]
            yield from _at(laid_out, address, codes.DRAWING_FONT, name=name, characters=text, family=family, own=own)


def _fangsong(lacks: str) -> Diagnostic:
    some = lacks if len(lacks) <= SHOWN else f"{lacks[:SHOWN]}……"
    if not lacks:
        return codes.FANGSONG.at(None, reason_zh="没有仿宋字体", reason_en="there is no fangsong font")
    return codes.FANGSONG.at(None, reason_zh=f"仿宋字体缺“{some}”", reason_en=f"the fangsong font lacks “{some}”")


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _picture_faults(laid_out: LaidOut, messages: Messages, broken: Mapping[str, str]) -> Iterator[Diagnostic]:
    fetcher = laid_out.fetcher
    reasons = {address: broken[name] for address, name in fetcher.missing.items() if name in broken}
    known = {*fetcher.denied, *fetcher.missing}
    reasons |= {address: reason for address, reason in messages.broken_pictures.items() if address not in known}
    for address in fetcher.denied:
        yield from _at(laid_out, address, codes.REFUSED, address=address.removeprefix(BASE))
    for address, name in fetcher.missing.items():
        if address not in reasons:
            yield from _at(laid_out, address, codes.MISSING_PICTURE, name=name)
    for address, reason in reasons.items():
        yield from _at(laid_out, address, codes.BROKEN_PICTURE, name=unquote(address.removeprefix(BASE)), reason=reason)


def _at(laid_out: LaidOut, pointed: str, code: Code, **facts: str) -> Iterator[Diagnostic]:
    """The diagnostic at every block that points at this address."""
    for place in places_where(laid_out.root, address_is(pointed)):
        yield code.at(place, **facts)


def _link_faults(laid_out: LaidOut, messages: Messages) -> Iterator[Diagnostic]:
    for target in dict.fromkeys(messages.broken_links):
        yield from _at(laid_out, f"#{target}", codes.BROKEN_LINK, target=f"#{target}")
    outside = {
        target
        for page in laid_out.document.pages
        for kind, target, *_ in page.links
        if kind == "external" and target.startswith(BASE)
    }
    for target in sorted(outside):
        yield from _at(laid_out, target, codes.BROKEN_LINK, target=unquote(target.removeprefix(BASE)))
