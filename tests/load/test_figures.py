"""Only whole pictures of the book itself come in, whatever other libraries have done to Pillow."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from fuzi.load.figures import picture, read_assets, strict_decoding
from fuzi.load.folder import BookFolder
from fuzi.load.references import Named
from fuzi.model.book import Asset
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from tests.load.folders import png, said, write

PLACE = Place("text/a.md", 3, 1)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="20"><path d="M0 0"/></svg>'


def read(folder: Path, *paths: str) -> tuple[tuple[Asset, ...], list[Diagnostic]]:
    return read_assets(BookFolder(folder), [Named(path, PLACE) for path in paths])


@pytest.mark.parametrize(
    ("path", "data", "media_type", "size"),
    [
        ("figures/a.png", png(), "image/png", (4, 3)),
        ("figures/a.PNG", png(mode="L"), "image/png", (4, 3)),
        ("figures/a.png", png(mode="P"), "image/png", (4, 3)),
        ("figures/a.png", png(mode="RGBA"), "image/png", (4, 3)),
        ("figures/a.png", png(mode="1"), "image/png", (4, 3)),
        ("figures/a.jpg", png(form="JPEG"), "image/jpeg", (4, 3)),
        ("figures/a.jpeg", png(mode="CMYK", form="JPEG"), "image/jpeg", (4, 3)),
        ("figures/a.gif", png(mode="P", form="GIF"), "image/gif", (4, 3)),
        ("figures/a.webp", png(form="WEBP"), "image/webp", (4, 3)),
        ("figures/a.svg", SVG, "image/svg+xml", (38, 20)),
    ],
)
def test_whole_pictures(tmp_path: Path, path: str, data: bytes, media_type: str, size: tuple[int, int]) -> None:
    assets, found = read(write(tmp_path, {path: data}), path, path)
    assert not found
    assert assets == (Asset(path, media_type, data, *size),)


def test_the_orientation_of_the_camera_counts() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    asset, _ = picture(png(form="JPEG", exif=exif), "a.jpg", PLACE)
    assert asset is not None
    assert (asset.width, asset.height) == (3, 4)


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("a.png", png(60, 60)[:-2000], "L173"),
        ("a.png", png(60, 60)[:-13], "L173"),
        ("a.png", png()[:20], "L173"),
        ("a.png", png(60, 60).replace(b"IDAT", b"IDAT\x01", 1), "L173"),
        ("a.jpg", png(60, 60, form="JPEG")[:-400], "L173"),
        ("a.jpg", png(60, 60, form="JPEG")[:100], "L173"),
        ("a.gif", png(60, 60, mode="P", form="GIF")[:-800], "L173"),
        ("a.webp", png(60, 60, form="WEBP")[:-200], "L173"),
        ("a.png", b"", "L173"),
        ("a.jpg", b"<!DOCTYPE html><html><body>404</body></html>", "L172"),
        ("a.jpg", b"\n\n  <HTML><body>404</body></HTML>", "L172"),
        ("a.svg", b"<html><body>404</body></html>", "L172"),
        ("a.png", png(form="JPEG"), "L174"),
        ("a.jpg", png(), "L174"),
        ("a.png", SVG, "L174"),
        ("a.svg", png(), "L180"),
        ("a.png", b"%PDF-1.7 ...", "L171"),
        ("a.tif", png(form="TIFF"), "L171"),
        ("a.bmp", png(form="BMP"), "L171"),
        ("a.png", b"just text", "L171"),
        ("a.png", png(8000, 6000, mode="1"), "L175"),
        ("a.png", png(20000, 10000, mode="1"), "L175"),
    ],
)
def test_refused(path: str, data: bytes, code: str) -> None:
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True  # as WeasyPrint sets it on import
    try:
        asset, found = picture(data, path, PLACE)
        assert ImageFile.LOAD_TRUNCATED_IMAGES
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    assert asset is None
    assert said(found) == [f"{code} text/a.md:3:1"]


def test_deep_grey() -> None:
    target = BytesIO()
    Image.new("I;16", (3, 3)).save(target, "PNG")
    assert said(picture(target.getvalue(), "a.png", PLACE)[1]) == ["L176 text/a.md:3:1"]


def test_cutting_off_a_picture_anywhere_is_seen() -> None:
    for form, suffix in (("PNG", "png"), ("JPEG", "jpg")):
        data = png(24, 24, form=form)
        for end in range(0, len(data) - 30, 37):
            asset, found = picture(data[:end], f"a.{suffix}", PLACE)
            assert asset is None, end
            assert found


def test_the_guard_is_taken_away_again() -> None:
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    with strict_decoding():
        assert not ImageFile.LOAD_TRUNCATED_IMAGES
    assert before == ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../figures/a.png", "L103"),
        ("figures/../../x.png", "L103"),
        ("figures/%2e%2e/%2e%2e/x.png", "L103"),
        ("figures\\a.png", "L105"),
        ("file:///etc/passwd", "L103"),
        ("/etc/passwd", "L103"),
        ("http://example.org/a.png", "L104"),
        ("figures/out.png", "L103"),
        ("figures/b.png", "L170"),
        ("figures", "L114"),
    ],
)
def test_paths(tmp_path: Path, path: str, code: str) -> None:
    book = write(tmp_path / "book", {"figures/a.png": png()})
    write(tmp_path, {"x.png": png()})
    (book / "figures/out.png").symlink_to("../../x.png")
    assets, found = read(book, path)
    assert not assets
    assert said(found) == [f"{code} text/a.md:3:1"]


def test_hints_name_the_right_path(tmp_path: Path) -> None:
    book = write(tmp_path, {"figures/maps/town.png": png()})
    assert "figures/maps/town.png" in read(book, "../figures/maps/town.png")[1][0].hint("zh")
    assert "figures/maps/town.png" in read(book, "figures/maps/twon.png")[1][0].hint("zh")
    assert "a.jpg" in picture(png(form="JPEG"), "figures/a.png", PLACE)[1][0].hint("en")


def test_a_percent_encoded_name_is_found_and_keeps_its_path(tmp_path: Path) -> None:
    assets, found = read(write(tmp_path, {"figures/图 1.png": png()}), "figures/%E5%9B%BE%201.png", "figures/图 1.png")
    assert not found
    assert [asset.path for asset in assets] == ["figures/%E5%9B%BE%201.png", "figures/图 1.png"]


def test_the_size_of_a_picture_too_large_to_open_is_named() -> None:
    place = Place("text/a.md", 1, 1)
    _, found = picture(png(30000, 30000, mode="1"), "a.png", place)
    assert "30000×30000" in found[0].message("zh")
    assert Image.MAX_IMAGE_PIXELS
