"""What the first pages of a scan say of the book: facts with the line that says them, gathered into metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fuzi.ingest.titles import bare
from fuzi.model.manuscript import Confidence, Entry, Fate
from fuzi.model.metadata import Contributor

EVIDENCE = "evidence"
DISAGREEMENT = "disagreement"
CIP = "cip"
SPACED_NAME = "spaced-name"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: ``field`` is a path in book.yaml, ``value`` what goes there, ``raw`` the whole line of the scan.

    For people ``role``, ``part`` and ``nation`` say in what capacity, and ``value`` joins the names with 、.
    ``rank`` orders statements about one field: the lower is believed (0 the title leaf, 1 copyright page, 2 CIP text).
    """

    field: str
    value: str
    line: int
    raw: str
    role: str = ""
    part: str = ""
    nation: str = ""
    rank: int = 1
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True)
class Gathered:
    """Facts, and what else there is to say about the lines that they come from."""

    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __add__(self, other: Gathered) -> Gathered:
        return Gathered(self.facts + other.facts, self.entries + other.entries)


def evidence(facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """A ledger entry for every fact: no line of the title leaf goes unrecorded, however often it repeats."""
    found: list[Entry] = []
    for fact in facts:
        where = f"{fact.field}[{fact.part}{fact.role}]" if fact.role else fact.field
        found.append(Entry(Fate.USED, EVIDENCE, fact.line, fact.raw, fact.value, fact.confidence, field=where))
        found += _mended(fact)
    return tuple(found)


def _mended(fact: Fact) -> Iterator[Entry]:
    """Repairs inside a fact: the spacing of the CIP text, names whose two characters stood apart."""
    if fact.field == "cip" and fact.value != bare(fact.raw):
        confidence = Confidence.FAIR if "Ⅱ" in fact.value else Confidence.SURE
        yield Entry(Fate.REPAIRED, CIP, fact.line, fact.raw, fact.value, confidence)
    for name in fact.value.split("、") if fact.role or fact.field.startswith("staff.") else ():
        spaced = re.search(r"[ \t　]+".join(map(re.escape, name)), fact.raw) if len(name) == 2 else None
        if spaced:
            yield Entry(Fate.REPAIRED, SPACED_NAME, fact.line, spaced[0], name)


def choose(facts: Iterable[Fact], field: str) -> tuple[str, tuple[Entry, ...]]:
    """The value of a field: the statement of the best rank, the first of equals; others that differ become doubts."""
    here = sorted((fact for fact in facts if fact.field == field), key=lambda fact: fact.rank)
    if not here:
        return "", ()
    best = here[0]
    doubts = tuple(
        Entry(Fate.DOUBT, DISAGREEMENT, fact.line, fact.value, best.value, Confidence.LOW, field=field)
        for fact in here[1:]
        if not _agree(fact.value, best.value)
    )
    return best.value, doubts


def people(facts: Iterable[Fact], field: str) -> tuple[tuple[Contributor, ...], tuple[Entry, ...]]:
    """The contributors of a field in the order of the pages; a role stated twice with other names becomes a doubt."""
    merged: dict[tuple[str, str, str], tuple[Fact, tuple[str, ...]]] = {}
    doubts: list[Entry] = []
    for fact in sorted((fact for fact in facts if fact.field == field), key=lambda fact: fact.rank):
        names = tuple(filter(None, fact.value.split("、")))
        key = fact.role, fact.part, fact.nation
        twin = next((other for other in merged if _same_office(other, key)), None)
        if twin is not None and twin != key and set(names) <= set(merged[twin][1]):
            continue  # 译者 on the copyright page is 译 on the title page
        if key not in merged:
            if fact.rank >= 2 and any(other[0] == fact.role for other in merged):
                continue  # the CIP text gives only the first of many
            merged[key] = fact, names
            continue
        first, known = merged[key]
        if fact.line != first.line and fact.rank == first.rank and not set(names) & set(known):
            merged[key] = first, known + names
        elif set(names) - set(known):
            doubts.append(
                Entry(Fate.DOUBT, DISAGREEMENT, fact.line, fact.value, "、".join(known), Confidence.LOW, field=field)
            )
    found = tuple(
        Contributor(role=role, names=names, part=part, nation=nation)
        for (role, part, nation), (_, names) in merged.items()
    )
    return found, tuple(doubts)


def _same_office(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """译 and 译者, 著 and 作者, 撰稿 and 撰稿人, for the same part of the book; the nation may be left out in one."""
    first, second = ({"作者": "著", "著者": "著"}.get(role, role).rstrip("者人") for role in (one[0], other[0]))
    return first == second and one[1] == other[1]


def _agree(one: str, other: str) -> bool:
    """Whether two statements are the same, or one is the other with something before or behind it."""
    left, right = (("".join(filter(str.isalnum, value))).casefold() for value in (one, other))
    return left == right or (bool(left) and bool(right) and (left in right or right in left))
