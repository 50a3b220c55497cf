"""The generated cover: every fact once, the title in lines that read well."""

from __future__ import annotations

import pytest
from lxml import etree

from fuzi.render import render_cover
from fuzi.render.cover import HEAD, SCALES, cover_lines, title_lines, title_size

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
    drawn = render_cover(book(), reflow())
    words = "".join(etree.fromstring(drawn.html).itertext())
    for fact in ("春水街的读书会", "一条老街的十年", "周念慈", "副主编", "海河样书出版社", "NO.1"):
        assert words.count(fact) == 1
    assert all(text in words for panel, _, text in drawn.texts if panel == "front" and "NO" not in text)
    assert list(drawn.stylesheets) == ["cover.css"]
    assert drawn == render_cover(book(), reflow())


def test_a_full_zone_is_set_smaller() -> None:
    smaller = render_cover(book(), reflow(), {HEAD: 3}).html
    assert f'id="front-head" class="front-head" style="font-size: {SCALES[3]}rem"' in smaller
    assert f'id="front-people" class="front-people" style="font-size: {SCALES[0]}rem"' in smaller


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Python 编程入门", ("Python 编程入门",)),
        ("用 C++ 写 Web 服务", ("用 C++ 写", "Web 服务")),
        ("The Craft of Making Books in China", ("The Craft of", "Making Books", "in China")),
        ("B站十年：一个视频社区的生长与它的观众", ("B站十年：", "一个视频社区的", "生长与它的观众")),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschifffahrtsgesellschaft",)),
    ],
)
def test_latin_words_stay_whole(title: str, lines: tuple[str, ...]) -> None:
    assert cover_lines(title) == lines


def test_a_short_title_is_large_and_a_long_one_fills_the_measure() -> None:
    sizes = [title_size(cover_lines(title)) for title in ("野渡", "桥上的灯", "春水街的读书会", "把一部书稿做成书吧")]
    assert sizes == sorted(sizes, reverse=True)
    assert all(size * len(title) < 70 for size, title in zip(sizes, ("野渡", "桥上的灯"), strict=False))


def test_bare_cover_has_no_empty_lines() -> None:
    html = render_cover(of(par("甲")), reflow()).html
    assert not [item.tag for item in etree.fromstring(html).iter("p", "span") if not "".join(item.itertext()).strip()]
