"""What every output format is: a name, a medium and a way from the fair copy to a finished file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.product import Artifact
from fuzi.model.report import Outcome

Watch = Callable[[str], None]
"""Told the name of each stage (render, press, bind, check) as it begins."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format; ``product`` is its name on the command line and in ``editions:`` of book.yaml."""

    product: str
    medium: Medium
    suffix: str
    media_type: str
    make: Callable[[FairCopy, Edition, Watch], Outcome[Artifact | None]]


def file_path(copy: FairCopy, edition: Edition, suffix: str) -> str:
    """``zh-Hans/<slug>_zh-Hans.pdf``: where a finished file stands inside its set."""
    tag = edition.variant.tag
    return f"{tag}/{copy.settings.slug}_{tag}{suffix}"
