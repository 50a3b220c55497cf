"""GB/T 12450 and 12451: every fault of a mainland title leaf that can be seen in book.yaml, and none in a sound one."""

from __future__ import annotations

import pytest

from fuzi.load.editions import editions_of
from fuzi.load.products import check_products
from fuzi.load.schema import METADATA_KEYS, read_metadata
from fuzi.load.settings import settings_of
from fuzi.model.report import Diagnostic
from tests.load.folders import marked, said

BASE = """\
title: 渡口
subtitle: 江边旧事
pinyin_title: Dukou
isbn: 978-7-00-000000-1
contributors: [{role: 主编, names: [沈千里]}, {role: 译者, names: [钟谷, 范里]}]
series: {name: 江边丛书}
publisher: {name: 试样出版社, place: 北京, address: 样例街, postcode: "100000"}
staff: {editors: [钟谷], designers: [姜台], proofreaders: [范里]}
printer: 试样印刷厂
distributor: 样例书店
sheet: 880×1230 1/32
printing: {first_edition: 2026-11, impression_date: 2026-11, sheets: auto, thousand_characters: auto, copies: 1-500}
price: 39.00元
variants: [zh-Hans]
editions: {epub: {isbn: none}}
cip: |
"""
DESCRIPTION = "渡口：江边旧事/沈千里主编；钟谷，范里译.—北京：试样出版社，2026.11"
NEW = f"""\
图书在版编目（CIP）数据

{DESCRIPTION}.—（江边丛书）.—
  ISBN 978-7-00-000000-1

Ⅰ.I267

中国国家版本馆CIP数据核字第2026AB1234号
"""
MIXED = f"""\
图书在版编目（CIP）数据

{DESCRIPTION}
（江边丛书）
ISBN 978-7-00-000000-1

Ⅰ. ①渡… Ⅱ. ①沈…②钟… Ⅲ. ①散文集－中国－当代 Ⅳ. ①I267

中国国家版本馆CIP数据核字（2023）第203315号
"""
OLD = MIXED.replace("国家版本馆CIP数据核字（2023）第203315号", "版本图书馆CIP数据核字（2010）第234567号")
CIP_LINE = BASE.count("\n") + 1
"""The line of book.yaml in which the CIP text begins."""


def found(text: str) -> list[Diagnostic]:
    tree = marked(text)
    settings, _ = settings_of(tree, "x")
    base, wrong = read_metadata(tree.only(frozenset(METADATA_KEYS)))
    assert base is not None, wrong
    editions, _ = editions_of(tree, settings)
    return list(dict.fromkeys(check_products(tree, settings, base, editions)))


def book(cip: str = NEW, base: str = BASE) -> str:
    return base + "".join(f"  {line}\n" if line else "\n" for line in cip.splitlines())


@pytest.mark.parametrize("cip", [NEW, MIXED, OLD, NEW.replace("（CIP）", "(CIP)"), NEW.replace("号\n", "号（样例）\n")])
def test_a_sound_book_in_every_form(cip: str) -> None:
    assert said(found(book(cip))) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ⅰ.I267\n\n", "", "L210 {0}:3"),
        ("图书在版编目（CIP）数据\n\n", "", "L210 {0}:3"),
        ("\n中国国家版本馆CIP数据核字第2026AB1234号\n", "", "L210 {0}:3"),
        ("Ⅰ.I267\n\n", "Ⅰ.I267\n", "L211 {6}:3"),
        ("数据\n\n渡口", "数据\n渡口", "L211 {1}:3"),
        ("译.—北京", "译.--北京", "L212 {2}:23"),
        ("译.—北京", "译. — 北京", "L212 {2}:23 L213 {2}:24"),
        ("译.—北京", "译.——北京", "L212 {2}:23"),
        ("旧事/沈", "旧事 / 沈", "L213 {2}:10"),
        ("钟谷，范里", "钟谷，　范里", "L213 {2}:20"),
        ("核字第2026AB1234号", "核字第2026AB12345号", "L214 {7}:3"),
        ("核字第2026AB1234号", "核字（2026）第AB1234号", "L214 {7}:3"),
        ("核字第2026AB1234号", "核字第2026AB1234号。", "L214 {7}:3"),
        ("渡口：江边", "渡船：江边", "L215 1:8"),
        ("渡口：江边旧事", "渡口：江边旧话", "L215 2:11"),
        ("渡口：江边旧事", "渡口", "L215 2:11"),
        ("沈千里主编", "沈千理主编", "L216 5:16"),
        ("沈千里主编", "沈千里编", "L217 5:16"),
        ("沈千里主编", "沈千里编著", "L217 5:16"),
        ("范里译", "范里编译", "L217 5:42"),
        ("（江边丛书）", "江边丛书", "L218 6:16"),
        ("（江边丛书）.—", "", "L218 6:16"),
        ("2026.11", "2026.12", "L219 12:27"),
        ("字第2026", "字第2027", "L219 12:27"),
    ],
)
def test_faults_of_the_cip_data(old: str, new: str, expected: str) -> None:
    """``{2}`` is the third line of the CIP text in book.yaml."""
    assert old in NEW
    wanted = expected.format(*range(CIP_LINE, CIP_LINE + 9)).split()
    pairs = [f"{code} book.yaml:{place}" for code, place in zip(wanted[::2], wanted[1::2], strict=True)]
    assert said(found(book(NEW.replace(old, new)))) == pairs


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (", place: 北京", "", "L220 book.yaml:7:19"),
        ("pinyin_title: Dukou\n", "", "L221 book.yaml:1:8"),
        ("printer: 试样印刷厂\n", "", f"L222 book.yaml:{CIP_LINE - 2}:6"),
        ("price: 39.00元\n", "", f"L222 book.yaml:{CIP_LINE - 2}:6"),
    ],
)
def test_what_the_standard_wants_and_the_book_lacks(old: str, new: str, expected: str) -> None:
    assert old in BASE
    assert said(found(book(base=BASE.replace(old, new)))) == [expected]


