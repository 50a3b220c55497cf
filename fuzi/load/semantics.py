"""What the metadata of an edition must be beyond its shape: check digits, dates in order, sizes that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from stdnum import isbn as isbn_number
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

from fuzi.load import codes
from fuzi.load.marked_yaml import Marked
from fuzi.load.shapes import wrong_value
from fuzi.model.book import FieldPath
from fuzi.model.metadata import Contributor, Metadata, Printing
from fuzi.model.report import Diagnostic
from fuzi.variants import CALENDARS

NARROWEST, LOWEST, MOST = Decimal(64), Decimal(100), Decimal(500)
"""The least width and height of a book and its longest side, in mm: a line has 12 characters or more."""

_ISBN_CHARACTERS = re.compile(r"[0-9Xx -]+")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_ISBN_IN_CIP = re.compile(r"(?:97[89][-\s–—‐]?)?(?:\d[-\s–—‐]?){9}[\dXx](?![\d-])")
_FIGURE = re.compile(r"auto|\d+(?:\.\d+)?")
_DATES = ("first_edition", "edition_date", "impression_date")


def check(metadata: Metadata, marked: Marked, own: frozenset[FieldPath] | None = None) -> list[Diagnostic]:
    """All faults of meaning in the metadata of one edition, at the places where its values stand.

    ``own`` are the fields that the edition gives itself (None: the base, which gives them all). The CIP text is issued
    for one product: an edition with another ISBN is compared with it only when it brings its own CIP text.
    """
    found = [*_isbn(metadata.isbn, marked), *_trim(metadata, marked), *_printing(metadata.printing, marked)]
    if own is None or ("cip",) in own:
        found += _cip(metadata, marked)
    for path, contributors in (
        (("contributors",), metadata.contributors),
        (("series", "contributors"), metadata.series.contributors if metadata.series else ()),
        (("staff", "others"), metadata.staff.others),
    ):
        found += _names(path, contributors, marked)
    if not metadata.title.strip():
        found.append(codes.MISSING_KEY.at(marked.place(("title",)), key="title", name="title"))
    return found


def _isbn(text: str, marked: Marked) -> Iterator[Diagnostic]:
    """The number must be right; its hyphens are kept as written, and a wrong division is pointed out."""
    if not text:
        return
    place = marked.place(("isbn",))
    if not _ISBN_CHARACTERS.fullmatch(text):
        narrow = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
        if narrow != text and _ISBN_CHARACTERS.fullmatch(narrow):
            yield codes.ISBN_WIDE.at(place, isbn=text, right=narrow)
            return
        yield codes.ISBN_FORM.at(place, isbn=text)
        return
    try:
        number = isbn_number.validate(text)
    except (InvalidChecksum, InvalidComponent, ValidationError) as error:
        digit = check_digit(text) if isinstance(error, InvalidChecksum) else None
        yield codes.ISBN_CHECK.at(place, isbn=text, digit=digit) if digit else codes.ISBN_FORM.at(place, isbn=text)
        return
    right = isbn_number.format(number)
    if text.upper().replace(" ", "-") != right:
        code = codes.ISBN_PLAIN if text.isalnum() else codes.ISBN_HYPHENS
        yield code.at(place, isbn=text, right=right)


def check_digit(text: str) -> str | None:
    """The check digit that the other digits of an ISBN call for; None when it has not 10 or 13 characters."""
    number = isbn_number.compact(text)
    if len(number) == 10 and number[:9].isdigit():
        rest = -sum((10 - index) * int(digit) for index, digit in enumerate(number[:9])) % 11
        return "X" if rest == 10 else str(rest)
    if len(number) == 13 and number.isdigit():
        return str(-sum((1, 3)[index % 2] * int(digit) for index, digit in enumerate(number[:12])) % 10)
    return None


def _cip(metadata: Metadata, marked: Marked) -> Iterator[Diagnostic]:
    """The ISBN must be among those of the CIP text (a set of volumes has several there)."""
    if not metadata.isbn or not metadata.cip:
        return
    inside = [found.group() for found in _ISBN_IN_CIP.finditer(metadata.cip)]
    if inside and _digits(metadata.isbn) not in map(_digits, inside):
        first = next(_ISBN_IN_CIP.finditer(metadata.cip)).start()
        where = marked.place_in(("cip",), metadata.cip, first)
        yield codes.ISBN_CIP.at(marked.place(("isbn",)), isbn=metadata.isbn, cip=", ".join(inside), where=where)


def _digits(isbn: str) -> str:
    """An ISBN for comparison: the nine digits that the 10 and the 13 digit form share."""
    digits = re.sub(r"[^\dXx]", "", isbn)
    return digits[3:12] if len(digits) == 13 else digits[:9]


def _trim(metadata: Metadata, marked: Marked) -> Iterator[Diagnostic]:
    trim = metadata.trim
    if not (NARROWEST <= trim.width <= MOST and LOWEST <= trim.height <= MOST):
        limits = {"narrowest": NARROWEST, "lowest": LOWEST, "most": MOST}
        yield codes.TRIM_RANGE.at(marked.place(("trim",)), value=trim, **limits)
    sheet = metadata.sheet
    if sheet is not None and (sheet.leaves < 2 or min(sheet.width, sheet.height) <= 0):
        yield codes.SHEET_FORM.at(marked.place(("sheet",)), value=f"{sheet} 1/{sheet.leaves}")


def _printing(printing: Printing, marked: Marked) -> Iterator[Diagnostic]:
    for key, number in (("edition", printing.edition), ("impression", printing.impression)):
        if number < 1:
            yield _value(marked, key, str(number), "1 或更大的整数", "a whole number from 1")
    for key, text in (("sheets", printing.sheets), ("thousand_characters", printing.thousand_characters)):
        if text and not _FIGURE.fullmatch(text):
            yield _value(marked, key, text, "数字或 auto（由工具计算）", "a number or auto (counted by the tool)")
    if printing.copies and not any(character.isdigit() for character in printing.copies):
        yield _value(marked, "copies", printing.copies, "印数，例如 1-3000", "a number of copies such as 1-3000")
    if printing.calendar not in ("", *CALENDARS):
        yield _value(marked, "calendar", printing.calendar, " 或 ".join(CALENDARS), " or ".join(CALENDARS))
    dated = [(key, getattr(printing, key)) for key in _DATES if getattr(printing, key)]
    for (earlier, before), (later, after) in zip(dated, dated[1:], strict=False):
        length = min(len(before), len(after))
        if after[:length] < before[:length]:
            yield codes.DATE_ORDER.at(
                marked.place(("printing", later)),
                later=f"printing.{later}",
                later_date=after,
                earlier=f"printing.{earlier}",
                earlier_date=before,
            )


def _value(marked: Marked, key: str, value: str, zh: str, en: str) -> Diagnostic:
    place = marked.place(("printing", key))
    return wrong_value(place, f"printing.{key}", value, (zh, en))


def _names(path: FieldPath, contributors: tuple[Contributor, ...], marked: Marked) -> Iterator[Diagnostic]:
    for index, contributor in enumerate(contributors):
        if not contributor.names:
            yield codes.NO_NAMES.at(marked.place((*path, index)), role=contributor.role)
