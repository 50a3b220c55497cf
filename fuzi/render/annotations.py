"""Ruby and the marks of the book trade as HTML: elements that reading systems know, classes for the page."""

from __future__ import annotations

import re

from markupsafe import escape

from fuzi.model.inline import MarkKind, Ruby

ZHUYIN = re.compile("[\u3105-\u312f\u31a0-\u31bf]")
"""A letter of 注音符號: such a reading stands beside its character, all others above it."""

_ELEMENTS = {
    MarkKind.DOTS: ('<em class="dots">', "</em>"),
    MarkKind.NAME: ('<span class="proper-name">', "</span>"),
    MarkKind.TITLE: ('<span class="wavy-title">', "</span>"),
    MarkKind.WARICHU: ('<span class="warichu">', "</span>"),
    MarkKind.SUPERSCRIPT: ("<sup>", "</sup>"),
    MarkKind.SUBSCRIPT: ("<sub>", "</sub>"),
}


def marked(kind: MarkKind, content: str) -> str:
    """Content, already HTML, with its mark."""
    if kind is MarkKind.FRACTION:
        above, below = re.split("[/⁄]", content, maxsplit=1)
        return f'<span class="fraction"><sup>{above}</sup>/<sub>{below}</sub></span>'
    if kind is MarkKind.CIRCLED:
        length = len(re.sub("<[^>]*>", "", content))
        return f'<span class="circled"><span class="circled-{length}">{content}</span></span>'
    start, end = _ELEMENTS[kind]
    return f"{start}{content}{end}"


def side(content: str, span: str) -> str:
    """A note at the side; ``span`` is the attribute that carries its place. The page has it in the margin, reading
    systems in the line."""
    return f'<small class="side-note"{span}>{content}</small>'


def ruby(item: Ruby) -> str:
    """A base with its readings: one for each character, or one for all of it."""
    base = "".join(text.text for text in item.content)
    beside = any(ZHUYIN.search(reading.text) for reading in item.readings)
    pieces = list(base) if len(item.readings) == len(base) else [base]
    kind = ' class="zhuyin"' if beside else ""
    pairs = (
        f"{escape(piece)}<rt>{escape(reading.text)}</rt>" for piece, reading in zip(pieces, item.readings, strict=True)
    )
    return f"<ruby{kind}>{''.join(pairs)}</ruby>"
