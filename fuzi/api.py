"""The Python interface: load a book, build its editions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fuzi import pipeline
from fuzi.formats import FORMATS
from fuzi.model.book import Book
from fuzi.model.report import Outcome
from fuzi.variants import tags


def load(folder: Path | str, *, encoding: str | None = None) -> Outcome[Book | None]:
    """Read the book in ``folder`` and check it.

    The outcome holds the book (None when book.yaml cannot be used) and a report of all that is wrong, each with its
    place. Raises Fault when the machine is at fault.
    """
    found = pipeline.examine(Path(folder), encoding=encoding)
    return Outcome(found.book, found.report)


def build(
    folder: Path | str,
    output: Path | str = "output",
    *,
    products: Sequence[str] = (),
    variants: Sequence[str] = (),
    encoding: str | None = None,
    moment: datetime | None = None,
) -> pipeline.Result:
    """Build editions of the book in ``folder`` into ``output/<slug>/``.

    ``products`` (``pdf``, ``epub``) and ``variants`` (``zh-Hans`` …) narrow the choice; by default all are built.
    ``moment`` (UTC) is the time written into the files. The result lists the files made; it is empty, and the old
    files are untouched, when its report holds an error. Raises Fault when the machine is at fault (DiskFault when the
    output folder cannot be written), and ValueError for a product or variant that does not exist.
    """
    for name, known in ((tuple(products), tuple(FORMATS)), (tuple(variants), tags())):
        if unknown := [item for item in name if item not in known]:
            raise ValueError(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    order = pipeline.Order(Path(folder), Path(output), tuple(variants), tuple(products), encoding, moment)
    return pipeline.build(order)
