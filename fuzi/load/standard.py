"""What GB/T 12450 and GB/T 12451 ask of the title leaf of a mainland edition, seen in book.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fuzi.load import codes
from fuzi.load.cip import Cip, Part, faults, folded
from fuzi.load.marked_yaml import Marked
from fuzi.model.book import FieldPath
from fuzi.model.metadata import Metadata, Printing
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

PRINT = "pdf"

PLACES = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|台湾|香港|澳门|石家庄|太原|呼和浩特|沈阳|大连|长春|延边|哈尔滨|南京|苏州|"
    "杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|南宁|桂林|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|"
    "银川|乌鲁木齐|重慶|遼寧|黑龍江|江蘇|廣東|雲南|陝西|內蒙古|廣西|臺灣|寧夏"
)
"""Names in which a publisher shows its place."""

_ROLES = {"作者": "著", "著者": "著", "译者": "译", "编者": "编", "编著者": "编著", "编译者": "编译", "绘者": "绘"}
_PLACE_IN_CIP = re.compile(r"—\s*([\u4e00-\u9fff]{2,5})[：:]")
_STATEMENT = re.compile("[；;]")


@dataclass(frozen=True, slots=True)
class Own:
    """The print edition of one variant, with the place in book.yaml of each of its fields.

    ``written``: its texts are printed as they stand, not converted from another script.
    """

    marked: Marked
    tag: str
    metadata: Metadata
    written: bool = True

    def path(self, *field: str) -> FieldPath:
        """Where the value that this edition has comes from, the strongest place first."""
        for start in ((self.tag, PRINT), (self.tag,), (PRINT,)):
            path: FieldPath = ("editions", *start, *field)
            if path[: len(start) + 2] in self.marked.values:
                return path
        return field

    def place(self, *field: str) -> Place:
        """The place of a field, or of the nearest thing around it."""
        return self.marked.place(self.path(*field))

    def in_cip(self, offset: int) -> Place:
        """The place of a character of the CIP text."""
        return self.marked.place_in(self.path("cip"), self.metadata.cip, offset)


def check_standard(own: Own) -> Iterator[Diagnostic]:
    """All of it, for a book that goes to be published: CIP data are issued when everything else is settled."""
    metadata = own.metadata
    if not metadata.cip:
        return
    cip = Cip.read(metadata.cip)
    yield from faults(cip, own.in_cip)
    yield from _title_page(own, cip)
    if own.written:
        yield from _titles(own, cip)
        yield from _people(own, cip)
        yield from _series(own, cip)
    yield from _dates(own, cip)
    lacking = tuple(_lacking(metadata))
    if lacking:
        zh, en = "、".join(zh for zh, _ in lacking), ", ".join(en for _, en in lacking)
        yield codes.RECORD_LACKS.at(own.place("cip"), zh=zh, en=en)


def _title_page(own: Own, cip: Cip) -> Iterator[Diagnostic]:
    metadata = own.metadata
    if not metadata.pinyin_title and any("\u4e00" <= character <= "\u9fff" for character in metadata.title):
        yield codes.PINYIN_MISSING.at(own.place("title"))
    publisher = metadata.publisher
    if publisher and not publisher.place and not PLACES.search(publisher.name):
        found = _PLACE_IN_CIP.search(cip.description)
        yield codes.PLACE_MISSING.at(
            own.place("publisher", "name"), name=publisher.name, guess=found[1] if found else "北京"
        )


def _titles(own: Own, cip: Cip) -> Iterator[Diagnostic]:
    """书名 and 副书名 must be those of the CIP data."""
    metadata, head = own.metadata, cip.title
    if not head:
        return
    main = re.split("[=：:]", head)[0]
    whole = folded(head)
    place = {"where": own.in_cip(cip.offset(Part.DESCRIPTION))}
    if folded(metadata.title) not in (folded(main), whole) and folded(metadata.title + metadata.subtitle) != whole:
        yield codes.CIP_TITLE.at(own.place("title"), field="title", own=metadata.title, cip=main, **place)
    elif metadata.subtitle and folded(metadata.subtitle) not in whole:
        yield codes.CIP_TITLE.at(own.place("subtitle"), field="subtitle", own=metadata.subtitle, cip=head, **place)


def _people(own: Own, cip: Cip) -> Iterator[Diagnostic]:
    """The first to answer for the book must be named, and whoever is named must have the same role."""
    stated = cip.responsibility
    people = [(index, item) for index, item in enumerate(own.metadata.contributors) if not item.part and item.names]
    if not stated or not people:
        return
    where = own.in_cip(cip.offset(Part.DESCRIPTION))
    statements = _STATEMENT.split(stated)
    for order, (index, item) in enumerate(people):
        place = own.marked.place((*own.path("contributors"), index))
        name = item.names[0]
        statement = next((text for text in statements if folded(name) in folded(text)), None)
        role = _ROLES.get(item.role, item.role)
        if statement is None:
            if order == 0:
                yield codes.CIP_AUTHOR.at(place, own=name, cip=stated, where=where)
        elif not folded(statement).endswith(folded(role)) or _longer(statement, role):
            said = folded(statement).rpartition(folded(item.names[-1]))[2] or statement
            yield codes.CIP_ROLE.at(place, name=name, own=item.role, cip=said, where=where)


def _longer(statement: str, role: str) -> bool:
    """Whether the statement ends with a longer role than this one: 主编 where the book has 编."""
    longer = ("主编", "编著", "编译", "译著", "副主编", "主译", "校注", "译注", "编绘")
    said = folded(statement)
    return any(said.endswith(word) and word != role and word.endswith(role) for word in longer)


def _series(own: Own, cip: Cip) -> Iterator[Diagnostic]:
    """A series stands in the CIP data, and in round brackets."""
    series = own.metadata.series
    if series is None or not cip.description:
        return
    place = own.place("series", "name")
    if folded(series.name) not in folded(cip.description):
        yield codes.CIP_SERIES.at(place, name=series.name, zh="没有", en="is missing")
    elif series.name in cip.description and not re.search(rf"[（(][^（）()]*{re.escape(series.name)}", cip.description):
        yield codes.CIP_SERIES.at(place, name=series.name, zh="没有用圆括号括起", en="is not in round brackets")


def _dates(own: Own, cip: Cip) -> Iterator[Diagnostic]:
    """This edition cannot be older than the CIP data that were issued for it."""
    field, date = _edition(own.metadata.printing)
    if not date:
        return
    for part, other in ((Part.DESCRIPTION, cip.date), (Part.NUMBER, cip.year)):
        length = min(len(date), len(other))
        if other and date[:length] < other[:length]:
            where = own.in_cip(cip.offset(part))
            yield codes.BEFORE_CIP.at(own.place("printing", field), date=date, cip=other, where=where)
            return


def _edition(printing: Printing) -> tuple[str, str]:
    """The field and the date of this edition."""
    if printing.edition_date:
        return "edition_date", printing.edition_date
    if printing.edition == 1 and printing.first_edition:
        return "first_edition", printing.first_edition
    return ("impression_date", printing.impression_date) if printing.impression == 1 else ("", "")


def _lacking(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """What GB/T 12450-2001 lists in the record and the book does not state."""
    publisher, staff, printing = metadata.publisher, metadata.staff, metadata.printing
    dated = printing.first_edition or printing.edition_date
    for value, zh, en in (
        (staff.editors, "责任编辑", "staff.editors"),
        (staff.designers, "装帧设计", "staff.designers"),
        (staff.proofreaders, "责任校对", "staff.proofreaders"),
        (publisher and publisher.name, "出版者", "publisher"),
        (publisher and publisher.address, "出版者地址", "publisher.address"),
        (publisher and publisher.postcode, "邮政编码", "publisher.postcode"),
        (metadata.printer, "印刷者", "printer"),
        (metadata.distributor, "发行者", "distributor"),
        (printing.sheets, "印张", "printing.sheets"),
        (printing.thousand_characters, "字数", "printing.thousand_characters"),
        (dated, "版次日期", "printing.first_edition"),
        (printing.impression_date, "印次日期", "printing.impression_date"),
        (printing.copies, "印数", "printing.copies"),
        (metadata.price, "定价", "price"),
    ):
        if not value:
            yield zh, en
