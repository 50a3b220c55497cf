"""Fonts by role: all there, or a fault that says what to install; each character from the font that should give it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.model.edition import Edition, FontFile
from fuzi.model.faults import FontFault
from fuzi.press import press
from fuzi.press.engine.faces import Coverage, Face, Ranges, configured, installed_faces
from fuzi.press.fonts import FANGSONG, LETTERS, MARKS, choose_fonts
from fuzi.variants import variant
from tests import fonts as made
from tests.press.drawn import fonts_of_characters
from tests.press.samples import EDITION, HAN, METADATA, galley, section, stylesheets

TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


def with_fonts(**roles: tuple[str, ...]) -> Edition:
    variant = replace(EDITION.variant, fonts={**EDITION.variant.fonts, **roles})
    return replace(EDITION, variant=variant)


def own(role: str, *files: tuple[str, str, bytes]) -> Edition:
    """The edition of a book that brings these fonts (path, family, bytes) for a role."""
    paths = tuple(path for path, _, _ in files)
    return replace(EDITION, fonts={role: paths}, font_files=tuple(FontFile(*file) for file in files))


def inside(ranges: Ranges, character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)


def test_every_role_becomes_a_property() -> None:
    css = choose_fonts(EDITION).css
    for role in EDITION.variant.fonts.keys() - {"italic"}:
        assert f"--font-{role}: " in css
    assert '--font-emphasis: "TeX Gyre Pagella Emphasis", "LXGW WenKai"' in css


def test_every_chain_ends_with_the_song_of_the_variant() -> None:
    for tag in TAGS:
        edition = replace(EDITION, variant=variant(tag))
        song = edition.variant.fonts["song"][0]
        for role, chain in choose_fonts(edition).chains.items():
            assert chain[-1] == song, role


def test_an_absent_font_names_the_debian_package_and_the_command() -> None:
    with pytest.raises(FontFault) as caught:
        choose_fonts(EDITION, [Face(("DejaVu Sans",), ("Book",), "/fonts/DejaVuSans.ttf")])
    for message in (caught.value.zh, caught.value.en):
        assert "Noto Serif CJK SC" in message
        assert "LXGW WenKai" in message
        assert "Hana" not in message, "fonts for rare characters are not required"
    wanted = {"sudo", "apt-get", "install", "fonts-noto-cjk", "fonts-texgyre", "fonts-lxgw-wenkai"}
    assert set(caught.value.command.split()) == wanted


def test_a_font_of_no_known_package_is_named_without_a_command() -> None:
    with pytest.raises(FontFault) as caught:
        choose_fonts(with_fonts(hei=("No Such Hei",)))
    assert "No Such Hei" in caught.value.en
    assert caught.value.command == ""


def test_a_family_that_the_book_names_must_be_installed() -> None:
    with pytest.raises(FontFault) as caught:
        choose_fonts(replace(EDITION, fonts={"kai": ("Book Kai",)}))
    assert "Book Kai" in caught.value.zh


def test_a_font_for_rare_characters_serves_where_it_is_installed() -> None:
    rare = Face(("HanaMinB",), ("Regular",), "/fonts/HanaMinB.ttf")
    chains = choose_fonts(EDITION, [*installed_faces(), rare]).chains
    assert all("HanaMinB" in chains[role] for role in ("song", "hei", "kai", "mono"))
    assert "HanaMinB" not in choose_fonts(EDITION).chains["song"]


def test_a_font_for_rare_characters_gives_neither_marks_nor_letters() -> None:
    rare = Face(("TW-Kai-Ext-B",), ("Regular",), "/fonts/TW-Kai-Ext-B.ttf")
    fonts = choose_fonts(EDITION, [*installed_faces(), rare])
    assert fonts.setup.without.keys() == {"LXGW WenKai", "TW-Kai-Ext-B"}
    for mark in "A1，“·":
        assert inside(fonts.setup.without["TW-Kai-Ext-B"], mark)


def test_what_latin_fonts_and_the_stock_kai_may_give() -> None:
    for mark in "“”‘’—…·":
        assert not inside(LETTERS, mark)
        assert inside(MARKS, mark)
    for mark in "，。、；：？！（）《》「」『』【】〔〕　％":
        assert inside(MARKS, mark)
    for letter in "Aé9, (ǚ•":
        assert inside(LETTERS, letter)
    for character in "〇々〆一":
        assert not inside(MARKS, character)


def test_a_variant_without_italic_role_needs_no_font_for_it() -> None:
    roles = {role: names for role, names in EDITION.variant.fonts.items() if role != "italic"}
    fonts = choose_fonts(replace(EDITION, variant=replace(EDITION.variant, fonts=roles)))
    assert fonts.setup.files == ()
    assert fonts.chains["emphasis"] == fonts.chains["kai"]


@pytest.mark.parametrize("tag", TAGS)
def test_kai_takes_marks_and_latin_letters_from_the_song_of_the_variant(tag: str) -> None:
    marks = "，。、；：？！（）《》—…·“”‘’「」『』"
    html = f'<blockquote class="quote"><p data-span="t.md:1:1">楷体二〇年{marks}字Latin 1984字</p></blockquote>'
    edition = replace(EDITION, variant=variant(tag))
    outcome = press(replace(galley(section(html)), language=tag), edition, METADATA)
    assert outcome.report.diagnostics == ()
    drawn = fonts_of_characters(outcome.value.pdf)
    song = edition.variant.fonts["song"][0].replace(" ", "-")
    for character in marks + "Latin1984":
        assert all(font.startswith(song) for font in drawn[character]), character
    for character in "楷体年〇字":
        assert drawn[character] == {"LXGW-WenKai-Light"}


def test_full_width_marks_in_kai_are_one_em_wide() -> None:
    marks = "“”‘’—…"
    css = stylesheets() | {"x.css": ".x { font: 20pt/30pt var(--font-kai); text-align: left; --punctuation: full }"}
    html = '<p class="x" data-span="t.md:1:1">' + "".join(f"字{mark}" for mark in marks) + "字</p>"
    outcome = press(galley(section(html), css=css), EDITION, METADATA)
    widths = fonts_of_characters(outcome.value.pdf, widths=True)
    for mark in marks:
        assert widths[mark] == {("Noto-Serif-CJK-SC", 20.0)}, mark


def test_latin_in_emphasis_is_italic_and_leaves_chinese_marks_alone() -> None:
    html = '<p data-span="t.md:1:1"><em>The Art，“书”——é</em></p>'
    drawn = fonts_of_characters(press(galley(section(html)), EDITION, METADATA).value.pdf)
    for letter in "TheArté":
        assert all(font.startswith("TeX-Gyre-Pagella") for font in drawn[letter]), letter
    for mark in "，“”—":
        assert drawn[mark] == {"Noto-Serif-CJK-SC"}


def test_a_latin_font_of_the_book_gives_letters_and_no_marks() -> None:
    edition = replace(EDITION, fonts={"latin": ("TeX Gyre Termes",)})
    html = '<p data-span="t.md:1:1">正文Latin 1984，“引文”……·</p>'
    outcome = press(galley(section(html)), edition, METADATA)
    assert outcome.report.diagnostics == ()
    drawn = fonts_of_characters(outcome.value.pdf)
    assert all(font.startswith("TeX-Gyre-Termes") for letter in "Latin1984" for font in drawn[letter])
    assert all(drawn[mark] == {"Noto-Serif-CJK-SC"} for mark in "，“”…·正")


def test_a_font_without_chinese_named_for_chinese_text_gives_letters_and_no_marks() -> None:
    edition = replace(EDITION, fonts={"song": ("TeX Gyre Termes",)})
    drawn = fonts_of_characters(press(galley(section("<p>正文Latin，“引文”……·</p>")), edition, METADATA).value.pdf)
    assert all(font.startswith("TeX-Gyre-Termes") for letter in "Latin" for font in drawn[letter])
    assert all(drawn[mark] == {"Noto-Serif-CJK-SC"} for mark in "，“”…·正")


FONT = made.font("My Song", HAN[:20] + "，。Aa")
KINDS = {
    "a font without halt and vertical metrics": ("fonts/a.ttf", "My Song", FONT),
    "a variable font": ("fonts/a.ttf", "My Var", made.font("My Var", HAN[:20], variable=True)),
    "a font without names": ("fonts/a.ttf", "a", made.font("", HAN[:20], names=False)),
    "a font with broken names": ("fonts/a.ttf", "a", made.with_broken_names(made.font("x", HAN[:20]))),
    "a collection": ("fonts/a.ttc", "One", made.collection(made.font("One", HAN[:20]), made.font("Two", HAN))),
    "a family name with odd characters": ("fonts/a.ttf", "My, (Song) 9/#", made.font("My, (Song) 9/#", HAN[:20])),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_font_of_the_book_gives_what_it_has_and_the_variant_the_rest(kind: str) -> None:
    html = f'<p data-span="t.md:1:1">{HAN}，“引文”。</p>' * 3
    outcome = press(galley(section(html)), own("song", KINDS[kind]), METADATA)
    assert not outcome.report.failed
    drawn = fonts_of_characters(outcome.value.pdf)
    assert all("Own" in font for character in HAN[:20] for font in drawn[character])
    assert all(font == "Noto-Serif-CJK-SC" for character in set(HAN[20:]) - set(HAN[:20]) for font in drawn[character])


def test_two_weights_of_one_family_serve_one_role() -> None:
    files = [(f"fonts/{bold}.ttf", "My Hei", made.font("My Hei", HAN, bold=bold)) for bold in (False, True)]
    edition = own("hei", *files)
    assert choose_fonts(edition).chains["hei"][0] == "My Hei Own"
    html = f'<p data-span="t.md:1:1" style="font-family: var(--font-hei)">{HAN[0]}<b>{HAN[1]}</b></p>'
    drawn = fonts_of_characters(press(galley(section(html)), edition, METADATA).value.pdf)
    assert drawn[HAN[0]] == {"My-Hei-Own"}
    assert drawn[HAN[1]] == {"My-Hei-Own-Bold"}


def test_every_font_file_that_was_used_is_known_by_its_digest() -> None:
    outcome = press(
        galley(section(f"<p>{HAN}</p>")), own("song", KINDS["a font without halt and vertical metrics"]), METADATA
    )
    facts = {fact.file: fact for fact in outcome.value.facts.fonts}
    assert set(facts) == {"fonts/a.ttf", "NotoSerifCJK-Regular.ttc"}
    assert (facts["fonts/a.ttf"].family, facts["fonts/a.ttf"].version) == ("My Song", "Version 1.5")
    assert facts["NotoSerifCJK-Regular.ttc"].family == "Noto Serif CJK SC"
    assert facts["NotoSerifCJK-Regular.ttc"].version.startswith("Version 2.")
    assert all(len(fact.sha256) == 64 for fact in facts.values())


def test_fangsong_is_optional_and_then_kai() -> None:
    fonts = choose_fonts(with_fonts(fangsong=()))
    assert fonts.chains[FANGSONG] == (FANGSONG, *fonts.chains["kai"])


def test_the_machine_is_listed_in_a_fixed_order() -> None:
    faces = installed_faces()
    assert faces == installed_faces()
    assert any("Noto Serif CJK SC" in face.families for face in faces)


def test_a_configuration_tells_what_its_families_have() -> None:
    coverage = Coverage(configured(choose_fonts(EDITION).setup))
    assert coverage.has("noto serif cjk sc", "中")
    assert not coverage.has("Noto Serif CJK SC", "\ue123")
    assert not coverage.has("No Such Font", "中")
    assert "霞鹜文楷" in coverage.names("LXGW WenKai")
