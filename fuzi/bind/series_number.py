"""The place of a book in its series, as a number that reading systems can sort by."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_NUMBER = re.compile(f"[{''.join(_DIGITS)}{''.join(_UNITS)}]+")
_ARABIC_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def group_position(statement: str) -> str:
    """``NO.1``, ``第三种``, ``之十二`` -> ``1``, ``3``, ``12``; empty when there is not exactly one number in it.

    EPUB 3.3 §D.3.6 (group-position): whole numbers, or several of them separated by full stops.
    """
    text = unicodedata.normalize("NFKC", statement)
    arabic = _ARABIC_NUMBER.findall(text)
    han = _HAN_NUMBER.findall(text)
    if len(arabic) + len(han) != 1:
        return ""
    if arabic:
        return ".".join(str(int(part)) for part in str(arabic[0]).split("."))
    return str(_value(han[0]))


def _value(number: str) -> int:
    """``二十一`` -> 21; figures without units are read one by one (``二〇`` -> 20)."""
    if not any(character in _UNITS for character in number):
        return int("".join(str(_DIGITS[character]) for character in number))
    total, pending = 0, 0
    for character in number:
        if character in _UNITS:
            total += (pending or 1) * _UNITS[character]
            pending = 0
        else:
            pending = _DIGITS[character]
    return total + pending
