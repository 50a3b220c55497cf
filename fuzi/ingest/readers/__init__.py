"""Reading scans: what kind of file it is, its text, its items."""

from __future__ import annotations

import re
from collections.abc import Callable

from fuzi.ingest import codes
from fuzi.ingest.readers import markdown
from fuzi.ingest.readers.encodings import decode
from fuzi.ingest.scan import Repaired
from fuzi.model.report import Outcome, Report
from fuzi.model.source import Place

READERS: tuple[tuple[str, re.Pattern[str], Callable[[str], Repaired] | None], ...] = (
    ("hOCR", re.compile(r"<[^>]+class=['\"]ocr_(?:page|carea|line)"), None),
    ("ALTO", re.compile(r"<alto\b"), None),
    ("JSON", re.compile(r'\s*(?:\[\s*)?\{\s*"\w+"\s*:'), None),
    ("Markdown", re.compile(""), markdown.read),
)
"""Name, how it is known by its first characters, and its reader (None: known, not readable yet)."""

_SNIFFED = 4000


def read(data: bytes, name: str, encoding: str | None) -> Outcome[tuple[str, Repaired] | None]:
    """The text of the scan and its items, or None and the reason."""
    decoded = decode(data, name, encoding)
    text = decoded.value
    if text is None:
        return Outcome(None, decoded.report)
    form, reader = next((form, reader) for form, mark, reader in READERS if mark.match(text) or _found(mark, text))
    if reader is None:
        return Outcome(None, decoded.report + Report((codes.FORM.at(Place(name), name=name, form=form),)))
    return Outcome((text, reader(text)), decoded.report)


def _found(mark: re.Pattern[str], text: str) -> bool:
    return mark.pattern.startswith("<") and mark.search(text[:_SNIFFED]) is not None
