"""The wrap as the printing house gets it: boxes, barcode, text, and what is said when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pymupdf
import pytest
import zxingcpp
from PIL import Image

from fuzi.formats.cover import INNER, MOST_PIXELS, cover_of
from fuzi.formats.cover_pdf import make, wrap_size
from fuzi.formats.format import Finished, Job
from fuzi.manufacture.spine import spine
from fuzi.model.book import Asset, Settings
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Contributor, Metadata, Price, Publisher, Series, Trim
from fuzi.model.product import PageFact, PageFacts
from fuzi.model.production import Binding, Paper, PressWork
from fuzi.model.report import Outcome
from fuzi.model.source import Place
from fuzi.variants import variant

MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
SENTENCE = "每天傍晚，守灯的老人提着梯子，从桥头走到桥尾，把十二盏灯一一点亮；天亮以前，他又走一遍，把灯熄掉。"
BOOK = Metadata(
    title="桥上的灯",
    subtitle="一座老城的夜晚",
    pinyin_title="Qiao shang de Deng",
    parallel_title="Lamps on the Bridge",
    contributors=(Contributor("著", ("林远山",)), Contributor("译", ("David Copper",))),
    series=Series("河岸文丛", "第三种"),
    publisher=Publisher("海河样书出版社", "天津"),
    isbn="978-7-201-05510-7",
    price=Price(Decimal("39.00")),
    summary=SENTENCE,
)
PAGE = PageFact(0, "1", "one", False, None, None, 0, 0, 0.0, (0.0, 0.0, 0.0, 0.0))
NAMES = tuple(f"{first}{second}" for first in "赵钱孙李周吴郑王" for second in ("明远", "书华", "立人", "时雨", "怀瑾"))


K = (0x23 / 255, 0x1F / 255, 0x20 / 255)
"""Black ink alone, as the library shows it on a screen."""


def job(
    pages: int = 240,
    tag: str = "zh-Hans",
    assets: tuple[Asset, ...] = (),
    settings: dict[str, object] | None = None,
    product: str = "cover-pdf",
    **stated: object,
) -> Job:
    asked = replace(Settings(slug="lamps"), **(settings or {}))  # type: ignore[arg-type]
    copy = FairCopy(
        variant=variant(tag),
        settings=asked,
        binding=asked.binding,
        metadata={product: replace(BOOK, **stated)},  # type: ignore[arg-type]
        front=(),
        body=(),
        back=(),
        contents=(),
        assets=assets,
    )
    facts = PageFacts((PAGE,) * pages, {}, {})
    made = {"pdf": Finished(b"", pages, facts)}
    return Job(copy, Edition(variant(tag), product, Medium.PAGE, MOMENT), lambda _: None, made)


def codes_of(outcome: Outcome[Finished | None]) -> list[str]:
    return [item.code.id for item in outcome.report.diagnostics]


def pdf_of(outcome: Outcome[Finished | None]) -> bytes:
    assert outcome.value is not None, outcome.report
    return outcome.value.data


def picture_of(pdf: bytes, dpi: int) -> Image.Image:
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=pdf, filetype="pdf") as document:
        assert len(document) == 1
        return Image.open(BytesIO(document[0].get_pixmap(dpi=dpi).tobytes("png"))).convert("RGB")


def boxes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height in mm of trim, bleed and media."""
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=pdf, filetype="pdf") as document:
        page = document[0]
        boxes = (page.trimbox, page.bleedbox, page.mediabox)
        return [(round(box.width / 72 * 25.4, 1), round(box.height / 72 * 25.4, 1)) for box in boxes]


def test_the_wrap_of_a_paperback() -> None:
    made = make(job())
    assert codes_of(made) == []
    assert made.value is not None
    assert made.value.extent == 1
    assert boxes_of(pdf_of(made)) == [(306.5, 210), (312.5, 216), (312.5, 216)]


@pytest.mark.parametrize(
    ("marks", "bleed", "flaps", "boxes"),
    [
        ("crop", 3, 0, [(306.5, 210), (312.5, 216), (328.5, 232)]),
        ("none", 5, 70, [(446.5, 210), (456.5, 220), (456.5, 220)]),
    ],
)
def test_boxes(marks: str, bleed: int, flaps: int, boxes: list[tuple[float, float]]) -> None:
    settings = {"press": PressWork(bleed=Decimal(bleed), marks=marks), "binding": Binding(flaps=Decimal(flaps))}
    assert boxes_of(pdf_of(make(job(settings=settings)))) == boxes


