"""Emphasis marks beside Chinese: full-width neighbours never keep ``*`` and ``**`` from opening or closing."""

from __future__ import annotations

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned

from fuzi.dialect.width import is_wide_or_shared


def flanks(before: str, after: str, *, inside_words: bool) -> tuple[bool, bool]:
    """Whether a run of marks between two characters can open and can close emphasis (CommonMark 0.31.2 §6.2).

    CommonMark asks for white space or punctuation on the outer side when the inner neighbour is punctuation, because
    it takes words to be separated by spaces. Chinese has none, so here a full-width character on either side counts as
    such a border, and full-width punctuation is no reason against a mark. With ASCII alone the rule is unchanged.
    ``inside_words`` is true for ``*``, false for ``_``.
    """
    space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    punctuation_before, punctuation_after = _is_punctuation(before), _is_punctuation(after)
    wide_before, wide_after = is_wide_or_shared(before), is_wide_or_shared(after)
    border_before = space_before or punctuation_before or wide_before
    border_after = space_after or punctuation_after or wide_after
    left = not space_after and (border_before or not punctuation_after or wide_after)
    right = not space_before and (border_after or not punctuation_before or wide_before)
    can_open = left and (inside_words or not right or punctuation_before)
    can_close = right and (inside_words or not left or punctuation_after)
    return can_open, can_close


def scan_run(source: str, start: int, end: int, *, inside_words: bool) -> Scanned:
    """Measure the run of equal marks at ``start`` and say what it can do; ``end`` bounds the text."""
    marker = source[start]
    stop = start
    while stop < end and source[stop] == marker:
        stop += 1
    before = source[start - 1] if start > 0 else " "
    after = source[stop] if stop < end else " "
    can_open, can_close = flanks(before, after, inside_words=inside_words)
    return Scanned(can_open, can_close, stop - start)


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
