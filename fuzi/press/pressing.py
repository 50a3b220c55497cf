"""The stage itself: a galley in, pages out, with all that went wrong on the way."""

from __future__ import annotations

from dataclasses import replace

from fuzi.model.edition import Edition
from fuzi.model.galley import Galley
from fuzi.model.metadata import Metadata
from fuzi.model.product import Pages
from fuzi.model.report import Outcome, Report
from fuzi.model.source import Place
from fuzi.press import codes
from fuzi.press.engine.document import write_pdf
from fuzi.press.engine.facts import folio_runs, glyphs
from fuzi.press.engine.figures import figures
from fuzi.press.engine.fontfiles import font_files
from fuzi.press.engine.linefacts import line_facts, manner
from fuzi.press.engine.makeup import short_ends
from fuzi.press.engine.messages import listening
from fuzi.press.faults import faults
from fuzi.press.forme import Forme, astray, lay, padded
from fuzi.press.leaf import overfull


def press(galley: Galley, edition: Edition, metadata: Metadata) -> Outcome[Pages]:
    """Set the galley on pages of the book's trim size: the PDF and the facts about its pages.

    Pictures come from ``galley.assets`` and fonts from this machine; nothing else is read. The same galley and edition
    give the same bytes. A font that the variant names and the machine lacks is a FontFault.
    """
    return print_off(lay(galley, edition, metadata))


def print_off(forme: Forme) -> Outcome[Pages]:
    """Write the PDF of pages that are set."""
    bed = forme.bed
    with listening(bed.messages):
        pdf = write_pdf(forme.laid_out, folio_runs(forme.facts))
    facts = replace(
        forme.facts,
        glyphs=glyphs(forme.laid_out),
        lines=line_facts(forme.laid_out),
        manner=manner(forme.laid_out),
        fonts=font_files(forme.laid_out, bed.fonts.setup),
    )
    found = list(faults(forme.laid_out, bed.messages, bed.fonts, bed.broken, bed.edition.name))
    found += astray(forme)
    found += overfull(forme.facts, forme.fits)
    for page, rows, place in short_ends(forme.laid_out, facts):
        found.append(codes.SHORT_END.at(place, page=page + 1, rows=rows))
    found += padded(forme)
    if not forme.fitting:
        found.insert(0, codes.TRIM_TOO_SMALL.at(None, trim=bed.metadata.trim))
    return Outcome(Pages(pdf, facts), Report.of(found))


def figures_of(forme: Forme) -> dict[str, Place]:
    """Where the raster pictures of the PDF come from, by the names of their resources in it."""
    return figures(forme.laid_out)
