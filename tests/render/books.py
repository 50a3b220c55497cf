"""A small book, built by hand, that holds one of everything; render is tested on it before any other stage exists."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from decimal import Decimal

from fuzi.model.block import (
    Alignment,
    Block,
    Byline,
    CodeBlock,
    Document,
    Figure,
    Formula,
    Gap,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    SceneBreak,
    Signature,
    Table,
    TableCell,
)
from fuzi.model.book import Asset, Chapter, Kind, Note, Part, Settings
from fuzi.model.edition import Edition, Medium
from fuzi.model.fair_copy import ContentsEntry, FairCopy
from fuzi.model.inline import Code, Emphasis, Inline, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.metadata import (
    Contributor,
    Metadata,
    OriginalWork,
    Price,
    Printing,
    Publisher,
    Series,
    Sheet,
    Staff,
    Trim,
)
from fuzi.model.source import Place
from fuzi.variants import variant

MOMENT = datetime(2026, 11, 1, tzinfo=UTC)

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAAAAADAXy3SAAAAvElEQVR42u2YUQ6AIAxDgXiyHnzH8Rx++CMCoVMxEsuPIdE9WmAM"
    "4xrGthQEEECA4YDF9Tb2hzk+ias7vA/BA5B37WkADlHhILAA5CFBE9Kl+MFKz24BygHTBHofWLg2yYkUYDUiZkkVqBvCSfhFNkVr"
    "yVAe6cARQAAK0NxPYJL2P+ag4RHl0EcsqkrgBPAK0OnfA5RFCl15kQrOBL6y+0xtOr66Hn8/eOGG41j9OnAEEEAAASYDRP0c77UN"
    "OH0tWok54CMAAAAASUVORK5CYII="
)

CIP = """图书在版编目（CIP）数据

春水街的读书会/周念慈主编；林向远副主编.—天津：
  海河样书出版社，2026.11.—（“街巷里的文化”丛书）.—ISBN 978-7-5555-0001-5

Ⅰ.G252.17

