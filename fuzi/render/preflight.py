"""The report of a pre-flight: one self-contained HTML page for the screen and for A4, the same for the same book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fuzi.model.preflight import VERDICTS, Finding, Preflight, Spot, Verdict, Words
from fuzi.model.report import Severity, facts_of
from fuzi.render.environment import BASE, environment, read_resource, resources

SHEET = "preflight.css"

LABELS: dict[str, Words] = {
    "title": ("印前检查", "Pre-flight"),
    "variant": ("版本", "Edition"),
    "files": ("送检的文件", "Files looked at"),
    "file": ("文件", "File"),
    "pages": ("面数", "Pages"),
    "size": ("字节", "Bytes"),
    "no_files": (
        "文件没有做出来，只查了书稿。改好下列各处再查。",
        "No file could be made: mend what is listed below first.",
    ),
    "checks": ("逐项结论", "Checks"),
    "number": ("序", "No."),
    "check": ("检查", "Check"),
    "what": ("对象", "Looked at"),
    "found": ("所见", "Found"),
    "required": ("要求", "Required"),
    "verdict": ("结论", "Verdict"),
    "count": ("处", "Places"),
    "places": ("要看的地方", "Places"),
    "page": ("成品面", "Leaf page"),
    "folio": ("页码", "Folio"),
    "source": ("书稿", "Source"),
    "said": ("问题", "What is wrong"),
    "cover": ("封面", "cover"),
    "near": ("这一面从这里起", "the page begins here"),
    "clean": ("没有要改的地方。", "Nothing has to be mended."),
    "signed": ("检查人", "Checked by"),
    "date": ("日期", "Date"),
    "note": (
        "这些检查代替不了印刷厂的：第一次合作，请厂里用自己的软件再查一遍，并看打样。",
        "These checks do not take the place of those of the printing house: have it run its own, and look at a proof.",
    ),
}

SEVERITIES: dict[Severity, Words] = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("说明", "note"),
}

SIGNS = {Verdict.PASS: "✓", Verdict.NOTICE: "!", Verdict.FAIL: "✗", Verdict.UNSEEN: "?"}
"""Beside the colour, for those who print in black or do not see it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One check, in one language."""

    number: int
    id: str
    title: str
    what: str
    found: str
    required: str
    verdict: str
    sign: str
    kind: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One line under a check; ``hint`` is empty where the line before has the same."""

    page: str
    folio: str
    source: str
    near: bool
    severity: str
    kind: str
    code: str
    message: str
    hint: str


def render_preflight(found: Sequence[Preflight], language: str) -> str:
    """The page in ``zh`` or ``en``, all variants one after the other."""
    labels = {key: _in(words, language) for key, words in LABELS.items()}
    css = read_resource(resources("styles") / BASE, SHEET) or ""
    page = environment(BASE).get_template("page/preflight.j2")
    return (
        page.render(
            language="zh-Hans" if language == "zh" else "en",
            labels=labels,
            style=Markup(css),  # noqa: S704 - our own style sheet
            title=found[0].title if found else "",
            variants=[_variant(item, language) for item in found],
        ).strip()
        + "\n"
    )


def _variant(item: Preflight, language: str) -> dict[str, object]:
    rows = [_row(number, finding, language) for number, finding in enumerate(item.findings, 1)]
    return {
        "tag": item.tag,
        "verdict": _in(VERDICTS[item.verdict], language),
        "kind": item.verdict.value,
        "sign": SIGNS[item.verdict],
        "totals": [
            {"word": _in(VERDICTS[one], language), "count": item.count(one), "kind": one.value, "sign": SIGNS[one]}
            for one in Verdict
            if item.count(one) or one is Verdict.PASS
        ],
        "files": [
            {"name": file.name, "pages": file.pages, "size": f"{file.size:,}", "sha256": file.sha256}
            for file in item.files
        ],
        "rows": rows,
        "open": [row for row in rows if row.places],
    }


def _row(number: int, finding: Finding, language: str) -> Row:
    return Row(
        number,
        finding.id,
        _in(finding.title, language),
        _in(finding.what, language),
        _in(finding.found, language),
        _in(finding.required, language),
        _in(VERDICTS[finding.verdict], language),
        SIGNS[finding.verdict],
        finding.verdict.value,
        tuple(_places(finding.spots, language)),
    )


def _places(spots: Sequence[Spot], language: str) -> Iterator[Place]:
    before = ""
    for spot in spots:
        item = spot.diagnostic
        hint = item.hint(language)
        edition = facts_of(item).get("edition", "")
        page = str(spot.page or "") if not edition.endswith("/cover-pdf") else _in(LABELS["cover"], language)
        yield Place(
            page,
            spot.folio,
            str(spot.place or ""),
            spot.near,
            _in(SEVERITIES[item.severity], language),
            item.severity.value,
            item.code.id,
            _without(edition, item.message(language)),
            "" if hint == before else hint,
        )
        before = hint


def _without(edition: str, message: str) -> str:
    """A message without the edition at its head, which the page says once."""
    for colon in ("：", ": "):
        if edition and message.startswith(edition + colon):
            return message.removeprefix(edition + colon)
    return message


def _in(words: Words, language: str) -> str:
    return words[0] if language == "zh" else words[1]
