"""Names of people: surnames that simplification merged with another character, and that no dictionary may touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass

from fuzi.model.metadata import Metadata
from fuzi.transform.characters import HAN

SURNAMES: dict[str, str] = {
    **{surname: surname for surname in "范余于岳沈郁朴谷卜党涂姜后种干"},
    "钟": "鍾",
}
"""Simplified surname -> its traditional form: as a surname 范 is never 範, 余 never 餘, 于 never 於."""

MERGED = frozenset(
    "干后里发面复台系钟松范谷郁云余斗丑只几历卷汇签坛须游舍胡征志致制周朱准仆朴术升筑于愿岳折咸向蒙弥尽曲确回"
    "杰借占注采布辟表别卜才冲当党淀恶丰伙姜夸困腊了梁启适涂托万纤胜吁佣御芸种宁泛幸修栗昆岩沈秋冬出千欲累雕"
)
"""Simplified characters that stand for several traditional ones: only who knows the person knows which it is."""

SHORTEST = 3
"""A name of two characters may be a word as well (于是, 后来): only longer ones are looked for in running text."""

_NAME = re.compile(r"[^\s、，,/／]+")


def convert_name(text: str, convert: Callable[[str], str], is_term: Callable[[str], bool]) -> str:
    """The name, or names, of people: ``convert``, with the surname as SURNAMES has it where ``convert`` changes it and
    no term of the book says how the name begins."""
    return _NAME.sub(lambda match: _one(match.group(), convert, is_term), text)


def _one(name: str, convert: Callable[[str], str], is_term: Callable[[str], bool]) -> str:
    made = convert(name)
    surname = SURNAMES.get(name[0])
    if surname is None or made[:1] == name[0] or is_term(name):
        return made
    return surname + (convert(name[1:]) if len(name) > 1 else "")


def people(metadata: Iterable[Metadata]) -> Iterator[str]:
    """The people whom the metadata names and whose surname a dictionary could take for a word, each once."""
    found: dict[str, None] = {}
    for item in metadata:
        for text in _people(item):
            found |= dict.fromkeys(_NAME.findall(text))
    for name in found:
        if len(name) >= SHORTEST and name[0] in SURNAMES and all(map(HAN.match, name)):
            yield name


def doubtful(
    before: Iterable[Metadata], after: Iterable[Metadata], is_term: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """The names of people that were changed where one character stands for several, with what became of them, each
    once; a surname that SURNAMES knows and a name among the terms of the book are sure."""
    pairs: dict[tuple[str, str], None] = {}
    for old, new in zip(before, after, strict=True):
        for text, made in zip(_people(old), _people(new), strict=True):
            whole, changed = _NAME.findall(text), _NAME.findall(made)
            if len(whole) == len(changed):
                pairs |= dict.fromkeys(zip(whole, changed, strict=True))
    for name, written in pairs:
        if not is_term(name) and any(
            was != now and was in MERGED and not (at == 0 and SURNAMES.get(was) == now)
            for at, (was, now) in enumerate(zip(name, written, strict=False))
        ):
            yield name, written


def _people(value: object, person: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        if person:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _people(item, person)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _people(getattr(value, field.name), bool(field.metadata.get("person")))
