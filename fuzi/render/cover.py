"""The cover of an e-book, made from what the book says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.render import leaf
from fuzi.render.environment import BASE, environment, themes
from fuzi.render.labels import Labels
from fuzi.render.themes import cover_stylesheets
from fuzi.render.titles import title_lines


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
