"""Fonts by role: all there, or a fault that says what to install."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.model.faults import FontFault
from fuzi.press.engine.faces import Face, installed_faces
from fuzi.press.fonts import choose_fonts
from tests.press.samples import EDITION


def with_fonts(**roles: tuple[str, ...]):
    variant = replace(EDITION.variant, fonts={**EDITION.variant.fonts, **roles})
    return replace(EDITION, variant=variant)


def test_every_role_becomes_a_property() -> None:
    css = choose_fonts(EDITION).css
    for role in EDITION.variant.fonts:
        assert f"--font-{role}: " in css
    assert '--font-emphasis: "TeX Gyre Pagella Latin", "LXGW WenKai"' in css


def test_an_absent_font_names_the_debian_package_and_the_command() -> None:
    with pytest.raises(FontFault) as caught:
        choose_fonts(EDITION, [Face(("DejaVu Sans",), ("Book",), "/fonts/DejaVuSans.ttf")])
    for message in (caught.value.zh, caught.value.en):
        assert "Noto Serif CJK SC" in message
        assert "LXGW WenKai" in message
    assert caught.value.command == "sudo apt-get install fonts-noto-cjk fonts-texgyre fonts-lxgw-wenkai" or set(
        caught.value.command.split()
    ) == {"sudo", "apt-get", "install", "fonts-noto-cjk", "fonts-texgyre", "fonts-lxgw-wenkai"}


def test_a_font_of_no_known_package_is_named_without_a_command() -> None:
    with pytest.raises(FontFault) as caught:
        choose_fonts(with_fonts(hei=("No Such Hei",)))
    assert "No Such Hei" in caught.value.en
    assert caught.value.command == ""


def test_the_latin_italic_does_not_take_chinese_punctuation() -> None:
    css = choose_fonts(EDITION).css
    face = next(line for line in css.splitlines() if line.startswith("@font-face"))
    assert "U+20-7E" in face
    for mark in "“”‘’—…·":
        point = ord(mark)
        ranges = [part.strip(" }").removeprefix("U+") for part in face.split("unicode-range:")[1].split(",")]
        spans = [[int(end, 16) for end in part.split("-")] for part in ranges]
        inside = any(span[0] <= point <= span[-1] for span in spans)
        assert not inside or mark == "·"


def test_a_variant_without_italic_role_needs_no_font_for_it() -> None:
    roles = {role: names for role, names in EDITION.variant.fonts.items() if role != "italic"}
    fonts = choose_fonts(replace(EDITION, variant=replace(EDITION.variant, fonts=roles)))
    assert fonts.resources == {}
    assert "@font-face" not in fonts.css


def test_the_machine_is_listed_in_a_fixed_order() -> None:
    faces = installed_faces()
    assert faces == installed_faces()
    assert any("Noto Serif CJK SC" in face.families for face in faces)
