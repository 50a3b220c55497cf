"""The term lists of a book: ``terms/*.tsv``, one term to a line, one variant to a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fuzi.load import codes
from fuzi.load.decoding import Encoding, decode
from fuzi.load.folder import BookFolder
from fuzi.load.nearest import near
from fuzi.load.settings import is_tag
from fuzi.model.book import Settings, Term
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

PINYIN = "terms/pinyin.tsv"
"""The list of readings, which has a form of its own."""

NOTE = "note"
"""The column for remarks, which nothing reads."""


def read_terms(
    folder: BookFolder, settings: Settings, encoding: Encoding | None
) -> tuple[tuple[Term, ...], list[Diagnostic]]:
    """The terms of every list in the order of file names, and what is wrong with them."""
    reader = _Reader(settings)
    if folder.leads_out("terms"):
        reader.found.append(codes.PATH_LEAVES.at(Place("terms"), path="terms", example="terms/terms.tsv"))
    for path in folder.files("terms"):
        if not path.endswith(".tsv") or path == PINYIN:
            continue
        text, diagnostics = read_list(folder, path, encoding)
        reader.found.extend(diagnostics)
        reader.read(text, path)
    return tuple(reader.terms), reader.found


def read_list(folder: BookFolder, path: str, encoding: Encoding | None) -> tuple[str, list[Diagnostic]]:
    """The text of one list, empty where it cannot be read, and what is wrong with it."""
    file = folder.read(path, Place(path))
    found = [file.problem] if file.problem is not None else []
    if file.data is None:
        return "", found
    text, diagnostics = decode(file.data, path, encoding, remark=False)
    return text or "", [*found, *diagnostics]


@dataclass(slots=True)
class _Reader:
    settings: Settings
    terms: list[Term] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)

    def read(self, text: str, file: str) -> None:
        """Read one list; empty lines and lines that begin with ``#`` say nothing."""
        lines = rows(text)
        first = next(lines, None)
        if first is None:
            return
        header = self._header(first, file)
        if header is not None:
            for number, line in lines:
                self._row(line.split("\t"), header, Place(file, number, 1))

    def _header(self, first: tuple[int, str], file: str) -> list[str] | None:
        number, line = first
        tags = [cell.strip() for cell in line.split("\t")]
        source = self.settings.source_variant
        if tags.count(source) != 1:
            self.found.append(codes.TERM_HEADER.at(Place(file, number, 1), source=source))
            return None
        column = 1
        for cell, tag in zip(line.split("\t"), tags, strict=True):
            if (tag != NOTE and not is_tag(tag)) or tags.count(tag) > 1:
                known = dict.fromkeys((*self.settings.variants, source, NOTE))
                self.found.append(codes.TERM_TAG.at(Place(file, number, column), tag=tag, **near(tag, known)))
            column += len(cell) + 1
        return tags

    def _row(self, cells: list[str], header: list[str], place: Place) -> None:
        expected = len(header)
        if header[-1] == NOTE and len(cells) == expected - 1:
            cells = [*cells, ""]  # a remark that is not there needs no tab
        if len(cells) != expected:
            self.found.append(codes.TERM_COLUMNS.at(place, found=len(cells), expected=expected))
            return
        named = {tag: cell.strip() for tag, cell in zip(header, cells, strict=True)}
        source = named.pop(self.settings.source_variant)
        if not source:
            self.found.append(codes.TERM_EMPTY.at(place, source=self.settings.source_variant))
        elif source in self.seen:
            self.found.append(codes.TERM_TWICE.at(place, term=source, first=self.seen[source]))
        else:
            self.seen[source] = place
            self.terms.append(Term(source, tuple(_targets(named.items())), place))


def rows(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a list that say something, with their numbers."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _targets(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What is written in other variants; an empty cell leaves the variant to the converter."""
    return ((tag, text) for tag, text in named if text and tag != NOTE)
