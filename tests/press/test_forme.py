"""What only the pages know is put on the copyright page, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace

import pymupdf

from fuzi.model.galley import Galley, Matter
from fuzi.press import lay, print_off, relay
from tests.press.samples import EDITION, METADATA, galley, paragraph, section


def book(printed: str) -> Galley:
    leaf = replace(section(f"<p>{printed}</p>", id="copyright-page", matter=Matter.FRONT), kind="copyright")
    return galley(section("<p>书名</p>", id="title-page", matter=Matter.FRONT), leaf, section(paragraph(900, 1)))


def texts(pdf: bytes) -> list[str]:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return [page.get_text() for page in document]


def test_the_number_of_pages_is_even() -> None:
    forme = lay(book("印张"), EDITION, METADATA)
    assert forme.facts.count % 2 == 0
    assert len(forme.laid_out.document.pages) == forme.facts.count


def test_one_page_is_set_anew_and_the_others_stay() -> None:
    before = texts(print_off(lay(book("印张 待计"), EDITION, METADATA)).value.pdf)
    forme = relay(lay(book("印张 待计"), EDITION, METADATA), book("印张 七又四分之一"), "copyright-page")
    after = texts(print_off(forme).value.pdf)
    assert "七又四分之一" in after[1]
    assert "待计" not in "".join(after)
    assert [text for index, text in enumerate(after) if index != 1] == [
        text for index, text in enumerate(before) if index != 1
    ]


def test_a_page_that_grows_has_the_whole_book_set_anew() -> None:
    grown = book("字" * 3000)
    forme = relay(lay(book("印张"), EDITION, METADATA), grown, "copyright-page")
    assert forme.facts == lay(grown, EDITION, METADATA).facts
    assert forme.facts.count > lay(book("印张"), EDITION, METADATA).facts.count
