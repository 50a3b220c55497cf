"""What a stage has to say beside its value: coded diagnostics, collected and never thrown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from fuzi.model.source import Place

Value = TypeVar("Value")


class Severity(StrEnum):
    """How grave a diagnostic is: an error keeps the edition from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of thing that can be wrong with a book, with its words in both languages.

    ``id`` is stable for ever (``B103``: one letter for the family, three digits). ``zh``/``en`` say what is wrong,
    ``hint_zh``/``hint_en`` how to mend it; all four are ``str.format`` templates over the facts of the diagnostic.
    Each stage keeps its codes in its own ``codes.py``.
    """

    id: str
    severity: Severity
    zh: str
    en: str
    hint_zh: str
    hint_en: str

    def at(self, place: Place | None, /, **facts: object) -> Diagnostic:
        """A diagnostic of this code at ``place`` (``None``: the book as a whole)."""
        return Diagnostic(self, place, tuple((key, str(value)) for key, value in facts.items()))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, where it is, and how to mend it."""

    code: Code
    place: Place | None = None
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity

    def message(self, language: str) -> str:
        """What is wrong, in ``zh`` or ``en``."""
        return self._fill(self.code.zh if language.startswith("zh") else self.code.en)

    def hint(self, language: str) -> str:
        """How to mend it, in ``zh`` or ``en``."""
        return self._fill(self.code.hint_zh if language.startswith("zh") else self.code.hint_en)

    def _fill(self, template: str) -> str:
        return template.format_map(_Facts(self.facts))


class _Facts(dict[str, str]):
    """Facts for a template; a fact that is missing shows its name instead of hiding the message."""

    def __init__(self, facts: tuple[tuple[str, str], ...]) -> None:
        super().__init__(facts)

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics in the order in which they were found; reports add up."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """A report of these diagnostics."""
        return cls(tuple(diagnostics))

    def __add__(self, other: Report) -> Report:
        return Report(self.diagnostics + other.diagnostics)

    @property
    def failed(self) -> bool:
        """True when there is at least one error."""
        return any(item.severity is Severity.ERROR for item in self.diagnostics)

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity, each counted once though several editions found it."""
        return sum(item.severity is severity for item in dict.fromkeys(self.diagnostics))

    def sorted(self) -> tuple[Diagnostic, ...]:
        """By place, without repetitions: the order in which an editor mends a file."""
        distinct = dict.fromkeys(self.diagnostics)
        return tuple(sorted(distinct, key=lambda item: (item.place or Place(""), item.code.id)))


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What every stage returns: its value and its report.

    A stage returns the best value it can make even when the report holds errors, so that the later stages can report
    too; the pipeline decides where to stop.
    """

    value: Value
    report: Report = field(default_factory=Report)


def facts_of(diagnostic: Diagnostic) -> Mapping[str, str]:
    """The facts of a diagnostic by name."""
    return dict(diagnostic.facts)
