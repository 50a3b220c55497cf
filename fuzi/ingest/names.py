"""Lists of people: names of two characters that were set apart are closed up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fuzi.ingest.characters import HAN, count_han, squeeze
from fuzi.ingest.words import PUBLISHER, ROLE

_NATION = re.compile(r"[〔\[［【(（](?P<nation>[\u4e00-\u9fff]{1,4})[〕\]］】)）][ \t　]*")
_SEPARATOR = re.compile(r"[、，,;；\t　]+|[ ]+")
_NAME = re.compile(
    rf"[{HAN}]{{1,4}}(?:·[{HAN}A-Z.]+)*"
    rf"|[{HAN}]{{1,8}}(?:[·•・][{HAN}A-Za-z.]{{1,12}})+|[A-Z][\w.'\-]*(?: [A-Z][\w.'\-]*)*"
)

LEADING = re.compile(rf"(?P<role>{ROLE})[ \t　]*(?:[:：][ \t　]*|[ \t　]+)(?P<names>\S.*)")
"""``主 编 某某``, ``译者：某某``."""

TRAILING = re.compile(rf"(?P<names>\S.*?)(?P<space>[ \t　]*)(?P<role>{ROLE})")
"""``某某 主编``, ``某某著``."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a list, the country or dynasty before them, and whether all of it looks like names."""

    names: tuple[str, ...]
    nation: str = ""
    clean: bool = True


def read_names(text: str) -> Names:
    """``高某某 秦 某 杨某某`` → three names: single characters are joined by twos."""
    nation = _NATION.match(text.strip())
    tokens = [token for token in _SEPARATOR.split(_NATION.sub("", text).strip()) if token]
    names: list[str] = []
    clean = True
    single = ""
    for token in tokens:
        token = token.removesuffix("等") if len(token) > 2 else token
        if single:
            clean = clean and count_han(token) == 1
            names.append(single + token if count_han(token) == 1 else token)
            single = ""
        elif len(token) == 1 and count_han(token):
            single = token
        elif token.isascii() and names and names[-1].isascii() and "," not in text:
            names[-1] += " " + token
        else:
            names.append(token)
    if single:
        names.append(single)
        clean = False
    clean = clean and bool(names) and all(_NAME.fullmatch(name) for name in names)
    return Names(tuple(names), nation["nation"] if nation else "", clean)


def is_name_list(text: str) -> bool:
    """Whether a line holds nothing but names of people, as the continuation of a list does."""
    tokens = text.split()
    return (
        bool(tokens)
        and not PUBLISHER.fullmatch(squeeze(text))
        and all(re.fullmatch(rf"[{HAN}]{{1,4}}(?:·[{HAN}]{{1,6}})?", token) for token in tokens)
        and (read_names(text).clean)
    )


def role_of(text: str) -> tuple[str, str] | None:
    """Role and names of a line such as ``主 编 某某`` or ``某某 著``, or None."""
    match = LEADING.fullmatch(text.strip())
    if match and read_names(match["names"]).clean:
        return squeeze(match["role"]), match["names"]
    match = TRAILING.fullmatch(text.strip())
    if match and read_names(match["names"]).clean:
        return squeeze(match["role"]), match["names"]
    return None
