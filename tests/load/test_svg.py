"""An SVG is a drawing and nothing more."""

from __future__ import annotations

import pytest

from fuzi.load.svg import read_svg
from fuzi.model.source import Place
from tests.load.folders import said

PLACE = Place("text/a.md", 3, 1)
NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def codes(content: str, head: str = "", attributes: str = "") -> list[str]:
    _, problem = read_svg(f"{head}<svg {NS} {attributes}>{content}</svg>".encode(), "a.svg", PLACE)
    return [] if problem is None else [line.split()[0] for line in said([problem])]


@pytest.mark.parametrize(
    "content",
    [
        '<rect width="1" height="1" fill="url(#g)"/>',
        '<use href="#a"/><g id="a"><path d="M0 0"/></g>',
        '<image xlink:href="data:image/png;base64,AAAA"/>',
        '<a href="https://example.org/"><text>网址</text></a>',
        "<style>.a { fill: url(#g) } /* url(http://x) */ text { font-family: '\\5b8b\\4f53' }</style>",
        '<metadata><r:RDF xmlns:r="urn:r"><r:li r:resource="http://x" src="http://x"/></r:RDF></metadata>',
        "<title>http: 说明</title><desc>file:///x</desc>",
        "<!-- <script/> -->",
        '<text x="1">甲 &amp; 乙</text>',
    ],
)
def test_drawings_pass(content: str) -> None:
    assert codes(content) == []


@pytest.mark.parametrize(
    ("content", "head"),
    [
        ("", "<!DOCTYPE svg>"),
        ("", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'),
        ("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        ("<text>&b;</text>", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
        ("", '<?xml-stylesheet href="http://x/a.css"?>'),
        ("<script>alert(1)</script>", ""),
        ("<metadata><script/></metadata>", ""),
        ("<g><foreignObject/></g>", ""),
        ('<rect onclick="x()"/>', ""),
        ('<image href="http://x/a.png"/>', ""),
        ('<image xlink:href="file:///etc/passwd"/>', ""),
        ('<image href="a.png"/>', ""),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', ""),
        ('<image href="data:text/html,x"/>', ""),
        ('<use href="other.svg#a"/>', ""),
        ('<use xlink:href=" http://x#a"/>', ""),
        ('<a href="javascript:x()"/>', ""),
        ('<rect fill="url(http://x/#a)"/>', ""),
        ("<rect style=\"fill: url( '//x/#a' )\"/>", ""),
        ('<rect style="fill: u\\72l(http://x)"/>', ""),
        ("<style>@import 'http://x';</style>", ""),
        ("<style><![CDATA[@font-face { src: url(x.woff) }]]></style>", ""),
        ("<style>@\\69mport 'x';</style>", ""),
        ('<set attributeName="href" to="http://x"/>', ""),
        ('<animate attributeName="xlink:href" values="a;b"/>', ""),
        ('<g xml:base="http://x/"/>', ""),
        ('<use id="a" href="#a"/>', ""),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', ""),
    ],
)
def test_more_than_a_drawing_is_refused(content: str, head: str) -> None:
    assert codes(content, head) == ["L181"]


def test_copies_that_multiply_are_refused() -> None:
    levels = '<g id="l0"><path d="M0 0"/></g>' + "".join(
        f'<g id="l{level}">' + f'<use href="#l{level - 1}"/>' * 10 + "</g>" for level in range(1, 8)
    )
    assert codes(levels) == ["L181"]
    assert codes('<g id="a"><path/></g>' + '<use href="#a"/>' * 1000) == []


@pytest.mark.parametrize(
    "text", ["<svg", "<svg/>", "<a><b></a>", "", f"<svg {NS}>&unknown;</svg>", f"<svg {NS}>\0</svg>"]
)
def test_broken(text: str) -> None:
    _, problem = read_svg(text.encode(), "a.svg", PLACE)
    assert problem is not None
    assert problem.code.id in ("L180", "L181")
    said([problem])


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="100" height="50"', (100, 50)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="72pt" height="10mm"', (96, 38)),
        ('width="100%" height="auto"', (0, 0)),
        ('viewBox="0 0 10 10"', (0, 0)),
    ],
)
def test_size(attributes: str, size: tuple[int, int]) -> None:
    found, problem = read_svg(f"<svg {NS} {attributes}/>".encode(), "a.svg", PLACE)
    assert problem is None
    assert found == size