def test_marks_of_trim_and_folds_stand_outside_the_bleed_alone() -> None:
    image = picture_of(pdf_of(make(job(settings={"press": PressWork(marks="crop")}))), 300)
    scale = 300 / 25.4
    dark = {x for x in range(image.width) if image.getpixel((x, int(5 * scale))) < (128, 128, 128)}
    places = sorted({round(x / scale - 11) for x in dark})
    assert places in ([0, 147, 159, 306], [0, 147, 160, 306])  # between those of the trim


@pytest.mark.parametrize(("percent", "tag"), [(100, "zh-Hans"), (80, "zh-Hans"), (100, "zh-Hant-TW")])
def test_the_barcode_can_be_read(percent: int, tag: str) -> None:
    made = make(job(tag=tag, settings={"binding": Binding(barcode=Decimal(percent))}))
    image = picture_of(pdf_of(made), 300)
    found = zxingcpp.read_barcodes(image)
    assert [(item.text, str(item.format).replace("-", "").replace("BarcodeFormat.", "")) for item in found] == [
        ("9787201055107", "EAN13")
    ]
    corners = [corner.x for corner in (found[0].position.top_left, found[0].position.top_right)]
    left, right = (corner / 300 * 25.4 - 3 for corner in corners)
    assert right - left == pytest.approx(95 * 0.33 * percent / 100, abs=0.6)
    assert 147 / 2 < left < right < 147 - 10  # lower right of the back, clear of the spine


def test_the_spine_shows_nothing_within_a_millimetre_of_its_folds() -> None:
    image = picture_of(pdf_of(make(job())), 200)
    scale = 200 / 25.4
    top, bottom = int(12 * scale), int(200 * scale)
    ground = image.getpixel((int((147 + 3 + 0.5) * scale), bottom))

    def inked(left: float, right: float) -> int:
        box = image.crop((int((left + 3) * scale) + 1, top, int((right + 3) * scale), bottom))
        return sum(count for count, pixel in box.getcolors(1 << 20) or () if pixel != ground)

    assert inked(147, 148) == 0
    assert inked(158.5, 159.5) == 0
    assert inked(150, 157) > 1000


