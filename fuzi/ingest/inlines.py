"""Marks that the OCR program wrote inside a line, as inlines: strong, emphasis, code, links, formulas, line breaks."""

from __future__ import annotations

import re

from fuzi.model.block import Inlines
from fuzi.model.inline import Code, Emphasis, Inline, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.source import Place

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]+)`"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<target>[^()\s]+)\)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*"
    r"|(?<![*A-Za-z0-9])\*(?P<light>[^*\s\n](?:[^*\n]*[^*\s\n])?)\*(?!\*)"
    r"|(?<![\\$\w])\$(?P<formula>[^$\s\n](?:[^$\n]*[^$\s\n])?)\$(?![\d$])"
    r"|\x02(?P<note>\d+)\x03"
    r"|(?P<break>\n)"
)
_TEX = re.compile(r"[\\^_=+]|^[A-Za-z]$")
_SAFE_TARGET = re.compile(r"(?:https?://|mailto:)\S+|#[\w-]+")


def note_mark(number: int) -> str:
    """The call of a note inside the text of an item; no scan holds these control characters when it has been read."""
    return f"\x02{number}\x03"


def read_inlines(text: str, place: Place) -> Inlines:
    """The inlines of a paragraph; whatever is not a mark of Markdown stays text."""
    done: list[Inline] = []
    pending = ""
    at = 0
    for match in _TOKEN.finditer(text):
        pending += text[at : match.start()]
        at = match.end()
        made = _inline(match, place)
        if isinstance(made, str):
            pending += made
            continue
        if pending:
            done.append(Text(pending, place))
        pending = ""
        done.append(made)
    pending += text[at:]
    if pending or not done:
        done.append(Text(pending, place))
    return tuple(done)


def _inline(match: re.Match[str], place: Place) -> Inline | str:
    """What one mark stands for; a string when it is text after all."""
    found = match.groupdict()
    if found["escape"]:
        return match[0][1]
    if found["code"]:
        return Code(found["code"], place)
    if found["auto"]:
        address = found["auto"]
        target = address if ":" in address else "mailto:" + address
        return Link(target, (Text(address.removeprefix("mailto:"), place),), place)
    if found["label"]:
        return _link(found["label"], found["target"], place) or match[0]
    if found["strong"]:
        return Strong((Text(found["strong"], place),), place)
    if found["light"]:
        return Emphasis((Text(found["light"], place),), place)
    if found["note"]:
        return NoteCall(found["note"], place)
    if found["formula"]:
        return InlineFormula(found["formula"], place) if _TEX.search(found["formula"]) else match[0]
    return LineBreak(place)


def _link(label: str, target: str, place: Place) -> Link | None:
    return Link(target, (Text(label, place),), place) if _SAFE_TARGET.fullmatch(target) else None
