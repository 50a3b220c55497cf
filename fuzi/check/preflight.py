"""The pre-flight: everything that goes to the printing house, looked at in one ordered table before it goes there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fuzi.check.evidence import BLOCK, COVER, Evidence
from fuzi.check.preflight_figures import wanted_cover
from fuzi.check.preflight_table import BOTH, CHECKS, OWNERS, Check
from fuzi.model.preflight import Finding, Preflight, Spot, Verdict, Words
from fuzi.model.product import PressedFile
from fuzi.model.report import Diagnostic, Report, Severity, facts_of

REST = "manuscript"
"""The first row: what was said of the manuscript and of book.yaml and belongs to no other."""

NOT_SEEN: Words = ("—", "—")

BEATEN = {"R121": {"Y120", "Y121", "Y125"}, "R122": {"Y123"}, "C167": {"X172"}}
"""What two stages say of one thing: the code on the left is left out where one of those on the right was said."""

DRAWN = {"C140", "C143", "C144", "C147", "C153", "C154", "X102"}
"""What a vector figure may be to blame for, if the page has one."""

ELSEWHERE = {"Y126", "Y127"}
"""What is said of the e-book alone."""

MISSING: dict[str, Words] = {BLOCK: ("正文没有做出来", "no block"), COVER: ("封面没有做出来", "no cover")}
"""What is said where only one of two files could be made."""

Said = tuple[str, Diagnostic]
"""A diagnostic and the product in whose making it was said; empty: before any."""


def preflight(evidence: Evidence, reports: Mapping[str, Report], files: Sequence[PressedFile]) -> Preflight:
    """One finding for each check. ``reports`` are what was said while each product was made; empty: of the book.

    Each diagnostic is in exactly one finding; one without a place is given that of its page.
    """
    said = [(product, item) for product, report in reports.items() for item in dict.fromkeys(report.diagnostics)]
    for check in CHECKS:
        if _can(check, evidence):
            said += [(_product(item), item) for item in check.look(evidence)]
    said = list(_once(said))
    gathered: dict[str, list[Spot]] = {name: [] for name in (REST, *(check.id for check in CHECKS))}
    for product, item in said:
        gathered[OWNERS.get(item.code.id, REST)].append(_spot(product, item, evidence))
    rows = (_finding(check, gathered[check.id], evidence) for check in CHECKS)
    return Preflight(evidence.tag, evidence.metadata.title, tuple(files), (_rest(gathered[REST]), *rows))


def stops(report: Report) -> bool:
    """Whether the pages cannot be set for what was said so far.

    An error that a check of its own tells (a book number, a price, a profile) does not keep the rest from being seen.
    """
    return any(item.severity is Severity.ERROR and item.code.id not in OWNERS for item in report.diagnostics)


def report_of(found: Preflight) -> Report:
    """All that a pre-flight has to say, as diagnostics with the places that were found for them."""
    return Report.of(spot.diagnostic for finding in found.findings for spot in finding.spots)


def _can(check: Check, evidence: Evidence) -> bool:
    """Whether there is anything to look at: one of two files is enough where both are looked at."""
    has = [evidence.has(product) for product in check.needs]
    return any(has) if check.what == BOTH else all(has)


def _product(item: Diagnostic) -> str:
    return facts_of(item).get("edition", "").rpartition("/")[2]


def _once(said: Sequence[Said]) -> Iterator[Said]:
    """What was found by two stages is said by the one that knows the place, or the graver one."""
    codes = {item.code.id for _, item in said}
    beaten = {worse for worse, better in BEATEN.items() if codes & better}
    if any(item.code.id == "C149" and product == COVER for product, item in said):
        beaten.add("X170")
    seen: set[Diagnostic] = set()
    for product, item in said:
        if item.code.id not in beaten | ELSEWHERE and item not in seen:
            seen.add(item)
            yield product, item


def _spot(product: str, item: Diagnostic, evidence: Evidence) -> Spot:
    number = facts_of(item).get("page", "")
    page = int(number) if number.isdigit() and product != COVER else 0
    drawn = item.code.id in DRAWN
    near = evidence.near(page, drawn=drawn) if item.place is None and page else None
    found = replace(item, place=near) if near is not None else item
    own = drawn and near in evidence.vectors.get(page - 1, ())
    return Spot(found, page, evidence.folio(page), found.place, near is not None and not own)


def _finding(check: Check, spots: Sequence[Spot], evidence: Evidence) -> Finding:
    seen = all(evidence.has(product) for product in check.needs)
    found = _with_missing(check.figure(evidence), check, evidence) if _can(check, evidence) else NOT_SEEN
    verdict = verdict_of(spots)
    if not seen and verdict is not Verdict.FAIL:
        verdict = Verdict.UNSEEN
    return Finding(check.id, check.title, check.what, found, _required(check, evidence), verdict, _sorted(spots))


def _with_missing(found: Words, check: Check, evidence: Evidence) -> Words:
    """A figure that says so if one of the files was not there to be looked at."""
    for product, (zh, en) in MISSING.items():
        if product in check.needs and not evidence.has(product):
            return f"{found[0]}；{zh}", f"{found[1]}; {en}"
    return found


def verdict_of(spots: Sequence[Spot]) -> Verdict:
    """An error fails the check, a warning asks for a look; a note is only told."""
    grave = {spot.diagnostic.severity for spot in spots}
    if Severity.ERROR in grave:
        return Verdict.FAIL
    return Verdict.NOTICE if Severity.WARNING in grave else Verdict.PASS


def _rest(spots: Sequence[Spot]) -> Finding:
    errors, warnings = (
        sum(spot.diagnostic.severity is severity for spot in spots) for severity in (Severity.ERROR, Severity.WARNING)
    )
    found = (f"错误 {errors} 处，警告 {warnings} 处", f"errors: {errors}, warnings: {warnings}")
    title, what, required = ("书稿与资料", "Manuscript"), ("书稿", "sources"), ("没有错误", "no errors")
    return Finding(REST, title, what, found, required, verdict_of(spots), _sorted(spots))


def _sorted(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The gravest first, then by page."""
    order = list(Severity)
    return tuple(sorted(spots, key=lambda spot: (order.index(spot.diagnostic.severity), spot.page)))


def _required(check: Check, evidence: Evidence) -> Words:
    isbn = evidence.metadata.isbn
    sheet = evidence.press.signature
    facts = {
        "trim": f"{evidence.metadata.trim}",
        "bleed": f"{evidence.press.bleed:f}",
        "cover": wanted_cover(evidence),
        "isbn": isbn or "—",
        "signature": f"{sheet} 的倍数" if sheet else "双数",
        "signature_en": f"a multiple of {sheet}" if sheet else "an even number",
    }
    zh, en = (text.format_map(facts) for text in check.required)
    return zh, en
