"""The number of a title apart from its words, for themes that set the two in different ways."""

from __future__ import annotations

import re
from dataclasses import replace

from fuzi.model.block import Inlines
from fuzi.model.inline import Text

_DIGITS = "0-9０-９〇零一二三四五六七八九十百廿卅两兩"
_UNITS = "章节節回篇编編部卷辑輯集册冊讲講课課幕"

NUMBER = re.compile(
    rf"(第[{_DIGITS}]+[{_UNITS}]"  # 第一章
    rf"|[上中下前后後续續外][{_UNITS}]"  # 上编
    rf"|附[录錄][{_DIGITS}]{{0,3}}|卷?[{_DIGITS}]{{1,3}}"  # 附录, 卷三, 十二; four digits are a year
    r"|[Cc]hapter [0-9]+|[IVXLC]+)"
    r"[\u3000 ]+(?=\S)"
)
"""The number at the head of a title, and the space after it; a title that is nothing but a number has none."""


def parted(title: Inlines) -> tuple[str, Inlines]:
    """The number that a title begins with (第一章, 上编, 12), and the rest of it; empty when it has none."""
    first = title[0] if title else None
    if not isinstance(first, Text):
        return "", title
    match = NUMBER.match(first.text)
    if match is None:
        return "", title
    return match[1], (replace(first, text=first.text[match.end() :]), *title[1:])
