"""Small parsers for the values that book.yaml writes as people do: sizes, sheets, prices, months."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from fuzi.manufacture.trims import NamedTrim, called
from fuzi.model.metadata import Price, Sheet, Trim

CURRENCIES = ("CNY", "TWD", "HKD", "MOP", "SGD", "MYR", "USD", "EUR", "GBP", "JPY", "KRW", "CAD", "AUD")
"""ISO 4217 codes of the places where Chinese books are sold."""

_NUMBER = r"(\d+(?:\.\d+)?)"
_TIMES = r"\s*(?:mm|毫米)?\s*[×xX✕*＊]\s*"
_TRIM = re.compile(rf"{_NUMBER}{_TIMES}{_NUMBER}\s*(?:mm|毫米)?")
_SHEET = re.compile(rf"{_NUMBER}{_TIMES}{_NUMBER}\s*(?:mm|毫米)?\s*[,，]?\s*(?:1\s*/\s*(\d+)|(\d+)\s*开)")
_MONTH = re.compile(r"(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*月?|\s*年)?")
_AMOUNT = r"(\d+(?:,\d{3})*(?:\.\d+)?)"
_PRICE = re.compile(rf"(?:(?P<before>[^\d\s.,+-]+)\s*)?{_AMOUNT}(?:\s*(?P<after>[^\d\s.,+-]+))?")

_LABEL = re.compile(r"(?:定价|定價|售价|售價)\s*[:：]?\s*")
_HANZI = re.compile(r"(?P<before>\D*?)(?P<number>[〇零一二三四五六七八九十百千廿卅两兩]+)[元圆圓块塊]?[整正]?")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

NOT_SOLD = frozenset(
    ("赠阅", "贈閱", "赠送", "贈送", "免费", "免費", "免费赠阅", "免費贈閱", "非卖品", "非賣品", "内部资料", "內部資料")
)
"""What stands in the place of a price on a book that is not sold."""

_SIGNS = {
    "元": "CNY",
    "圆": "CNY",
    "人民币": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "RMB": "CNY",
    "NT$": "TWD",
    "新台币": "TWD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "台币": "TWD",
    "HK$": "HKD",
    "港币": "HKD",
    "港幣": "HKD",
    "港元": "HKD",
    "MOP$": "MOP",
    "S$": "SGD",
    "US$": "USD",
    "美元": "USD",
    "€": "EUR",
    "£": "GBP",
}


class UnknownCurrencyError(ValueError):
    """The amount can be read, but not its currency (which is the argument)."""


def parse_trim(text: str) -> Trim | None:
    """``147×210``, ``147x210``, ``147 × 210 mm``; None when it is none of these."""
    found = _TRIM.fullmatch(text.strip())
    return Trim(Decimal(found[1]), Decimal(found[2])) if found else None


def trim_by_name(text: str, sheet: Sheet | None) -> tuple[NamedTrim, ...]:
    """The sizes that a name such as ``大32开`` or ``A5`` may mean, the likeliest first; empty when it is no name.

    A sheet that is stated too settles which of them is meant.
    """
    found = called(text)
    return tuple(item for item in found if item.sheet == sheet) or found if sheet else found


def parse_sheet(text: str) -> Sheet | None:
    """``880×1230 1/32``, also ``880mm×1230mm 32开``; None when it is neither."""
    found = _SHEET.fullmatch(text.strip())
    if found is None:
        return None
    leaves = int(found[3] or found[4])
    return Sheet(Decimal(found[1]), Decimal(found[2]), leaves) if 1 < leaves <= 256 else None


def parse_price(text: str) -> Price | None:
    """``25.00 CNY``, ``25.00元``, ``NT$250``, ``250 TWD``, ``赠阅``; None when there is no amount or no currency.

    The amount keeps its decimals as written. Raises ``UnknownCurrencyError``.
    """
    text = _bare(text)
    if text in NOT_SOLD:
        return Price(Decimal(0), words=text)
    found = _PRICE.fullmatch(text)
    if found is None:
        return None
    amount = Decimal(found[2].replace(",", ""))
    signs = [sign for sign in (found["before"], found["after"]) if sign]
    currencies = {_currency(sign) for sign in signs if not (sign == "元" and len(signs) == 2)}
    return Price(amount, currencies.pop()) if len(currencies) == 1 else None


def is_amount(text: str) -> bool:
    """Whether a price is a number and nothing else, so that nobody can tell the currency."""
    return re.fullmatch(_AMOUNT, _bare(text)) is not None


def price_in_hanzi(text: str) -> str | None:
    """A price written in hanzi (廿五元) as it should be written, ``25.00 CNY``; None when it is not one."""
    found = _HANZI.fullmatch(_bare(text))
    if found is None:
        return None
    total = digit = 0
    for character in found["number"].replace("廿", "二十").replace("卅", "三十"):
        if character in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[character], 0
        else:
            digit = digit * 10 + _DIGITS[character]
    currency = _SIGNS.get(found["before"].strip(), "CNY")
    return f"{total + digit}{'.00' if currency == 'CNY' else ''} {currency}"


def _bare(text: str) -> str:
    """The price alone, its digits and letters in ASCII; ￥ stays a yen sign of any width."""
    text = _LABEL.sub("", text.strip(), count=1)
    return unicodedata.normalize("NFKC", text).strip()


def _currency(sign: str) -> str:
    known = _SIGNS.get(sign) or _SIGNS.get(sign.upper()) or (sign.upper() if sign.upper() in CURRENCIES else None)
    if known is None:
        raise UnknownCurrencyError(sign)
    return known


def parse_month(text: str) -> str | None:
    """``2007-06`` from ``2007-06``, ``2007-6``, ``2007.6``, ``2007年6月``; ``2007`` stays alone. None: no date."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1000 <= int(found[1]) <= 2999:
        return None
    if found[2] is None:
        return found[1]
    return f"{found[1]}-{int(found[2]):02d}" if 1 <= int(found[2]) <= 12 else None
