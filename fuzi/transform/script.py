"""The script of the text: simplified and traditional characters by OpenCC, with the terms of the book before it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fuzi.model.block import Inlines
from fuzi.model.book import Term
from fuzi.model.fair_copy import FairCopy
from fuzi.model.faults import ToolFault
from fuzi.model.inline import Text
from fuzi.model.report import Diagnostic
from fuzi.model.source import BOOK_FILE
from fuzi.model.walk import MapInlines
from fuzi.transform.characters import HAN, SELECTOR, count_han
from fuzi.transform.codes import NAMES_CHANGED, NO_ROAD, ZERO_WIDTH
from fuzi.transform.metadata import map_binding, map_products
from fuzi.transform.names import convert_name, doubtful, people
from fuzi.transform.phrases import Phrases
from fuzi.transform.protected import merged, protected
from fuzi.transform.strand import Piece, Strand, rebuild, strand, texts
from fuzi.transform.task import Done, Task
from fuzi.transform.units import Unit, map_units

VERSION = "1.4.2"
"""The OpenCC whose dictionaries the tests have measured."""


def convert_script(copy: FairCopy, task: Task) -> Done:
    """The copy in the script of its variant; a book already written in it is left as it is."""
    if task.same_script:
        return Done(copy)
    source = task.book.settings.source_variant
    chain = task.variant.opencc.get(source)
    if chain is None:
        known = "、".join(sorted({*task.variant.opencc, task.variant.tag}))
        return Done(copy, (NO_ROAD.at(BOOK_FILE, source=source, target=task.variant.tag, known=known),))
    terms = terms_of(task.book.terms, source, task.variant.tag)
    plain = Converter(engine(tuple(chain)), Phrases.of(terms), Phrases.of(task.variant.shapes))
    named = {name: plain.name(name) for name in people(copy.metadata.values())}
    converter = replace(plain, terms=Phrases.of({**named, **terms}))
    tally = _Tally()

    def change_of(unit: Unit) -> MapInlines:
        return lambda inlines: _converted(inlines, converter, unit.id, tally)

    converted = map_units(copy, change_of)
    converted = replace(
        converted,
        metadata=map_products(copy, task, converter.string, converter.name),
        binding=map_binding(copy.binding, converter.string),
    )
    changed = list(doubtful(copy.metadata.values(), converted.metadata.values(), terms.__contains__))
    if changed:
        listed = "、".join(f"{name}→{written}" for name, written in changed)
        tally.diagnostics.append(NAMES_CHANGED.at(BOOK_FILE, variant=task.variant.tag, names=listed))
    return Done(converted, tuple(tally.diagnostics), tally.han)


def terms_of(terms: Iterable[Term], source: str, target: str) -> dict[str, str]:
    """The terms of the book that say how they are written in ``target``; the first of two for the same text is kept."""
    table: dict[str, str] = {}
    for term in terms:
        written = dict(term.targets)
        if written.get(target):
            table.setdefault(written.get(source) or term.source, written[target])
    return table


@dataclass(frozen=True, slots=True)
class Converter:
    """From one script to another: terms of the book first, then OpenCC (``script``), then house letter shapes."""

    script: Callable[[str], str]
    terms: Phrases
    shapes: Phrases

    def string(self, text: str) -> str:
        """One text by itself, as in the metadata."""
        whole = strand((Text(text, BOOK_FILE),))
        return texts(whole, list(self.pieces(whole)))[0]

    def name(self, text: str) -> str:
        """Names of people by themselves."""
        return convert_name(text, self.string, lambda name: any(hit.start == 0 for hit in self.terms.hits(name)))

    def pieces(self, whole: Strand) -> Iterator[Piece]:
        """The string cut at protected stretches and at terms, each piece with what is written for it."""
        at = 0
        for start, end in merged([*whole.literal, *protected(whole.text)]):
            yield from self._free(whole, at, start)
            yield Piece(whole.text[start:end], whole.text[start:end])
            at = end
        yield from self._free(whole, at, len(whole.text))

    def _free(self, whole: Strand, start: int, end: int) -> Iterator[Piece]:
        """A stretch without anything protected: the text is split at the terms before OpenCC sees it, since a phrase
        of its dictionary that begins earlier would swallow the first character of a name."""
        text = whole.text[start:end]
        at = 0
        for hit in self.terms.hits(text):
            yield from self._plain(whole, start + at, start + hit.start)
            yield Piece(text[hit.start : hit.end], hit.target, term=True)
            at = hit.end
        yield from self._plain(whole, start + at, end)

    def _plain(self, whole: Strand, start: int, end: int) -> Iterator[Piece]:
        if start == end:
            return
        source = whole.text[start:end]
        target = self._words(source)
        if len(target) == len(source):
            yield Piece(source, target)
            return
        edges = [start, *(cut for cut in whole.cuts() if start < cut < end), end]
        for left, right in zip(edges, edges[1:], strict=False):  # lengths differ: node by node
            yield Piece(whole.text[left:right], self._words(whole.text[left:right]))

    def _words(self, text: str) -> str:
        return text if text.isascii() else self.shapes.replace(self.script(text))


@dataclass(slots=True)
class _Tally:
    """What one pass over the copy collects."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    han: dict[str, int] = field(default_factory=dict)


