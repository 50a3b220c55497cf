"""Readings and marks in a finished EPUB: valid, and the text is the text."""

from __future__ import annotations

import pytest

from fuzi.bind import bind
from fuzi.bind.reader import read_text
from fuzi.model.edition import Medium
from fuzi.model.inline import MarkKind, Ruby, Text
from fuzi.model.source import Place
from fuzi.render.annotations import marked, ruby
from fuzi.render.themes import stylesheets
from tests.bind.galleys import COVER, METADATA, edition, simple
from tests.epubcheck import assert_valid_epub

AT = Place("text/one.md", 1)


def read(base: str, *readings: str) -> str:
    return ruby(Ruby((Text(base, AT),), tuple(Text(reading, AT) for reading in readings), AT))


@pytest.mark.parametrize("variant", ["zh-Hans", "zh-Hant-TW"])
def test_readings_and_marks(variant: str) -> None:
    name = marked(MarkKind.NAME, read("付", "fù"))
    kinds = [kind for kind in MarkKind if kind is not MarkKind.SIDE]
    marks = "".join(marked(kind, "3/4" if kind is MarkKind.FRACTION else "字") for kind in kinds)
    inner = f"<p>{read('梓', 'ㄗˇ')}{read('北京', 'Peking')}{marked(MarkKind.TITLE, f'{name}集')}{marks}</p>"
    book = simple(inner, stylesheets=stylesheets("base", Medium.REFLOW, {"song": ("Noto Serif CJK SC",)}))
    epub = bind(book, edition(variant), METADATA, COVER).value.epub
    assert_valid_epub(epub)
    plain = "".join("3/4" if kind is MarkKind.FRACTION else "字" for kind in kinds)
    assert any(f"梓北京付集{plain}" in section.body for section in read_text(epub))
