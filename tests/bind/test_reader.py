"""Reading a finished EPUB back, whoever made it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from fuzi.bind.reader import read_text
from fuzi.model.product import SectionText

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="x" href="t/%E4%B8%80.xhtml"/>'
    '<item id="y" href="two.xhtml"/></manifest><spine><itemref idref="y"/><itemref idref="x"/></spine></package>'
)


def page(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>题</title></head><body>{body}</body></html>"
    )


def read(one: str, two: str) -> tuple[SectionText, ...]:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("a/b.opf", _PACKAGE)
        archive.writestr("a/t/一.xhtml", page(one))
        archive.writestr("a/two.xhtml", page(two))
    return read_text(target.getvalue())


def test_spine_order_and_names() -> None:
    texts = read('<section id="one">甲</section>', "<p>乙</p>")
    assert texts == (SectionText("two", "乙", ""), SectionText("one", "甲", ""))


def test_notes_stand_apart_and_other_asides_do_not() -> None:
    notes = (
        '<p>甲<a>①</a></p><aside epub:type="footnote"><p>注一</p></aside><aside>边栏</aside>'
        '<aside role="doc-footnote"><p>注二</p></aside>尾'
    )
    assert read(notes, "")[1] == SectionText("一", "甲①边栏尾", "注一注二")


def test_what_readers_do_not_see_is_no_text() -> None:
    body = (
        '<p>甲<!-- 注释 --><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>乙</p><p hidden="">丙</p>'
        '<svg xmlns="http://www.w3.org/2000/svg"><text>丁</text></svg>'
    )
    assert read(body, "")[1].body == "甲乙"


def test_side_notes_stand_in_the_line_and_are_read_apart() -> None:
    body = '<section id="one"><p>甲<small class="side-note">旁注</small>乙<small>小字</small></p></section>'
    assert read(body, "")[1] == SectionText("one", "甲乙小字", "", "旁注")
