"""Pages on sheets: each in its place and at its size, nothing twice, nothing that belongs to the old order."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from io import BytesIO

import pikepdf
import pymupdf
import pytest

from fuzi.manufacture.signatures import folded, saddle
from fuzi.model.metadata import Trim
from fuzi.model.units import POINTS_PER_MM
from fuzi.prepress.impose import Scheme, impose
from fuzi.prepress.impose_booklet import PAPERS, booklet, remarks, signature_of
from tests.load.folders import said


def trim(width: float, height: float) -> Trim:
    return Trim(Decimal(str(width)), Decimal(str(height)))


A5 = trim(147, 210)
EMBEDDED = {"/FontFile", "/FontFile2", "/FontFile3"}


@cache
def source(count: int, size: Trim = A5, bleed: float = 0.0) -> bytes:
    """A PDF whose pages bear their numbers, with links, an outline and one font for all."""
    document = pymupdf.open()
    width, height = float(size.width) * POINTS_PER_MM, float(size.height) * POINTS_PER_MM
    for number in range(1, count + 1):
        page = document.new_page(width=width + 2 * bleed, height=height + 2 * bleed)
        page.insert_font(fontname="F0", fontbuffer=pymupdf.Font("helv").buffer)
        page.insert_text((bleed + width / 2, bleed + height / 2), str(number), fontname="F0", fontsize=30)
        page.insert_link({"kind": pymupdf.LINK_URI, "uri": "https://example.org", "from": pymupdf.Rect(0, 0, 50, 50)})
        if bleed:
            page.set_trimbox(pymupdf.Rect(bleed, bleed, bleed + width, bleed + height))
    document.set_toc([[1, "一", 1]])
    data: bytes = document.tobytes(garbage=4, deflate=True)
    return data


def sides_of(pdf: bytes) -> list[tuple[int | None, int | None]]:
    """The numbers that are read on the left and on the right half of each side."""
    found = []
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for page in document:
            words = {word[0] > page.rect.width / 2: int(word[4]) for word in page.get_text("words")}
            found.append((words.get(False), words.get(True)))
    return found


@pytest.mark.parametrize(("count", "signature"), [(4, 4), (6, 16), (38, 16), (20, 0)])
@pytest.mark.parametrize("right_bound", [False, True])
def test_the_pages_stand_where_the_order_puts_them(count: int, signature: int, right_bound: bool) -> None:
    scheme = booklet(count, A5, signature, right_bound=right_bound)
    read = sides_of(impose(source(count), scheme))
    assert read == [(side.left, side.right) for side in scheme.sides]
    order = folded(scheme.sides, right_bound=right_bound)
    assert order[:count] == list(range(1, count + 1))


def test_nothing_of_the_old_order_is_left() -> None:
    with pikepdf.open(BytesIO(impose(source(8), booklet(8, A5, 8)))) as document:
        assert "/Outlines" not in document.Root
        assert all("/Annots" not in page for page in document.pages)
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        for page in document.pages:
            assert [round(float(edge) / POINTS_PER_MM) for edge in page.mediabox] == [0, 0, 297, 210]
            assert page.trimbox == page.mediabox


def test_fonts_are_there_once() -> None:
    before, after = source(38), impose(source(38), booklet(38, A5, 16))
    assert len(after) < 1.1 * len(before) + 8000
    with pikepdf.open(BytesIO(before)) as old, pikepdf.open(BytesIO(after)) as new:
        count = [
            sum(bool(isinstance(item, pikepdf.Dictionary) and EMBEDDED & set(item.keys())) for item in file.objects)
            for file in (old, new)
        ]
    assert count[0] == count[1] > 0


def test_pages_with_bleed_are_cut_to_their_trim() -> None:
    pdf = impose(source(4, A5, 20.0), booklet(4, A5, 4))
    with pikepdf.open(BytesIO(pdf)) as document:
        (form, *_) = document.pages[0].Resources.XObject.values()
        left, bottom, right, top = (float(edge) for edge in form.BBox)
        assert right - left == pytest.approx(147 * POINTS_PER_MM, abs=0.01)
        assert top - bottom == pytest.approx(210 * POINTS_PER_MM, abs=0.01)
    assert sides_of(pdf) == [(4, 1), (2, 3)]


def test_the_pages_meet_at_the_fold() -> None:
    with pymupdf.open(stream=impose(source(4), booklet(4, A5, 4)), filetype="pdf") as document:
        page = document[0]
        left, right = sorted(word[0] for word in page.get_text("words"))
        middle = page.rect.width / 2
        assert middle - left == pytest.approx(147 * POINTS_PER_MM / 2, abs=0.5)
        assert right - middle == pytest.approx(147 * POINTS_PER_MM / 2, abs=0.5)
        folds = [item for drawing in page.get_drawings() for item in drawing["items"] if item[0] == "l"]
        assert {round(item[1].x - middle, 2) for item in folds} == {0}
        assert len(folds) == 2


def test_signatures_are_marked_in_a_stair() -> None:
    tops = []
    with pymupdf.open(stream=impose(source(38), booklet(38, A5, 16)), filetype="pdf") as document:
        for page in document:
            tops += [item[1].y0 for drawing in page.get_drawings() for item in drawing["items"] if item[0] == "re"]
    assert len(tops) == 3
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


def test_one_signature_needs_no_mark() -> None:
    with pymupdf.open(stream=impose(source(8), booklet(8, A5, 8)), filetype="pdf") as document:
        assert not [item for page in document for d in page.get_drawings() for item in d["items"] if item[0] == "re"]


def test_the_same_pages_give_the_same_bytes() -> None:
    assert impose(source(8), booklet(8, A5, 8)) == impose(source(8), booklet(8, A5, 8))


@pytest.mark.parametrize(
    ("size", "paper", "scale"),
    [
        (trim(130, 184), "A4", 1.0),
        (trim(147, 210), "A4", 1.0),
        (trim(148.5, 210), "A4", 1.0),
        (trim(149, 210), "A3", 1.0),
        (trim(170, 240), "A3", 1.0),
        (trim(210, 297), "A3", 1.0),
        (trim(260, 297), "A3", 420 / 520),
    ],
)
def test_the_smallest_paper_that_holds_two_pages(size: Trim, paper: str, scale: float) -> None:
    scheme = booklet(4, size, 4)
    assert scheme.sheet == dict(PAPERS)[paper]
    assert scheme.scale == pytest.approx(scale)


def test_a_reduced_page_still_fits_its_half() -> None:
    wide = trim(260, 297)
    with pikepdf.open(BytesIO(impose(source(4, wide), booklet(4, wide, 4)))) as document:
        content = document.pages[0].Contents.read_bytes().decode()
    assert "q 0.807692 0 0 0.807692 0.0000" in content


def test_what_is_said() -> None:
    from fuzi.model.source import Place

    places = Place("book.yaml", 3, 7), Place("book.yaml", 9, 1)
    assert said(remarks(40, A5, 16, *places)) == []
    assert said(remarks(40, trim(260, 297), 16, *places)) == ["X160 book.yaml:3:7"]
    assert said(remarks(128, A5, 64, *places)) == ["X161 book.yaml:9:1"]
    assert said(remarks(20, A5, 64, *places)) == []


@pytest.mark.parametrize(("count", "asked", "pages"), [(20, 0, 20), (48, 0, 48), (50, 0, 16), (240, 32, 32)])
def test_a_short_book_is_one_signature(count: int, asked: int, pages: int) -> None:
    assert signature_of(count, asked) == pages


def test_any_other_scheme_can_be_imposed() -> None:
    scheme = Scheme(trim(450, 320), 1.0, saddle(12, 4))
    assert sides_of(impose(source(12), scheme)) == [(4, 1), (2, 3), (8, 5), (6, 7), (12, 9), (10, 11)]
