"""What every output format is: a name, a medium and a way from the fair copy to a finished file."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from fuzi.model.book import Settings
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.gauge import Gauge
from fuzi.model.press_file import PressFile
from fuzi.model.product import Artifact, PageFacts, PressedFile
from fuzi.model.report import Outcome

if TYPE_CHECKING:
    from fuzi.press import Forme  # the engine takes a second to load

PRINT = "print"
"""The ``page_list`` of a book whose e-book lists the pages of the print edition."""

Watch = Callable[[str], None]
"""Told the name of each stage (render, press, bind, check) as it begins."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that goes with the finished one under the same name, with its own ``suffix``."""

    suffix: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Finished:
    """The bytes of a finished file, its extent (pages or documents), and, if it has pages, the facts of them and what
    was measured on them.

    ``forme`` are the set pages themselves, from which other products of the same edition are printed off; ``press`` is
    what was read back from a file for the press.
    """

    data: bytes
    extent: int
    facts: PageFacts | None = None
    gauge: Gauge | None = None
    companions: tuple[Companion, ...] = ()
    forme: Forme | None = None
    press: PressFile | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What a format is made from: the settled text, the edition, and what is finished of that it needs, by product.

    ``ordered`` are the products that will be published; the others were only needed for them.
    """

    copy: FairCopy
    edition: Edition
    watch: Watch
    made: Mapping[str, Finished] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()


Make = Callable[[Job], Outcome[Finished | None]]
"""From a job to a finished file that has been read back and compared with the text."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format; ``product`` is its name on the command line and in ``editions:`` of book.yaml.

    ``module`` holds its ``make``; it is imported when the format is made, for the engines take a second to load and
    checking a book needs none of them. ``needs`` are the products that must be finished before it; ``wanted`` those
    that it takes when they are ordered too; ``paged`` those that it needs when the book has
    a page list.
    """

    product: str
    medium: Medium
    suffix: str
    media_type: str
    module: str
    needs: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    paged: tuple[str, ...] = ()

    def needed(self, settings: Settings) -> tuple[str, ...]:
        """The products that must be finished before it in a book with these settings."""
        return self.needs + (self.paged if settings.page_list == PRINT else ())

    def attempt(self, job: Job) -> Outcome[Finished | None]:
        """The best file that can be made, even when its report holds an error: to be looked at, not to be published."""
        make: Make = importlib.import_module(self.module).make
        return make(job)

    def make(self, job: Job) -> Outcome[Finished | None]:
        """The finished file of one edition; None when its report holds an error."""
        made = self.attempt(job)
        return Outcome(None, made.report) if made.report.failed else made

    def artifacts(self, file: Finished, copy: FairCopy, edition: Edition) -> tuple[Artifact, ...]:
        """The files of the edition as they are published, the main one first."""
        tag = edition.variant.tag
        stem = f"{tag}/{copy.settings.slug}_{tag}"
        main = Artifact(
            edition.name, stem + self.suffix, self.media_type, file.data, file.extent, file.facts, file.gauge
        )
        beside = (
            Artifact(edition.name, stem + item.suffix, item.media_type, item.data, file.extent)
            for item in file.companions
        )
        return (main, *beside)

    def described(self, file: Finished, copy: FairCopy, edition: Edition) -> PressedFile:
        """The main file of the edition as the printing house is told of it."""
        name = self.artifacts(file, copy, edition)[0].path.rpartition("/")[2]
        return PressedFile(self.product, name, sha256(file.data).hexdigest(), len(file.data), file.extent)
