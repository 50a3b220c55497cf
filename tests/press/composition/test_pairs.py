"""How two neighbours stand: distances between origins, in em."""

from __future__ import annotations

import pytest

from fuzi.press.composition import Style
from tests.press.composition.caster import places

FULL, KAIMING, HALF = Style("full"), Style("kaiming"), Style("half")
CENTRED = Style("full", position="centre")


def distances(text: str, style: Style) -> list[float]:
    """Distances from each sort to the next, the Han before and behind the text among them."""
    origins = places(text, style)
    return [round(b - a, 3) for a, b in zip(origins, origins[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("。”", [1, 0.5, 1]),  # closing marks stand half a character apart
        ("》。", [1, 0.5, 1]),
        ("）》", [1, 0.5, 1]),
        ("！？", [1, 0.5, 0.5]),  # two share a cell, three take two (GB/T 15834-2011, 5.1.2)
        ("？？？", [1, 0.5, 0.5, 1]),
        ("？！”", [1, 0.5, 0.5, 1]),
        ("》（", [1, 0.5, 1]),  # one blank of the two stays
        ("，“", [1, 0.5, 1]),
        ("“‘", [1, 0.5, 1]),
        ("：“《", [1, 0.5, 0.5, 1]),
        ("，", [1, 1]),
        ("（", [1, 1]),
    ],
)
def test_adjacent_marks_in_full_style(text: str, wanted: list[float]) -> None:
    assert distances(text, FULL) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("，", [1, 0.5]),
        ("、", [1, 0.5]),
        ("。", [1, 1]),  # the end of a sentence keeps its character
        ("！", [1, 1]),
        ("（", [0.5, 1]),
        ("）", [1, 0.5]),
        ("。”", [1, 0.5, 0.5]),
        ("，“", [1, 0, 1]),
    ],
)
def test_marks_in_the_kaiming_style(text: str, wanted: list[float]) -> None:
    assert distances(text, KAIMING) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("。", [1, 0.5]), ("？", [1, 0.5]), ("“", [0.5, 1]), ("，“", [1, 0, 1])])
def test_marks_in_the_half_style(text: str, wanted: list[float]) -> None:
    assert distances(text, HALF) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("，", [1, 1]),
        ("。", [1, 1]),
        ("。」", [0.75, 0.75, 1]),  # the centred stop keeps the middle of half a cell
        ("！」", [0.75, 0.75, 1]),
        ("」，", [1, 0.5, 1]),
        ("，「", [1, 0.5, 1]),
        ("「『", [1, 0.5, 1]),
    ],
)
def test_centred_marks(text: str, wanted: list[float]) -> None:
    assert distances(text, CENTRED) == wanted


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("abc", [1.25, 1.75]),
        ("19", [1.25, 1.25]),
        (" abc ", [1, 0.25, 1.5, 0.25]),  # a typed space is the gap
        ("-", [1, 0.5]),  # a sign alone touches
        ("5%", [1.25, 1.25]),
        ("(a)", [1.25, 1.75]),
    ],
)
def test_han_and_latin_stand_a_quarter_apart(text: str, gaps: list[float]) -> None:
    assert distances(text, FULL) == gaps


def test_an_interpunct_takes_half_a_character_on_the_mainland_and_a_whole_one_in_taiwan() -> None:
    for style, cell in ((FULL, 0.5), (CENTRED, 1.0)):
        origins = places("·", style)
        assert origins[2] - origins[0] == pytest.approx(1 + cell)
        assert origins[1] - 1 + 0.33 / 2 == pytest.approx(cell / 2)


def test_a_raised_sign_touches() -> None:
    from fuzi.press.composition import Case, Paragraph

    case = Case(FULL)
    han = case.sort("国", 1.0, 1.0)
    raised = case.touching(case.word("2", 0.5, 1.0, parted=None, hyphen=None, payload=None))
    assert [pair.gap for pair in Paragraph([han, raised, han], case).pairs] == [0, 0]