def _converted(inlines: Inlines, converter: Converter, unit: str, tally: _Tally) -> Inlines:
    if not inlines:
        return inlines
    whole = strand(inlines)
    pieces = list(converter.pieces(whole))
    tally.diagnostics += _invisible(whole)
    for piece in pieces:
        if piece.term:
            tally.han[unit] = tally.han.get(unit, 0) + count_han(piece.target) - count_han(piece.source)
    return rebuild(inlines, iter(texts(whole, pieces)), converter.string)


def _invisible(whole: Strand) -> Iterator[Diagnostic]:
    """Characters without width between two Han: they would have torn a word apart."""
    for thread in whole.threads:
        for number, hole in enumerate(thread.holes):
            at = thread.start + hole.offset
            beside = whole.text[at - 1 : at + 1] if at else ""
            if len(beside) == 2 and all(map(HAN.match, beside)) and not SELECTOR.match(hole.character):
                name = f"U+{ord(hole.character):04X}"
                yield ZERO_WIDTH.at(thread.place_of(hole.offset + number), character=name, context=whole.around(at))


@cache
def engine(chain: tuple[str, ...]) -> Callable[[str], str]:
    """OpenCC through these configurations, one after the other.

    The dictionaries of rare characters that hardly any font has are left out: the traditional shape stays instead.
    """
    opencc = _official()
    links: list[Callable[[str], str]] = [
        opencc.OpenCC(name, include_tofu_risk_dictionaries=False).convert for name in chain
    ]

    def convert(text: str) -> str:
        for link in links:
            text = link(text)
        return text

    return convert


@lru_cache(maxsize=1)
def _official() -> Any:
    """The module ``opencc``, once it is sure which one it is: three distributions install a package of this name, and
    two of them together mix their files without a word."""
    command = "pip uninstall -y opencc-python-reimplemented opencc-py; "
    command += f"pip install --force-reinstall opencc=={VERSION}"
    try:
        module = importlib.import_module("opencc")
    except ImportError as error:
        raise ToolFault(zh="没有安装 OpenCC", en="OpenCC is not installed", command=command) from error
    folder = Path(module.__file__ or "").parent
    found = getattr(module, "__version__", None)
    if found != VERSION or not (folder / "clib").is_dir():
        named = found or "?"
        raise ToolFault(
            zh=f"装的不是官方的 OpenCC {VERSION}（现为 {named}）："
            "opencc-python-reimplemented 和 opencc-py 与它同名，不能并存",
            en=f"this is not the official OpenCC {VERSION} (found {named}): opencc-python-reimplemented and opencc-py "
            "install a package of the same name and must not stand beside it",
            command=command,
        )
    return module
