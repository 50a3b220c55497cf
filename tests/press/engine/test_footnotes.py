"""No note is lost, doubled, torn from its chapter or set out of order, wherever its call falls."""

from __future__ import annotations

import random
import re

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzi.model.galley import Galley
from fuzi.press import press
from fuzi.press.reader import read_text
from tests.press.samples import EDITION, HAN, METADATA, galley, note, section

NAME = re.compile(r"注(\d)x(\d+)y")
MARK = re.compile("[①-⑳]")
MARKED = re.compile("([①-⑳])(注)")


def han(dice: random.Random, length: int) -> str:
    return "".join(dice.choice(HAN) for _ in range(length))


def blocks(dice: random.Random, chapter: int, longest: int) -> tuple[str, str]:
    """The HTML of one chapter and the text of its notes in order."""
    html, notes, number = (
        ['<header class="chapter-head"><h1 class="chapter-title length-short">章</h1></header>'],
        "",
        0,
    )
    for line in range(dice.randrange(6, 14)):
        content = ""
        for _ in range(dice.randrange(1, 4)):
            content += han(dice, dice.randrange(5, 120))
            if dice.random() < 0.5 and number < 19:
                number += 1
                text = f"注{chapter}x{number}y" + han(dice, dice.choice([5, 30, 90, longest]))
                content += note(number, text, line, f"c{chapter}")
                notes += text
        span = f'data-span="t.md:{line}:1"'
        html.append(
            dice.choice(
                [
                    f"<p {span}>{content}</p>",
                    f'<blockquote class="quote"><p {span}>{content}</p></blockquote>',
                    f'<ul class="list depth-0 tight"><li><p class="item" {span}>{content}</p></li></ul>',
                    f'<div class="table-block"><table><tbody><tr><td {span}>{content}</td></tr></tbody></table></div>',
                ]
            )
        )
    return "".join(html), notes


def book(seed: int, longest: int) -> tuple[Galley, dict[str, str]]:
    dice = random.Random(seed)
    chapters = [blocks(dice, chapter, longest) for chapter in range(2)]
    sections = [section(html, id=f"c{number}", first=number == 0) for number, (html, _) in enumerate(chapters)]
    return galley(*sections), {f"c{number}": notes for number, (_, notes) in enumerate(chapters)}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.sampled_from([200, 600]))
def test_notes_are_conserved(seed: int, longest: int) -> None:
    sample, expected = book(seed, longest)
    outcome = press(sample, EDITION, METADATA)
    assert [item for item in outcome.report.diagnostics if item.code.id != "P120"] == []  # a short last page may be
    found: dict[str, str] = {}
    for part in read_text(outcome.value.pdf, outcome.value.facts):
        found[part.section] = found.get(part.section, "") + "".join(filter(str.isalnum, part.notes))
    for chapter, notes in expected.items():
        assert NAME.findall(found[chapter]) == NAME.findall(notes)
        assert re.sub(r"[①-⑳]", "", found[chapter]) == "".join(filter(str.isalnum, notes))


@pytest.mark.parametrize("seed", [4, 14, 15, 16, 24])  # these had notes out of order before the correction
def test_notes_keep_their_order(seed: int) -> None:
    sample, expected = book(seed, 200)
    outcome = press(sample, EDITION, METADATA)
    text = "".join(part.notes for part in read_text(outcome.value.pdf, outcome.value.facts))
    assert NAME.findall(text) == [name for notes in expected.values() for name in NAME.findall(notes)]


@pytest.mark.parametrize("seed", [1, 2])
def test_notes_stand_on_the_page_of_their_calls(seed: int) -> None:
    sample, _ = book(seed, 90)
    outcome = press(sample, EDITION, METADATA)
    with pymupdf.open(stream=outcome.value.pdf, filetype="pdf") as document:
        for fact in outcome.value.facts.pages:
            words = document[fact.index].get_text("words")
            middles = [((word[1] + word[3]) / 2, word[4]) for word in words]
            text = "".join(word for middle, word in middles if not fact.notes_top or middle < fact.notes_top)
            notes = "".join(word for middle, word in middles if fact.notes_top and middle >= fact.notes_top)
            assert MARK.findall(text) == [mark for mark, _ in MARKED.findall(notes)]


def test_notes_left_over_at_the_end_of_a_chapter_stay_in_it() -> None:
    calls = "".join(HAN[0] + note(number, f"注0x{number}y" + HAN * 3, 1) for number in range(1, 13))
    sections = [section(f'<p data-span="t.md:1:1">{calls}</p>'), section('<p data-span="u.md:1:1">后一章</p>', id="c2")]
    outcome = press(galley(*sections), EDITION, METADATA)
    assert outcome.report.diagnostics == ()
    facts = outcome.value.facts
    assert [page.section for page in facts.pages] == ["c1", "c1", "c2", "c2"]
    assert [page.blank for page in facts.pages] == [False, False, False, True]
    assert facts.pages[1].first is None, "only notes stand there"
    parts = read_text(outcome.value.pdf, facts)
    assert len(NAME.findall(parts[0].notes)) == 12
    assert not parts[1].notes.strip()


def test_a_note_longer_than_a_page_is_an_error_with_its_place() -> None:
    long = section(f'<p data-span="t.md:1:1">正文{note(1, HAN * 60, 7)}后文</p>')
    outcome = press(galley(long), EDITION, METADATA)
    (diagnostic,) = outcome.report.diagnostics
    assert diagnostic.code.id == "P109"
    assert str(diagnostic.place) == "text/01.md:7:9"