def test_a_name_that_shows_the_place_needs_none() -> None:
    base = BASE.replace("试样出版社, place: 北京", "天津样书出版社")
    assert said(found(book(NEW.replace("试样出版社", "天津样书出版社"), base))) == []


def test_the_place_is_guessed_from_the_cip_data() -> None:
    (item,) = found(book(NEW.replace("北京", "成都"), BASE.replace(", place: 北京", "")))
    assert "place: 成都" in item.hint("zh")


def test_what_is_lacking_is_listed() -> None:
    base = BASE.replace("printer: 试样印刷厂\n", "").replace(", copies: 1-500", "")
    (item,) = found(book(base=base))
    assert "印刷者、印数" in item.message("zh")
    assert "printer, printing.copies" in item.message("en")


def test_without_cip_data_the_book_is_not_finished_and_nothing_is_said() -> None:
    assert said(found(BASE.replace("cip: |\n", "").replace("pinyin_title: Dukou\n", ""))) == []


def test_a_traditional_edition_is_not_held_to_the_standard() -> None:
    text = book(NEW.replace(".—", ".--")).replace("[zh-Hans]", "[zh-Hant-TW]")
    assert said(found(text)) == []


def test_texts_that_will_be_converted_are_not_compared() -> None:
    text = book(NEW.replace("渡口：", "某书：")) + "source_variant: zh-Hant-TW\n"
    assert said(found(text)) == []


@pytest.mark.parametrize(
    ("inner", "field", "other"),
    [("zh-Hant-TW: {cip: 某某}", "cip", "cataloguing"), ("zh-Hans: {cataloguing: 某某}", "cataloguing", "cip")],
)
def test_what_a_region_does_not_print(inner: str, field: str, other: str) -> None:
    text = f"title: 甲\nvariants: [zh-Hans, zh-Hant-TW]\neditions: {{{inner}}}\n"
    (item,) = found(text)
    assert item.code.id == "L223"
    assert field in item.message("zh")
    assert other in item.hint("zh")


def test_cataloguing_where_it_belongs() -> None:
    assert (
        said(found("title: 甲\nvariants: [zh-Hans, zh-Hant-TW]\neditions: {zh-Hant-TW: {cataloguing: 某某}}\n")) == []
    )


def test_sheets_are_not_asked_of_a_region_that_does_not_print_them() -> None:
    assert said(found("title: 甲\nvariants: [zh-Hant-TW]\nprinting: {sheets: auto}\n")) == []


@pytest.mark.parametrize(
    ("typesetting", "expected"),
    [
        ("type_area: 28×28", []),
        ("type_area: 33×33", []),
        ("type_area: 34×27", ["L201 book.yaml:2:26"]),
        ("type_area: 28×34", ["L201 book.yaml:2:26"]),
        ("type_area: 28×31, leading: 18", ["L201 book.yaml:2:26"]),
        ("type_area: 11×27", ["L202 book.yaml:2:26"]),
        ("type_area: 27×8", ["L202 book.yaml:2:26"]),
        ("size: 10", []),
    ],
)
def test_room_for_the_type_area(typesetting: str, expected: list[str]) -> None:
    assert said(found(f"title: 甲\ntypesetting: {{{typesetting}}}\nvariants: [zh-Hans]\n")) == expected


def test_the_largest_area_is_named_and_fits() -> None:
    (item,) = found("title: 甲\ntypesetting: {type_area: 40×40}\nvariants: [zh-Hans]\n")
    assert "type_area: 33×33" in item.hint("zh")
    assert said(found("title: 甲\ntypesetting: {type_area: 33×33}\nvariants: [zh-Hans]\n")) == []


def test_every_edition_has_room_of_its_own() -> None:
    text = "title: 甲\ntypesetting: {type_area: 30×28}\nvariants: [zh-Hans, zh-Hant-TW]\n"
    assert said(found(text)) == []
    assert said(found(text + "editions: {zh-Hant-TW: {trim: A6}}\n")) == ["L201 book.yaml:2:26"]
