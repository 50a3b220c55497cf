"""From the raster pictures of a written PDF back to the places of the book that they came from."""

from __future__ import annotations

from hashlib import md5
from urllib.parse import urljoin

from weasyprint.urls import iri_to_uri

from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.fetcher import BASE
from fuzi.press.engine.places import place_of, spans


def figures(laid_out: LaidOut) -> dict[str, Place]:
    """The name of the resource in the PDF -> where the picture is first shown.

    The engine names a picture by the MD5 of its address and by whether it is to be smoothed (0, 1).
    """
    found: dict[str, Place] = {}
    for element, span in spans(laid_out.root):
        source = element.get("src") if element.tag == "img" else None
        place = place_of(span)
        if source is None or place is None:
            continue
        digest = md5(iri_to_uri(urljoin(BASE, source)).encode(), usedforsecurity=False).hexdigest()
        for smoothed in "01":
            found.setdefault(f"i{digest}{smoothed}", place)
    return found
