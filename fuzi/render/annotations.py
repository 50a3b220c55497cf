"""Ruby and the marks of the book trade as HTML: elements that reading systems know, classes for the page."""

from __future__ import annotations

import re

from markupsafe import escape

from fuzi.model.inline import MarkKind, Ruby
from fuzi.readings import parse

ZHUYIN = re.compile("[\u3105-\u312f\u31a0-\u31bf]")
"""A letter of 注音符號: such a reading stands beside its character on pages, all others above it."""

PINYIN_TAG, ZHUYIN_TAG = "zh-Latn-pinyin", "zh-Bopo"
"""Languages of readings (BCP 47): a voice for Chinese says the syllable and does not spell its letters."""

_ELEMENTS = {
    MarkKind.DOTS: ('<em class="dots">', "</em>"),
    MarkKind.NAME: ('<u class="proper-name">', "</u>"),
    MarkKind.TITLE: ('<cite class="wavy-title">', "</cite>"),
    MarkKind.WARICHU: ('<small class="warichu">', "</small>"),
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
    """A base with its readings: one for each character, or one for all of it.

    There is no ``rp``: every reading system for EPUB 3 knows ruby, and those that take the bare text, such as voices
    and searches, would find brackets in it that nobody wrote.
    """
    base = "".join(text.text for text in item.content)
    readings = [reading.text for reading in item.readings]
    single = len(readings) == len(base)
    pieces = list(base) if single else [base]
    kind = ' class="zhuyin"' if any(map(ZHUYIN.search, readings)) else ""
    language = _language(readings, single=single)
    pairs = (f"{escape(piece)}<rt{language}>{escape(text)}</rt>" for piece, text in zip(pieces, readings, strict=True))
    return f"<ruby{kind}>{''.join(pairs)}</ruby>"


def _language(readings: list[str], *, single: bool) -> str:
    """The attribute for readings in a spelling of Mandarin; of all others the language is not known."""
    if any(map(ZHUYIN.search, readings)):
        return f' lang="{ZHUYIN_TAG}"'
    return f' lang="{PINYIN_TAG}"' if single and all(map(parse, readings)) else ""
