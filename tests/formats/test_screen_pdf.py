"""The screen edition as a product: what is read aloud is the text of the book, whole, once, in its order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from fuzi.api import load
from fuzi.check.conservation import letters
from fuzi.formats import FORMATS, Finished, Job, in_order, screen_pdf
from fuzi.model.book import Settings
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Outcome
from fuzi.pipeline import UNDATED
from fuzi.prepress.tags import Element, Tagged, read_tagged, section_texts
from fuzi.press.reader import read_text
from fuzi.transform import transform
from fuzi.variants import variant
from tests.prepress.screen_book import write_book

HEAD = "号名说明"
"""The head of the table that goes over pages."""


def edition(product: str) -> Edition:
    return Edition(variant("zh-Hans"), product, Medium.PAGE, UNDATED)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> FairCopy:
    book = load(write_book(tmp_path_factory.mktemp("formats") / "book")).value
    assert book is not None
    return transform(book, variant("zh-Hans"), ("pdf", "screen-pdf")).value


@pytest.fixture(scope="module")
def printed(copy: FairCopy) -> Finished:
    made = FORMATS["pdf"].make(Job(copy, edition("pdf"), lambda stage: None))
    assert made.value is not None
    return made.value


def made_of(copy: FairCopy, printed: Finished) -> Outcome[Finished | None]:
    return FORMATS["screen-pdf"].make(Job(copy, edition("screen-pdf"), lambda stage: None, {"pdf": printed}))


@pytest.fixture(scope="module")
def screen(copy: FairCopy, printed: Finished) -> Finished:
    made = made_of(copy, printed)
    assert made.value is not None
    assert not made.report.diagnostics
    return made.value


@pytest.fixture(scope="module")
def tagged(screen: Finished) -> Tagged:
    return read_tagged(screen.data)


def test_it_is_made_from_the_print_edition() -> None:
    assert [item.product for item in in_order(["screen-pdf"], Settings("x"))] == ["pdf", "screen-pdf"]


def test_its_facts_are_those_of_the_pages(screen: Finished, printed: Finished) -> None:
    assert screen.facts == printed.facts
    assert screen.extent == printed.extent


def test_it_says_what_the_plain_pages_say_but_the_heads_of_tables_once(printed: Finished, tagged: Tagged) -> None:
    assert printed.facts is not None
    said = section_texts(tagged, printed.facts)
    shown = read_text(printed.data, printed.facts)

    def count(readings: object, part: str) -> Counter[str]:
        return Counter(letters("".join(getattr(item, part) for item in readings)))  # type: ignore[attr-defined]

    for part in ("notes", "sides"):
        assert count(said, part) == count(shown, part)
    repeated = count(shown, "body") - count(said, "body")
    assert not count(said, "body") - count(shown, "body")
    assert repeated
    assert {character: number // min(repeated.values()) for character, number in repeated.items()} == Counter(HEAD)


def test_the_body_is_the_running_text_in_its_order(printed: Finished, tagged: Tagged) -> None:
    assert printed.facts is not None
    by_section = {item.section: item for item in section_texts(tagged, printed.facts)}
    text = next(letters(item.body) for item in by_section.values() if "没有" in item.body)
    order = [
        "注与旁注",
        "给读注的人",
        "头一段有付梓有桥",
        "习温习",
        "书局设在桥东",
        "AnEnglishsentence",
        "甲之一之二",
        "2006",
    ]
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)
    assert "fù" not in text


def test_notes_come_behind_their_paragraph_and_notes_on_notes_behind_those(tagged: Tagged) -> None:
    notes = [letters(item.text) for item in tagged.of("Note")]
    at = next(index for index, text in enumerate(notes) if text.startswith("①第一个注很短"))
    assert notes[at - 1] == "今已不存"
    assert notes[at + 1] == "②第二个注又引出一个注③"
    assert notes[at + 2] == "③注上的注"
    assert len({item.id for item in tagged.of("Note")}) == len(notes)


def test_each_thing_is_what_it_is(tagged: Tagged) -> None:
    roles = {element.role for element in tagged.root.all()}
    wanted = "Document Part Sect Art Div H1 H2 H3 H4 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Formula"
    assert {
        *wanted.split(),
        *[
            "BlockQuote",
            "Note",
            "Reference",
            "Link",
            "TOC",
            "TOCI",
            "Code",
            "Ruby",
            "RB",
            "RT",
            "Warichu",
            "WT",
            "Em",
            "Strong",
        ],
    } <= roles
    parts = [[kid.role for kid in part.kids if isinstance(kid, Element)] for part in tagged.of("Part")]
    assert parts == [["H1", "Sect", "Sect"], ["H1", "Sect"]]
    widths = [[len(row.kids) for row in table.all() if row.role == "TR"] for table in tagged.of("Table")]
    assert all(len(set(row)) == 1 for row in widths)


def test_text_that_the_structure_lacks_stops_the_build(
    copy: FairCopy, printed: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = screen_pdf.for_screen

    def forget(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(finish(data))) as document:
            lists = [
                item
                for item in document.objects
                if isinstance(item, pikepdf.Dictionary)
                and item.get("/Type") == "/StructElem"
                and item.S == "/BlockQuote"
            ]
            lists[0]["/K"] = pikepdf.Array([])
            out = BytesIO()
            document.save(out)
        return out.getvalue()

    monkeypatch.setattr(screen_pdf, "for_screen", forget)
    made = made_of(copy, printed)
    assert made.value is None
    assert {"X140", "C101"} <= {item.code.id for item in made.report.diagnostics}


def test_pages_must_be_there(copy: FairCopy, printed: Finished) -> None:
    with pytest.raises(RuntimeError, match="pages"):
        made_of(copy, replace(printed, forme=None))
