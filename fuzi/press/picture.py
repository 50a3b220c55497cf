"""One page as a picture: the cover of an e-book."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pymupdf
from PIL import Image, ImageOps

from fuzi.model.book import Asset
from fuzi.model.units import POINTS_PER_MM
from fuzi.press.engine.messages import listening
from fuzi.press.engine.sheets import write_sheet
from fuzi.press.sheet import SetSheet

QUALITY = 92


def picture(sheet: SetSheet, width: int, height: int) -> bytes:
    """A sheet that is set, as a PNG of ``width`` × ``height`` pixels. The same sheet gives the same bytes."""
    with listening(sheet.messages):
        data = write_sheet(sheet.laid_out, sheet.copy.slug)
    open_pdf: Any = pymupdf.open  # has no types
    matrix: Any = pymupdf.Matrix
    across, down = (
        pixels / (side * POINTS_PER_MM) for pixels, side in zip((width, height), _sides(sheet), strict=True)
    )
    with open_pdf(stream=data, filetype="pdf") as document:
        pixmap = document[0].get_pixmap(matrix=matrix(across, down), colorspace=pymupdf.csRGB)
        pixmap.set_dpi(300, 300)
        image: bytes = pixmap.tobytes("png")
    return image


def reduced(asset: Asset, most: int) -> Asset:
    """A JPEG or PNG of ``most`` pixels at the most, in its own proportions; any other picture as it is."""
    if asset.media_type not in ("image/jpeg", "image/png") or asset.width * asset.height <= most:
        return asset
    scale = (most / (asset.width * asset.height)) ** 0.5
    size = int(asset.width * scale), int(asset.height * scale)
    target = BytesIO()
    with Image.open(BytesIO(asset.data)) as opened:
        turned = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile")
        plain = turned.convert("RGB") if turned.mode == "P" else turned
        small = plain.resize(size, Image.Resampling.LANCZOS)
        if asset.media_type == "image/png":
            small.save(target, "PNG", icc_profile=profile, optimize=False)
        else:
            small.save(target, "JPEG", icc_profile=profile, quality=QUALITY, subsampling=0)
    return Asset(asset.path, asset.media_type, target.getvalue(), *size)


def _sides(sheet: SetSheet) -> tuple[float, float]:
    outside = 2 * (sheet.copy.bleed + sheet.copy.slug)
    return sheet.copy.width + outside, sheet.copy.height + outside
