"""What a book says of itself: the fields of the title leaf and the copyright page (GB/T 12450-2001, GB/T 12451-2023).

These classes are the schema of ``book.yaml``: the loader checks the file against them, field by field. A field marked
``VERBATIM`` is never converted to another script; one marked ``PERSON`` holds names of people, whose surnames are
never taken for words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

AUTO = "auto"
"""Asks the tool to count a figure itself."""

VERBATIM: dict[str, Any] = {"verbatim": True}
PERSON: dict[str, Any] = {"person": True}


@dataclass(frozen=True, slots=True)
class Trim:
    """Trimmed size of a leaf (成品尺寸), in mm; width is from gutter to fore-edge."""

    width: Decimal
    height: Decimal

    def __str__(self) -> str:
        return f"{self.width.normalize():f}×{self.height.normalize():f}"


@dataclass(frozen=True, slots=True)
class Contributor:
    """People in one role (主编, 撰稿人, 译者 …); ``part`` names the part (篇) they answer for, if not the whole book.

    ``original_names`` are the names in their own script (a translated author), ``nation`` the country or dynasty that
    stands before the name in brackets: 〔美〕, 〔清〕.
    """

    role: str
    names: tuple[str, ...] = field(metadata=PERSON)
    part: str = ""
    nation: str = ""
    original_names: tuple[str, ...] = field(default=(), metadata=VERBATIM)


@dataclass(frozen=True, slots=True)
class Series:
    """The series (丛书) with its own statement and editors; ``number`` is printed as written (NO.1, 第三种)."""

    name: str
    number: str = ""
    statement: str = ""
    contributors: tuple[Contributor, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher as the copyright page gives it."""

    name: str
    place: str = ""
    address: str = ""
    postcode: str = field(default="", metadata=VERBATIM)
    telephone: str = field(default="", metadata=VERBATIM)
    url: str = field(default="", metadata=VERBATIM)
    email: str = field(default="", metadata=VERBATIM)
    head: str = field(default="", metadata=PERSON)  # 出版人


@dataclass(frozen=True, slots=True)
class Staff:
    """Those who answer for the production (出版责任人)."""

    editors: tuple[str, ...] = field(default=(), metadata=PERSON)  # 责任编辑
    designers: tuple[str, ...] = field(default=(), metadata=PERSON)  # 装帧设计
    proofreaders: tuple[str, ...] = field(default=(), metadata=PERSON)  # 责任校对
    others: tuple[Contributor, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that the book is printed on, in mm, and how many leaves it gives: 880×1230, 1/32."""

    width: Decimal
    height: Decimal
    leaves: int  # 开数

    def __str__(self) -> str:
        return f"{self.width.normalize():f}×{self.height.normalize():f}"


@dataclass(frozen=True, slots=True)
class Printing:
    """Edition and impression history and the figures of manufacture.

    Dates are (year, month) texts such as ``2026-11``; ``sheets`` is 印张, ``thousand_characters`` 字数 in thousands,
    ``copies`` 印数 as printed (``1-3000``). ``auto`` in ``sheets`` or ``thousand_characters`` has the tool count.
    ``calendar`` of the years is ``western``, ``minguo`` (民國) or empty: what is usual in the variant.
    """

    first_edition: str = ""  # 第1版
    edition: int = 1
    edition_date: str = ""  # of this 版
    impression: int = 1
    impression_date: str = ""  # of this 印刷
    sheets: str = ""
    thousand_characters: str = ""
    copies: str = ""
    calendar: str = field(default="", metadata=VERBATIM)

    @property
    def counted(self) -> bool:
        """Whether a figure is to be counted from the finished pages."""
        return AUTO in (self.sheets, self.thousand_characters)


@dataclass(frozen=True, slots=True)
class Price:
    """The price: an amount and its ISO 4217 currency (CNY, TWD, HKD).

    ``words`` is what a book that is not sold says instead of a price (赠阅, 非卖品); its amount is 0.
    """

    amount: Decimal
    currency: str = "CNY"
    words: str = ""


@dataclass(frozen=True, slots=True)
class OriginalWork:
    """The work that a translation was made from, for the added title page (附书名页)."""

    title: str = field(default="", metadata=VERBATIM)
    authors: tuple[str, ...] = field(default=(), metadata=VERBATIM)
    publisher: str = field(default="", metadata=VERBATIM)
    year: str = field(default="", metadata=VERBATIM)


@dataclass(frozen=True, slots=True)
class Metadata:
    """All that one edition says of itself. Every text is as it will be printed."""

    title: str
    subtitle: str = ""
    parallel_title: str = field(default="", metadata=VERBATIM)  # 并列书名, in another language
    pinyin_title: str = field(default="", metadata=VERBATIM)
    contributors: tuple[Contributor, ...] = ()
    series: Series | None = None
    publisher: Publisher | None = None
    printer: str = ""
    binder: str = ""
    distributor: str = ""
    staff: Staff = Staff()
    isbn: str = field(default="", metadata=VERBATIM)
    cip: str = field(default="", metadata=VERBATIM)  # the CIP text exactly as the centre issued it
    cataloguing: str = field(default="", metadata=VERBATIM)  # 國家圖書館出版品預行編目資料, as it was issued
    contract_number: str = field(default="", metadata=VERBATIM)  # 著作权合同登记号
    trim: Trim = Trim(Decimal(147), Decimal(210))
    sheet: Sheet | None = None
    printing: Printing = Printing()
    enclosures: str = ""  # 附光盘1张
    price: Price | None = None
    rights: str = ""
    summary: str = ""  # 内容提要
    subjects: tuple[str, ...] = ()
    original: OriginalWork | None = None
    notices: tuple[str, ...] = ()  # further lines of the copyright page, such as 版权所有 侵权必究


def impression_date(printing: Printing) -> date | None:
    """The first day of the month of the latest stated date of the book, or None when it states none."""
    for text in (printing.impression_date, printing.edition_date, printing.first_edition):
        if text:
            year, _, rest = text.partition("-")
            return date(int(year), int(rest[:2] or 1), 1)
    return None
