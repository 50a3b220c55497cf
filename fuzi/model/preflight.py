"""What a pre-flight found: one verdict for each thing that is looked at before a book goes to the printing house."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fuzi.model.product import PressedFile
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

Words = tuple[str, str]
"""The same in zh and en."""


class Verdict(StrEnum):
    """What is said of one check; ``UNSEEN``: there was nothing to look at, because a file could not be made."""

    PASS = "pass"
    NOTICE = "notice"
    FAIL = "fail"
    UNSEEN = "unseen"


VERDICTS: dict[Verdict, Words] = {
    Verdict.PASS: ("合格", "passed"),
    Verdict.NOTICE: ("注意", "notice"),
    Verdict.FAIL: ("不合格", "failed"),
    Verdict.UNSEEN: ("未查", "not seen"),
}
"""How each is called."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where something is: ``page`` counts leaf pages from 1 (0: no page), ``folio`` is what stands on it.

    ``place`` is in the source: that of the thing itself, or else of what the page begins with (``near``).
    """

    diagnostic: Diagnostic
    page: int = 0
    folio: str = ""
    place: Place | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One row: ``what`` was looked at, the figures ``found`` and ``required``, the verdict and the spots."""

    id: str
    title: Words
    what: Words
    found: Words
    required: Words
    verdict: Verdict
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Preflight:
    """All checks of one variant, in their order."""

    tag: str
    title: str
    files: tuple[PressedFile, ...]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest of all; a check that could not be made counts as failed."""
        found = {finding.verdict for finding in self.findings}
        if found & {Verdict.FAIL, Verdict.UNSEEN}:
            return Verdict.FAIL
        return Verdict.NOTICE if Verdict.NOTICE in found else Verdict.PASS

    def count(self, verdict: Verdict) -> int:
        """How many checks ended so."""
        return sum(finding.verdict is verdict for finding in self.findings)


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one finished page, inside its trim: all ``words``, those of ``head`` and ``foot`` among them."""

    words: tuple[str, ...]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBarcode:
    """A barcode read back from a finished page: its digits (empty: not readable), the width of a module in mm, and the
    light margins at its sides in modules."""

    digits: str
    module: float
    left: float
    right: float
