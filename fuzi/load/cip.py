"""The CIP data of a book, read as GB/T 12451 lays them out, and what is wrong with their form; never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from fuzi.load import codes
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

At = Callable[[int], Place]
"""From a place in the CIP text to one in book.yaml."""


class Part(Enum):
    """The four parts, with their names in both languages."""

    HEADING = ("标题“图书在版编目（CIP）数据”", "the heading 图书在版编目（CIP）数据")
    DESCRIPTION = ("著录数据", "the description")
    RETRIEVAL = ("检索数据", "the retrieval line")
    NUMBER = ("核字号", "the number")


_HEADING = re.compile(r"图书在版编目[（(]CIP[)）]数据")
_RETRIEVAL = re.compile(r"[ⅠI1]\s*[.．]")
_NUMBER_LINE = re.compile(r"CIP\s*数据核?字|数据核字|核字第")
NUMBER = re.compile(
    r"中国(?:国家版本馆|版本图书馆)CIP数据核字(?:[（(](?P<old>\d{4}|\d{2})[)）]第\d{5,6}号|第(?P<new>\d{4})[0-9A-Z]{6}号)"
)
"""The number of the nineties (two digits of the year), of 2001, of 2022–2024 and of 2023 (GB/T 12451-2023)."""

_REMARK = re.compile(r"\s*(?:[（(][^）)]*[)）])?")
_SIGN = re.compile(r"[.．]\s*[-–—―－]{1,2}")
_SPACE = re.compile(r"(?P<before>\S)[ \u00a0\u2002-\u200a\u3000]+(?=(?P<after>\S))")
_DATE = re.compile(r"[，,]\s*(\d{4})(?:[.．](\d{1,2}))?(?!\d)")
_AREA = re.compile(r"[.．]\s*[-–—―－]")
AROUND = 6
"""Characters shown on either side of a superfluous space."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with what it belongs to and its offset in the text; ``first`` after a blank line or at the beginning."""

    part: Part
    text: str
    offset: int
    first: bool


@dataclass(frozen=True, slots=True)
class Cip:
    """The text by its lines."""

    lines: tuple[Line, ...]

    @classmethod
    def read(cls, text: str) -> Cip:
        """Tell the lines apart by what they say, whatever blank lines there are."""
        lines: list[Line] = []
        offset, first, kind = 0, True, Part.DESCRIPTION
        for written in text.split("\n"):
            words = written.strip()
            if words:
                kind = _kind(words, kind, begun=bool(lines))
                lines.append(Line(kind, words, offset + len(written) - len(written.lstrip()), first))
            first = not words
            offset += len(written) + 1
        return cls(tuple(lines))

    def of(self, part: Part) -> tuple[Line, ...]:
        """The lines of one part."""
        return tuple(line for line in self.lines if line.part is part)

    @property
    def description(self) -> str:
        """The description in one line."""
        return "".join(line.text for line in self.of(Part.DESCRIPTION))

    @property
    def title(self) -> str:
        """书名: what stands before the first statement of responsibility; empty when none begins."""
        head, slash, _ = self.description.partition("/")
        return head if slash else ""

    @property
    def responsibility(self) -> str:
        """责任说明: between the first slash and the next area."""
        return _AREA.split(self.description.partition("/")[2])[0]

    @property
    def date(self) -> str:
        """The date of publication, ``2026-11`` or ``2026``; empty when there is none."""
        found = _DATE.search(self.description)
        if found is None:
            return ""
        return f"{found[1]}-{int(found[2]):02d}" if found[2] else found[1]

    @property
    def year(self) -> str:
        """The year in the number, of four digits."""
        found = next(filter(None, (NUMBER.search(line.text) for line in self.of(Part.NUMBER))), None)
        year: str = (found["old"] or found["new"]) if found else ""
        return f"19{year}" if len(year) == 2 else year

    def offset(self, part: Part) -> int:
        """Where a part begins."""
        return next((line.offset for line in self.lines if line.part is part), 0)


def faults(cip: Cip, at: At) -> Iterator[Diagnostic]:
    """What is wrong with the form of the text, each at its place."""
    missing = [part for part in Part if not cip.of(part)]
    for part in missing:
        yield codes.CIP_LACKS.at(at(0), zh=part.value[0], en=part.value[1])
    before: Line | None = None
    for line in cip.lines:
        if before is not None and line.part is not before.part and not line.first:
            yield codes.CIP_BLANK.at(at(line.offset), zh=line.part.value[0], en=line.part.value[1])
        before = line
    for line in cip.of(Part.DESCRIPTION):
        for found in _SIGN.finditer(line.text):
            if found.group() != ".—" and not line.text[found.end() : found.end() + 1].isdigit():
                yield codes.CIP_SIGN.at(at(line.offset + found.start()), found=found.group())
    yield from _spaces(cip, at)
    for line in cip.of(Part.NUMBER):
        number = NUMBER.match(line.text)
        if number is None or not _REMARK.fullmatch(line.text, number.end()):
            yield codes.CIP_NUMBER.at(at(line.offset), found=line.text)


def folded(text: str) -> str:
    """Letters, digits and hanzi only, for comparing words whatever their marks."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _spaces(cip: Cip, at: At) -> Iterator[Diagnostic]:
    """Spaces beside hanzi, wide marks, slash or equals sign; the retrieval line may have them between its entries."""
    found = [
        (line, match)
        for line in cip.lines
        if line.part is not Part.RETRIEVAL
        for match in _SPACE.finditer(line.text)
        if not (
            match["before"].isascii() and match["after"].isascii() and not {match["before"], match["after"]} & {*"/="}
        )
    ]
    if found:
        line, match = found[0]
        around = line.text[max(0, match.start() - AROUND + 1) : match.end() + AROUND]
        yield codes.CIP_SPACE.at(at(line.offset + match.start() + 1), count=len(found), around=around)


def _kind(words: str, before: Part, *, begun: bool) -> Part:
    if _HEADING.match(words.replace(" ", "")):
        return Part.HEADING
    if _NUMBER_LINE.search(words):
        return Part.NUMBER
    if _RETRIEVAL.match(words):
        return Part.RETRIEVAL
    if not begun or before in (Part.HEADING, Part.NUMBER):
        return Part.DESCRIPTION
    return before
