"""book.yaml and the other files."""

from decimal import Decimal

import yaml

from fuzi.dialect import read_chapter
from fuzi.ingest import files, ingest
from fuzi.ingest.writer import book_yaml
from fuzi.model.book import Settings
from fuzi.model.manuscript import Ledger, Manuscript
from fuzi.model.metadata import Contributor, Metadata, Price, Printing, Publisher, Sheet


def manuscript(metadata: Metadata) -> Manuscript:
    return Manuscript(Settings("x"), metadata, (), (), (), Ledger("scan.md", 0))


def test_texts_that_look_like_something_else_are_quoted() -> None:
    metadata = Metadata(
        "1984: 一部小说",
        subtitle="no",
        publisher=Publisher("某某出版社", postcode="030051", telephone="0571-1", url="http://a.example/#x"),
        isbn="0-306-40615-2",
        printing=Printing(first_edition="2007-06", copies="0001-5000"),
        price=Price(Decimal("25.00")),
        sheet=Sheet(Decimal(880), Decimal(1230), 32),
        contributors=(Contributor("译", ("张三", "李四"), part="上篇"),),
    )
    tree = yaml.safe_load(book_yaml(manuscript(metadata)))
    assert tree["title"] == "1984: 一部小说"
    assert tree["subtitle"] == "no"
    assert tree["isbn"] == "0-306-40615-2"
    assert tree["publisher"]["postcode"] == "030051"
    assert tree["publisher"]["url"] == "http://a.example/#x"
    assert tree["printing"]["copies"] == "0001-5000"
    assert tree["printing"]["first_edition"] == "2007-06"
    assert tree["printing"]["sheets"] == "auto"
    assert tree["price"] == "25.00 CNY"
    assert tree["sheet"] == "880×1230 1/32"
    assert tree["contributors"] == [{"role": "译", "names": ["张三", "李四"], "part": "上篇"}]


def test_cip_text_is_a_block_literal() -> None:
    cip = "图书在版编目（CIP）数据\n\n某书/某某著\n"
    text = book_yaml(manuscript(Metadata("某书", cip=cip)))
    assert "cip: |\n  图书在版编目（CIP）数据\n\n  某书/某某著\n" in text
    assert yaml.safe_load(text)["cip"] == cip


def test_empty_fields_are_left_out() -> None:
    assert set(yaml.safe_load(book_yaml(manuscript(Metadata("某书"))))) == {
        "slug", "title", "trim", "printing", "source_variant", "variants", "text",
    }  # fmt: skip


def test_every_text_file_is_listed_and_reads_back(clock_tower: bytes) -> None:
    made = ingest(clock_tower, name="clock-tower-ocr.md").value
    found = files(made)
    listed = yaml.safe_load(found["book.yaml"])["text"]
    names = [*listed["front"], *listed["body"], *listed["back"]]
    assert [f"text/{name}" for name in names] == [name for name in found if name.startswith("text/")]
    assert all(name.isascii() for name in found)
    for name, text in found.items():
        if name.startswith("text/"):
            assert not read_chapter(text, file=name, chapter_id="c").report.diagnostics, name


def test_part_with_text_under_its_title() -> None:
    prose = (
        "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段很长很长的话，一直写到这里才算写完了。"
    )
    scan = f"# 目录\n\n上 篇\n\n甲题 …… 1\n\n# 上篇\n\n{prose}\n\n# 甲题\n\n{prose}"
    found = files(ingest(scan.encode(), name="x.md").value)
    assert yaml.safe_load(found["book.yaml"])["text"]["body"] == [
        {"part": "上篇", "file": "01-00.md", "chapters": ["01-01.md"]}
    ]
    assert found["text/01-00.md"] == prose + "\n"
