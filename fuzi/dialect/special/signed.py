"""The name and the date at the end of a letter: a signature, though no block says so."""

from __future__ import annotations

import re

from fuzi.dialect.build_blocks import BlockReader
from fuzi.dialect.special.lines import Line, inlines_of, place_of, source_lines, words
from fuzi.model.block import Signature

LONGEST_NAME = 20
"""Characters of a line that may sign a letter: an office and a name, 儿：小明."""

MOST_NAMES = 3
"""Lines that may stand above the date."""

_NUMBER = "[0-9０-９〇○零一二三四五六七八九十廿卅元正冬腊臘]"
_YEAR = (
    rf"(?:[\u4e00-\u9fff]{{2}}\s?){{0,2}}(?:{_NUMBER}{{1,4}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])\s?年\s?"
)
_DAY = rf"{_NUMBER}{{1,3}}\s?月\s?(?:初?{_NUMBER}{{1,3}}\s?[日号號]?|[望朔晦])?"
_HOUR = "[凌清]?[晨早晚夜午]|灯下|燈下|[上下]午|深夜"
_DATE = re.compile(
    rf"(?:(?:{_YEAR})?{_DAY}(?:{_HOUR})?|{_YEAR}[初仲暮]?[春夏秋冬][天日]?"
    r"|\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2})(?:[，\s]*[写寫记記]?[于於]\w{1,8})?"
)
_NO_NAME = re.compile("[。！？!?；;，,…“”]|[：:].*[：:]|[：:]$")


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date, as it stands under a letter."""
    return _DATE.fullmatch(text) is not None


def signed(reader: BlockReader, start: int, end: int, closer: re.Pattern[str]) -> tuple[Signature | None, int]:
    """The signature that ends a letter, and where what stands before it ends; its lines are taken from their tokens.

    A line that ``closer`` matches (此致) is no name, nor is the line after it, which is the wish.
    """
    if not _is_paragraph(reader, start, end - 3):
        return None, end
    inline = reader.tokens[end - 2]
    wished = _closes(reader, start, end - 6, closer)
    lone = source_lines(inline, hard=True)
    if len(lone) == 1 and is_date(words(lone[0])) and not wished and _is_paragraph(reader, start, end - 6):
        above = reader.tokens[end - 5]
        name = source_lines(above, hard=True)
        takes = len(name) == 1 and _names(words(name[0])) and not closer.fullmatch(words(name[0]))
        if takes and not _closes(reader, start, end - 9, closer):
            lines_of = inlines_of(reader, above, name[0]), inlines_of(reader, inline, lone[0])
            return Signature(lines_of, place_of(reader, above, name[0])), end - 6
    for hard in (False, True):
        lines = source_lines(inline, hard=hard)
        first = _first_of_signature(lines, closer, first=wished)
        if first is None or (hard and first > 0):
            continue
        found = Signature(
            tuple(inlines_of(reader, inline, line) for line in lines[first:]), place_of(reader, inline, lines[first])
        )
        inline.children = [token for line in lines[:first] for token in line]
        return found, end if first else end - 3
    return None, end


def _is_paragraph(reader: BlockReader, start: int, index: int) -> bool:
    return index >= start and reader.tokens[index].type == "paragraph_open"


def _closes(reader: BlockReader, start: int, index: int, closer: re.Pattern[str]) -> bool:
    """Whether the paragraph at ``index`` ends with 此致."""
    if not _is_paragraph(reader, start, index):
        return False
    return closer.fullmatch(words(source_lines(reader.tokens[index + 1])[-1])) is not None


def _first_of_signature(lines: list[Line], closer: re.Pattern[str], *, first: bool) -> int | None:
    """The index of the first line of the signature that ends these lines."""
    said = [words(line) for line in lines]
    if not is_date(said[-1]):
        return None
    begin = len(said) - 1
    while begin and len(said) - begin <= MOST_NAMES and _names(said[begin - 1]):
        begin -= 1
    closers = [index for index in range(len(said)) if closer.fullmatch(said[index])]
    least = max([index + 2 for index in closers] + [1 if first else 0])
    begin = max(begin, least)
    return begin if begin < len(said) - 1 else None


def _names(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and _NO_NAME.search(text) is None and not is_date(text)


def date_begins(written: str) -> int:
    """Where in the Markdown of a paragraph its last line has the first figure of a date; -1 when it is no such line."""
    begin = written.rfind("\n") + 1
    figure = re.search(f"{_NUMBER}|[月年]", written[begin:])
    return begin + figure.start() if figure and re.search(r"[月春夏秋冬]|[-./]\s?\d", written[begin:]) else -1
