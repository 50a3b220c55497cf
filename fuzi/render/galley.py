"""The stage: a settled copy becomes the HTML, the styles and the pictures of one edition."""

from __future__ import annotations

from jinja2 import TemplateError

from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.galley import Galley, Section
from fuzi.model.product import PageFacts
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.render.blocks import BlockWriter
from fuzi.render.codes import TEMPLATE_BROKEN
from fuzi.render.environment import BASE, environment, themes
from fuzi.render.formulas import FormulaWriter
from fuzi.render.labels import Labels
from fuzi.render.navigation import navigation
from fuzi.render.pictures import PictureShelf
from fuzi.render.sections import Compositor
from fuzi.render.themes import stylesheets, theme_named, unknown_theme
from fuzi.render.wellformed import astray, not_well_formed


def render(copy: FairCopy, edition: Edition, facts: PageFacts | None = None) -> Outcome[Galley]:
    """The galley of one edition; ``facts`` of a first pressing fill in what the copyright page leaves to be counted."""
    theme, found = _theme(copy)
    labels = Labels(copy.variant.tag, copy.variant.labels)
    formulas = FormulaWriter(edition.medium)
    writer = BlockWriter(edition.medium, labels, PictureShelf.of(copy.assets), formulas, _scope(copy, edition))
    metadata = copy.metadata[edition.product]
    sections: tuple[Section, ...] = ()
    try:
        templates = environment(theme)
        writer.load(templates)
        sections = tuple(Compositor(copy, edition, metadata, labels, writer, templates, facts).sections())
    except TemplateError as error:
        found.append(_broken(theme, error))
    lines = navigation(copy, labels)
    found += [*writer.diagnostics, *writer.pictures.diagnostics, *writer.formulas.diagnostics]
    found += [*labels.missing.values(), *not_well_formed(sections)]
    found += astray(sections, writer.inlines.inward)
    drawings = tuple(drawing.asset for drawing in writer.formulas.drawings.values())
    galley = Galley(
        language=copy.variant.tag,
        title=metadata.title,
        sections=sections,
        navigation=lines,
        stylesheets=stylesheets(theme, edition.medium, copy.variant.fonts),
        assets=(*writer.pictures.used.values(), *drawings),
        labels=dict(copy.variant.labels),
        typesetting=copy.settings.set_in(),
    )
    return Outcome(galley, Report.of(found))


def _scope(copy: FairCopy, edition: Edition) -> str:
    """Where the numbers of notes begin anew; a reading system has no pages."""
    scope = copy.settings.typesetting.notes
    return "chapter" if scope == "page" and edition.medium is Medium.REFLOW else scope


def _theme(copy: FairCopy) -> tuple[str, list[Diagnostic]]:
    """The theme that the book asks for; an unknown one is reported, and ``base`` stands in for it."""
    theme = copy.settings.theme
    if theme in themes():
        return theme, list(theme_named(theme).report.diagnostics)
    return BASE, [unknown_theme(theme)]


def _broken(theme: str, error: TemplateError) -> Diagnostic:
    name = getattr(error, "name", None) or "?"
    line = getattr(error, "lineno", None)
    template = f"{name}:{line}" if line else name
    return TEMPLATE_BROKEN.at(None, theme=theme, template=template, reason=error.message or "")
