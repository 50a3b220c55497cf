"""The bars of EAN-13 (GB/T 12904-2008) read back into digits, and the number of a book in its thirteen."""

from __future__ import annotations

MODULES = 95
"""Modules from the first guard bar to the last."""

QUIET_LEFT, QUIET_RIGHT = 11, 7
"""Modules that must stay light at its sides."""

_ODD = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_RIGHT = tuple("".join("10"[int(bit)] for bit in code) for code in _ODD)
_EVEN = tuple(code[::-1] for code in _RIGHT)
_FIRST = ("000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010")
"""Which of the left six digits are even, for each first digit."""


def digits_of(pattern: str) -> str:
    """The thirteen digits of a pattern of 95 modules (1: dark); empty when it is no EAN-13 or its check digit fails."""
    if len(pattern) != MODULES or (pattern[:3], pattern[45:50], pattern[92:]) != ("101", "01010", "101"):
        return ""
    left = [pattern[at : at + 7] for at in range(3, 45, 7)]
    right = [pattern[at : at + 7] for at in range(50, 92, 7)]
    parity = "".join("1" if code in _EVEN else "0" for code in left)
    known = all(code in _ODD or code in _EVEN for code in left) and all(code in _RIGHT for code in right)
    if not known or parity not in _FIRST:
        return ""
    found = [_FIRST.index(parity)]
    found += [_EVEN.index(code) if code in _EVEN else _ODD.index(code) for code in left]
    found += [_RIGHT.index(code) for code in right]
    text = "".join(map(str, found))
    return text if text[12] == check_digit(text[:12]) else ""


def check_digit(twelve: str) -> str:
    """The thirteenth digit."""
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(twelve))
    return str(-total % 10)


def thirteen(isbn: str) -> str:
    """The thirteen digits of an ISBN in any of its forms; empty when it has not ten or thirteen digits."""
    kept = "".join(character for character in isbn if character.isdigit() or character in "xX")
    if len(kept) == 10 and kept[:9].isdigit():
        return "978" + kept[:9] + check_digit("978" + kept[:9])
    return kept if len(kept) == 13 and kept.isdigit() else ""
