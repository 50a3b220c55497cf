"""What every output format is: a name, a medium and a way from the fair copy to a finished file."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.gauge import Gauge
from fuzi.model.product import Artifact, PageFacts
from fuzi.model.report import Outcome

Watch = Callable[[str], None]
"""Told the name of each stage (render, press, bind, check) as it begins."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The bytes of a finished file, its extent (pages or documents), and, if it has pages, the facts of them and what
    was measured on them."""

    data: bytes
    extent: int
    facts: PageFacts | None = None
    gauge: Gauge | None = None


Make = Callable[[FairCopy, Edition, Watch], Outcome[Finished | None]]
"""From the fair copy to a finished file that has been read back and compared with it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format; ``product`` is its name on the command line and in ``editions:`` of book.yaml.

    ``module`` holds its ``make``; it is imported when the format is made, for the engines take a second to load and
    checking a book needs none of them.
    """

    product: str
    medium: Medium
    suffix: str
    media_type: str
    module: str

    def make(self, copy: FairCopy, edition: Edition, watch: Watch) -> Outcome[Artifact | None]:
        """The finished file of one edition; None when its report holds an error."""
        make: Make = importlib.import_module(self.module).make
        made = make(copy, edition, watch)
        if made.value is None or made.report.failed:
            return Outcome(None, made.report)
        tag = edition.variant.tag
        path = f"{tag}/{copy.settings.slug}_{tag}{self.suffix}"
        file = made.value
        artifact = Artifact(edition.name, path, self.media_type, file.data, file.extent, file.facts, file.gauge)
        return Outcome(artifact, made.report)
