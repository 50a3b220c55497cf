"""The pictures of a book: each read once, and only if it is a whole picture of a kind that print and EPUB can show."""

from __future__ import annotations

import posixpath
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from urllib.parse import unquote

from PIL import Image, ImageFile, UnidentifiedImageError

from fuzi.load import codes
from fuzi.load.folder import LARGEST_FIGURE, BookFolder
from fuzi.load.nearest import Hint, choices, near
from fuzi.load.references import Named
from fuzi.load.svg import read_svg
from fuzi.model.book import Asset
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

MOST_PIXELS = 40_000_000
"""Pixels of one picture."""

EXAMPLE = "figures/a.png"

_SUFFIXES = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/svg+xml": (".svg",),
}
_RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_TURNED = (5, 6, 7, 8)  # EXIF orientations that lay the picture on its side
_ORIENTATION = 0x0112


def read_assets(folder: BookFolder, sources: Iterable[Named]) -> tuple[tuple[Asset, ...], list[Diagnostic]]:
    """One asset for each distinct source, under exactly the path that the text gives; faults at each first use."""
    first: dict[str, Place] = {}
    for source in sources:
        first.setdefault(source.name, source.place)
    assets: list[Asset] = []
    found: list[Diagnostic] = []
    for path, place in first.items():
        asset, diagnostics = _read(folder, path, place)
        found += diagnostics
        if asset is not None:
            assets.append(asset)
    return tuple(assets), found


def _read(folder: BookFolder, path: str, place: Place) -> tuple[Asset | None, list[Diagnostic]]:
    example = _example(folder, path)
    found = folder.read(path, place, limit=LARGEST_FIGURE, example=example)
    if found.missing and unquote(path) != path:
        found = folder.read(unquote(path), place, limit=LARGEST_FIGURE, example=example)
    if found.problem is not None:
        return None, [found.problem]
    if found.data is None:
        return None, [codes.FIGURE_MISSING.at(place, path=path, **_near(folder, path))]
    return picture(found.data, path, place)


def picture(data: bytes, path: str, place: Place) -> tuple[Asset | None, list[Diagnostic]]:
    """The asset that these bytes are, checked by decoding them, or what is wrong with them."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return None, [codes.FIGURE_HTML.at(place, path=path)]
    if head.startswith(b"<") or path.lower().endswith(".svg"):
        size, problem = read_svg(data, path, place)
        if problem is not None:
            return None, [problem]
        return _named(Asset(path, "image/svg+xml", data, *size), place)
    try:
        with strict_decoding():
            return _raster(data, path, place)
    except UnidentifiedImageError:
        return None, [_unknown(data, path, place)]
    except Image.DecompressionBombError:
        return None, [_too_large(path, place, *_size(data))]
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, OverflowError, IndexError, TypeError, KeyError):
        return None, [codes.FIGURE_DAMAGED.at(place, path=path)]  # what Pillow raises for broken files varies by format


@contextmanager
def strict_decoding() -> Iterator[None]:
    """Have Pillow refuse cut-off pictures: WeasyPrint tells it, for the whole process, to fill them up with grey."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _raster(data: bytes, path: str, place: Place) -> tuple[Asset | None, list[Diagnostic]]:
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        media_type = _RASTER[image.format or ""]
        width, height = image.size
        if width * height > MOST_PIXELS:
            return None, [_too_large(path, place, width, height)]
        if image.mode.startswith("I"):
            return None, [codes.FIGURE_DEPTH.at(place, path=path)]
        image.verify()
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        image.load()
        if image.getexif().get(_ORIENTATION) in _TURNED:
            width, height = height, width
    return _named(Asset(path, media_type, data, width, height), place)


def _too_large(path: str, place: Place, width: int, height: int) -> Diagnostic:
    limit = MOST_PIXELS // 1_000_000
    return codes.FIGURE_PIXELS.at(place, path=path, width=width, height=height, limit=limit)


def _size(data: bytes) -> tuple[int, int]:
    """The size in the header of a picture that Pillow refuses to open for its size; nothing of it is decoded."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            return image.size
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _named(asset: Asset, place: Place) -> tuple[Asset | None, list[Diagnostic]]:
    """The asset, if its extension says what it is: reading systems go by either, and the two must agree."""
    suffixes = _SUFFIXES[asset.media_type]
    stem, suffix = posixpath.splitext(asset.path)
    if suffix.lower() in suffixes:
        return asset, []
    kind = asset.media_type.removeprefix("image/").removesuffix("+xml").upper()
    right = stem + suffixes[0]
    return None, [codes.FIGURE_EXTENSION.at(place, path=asset.path, found=kind, right=right)]


def _unknown(data: bytes, path: str, place: Place) -> Diagnostic:
    """A file that is no picture we take; what it seems to be helps to find the right one."""
    if not data:
        return codes.FIGURE_DAMAGED.at(place, path=path)
    for start, name in _SIGNATURES:
        if data.startswith(start):
            if name in _SUFFIXES:
                return codes.FIGURE_DAMAGED.at(place, path=path)
            return codes.FIGURE_KIND.at(place, path=path, found=name)
    return codes.FIGURE_KIND.at(place, path=path, found="?")


_SIGNATURES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"%PDF", "PDF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"8BPS", "Photoshop"),
    (b"PK\x03\x04", "ZIP"),
    (b"%!PS", "EPS"),
)


def _example(folder: BookFolder, path: str) -> str:
    """The right path of a picture that is written another way: that of the file of the same name, if there is one."""
    name = unquote(path).replace("\\", "/").rpartition("/")[2]
    inside = [item for item in folder.files("figures") if item.rpartition("/")[2] == name]
    return inside[0] if inside else EXAMPLE


def _near(folder: BookFolder, path: str) -> Hint:
    names = folder.files("figures")
    hint = near(unquote(path), names)
    if hint != choices(names):
        return hint
    return {
        "near_zh": f"把图片放进书稿文件夹的 figures/，路径从书稿文件夹写起，例如 {EXAMPLE}",
        "near_en": f"Put the picture into figures/ of the book folder; the path starts there, for example {EXAMPLE}",
    }
