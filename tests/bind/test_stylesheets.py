"""Addresses in stylesheets."""

from __future__ import annotations

import pytest

from fuzi.bind.stylesheets import assets_used, settle

ASSETS = {"paper.png": "assets/paper-1.png", "字体.ttf": "assets/font.ttf"}


@pytest.mark.parametrize(
    "address", ["assets/paper.png", '"assets/paper.png"', "'assets/paper.png'", " assets/paper.png "]
)
def test_pictures(address: str) -> None:
    css, problems = settle(f"body {{ background: url({address}) }}", "styles/a.css", ASSETS)
    assert css == 'body { background: url("../assets/paper-1.png") }'
    assert not problems


def test_fonts_with_chinese_names() -> None:
    css = "@font-face { src: local('Noto'), url(assets/%E5%AD%97%E4%BD%93.ttf) format('truetype') }"
    assert list(assets_used(css)) == ["字体.ttf"]
    assert 'url("../assets/font.ttf")' in settle(css, "styles/a.css", ASSETS)[0]


@pytest.mark.parametrize(
    "css", ["a { background: url(https://example.org/a.png) }", "@import 'b.css';", "@import url(b.css);", "a{b:url()}"]
)
def test_what_is_outside_is_reported(css: str) -> None:
    assert [problem.code.id for problem in settle(css, "styles/a.css", ASSETS)[1]] == ["E107"]


@pytest.mark.parametrize(
    "css",
    [
        "/* url(https://example.org/) */",
        '@namespace epub url("http://www.idpf.org/2007/ops");',
        "a { mask: url(#m) }",
        'a { background: url("data:image/png;base64,AAAA") }',
    ],
)
def test_what_leads_nowhere_stays(css: str) -> None:
    assert settle(css, "styles/a.css", ASSETS) == (css, [])
