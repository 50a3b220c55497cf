"""The wrap as HTML: panels, folds, what stands where, and a spine on which nothing meets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Contributor, Metadata, Price, Publisher, Series, Staff
from fuzi.model.production import Binding
from fuzi.render.cover import Desk
from fuzi.render.spine_text import CLEARANCE, FOOT, HEAD, LEAST, SMALLEST, Cell, SpineText, set_spine
from fuzi.render.wrap import Wrap, WrapSize, picture_box, render_wrap, wrap_widths
from fuzi.variants import variant

from .books import of, page, par

ISBN = "978-7-201-05510-7"
METADATA = Metadata(
    title="桥上的灯",
    subtitle="一座老城的夜晚",
    pinyin_title="Qiao shang de Deng",
    contributors=(Contributor("著", ("林远山",)),),
    series=Series("河岸文丛", "第三种"),
    publisher=Publisher("海河样书出版社", "天津"),
    staff=Staff(editors=("沈一帆",), designers=("顾白",)),
    isbn=ISBN,
    price=Price(Decimal("39.00")),
    summary="河上有桥，桥上有灯。\n\n守灯的老人记得每一个过桥的人。",
)
SIZE = WrapSize(147, 210, 12.5)
NAMES = ("赵明远", "钱书华", "孙立人", "李时雨", "周慕白", "吴天放", "郑文渊", "王守一", "冯春山", "陈子昂")


PLAIN = Binding()


def copy_of(binding: Binding = PLAIN, tag: str = "zh-Hans", **stated: object) -> FairCopy:
    plain = of(par("甲"))
    metadata = replace(METADATA, **stated)  # type: ignore[arg-type]
    settings = replace(plain.settings, binding=binding)
    return replace(plain, variant=variant(tag), metadata={"pdf": metadata}, settings=settings, binding=binding)


def edition(tag: str = "zh-Hans") -> Edition:
    return replace(page(), variant=variant(tag))


def widths(copy: FairCopy) -> dict[tuple[str, str], float]:
    """Half an em for each letter, which is about right."""
    return {(text, face): len(text) / 2 for text, face in wrap_widths(copy, edition())}


def wrap(size: WrapSize = SIZE, picture: Asset | None = None, **stated: object) -> tuple[Wrap, list[str]]:
    copy = copy_of(**stated)  # type: ignore[arg-type]
    made = render_wrap(copy, edition(), size, widths(copy), {}, picture)
    return made.value, [item.code.id for item in made.report.diagnostics]


def words(made: Wrap) -> str:
    return "".join(etree.fromstring(made.drawn.html).itertext())


@pytest.mark.parametrize(
    ("size", "names", "total", "folds"),
    [
        (SIZE, ["back", "spine", "front"], 306.5, (147, 159.5)),
        (WrapSize(147, 210, 0), ["back", "front"], 294, (147,)),
        (
            WrapSize(147, 210, 12.5, flaps=70),
            ["back-flap", "back", "spine", "front", "front-flap"],
            446.5,
            (70, 217, 229.5, 376.5),
        ),
        (WrapSize(147, 210, 12.5, bound_right=True), ["front", "spine", "back"], 306.5, (147, 159.5)),
    ],
)
def test_panels(size: WrapSize, names: list[str], total: float, folds: tuple[float, ...]) -> None:
    assert [panel.name for panel in size.panels()] == names
    assert size.total == total
    assert size.folds() == folds


def test_a_picture_fills_the_front_and_its_bleed() -> None:
    assert picture_box(SIZE) == (150, 216)
    picture = Asset("assets/cover.png", "image/png", b"", 1800, 2600)
    left, _ = wrap(picture=picture)
    right, _ = wrap(replace(SIZE, bound_right=True), picture=picture)
    assert "left: 159.5mm; top: -3.0mm; width: 150.0mm; height: 216.0mm" in left.drawn.html
    assert "left: -3.0mm; top: -3.0mm; width: 150.0mm; height: 216.0mm" in right.drawn.html
    assert words(left).count("Qiao shang de Deng") == 1  # GB 3259-92: then on the back
    assert ("back", "pinyin_title", "Qiao shang de Deng") in left.drawn.texts
    assert not [text for panel, _, text in left.drawn.texts if panel == "front"]


def test_what_the_back_says() -> None:
    made, found = wrap()
    assert not found
    text = words(made)
    for fact in ("河上有桥，桥上有灯。", "守灯的老人", "定价：39.00元", f"ISBN {ISBN}", "责任编辑", "沈一帆"):
        assert text.count(fact) == 1
    assert made.blurb == ("河上有桥，桥上有灯。", "守灯的老人记得每一个过桥的人。")


@pytest.mark.parametrize(
    ("price", "words_of_it"),
    [
        (Price(Decimal("39.00")), "定價：人民幣39.00元"),
        (Price(Decimal(380), "TWD"), "定價：新臺幣380元"),
        (Price(Decimal(98), "HKD"), "定價：港幣98元"),
    ],
)
def test_the_price_in_the_words_of_the_place(price: Price, words_of_it: str) -> None:
    copy = copy_of(tag="zh-Hant-TW", price=price)
    text = words(render_wrap(copy, edition("zh-Hant-TW"), SIZE, widths(copy)).value)
    stated = words_of_it.partition("：")[2]
    assert stated in text


def test_the_blurb_goes_before_the_summary_which_moves_to_the_flap() -> None:
    binding = Binding(blurb="守灯四十年。")
    plain, _ = wrap(binding=binding)
    assert (plain.blurb, plain.flap) == (("守灯四十年。",), ())
    flapped, _ = wrap(replace(SIZE, flaps=70), binding=binding)
    assert flapped.flap == ("河上有桥，桥上有灯。", "守灯的老人记得每一个过桥的人。")
    assert "内容提要" in words(flapped)


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ({"isbn": ""}, ["R120"]),
        ({"isbn": "978-7-201-05510-8"}, ["R121"]),
        ({"cip": "桥上的灯/林远山著.—天津：海河样书出版社，2026.11.—ISBN 978-7-201-05510-7"}, []),
        ({"cip": "桥上的灯/林远山著.—ISBN 978-7-111-78565-1"}, ["R122"]),
        ({"cip": "丛书：ISBN 978-7-111-78565-1 本册：ISBN 9787201055107"}, []),
    ],
)
def test_the_number_must_be_there_and_right(stated: dict[str, object], codes: list[str]) -> None:
    made, found = wrap(**stated)
    assert found == codes
    assert ('class="bar"' in made.drawn.html) is (codes not in (["R120"], ["R121"]))


@pytest.mark.parametrize("percent", [80, 100, 120])
def test_the_barcode_keeps_its_light_margins(percent: int) -> None:
    made, _ = wrap(binding=Binding(barcode=Decimal(percent)))
    root = etree.fromstring(made.drawn.html)
    box = next(item for item in root.iter("div") if item.get("id") == "barcode")
    bars = [style_of(item) for item in box.iter("div") if item.get("class") == "bar"]
    module = 0.33 * percent / 100
    assert len(bars) == 30
    assert min(bar["left"] for bar in bars) >= 11 * module
    assert style_of(box)["width"] - max(bar["left"] + bar["width"] for bar in bars) >= 7 * module
    assert min(bar["height"] for bar in bars) == pytest.approx(22.85 * percent / 100)
    assert sum(bar["width"] for bar in bars) / module == pytest.approx(
        round(sum(bar["width"] for bar in bars) / module)
    )


def style_of(item: etree._Element) -> dict[str, float]:
    pairs = (pair.split(":") for pair in item.get("style", "").split(";") if "mm" in pair)
    return {name.strip(): float(value.strip().removesuffix("mm")) for name, value in pairs}


def spine_of(width: float, height: float = 210, **stated: object) -> SpineText:
    copy = copy_of(**stated)  # type: ignore[arg-type]
    return set_spine(Desk.of(copy, edition()), width, height, widths(copy))


TITLES = (
    "灯",
    "野渡",
    "桥上的灯",
    "春水街的读书会",
    "从河口到源头：一条大河两岸城镇的兴起与变迁研究",
    "《河口》·源头：Python 编程“入门”（第2版）",
    "长" * 60,
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", [5, 6.5, 9, 12.5, 20, 40])
@pytest.mark.parametrize("names", [1, 3, 10])
def test_nothing_on_the_spine_meets_or_stands_out(title: str, width: float, names: int) -> None:
    people = (Contributor("主编", NAMES[:names]), Contributor("译", ("David Copper",)))
    for height in (126, 184, 210, 285):
        made = spine_of(width, height, title=title, contributors=people)
        cells = sorted(made.cells, key=lambda cell: cell.at)
        for before, after in zip(cells, cells[1:], strict=False):
            assert before.at + before.length <= after.at + 1e-6
        for cell in cells:
            assert SMALLEST * 0.5 <= cell.size <= width - 2 * CLEARANCE + 1e-6
            assert height * HEAD - 1e-6 <= cell.at
            assert cell.at + cell.length <= height * (1 - FOOT) + 1e-6
        assert made.cells or made.lacks


def said(cells: tuple[Cell, ...]) -> str:
    return "".join(cell.text for cell in cells)


def test_the_spine_from_top_to_bottom() -> None:
    made = spine_of(14)
    assert said(made.cells) == "桥上的灯一座老城的夜晚第三种林远山著海河样书出版社"
    assert not made.left_out


def test_what_a_spine_leaves_out_and_in_what_order() -> None:
    people = (Contributor("主编", NAMES), Contributor("译", ("林木森",)))
    order = ("一座老城的夜晚", "译", "第三种", "主编")
    seen = []
    for width in (6, 8, 10, 12, 14, 16, 18, 20):
        left_out = spine_of(width, 190, contributors=people, title="春水街的读书会").left_out
        seen.append([part in left_out for part in order])
    for flags in seen:  # what goes first is out whenever what goes later is
        assert flags == sorted(flags, reverse=True)
    assert any(seen[-1])
    small = spine_of(12, 150, contributors=people, title="春水街的读书会")
    assert "一座老城的夜晚" in small.left_out
    assert said(small.cells).startswith("春水街的读书会")
    assert said(small.cells).endswith("海河样书出版社")
    crowded = spine_of(12, 130, contributors=(Contributor("主编", NAMES * 3),), title="从河口到源头的一条大河")
    assert "等" in said(crowded.cells)
    assert crowded.left_out


def test_latin_is_turned_and_a_short_number_is_not() -> None:
    made = spine_of(14, title="Python 编程（第2版）", subtitle="", series=None)
    turned = [cell.text for cell in made.cells if cell.turned]
    assert turned == ["Python"]
    assert [cell.text for cell in made.cells if cell.text == "2"] == ["2"]


def test_a_thin_spine_bears_no_text() -> None:
    made, found = wrap(replace(SIZE, spine=LEAST - 0.5))
    assert found == ["R123"]
    assert not made.spine.cells
    assert not [panel for panel, _, _ in made.drawn.texts if panel == "spine"]
    assert wrap(replace(SIZE, spine=0.0))[1] == []


def test_parts_left_out_are_named() -> None:
    made, found = wrap(replace(SIZE, spine=16.0), contributors=(Contributor("主编", NAMES),))
    assert found == ["R124"]
    assert made.spine.left_out
    assert wrap(replace(SIZE, height=60.0), title="长" * 40)[1] == ["R125"]
