"""The generated cover: every fact once, the title in lines that read well."""

from __future__ import annotations

import pytest
from lxml import etree

from fuzi.render import render_cover
from fuzi.render.cover import title_lines

from .books import book, of, par, reflow


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("春水街的读书会", ["春水街的读书会"]),
        ("前进中的天津社区党建", ["前进中的", "天津社区党建"]),
        ("付梓：把一部书稿做成书", ["付梓：", "把一部书稿做成书"]),
        ("中国现代学术经典丛书总目提要", ["中国现代学术经", "典丛书总目提要"]),
        ("旧楼改造展风采 党旗飘扬在社区", ["旧楼改造展风采", "党旗飘扬在社区"]),
        ("", []),
    ],
)
def test_lines_of_the_title(title: str, lines: list[str]) -> None:
    assert list(title_lines(title)) == lines


@pytest.mark.parametrize("length", range(1, 40))
def test_no_letter_is_lost(length: int) -> None:
    title = "读书，人；“生”三万里。"[:length] * (1 + length // 11)
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(0 < len(line) <= 9 for line in lines)


def test_cover() -> None:
    html, sheets = render_cover(book(), reflow())
    words = "".join(etree.fromstring(html).itertext())
    for fact in ("春水街的读书会", "一条老街的十年", "周念慈", "副主编", "海河样书出版社", "NO.1"):
        assert words.count(fact) == 1
    assert list(sheets) == ["cover.css"]
    assert (html, sheets) == render_cover(book(), reflow())


def test_bare_cover_has_no_empty_lines() -> None:
    html, _ = render_cover(of(par("甲")), reflow())
    assert not [item.tag for item in etree.fromstring(html).iter("p", "span") if not "".join(item.itertext()).strip()]
