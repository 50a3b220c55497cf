"""The metadata is converted field by field; what is verbatim or settled is left alone."""

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fuzi.model.book import EditionMetadata, FieldPath
from fuzi.model.metadata import Contributor, Metadata, OriginalWork, Price, Printing, Publisher, Series, Staff
from fuzi.transform.metadata import map_metadata
from tests.transform.copies import HAN_TEXT, HK, TW, book, chapter, settled, term

FULL = Metadata(
    title="前进中的社区党建",
    subtitle="后记",
    parallel_title="后发",
    pinyin_title="Qianjin",
    contributors=(
        Contributor("主编", ("刘树森", "范发"), nation="美国"),
        Contributor("撰稿人", ("里",), "和平篇", original_names=("头发",)),
    ),
    series=Series("社区党的建设", "第一种", "重点学科建设工程", (Contributor("主编", ("刘",)),)),
    publisher=Publisher("天津人民出版社", "天津", "街里", "300051", "电话", "http://后.cn", "后@a.cn", "刘晓津"),
    printer="印刷厂",
    staff=Staff(("张发",), ("设计",), (), (Contributor("责任印制", ("王",)),)),
    isbn="978-7-201-05510-7",
    cip="图书在版编目（CIP）数据",
    contract_number="图字：01",
    printing=Printing(copies="1-1000", sheets="auto"),
    price=Price(Decimal("25.00")),
    rights="版权所有",
    subjects=("党建", "社区"),
    original=OriginalWork("头发", ("头发",)),
    notices=("侵权必究",),
)


def test_every_free_field_is_converted() -> None:
    copy, _ = settled(book(chapter("c1", ""), metadata=FULL))
    made = copy.metadata["pdf"]
    assert (made.title, made.subtitle) == ("前進中的社區黨建", "後記")
    assert made.contributors[0] == Contributor("主編", ("劉樹森", "范發"), nation="美國")
    assert made.series == Series("社區黨的建設", "第一種", "重點學科建設工程", (Contributor("主編", ("劉",)),))
    assert made.publisher is not None
    assert (made.publisher.name, made.publisher.address, made.publisher.head) == (
        "天津人民出版社",
        "街裡",
        "劉曉津",
    )
    assert made.staff.others == (Contributor("責任印製", ("王",)),)
    assert (made.subjects, made.notices, made.rights) == (("黨建", "社區"), ("侵權必究",), "版權所有")
    assert (made.printing, made.price, made.trim) == (FULL.printing, FULL.price, FULL.trim)


def test_verbatim_fields_are_left_alone() -> None:
    copy, _ = settled(book(chapter("c1", ""), metadata=FULL), HK)
    made = copy.metadata["pdf"]
    assert (made.cip, made.parallel_title, made.contract_number) == (
        FULL.cip,
        FULL.parallel_title,
        FULL.contract_number,
    )
    assert made.original == FULL.original
    assert made.contributors[1].original_names == ("头发",)
    assert made.publisher is not None
    assert (made.publisher.url, made.publisher.email, made.publisher.telephone) == ("http://后.cn", "后@a.cn", "电话")


def test_settled_fields_of_an_edition_are_left_alone() -> None:
    own = Metadata("后记“书”", subtitle="后记", publisher=Publisher("里人出版社", "街里"), subjects=("里", "里"))
    paths: frozenset[FieldPath] = frozenset({("title",), ("publisher", "name"), ("subjects", 1)})
    editions = (EditionMetadata(TW, "epub", own, paths),)
    copy, _ = settled(book(chapter("c1", ""), metadata=FULL, editions=editions), products=("pdf", "epub"))
    made = copy.metadata["epub"]
    assert (made.title, made.subtitle, made.subjects) == ("后记“书”", "後記", ("裡", "里"))
    assert made.publisher == Publisher("里人出版社", "街裡")
    assert copy.metadata["pdf"].title == "前進中的社區黨建"


def test_a_settled_path_covers_what_is_below_it() -> None:
    own = Metadata("书", publisher=Publisher("里人", head="头发"))
    made = map_metadata(own, frozenset({("publisher",)}), lambda text: text + "!")
    assert (made.title, made.publisher) == ("书!", own.publisher)


def test_terms_hold_in_the_metadata_too() -> None:
    copy, _ = settled(book(chapter("c1", ""), metadata=Metadata("府湖里"), terms=[term("府湖里", TW, "府湖里")]))
    assert copy.metadata["pdf"].title == "府湖里"


def test_the_blurb_is_converted_with_the_text() -> None:
    plain = book(chapter("c1", ""))
    binding = replace(plain.settings.binding, blurb="他说“点灯”，桥就亮了。")
    written = replace(plain, settings=replace(plain.settings, binding=binding))
    assert settled(written, TW)[0].binding.blurb == "他說「點燈」，橋就亮了。"
    assert settled(written, "zh-Hans")[0].binding == binding


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for item in fields(value) for text in _texts(getattr(value, item.name))]
    return []


@given(st.builds(Metadata, title=HAN_TEXT, subtitle=HAN_TEXT, cip=HAN_TEXT, subjects=st.lists(HAN_TEXT).map(tuple)))
def test_the_shape_of_the_metadata_stays(written: Metadata) -> None:
    made = map_metadata(written, frozenset(), lambda text: text + "x")
    assert made.cip == written.cip
    assert len(_texts(made)) == len(_texts(written))
    assert map_metadata(written, frozenset(), lambda text: text) == written
