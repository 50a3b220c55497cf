"""The readings that a book has settled: ``terms/pinyin.tsv``, a phrase, a tab, a syllable for each character."""

from __future__ import annotations

from collections.abc import Iterator

from fuzi.load import codes
from fuzi.load.decoding import Encoding
from fuzi.load.folder import BookFolder
from fuzi.load.terms import PINYIN, read_list, rows
from fuzi.model.book import SettledReading
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.readings import parse, respell


def read_readings(folder: BookFolder, encoding: Encoding | None) -> tuple[tuple[SettledReading, ...], list[Diagnostic]]:
    """The settled readings in their order, and what is wrong with the list."""
    if PINYIN not in folder.files("terms"):
        return (), []
    text, found = read_list(folder, PINYIN, encoding)
    readings: dict[str, SettledReading] = {}
    for item in _settled(text):
        if isinstance(item, Diagnostic):
            found.append(item)
        elif item.phrase in readings:
            first = readings[item.phrase].place
            found.append(codes.TERM_TWICE.at(item.place, term=item.phrase, first=first))
        else:
            readings[item.phrase] = item
    return tuple(readings.values()), found


def _settled(text: str) -> Iterator[SettledReading | Diagnostic]:
    for number, line in rows(text):
        place = Place(PINYIN, number, 1)
        phrase, *rest = (cell.strip() for cell in line.split("\t"))
        if not rest or not phrase:
            yield codes.READING_COLUMNS.at(place, line=line.strip()[:20])
            continue
        syllables = respell(rest[0], "pinyin", len(phrase)) or ()
        wrong = next((word for word in rest[0].split() if parse(word) is None), "")
        if wrong:
            yield codes.READING_SYLLABLE.at(place, syllable=wrong)
        elif len(syllables) != len(phrase):
            yield codes.READING_COUNT.at(place, phrase=phrase, size=len(phrase), readings=len(rest[0].split()))
        else:
            yield SettledReading(phrase, syllables, place)
        if any(rest[1:]):
            column = len("\t".join(line.split("\t")[:2])) + 2
            yield codes.READING_SURPLUS.at(Place(PINYIN, number, column), text=" ".join(filter(None, rest[1:]))[:20])
