"""From a scan to a manuscript: the order of the work, on one screen."""

from __future__ import annotations

import re
from pathlib import PurePath

from fuzi.ingest import conservation, leaf, plausible, readers, repairs, strays
from fuzi.ingest.assemble import assemble
from fuzi.ingest.codes import NO_CONTENTS, UNRESOLVED
from fuzi.ingest.contents import Contents, find
from fuzi.ingest.copyright import UNRESOLVED as UNRESOLVED_KIND
from fuzi.ingest.doubts import look
from fuzi.ingest.facts import Gathered, evidence
from fuzi.ingest.gather import describe
from fuzi.ingest.outline import outline
from fuzi.ingest.repairs import headlines
from fuzi.ingest.scan import Items
from fuzi.ingest.script import script_of
from fuzi.ingest.writer import files
from fuzi.ingest.zones import colophon_at_end, first_page_of_text
from fuzi.model.book import Settings
from fuzi.model.manuscript import Confidence, Entry, Fate, Ledger, Manuscript
from fuzi.model.metadata import Metadata
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import Place

SCRIPT = "script"


def ingest(scan: bytes, *, name: str, encoding: str | None = None) -> Outcome[Manuscript]:
    """The manuscript that a scan holds, with a ledger of all that was done.

    ``name`` is the file name of the scan: messages use it, and the book's slug comes from it. ``encoding`` declares the
    encoding of a scan that is not UTF-8.
    """
    read = readers.read(scan, name, encoding)
    if read.value is None:
        return Outcome(_nothing(name), read.report)
    text, lines = read.value
    cleaned = repairs.run(repairs.OF_SCAN, lines.items)
    border, colophon = first_page_of_text(cleaned.items), colophon_at_end(cleaned.items)
    gathered = leaf.read(cleaned.items[:border] + cleaned.items[colophon:])
    rest = cleaned.items[border:colophon]
    contents = find(rest)
    told = describe(gathered.facts, name, _slug(name), _last_page(contents))
    plain = strays.repair(_without(rest, contents), told.metadata.title, contents)
    titled = headlines.listed(plain.items, [line.title for line in contents.lines] if contents else ())
    body = repairs.run(repairs.OF_TEXT, titled.items)
    plan = outline(body.items, contents)
    script = script_of(text)
    made = assemble(plan.stretches, name, "zh-Hant" if script.startswith("zh-Hant") else "zh-Hans")
    entries = (
        *lines.entries, *cleaned.entries, *evidence(gathered.facts), *gathered.entries, *told.entries,
        *(contents.entries if contents else ()), *plain.entries,
        *titled.entries, *body.entries, *plan.entries, *made.entries, *look(body.items),
        *_script_entry(script),
    )  # fmt: skip
    ledger = Ledger(name, text.count("\n") + (not text.endswith("\n")), tuple(dict.fromkeys(entries)))
    manuscript = Manuscript(_settings(name, script), told.metadata, made.front, made.body, made.back, ledger)
    said = (
        *told.diagnostics,
        *_about_contents(contents, name),
        *_unresolved(gathered, name),
        *made.diagnostics,
        *plausible.judge(plan.stretches, contents, tuple(entries), text, name),
    )
    kept = conservation.compare(text, files(manuscript), ledger)
    return Outcome(manuscript, read.report + Report.of(said) + kept)


def _nothing(name: str) -> Manuscript:
    return Manuscript(Settings(_slug(name)), Metadata(""), (), (), (), Ledger(name, 0))


def _without(items: Items, contents: Contents | None) -> Items:
    return items[: contents.start] + items[contents.end :] if contents else items


def _slug(name: str) -> str:
    """An ASCII name for the book from the file name of the scan."""
    stem = re.sub(r"[-_ ]?(?:ocr|scan|raw)$", "", PurePath(name).stem, flags=re.IGNORECASE)
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "book"


def _settings(name: str, script: str) -> Settings:
    variants = (script, "zh-Hans" if script.startswith("zh-Hant") else "zh-Hant-TW")
    return Settings(_slug(name), source_variant=script, variants=variants)


def _script_entry(script: str) -> tuple[Entry, ...]:
    if script == "zh-Hans":
        return ()
    return (Entry(Fate.ASSUMED, SCRIPT, 0, "", script, Confidence.FAIR, field="source_variant"),)


def _last_page(contents: Contents | None) -> int | None:
    pages = [line.number for line in contents.lines if line.number is not None] if contents else []
    return max(pages, default=None)


def _about_contents(contents: Contents | None, name: str) -> tuple[Diagnostic, ...]:
    return () if contents else (NO_CONTENTS.at(Place(name)),)


def _unresolved(gathered: Gathered, name: str) -> tuple[Diagnostic, ...]:
    return tuple(
        UNRESOLVED.at(Place(name, entry.line), text=entry.before)
        for entry in gathered.entries
        if entry.kind == UNRESOLVED_KIND
    )
