"""Pictures are decoded to the end before the engine sees them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from fuzi.model.book import Asset
from fuzi.press.pictures import damaged


def raster(kind: str) -> bytes:
    data = BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(data, kind)
    return data.getvalue()


def asset(data: bytes, media_type: str) -> Asset:
    return Asset("assets/a", media_type, data, 64, 64)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_torn_pictures_are_found(kind: str) -> None:
    whole = raster(kind)
    media_type = f"image/{kind.lower()}"
    assert damaged([asset(whole, media_type)]) == {}
    assert damaged([asset(whole[: len(whole) // 2], media_type)]).keys() == {"assets/a"}


@pytest.mark.parametrize("data", [b"", b"<html>404</html>", "非图片".encode()])
def test_what_is_no_picture_is_found(data: bytes) -> None:
    assert damaged([asset(data, "image/png")]) == {"assets/a": "format"}
    assert damaged([asset(data, "image/svg+xml")]).keys() == {"assets/a"}


def test_a_sound_drawing_passes_and_a_bomb_does_not() -> None:
    assert damaged([asset(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml")]) == {}
    entity = b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>'
    assert damaged([asset(entity, "image/svg+xml")]).keys() == {"assets/a"}
