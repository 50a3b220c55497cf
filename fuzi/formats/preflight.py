"""A pre-flight of one variant: makes in memory all that goes to the printing house, and hands it to the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from fuzi.check.evidence import BLOCK, COVER, PROOF, Evidence
from fuzi.check.preflight import preflight, stops
from fuzi.formats import FORMATS
from fuzi.formats.format import Finished, Job
from fuzi.model.book import Book
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.preflight import Preflight
from fuzi.model.product import PressedFile
from fuzi.model.report import Report
from fuzi.model.source import Place

LOOKED = (PROOF, BLOCK, COVER, "jobsheet")
"""The products that are made for a pre-flight, in their order."""

KEYS = ("trim", "binding", "isbn", "printing")
"""Keys of book.yaml that a diagnostic may point at."""


def look_over(
    copy: FairCopy, editions: Mapping[str, Edition], before: Report, watch: Callable[[str, str], None]
) -> Preflight:
    """The pre-flight of a settled text; ``before`` is what was said of it on the way, ``editions`` are by product.

    A file with errors is looked at all the same; one that cannot be made leaves its checks unseen.
    """
    made: dict[str, Finished] = {}
    reports = {"": before}
    for product in () if stops(before) else LOOKED:
        item, edition = FORMATS[product], editions[product]
        if any(name not in made for name in item.needs):
            continue
        outcome = item.attempt(Job(copy, edition, partial(watch, edition.name), made, frozenset(LOOKED)))
        reports[product] = outcome.report
        if outcome.value is not None:
            made[product] = outcome.value
    watch(copy.variant.tag, "check")
    return preflight(_evidence(copy, made), reports, tuple(_files(copy, editions, made)))


def unmade(book: Book, tag: str, report: Report) -> Preflight:
    """The pre-flight of a book that cannot be set: nothing is seen but what was said of it."""
    settings = book.settings
    return preflight(Evidence(tag, book.metadata, settings.press, settings.binding), {"": report}, ())


def _files(copy: FairCopy, editions: Mapping[str, Edition], made: Mapping[str, Finished]) -> Iterator[PressedFile]:
    for product, file in made.items():
        yield FORMATS[product].described(file, copy, editions[product])


def _evidence(copy: FairCopy, made: Mapping[str, Finished]) -> Evidence:
    product = next(iter(made), PROOF)
    known = Evidence(
        copy.variant.tag,
        copy.metadata[product],
        copy.settings.press,
        copy.binding,
        places={key: copy.place(product, key) for key in KEYS},
        front=Place(copy.settings.cover) if copy.settings.cover else None,
    )
    return _read(known, made) if PROOF in made else known


def _read(known: Evidence, made: Mapping[str, Finished]) -> Evidence:
    """The same with what is read back from the files; their readers take a second to load."""
    from fuzi.press import figures_of
    from fuzi.press.proof_reader import heads_of, read_barcode, read_pages, vectors_of

    proof, block, cover = (made.get(product) for product in (PROOF, BLOCK, COVER))
    assert proof is not None
    assert proof.facts is not None
    assert proof.forme is not None
    return replace(
        known,
        proof=proof.facts,
        gauge=proof.gauge,
        block=block.press if block else None,
        cover=cover.press if cover else None,
        proof_pages=read_pages(proof.data, proof.facts.pages),
        block_pages=read_pages(block.data, proof.facts.pages) if block else (),
        heads=heads_of(proof.forme),
        pictures=figures_of(proof.forme),
        vectors=vectors_of(proof.forme),
        barcode=read_barcode(cover.data) if cover else None,
    )
