"""The stage itself: a galley in, pages out, with all that went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from fuzi.model.edition import Edition
from fuzi.model.galley import Galley
from fuzi.model.metadata import Metadata, Trim
from fuzi.model.product import Pages
from fuzi.model.report import Code, Diagnostic, Outcome, Report
from fuzi.model.source import Place
from fuzi.press import codes
from fuzi.press.engine.document import LaidOut, assemble, lay_out, write_pdf
from fuzi.press.engine.facts import folio_runs, glyphs, page_facts
from fuzi.press.engine.fetcher import BASE, Resource
from fuzi.press.engine.fontuse import foreign_characters
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.engine.notes import note_faults
from fuzi.press.engine.places import address_is, places_of_text, places_where
from fuzi.press.engine.widths import overfull
from fuzi.press.fonts import Fonts, choose_fonts
from fuzi.press.geometry import Geometry, geometry, page_css
from fuzi.press.pictures import damaged

_USUAL = Geometry(416.693, 595.276, 27, 27, 17.5)
"""147×210: stands in for a trim size that cannot be used, so that the rest of the book is still looked at."""


def press(galley: Galley, edition: Edition, metadata: Metadata) -> Outcome[Pages]:
    """Set the galley on pages of the book's trim size: the PDF and the facts about its pages.

    Pictures come from ``galley.assets`` and fonts from this machine; nothing else is read. The same galley and edition
    give the same bytes. A font that the variant names and the machine lacks is a FontFault.
    """
    given = geometry(metadata.trim)
    page = given or _USUAL
    fonts = choose_fonts(edition)
    broken = damaged(galley.assets)
    sheets = [("edition.css", page_css(page)), ("fonts.css", fonts.css), *galley.stylesheets.items()]
    with listening() as messages:
        root = assemble(galley, _head(galley, edition, metadata))
        laid_out = lay_out(root, sheets, _resources(galley, fonts, broken), messages)
        facts = page_facts(laid_out, galley, (page.characters, page.lines))
        pdf = write_pdf(laid_out, folio_runs(facts))
    facts = replace(facts, glyphs=glyphs(laid_out))
    found = [*_trim_faults(given, metadata.trim), *_faults(laid_out, messages, fonts, broken)]
    return Outcome(Pages(pdf, facts), Report.of(found))


def _head(galley: Galley, edition: Edition, metadata: Metadata) -> Iterator[tuple[str, str]]:
    """What the PDF says of itself; dates come from the edition alone."""
    moment = edition.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    for contributor in metadata.contributors:
        if not contributor.part:
            for name in contributor.names:
                yield "author", name
    if metadata.summary:
        yield "description", metadata.summary
    if metadata.subjects:
        yield "keywords", ", ".join(metadata.subjects)
    yield "generator", "fuzi"
    yield "dcterms.created", moment
    yield "dcterms.modified", moment


def _resources(galley: Galley, fonts: Fonts, broken: Mapping[str, str]) -> dict[str, Resource]:
    sound = (asset for asset in galley.assets if asset.path not in broken)
    return {**{asset.path: Resource(asset.media_type, asset.data) for asset in sound}, **fonts.resources}


def _trim_faults(page: Geometry | None, trim: Trim) -> Iterator[Diagnostic]:
    if page is None:
        yield codes.TRIM_TOO_SMALL.at(None, trim=trim)


def _faults(laid_out: LaidOut, messages: Messages, fonts: Fonts, broken: Mapping[str, str]) -> Iterator[Diagnostic]:
    yield from _character_faults(laid_out, messages, fonts)
    yield from _picture_faults(laid_out, messages, broken)
    yield from _link_faults(laid_out, messages)
    for fault in note_faults(laid_out):
        code = codes.LOST_NOTE if fault.lost else codes.OVERFULL_NOTE
        yield code.at(fault.place, text=fault.text)
    for excess in overfull(laid_out):
        yield codes.WIDE.at(excess.place, excess=f"{excess.millimetres:.1f}", text=excess.text, page=excess.page + 1)
    for sheet, message in messages.styles:
        yield codes.STYLE_IGNORED.at(None, sheet=sheet, message=message)
    for message in dict.fromkeys(messages.others):
        yield codes.ENGINE_SAID.at(None, message=message)


def _character_faults(laid_out: LaidOut, messages: Messages, fonts: Fonts) -> Iterator[Diagnostic]:
    for character in dict.fromkeys(messages.missing_characters):
        for place in places_of_text(laid_out.root, character):
            yield codes.MISSING_CHARACTER.at(place, character=character, point=f"U+{ord(character):04X}")
    for family, characters in foreign_characters(laid_out, fonts.families).items():
        for place, own in _by_place(laid_out, characters):
            yield codes.FOREIGN_FONT.at(place, characters=own, family=family)


def _by_place(laid_out: LaidOut, characters: str) -> Iterable[tuple[Place | None, str]]:
    """Place -> those of the characters that stand there."""
    places: dict[Place | None, str] = {}
    for character in characters:
        for place in places_of_text(laid_out.root, character):
            places[place] = places.get(place, "") + character
    return places.items()


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
