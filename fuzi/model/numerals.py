"""Numbers as the trade writes them where a figure alone would be lost in the text."""

from __future__ import annotations

CIRCLED = 50
"""The highest number with a circled sign of its own."""


def mark(number: int) -> str:
    """The sign of a note: ① to ㊿, then 〔51〕."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    if 36 <= number <= CIRCLED:
        return chr(0x32B1 + number - 36)
    return f"〔{number}〕"


def chinese(number: int) -> str:
    """A quantity from 0 to 9999 in hanzi: 二, 十二, 一百零五."""
    digits = "零一二三四五六七八九"
    text, gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + unit
        gap = not digit
    return (text.removeprefix("一") if text.startswith("一十") else text) or digits[0]
