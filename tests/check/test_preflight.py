"""The pre-flight: a good book passes every check, each fault is found by its check, and nothing is said twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from fuzi.check import codes, preflight_codes, press_codes
from fuzi.check.evidence import Evidence
from fuzi.check.preflight import preflight, report_of, stops
from fuzi.check.preflight_table import CHECKS, OWNERS
from fuzi.formats.cover_codes import PICTURE_COARSE
from fuzi.manufacture.spine import spine
from fuzi.model.gauge import Gauge
from fuzi.model.metadata import Metadata, Sheet, Trim
from fuzi.model.preflight import Finding, PageText, ReadBarcode, Verdict
from fuzi.model.press_file import InkedText, Intent, PlacedImage, PressFile, PressFont, PressPage
from fuzi.model.product import LineFact, PageFact, PageFacts
from fuzi.model.production import Binding, PressWork
from fuzi.model.report import Code, Report, Severity
from fuzi.model.source import Place
from fuzi.render.wrap_codes import ISBN_OTHER
from tests.content import diagnostics_table

MM = 72 / 25.4
AREA = (40.0, 60.0, 370.0, 540.0)
FIGURE = Place("text/01.md", 9, 1)
DRAWING = Place("text/01.md", 15, 1)
BINDING = Binding(spine=Decimal(10))
PHOTO = PlacedImage("photo", (50, 50, 194, 194), 600, 600, 8, "DeviceCMYK", 300, 250)
ART = PlacedImage("art", (50, 50, 194, 194), 1200, 1200, 1, "Mask", 600, 0)


def box(width: float, height: float, more: float = 0.0) -> tuple[float, float, float, float]:
    return (-more * MM, -more * MM, (width + more) * MM, (height + more) * MM)


def sheet(index: int, width: float = 147, height: float = 210, **facts: Any) -> PressPage:
    page = PressPage(
        index, box(width, height, 3), box(width, height), box(width, height, 3), frozenset(), frozenset("K"), 100.0
    )
    return replace(page, **facts)


def line(page: int) -> LineFact:
    place = Place("text/01.md", 10 * page + 1, 1)
    return LineFact(page, page, place, 40, 370, 0, 100, 90, 110, 10.5, (40, 370), True, False, True, body=True)


SECTIONS = ("c1", "c1", "c1", "c1", "c2", "c2", "c2", "c2")
"""Two chapters; the fourth page is empty, for the second one opens on a recto."""

PAGES = tuple(
    PageFact(index, str(index + 1), section, index == 3, None, None, 0 if index == 3 else 20, 400, 0.0, AREA)
    for index, section in enumerate(SECTIONS)
)


def words(index: int) -> PageText:
    if index == 3:
        return PageText(())
    head = () if index in (0, 4) else (str(index + 1), "书名") if index % 2 else ("第一章" if index < 4 else "第二章",)
    return PageText((*head, "正文", f"{index}", str(index + 1)), head, (str(index + 1),))


FILE = PressFile(
    "1.6",
    "PDF/X-4",
    "uuid:1",
    "False",
    Intent("FOGRA39", "", "", 4, "ab"),
    (*(sheet(index) for index in range(3)), sheet(3, inks=frozenset()), *(sheet(index) for index in range(4, 8))),
    (PressFont("ABCDEF+Song", "CIDFontType0", True, True),),
)
GOOD = Evidence(
    "zh-Hans",
    Metadata("书名", isbn="978-7-100-00000-0", trim=Trim(Decimal(147), Decimal(210)), sheet=None),
    PressWork(),
    BINDING,
    proof=PageFacts(PAGES, {}, {"Song": 90}, (27, 27), tuple(line(index) for index in range(8) if index != 3)),
    gauge=Gauge(full=9, flush=9),
    block=replace(FILE, pages=(replace(FILE.pages[0], images=(PHOTO, ART)), *FILE.pages[1:])),
    cover=replace(FILE, pages=(sheet(0, 2 * 147 + 10, 210),)),
    proof_pages=tuple(map(words, range(8))),
    block_pages=tuple(map(words, range(8))),
    heads={"c1": ("书名", "第一章"), "c2": ("书名", "第二章", "一节")},
    pictures={"photo": FIGURE},
    vectors={2: (DRAWING,)},
    front=Place("cover.jpg"),
    barcode=ReadBarcode("9787100000000", 0.33, 14, 10),
    places={"isbn": Place("book.yaml", 5, 7), "trim": Place("book.yaml", 6, 7)},
)


def findings(evidence: Evidence, report: Report | None = None, product: str = "") -> dict[str, Finding]:
    found = preflight(evidence, {product: report or Report()}, ())
    return {finding.id: finding for finding in found.findings}


def page_changed(index: int, **facts: Any) -> dict[str, Any]:
    assert GOOD.block is not None
    pages = list(GOOD.block.pages)
    pages[index] = replace(pages[index], **facts)
    return {"block": replace(GOOD.block, pages=tuple(pages))}


def text_changed(index: int, text: PageText) -> dict[str, Any]:
    pages = list(GOOD.proof_pages)
    pages[index] = text
    return {"proof_pages": tuple(pages), "block_pages": tuple(pages)}


def test_a_good_book_passes_every_check() -> None:
    found = findings(GOOD)
    assert {name: finding.verdict.value for name, finding in found.items() if finding.verdict != Verdict.PASS} == {}
    assert [name for name, finding in found.items() if finding.spots] == []
    assert list(found) == ["manuscript", *(check.id for check in CHECKS)]


@pytest.mark.parametrize(
    ("fault", "check", "said"),
    [
        (page_changed(0, images=(replace(PHOTO, ppi=96),)), "pictures", ["C149 1 text/01.md:9:1"]),
        (page_changed(0, images=(replace(PHOTO, ppi=200),)), "pictures", ["C150 1 text/01.md:9:1"]),
        (page_changed(0, images=(replace(ART, ppi=400),)), "pictures", ["C150 1 text/01.md:1:1"]),
        (page_changed(0, images=(replace(ART, ppi=299 - 20),)), "pictures", ["C149 1 text/01.md:1:1"]),
        (
            page_changed(0, images=(replace(PHOTO, ppi=150), replace(PHOTO, ppi=90))),
            "pictures",
            ["C149 1 text/01.md:9:1"],
        ),
        ({"block": replace(FILE, fonts=(PressFont("Song", "TrueType", True, False),))}, "fonts", ["C151 0 -"]),
        (page_changed(1, trim=box(148, 210)), "boxes", ["C152 2 book.yaml:6:7"]),
        (page_changed(2, mixed=(InkedText(9, "CMY"),)), "black", ["C153 3 text/01.md:15:1"]),
        (page_changed(1, mixed=(InkedText(9, "CMY"), InkedText(7, "MY"))), "black", ["C153 2 text/01.md:11:1"]),
        (page_changed(2, transparent=True), "transparency", ["C154 3 text/01.md:15:1"]),
        ({"cover": replace(FILE, pages=(sheet(0, 300, 210),))}, "cover", ["C183 0 -"]),
        ({"barcode": None}, "barcode", ["C180 0 book.yaml:5:7"]),
        ({"barcode": ReadBarcode("", 0.33, 14, 10)}, "barcode", ["C180 0 book.yaml:5:7"]),
        ({"barcode": ReadBarcode("9787532100010", 0.33, 14, 10)}, "barcode", ["C181 0 book.yaml:5:7"]),
        ({"barcode": ReadBarcode("9787100000000", 0.33, 9, 10)}, "barcode", ["C182 0 book.yaml:5:7"]),
        ({"block_pages": GOOD.block_pages[:-1]}, "words", ["C184 0 -"]),
        (
            {"block_pages": (*GOOD.block_pages[:5], PageText(("别的字",)), *GOOD.block_pages[6:])},
            "words",
            ["C185 6 text/01.md:51:1"],
        ),
        (text_changed(2, PageText(("正文",), (), ("3",))), "heads", ["C157 3 text/01.md:21:1"]),
        (text_changed(2, PageText(("正文",), ("第二章",), ("3",))), "heads", ["C158 3 text/01.md:21:1"]),
        (text_changed(5, PageText(("正文",), ("书名",), ("5",))), "folios", ["C159 6 text/01.md:51:1"]),
    ],
)
def test_each_fault_is_found_by_its_check_alone(fault: dict[str, Any], check: str, said: list[str]) -> None:
    found = findings(replace(GOOD, **fault))
    spots = [
        f"{spot.diagnostic.code.id} {spot.page} {spot.place or '-'}" for one in found.values() for spot in one.spots
    ]
    assert spots == said
    assert len(found[check].spots) == len(said)
    grave = found[check].spots[0].diagnostic.severity
    assert (
        found[check].verdict
        is {
            Severity.ERROR: Verdict.FAIL,
            Severity.WARNING: Verdict.NOTICE,
            Severity.NOTE: Verdict.PASS,
        }[grave]
    )


def test_large_type_in_several_inks_may_be() -> None:
    assert not findings(replace(GOOD, **page_changed(1, mixed=(InkedText(24, "CMY"),))))["black"].spots


def test_an_empty_page_where_none_is_expected() -> None:
    assert GOOD.proof is not None
    pages = tuple(replace(page, blank=page.index in (2, 3)) for page in PAGES)
    fault = replace(GOOD.proof, pages=pages, lines=tuple(item for item in GOOD.proof.lines if item.page != 2))
    found = findings(replace(GOOD, proof=fault, **text_changed(2, PageText(()))))
    assert [f"{spot.diagnostic.code.id} {spot.page}" for spot in found["blanks"].spots] == ["C155 3", "C155 4"]
    assert found["blanks"].verdict is Verdict.NOTICE


def test_padding_is_no_empty_page_astray() -> None:
    assert GOOD.proof is not None
    pages = tuple(replace(page, blank=page.index in (3, 6, 7)) for page in PAGES)
    texts = (*GOOD.proof_pages[:6], PageText(()), PageText(()))
    padded = replace(GOOD, proof=replace(GOOD.proof, pages=pages, padding=2), proof_pages=texts, block_pages=texts)
    assert not findings(padded)["blanks"].spots


def test_a_book_stitched_through_the_back_has_sheets_of_four_pages() -> None:
    assert GOOD.proof is not None
    six = replace(GOOD.proof, pages=PAGES[:6])
    bound = replace(GOOD, binding=Binding(style="骑马订"), proof=six)
    assert [spot.diagnostic.code.id for spot in findings(bound)["signatures"].spots] == ["C156"]
    whole = replace(bound, proof=GOOD.proof)
    assert not findings(whole)["signatures"].spots


def test_a_theme_without_heads_needs_none() -> None:
    bare = tuple(replace(text, head=()) for text in GOOD.proof_pages)
    found = findings(replace(GOOD, proof_pages=bare))["heads"]
    assert (found.verdict, found.found[1]) == (Verdict.PASS, "no page needs one")


def test_roman_folios_may_stand_before_arabic_ones() -> None:
    assert GOOD.proof is not None
    names = ("i", "ii", "iii", "iv", "1", "2", "3", "4")
    pages = tuple(replace(page, folio=name) for page, name in zip(PAGES, names, strict=True))
    texts = tuple(PageText((name,), (), (name,)) for name in names)
    roman = replace(GOOD, proof=replace(GOOD.proof, pages=pages), proof_pages=texts, block_pages=texts)
    assert not findings(roman)["folios"].spots
    wrong = (*texts[:5], PageText(("3",), (), ("3",)), *texts[6:])
    assert [spot.page for spot in findings(replace(roman, proof_pages=wrong))["folios"].spots] == [6]


ALL = {code.id: code for code in diagnostics_table.codes()}


def test_each_code_has_one_check_and_exists() -> None:
    assert sum(len(check.codes) for check in CHECKS) == len(OWNERS)
    assert sorted(OWNERS.keys() - ALL.keys()) == []
    own = {value.id for value in vars(preflight_codes).values() if isinstance(value, Code)}
    theirs = {value.id for value in vars(press_codes).values() if isinstance(value, Code)}
    assert own | theirs <= OWNERS.keys()


@pytest.mark.parametrize("code", sorted(OWNERS))
def test_what_was_said_before_goes_to_its_check(code: str) -> None:
    item = ALL[code].at(Place("book.yaml", 2, 1), edition="zh-Hans/press-pdf", page=2)
    found = findings(GOOD, Report.of([item]))
    assert [name for name, finding in found.items() if finding.spots] == [OWNERS[code]]
    verdict = found[OWNERS[code]].verdict
    assert verdict is {"error": Verdict.FAIL, "warning": Verdict.NOTICE, "note": Verdict.PASS}[item.severity.value]


def test_what_belongs_to_no_check_is_not_lost() -> None:
    item = codes.GAP.at(Place("text/01.md", 3, 1), text="半叶")
    assert findings(GOOD, Report.of([item]))["manuscript"].verdict is Verdict.NOTICE


def test_nothing_is_said_twice() -> None:
    number = ALL["Y123"].at(Place("book.yaml", 5, 7), isbn="1", cip="2", where="3")
    other = ISBN_OTHER.at(Place("book.yaml"), isbn="1", cip="2")
    found = findings(GOOD, Report.of([number, number, other]))
    assert [spot.diagnostic for spot in found["barcode"].spots] == [number]
    assert GOOD.cover is not None
    coarse = replace(
        GOOD, cover=replace(GOOD.cover, pages=(replace(GOOD.cover.pages[0], images=(replace(PHOTO, ppi=72),)),))
    )
    low = PICTURE_COARSE.at(Place("cover.jpg"), path="cover.jpg", ppi=72, least=300, width=1, height=1)
    found = findings(coarse, Report.of([low]), "cover-pdf")
    assert [f"{spot.diagnostic.code.id} {spot.place}" for spot in found["pictures"].spots] == ["C149 cover.jpg"]


def test_a_file_that_was_not_made_is_not_passed() -> None:
    found = findings(replace(GOOD, cover=None, barcode=None))
    assert {found[name].verdict for name in ("colours", "ink", "cover", "barcode")} == {Verdict.UNSEEN}
    assert found["colours"].found[0].endswith("封面没有做出来")
    assert found["words"].verdict is Verdict.PASS
    none = preflight(Evidence("zh-Hans", Metadata("书"), PressWork(), BINDING), {}, ())
    assert none.verdict is Verdict.FAIL
    assert none.count(Verdict.UNSEEN) == len(CHECKS)


def test_a_fault_without_a_place_gets_that_of_its_page() -> None:
    item = press_codes.PRESS_HAIRLINE.at(None, edition="zh-Hans/press-pdf", page=3, width="0.1", least="0.2")
    (spot,) = findings(GOOD, Report.of([item]), "press-pdf")["hairlines"].spots
    assert (spot.page, spot.folio, spot.place, spot.near) == (3, "3", DRAWING, False)
    other = press_codes.PRESS_HAIRLINE.at(None, edition="zh-Hans/press-pdf", page=2, width="0.1", least="0.2")
    (spot,) = findings(GOOD, Report.of([other]), "press-pdf")["hairlines"].spots
    assert (spot.place, spot.near) == (Place("text/01.md", 11, 1), True)
    made = preflight(GOOD, {"press-pdf": Report.of([item])}, ())
    assert [entry.place for entry in report_of(made).diagnostics] == [DRAWING]


def test_an_error_of_a_check_does_not_keep_the_rest_from_being_seen() -> None:
    assert not stops(Report.of([ALL["L203"].at(None), ALL["L194"].at(None), ALL["Y123"].at(None)]))
    assert stops(Report.of([ALL["Y112"].at(None)]))
    assert not stops(Report.of([codes.GAP.at(None)]))


def test_the_row_of_the_cover_asks_for_what_the_pages_come_to() -> None:
    assert GOOD.proof is not None
    counted = replace(GOOD, binding=Binding())
    width = 294 + float(spine(8, Binding()).width)
    assert findings(counted)["cover"].required[1].startswith(f"{width:g}×210 mm")


def test_sheets_are_shown_where_the_sheet_is_known() -> None:
    paper = replace(GOOD.metadata, sheet=Sheet(Decimal(880), Decimal(1230), 32))
    assert findings(replace(GOOD, metadata=paper))["signatures"].found == (
        "8 面，0.25 印张",
        "8 pages, 0.25 printing sheets",
    )
