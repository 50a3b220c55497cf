"""Check digits, hyphens, CIP, dates and sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean
from stdnum import isbn as isbn_number

from fuzi.load.schema import read_metadata
from fuzi.load.semantics import check, check_digit
from tests.load.folders import marked, said

CIP = (
    "cip: |\n  天津：天津人民出版社，2007.6.—ISBN 978-7-201-05510-7\n  Ⅰ.D267\n"
    "  中国版本图书馆CIP数据核字（2007）第067234号\n"
)


def faults(text: str) -> list[str]:
    tree = marked(f"title: 甲\n{text}\n")
    metadata, found = read_metadata(tree)
    assert not found
    assert metadata is not None
    return said(check(metadata, tree))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("isbn: 978-7-201-05510-7", []),
        ("isbn: 9787201055107", ["Y124 book.yaml:2:7"]),
        ("isbn: 978 7 201 05510 7", []),
        ("isbn: 0306406152", ["Y124 book.yaml:2:7"]),
        ("isbn: 0-306-40615-2", []),
        ("isbn: 0-8044-2957-X", []),
        ("isbn: 978-7-201-05510-8", ["Y121 book.yaml:2:7"]),
        ("isbn: ９７８-7-201-05510-7", ["Y125 book.yaml:2:7"]),
        ("isbn: 978—7—201—05510—7", ["Y125 book.yaml:2:7"]),
        ("isbn: 0306406153", ["Y121 book.yaml:2:7"]),
        ("isbn: 978-7-20105-510-7", ["Y122 book.yaml:2:7"]),
        ("isbn: ISBN 978-7-201-05510-7", ["Y120 book.yaml:2:7"]),
        ("isbn: 978-7-201-0551-7", ["Y120 book.yaml:2:7"]),
        ("isbn: 977-7-201-05510-7", ["Y121 book.yaml:2:7"]),
        ("isbn: 978－7－201－05510－7", ["Y125 book.yaml:2:7"]),
        (f"isbn: 978-7-201-05510-7\n{CIP}", []),
        (f"isbn: 978 7 201 05510 7\n{CIP}", []),
        (f"isbn: 978-7-111-78565-1\n{CIP}", ["Y123 book.yaml:2:7"]),
        ("isbn: 978-7-111-78565-1\ncip: 没有书号的文字", []),
        ("cip: ISBN 978-7-111-78565-1", []),
        ("trim: 64×500", []),
        ("trim: 60×90", ["Y131 book.yaml:2:7"]),
        ("trim: 14.7×21", ["Y131 book.yaml:2:7"]),
        ("trim: 147×2100", ["Y131 book.yaml:2:7"]),
        ("sheet: {width: 0, height: 1, leaves: 32}", ["Y132 book.yaml:2:8"]),
        ("printing: {edition: 0}", ["Y114 book.yaml:2:21"]),
        ("printing: {sheets: auto, thousand_characters: 260, copies: 1-1000}", []),
        ("printing: {sheets: 十一}", ["Y114 book.yaml:2:20"]),
        ("printing: {calendar: minguo}", []),
        ("printing: {calendar: 民国}", ["Y114 book.yaml:2:22"]),
        ("printing: {copies: 若干}", ["Y114 book.yaml:2:20"]),
        ("printing: {first_edition: 2007-06, edition_date: 2007, impression_date: 2007-06}", []),
        ("printing: {first_edition: 2007-06, impression_date: 2006-12}", ["Y136 book.yaml:2:53"]),
        ("contributors: [{role: 主编, names: []}]", ["Y116 book.yaml:2:16"]),
    ],
)
def test_check(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_the_right_digit_and_hyphens_are_named() -> None:
    tree = marked("title: 甲\nisbn: 978-7-201-05510-8\n")
    metadata, _ = read_metadata(tree)
    assert metadata is not None
    assert "应当是 7" in check(metadata, tree)[0].message("zh")
    tree = marked("title: 甲\nisbn: 97-87201055107\n")
    metadata, _ = read_metadata(tree)
    assert metadata is not None
    assert "978-7-201-05510-7" in check(metadata, tree)[0].hint("zh")
    assert metadata.isbn == "97-87201055107"


@given(st.from_regex(r"978[0-9]{9}|[0-9]{9}", fullmatch=True))
def test_check_digits_agree_with_the_standard(digits: str) -> None:
    digit = check_digit(digits + "0")
    assert digit is not None
    assert ean.calc_check_digit(digits) == digit if len(digits) == 12 else isbn_number.is_valid(digits + digit)
