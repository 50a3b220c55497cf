"""The small parsers read what people write and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fuzi.load.measures import (
    UnknownCurrencyError,
    is_amount,
    parse_month,
    parse_price,
    parse_sheet,
    parse_trim,
    price_in_hanzi,
    trim_by_name,
)
from fuzi.model.metadata import Price, Sheet, Trim


@pytest.mark.parametrize("text", ["147×210", "147x210", "147 X 210", "147 × 210 mm", "147mm×210mm", "147毫米×210毫米"])
def test_trim(text: str) -> None:
    assert parse_trim(text) == Trim(Decimal(147), Decimal(210))


@pytest.mark.parametrize("text", ["", "147", "大32开", "147-210", "147×", "-147×210", "147×210 cm", "１４７×x"])
def test_no_trim(text: str) -> None:
    assert parse_trim(text) is None


def test_a_sheet_settles_which_of_two_sizes_is_meant() -> None:
    assert len(trim_by_name("大32开", None)) == 2
    (only,) = trim_by_name("大32开", Sheet(Decimal(850), Decimal(1168), 32))
    assert only.trim == Trim(Decimal(140), Decimal(203))
    assert len(trim_by_name("大32开", Sheet(Decimal(700), Decimal(1000), 32))) == 2


@pytest.mark.parametrize(
    "text", ["880×1230 1/32", "880x1230 1 / 32", "880mm×1230mm 32开", "880×1230，1/32", "880×1230 mm 1/32"]
)
def test_sheet(text: str) -> None:
    assert parse_sheet(text) == Sheet(Decimal(880), Decimal(1230), 32)


@pytest.mark.parametrize("text", ["880×1230", "1/32", "880×1230 1/0", "880×1230 1/1000", "880×1230 32"])
def test_no_sheet(text: str) -> None:
    assert parse_sheet(text) is None


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("25.00 CNY", "25.00", "CNY"),
        ("CNY 25.00", "25.00", "CNY"),
        ("25.00元", "25.00", "CNY"),
        ("人民币25.00元", "25.00", "CNY"),
        ("¥25", "25", "CNY"),
        ("25 RMB", "25", "CNY"),
        ("250 TWD", "250", "TWD"),
        ("NT$250", "250", "TWD"),
        ("nt$ 250", "250", "TWD"),
        ("新台币250元", "250", "TWD"),
        ("88 HKD", "88", "HKD"),
        ("HK$1,250.50", "1250.50", "HKD"),
        ("NT$320", "320", "TWD"),
        ("HK$88", "88", "HKD"),
        ("¥39", "39", "CNY"),
        ("￥39", "39", "CNY"),
        ("39.00元", "39.00", "CNY"),
        ("２５元", "25", "CNY"),
        ("定价：25.00元", "25.00", "CNY"),
        ("定價 新臺幣320元", "320", "TWD"),
    ],
)
def test_price(text: str, amount: str, currency: str) -> None:
    price = parse_price(text)
    assert price == Price(Decimal(amount), currency)
    assert str(price.amount) == amount


@pytest.mark.parametrize("text", ["25.00", "CNY", "", "25 CNY TWD", "TWD 25 CNY", "-25 CNY", "1,25 CNY"])
def test_no_price(text: str) -> None:
    assert parse_price(text) is None


@pytest.mark.parametrize("text", ["赠阅", "非卖品", "免费", "定价：赠阅", "贈閱"])
def test_a_book_that_is_not_sold(text: str) -> None:
    price = parse_price(text)
    assert price is not None
    assert price.words == text.removeprefix("定价：")
    assert not price.amount


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("廿五元", "25.00 CNY"),
        ("定价 廿五元", "25.00 CNY"),
        ("三十九元整", "39.00 CNY"),
        ("一百二十元", "120.00 CNY"),
        ("一二〇元", "120.00 CNY"),
        ("新臺幣三百二十元", "320 TWD"),
        ("25元", None),
        ("面议", None),
        ("赠阅", None),
    ],
)
def test_price_in_hanzi(text: str, right: str | None) -> None:
    assert price_in_hanzi(text) == right


def test_a_bare_amount() -> None:
    assert [is_amount(text) for text in ("25", "２５", "1,250.00", "25元", "", "二十五")] == [True] * 3 + [False] * 3


def test_unknown_currency() -> None:
    with pytest.raises(UnknownCurrencyError, match="XYZ"):
        parse_price("25 XYZ")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2007-06", "2007-06"),
        ("2007-6", "2007-06"),
        ("2007.6", "2007-06"),
        ("2007年6月", "2007-06"),
        ("2007 年 12 月", "2007-12"),
        ("2007", "2007"),
        ("2007年", "2007"),
        ("2007-13", None),
        ("2007-00", None),
        ("2007-06-01", None),
        ("0207-06", None),
        ("07-06", None),
        ("去年", None),
    ],
)
def test_month(text: str, month: str | None) -> None:
    assert parse_month(text) == month