def test_text_and_bars_are_pure_black() -> None:
    open_pdf: Any = pymupdf.open
    with open_pdf(stream=pdf_of(make(job())), filetype="pdf") as document:
        colours = {
            span["color"]
            for block in document[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        }
        filled = [item for item in document[0].get_drawings() if item["fill"] == pytest.approx(K, abs=0.01)]
    assert colours == {0x231F20}
    assert len(filled) >= 30


def test_equal_sources_give_equal_bytes() -> None:
    assert pdf_of(make(job())) == pdf_of(make(job()))


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_long_titles_and_many_people_have_room(tag: str) -> None:
    people = (Contributor("主编", NAMES[:3]), Contributor("副主编", NAMES[3:9]), Contributor("编写", NAMES[9:30]))
    title = "从河口到源头：一条大河两岸城镇的兴起与变迁研究"
    subtitle = "以十八世纪以来的码头、粮仓、会馆与集市的档案为中心的考察"
    made = make(job(tag=tag, title=title, subtitle=subtitle, contributors=people))
    assert codes_of(made) == ["R124"]  # the spine cannot name them all


@pytest.mark.parametrize("trim", [(92, 126), (130, 184), (210, 285)])
def test_other_trims(trim: tuple[int, int]) -> None:
    made = make(job(trim=Trim(*map(Decimal, trim))))
    assert set(codes_of(made)) <= {"R124"}
    assert boxes_of(pdf_of(made))[0] == (2 * trim[0] + 12.5, trim[1])


def test_a_blurb_of_six_hundred_characters_fits() -> None:
    blurb = "\n".join([SENTENCE * 2] * 6)
    assert len(blurb) > 590
    assert codes_of(make(job(settings={"binding": Binding(blurb=blurb)}))) == []


def test_a_blurb_that_is_too_long_is_small_and_then_refused() -> None:
    long = make(job(settings={"binding": Binding(blurb=SENTENCE * 22)}))
    assert codes_of(long) == ["X175"]
    assert 50 < int(dict(long.report.diagnostics[0].facts)["excess"]) < 500
    endless = make(job(settings={"binding": Binding(blurb=SENTENCE * 80)}))
    assert endless.value is None
    assert "X176" in codes_of(endless)


def test_more_people_than_a_cover_holds_are_refused() -> None:
    made = make(job(contributors=(Contributor("编写", NAMES * 4),)))
    assert made.value is None
    assert "X176" in codes_of(made)


@pytest.mark.parametrize(
    ("pages", "binding", "codes"),
    [
        (240, Binding(spine=Decimal(12)), []),
        (240, Binding(spine=Decimal(15)), ["X171"]),
        (3, Binding(), ["X173"]),
        (48, Binding(style="骑马订"), ["X173"]),
        (48, Binding(), ["R123"]),
        (240, Binding(style="精装"), ["X174"]),
        (240, Binding(paper=Paper("云母纸", 80), spine=Decimal(12)), []),
    ],
)
def test_what_is_said_of_the_spine(pages: int, binding: Binding, codes: list[str]) -> None:
    assert codes_of(make(job(pages, settings={"binding": binding}))) == codes


def test_an_unknown_paper_is_refused_with_those_that_are_known() -> None:
    made = make(job(settings={"binding": Binding(paper=Paper("云母纸", 80))}))
    assert made.value is None
    assert codes_of(made) == ["X172"]
    assert "双胶纸" in made.report.diagnostics[0].hint("zh")
    assert made.report.diagnostics[0].place == Place("book.yaml")


def front(width: int, height: int) -> Asset:
    """A front of two colours: left and right of its middle."""
    image = Image.new("RGB", (width, height), "#103060")
    image.paste("#e0c040", (width // 2, 0, width, height))
    target = BytesIO()
    image.save(target, "PNG")
    return Asset("figures/front.png", "image/png", target.getvalue(), width, height)


@pytest.mark.parametrize(
    ("size", "codes"),
    [((1800, 2592), []), ((900, 1296), ["X170"]), ((2600, 2592), ["X178"]), ((900, 1000), ["X170", "X178"])],
)
def test_the_front_that_the_publisher_gives(size: tuple[int, int], codes: list[str]) -> None:
    given = front(*size)
    made = make(job(assets=(given,), settings={"cover": given.path}))
    assert codes_of(made) == codes
    assert all(item.place == Place(given.path) for item in made.report.diagnostics)
    image = picture_of(pdf_of(made), 72)
    scale = 72 / 25.4
    middle = 3 + 159.5 + 75  # of the front with its bleed at the fore-edge
    for x, colour in ((middle - 70, (16, 48, 96)), (middle - 2, (16, 48, 96)), (middle + 2, (224, 192, 64))):
        assert image.getpixel((int(x * scale), 300)) == pytest.approx(colour, abs=3)
    assert image.getpixel((image.width - 2, 1)) == pytest.approx((224, 192, 64), abs=3)


def test_a_book_bound_on_the_right_is_the_other_way_round() -> None:
    copy = job().copy
    size = wrap_size(copy, "cover-pdf", spine(240, copy.settings.binding), bound_right=True)
    assert [panel.name for panel in size.panels()] == ["front", "spine", "back"]


def test_the_cover_of_the_e_book() -> None:
    book = job(product="epub")
    made = cover_of(book.copy, book.edition)
    assert not made.report.diagnostics
    assert made.value is not None
    inner = made.value
    assert (inner.width, inner.height) == INNER
    assert inner.width * inner.height <= MOST_PIXELS
    with Image.open(BytesIO(inner.data)) as image:
        assert image.size == INNER
    assert cover_of(book.copy, book.edition) == made


def test_the_picture_for_shops_goes_with_the_wrap() -> None:
    made = make(job()).value
    assert made is not None
    assert [item.suffix for item in made.companions] == ["_cover.png"]
    with Image.open(BytesIO(made.companions[0].data)) as image:
        assert image.size == (1600, 2560)
    given = front(1800, 2592)
    made = make(job(assets=(given,), settings={"cover": given.path})).value
    assert made is not None
    assert not made.companions


def test_a_given_cover_is_made_smaller_for_the_e_book() -> None:
    given = front(2000, 3000)
    book = job(product="epub", assets=(given,), settings={"cover": given.path})
    made = cover_of(book.copy, book.edition)
    assert made.value is not None
    assert made.value.width * made.value.height <= MOST_PIXELS
    assert made.value.width / made.value.height == pytest.approx(2 / 3, abs=0.001)
