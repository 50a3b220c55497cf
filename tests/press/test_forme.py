"""What only the pages know is put on the copyright page, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest

from fuzi.manufacture.signatures import Padding
from fuzi.model.galley import Galley, Matter
from fuzi.model.source import Place
from fuzi.press import lay, print_off, relay
from fuzi.press.forme import Forme
from tests.load.folders import said
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


PLACE = Place("book.yaml", 9, 20)


def signed(pages: int, signature: int) -> Forme:
    """A book of so many pages, one chapter each, in signatures."""
    chapters = [section(paragraph(30, number), id=f"c{number}") for number in range(pages)]
    return lay(galley(*chapters), EDITION, METADATA, Padding(signature, PLACE))


@pytest.mark.parametrize(
    ("pages", "signature", "total"), [(10, 16, 16), (16, 16, 16), (17, 16, 32), (20, 32, 32), (33, 32, 64), (5, 0, 6)]
)
def test_the_block_is_padded_at_its_end(pages: int, signature: int, total: int) -> None:
    forme = signed(pages, signature)
    facts = forme.facts
    assert (facts.count, facts.set_count, facts.padding) == (total, pages, total - pages)
    printed = texts(print_off(forme).value.pdf)
    assert len(printed) == total
    assert all(printed[:pages])
    assert not any(printed[pages:]), "an empty page has neither head nor folio"
    assert [page.index for page in facts.pages] == list(range(total))
    assert all(page.blank and not page.lines for page in facts.pages[pages:])
    assert [page.folio for page in facts.pages] == [str(number + 1) for number in range(total)]


@pytest.mark.parametrize(
    ("pages", "signature", "code"),
    [
        (10, 16, "P130"),
        (25, 16, "P130"),
        (23, 16, "P131"),
        (24, 16, "P130"),
        (16, 16, ""),
        (33, 32, "P131"),
        (5, 0, ""),
    ],
)
def test_padding_is_said_where_it_was_asked(pages: int, signature: int, code: str) -> None:
    """A book of one signature cannot do with fewer."""
    found = [item for item in print_off(signed(pages, signature)).report.diagnostics if item.code.id[1:3] == "13"]
    assert said(found) == ([f"{code} book.yaml:9:20"] if code else [])


def test_what_a_warning_saves_is_a_whole_signature() -> None:
    (found,) = (item for item in print_off(signed(18, 16)).report.diagnostics if item.code.id == "P131")
    assert "补了 14 个空白面才凑成 32 面" in found.message("zh")
    assert "压缩 2 面文字就能少印一帖，省 16 面" in found.hint("zh")


def test_a_book_set_anew_keeps_its_signatures() -> None:
    padding = Padding(16, PLACE)
    grown = book("字" * 3000)
    forme = relay(lay(book("印张"), EDITION, METADATA, padding), grown, "copyright-page")
    assert forme.facts.count == 16
    assert forme.facts == lay(grown, EDITION, METADATA, padding).facts