中国国家版本馆CIP数据核字第2026AB1234号
"""


def at(line: int, file: str = "text/one.md") -> Place:
    """A place at the beginning of a line."""
    return Place(file, line, 1)


def text(words: str, line: int = 1) -> Inlines:
    """A run of plain text."""
    return (Text(words, at(line)),)


def run(*items: Inline | str) -> Inlines:
    """A run in which strings stand for plain text."""
    return tuple(Text(item, at(1)) if isinstance(item, str) else item for item in items)


def par(*items: Inline | str, line: int = 1) -> Paragraph:
    """A paragraph."""
    return Paragraph(run(*items), at(line))


def call(key: str) -> NoteCall:
    """The call of a note."""
    return NoteCall(key, at(1))


def strong(words: str) -> Strong:
    """Strong emphasis on plain text."""
    return Strong(text(words), at(1))


def emphasis(words: str) -> Emphasis:
    """Light emphasis on plain text."""
    return Emphasis(text(words), at(1))


def chapter(
    id: str,
    title: str,
    *blocks: Block,
    kind: Kind = Kind.CHAPTER,
    subtitle: str = "",
    notes: tuple[Note, ...] = (),
) -> Chapter:
    """A chapter."""
    place = Place(f"text/{id}.md", 1, 1)
    return Chapter(id, kind, text(title), text(subtitle) if subtitle else (), blocks, notes, place)


def note(number: int, *blocks: Block) -> Note:
    """A note whose key is its number."""
    return Note(str(number), number, blocks, at(90 + number))


def cells(*words: str) -> tuple[TableCell, ...]:
    """A row of a table."""
    return tuple(TableCell(text(word), at(40)) for word in words)


METADATA = Metadata(
    title="春水街的读书会",
    subtitle="一条老街的十年",
    parallel_title="The Readers of Spring Water Street",
    pinyin_title="Chunshuijie de Dushuhui",
    contributors=(
        Contributor("主编", ("周念慈",)),
        Contributor("副主编", ("林向远", "何平")),
        Contributor("撰稿人", ("宋奇", "高丽娜", "秦陈"), part="河边篇"),
        Contributor("译", ("李鹏",), nation="美", original_names=("P. Lee",), part="山上篇"),
    ),
    series=Series(
        "“街巷里的文化”丛书", "NO.1", "某市哲学社会科学重点学科建设工程", (Contributor("主编", ("周念慈",)),)
    ),
    publisher=Publisher(
        "海河样书出版社",
        "天津",
        "天津市河北区春水街35号",
        "300051",
        "(022) 5555 0100",
        "www.example.com",
        "books@example.com",
        "方文",
    ),
    printer="海河样书印刷厂",
    distributor="各地新华书店",
    staff=Staff(("陈静",), ("吴桐",), ("马小川", "丁一")),
    isbn="978-7-5555-0001-5",
    cip=CIP,
    contract_number="图字02-2026-100号",
    trim=Trim(Decimal(147), Decimal(210)),
    sheet=Sheet(Decimal(880), Decimal(1230), 32),
    printing=Printing("2026-11", 1, "2026-11", 1, "2026-11", "auto", "auto", "1—1000"),
    price=Price(Decimal("25.00")),
    rights="未经许可，不得复制本书的任何部分。",
    original=OriginalWork("Reading Together", ("P. Lee",), "Example Press", "2019"),
    notices=("版权所有　侵权必究",),
)


def everything() -> tuple[Block, ...]:
    """One block of every kind."""
    inner = List(False, (ListItem((par("借书处"),), at(31)), ListItem((par("还书处"),), at(32))), at(31))
    outer = List(
        True,
        (ListItem((par("一楼", strong("大厅")), inner), at(30)), ListItem((par("二楼"), par("靠窗的一间。")), at(33))),
        at(30),
    )
    table = Table(
        cells("年份", "人数"),
        (cells("2016", "12"), cells("2026", "1<2")),
        (Alignment.START, Alignment.END),
        text("读书会人数"),
        "tab-people",
        at(40),
        "表 1",
    )
    return (
        Byline(text("本书编写组"), at(3)),
        par(
            "这是",
            strong("我想做的事。"),
            "所以",
            emphasis("还"),
            strong("开"),
            "着",
            call("1"),
            "。见",
            call("2"),
            "，又见",
            call("1"),
            line=5,
        ),
        Heading(2, text("一、缘起"), "origin", at(7), text("——从一盏灯说起")),
        Paragraph(text("顶格的一段 & 其余。"), at(9), flush=True),
        Quote((par("读书之乐乐何如。", line=11),), at(11), text("——翁森")),
        Heading(3, text("（一）灯"), "lamp", at(13)),
        outer,
        CodeBlock('for 书 in shelf:\n\n    print("<借>", 书)', "python", at(20)),
        Formula(r"\frac{1}{2}", at(22)),
        par(
            "行内 ",
            InlineFormula("x_1<2", at(23)),
            " 与 ",
            Code("a  b", at(23)),
            "，见",
            Link("https://example.com/?a=1&b=2", text("网页"), at(23)),
            "。",
            line=23,
        ),
        table,
        Figure("figures/灯.png", "一盏灯", False, text("老街的灯"), "fig-lamp", at(50), 60, "图 1"),
        SceneBreak(at(52)),
        Document(
            text("关于开馆的通知"),
            text("——给各位街坊"),
            (
                Byline(text("街道办"), at(56)),
                Heading(2, text("第一条"), "d-1", at(57)),
                par("即日开馆。", line=58),
            ),
            "notice",
            at(55),
        ),
        Gap(text("此处缺第三页"), at(60)),
        par("山", LineBreak(at(61)), "水", line=61),
        Signature((text("某街道主任　何平"), text("二〇二六年十一月")), at(70)),
    )


def book() -> FairCopy:
    """The whole book."""
    notes = (
        note(1, par("第一条注，", emphasis("两段"), "。"), par("第二段。")),
        note(2, par("又一条注。"), List(True, (ListItem((par("甲"),), at(93)),), at(93))),
    )
    preface = chapter("preface", "序言", par("社区是家。"), kind=Kind.PREFACE)
    first = chapter("one", "灯下", *everything(), subtitle="——春水街读书会纪实", notes=notes)
    second = chapter("two", "窗前", par("窗前的一段。"))
    part = Part("part-river", text("河边篇"), (), (first, second), Place("book.yaml", 30, 5))
    after = chapter("after", "后记", par("谢谢。"), kind=Kind.AFTERWORD)
    contents = (
        ContentsEntry(0, text("序言"), (), "preface"),
        ContentsEntry(0, text("河边篇"), (), "part-river", paged=False),
        ContentsEntry(1, run("灯下", call("1")), text("——春水街读书会纪实"), "one"),
        ContentsEntry(1, text("窗前"), (), "two"),
        ContentsEntry(0, text("后记"), (), "after"),
    )
    return FairCopy(
        variant=variant("zh-Hans"),
        settings=Settings(slug="spring", colophon=True),
        metadata={"pdf": METADATA, "epub": METADATA},
        front=(preface,),
        body=(part,),
        back=(after,),
        contents=contents,
        assets=(
            Asset("figures/灯.png", "image/png", PNG, 96, 64),
            Asset("figures/unused.png", "image/png", PNG, 96, 64),
        ),
    )


def of(*blocks: Block, notes: tuple[Note, ...] = ()) -> FairCopy:
    """A book of one chapter without furniture."""
    metadata = Metadata(title="小书")
    return FairCopy(
        variant=variant("zh-Hans"),
        settings=Settings(slug="small"),
        metadata={"pdf": metadata, "epub": metadata},
        front=(),
        body=(chapter("one", "一", *blocks, notes=notes),),
        back=(),
        contents=(),
        assets=(),
    )


def page() -> Edition:
    """The print edition."""
    return Edition(variant("zh-Hans"), "pdf", Medium.PAGE, MOMENT)


def reflow() -> Edition:
    """The reflowing edition."""
    return Edition(variant("zh-Hans"), "epub", Medium.REFLOW, MOMENT)
