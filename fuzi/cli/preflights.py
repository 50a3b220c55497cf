"""The findings of a pre-flight: a table for people, a tree for programs."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from fuzi.cli.words import say
from fuzi.model.preflight import VERDICTS, Finding, Preflight, Spot, Verdict, Words
from fuzi.model.report import Severity

COLOURS = {
    Verdict.PASS: "green",
    Verdict.NOTICE: "yellow",
    Verdict.FAIL: "bold red",
    Verdict.UNSEEN: "bold magenta",
}


def preflight_table(found: Preflight, language: str) -> Table:
    """One row for each check."""
    title = say("preflight_title", language, title=found.title, tag=found.tag)
    table = Table(box=None, pad_edge=False, title=title, title_justify="left", title_style="bold")
    for key in ("check", "what"):
        table.add_column(say(f"preflight_{key}", language), no_wrap=True)
    for key in ("found", "required"):
        table.add_column(say(f"preflight_{key}", language), overflow="fold")
    table.add_column(say("preflight_verdict", language), no_wrap=True)
    table.add_column(say("preflight_places", language), justify="right", no_wrap=True)
    for finding in found.findings:
        verdict = Text(in_words(VERDICTS[finding.verdict], language), style=COLOURS[finding.verdict])
        cells = (finding.title, finding.what, finding.found, finding.required)
        texts = (Text(in_words(cell, language)) for cell in cells)
        table.add_row(*texts, verdict, str(len(finding.spots)) if finding.spots else "")
    return table


def in_words(words: Words, language: str) -> str:
    """Words in zh or en."""
    return words[0] if language == "zh" else words[1]


def totals(found: Preflight) -> dict[str, int]:
    """How many checks ended how, by the names in the words of the command line."""
    names = {
        "passed": Verdict.PASS,
        "noticed": Verdict.NOTICE,
        "failed": Verdict.FAIL,
        "unseen": Verdict.UNSEEN,
    }
    return {name: found.count(verdict) for name, verdict in names.items()}


def preflight_tree(found: Preflight, language: str) -> dict[str, Any]:
    """All of it for programs."""
    return {
        "variant": found.tag,
        "verdict": found.verdict.value,
        "files": [
            {
                "product": file.product,
                "name": file.name,
                "pages": file.pages,
                "size": file.size,
                "sha256": file.sha256,
            }
            for file in found.files
        ],
        "checks": [_finding(finding, language) for finding in found.findings],
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "title": in_words(finding.title, language),
        "what": in_words(finding.what, language),
        "found": in_words(finding.found, language),
        "required": in_words(finding.required, language),
        "verdict": finding.verdict.value,
        "errors": sum(spot.diagnostic.severity is Severity.ERROR for spot in finding.spots),
        "places": [_spot(spot, language) for spot in finding.spots],
    }


def _spot(spot: Spot, language: str) -> dict[str, Any]:
    place = spot.place
    return {
        "code": spot.diagnostic.code.id,
        "severity": spot.diagnostic.severity.value,
        "page": spot.page or None,
        "folio": spot.folio or None,
        "file": place.file if place else None,
        "line": (place.line or None) if place else None,
        "column": (place.column or None) if place else None,
        "near": spot.near,
        "message": spot.diagnostic.message(language),
        "hint": spot.diagnostic.hint(language),
    }
