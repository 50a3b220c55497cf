"""Raster pictures in the inks of the press: same pixels, other channels."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, PdfImage
from PIL import Image

from fuzi.prepress.entries import drop
from fuzi.prepress.inks import Palette, UnconvertibleError
from fuzi.prepress.spaces import CMYK, GREY, space_of

JPEG_QUALITY = 95
"""Of pictures that came as JPEG, with colour as fine as lightness: another generation must not show."""

_WHITE = 255
_INVERTED_CMYK = [1, 0] * 4


def convert_picture(picture: Any, resources: Any, palette: Palette) -> bool:
    """Put an image XObject into the palette's space, keeping its pixels; True when it was flattened on white.

    Grey pictures become (or stay) DeviceGray: one channel, which a press with a CMYK intent prints in K alone
    (ISO 15930-7 allows it), a quarter of the size, and no loss. Line art of black and white stays, or becomes, 1 bit.
    Raises UnconvertibleError.
    """
    drop(picture, "/Interpolate")
    if picture.get("/ImageMask", False):
        return False
    if isinstance(picture.get("/Mask"), Array):
        raise UnconvertibleError("/Mask")
    flattened = "/SMask" in picture
    space = space_of(picture.ColorSpace, resources)
    plain = space in (GREY, CMYK) or (space.kept and space.family != "/Pattern")
    if not flattened and (plain or (space.channels == 1 and space.family != "/Indexed")):
        if space.channels == 1 and not space.kept:
            picture.ColorSpace = Name.DeviceGray
        return False
    image, seen = _read(picture, flattened)
    icc = space.icc or _profile_of(image)
    as_jpeg = _is_jpeg(picture)
    made = image if image.mode == "CMYK" else palette.picture(image, icc)
    drop(picture, "/SMask", "/Decode", "/DecodeParms", "/Intent")
    _write(picture, made, as_jpeg)
    return seen


def _profile_of(image: Image.Image) -> bytes | None:
    """The profile that a JPEG carries in itself, if it is one of RGB."""
    icc = image.info.get("icc_profile")
    return icc if isinstance(icc, bytes) and image.mode == "RGB" and icc[16:20] == b"RGB " else None


def _is_jpeg(picture: Any) -> bool:
    filters = picture.get("/Filter")
    return filters == Name.DCTDecode or (isinstance(filters, Array) and list(filters) == [Name.DCTDecode])


def _read(picture: Any, flattened: bool) -> tuple[Image.Image, bool]:
    """The pixels, and whether anything of them was seen through."""
    try:
        image = PdfImage(picture).as_pil_image()
        image.load()
        if image.mode not in ("1", "L", "RGB", "CMYK"):
            image = image.convert("RGB")
        if not flattened:
            return image, False
        cover = PdfImage(picture.SMask).as_pil_image().convert("L")
    except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, OSError, ValueError, NotImplementedError) as error:
        raise UnconvertibleError(str(error) or type(error).__name__) from error
    if not picture.SMask.get("/Decode", Array([0, 1])) == Array([0, 1]):
        raise UnconvertibleError("/SMask /Decode")
    lowest: Any = cover.getextrema()
    if lowest[0] == _WHITE:
        return image, False
    if image.mode == "1":
        image = image.convert("L")
    if cover.size != image.size:
        cover = cover.resize(image.size, Image.Resampling.BILINEAR)
    paper: Any = (0, 0, 0, 0) if image.mode == "CMYK" else (_WHITE,) * len(image.getbands())
    ground = Image.new(image.mode, image.size, paper if len(paper) > 1 else _WHITE)
    flat = Image.composite(image, ground, cover)
    flat.info.update(image.info)
    return flat, True


def _write(picture: Any, image: Image.Image, as_jpeg: bool) -> None:
    if _two_toned(image):
        image = image.convert("1", dither=Image.Dither.NONE)
        picture.write(image.tobytes())
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 1
        return
    picture.ColorSpace = Name.DeviceCMYK if image.mode == "CMYK" else Name.DeviceGray
    picture.BitsPerComponent = 8
    if as_jpeg:
        target = BytesIO()
        image.save(target, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        picture.write(target.getvalue(), filter=Name.DCTDecode)
        if image.mode == "CMYK":
            picture.Decode = Array(_INVERTED_CMYK)
        return
    channels = len(image.getbands())
    parms = Dictionary(Predictor=15, Colors=channels, BitsPerComponent=8, Columns=image.width)
    picture.write(_predicted(image), filter=Name.FlateDecode, decode_parms=parms)


def _two_toned(image: Image.Image) -> bool:
    """True for a grey picture of nothing but black and white."""
    if image.mode != "L":
        return image.mode == "1"
    tones: Any = image.getcolors(2)
    return tones is not None and {tone for _, tone in tones} <= {0, _WHITE}


def _predicted(image: Image.Image) -> bytes:
    """The pixels as PNG stores them: it predicts rows well, and four channels look like RGBA to it."""
    if image.mode == "CMYK":
        image = Image.frombytes("RGBA", image.size, image.tobytes())
    target = BytesIO()
    image.save(target, "PNG")
    data, at, rows = target.getvalue(), 8, []
    while at < len(data):
        (length,) = struct.unpack_from("!I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            rows.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(rows)
