"""What looks like ruby or a mark and is none: told by its shape, so that it is not printed as bare braces unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

from fuzi.dialect.rules.names import kind_of
from fuzi.dialect.rules.offset import offset_of

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BRACES = re.compile(r"\{([^{}\n]*)\}")
_OPEN_RUBY = re.compile(r"\{[^{}|\n]+\|[^{}|\n]*(?=[{\n]|\Z)")
_NESTED = re.compile(r"\{[^{}|\n]*(?:\{[^{}\n]*\|[^{}\n]*\}[^{}|\n]*)+(?:\|[^{}\n]*)?\}")
_CLASSES = re.compile(r"[ \t]*(?:\.[^\s{}.#=]+[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with something that is neither ruby nor a mark; ``at`` is where it begins in the state's text."""

    at: int
    text: str
    ruby: bool
    facts: dict[str, str]


def _slip(at: int, text: str, why_zh: str, why_en: str, mend_zh: str, mend_en: str, *, ruby: bool = False) -> Slip:
    return Slip(at, text, ruby, {"why_zh": why_zh, "why_en": why_en, "mend_zh": mend_zh, "mend_en": mend_en})


def slip(state: StateInline, silent: bool) -> bool:
    """Looks at a brace that ruby did not take, and takes nothing itself; ``slip`` without content tells the reader."""
    if silent or state.src[state.pos] != "{":
        return False
    push_slip(state, _ruby_slip(state.src, state.pos, state.posMax) or _mark_slip(state))
    return False


def push_slip(state: StateInline, found: Slip | None) -> None:
    """Note what was found for the reader."""
    if found is None:
        return
    token = state.push("slip", "", 0)
    token.meta.update(at=offset_of(state) + found.at, slip=found)


def slip_behind_label(source: str, start: int, brace: int, end: int) -> Slip | None:
    """What is wrong with the braces behind ``[text]``; None when they are meant for something else."""
    if not source.startswith("{", brace, end):
        return None
    line = source.find("\n", brace, end)
    line = end if line < 0 else line
    braces = _BRACES.match(source, brace, line)
    if braces is None:
        if re.match(r"\{[ \t]*\.", source[brace:line]) is None:
            return None
        return _slip(
            start,
            source[start:line].strip(),
            "没有写“}”",
            "the brace is not closed",
            "在记号的名字后面写“}”，例如“[鲁迅]{.专名}”",
            "write “}” behind the name, as in “[鲁迅]{.专名}”",
        )
    inner, text = braces.group(1).strip(), source[start : braces.end()]
    if kind_of(inner):
        return _slip(
            start,
            text,
            "名字前面没有点",
            "there is no dot before the name",
            f"写成“{{.{inner}}}”",
            f"write “{{.{inner}}}”",
        )
    at_end = not source[braces.end() : end].strip()
    if inner and (inner[0] not in ".#" or at_end):  # what ends a line may be the id of a heading: judged there
        return None
    return _slip(
        start,
        text,
        "花括号里不是记号的名字",
        "there is no name of a mark between the braces",
        "花括号里只写一个点和名字，例如“{.专名}”；几个名字用空格分开",
        "write nothing but a dot and a name into the braces, as in “{.专名}”; put spaces between several",
    )


def slip_of_id(markup: str) -> Slip:
    """``[text]{#id}`` in a line that is neither heading nor caption."""
    why = ("只有标题和图表才有标识", "only headings, tables and figures have an id")
    mend = (
        "删去花括号；是记号就写名字，例如“{.专名}”",
        "delete the braces, or write the name of a mark, as in “{.专名}”",
    )
    return _slip(0, markup, *why, *mend)


def _ruby_slip(source: str, start: int, end: int) -> Slip | None:
    found = _NESTED.match(source, start, end)
    if found and _HAN.search(found.group()):
        why = ("注音里又有注音", "another ruby stands in it")
        mend = ("一个字只注一次，拆成并列的几个花括号", "divide it into several pairs of braces side by side")
        return _slip(start, found.group(), *why, *mend, ruby=True)
    found = _BRACES.match(source, start, end)
    if found:
        base, bar, rest = found.group(1).partition("|")
        if bar and not base.strip() and rest.strip() and "|" not in rest:
            why = ("竖线前面没有字", "there is nothing before the bar")
            mend = ("字写在竖线前面，例如“{付|fù}”", "write the characters before the bar, as in “{付|fù}”")
            return _slip(start, found.group(), *why, *mend, ruby=True)
        if "|" in rest and _HAN.search(base):
            why = ("有几条竖线", "it has several bars")
            mend = ("一对花括号里只写一条竖线，读音用空格分开", "write one bar, and spaces between the readings")
            return _slip(start, found.group(), *why, *mend, ruby=True)
        return None
    found = _OPEN_RUBY.match(source, start, end)
    if found and _HAN.search(found.group().partition("|")[0]):
        why = ("没有写“}”", "the brace is not closed")
        mend = ("在读音后面写“}”，例如“{付梓|fù zǐ}”", "write “}” behind the reading, as in “{付梓|fù zǐ}”")
        return _slip(start, found.group().strip()[:20], *why, *mend, ruby=True)
    return None


def _mark_slip(state: StateInline) -> Slip | None:
    """A name in braces whose brackets are missing: a mark that was taken has taken its braces too."""
    source, start = state.src, state.pos
    braces = _BRACES.match(source, start, state.posMax)
    classes = _CLASSES.fullmatch(braces.group(1)) if braces else None
    if braces is None or classes is None or not all(map(kind_of, classes.group().replace(".", " ").split())):
        return None
    before = source[:start]
    if before.endswith("\\]") or (not state.pending and state.tokens and state.tokens[-1].type == "image"):
        return None
    mend = (
        "写成“[文字]" + braces.group() + "”；记号不能跨段，每段各写一个",
        "write “[text]" + braces.group() + "”; a mark ends with its paragraph, so give each one its own",
    )
    label = before[before.rfind("\n") + 1 :].rfind("[") + before.rfind("\n") + 1
    if not before.endswith("]") and label > before.rfind("\n") and "]" not in before[label:]:
        why = ("没有写“]”", "the bracket is not closed")
        return _slip(label, source[label : braces.end()], *why, *mend)
    why = ("前面没有与它相配的方括号", "no brackets stand before it")
    return _slip(start, braces.group(), *why, *mend)
