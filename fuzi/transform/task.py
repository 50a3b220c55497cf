"""What every step is told and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fuzi.model.book import Book
from fuzi.model.edition import Variant
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Diagnostic


@dataclass(frozen=True, slots=True)
class Task:
    """The book as it was written and the variant that is wanted."""

    book: Book
    variant: Variant

    @property
    def same_script(self) -> bool:
        """True when the book is already written in this variant."""
        return self.book.settings.source_variant == self.variant.tag


@dataclass(frozen=True, slots=True)
class Done:
    """The copy after a step; ``han`` says by how many Han characters the step meant to change a part or chapter (by
    its id): terms of the book may be longer or shorter than what they stand for."""

    copy: FairCopy
    diagnostics: tuple[Diagnostic, ...] = ()
    han: Mapping[str, int] = field(default_factory=dict)


Step = Callable[[FairCopy, Task], Done]
