"""Facts to metadata."""

from decimal import Decimal

from fuzi.ingest.facts import Fact
from fuzi.ingest.gather import Described, describe
from fuzi.model.manuscript import Fate
from fuzi.model.metadata import Contributor, Trim


def told(*facts: Fact, last_page: int | None = None) -> Described:
    return describe(facts, "scan.md", "stem", last_page)


def fact(field: str, value: str, rank: int = 1, role: str = "", line: int = 1) -> Fact:
    return Fact(field, value, line, value, role=role, rank=rank)


def kinds(described: Described, fate: Fate) -> list[str]:
    return [entry.kind for entry in described.entries if entry.fate is fate]


def test_title_leaf_is_believed_before_the_cip_text_and_differences_are_doubted() -> None:
    described = told(fact("title", "另书", rank=2), fact("title", "某书", rank=0))
    assert described.metadata.title == "某书"
    assert kinds(described, Fate.DOUBT) == ["disagreement"]


def test_missing_title_is_reported() -> None:
    described = told()
    assert described.metadata.title == "stem"
    assert [item.code.id for item in described.diagnostics] == ["S107"]


def test_one_person_under_two_names_of_one_role() -> None:
    described = told(
        fact("title", "某书"),
        fact("contributors", "张三、李四", rank=0, role="译"),
        fact("contributors", "张三、李四", role="译者"),
        fact("contributors", "张三", rank=2, role="译"),
    )
    assert described.metadata.contributors == (Contributor("译", ("张三", "李四")),)
    assert kinds(described, Fate.DOUBT) == []


def test_other_name_for_the_same_role_is_doubted() -> None:
    described = told(
        fact("title", "某书"),
        fact("contributors", "江辑光", rank=0, role="著"),
        fact("contributors", "江缉光", role="著", line=9),
    )
    assert described.metadata.contributors[0].names == ("江辑光",)
    assert kinds(described, Fate.DOUBT) == ["disagreement"]


def test_stated_trim_is_no_assumption() -> None:
    described = told(fact("title", "某书"), fact("trim", "186×240"))
    assert described.metadata.trim == Trim(Decimal(186), Decimal(240))
    assert "trim" not in kinds(described, Fate.ASSUMED)


def test_unusual_sheet_is_doubted() -> None:
    assert "sheet-size" in kinds(told(fact("title", "某书"), fact("sheet", "850×1163 1/32")), Fate.DOUBT)


def test_last_page_beyond_the_sheets_is_doubted() -> None:
    facts = (fact("title", "某书"), fact("sheet", "880×1230 1/32"), fact("printing.sheets", "11.25"))
    assert "extent" not in kinds(told(*facts, last_page=360), Fate.DOUBT)
    assert "extent" in kinds(told(*facts, last_page=361), Fate.DOUBT)


def test_publisher_without_a_name_is_doubted() -> None:
    described = told(fact("title", "某书"), fact("publisher.head", "张三"))
    assert described.metadata.publisher is None
    assert kinds(described, Fate.DOUBT) == ["nameless"]


def test_wrong_isbn_is_left_out() -> None:
    described = told(fact("title", "某书"), fact("isbn", "9787555500422"))
    assert described.metadata.isbn == ""
    assert [item.code.id for item in described.diagnostics] == ["S109"]
