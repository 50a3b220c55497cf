"""Nothing is lost between scan and manuscript."""

from fuzi.ingest.conservation import compare
from fuzi.model.manuscript import Entry, Fate, Ledger
from fuzi.model.report import Report


def check(scan: str, text: str, *entries: Entry, book: str = "") -> Report:
    return compare(scan, {"book.yaml": book, "text/01.md": text, "ledger.md": ""}, Ledger("scan.md", 1, entries))


def lost(report: Report) -> list[int]:
    return [item.place.line for item in report.diagnostics if item.place is not None]


def test_line_that_is_nowhere() -> None:
    report = check("甲乙\n丙丁\n", "甲乙")
    assert lost(report) == [2]
    assert report.failed
    assert [item.code.id for item in report.diagnostics] == ["S120"]


def test_marks_and_spaces_do_not_count() -> None:
    assert not lost(check("### **甲 乙,丙**", "## 甲乙，丙"))


def test_a_stretch_of_text_answers_for_one_line_only() -> None:
    assert lost(check("甲乙\n甲乙", "甲乙")) == [2]
    assert not lost(check("甲乙\n甲乙", "甲乙\n\n甲乙"))


def test_order_may_change_and_short_lines_do_not_take_from_long_ones() -> None:
    assert not lost(check("乙\n甲乙丙", "甲乙丙乙"))
    assert not lost(check("丙丁\n甲乙", "甲乙丙丁"))


def test_used_line_must_have_arrived() -> None:
    entry = Entry(Fate.USED, "evidence", 1, "出版人: 张三", "张三", field="publisher.head")
    assert not lost(check("出版人: 张三", "", entry, book="head: 张三"))
    assert lost(check("出版人: 张三", "", entry)) == [1]


def test_dropped_and_unplaced_lines_are_in_the_ledger() -> None:
    assert not lost(check("12", "", Entry(Fate.DROPPED, "folio", 1, "12")))
    assert not lost(check("天地", "", Entry(Fate.DOUBT, "unresolved", 1, "天地")))
    assert lost(check("天地玄", "", Entry(Fate.DOUBT, "unresolved", 1, "天地"))) == [1]


def test_letters_that_a_repair_took_out() -> None:
    entry = Entry(Fate.REPAIRED, "tag", 1, "文<sup>", "文")
    assert not lost(check("文<sup>①", "文①", entry))
    assert lost(check("文<sup>①", "文①")) == [1]


def test_entities_are_letters_too() -> None:
    assert not lost(check("甲乙", "甲&#x4e59;"))
