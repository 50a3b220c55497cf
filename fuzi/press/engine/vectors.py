"""The vector figures on each page, which leave no resource in the PDF that could be traced back to them."""

from __future__ import annotations

from weasyprint.formatting_structure import boxes
from weasyprint.images import SVGImage

from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.places import place_of, spans


def vector_figures(laid_out: LaidOut) -> dict[int, tuple[Place, ...]]:
    """The places of the vector figures by the index of the page on which they stand, from its top."""
    known = {id(element): place for element, span in spans(laid_out.root) if (place := place_of(span)) is not None}
    found: dict[int, tuple[Place, ...]] = {}
    for index, page in enumerate(laid_out.document.pages):
        shown = [
            known[id(box.element)]
            for box in page._page_box.descendants()
            if isinstance(box, boxes.ReplacedBox) and isinstance(box.replacement, SVGImage) and id(box.element) in known
        ]
        if shown:
            found[index] = tuple(dict.fromkeys(shown))
    return found
