"""Themes: found in order, kept inside their folder, and without power over the machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from fuzi.model.edition import Medium
from fuzi.render.environment import environment, read_resource, themes
from fuzi.render.themes import font_sheet, stylesheets


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, words in {
        "base/a.j2": "base a {{ x }}",
        "base/b.j2": "base b",
        "night/a.j2": "night, {% include 'base/a.j2' %}",
    }.items():
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    (tmp_path / "secret.j2").write_text("secret", "utf-8")
    (tmp_path / "templates/night/link.j2").symlink_to(tmp_path / "secret.j2")
    return tmp_path / "templates"


def test_theme_first_then_base(root: Path) -> None:
    made = environment("night", root)
    assert made.get_template("a.j2").render(x="<") == "night, base a &lt;"
    assert made.get_template("b.j2").render() == "base b"


@pytest.mark.parametrize("name", ["link.j2", "../../secret.j2", "base/../../secret.j2", "none.j2"])
def test_nothing_outside_the_theme(root: Path, name: str) -> None:
    with pytest.raises(TemplateNotFound):
        environment("night", root).get_template(name)


def test_symlink_out_counts_as_absent(root: Path) -> None:
    assert read_resource(root / "night", "link.j2") is None
    assert read_resource(root / "night", "a.j2") is not None


def test_undefined_name_is_an_error(root: Path) -> None:
    with pytest.raises(UndefinedError):
        environment("night", root).get_template("a.j2").render()


@pytest.mark.parametrize(
    "source", ["{{ x.__class__.__mro__ }}", "{{ x.append(1) }}", "{{ ''.__class__ }}", "{{ range(9) }}"]
)
def test_sandbox(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        environment("base").from_string(source).render(x=[])


def test_everything_is_escaped() -> None:
    assert environment("base").from_string("{{ x }}{{ y }}").render(x="<", y=Markup("<b/>")) == "&lt;<b/>"


def test_base_theme_is_known() -> None:
    assert themes()[0] == "base"


def test_stylesheets_in_order() -> None:
    sheets = ["fonts.css", "reflow.css", "reflow-marks.css", "reflow-blocks.css"]
    assert list(stylesheets("base", Medium.REFLOW, {})) == sheets
    pages = ["page.css", "text.css", "blocks.css", "marks.css", "matter.css"]
    assert list(stylesheets("base", Medium.PAGE, {})) == pages


def test_font_sheet_quotes_names_and_ends_with_a_generic_family() -> None:
    sheet = font_sheet({"song": ("Noto Serif CJK SC",), "kai": ("LXGW WenKai",)})
    assert 'body { font-family: "Noto Serif CJK SC", serif; }' in sheet
    assert '"LXGW WenKai", "Kaiti SC"' in sheet
    assert "monospace" not in sheet


def test_font_name_cannot_break_out() -> None:
    assert "}" not in font_sheet({"song": ('x"; } body { color: red',)}).split("{", 1)[1].rstrip(" }\n")


def test_reflow_sheet_leaves_night_mode_alone() -> None:
    sheet = stylesheets("base", Medium.REFLOW, {})["reflow.css"]
    ground = ".inline-figure, .figure img { background-color: white }"  # or black lines are lost on a black page
    assert ground in sheet
    assert "color:" not in sheet.replace("color: inherit", "").replace(ground, "")
    assert "background" not in sheet.replace(ground, "")
    assert not re.search(r"font-size:\s*[\d.]+px", sheet)


def test_only_formulas_scroll_in_reading_systems() -> None:
    """A box that scrolls is never divided between screens: a long table in one would lose its rows."""
    sheet = stylesheets("base", Medium.REFLOW, {})["reflow.css"]
    scrolling = re.findall(r"^([^{}]*)\{[^}]*overflow(?:-[xy])?:\s*(?:auto|scroll|hidden)[^}]*\}", sheet, re.MULTILINE)
    assert [selector.strip() for selector in scrolling] == [".formula"]
