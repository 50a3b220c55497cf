"""The forme: pages that are set but not yet printed, so that what only the pages know can still be put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from fuzi.manufacture.signatures import LEAVES, Padding
from fuzi.manufacture.type_area import Geometry, geometry, parse_area
from fuzi.model.edition import Edition
from fuzi.model.galley import Galley, Matter, Section
from fuzi.model.metadata import Metadata
from fuzi.model.product import PageFact, PageFacts
from fuzi.model.report import Diagnostic
from fuzi.press import codes
from fuzi.press.engine.document import LaidOut, assemble, lay_out
from fuzi.press.engine.facts import page_facts
from fuzi.press.engine.fetcher import Resource
from fuzi.press.engine.fontuse import lacking
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.engine.notes import mark_faults
from fuzi.press.engine.renumber import renumber
from fuzi.press.engine.sidenotes import set_side_notes
from fuzi.press.fonts import FANGSONG, Fonts, choose_fonts, needed_of_fangsong
from fuzi.press.geometry import page_css
from fuzi.press.leaf import Fits, fit, fitted
from fuzi.press.pictures import damaged
from fuzi.press.style import style_css

_USUAL = Geometry(416.693, 595.276, 27, 27, 17.5)
"""147×210: stands in for a trim size that cannot be used, so that the rest of the book is still looked at."""

ROUNDS = 12
"""How often a book is set anew because the numbers of its notes have moved them to other pages."""

_EMPTY = '<section xmlns="http://www.w3.org/1999/xhtml" class="half-title leaf matter-front"></section>'


@dataclass(frozen=True, slots=True)
class Bed:
    """What all pages of one pressing share; ``broken`` are pictures that cannot be decoded, with the reason.

    ``notes`` is where the numbers of notes begin anew; ``padding`` the signatures that the block is padded to.
    """

    edition: Edition
    metadata: Metadata
    page: Geometry
    fonts: Fonts
    broken: Mapping[str, str]
    messages: Messages
    notes: str
    padding: Padding = LEAVES


@dataclass(frozen=True, slots=True)
class Forme:
    """A book whose pages are set. ``facts`` are those of the pages as they stand (``glyphs`` still empty).

    ``parts`` are the layouts that single pages were taken from: their fonts must live until the PDF is written.
    ``fits`` say how tight the pages of the title leaf are set. ``fitting`` is False where the trim size has no room for
    a type area, so that another was set.
    """

    bed: Bed
    laid_out: LaidOut
    facts: PageFacts
    parts: tuple[LaidOut, ...] = field(default=())
    fits: Fits = field(default_factory=dict)
    fitting: bool = True


def page_of(galley: Galley, metadata: Metadata) -> Geometry | None:
    """The page that the book asks for; None where its trim size has no room for such type."""
    asked = galley.typesetting
    return geometry(metadata.trim, float(asked.size), float(asked.leading), parse_area(asked.type_area))


def lay(galley: Galley, edition: Edition, metadata: Metadata, padding: Padding = LEAVES) -> Forme:
    """Set the galley on pages of the trim size; empty pages at the end make up whole leaves, or whole signatures.

    Raises FontFault for a font that the variant names and the machine lacks.
    """
    page = page_of(galley, metadata)
    fitting, page = page is not None, page or _USUAL
    fonts, broken = choose_fonts(edition), damaged(galley.assets)
    bed = Bed(edition, metadata, page, fonts, broken, Messages(), galley.typesetting.notes, padding)
    fits = fit(galley, lambda leaf: _tried(bed, leaf))
    galley = fitted(galley, fits)
    laid_out = _set(bed, galley)
    lacks = _lacks(bed.fonts, galley, laid_out)
    if lacks is not None:
        bed = replace(bed, fonts=bed.fonts.without_fangsong(lacks))
        laid_out = _set(bed, galley) if lacks else laid_out
    facts = page_facts(laid_out, galley, (page.characters, page.lines))
    return _pad(Forme(bed, laid_out, facts, fits=fits, fitting=fitting), galley)


def relay(forme: Forme, galley: Galley, section: str) -> Forme:
    """Set one section of the title leaf anew, from a galley in which nothing else has changed.

    When it takes another number of pages than before, the whole book is set anew.
    """
    where = [fact.index for fact in forme.facts.pages if fact.section == section]
    if not where:
        return forme
    names = [item.id for item in galley.sections]
    head = replace(galley, sections=galley.sections[: names.index(section) + 1], navigation=())
    part = _set(forme.bed, fitted(head, forme.fits))
    first, end = where[0], where[-1] + 1
    if len(part.document.pages) != end:
        return lay(galley, forme.bed.edition, forme.bed.metadata, forme.bed.padding)
    forme.laid_out.document.pages[first:end] = part.document.pages[first:end]
    return replace(forme, parts=(*forme.parts, part))


def _set(bed: Bed, galley: Galley) -> LaidOut:
    style = style_css(galley.typesetting, bed.edition.variant.marks)
    sheets = [("edition.css", page_css(bed.page) + style), ("fonts.css", bed.fonts.css), *galley.stylesheets.items()]
    root = assemble(galley, _head(galley, bed.edition, bed.metadata))
    resources = _resources(galley, bed.broken)
    with listening(bed.messages):
        laid_out = lay_out(root, sheets, resources, bed.messages, bed.fonts.setup)
        rounds = 0
        while not renumber(laid_out, bed.notes, galley.labels) and rounds < ROUNDS:
            rounds += 1
            laid_out = lay_out(root, sheets, resources, bed.messages, bed.fonts.setup)
        set_side_notes(laid_out)
        return laid_out


def _lacks(fonts: Fonts, galley: Galley, laid_out: LaidOut) -> str | None:
    """What the fangsong lacks of the characters set in it, nothing when there is none; None when all is well."""
    if not any(f"--font-{FANGSONG}" in text for text in galley.stylesheets.values()):
        return None
    found = lacking(laid_out, FANGSONG, fonts.fangsong)
    if found is None or not fonts.fangsong:
        return None if found is None else ""
    return "".join(filter(needed_of_fangsong, found)) or None


def astray(forme: Forme) -> Iterator[Diagnostic]:
    """Calls and notes whose marks do not agree."""
    for fault in mark_faults(forme.laid_out, forme.bed.notes):
        yield codes.NOTE_MARKS.at(fault.place, call=fault.call, mark=fault.mark, page=fault.page + 1)


def _tried(bed: Bed, galley: Galley) -> tuple[LaidOut, PageFacts]:
    """Set some sections only to see what room they take; what the engine says of them it says again later."""
    laid_out = _set(replace(bed, messages=Messages()), galley)
    return laid_out, page_facts(laid_out, galley, (0, 0))


def _pad(forme: Forme, galley: Galley) -> Forme:
    """Add empty pages behind the last one until the leaves, or the signatures, are whole."""
    facts = forme.facts
    blanks = forme.bed.padding.blanks(facts.count)
    if not blanks:
        return forme
    side = facts.count % 2
    rectos = (side + blanks) // 2 + 1
    empty = tuple(Section(f"leaf-{number}", "half-title", Matter.FRONT, "", _EMPTY) for number in range(rectos))
    part = _set(forme.bed, replace(galley, sections=empty, navigation=()))
    forme.laid_out.document.pages += part.document.pages[side : side + blanks]
    last = facts.pages[-1]
    added: list[PageFact] = []
    for index in range(facts.count, facts.count + blanks):
        folio = str(int(last.folio) + index - last.index) if last.folio.isdigit() else ""
        added.append(PageFact(index, folio, last.section, True, None, None, 0, 0, 0.0, last.type_area))
    facts = replace(facts, pages=(*facts.pages, *added), padding=blanks)
    return replace(forme, facts=facts, parts=(*forme.parts, part))


def padded(forme: Forme) -> Iterator[Diagnostic]:
    """How many empty pages make up the signatures, and what a signature that is mostly empty would save."""
    padding, facts = forme.bed.padding, forme.facts
    if not padding.pages or not facts.padding:
        return
    said = {"blanks": facts.padding, "count": facts.set_count, "total": facts.count, "signature": padding.pages}
    filled = padding.pages - facts.padding
    if 2 * facts.padding > padding.pages and facts.set_count > padding.pages:
        yield codes.SIGNATURE_EMPTY.at(padding.place, **said, filled=filled, saved=padding.pages)
    else:
        yield codes.SIGNATURE_PADDED.at(padding.place, **said)


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


def _resources(galley: Galley, broken: Mapping[str, str]) -> dict[str, Resource]:
    sound = (asset for asset in galley.assets if asset.path not in broken)
    return {asset.path: Resource(asset.media_type, asset.data) for asset in sound}
