"""A whole job reckoned by hand: 240 pages of 32开, 3000 copies."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fuzi.manufacture.job import PageCounts, PrintJob, reckon
from fuzi.manufacture.reams import Reams
from fuzi.manufacture.signatures import Scheme
from fuzi.model.metadata import Metadata, Printing, Sheet
from fuzi.model.product import PageFact, PageFacts
from fuzi.model.production import Binding, Paper, PressWork

MATERIAL = Metadata(
    title="书", sheet=Sheet(Decimal(880), Decimal(1230), 32), printing=Printing(copies="1-3000", sheets="auto")
)


def facts(front: int = 12, body: int = 224, blank: int = 4) -> PageFacts:
    def page(index: int, folio: str) -> PageFact:
        return PageFact(index, folio, "s", False, None, None, 0, 0, 0.0, (0, 0, 0, 0))

    pages = [page(index, "i") for index in range(front)]
    pages += [page(front + index, str(index + 1)) for index in range(body + blank)]
    return PageFacts(tuple(pages), {}, {}, (27, 27), padding=blank)


def job(metadata: Metadata = MATERIAL, binding: Binding = Binding(), signature: int = 16) -> PrintJob:  # noqa: B008
    return reckon(metadata, facts(), PressWork(signature=signature), binding, words=binding, tag="zh-Hans")


def test_the_figures_of_a_book_in_hand() -> None:
    made = job()
    assert made.pages == PageCounts(12, 224, 4)
    assert made.pages.total == 240
    assert made.sheets == Decimal("7.5")
    assert made.thousands == 175
    assert made.copies == 3000
    assert made.scheme == Scheme(16, 15, 12, 4)
    assert made.text.reams == Reams(Decimal("22.5"), Decimal("23.175"))
    assert made.text.thickness == Decimal("0.100")
    assert made.spine == Decimal("12.5")  # 120 leaves of 0.1 mm and twice the cover, to half a millimetre
    assert str(made.cover_size) == "312.5×216"
    assert made.cover.reams is not None
    assert made.cover.reams.net == Decimal("0.6")
    assert made.condition == "FOGRA39"


def test_what_is_not_known_stays_open() -> None:
    bare = job(Metadata(title="书"), Binding(paper=Paper("手抄纸", 30)), signature=0)
    assert (bare.sheets, bare.copies, bare.spine, bare.cover_size, bare.cover_cut, bare.scheme) == (None,) * 6
    assert (bare.text.thickness, bare.text.reams, bare.cover.reams) == (None, None, None)


def test_a_stated_spine_needs_no_paper() -> None:
    made = job(binding=Binding(paper=Paper("手抄纸", 30), spine=Decimal(20)))
    assert (made.spine, made.spine_estimated) == (Decimal(20), False)
    assert made.cover.reams is not None


def test_copies_that_cannot_be_read_leave_the_reams_open() -> None:
    made = job(replace(MATERIAL, printing=Printing(copies="约3千")))
    assert (made.copies, made.text.reams, made.cover.reams) == (None, None, None)
    assert made.sheets == Decimal("7.5")
