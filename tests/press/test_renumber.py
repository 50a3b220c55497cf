"""Notes are numbered where they are read: from ① on each page, in each chapter or through the book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pymupdf
import pytest
from weasyprint.text.line_break import Layout

from fuzi.model.book import Typesetting
from fuzi.model.galley import Galley, Matter
from fuzi.model.numerals import mark
from fuzi.model.product import Pages
from fuzi.model.report import Diagnostic
from fuzi.press import forme, press
from fuzi.press.engine.document import LaidOut, lay_out
from fuzi.press.engine.notemarks import read_marks
from fuzi.press.engine.renumber import renumber
from tests.press.samples import EDITION, HAN, METADATA, galley, note, paragraph, section

SIGN = re.compile("[①-⑳㉑-㉟㊱-㊿]|〔[0-9]+〕")
Page = tuple[list[str], list[str], str]
"""The marks in the text of a page, those at the head of its notes, and its notes."""


def again(number: int, chapter: str = "c1") -> str:
    """A further call."""
    return f'<a class="note-again" href="#note-{chapter}-{number}" data-mark="{mark(number)}"></a>'


def paragraphs(numbers: range, *, length: int = 60, chapter: str = "c1", text: str = HAN) -> str:
    """Paragraphs that call one note each."""
    return "".join(
        paragraph(length, number).replace("</p>", note(number, f"甲{number}乙{text}", number, chapter) + "。</p>")
        for number in numbers
    )


def run(content: str) -> str:
    return f'<p data-span="text/01.md:99:1">{content}</p>'


def pages_of(pages: Pages) -> list[Page]:
    found: list[Page] = []
    with pymupdf.open(stream=pages.pdf, filetype="pdf") as document:
        for fact in pages.facts.pages:
            text = notes = ""
            lines: list[str] = []
            for word in document[fact.index].get_text("words", sort=False):
                middle = (word[1] + word[3]) / 2
                if not fact.notes_top or middle < fact.notes_top:
                    text += word[4]
                elif middle <= fact.type_area[3] + 2:
                    notes += word[4]
                    lines.append(word[4])
            heads = [match[0] for line in lines if (match := SIGN.match(line))]
            found.append((SIGN.findall(text), heads, notes))
    return found


def pressed(sample: Galley, notes: str = "page") -> tuple[list[Page], tuple[Diagnostic, ...]]:
    outcome = press(replace(sample, typesetting=Typesetting(notes=notes)), EDITION, METADATA)
    return pages_of(outcome.value), outcome.report.diagnostics


def right(sample: Galley, notes: str = "page") -> list[Page]:
    """The pages, of which nothing bad was said."""
    pages, diagnostics = pressed(sample, notes)
    assert [item.message("en") for item in diagnostics] == []
    return pages


def signs(count: int, first: int = 1) -> list[str]:
    return [mark(number) for number in range(first, first + count)]


def test_each_page_begins_with_the_first_sign() -> None:
    pages = [page for page in right(galley(section(paragraphs(range(1, 20))))) if page[0]]
    assert len(pages) >= 3
    for text, heads, _ in pages:
        assert text == heads == signs(len(text))
    assert sum(len(text) for text, _, _ in pages) == 19


def test_the_text_of_the_notes_stays_with_its_call() -> None:
    notes = "".join(page[2] for page in right(galley(section(paragraphs(range(1, 20))))))
    assert re.findall("甲([0-9]+)乙", notes) == [str(number) for number in range(1, 20)]


def test_each_chapter_begins_with_the_first_sign() -> None:
    chapters = [section(paragraphs(range(1, 9), chapter=id), id=id) for id in ("c1", "c2")]
    pages = right(galley(*chapters), "chapter")
    assert [sign for text, _, _ in pages for sign in text] == signs(8) * 2
    assert [sign for _, heads, _ in pages for sign in heads] == signs(8) * 2


def test_numbers_run_through_the_book() -> None:
    chapters = [section(paragraphs(range(1, 9), chapter=id), id=id) for id in ("c1", "c2")]
    pages = right(galley(*chapters), "book")
    assert [sign for text, _, _ in pages for sign in text] == signs(16)
    assert [sign for _, heads, _ in pages for sign in heads] == signs(16)


def test_more_than_twenty_notes_on_a_page() -> None:
    calls = "".join(f"一二{note(number, '注', 1)}" for number in range(1, 25))
    text, heads, _ = right(galley(section(run(calls))))[0]
    assert len(text) > 20
    assert text == heads == signs(len(text))


def test_a_note_moved_to_the_next_page_keeps_the_number_of_its_call() -> None:
    calls = "".join(f"甲乙丙{note(number, f'甲{number}乙' + HAN * 3, 1)}" for number in range(1, 16))
    pages = right(galley(section(paragraph(400, 1) + run(calls))))
    moved = [page for page in pages if page[1] and page[1][0] != "①"]
    assert moved, "no note was moved, the case is not met"
    for text, _, _ in pages:
        assert text == signs(len(text))
    called = [sign for text, _, _ in pages for sign in text]
    assert called == [sign for _, heads, _ in pages for sign in heads]


def test_notes_in_a_table_and_marks_left_out_in_its_repeated_head() -> None:
    rows = "".join(f"<tr><td>{HAN}{note(number, HAN, 3)}</td><td>{HAN}</td></tr>" for number in range(2, 20))
    head = f"<thead><tr><th>名{note(1, '头注', 2)}</th><th>实{again(1)}</th></tr></thead>"
    pages = right(galley(section(f'<div class="table-block"><table>{head}<tbody>{rows}</tbody></table></div>')))
    assert pages[0][0][:3] == ["①", "①", "②"]
    assert len([page for page in pages if page[0]]) >= 3
    for text, heads, _ in pages[1:]:
        assert text == heads == signs(len(text))


def test_a_further_call_on_the_same_page_shows_the_same_number() -> None:
    text, heads, notes = right(
        galley(section(run(f"甲{note(1, '一', 1)}乙{note(2, '二', 1)}丙{again(1)}丁{again(2)}")))
    )[0]
    assert (text, heads) == (["①", "②", "①", "②"], ["①", "②"])
    assert "见" not in notes


def test_a_further_call_on_another_page_gets_a_note_that_says_where() -> None:
    content = (
        paragraphs(range(1, 9)) + run(f"甲{again(2)}乙{note(9, '自己的', 99)}丙{again(2)}") + paragraphs(range(10, 14))
    )
    pages = right(galley(section(content)))
    (there,) = [page for page in pages if "见第" in page[2]]
    assert there is not pages[0]
    text, heads, notes = there
    assert notes.count("见第1页注②。") == 1, "one for both calls"
    sent = SIGN.findall(notes[: notes.index("见第")])[-1]
    assert text.count(sent) == 2
    assert heads == signs(len(heads))


def test_it_names_the_page_by_its_roman_folio_in_the_front_matter() -> None:
    content = paragraphs(range(1, 12)) + run(f"甲{again(1)}")
    front = section(content, matter=Matter.FRONT, kind="preface")
    pages = right(galley(front, section(run("正文"), id="c2", first=True)))
    assert any("见第i页注①" in notes for _, _, notes in pages)


def test_a_further_call_inside_a_note_says_where_in_brackets() -> None:
    content = paragraphs(range(1, 9)) + run(f"甲{note(9, f'参看前文{again(1)}和{again(9)}', 9)}")
    notes = "".join(page[2] for page in right(galley(section(content))))
    assert "参看前文（见第1页注①）和" in notes
    assert notes.count("见第") == 1


def test_a_note_on_a_note_has_the_next_number() -> None:
    outer = note(1, f"外{again(3)}", 1)
    text, heads, notes = right(galley(section(run(f"甲{outer}{note(3, '内', 1)}乙{note(2, '后', 1)}"))), "chapter")[0]
    assert (text, heads) == (["①", "②", "③"], ["①", "②", "③"])
    assert "外②" in notes


@pytest.mark.parametrize(("content", "times"), [(paragraphs(range(1, 20)), 1), (paragraphs(range(1, 9)) + again(2), 2)])
def test_a_book_is_set_anew_only_when_more_than_marks_must_change(
    content: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_books: list[object] = []

    def counted(*parts: object) -> object:
        set_books.append(lay_out(*parts))  # type: ignore[arg-type]
        return set_books[-1]

    monkeypatch.setattr(forme, "lay_out", counted)
    pages = right(galley(section(content)))
    assert len(set_books) == times + len(pages) % 2, "an odd last page is closed by one more"


def test_marks_that_are_not_as_wide_are_set_anew() -> None:
    calls = "".join(run(f"甲{note(number, '注', number)}乙") for number in range(1, 52))
    calls = re.sub('data-mark="[^"]+"', 'data-mark="①"', calls)
    pages = right(galley(section(calls)), "chapter")
    assert [sign for text, _, _ in pages for sign in text][-2:] == ["㊿", "〔51〕"]
    assert [sign for _, heads, _ in pages for sign in heads][-2:] == ["㊿", "〔51〕"]


def test_marks_that_the_engine_set_are_exchanged_too() -> None:
    content = paragraphs(range(1, 20)).replace("<p ", '<p lang="ja" ')
    sample = galley(section(content))
    sheet = read_marks(forme.lay(sample, EDITION, METADATA).laid_out)
    layouts = [box.pango_layout for found in sheet.calls.values() for item in found for box in item.texts()]
    assert all(isinstance(layout, Layout) for layout in layouts), "they are our own"
    for text, heads, _ in right(sample):
        assert text == heads == signs(len(text))


def test_facts_and_links_are_those_of_the_settled_pages() -> None:
    content = paragraphs(range(1, 9)) + run(f"甲{again(2)}乙") + paragraphs(range(10, 14))
    sample = galley(section(content))
    outcome = press(sample, EDITION, METADATA)
    assert [fact.first.span for fact in outcome.value.facts.pages if fact.first][0] == "text/01.md:1:1"
    assert outcome.value.facts.anchors["note-c1-2"] == 0
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        links = [link for page in document for link in page.get_links()]
    assert [link["page"] for link in links] == [0]


def test_a_mark_that_is_not_that_of_its_note_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forme, "renumber", lambda *_: True)
    _, diagnostics = pressed(galley(section(paragraphs(range(1, 20)))))
    assert {item.code.id for item in diagnostics} == {"P115"}
    assert str(diagnostics[0].place) == "text/01.md:6:9"


def test_pages_that_do_not_come_to_rest_are_an_error_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[LaidOut] = []

    def restless(laid_out: LaidOut, scope: str, words: Mapping[str, str]) -> bool:
        rounds.append(laid_out)
        renumber(laid_out, scope, words)
        for element in laid_out.root.iter("a"):
            if "note-see" in element.get("class", ""):
                element.text = f"见第{len(rounds) + 20}页注②"
        return False

    monkeypatch.setattr(forme, "renumber", restless)
    monkeypatch.setattr(forme, "ROUNDS", 3)
    _, diagnostics = pressed(galley(section(paragraphs(range(1, 9)) + run(f"甲{again(2)}乙"))))
    assert [item.code.id for item in diagnostics] == ["P115"]
    assert len({id(laid_out.root) for laid_out in rounds}) <= 2, "the book itself, and the verso that closes it"
    assert 4 <= len(rounds) <= 8
