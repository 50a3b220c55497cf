"""The copyright page: each line by its figures, its labels, its suffixes; what remains is reported, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stdnum import isbn as isbn_numbers

from fuzi.ingest.characters import HAN, count_han, squeeze
from fuzi.ingest.facts import Fact, Gathered
from fuzi.ingest.labels import (
    ADDRESS,
    FIGURES,
    LABEL,
    LABEL_FIELDS,
    NOTICE,
    SUFFIX_FIELDS,
    SUFFIXES,
    Figure,
    months,
    number,
)
from fuzi.ingest.names import is_name_list, read_names, role_of
from fuzi.ingest.scan import Item, Shape
from fuzi.ingest.titles import bare, distance
from fuzi.ingest.words import PUBLISHER, ROLE
from fuzi.model.manuscript import Confidence, Entry, Fate

UNRESOLVED = "unresolved"
MISREAD_LABEL = "misread-label"
ORNAMENT = "ornament"
SHELF_MARK = "shelf-mark"

_OFFICE = rf"(?P<part>[^\s:：]{{0,14}}?)(?P<role>{ROLE})[ \t　]*[:：][ \t　]*"
_PART_ROLE = re.compile(
    _OFFICE + rf"(?P<names>[^\s:：][^:：]*?)(?:$|[\s　]+(?=[^\s:：]{{0,14}}?(?:{ROLE})[ \t　]*[:：]))"
)
_WORD = re.compile(rf"([{HAN}][{HAN} 　]{{2,10}})(?=[:：])")
_OUTER = re.compile(r"[(（]([^()（）]*)[)）]")
_SPLIT = re.compile(r"[ \t　]*[|◆][ \t　]*|[ \t　]+[·•/][ \t　]+|[ \t　]{2,}")


@dataclass(slots=True)
class _Page:
    """What has been read so far: the list of people that the next line may continue."""

    facts: list[Fact] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    people: Fact | None = None
    part: str = ""


def read(rows: Sequence[Item]) -> Gathered:
    """Facts of all lines of the copyright page and of the list of contributors behind it."""
    page = _Page()
    for row in rows:
        _row(row, page)
    return Gathered(tuple(page.facts), tuple(page.entries))


def _row(row: Item, page: _Page) -> None:
    text = bare(row.text)
    if not count_han(text) and not any(map(str.isalnum, text)):
        page.entries.append(Entry(Fate.DROPPED, ORNAMENT, row.line, row.text))
        return
    before = len(page.facts)
    entries = list(page.entries)
    if not (_people(row, text, page) or _continued(row, text, page)):
        page.people = None
        _fields(row, text, page)
    if len(page.facts) == before:
        page.entries = entries
        page.entries.append(Entry(Fate.DOUBT, UNRESOLVED, row.line, row.text, confidence=Confidence.LOW))


def _people(row: Item, text: str, page: _Page) -> bool:
    """``某篇主编：某某``; a role without a part goes on with the part above it."""
    matches = list(_PART_ROLE.finditer(text))
    if not matches or LABEL.match(text) or sum(len(match[0]) for match in matches) != len(text):
        return False
    if not all(read_names(match["names"]).clean for match in matches):
        return False
    for match in matches:
        _office(row, match, page)
    return True


def _office(row: Item, match: re.Match[str], page: _Page) -> None:
    names = read_names(match["names"])
    part, role, place = match["part"], squeeze(match["role"]), "contributors"
    if role.startswith(("丛书", "叢書")):
        role, place = role[2:], "series.contributors"
    elif part in ("本书", "本書", "全书"):
        part = ""
    page.part = part or (page.part if page.people else "")
    fact = Fact(place, "、".join(names.names), row.line, row.text, role, page.part, names.nation)
    page.people = fact
    page.facts.append(fact)


def _continued(row: Item, text: str, page: _Page) -> bool:
    """A line of names under a list of names belongs to it."""
    if page.people is None or not is_name_list(text):
        return False
    above = page.people
    names = "、".join(read_names(text).names)
    page.facts.append(Fact(above.field, names, row.line, row.text, above.role, above.part, above.nation))
    return True


def _fields(row: Item, text: str, page: _Page) -> None:
    def say(path: str, value: str, role: str = "", confidence: Confidence = Confidence.SURE) -> None:
        page.facts.append(Fact(path, value, row.line, row.text, role=role, confidence=confidence))

    outer = _OUTER.fullmatch(text)
    text = outer[1] if outer else text
    rest = text
    if NOTICE.search(text) and not LABEL.search(text):
        say("notices", text)
        return
    if "©" in text or text.lower().startswith("copyright"):
        say("rights", text)
        return
    for figure in FIGURES:
        while match := figure.pattern.search(rest):
            for path, value in _figure(figure, match):
                say(path, value)
            shelf = match.groupdict().get("shelf")
            if shelf:
                page.entries.append(Entry(Fate.DROPPED, SHELF_MARK, row.line, shelf))
            rest = rest[: match.start()] + "  " + rest[match.end() :]
    rest, page_entries = _mend_labels(row, rest)
    page.entries += page_entries
    for path, role, value in _labelled(rest):
        say(path, value, role)
    for piece in _unlabelled(rest):
        path, value, role = _piece(piece)
        if path:
            say(path, value, role)
        elif any(map(str.isalnum, piece)):
            page.entries.append(Entry(Fate.DOUBT, UNRESOLVED, row.line, piece, confidence=Confidence.LOW))


def _figure(figure: Figure, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    found = match.groupdict()
    match figure.name:
        case "edition+impression" | "edition" | "impression":
            yield from _history(match)
        case "sheet":
            leaves = found["leaves"] or found["format"] or ""
            if int(found["width"]) < 400:
                yield "trim", f"{found['width']}×{found['height']}"
            else:
                yield (
                    "sheet",
                    f"{found['width']}×{found['height']} 1/{leaves}"
                    if leaves
                    else f"{found['width']}×{found['height']}",
                )
        case "format":
            yield "format", found["format"]
        case "sheets":
            yield "printing.sheets", (found["a"] or found["b"]).replace("．", ".")
        case "characters":
            count = squeeze(found["count"])
            yield "printing.thousand_characters", count if found["unit"] == "千" else f"{float(count) * 10:g}"
        case "copies":
            yield "printing.copies", re.sub(r"[-—–一~～]+", "-", squeeze(found["copies"]))
        case "price":
            yield "price", _price(found)
        case "isbn":
            yield "isbn", isbn(found["isbn"])
        case "inserts":
            yield "notices", _spaced_number(found["inserts"])
        case "unified":
            yield "notices", "统一书号：" + squeeze(found["unified"])
        case "url":
            yield "publisher.url", found["url"].rstrip(".,;")
        case "email":
            yield "publisher.email", found["email"]
        case _:
            yield "contract_number", squeeze(found["contract"])


def _spaced_number(text: str) -> str:
    return re.sub(r"[:：]?(\d)", r" \1", squeeze(text), count=1)


def _history(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    found = match.groupdict()
    when = months(match)
    if found.get("edition"):
        edition = number(squeeze(found["edition"]))
        yield "printing.edition", str(edition)
        yield "printing.edition_date", when
        if edition == 1:
            yield "printing.first_edition", when
    if found.get("impression"):
        yield "printing.impression", str(number(squeeze(found["impression"])))
        yield "printing.impression_date", when


def _price(found: dict[str, str | None]) -> str:
    sign = found["sign"] or ""
    taiwan = sign.startswith(("NT", "新"))
    currency = "TWD" if taiwan else "HKD" if sign.startswith(("HK", "港")) else "CNY"
    return f"{squeeze(found['amount'] or '').replace('．', '.')} {currency}"


def isbn(text: str) -> str:
    """The number with its hyphens where the ranges of the agency put them; a wrong one as it was read."""
    compact = re.sub(r"[^\dXx]", "", text).upper()
    return str(isbn_numbers.format(compact)) if isbn_numbers.is_valid(compact) else compact


def _mend_labels(row: Item, text: str) -> tuple[str, list[Entry]]:
    """``贵任编辑：`` → ``责任编辑：``: a label of four characters or more that differs in one from a known label."""
    entries: list[Entry] = []
    for match in reversed(list(_WORD.finditer(text))):
        word = squeeze(match[1])
        if word in LABEL_FIELDS or len(word) < 4 or LABEL.search(match[0] + "："):
            continue
        known = [label for label in LABEL_FIELDS if len(label) == len(word) and distance(label, word) == 1]
        if len(known) == 1:
            text = text[: match.start()] + known[0] + text[match.end() :]
            entries.append(Entry(Fate.REPAIRED, MISREAD_LABEL, row.line, word, known[0], Confidence.FAIR))
    return text, entries


def _labelled(text: str) -> Iterator[tuple[str, str, str]]:
    """Field, role and value of each label in the line."""
    marks = list(LABEL.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        label = squeeze(mark["label"])
        path, value = LABEL_FIELDS[label], text[mark.end() : end].strip(" \t　,，;；·|/")
        if path in ("edition", "impression", "size") or not value:
            continue
        if path.startswith("staff."):
            yield path, label if path == "staff.others" else "", "、".join(read_names(value).names)
        elif path == "publisher.name" and "：" not in value:
            yield from _publishers(value)
        else:
            yield path, "", _value(path, value)


def _publishers(value: str) -> Iterator[tuple[str, str, str]]:
    match = PUBLISHER.match(value)
    name = match[0].removesuffix("出版") if match else value
    yield "publisher.name", "", name
    address = squeeze(value[len(name) :]).strip("（）()")
    if address:
        yield "publisher.address", "", address


def _value(path: str, value: str) -> str:
    if path in ("publisher.telephone", "enclosures"):
        return re.sub(rf"(?<=[{HAN}])\s+(?=[{HAN}])", "", value)
    if path == "isbn":
        return isbn(value)
    if path == "publisher.postcode":
        return "".join(re.findall(r"[\d-]", value))
    return squeeze(value) if count_han(value) else value


def _unlabelled(text: str) -> Iterator[str]:
    """What stands before the first label of a line, or the whole line when it has none."""
    first = LABEL.search(text)
    head = (text[: first.start()] if first else text).strip(" \t　")
    if role_of(head):
        yield head  # 著    者  某某: the spaces inside a label part nothing
        return
    for piece in _SPLIT.split(head):
        words = piece.split()
        if len(words) > 1 and all(map(SUFFIXES.fullmatch, words)):
            yield from words
        elif piece.strip(" \t　,，;；·()（）。"):
            yield piece.strip(" \t　,，;；·()（）。")


def _piece(piece: str) -> tuple[str, str, str]:
    """Field, value and role of a stretch without a label; an empty field when nothing fits."""
    suffixed = SUFFIXES.fullmatch(piece)
    if suffixed:
        return SUFFIX_FIELDS[suffixed["what"]], suffixed["who"], ""
    if ADDRESS.fullmatch(piece):
        return "publisher.address", squeeze(piece), ""
    if PUBLISHER.fullmatch(piece):
        return "publisher.name", squeeze(piece).removesuffix("出版"), ""
    found = role_of(piece)
    if found:
        return "contributors", "、".join(read_names(found[1]).names), found[0]
    return "", "", ""


def is_part_of_page(row: Item) -> bool:
    """Whether this line alone shows that the copyright page has begun."""
    text = squeeze(bare(row.text))
    return row.shape is not Shape.IMAGE and bool(
        re.search(
            r"[图圖][书書]在版|CIP数据|ISBN|责任编辑|責任編輯|著作权合同|版次[:：]|印次[:：]|印张|定价[:：]", text
        )
    )
