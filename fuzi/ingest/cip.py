"""The CIP text (在版编目数据): found, cleaned of OCR spacing only, and read as evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fuzi.ingest.characters import HAN, squeeze
from fuzi.ingest.facts import Fact, Gathered
from fuzi.ingest.names import TRAILING, read_names
from fuzi.ingest.scan import Item
from fuzi.ingest.titles import bare

_HEAD = re.compile(r"[图圖]书?書?在版[编編]目")
_NUMBER = re.compile(r"CIP数据核?字|CIP數據核字")
_GRAMMAR = re.compile(r".+[/／].+(?:[.．][—–-]|——|--)|[(（].+[)）]$|ISBN|[IⅠ][.．]")
_RETRIEVAL = re.compile(r"\s*(?:[IⅠ1l]\s*[.．]|[①Ⅰ])")
_ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ")
_SPELLED = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ROMAN_MARK = re.compile(r"(?<![A-Za-z0-9])(I{1,3}|IV|VI{0,3}|IX|X|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[ \t]*[.．][ \t]*")
_LATIN_SPACE = re.compile(r"(?<=[A-Za-z])[ \t]+(?=[A-Za-z])")
_DASH = re.compile(r"[.．]?[ \t]*[—–-]{2,}[ \t]*|[.．][ \t]*[—–][ \t]*")
_IN_BRACKETS = re.compile(r"（(?P<name>[^（）]*?)(?:[；;](?P<number>[^/（）]*))?(?:/(?P<editors>[^（）]*))?）")
_WIDE = {":": "：", ";": "；", ",": "，"}


def extent(rows: Sequence[Item]) -> tuple[int, int] | None:
    """The first row of the CIP text and the one after its last, or None."""
    start = next((index for index, row in enumerate(rows) if _HEAD.search(squeeze(row.text))), None)
    if start is None:
        return None
    for index in range(start + 1, min(len(rows), start + 30)):
        if _NUMBER.search(squeeze(rows[index].text)):
            return start, index + 1
    end = start + 1  # without its number the text ends where its own grammar does
    while end < len(rows) and _GRAMMAR.match(squeeze(rows[end].text)):
        end += 1
    return start, end


def read(rows: Sequence[Item]) -> Gathered:
    """The lines as they will be printed (``cip``), and what they state."""
    lines = [clean(row.text) for row in rows]
    facts = [Fact("cip", line, row.line, row.text, rank=2) for row, line in zip(rows, lines, strict=True)]
    facts += _description(rows, lines)
    return Gathered(tuple(facts))


def printed(lines: Sequence[str]) -> str:
    """The whole text with the blank lines between its parts (GB/T 12451, 8.3)."""
    done: list[str] = []
    for index, line in enumerate(lines):
        parted = index == 1 or (index and (_NUMBER.search(squeeze(line)) or _RETRIEVAL.match(line)))
        if parted and done and done[-1]:
            done.append("")
        done.append(line)
    return "\n".join(done) + "\n" if done else ""


def clean(line: str) -> str:
    """The line without the spaces that OCR put in, its marks full-width beside Han as the standard sets them."""
    text = bare(line)
    if _RETRIEVAL.match(text):
        text = _romans(text)
    text = squeeze(_LATIN_SPACE.sub("\0", text)).replace("\0", " ")
    text = re.sub(r"ISBN(?=\d)", "ISBN ", text)
    text = _DASH.sub(lambda match: ".—" if match[0][0] in ".．" else "—", text)
    text = re.sub(rf"(?<=[{HAN}”’）)\dA-Za-z])[:;,](?=[{HAN}“‘（(\d])", lambda match: _WIDE[match[0]], text)
    return _brackets(text)


def _romans(text: str) -> str:
    """``I . 前… II . 刘…`` → ``Ⅰ.前…\\0Ⅱ.刘…``, NUL being a space to keep; only numerals in their order are touched."""
    expected = 1

    def numeral(match: re.Match[str]) -> str:
        nonlocal expected
        value = _SPELLED.get(match[1]) or _ROMAN.index(match[1]) + 1
        if value != expected:
            return match[0]
        expected += 1
        gap = "" if value == 1 else "\0"
        return f"{gap}{_ROMAN[value - 1]}."

    return _ROMAN_MARK.sub(numeral, text)


def _brackets(text: str) -> str:
    """Brackets around Han or a year are full-width in a Chinese CIP text."""
    return re.sub(rf"\(([^()]*[{HAN}][^()]*|CIP|\d{{2,4}})\)", r"（\1）", text)


def _description(rows: Sequence[Item], lines: Sequence[str]) -> list[Fact]:
    """What is stated in ``书名：副题/责任者.—出版地：出版者，日期.—（丛书）``."""
    body = [
        (row, line.replace("／", "/"))
        for row, line in zip(rows, lines, strict=True)
        if not (_HEAD.search(line) or _NUMBER.search(line) or _RETRIEVAL.match(line) or line.startswith("ISBN"))
    ]
    text = "".join(line for _, line in body).replace("／", "/")
    if not body or "/" not in text:
        return []
    row = body[0][0]
    facts: list[Fact] = []

    def say(field: str, value: str, role: str = "", nation: str = "") -> None:
        facts.append(Fact(field, value, row.line, row.text, role=role, nation=nation, rank=2))

    head, _, rest = text.partition("/")
    title, _, other = head.partition("：")
    title, _, parallel = title.partition("=")
    say("title", title)
    for field, value in (("subtitle", other), ("parallel_title", parallel)):
        if value:
            say(field, value)
    responsibility, _, rest = rest.partition(".—")
    for statement in re.split("[；;]", responsibility):
        match = TRAILING.fullmatch(statement)
        if match:
            names = read_names(match["names"])
            if names.clean:
                say("contributors", "、".join(names.names), squeeze(match["role"]), names.nation)
    place = re.search(rf"([{HAN}]{{2,6}})：([{HAN}·（）]+)，(\d{{4}})(?:\.(\d{{1,2}}))?", rest)
    if place:
        say("publisher.place", place[1])
        say("publisher.name", place[2])
    facts += _series(body)
    return facts


def _series(body: Sequence[tuple[Item, str]]) -> list[Fact]:
    """``（丛书名；编号/责任者）``: brackets whose words are those of a series."""
    for row, line in body:
        for match in _IN_BRACKETS.finditer(line):
            if len(match["name"]) <= 2 or not re.search("丛|叢|文库|文庫|书系|系列|；", match[0]):
                continue
            facts = [Fact("series.name", match["name"], row.line, row.text, rank=2)]
            people = TRAILING.fullmatch(match["editors"] or "")
            if people and read_names(people["names"]).clean:
                names = "、".join(read_names(people["names"]).names)
                facts.append(Fact("series.contributors", names, row.line, row.text, squeeze(people["role"]), rank=2))
            if match["number"]:
                facts.append(Fact("series.number", match["number"], row.line, row.text, rank=3))
            return facts
    return []
