"""The steps of the settling, in their order, and the count that watches over them."""

from __future__ import annotations

from fuzi.model.book import Book
from fuzi.model.edition import Variant
from fuzi.model.fair_copy import FairCopy
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.transform.codes import TEXT_CHANGED
from fuzi.transform.contents import list_contents
from fuzi.transform.numbering import number_figures
from fuzi.transform.pinyin import add_readings
from fuzi.transform.quotes import pair_quotes, settle_quotes
from fuzi.transform.ruby import settle_readings
from fuzi.transform.script import convert_script
from fuzi.transform.task import Done, Step, Task
from fuzi.transform.units import han, units

STEPS: dict[str, Step] = {
    "pairs": pair_quotes,  # first: it speaks of the text as it was written
    "pinyin": add_readings,  # from the text as it was written, for every script alike
    "script": convert_script,
    "readings": settle_readings,
    "quotes": settle_quotes,
    "numbering": number_figures,
    "contents": list_contents,  # last: it copies titles
}
"""Name -> step, in the order in which they run."""


def transform(book: Book, variant: Variant, products: tuple[str, ...]) -> Outcome[FairCopy]:
    """The settled text of one variant, with the metadata of each product."""
    task = Task(book, variant)
    copy = FairCopy(
        variant=variant,
        settings=book.settings,
        metadata={product: book.edition(variant.tag, product).metadata for product in products},
        front=book.front,
        body=book.body,
        back=book.back,
        contents=(),
        assets=book.assets,
        places={product: book.edition(variant.tag, product).places for product in products},
        binding=book.settings.binding,
    )
    diagnostics: list[Diagnostic] = []
    counts = _counts(copy)
    for name, step in STEPS.items():
        done = step(copy, task)
        after = counts if done.copy is copy else _counts(done.copy)
        diagnostics += [*done.diagnostics, *_changed(name, copy, counts, after, done)]
        copy, counts = done.copy, after
    return Outcome(copy, Report.of(diagnostics))


def _counts(copy: FairCopy) -> dict[str, int]:
    return {unit.id: han(unit) for unit in units(copy)}


def _changed(
    name: str, before: FairCopy, counts: dict[str, int], after: dict[str, int], done: Done
) -> list[Diagnostic]:
    """No step may lose or add a character that it did not mean to."""
    return [
        TEXT_CHANGED.at(unit.place, step=name, before=counts[unit.id], after=after.get(unit.id, 0))
        for unit in units(before)
        if counts[unit.id] + done.han.get(unit.id, 0) != after.get(unit.id, 0)
    ]
