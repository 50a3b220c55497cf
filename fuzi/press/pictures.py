"""Looks at every picture before the engine does, which accepts torn files or falls over them late."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from fuzi.model.book import Asset

SVG = "image/svg+xml"


def damaged(assets: Iterable[Asset]) -> dict[str, str]:
    """Path -> what is wrong, for pictures that cannot be decoded to the end."""
    found: dict[str, str] = {}
    for asset in assets:
        reason = _drawing(asset.data) if asset.media_type == SVG else _raster(asset.data)
        if reason:
            found[asset.path] = reason
    return found


def _drawing(data: bytes) -> str:
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return str(error)
    return "" if root.tag.rpartition("}")[2] == "svg" else f"<{root.tag}>"


def _raster(data: bytes) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as image:
                image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        text = str(error)
        return "format" if "cannot identify" in text else text or type(error).__name__
    return ""
