"""The text cases in tests/cases/composition: a style and a measure, a text, and the lines that must come of it.

A case is a title after ``===``, a line of words (style, measure in em, that of the first line after a comma, options),
the text, and after ``>>>`` its lines. Lines that are filled end in ``|``, lines that cannot fit in ``!``. With ``gaps``
what stands between two sorts beyond the advance of the first is told in braces, and at the end of a line what its last
sort leaves of the measure: negative where its blank, or all of it, stands outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fuzi.press.composition import Case, Line, Paragraph, Style, Widths, compose
from fuzi.press.composition.style import KINSOKU, POSITIONS, PUNCTUATION
from tests.press.composition.caster import cast

CASES = Path(__file__).parents[2] / "cases" / "composition"
SIGNS = str.maketrans({"⏎": "\n", "⁀": "\u2060", "◌": "\u200b", "⍽": "\u00a0"})
"""What cannot be seen, as the cases write it: a forced break, a joiner, a chance to break, a space that holds."""

SHOWN = {character: chr(sign) for sign, character in SIGNS.items()}

FIELDS = {
    **dict.fromkeys(PUNCTUATION, "punctuation"),
    **dict.fromkeys(KINSOKU, "kinsoku"),
    **dict.fromkeys(POSITIONS, "position"),
}


def read() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        for piece in ("\n" + path.read_text("utf-8")).split("\n=== ")[1:]:
            head, _, body = piece.partition("\n")
            words, _, body = body.partition("\n")
            text, _, lines = body.partition("\n>>>\n")
            yield f"{path.stem}: {head}", words, text, lines.strip("\n")


def set_case(words: str, text: str) -> str:
    """The lines of a case, as the cases write them."""
    style, options, widths = Style(), dict[str, bool | int](), Widths(20)
    for word in words.split():
        if word in FIELDS:
            style = replace(style, **{FIELDS[word]: word})  # type: ignore[arg-type]
        elif word == "hanging":
            style = replace(style, hanging=True)
        elif word[0].isdigit():
            rest, *first = map(float, word.split(","))
            widths = Widths(rest, first)
        elif word == "ragged":
            options["justify"] = False
        elif word == "last":
            options["justify_last"] = True
        elif word.startswith("tighten="):
            options["tighten"] = int(word.removeprefix("tighten="))
        else:
            assert word == "gaps", word
    case = Case(style)
    made = Paragraph(cast(case, text.translate(SIGNS)), case)
    lines = compose(made, widths, **options)  # type: ignore[arg-type]
    return "\n".join(
        show(made, line, widths(number), told="gaps" in words.split()) for number, line in enumerate(lines)
    )


def show(made: Paragraph, line: Line, measure: float, *, told: bool) -> str:
    """A line as the cases write it."""
    out: list[str] = []
    pen = 0.0
    for place, sort in zip(line.places, made.sorts[line.first : line.end], strict=True):
        out += [gap(place - pen) if told else "", sort.text]
        pen = place + sort.width
    if line.hyphen:
        out.append("-")
        pen = line.hyphen_place + line.hyphen.width
    filled = abs(line.width - measure) < 1e-6
    out.append("!" if not line.fits else "|" if filled else "")
    if told and filled:
        out.append(gap(measure - pen))
    return "".join(SHOWN.get(piece, piece) for piece in out)


def gap(amount: float) -> str:
    return "" if abs(amount) < 5e-4 else f"{{{round(amount, 3):g}}}"


@pytest.mark.parametrize(("words", "text", "lines"), [pytest.param(*rest, id=name) for name, *rest in read()])
def test_the_text_is_set_in_these_lines(words: str, text: str, lines: str) -> None:
    assert set_case(words, text) == lines
