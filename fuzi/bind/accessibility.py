"""Accessibility metadata (EPUB Accessibility 1.1 §2, schema.org vocabulary): only what is true of this book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from fuzi.bind.vocabulary import MATHML, SVG, XHTML
from fuzi.model.book import Asset

_MOVING = frozenset({"image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class Contents:
    """What the documents hold, as far as it matters to readers who cannot see.

    ``pictures`` are those that carry meaning; ``described`` is False as soon as one of them lacks a text alternative.
    """

    pictures: bool = False
    described: bool = True
    formulas: bool = False
    notes: bool = False

    def __or__(self, other: Contents) -> Contents:
        return Contents(
            self.pictures or other.pictures,
            self.described and other.described,
            self.formulas or other.formulas,
            self.notes or other.notes,
        )


def contents_of(root: etree._Element) -> Contents:
    """What one document holds."""
    found = Contents(notes=next(root.iter(f"{{{XHTML}}}aside"), None) is not None)
    for element in root.iter(f"{{{XHTML}}}img", f"{{{SVG}}}svg", f"{{{MATHML}}}math"):
        if element.tag == f"{{{MATHML}}}math":
            found |= Contents(formulas=True)
        elif element.tag == f"{{{XHTML}}}img":
            found |= _picture(element.get("alt"))
        elif element.get("aria-hidden") != "true" and element.get("role") not in ("presentation", "none"):
            title = element.findtext(f"{{{SVG}}}title")
            label = element.get("aria-label") or element.get("aria-labelledby") or title
            found |= _picture(label or None)
    return found


def _picture(alternative: str | None) -> Contents:
    """An empty alternative marks a picture as ornament; a missing one is a fault."""
    if alternative is None:
        return Contents(pictures=True, described=False)
    return Contents(pictures=bool(alternative.strip()))


def properties(
    contents: Contents, assets: Iterable[Asset], labels: Mapping[str, str], *, pages: bool = False
) -> list[tuple[str, str]]:
    """``schema:*`` properties and their values, in order.

    The summary is made of the labels ``accessibility_text``, ``_pictures``, ``_notes``, ``_formulas``, ``_pages``, one
    sentence each; a variant that has none of them has no summary. ``pages``: it marks the pages of the print edition.
    """
    found = [("schema:accessMode", "textual")]
    if contents.pictures:
        found.append(("schema:accessMode", "visual"))
    if contents.described:
        found.append(("schema:accessModeSufficient", "textual"))
    if contents.pictures:
        found.append(("schema:accessModeSufficient", "textual,visual"))
    features = ["structuralNavigation", "tableOfContents", "readingOrder"]
    if contents.described:
        features.append("alternativeText")
    if contents.formulas:
        features.append("MathML")
    if pages:
        features += ["pageBreakMarkers", "pageNavigation"]
    found += [("schema:accessibilityFeature", feature) for feature in features]
    moving = any(asset.media_type in _MOVING for asset in assets)
    found.append(("schema:accessibilityHazard", "unknown" if moving else "none"))
    facts = {
        "accessibility_text": True,
        "accessibility_pictures": contents.pictures and contents.described,
        "accessibility_notes": contents.notes,
        "accessibility_formulas": contents.formulas,
        "accessibility_pages": pages,
    }
    summary = "".join(labels.get(key, "") for key, true in facts.items() if true)
    if summary:
        found.append(("schema:accessibilitySummary", summary))
    return found
