"""The cover picture of an e-book: the one that the book gives, or one drawn from its metadata."""

from __future__ import annotations

from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Outcome
from fuzi.press import picture
from fuzi.render import render_cover

WIDTH, HEIGHT = 1600, 2560
"""Pixels: the size that shops ask for (ratio 1.6)."""


def cover_of(copy: FairCopy, edition: Edition) -> Outcome[Asset | None]:
    """The cover as one picture."""
    if copy.settings.cover:
        given = next((asset for asset in copy.assets if asset.path == copy.settings.cover), None)
        return Outcome(given)  # the loader has said so when the file is missing
    html, stylesheets = render_cover(copy, edition)
    data = picture(html, stylesheets, WIDTH, HEIGHT, edition)
    return Outcome(Asset("cover.png", "image/png", data, WIDTH, HEIGHT))
