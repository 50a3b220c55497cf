"""The pages of a finished book, one after the other: empty ones, running heads, folios, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fuzi.check import preflight_codes as codes
from fuzi.check.conservation import letters
from fuzi.check.evidence import BLOCK, PROOF, Evidence
from fuzi.model.product import PageFact
from fuzi.model.report import Diagnostic

EXCERPT = 12

_NUMERAL = re.compile(r"(?:\d+|[ivxlcdm]+)\Z", re.IGNORECASE)
_DASHES = "-–—·・ \u2002"


def empty_pages(evidence: Evidence) -> tuple[int, ...]:
    """The leaf pages, counted from 0, on which nothing is printed."""
    assert evidence.proof is not None
    inked = [bool(page.inks) for page in evidence.block.pages] if evidence.block else []
    return tuple(
        page.index
        for page, text in zip(evidence.proof.pages, evidence.proof_pages, strict=False)
        if page.blank or not (text.words or (page.index < len(inked) and inked[page.index]))
    )


def astray(evidence: Evidence) -> tuple[int, ...]:
    """Empty pages where none is expected: not the verso before a section that opens on a recto, nor the padding."""
    assert evidence.proof is not None
    pages, empty, end = evidence.proof.pages, set(empty_pages(evidence)), evidence.proof.set_count

    def expected(index: int) -> bool:
        if index >= end:
            return True
        opens = index + 1 < len(pages) and pages[index + 1].section != pages[index].section
        return index % 2 == 1 and opens and index - 1 not in empty and index + 1 not in empty

    return tuple(index for index in sorted(empty) if not expected(index))


def look_for_empty_pages(evidence: Evidence) -> Iterator[Diagnostic]:
    """C155."""
    for index in astray(evidence):
        yield codes.BLANK_ASTRAY.at(None, edition=evidence.edition(PROOF), page=index + 1)


def headed(evidence: Evidence) -> tuple[PageFact, ...]:
    """The pages that should have a running head: those of a section behind its first, on the side of the leaf that has
    heads in this theme."""
    assert evidence.proof is not None
    empty = set(empty_pages(evidence))
    follow = [
        page
        for before, page in pairwise(evidence.proof.pages)
        if page.section == before.section and page.section in evidence.heads and page.index not in empty
    ]
    sides = {page.index % 2 for page in follow if head_of(evidence, page)}
    return tuple(page for page in follow if page.index % 2 in sides and page.lines)


def head_of(evidence: Evidence, page: PageFact) -> str:
    """The running head as it is printed, a folio beside it left out."""
    words = list(evidence.proof_pages[page.index].head)
    for at in (0, -1):
        if words and page.folio and words[at].strip(_DASHES) == page.folio:
            del words[at]
    return "".join(words).strip(_DASHES)


def look_at_heads(evidence: Evidence) -> Iterator[Diagnostic]:
    """C157, C158."""
    edition = evidence.edition(PROOF)
    for page in headed(evidence):
        head = head_of(evidence, page)
        titles = {letters(title) for title in evidence.heads[page.section]}
        if not letters(head):
            yield codes.HEAD_MISSING.at(None, edition=edition, page=page.index + 1)
        elif letters(head) not in titles:
            yield codes.HEAD_WRONG.at(None, edition=edition, page=page.index + 1, head=head)


def printed_folio(evidence: Evidence, page: PageFact) -> str:
    """The folio as it is printed on a page; empty where none is."""
    text = evidence.proof_pages[page.index]
    outer = text.head[:1] if page.index % 2 else text.head[-1:]
    for word in (*text.foot, *outer):
        bare = word.strip(_DASHES)
        if _NUMERAL.match(bare):
            return bare
    return ""


def folios(evidence: Evidence) -> tuple[tuple[PageFact, str], ...]:
    """The pages with a folio on them, and the folio."""
    assert evidence.proof is not None
    found = ((page, printed_folio(evidence, page)) for page in evidence.proof.pages)
    return tuple((page, folio) for page, folio in found if folio)


def look_at_folios(evidence: Evidence) -> Iterator[Diagnostic]:
    """C159: each is that of its page, and arabic ones count the pages."""
    edition = evidence.edition(PROOF)
    start: int | None = None
    for page, found in folios(evidence):
        wanted = page.folio
        if wanted.isdigit() and start is None:
            start = int(wanted) - page.index
        if wanted.isdigit() and start is not None:
            wanted = str(page.index + start)
        if found != wanted:
            yield codes.FOLIO_ASTRAY.at(None, edition=edition, page=page.index + 1, found=found, folio=wanted)


def look_at_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """C184, C185: the press file has the pages and the words of the proof."""
    edition = evidence.edition(BLOCK)
    proof, press = evidence.proof_pages, evidence.block_pages
    if len(proof) != len(press):
        yield codes.PAGES_DIFFER.at(None, edition=edition, found=len(press), pages=len(proof))
    for number, (own, other) in enumerate(zip(proof, press, strict=False), 1):
        if own.words != other.words:
            here, there = _difference(own.words, other.words)
            facts = {"proof": here, "press": there}
            yield codes.WORDS_DIFFER.at(None, edition=edition, page=number, **facts)


def _difference(first: Sequence[str], second: Sequence[str]) -> tuple[str, str]:
    """Two texts from where they differ, shortened."""
    one, two = "".join(first), "".join(second)
    at = next((index for index, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[at : at + EXCERPT], two[at : at + EXCERPT]
