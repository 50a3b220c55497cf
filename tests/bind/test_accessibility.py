"""Accessibility metadata are true of the book."""

from __future__ import annotations

from lxml import etree

from fuzi.bind.accessibility import Contents, contents_of, properties
from tests.bind.galleys import LABELS, MATHML, SVG, asset


def contents(inner: str) -> Contents:
    return contents_of(etree.fromstring(f'<section xmlns="http://www.w3.org/1999/xhtml">{inner}</section>'))


def values(found: Contents, name: str) -> list[str]:
    return [value for key, value in properties(found, [], LABELS) if key == f"schema:{name}"]


def test_plain_text() -> None:
    found = contents("<p>正文</p>")
    assert found == Contents()
    assert values(found, "accessMode") == ["textual"]
    assert values(found, "accessModeSufficient") == ["textual"]
    assert values(found, "accessibilityHazard") == ["none"]
    assert values(found, "accessibilitySummary") == ["本书为可重排的文本。"]
    assert "MathML" not in values(found, "accessibilityFeature")


def test_pictures_with_alternatives() -> None:
    found = contents('<img src="a" alt="图"/>')
    assert values(found, "accessMode") == ["textual", "visual"]
    assert values(found, "accessModeSufficient") == ["textual", "textual,visual"]
    assert "alternativeText" in values(found, "accessibilityFeature")
    assert values(found, "accessibilitySummary") == ["本书为可重排的文本。图片附有文字说明。"]


def test_a_picture_without_alternative_is_admitted() -> None:
    found = contents('<img src="a" alt="图"/><img src="b"/>')
    assert values(found, "accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in values(found, "accessibilityFeature")
    assert values(found, "accessibilitySummary") == ["本书为可重排的文本。"]


def test_ornaments_are_no_pictures() -> None:
    assert contents('<img src="a" alt="" role="presentation"/>') == Contents()
    assert contents(f'<svg xmlns="{SVG}" aria-hidden="true"/>') == Contents()


def test_drawings_formulas_and_notes() -> None:
    assert contents(f'<svg xmlns="{SVG}"><title>圆</title></svg>') == Contents(pictures=True)
    assert contents(f'<svg xmlns="{SVG}"/>') == Contents(pictures=True, described=False)
    assert contents(f'<math xmlns="{MATHML}"/>') == Contents(formulas=True)
    assert contents("<aside>注</aside>") == Contents(notes=True)


def test_pictures_that_may_move() -> None:
    found = properties(Contents(), [asset("a.gif", "image/gif")], {})
    assert ("schema:accessibilityHazard", "unknown") in found
    assert "schema:accessibilitySummary" not in dict(found)
